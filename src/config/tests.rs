use std::ffi::OsString;
use std::path::{Path, PathBuf};

use secrecy::ExposeSecret;

use super::*;

fn read(file: &str, variables: &[(&str, &str)], flags: &[&str]) -> Result<Settings, Mistakes> {
    let variables =
        variables.iter().map(|(name, value)| (OsString::from(name), OsString::from(value)));
    let flags: Vec<String> = flags.iter().map(|flag| (*flag).to_owned()).collect();
    Settings::read(variables, &flags, |path| {
        Ok((path == Path::new("docent.toml") && !file.is_empty()).then(|| file.to_owned()))
    })
}

/// Every mistake as one line: where, key, problem, mend.
fn mistakes(file: &str, variables: &[(&str, &str)]) -> Vec<String> {
    match read(file, variables, &[]) {
        Ok(_) => Vec::new(),
        Err(Mistakes(list)) => {
            list.iter().map(|m| m.to_string().replace("\n    ", " | ")).collect()
        }
    }
}

#[test]
fn nothing_configured_is_enough() {
    let settings = read("", &[("HOME", "/home/pia")], &[]).unwrap();
    assert_eq!(settings.listen.to_string(), "127.0.0.1:7117");
    assert_eq!(settings.scripts, PathBuf::from("."));
    assert!(settings.database.url.is_none());
    assert_eq!(settings.drain, Duration::from_secs(10));
    assert_eq!(settings.log.format, LogFormat::Text);
}

#[test]
fn later_layers_win() {
    let file = "listen = \"127.0.0.1:1\"\ndrain_seconds = 3\n[database]\npool = 1_0\n";
    let settings = read(file, &[("DOCENT_LISTEN", "127.0.0.1:2")], &[]).unwrap();
    assert_eq!(settings.listen.port(), 2);
    assert_eq!(settings.drain, Duration::from_secs(3));
    assert_eq!(settings.database.pool, 10);
    let settings = read(file, &[("DOCENT_LISTEN", "127.0.0.1:2")], &["listen=localhost:3"]);
    assert_eq!(settings.unwrap().listen.to_string(), "127.0.0.1:3");
}

#[test]
fn an_empty_variable_counts_as_not_set() {
    let settings = read("listen = '127.0.0.1:1'", &[("DOCENT_LISTEN", "")], &[]).unwrap();
    assert_eq!(settings.listen.port(), 1);
}

#[test]
fn paths_of_the_file_start_at_the_file() {
    let variables = [(OsString::from("DOCENT_CONFIG"), OsString::from("/etc/docent/house.toml"))];
    let settings = Settings::read(variables, &[], |_| {
        Ok(Some("scripts = 'pedalwerk'\ndata_dir = '/srv/docent'".into()))
    })
    .unwrap();
    assert_eq!(settings.scripts, PathBuf::from("/etc/docent/pedalwerk"));
    assert_eq!(settings.data_dir, PathBuf::from("/srv/docent"));
}

#[test]
fn all_mistakes_are_told_at_once() {
    let file = "lisen = \"x\"\ndrain_seconds = -1\n\n[databse]\npool = 3\n";
    let found = mistakes(file, &[("DOCENT_LOG_FORMT", "json"), ("DOCENT_LOG", "loud")]);
    assert_eq!(
        found,
        [
            "docent.toml:4: databse: no setting has this name | did you mean database?",
            "docent.toml:1: lisen: no setting has this name | did you mean listen?",
            "environment variable DOCENT_LOG_FORMT: no setting has this name \
             | did you mean DOCENT_LOG_FORMAT?",
            "docent.toml:2: drain_seconds: \"-1\" is not a whole number from 0 to 600 | write digits only",
            "environment variable DOCENT_LOG: log.level: \"loud\" is not a level \
             | write off, error, warn, info, debug or trace",
        ]
    );
}

#[test]
fn a_file_that_is_not_toml_is_told_with_its_line() {
    let found = mistakes("listen = '127.0.0.1:1'\nscripts = \n", &[]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("docent.toml:2: settings file: this is not TOML: "));
}

#[test]
fn wrong_shapes_are_told() {
    let check = |file: &str, expected: &str| {
        let found = mistakes(file, &[]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains(expected), "{found:?}");
    };
    check("database = 'postgres://x'", "this is a table, not a value");
    check("listen = ['a']", "this is an array");
    check("listen = 7117", "is not an address with a port");
    check("data_dir = '~/docent'", "~ is known to shells only");
    check("data_dir = ''", "the folder is empty");
    check("database.pool = 1", "from 2 to 1000");
    check("log.level = 'sqlx=debug'", "is not a part of Docent");
    check("DOCENT_LISTEN = 'x'", "did you mean listen?");
    check("database_url = 'x'", "did you mean database.url?");
    check("colour = 'blue'", "known are scripts, data_dir");
}

#[test]
fn a_named_file_must_exist() {
    let found = mistakes("", &[("DOCENT_CONFIG", "/nowhere/docent.toml")]);
    assert_eq!(
        found,
        ["environment variable DOCENT_CONFIG: settings file: /nowhere/docent.toml does not exist \
          | write the file, or unset DOCENT_CONFIG"]
    );
}

#[test]
fn variables_of_others_are_left_alone() {
    let others = [
        ("DOCENT_PORT", "tcp://10.0.0.1:7117"),
        ("DOCENT_SERVICE_HOST", "10.0.0.1"),
        ("DOCENT_TEST_SEED", "1"),
        ("PGPASSWORD", "x"),
    ];
    assert_eq!(mistakes("", &others), Vec::<String>::new());
}

#[test]
fn secrets_are_never_printed() {
    let url = "postgres://pia:s3cr3t-canary@db/docent";
    let settings = read("", &[("DATABASE_URL", url)], &[]).unwrap();
    assert!(!format!("{settings:?}").contains("canary"));
    assert_eq!(settings.database.url.unwrap().expose_secret(), url);
    for wrong in ["mysql://pia:canary@db", "postgres://", "postgres://a canary"] {
        for found in [
            mistakes("", &[("DATABASE_URL", wrong)]),
            mistakes(&format!("database.url = '{wrong}'"), &[]),
            mistakes(&format!("database.urll = '{wrong}'"), &[]),
        ] {
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(!found[0].contains("canary"), "{found:?}");
        }
    }
}

#[test]
fn topics_need_a_group_on_telegram() {
    let (telegram, discord) = ("DOCENT_TELEGRAM_TOKEN", "DOCENT_DISCORD_TOKEN");
    let found = |chats: &[(&str, &str)]| {
        let tokens = [(telegram, "1:a"), (discord, "MQ.a.b"), ("DOCENT_REP_PLACE", "topics")];
        mistakes("", &[&tokens[..], chats].concat())
    };
    let on = |channel, chat| [("DOCENT_REP_CHANNEL", channel), ("DOCENT_REP_CHAT", chat)];
    assert_eq!(found(&on("telegram", "-100500")), [""; 0]);
    let team = ("DOCENT_REP_TEAMS", "vienna=telegram:-100600");
    assert_eq!(found(&[&on("discord", "900")[..], &[team]].concat()), [""; 0]);
    let told = |chats: &[(&str, &str)], why: &str| {
        let found = found(chats);
        assert!(found.len() == 1 && found[0].contains(why), "{found:?}");
        assert!(found[0].contains("rep.place"), "{found:?}");
    };
    told(&on("discord", "900"), "no chat of the reps is on Telegram");
    told(&on("telegram", "71"), "71 is a private chat");
    told(&[], "there is no reps' group");
    let set = [&on("telegram", "-100500")[..], &[(telegram, "1:a")]].concat();
    assert!(!read("", &set, &[]).unwrap().rep.unwrap().topics, "private is the default");
    let found = mistakes("", &[&set[..], &[("DOCENT_REP_PLACE", "forum")]].concat());
    assert!(found.len() == 1 && found[0].contains("write private or topics"), "{found:?}");
}

#[test]
fn other_crates_stay_at_warnings() {
    let filter = levels("trace,docent::store=error").unwrap();
    let would = |target: &str, level| filter.would_enable(target, &level);
    assert!(would("docent::app", tracing::Level::TRACE));
    assert!(!would("docent::store", tracing::Level::WARN));
    assert!(!would("sqlx::query", tracing::Level::INFO));
    assert!(would("sqlx::query", tracing::Level::WARN));
}

#[test]
fn a_talk_is_not_interrupted_by_the_log_unless_asked_for() {
    let info = |settings: Settings| {
        settings.log.quieter().filter.would_enable("docent::app", &tracing::Level::INFO)
    };
    assert!(!info(read("", &[], &[]).unwrap()));
    assert!(info(read("", &[("DOCENT_LOG", "info")], &[]).unwrap()));
}

#[test]
fn the_readme_shows_this_table() {
    let readme = include_str!("../../README.md");
    assert!(
        readme.contains(&settings_table()),
        "put this table into README.md:\n\n{}",
        settings_table()
    );
}
