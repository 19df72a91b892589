//! What people say stays out of every log line, metric and error page.
//!
//! A word that nothing else uses goes through the whole program, as a name, an address, a number, a
//! sentence, an error and a panic; then everything that was printed beside the talk is searched.

use std::panic::AssertUnwindSafe;
use std::process::{Output, Stdio};
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};

use super::support::database::{TestDatabase, with_database};

/// The word, and the number.
const CANARY: &str = "zanzibarkanarie";
const NUMBER: &str = "7654321";

fn lines() -> String {
    let long = format!("{CANARY} ").repeat(700);
    [
        "hi, my name is Zanzibarkanarie",
        "we are a bakery in Zanzibarkanarie with 3 vans, what would you recommend",
        "{ $zanzibarkanarie } <b>zanzibarkanarie</b> \\x00 \u{1}\u{202e}zanzibarkanarie",
        &long,
        "#1",
        "talk to a person",
        "yes please, note a call back",
        "tomorrow at 10",
        "+43 660 7654321",
        "zanzibarkanarie@canary.example",
        "no, the address is zanzibarkanarie.two@canary.example",
        "gibberish zanzibarkanarie florp",
        "delete my data",
        "yes",
        "",
    ]
    .join("\n")
}

fn assert_silent(what: &str, text: &[u8]) {
    let text = String::from_utf8_lossy(text).to_lowercase();
    for secret in [CANARY, NUMBER] {
        if let Some(at) = text.find(secret) {
            let start = text[..at].rfind('\n').map_or(0, |start| start + 1);
            let line = text[start..].lines().next().unwrap_or("");
            panic!("{what} holds {secret}:\n{line}");
        }
    }
}

/// The program with everything logged, on the test's database.
fn docent(database: &TestDatabase, folder: &std::path::Path, port: u16) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_docent"));
    // What is tried here needs no sentence vectors, which take long to learn with unoptimized.
    command.env("DOCENT_UNDERSTANDING_MODELS", "none");
    command
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("DATABASE_URL", &database.url)
        .env("DOCENT_DATA_DIR", folder)
        .env("DOCENT_LISTEN", format!("127.0.0.1:{port}"))
        .env("DOCENT_LOG", "trace")
        .env("DOCENT_LOG_FORMAT", "json")
        .env("RUST_BACKTRACE", "1")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

async fn ends(child: Child) -> Output {
    tokio::time::timeout(Duration::from_secs(120), child.wait_with_output())
        .await
        .expect("it ends")
        .expect("its output")
}

async fn get(port: u16, path: &str) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).await.ok()?;
    let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.ok()?;
    Some(answer)
}

/// Until `/readyz` says so.
async fn is_ready(port: u16) {
    for _ in 0..600 {
        if get(port, "/readyz").await.is_some_and(|answer| answer.starts_with("HTTP/1.1 200")) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("not ready within a minute");
}

/// The refusal of a row quotes the row: its words must not reach a log.
async fn refuse_what_was_not_understood(database: &TestDatabase) {
    use sqlx::Connection as _;
    let mut connection = database.plain().await;
    sqlx::query("ALTER TABLE unanswered ADD CONSTRAINT refused CHECK (text NOT LIKE '%florp%')")
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
}

#[test]
fn what_people_say_is_in_no_log_line_and_no_metric() {
    with_database(|database| async move {
        let folder = tempfile::tempdir().unwrap();
        refuse_what_was_not_understood(&database).await;
        let port = {
            let free = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
            free.local_addr().unwrap().port()
        };
        let serve = docent(&database, folder.path(), port).arg("serve").spawn().unwrap();
        is_ready(port).await;

        let mut chat = docent(&database, folder.path(), port)
            .args(["chat", "--as", "Zanzibarkanarie", "--locale", "en"])
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = chat.stdin.take().unwrap();
        input.write_all(lines().as_bytes()).await.unwrap();
        drop(input);
        let chat = ends(chat).await;
        let talk = String::from_utf8_lossy(&chat.stdout).into_owned();
        let log = String::from_utf8_lossy(&chat.stderr).into_owned();
        assert!(chat.status.success(), "{talk}\n{log}");
        assert!(log.contains("turn committed"), "the log says nothing of turns:\n{log}");
        assert_silent("the log of the chat", &chat.stderr);

        for path in ["/metrics", "/readyz", "/healthz", "/zanzibar"] {
            assert_silent(path, get(port, path).await.unwrap().as_bytes());
        }
        let pid = rustix::process::Pid::from_raw(serve.id().unwrap().cast_signed()).unwrap();
        rustix::process::kill_process(pid, rustix::process::Signal::TERM).unwrap();
        let serve = ends(serve).await;
        assert!(serve.status.success(), "{}", String::from_utf8_lossy(&serve.stderr));
        assert_silent("the log of serve", &serve.stderr);
        assert_silent("what serve prints", &serve.stdout);

        let leads = docent(&database, folder.path(), port).arg("leads").output().await.unwrap();
        assert_silent("the log of leads", &leads.stderr);
    });
}

#[tokio::test]
async fn a_password_is_in_no_error() {
    let folder = tempfile::tempdir().unwrap();
    for url in [
        "postgres://pia:zanzibarkanarie@127.0.0.1:1/docent",
        "postgres://pia:zanzibarkanarie@/:no:port/docent",
        "mysql://pia:zanzibarkanarie@127.0.0.1/docent",
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_docent"))
            .env("DOCENT_UNDERSTANDING_MODELS", "none")
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["leads"])
            .env("DATABASE_URL", url)
            .env("DOCENT_DATA_DIR", folder.path())
            .env("DOCENT_LOG", "trace")
            .stdin(Stdio::null())
            .output()
            .await
            .unwrap();
        assert!(!output.status.success());
        assert_silent(url.split("zanzibar").next().unwrap(), &output.stderr);
        assert_silent(url.split("zanzibar").next().unwrap(), &output.stdout);
    }
}

/// Asks the second half of the test below to panic.
const PANIC: &str = "DOCENT_TEST_PANIC";

#[test]
fn a_panic_tells_its_place_and_not_its_words() {
    if std::env::var_os(PANIC).is_some() {
        return panic_with_the_word();
    }
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "privacy::a_panic_tells_its_place_and_not_its_words", "--nocapture"])
        .env(PANIC, "1")
        .env("RUST_BACKTRACE", "1")
        .output()
        .unwrap();
    let log = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{log}");
    assert_silent("the report of a panic", &output.stderr);
    assert_eq!(log.matches("a panic was caught").count(), 4, "{log}");
    assert!(log.contains("tests/it/privacy.rs:"), "{log}");
    assert!(log.contains("incident"), "{log}");
    assert!(log.contains("a reason that stands in the source"), "{log}");
}

fn panic_with_the_word() {
    let settings = docent::config::Settings::read([], &[], |_| Ok(None)).unwrap();
    docent::logs::start(&settings.log).unwrap();
    let said = format!("my name is {CANARY}");
    let parsed: Result<u8, String> = Err(said.clone());
    let panics: [Box<dyn Fn()>; 4] = [
        Box::new(|| panic!("cannot read {said:?}")),
        Box::new(|| assert_eq!(parsed.clone().expect("a number"), 1)),
        Box::new(|| std::panic::panic_any(said.clone())),
        Box::new(|| panic!("a reason that stands in the source")),
    ];
    for panics in panics {
        assert!(std::panic::catch_unwind(AssertUnwindSafe(panics)).is_err());
    }
}
