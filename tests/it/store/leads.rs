//! What a rep reads, and what is left of somebody who is forgotten.

use chrono::Duration;
use docent::domain::conversation::State;
use docent::domain::lead::{Axis, Heat, Stage};
use docent::store::leads::LeadFilter;
use docent::store::turns::{Author, Json, LeadRow, Turn};
use docent::store::{Committed, Db};
use sqlx::AssertSqlSafe;

use crate::support::database::{TestDatabase, with_database};
use crate::support::turns::{identity, now, turn, with_state};

async fn names(db: &Db, filter: LeadFilter) -> Vec<String> {
    let leads = db.list_leads(&filter, 100).await.unwrap();
    leads.into_iter().map(|lead| lead.name.unwrap_or_default()).collect()
}

/// Ada is hot, Bo warm and heard later, Cy a bare visitor.
async fn three(db: &Db) {
    for (after, (who, heat, stage)) in (0..).zip([
        ("Ada", Heat::Hot, Stage::Engaged),
        ("Bo", Heat::Warm, Stage::Opportunity),
        ("Cy", Heat::Browsing, Stage::Visitor),
    ]) {
        let lead = LeadRow { name: Some(who.to_owned()), heat, stage, ..LeadRow::default() };
        let at = now() + Duration::days(after);
        let turn = Turn { lead: Some(lead), at, ..turn(db, who, 1, 0) };
        assert_eq!(db.commit_turn(&turn).await.unwrap(), Committed::Done(1));
    }
}

#[test]
fn bare_visitors_are_listed_only_when_asked_for() {
    with_database(|database| async move {
        let db = database.connect().await;
        three(&db).await;
        assert_eq!(names(&db, LeadFilter::Engaged).await, ["Ada", "Bo"]);
        assert_eq!(names(&db, LeadFilter::All).await, ["Ada", "Bo", "Cy"]);
        let named = |needle: &str| LeadFilter::Named(needle.to_owned());
        assert_eq!(names(&db, named("bo")).await, ["Bo"]);
        assert_eq!(names(&db, named("%")).await, [""; 0]);
        let id = db.contact_id(&identity("Cy")).to_string();
        assert_eq!(names(&db, named(&id[..11])).await, ["Cy"]);
        assert_eq!(names(&db, named(&id)).await, ["Cy"]);
    });
}

#[test]
fn a_lead_changes_with_its_turns_and_keeps_its_source() {
    with_database(|database| async move {
        let db = database.connect().await;
        let lead = |source: &str, campaign: Option<&str>, interest| LeadRow {
            source: Some(source.to_owned()),
            campaign: campaign.map(Into::into),
            interest,
            ..LeadRow::default()
        };
        let mut first = turn(&db, "ada", 1, 0);
        first.lead = Some(lead("fair", Some("fair"), 3));
        first.touch = Some("fair".into());
        let mut second = turn(&db, "ada", 2, 1);
        second.lead = Some(lead("mail", None, 9));
        let mut third = turn(&db, "ada", 3, 2);
        third.lead = None;
        third.touch = Some("mail".into());
        third.heard = false;
        db.commit_turn(&first).await.unwrap();
        db.commit_turn(&second).await.unwrap();
        db.commit_turn(&third).await.unwrap();
        let found = db.find_lead(first.contact).await.unwrap().unwrap();
        let lead = &found.lead;
        assert_eq!(
            (lead.source.as_deref(), lead.campaign.as_deref()),
            (Some("fair"), Some("fair"))
        );
        assert_eq!((lead.interest, lead.last_at), (9, Some(second.at)));
        let touches: Vec<_> = found.touches.iter().map(|(_, campaign)| campaign.as_str()).collect();
        assert_eq!(touches, ["fair", "mail"]);
        let authors: Vec<_> = found.transcript.iter().map(|line| line.author).collect();
        assert_eq!(authors, [Author::Contact, Author::Bot].repeat(3));
    });
}

#[test]
fn evidence_comes_back_as_the_scoring_takes_it() {
    with_database(|database| async move {
        let db = database.connect().await;
        let first = turn(&db, "ada", 1, 0);
        let mut second = turn(&db, "ada", 2, 1);
        second.withdrawn = vec![(1, 0)];
        second.events[0].points = None;
        second.unanswered = vec!["can it fly?".to_owned()];
        db.commit_turn(&first).await.unwrap();
        db.commit_turn(&second).await.unwrap();
        let mut events = db.list_lead_events(&[first.contact]).await.unwrap();
        let events = events.remove(&first.contact).unwrap();
        let award = events[0].award.clone().unwrap();
        assert_eq!((award.base, award.cap, award.decay_days), (10, 40, Some(30)));
        assert_eq!((award.axis, award.withdrawn), (Axis::Interest, Some(2)));
        assert_eq!(events[0].reason, "Asked for a price");
        assert!(events[1].award.is_none(), "a wish has no points");
        let misses = db.list_unanswered(now(), 10).await.unwrap();
        assert_eq!((misses.len(), misses[0].text.as_str()), (1, "can it fly?"));
    });
}

/// Every column of every table that holds the canary, as bytes, text, array or JSON.
async fn columns_with(database: &TestDatabase, canary: &str) -> Vec<String> {
    let mut plain = database.plain().await;
    let columns: Vec<(String, String)> = sqlx::query_as(
        "SELECT table_name::text, column_name::text FROM information_schema.columns
        WHERE table_schema = 'public' ORDER BY 1, 2",
    )
    .fetch_all(&mut plain)
    .await
    .unwrap();
    let mut found = Vec::new();
    for (table, column) in columns {
        let hex: String = canary.bytes().map(|byte| format!("{byte:02x}")).collect();
        let sql = format!(
            "SELECT count(*) FROM {table} WHERE {column}::text LIKE '%{canary}%' OR {column}::text LIKE '%{hex}%'"
        );
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut plain).await.unwrap();
        if rows > 0 {
            found.push(format!("{table}.{column}"));
        }
    }
    found
}

#[test]
fn nothing_is_left_of_somebody_who_is_forgotten() {
    with_database(|database| async move {
        let db = database.connect().await;
        let canary = "kanarienvogel";
        let mut first = turn(&db, canary, 1, 0);
        first.unanswered = vec![format!("who is {canary}?")];
        first.touch = Some(canary.into());
        first.events[0].reason = format!("{canary} asked");
        first.outbox[0].payload = Json::of(&canary).unwrap();
        let first = with_state(first, &State { campaign: Some(canary.into()), ..State::default() });
        db.commit_turn(&first).await.unwrap();
        db.commit_turn(&turn(&db, "bo", 1, 0)).await.unwrap();
        let id = first.contact.to_string();
        assert_eq!(
            columns_with(&database, canary).await,
            [
                "conversations.state",
                "identities.external_id",
                "lead_events.reason",
                "leads.name",
                "messages.text",
                "outbox.payload",
                "touches.campaign",
                "turns.event",
                "unanswered.text"
            ]
        );
        assert_eq!(columns_with(&database, &id).await.len(), 11, "one for each personal table");

        assert!(db.forget_contact(first.contact).await.unwrap());
        assert_eq!(columns_with(&database, canary).await, [""; 0]);
        assert_eq!(columns_with(&database, &id).await, [""; 0]);
        assert!(db.is_suppressed(&identity(canary)).await.unwrap());
        assert!(!db.is_suppressed(&identity("bo")).await.unwrap());
        assert!(!db.forget_contact(first.contact).await.unwrap());
        assert_eq!(names(&db, LeadFilter::All).await, ["bo Example"]);

        // A turn that was being decided meanwhile is stale, and they may come back.
        let late = turn(&db, canary, 2, 1);
        assert_eq!(db.commit_turn(&late).await.unwrap(), Committed::Stale);
        assert_eq!(db.commit_turn(&turn(&db, canary, 2, 0)).await.unwrap(), Committed::Done(1));
    });
}

#[test]
fn bare_visitors_are_dropped_after_a_while() {
    with_database(|database| async move {
        let db = database.connect().await;
        three(&db).await;
        assert_eq!(db.drop_bare_visitors(now() + Duration::days(1)).await.unwrap(), 0);
        assert_eq!(db.drop_bare_visitors(now() + Duration::days(3)).await.unwrap(), 1);
        assert_eq!(names(&db, LeadFilter::All).await, ["Ada", "Bo"]);
        assert!(!db.is_suppressed(&identity("Cy")).await.unwrap());
    });
}
