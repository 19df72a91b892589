//! Script versions: which one is live.

use chrono::Duration;
use docent::store::scripts::{Activation, Claim, ScriptFiles};

use crate::support::database::with_database;
use crate::support::turns::now;

fn script(version: &str, minutes: i64) -> ScriptFiles {
    ScriptFiles {
        version: version.into(),
        files: [("bot.yaml".to_owned(), format!("name: {version}"))].into(),
        origin: "a folder".to_owned(),
        edited_at: now() + Duration::minutes(minutes),
    }
}

#[test]
fn an_older_folder_replaces_nothing_unless_told() {
    with_database(|database| async move {
        let db = database.connect().await;
        assert_eq!(db.find_active_script().await.unwrap(), None);
        let check = async |version: &str, minutes: i64, claim: Claim, word: &str, live: &str| {
            let activation = db.activate_script(&script(version, minutes), claim).await.unwrap();
            let got = match &activation {
                Activation::Activated(_) => "activated",
                Activation::Already(_) => "already",
                Activation::Older(_) => "older",
            };
            assert_eq!((got, activation.active().version.as_str()), (word, live));
            let active = db.find_active_script().await.unwrap().unwrap();
            assert_eq!(&active, activation.active());
            active.generation
        };
        assert_eq!(check("one", 0, Claim::Found, "activated", "one").await, 1);
        assert_eq!(check("one", 0, Claim::Found, "already", "one").await, 1);
        assert_eq!(check("two", 10, Claim::Found, "activated", "two").await, 2);
        // A replica that starts with yesterday's folder, and one whose folder is older still.
        assert_eq!(check("one", 0, Claim::Found, "older", "two").await, 2);
        assert_eq!(check("zero", -10, Claim::Found, "older", "two").await, 2);
        // Somebody takes the edit back in a running process.
        assert_eq!(check("one", 20, Claim::Told, "activated", "one").await, 3);
    });
}

#[test]
fn the_files_come_back_as_they_were() {
    with_database(|database| async move {
        let db = database.connect().await;
        let mut script = script("one", 0);
        script.files.insert("locales/de/a.ftl".to_owned(), "grüß = \u{1F6B2}\n\ttab".to_owned());
        db.activate_script(&script, Claim::Found).await.unwrap();
        let found = db.find_script(&"one".into()).await.unwrap().unwrap();
        assert_eq!(found.files, script.files);
        assert_eq!(found.edited_at, script.edited_at);
        assert!(db.find_script(&"two".into()).await.unwrap().is_none());
    });
}

#[test]
fn replicas_that_start_together_agree() {
    with_database(|database| async move {
        let db = database.connect().await;
        let tasks: Vec<_> = (0..8)
            .map(|n| {
                let db = db.clone();
                let script = script(&format!("v{}", n % 2), n % 2);
                tokio::spawn(
                    async move { db.activate_script(&script, Claim::Found).await.unwrap() },
                )
            })
            .collect();
        for task in tasks {
            task.await.unwrap();
        }
        let active = db.find_active_script().await.unwrap().unwrap();
        assert_eq!(active.version.as_str(), "v1");
        assert!(active.generation <= 2);
    });
}
