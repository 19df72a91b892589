//! Who may import whom: the rings of the house, read from the source.
//!
//! One package gets no help from Cargo with its inner borders, so this test reads every file of
//! `src/`: which modules of ours it names (`crate::`, `super::`), which crates, and, in the
//! inner rings, whether it asks for time, files or the environment. Tests inside `src/` are left
//! out. Each sort of crossing has a case here that must be refused.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

mod scan;
use scan::{asks_for, imports, names_crate, tokens, without_tests};

/// What a top-level module may import: `module`, its ring, the modules it sees.
const RINGS: &[(&str, u8, &[&str])] = &[
    ("domain", 0, &[]),
    ("diagnostic", 0, &[]),
    ("script", 1, &["domain", "diagnostic"]),
    ("texts", 1, &["domain", "diagnostic"]),
    // The engine speaks in text keys, so nothing in ring 2 sees `texts`.
    ("understanding", 2, &["domain", "diagnostic", "script"]),
    ("dialog", 2, &["domain", "diagnostic", "script"]),
    ("qualification", 2, &["domain", "diagnostic", "script"]),
    ("handoff", 2, &["domain", "diagnostic", "script"]),
    ("followup", 2, &["domain", "diagnostic", "script"]),
    (
        "decide",
        3,
        &["domain", "diagnostic", "script", "understanding", "dialog", "qualification", "handoff"],
    ),
    ("store", 4, &["domain", "diagnostic"]),
    (
        "app",
        5,
        &[
            "domain",
            "diagnostic",
            "script",
            "texts",
            "understanding",
            "dialog",
            "qualification",
            "handoff",
            "decide",
            "store",
        ],
    ),
    // Workers claim and mark rows; there is no use case in between that would do more than pass on.
    ("workers", 6, &["domain", "app", "store"]),
    ("channels", 6, &["domain", "app"]),
    ("http", 6, &["domain", "app"]),
    ("config", 7, EVERYTHING),
    ("logs", 7, EVERYTHING),
    ("postgres", 7, EVERYTHING),
    ("cli", 7, EVERYTHING),
    ("main", 7, EVERYTHING),
];

const EVERYTHING: &[&str] = &["*"];

/// Where a crate may be named. A crate of Cargo.toml that is missing here fails the test.
const CRATES: &[(&str, &[&str])] = &[
    ("annotate_snippets", &["diagnostic"]),
    (
        "anyhow",
        &["app", "workers", "channels", "http", "config", "logs", "postgres", "cli", "main"],
    ),
    ("arc_swap", &["app", "channels", "workers", "cli"]),
    ("axum", &["http"]),
    ("base64", &["channels"]),
    ("chrono", EVERYTHING),
    ("chrono_tz", EVERYTHING),
    ("clap", &["cli", "main"]),
    ("fastrand", &["app", "workers", "channels", "cli", "store"]),
    ("fixed_decimal", &["texts"]),
    ("fluent_bundle", &["texts"]),
    ("fluent_langneg", &["texts"]),
    ("fluent_syntax", &["texts"]),
    ("futures_util", &["channels"]),
    ("hmac", &["store"]),
    ("icu", &["texts"]),
    ("metrics", &["app", "workers", "channels", "http", "logs"]),
    ("metrics_exporter_prometheus", &["http", "cli"]),
    ("notify_debouncer_full", &["cli"]),
    ("postcard", &["understanding", "cli"]),
    ("pulp", &["understanding"]),
    ("reqwest", &["channels/telegram", "channels/discord", "channels/files"]),
    ("regex", &["script", "understanding", "texts"]),
    ("rust_decimal", EVERYTHING),
    ("rust_stemmers", &["understanding"]),
    ("rustix", &["config", "postgres", "cli"]),
    ("rustyline", &["channels/terminal", "cli/console"]),
    ("schemars", &["script"]),
    ("secrecy", &["channels", "config", "postgres", "cli"]),
    ("serde", EVERYTHING),
    ("serde_json", EVERYTHING),
    ("serde_saphyr", &["script"]),
    ("sha2", EVERYTHING),
    ("sqlx", &["store", "postgres"]),
    ("strsim", &["script", "texts", "understanding", "config", "diagnostic"]),
    ("subtle", &["channels"]),
    ("teloxide_core", &["channels/telegram"]),
    ("thiserror", EVERYTHING),
    ("tokio", &["store", "app", "workers", "channels", "http", "postgres", "cli", "main", "logs"]),
    ("tokio_tungstenite", &["channels/discord"]),
    ("tokio_util", &["app", "workers", "channels", "http", "cli"]),
    ("toml", &["config"]),
    (
        "tracing",
        &["store", "app", "workers", "channels", "http", "config", "logs", "postgres", "cli"],
    ),
    ("tracing_subscriber", &["config", "logs"]),
    ("unic_langid", &["texts"]),
    ("unicode_normalization", EVERYTHING),
    ("unicode_segmentation", EVERYTHING),
    ("uuid", EVERYTHING),
    ("whichlang", &["understanding"]),
];

/// What rings 0 to 3 must not ask for: they are given it.
const OUTSIDE: &[&str] = &[
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "thread::spawn",
    "thread::sleep",
    "std::io",
    "File::open",
    "Instant::now",
    "SystemTime::now",
    "Utc::now",
    "Local::now",
    "new_v4",
    "now_v7",
    "async fn",
    ".await",
];

/// Files of the inner rings that may read files all the same.
const MAY_READ_FILES: &[&str] = &["script/source.rs", "script/source/mod.rs"];

#[test]
fn every_ring_sees_only_what_it_may() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut files = 0;
    for path in rust_files(&source) {
        let name = path.strip_prefix(&source).unwrap().to_str().unwrap().to_owned();
        if is_test_file(&name) {
            continue;
        }
        files += 1;
        found.extend(crossings(&name, &fs::read_to_string(&path).unwrap()));
    }
    assert!(files > 20, "only {files} files were found in {}", source.display());
    assert!(found.is_empty(), "{} crossings:\n{}", found.len(), found.join("\n"));
}

#[test]
fn every_crate_has_its_place() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let text = fs::read_to_string(manifest).unwrap();
    let dependencies = text.split("\n[dependencies]\n").nth(1).unwrap();
    let dependencies = dependencies.split("\n[").next().unwrap();
    let declared: BTreeSet<String> = dependencies
        .lines()
        .filter_map(|line| line.split_once(['=', '.']))
        .map(|(name, _)| name.trim().replace('-', "_"))
        .collect();
    let placed: BTreeSet<String> = CRATES.iter().map(|(name, _)| (*name).to_owned()).collect();
    let homeless: Vec<_> = declared.difference(&placed).collect();
    assert!(homeless.is_empty(), "say in CRATES where these may be named: {homeless:?}");
}

fn refused(file: &str, text: &str) {
    assert!(!crossings(file, text).is_empty(), "{file} was let through:\n{text}");
}

fn allowed(file: &str, text: &str) {
    assert_eq!(crossings(file, text), Vec::<String>::new(), "{file}:\n{text}");
}

#[test]
fn refuses_to_look_outward() {
    refused("domain/reply.rs", "use crate::script::model::Script;");
    refused("script/check.rs", "fn f(x: crate::dialog::Step) {}");
    refused("store/turns.rs", "use crate::app::turns::Receipt;");
    refused(
        "dialog/advance.rs",
        "use crate::{\n    domain::ids::SlotId,\n    decide::Outcome,\n};",
    );
    refused("app/mod.rs", "pub use crate::workers::sender::Sender;");
    refused("decide.rs", "use super::store::Db;");
    refused("dialog/step.rs", "use super::super::app::Turns;");
    refused("decide.rs", "use crate::texts::Texts;");
}

#[test]
fn refuses_neighbours() {
    refused("script/parse.rs", "use crate::texts::Texts;");
    refused("dialog/mod.rs", "use super::qualification::score;");
    refused("http/mod.rs", "use crate::store::Db;");
    refused("channels/terminal.rs", "use crate::workers::sender::Sender;");
    refused("domain/ids.rs", "use crate::diagnostic::Span;");
    refused("qualification/score.rs", "use crate::{dialog::{self, slot}, domain::value::Value};");
}

#[test]
fn refuses_a_wildcard_and_an_unknown_room() {
    refused("domain/ids.rs", "use crate::*;");
    refused("domain/ids.rs", "use crate as house;");
    refused("utils/strings.rs", "fn f() {}");
    refused("domain/ids.rs", "use crate::utils::f;");
}

#[test]
fn refuses_crates_out_of_their_place() {
    refused("app/turns.rs", "let pool: sqlx::PgPool = todo;");
    refused("cli/leads.rs", "use sqlx::Row;");
    refused("cli/serve.rs", "use axum::Router;");
    refused("texts/render.rs", "use serde_saphyr::Spanned;");
    refused("script/check.rs", "use ::fluent_syntax::ast;");
    refused("channels/fake.rs", "use rustyline::Editor;");
    refused("app/mod.rs", "#[derive(clap::Parser)]\nstruct X;");
    refused("dialog/step.rs", "use tokio;");
    refused("domain/mod.rs", "use anyhow::Result;");
}

#[test]
fn refuses_time_files_and_environment_within() {
    refused("decide.rs", "let now = chrono::Utc::now();");
    refused("understanding/intent.rs", "let began = Instant::now();");
    refused("texts/source.rs", "let text = std::fs::read_to_string(path)?;");
    refused("texts/bundle.rs", "use std::{fmt, fs};");
    refused("dialog/mod.rs", "use std::env;");
    refused("qualification/score.rs", "async fn score() {}");
    refused("dialog/repair.rs", "let seed = Uuid::new_v4();");
    refused("script/source.rs", "let home = std::env::var(\"HOME\");");
}

#[test]
fn lets_honest_code_pass() {
    allowed("script/source.rs", "use std::fs;\nuse std::io;");
    allowed("domain/mod.rs", "pub mod ids;\nuse ids::SlotId;\nuse super::domain::value::Value;");
    allowed("dialog/step.rs", "use super::stack::Stack;\nuse crate::{domain::ids, script::model};");
    allowed("decide.rs", "// See crate::app for the rest.\nlet a = \"use sqlx::Row\";");
    allowed("decide.rs", "/* crate::store /* nested */ sqlx:: */ let c = 'a'; let d = '\\'';");
    allowed("store/mod.rs", "let text = r#\"crate::app \"quoted\" axum::\"#; use sqlx::PgPool;");
    allowed("cli/serve.rs", "use docent::http::Surface;\nuse crate::app::turns;");
    allowed("channels/terminal.rs", "use rustyline::Editor;\nuse crate::app::channel::Channel;");
    allowed(
        "domain/ids.rs",
        "fn f() {}\n#[cfg(test)]\nmod tests {\n    use crate::app::X;\n    fn g() { { } }\n}\n",
    );
    allowed("texts/render.rs", "let my_axum::x = regex_of::sqlx;");
}

/// Every crossing of one file, as sentences. `file` is its path within `src/`.
fn crossings(file: &str, text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let tokens = without_tests(&tokens);
    let room = file.split('/').next().unwrap_or(file).trim_end_matches(".rs");
    if room == "lib" {
        return Vec::new();
    }
    let Some((_, ring, sees)) = RINGS.iter().find(|(name, ..)| *name == room) else {
        return vec![format!("{file}: `{room}` is in no ring; see RINGS")];
    };
    let mut found = Vec::new();
    for name in imports(file, &tokens) {
        let known = RINGS.iter().any(|(module, ..)| *module == name);
        if name == room {
            continue;
        }
        if *sees != EVERYTHING && !sees.contains(&name.as_str()) {
            found.push(format!("{file}: ring {ring} must not see `crate::{name}`"));
        } else if !known && *sees != EVERYTHING {
            found.push(format!("{file}: `crate::{name}` is in no ring"));
        }
    }
    let place = file.trim_end_matches(".rs");
    for (name, homes) in CRATES {
        let at_home = *homes == EVERYTHING
            || homes.iter().any(|home| {
                place == *home || place.strip_prefix(home).is_some_and(|rest| rest.starts_with('/'))
            });
        if !at_home && names_crate(&tokens, name) {
            found.push(format!("{file}: the crate `{name}` may be named in {homes:?} only"));
        }
    }
    if *ring <= 3 {
        for outside in OUTSIDE {
            let reads = MAY_READ_FILES.contains(&file)
                && matches!(*outside, "std::fs" | "std::io" | "File::open");
            if !reads && asks_for(&tokens, outside) {
                found.push(format!("{file}: ring {ring} is given `{outside}`, and never asks"));
            }
        }
    }
    found
}

fn is_test_file(name: &str) -> bool {
    name.ends_with("/tests.rs") || name.contains("/tests/")
}

pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
