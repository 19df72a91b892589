//! `docent evaluate` from outside: figures over labelled lines, and a house judged by its phrases.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

const TRAIN: &[(&str, &str)] = &[
    ("when will my order arrive", "delivery"),
    ("how long does delivery take", "delivery"),
    ("where is my parcel", "delivery"),
    ("do you ship to austria", "delivery"),
    ("how much does it cost", "price"),
    ("what is the price of the big one", "price"),
    ("is that expensive", "price"),
    ("send me your price list", "price"),
    ("I want to talk to a person", "human"),
    ("connect me to someone from your team", "human"),
    ("can a colleague call me", "human"),
    ("let me speak to a real human", "human"),
    ("my battery does not charge", "repair"),
    ("the brake is broken", "repair"),
    ("I need a mechanic", "repair"),
    ("something rattles when I ride", "repair"),
];

const GERMAN: &[(&str, &str)] = &[
    ("Wann kommt meine Lieferung an?", "delivery"),
    ("Wie lange dauert der Versand?", "delivery"),
    ("Wie viel kostet das?", "price"),
    ("Ist das teuer?", "price"),
    ("Ich möchte mit einem Menschen sprechen", "human"),
    ("Kann mich ein Kollege anrufen?", "human"),
    ("Der Akku lädt nicht mehr", "repair"),
    ("Die Bremse ist kaputt", "repair"),
];

fn write(path: &Path, lines: &[(&str, &str)]) {
    let each = lines.iter().map(|(text, label)| json!({ "text": text, "label": label }));
    fs::write(path, each.map(|line| format!("{line}\n")).collect::<String>()).unwrap();
}

fn evaluate(folder: &Path, arguments: &[&str]) -> (bool, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_docent"))
        .current_dir(folder)
        .env("DOCENT_DATA_DIR", folder)
        .arg("evaluate")
        .args(arguments)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[test]
fn lines_of_another_language_are_understood_with_the_encoder_only() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    write(&at("train.jsonl"), TRAIN);
    write(&at("test.jsonl"), GERMAN);
    write(&at("oos.jsonl"), &[("what is the capital of France", ""), ("sing me a song", "")]);
    let figures = |models: &str| -> Value {
        let (fine, out, error) = evaluate(
            folder.path(),
            &[
                "--train",
                "train.jsonl",
                "--test",
                "test.jsonl",
                "--oos",
                "oos.jsonl",
                "--test-locale",
                "de",
                "--models",
                models,
                "--json",
            ],
        );
        assert!(fine, "{error}");
        serde_json::from_str(&out).unwrap()
    };
    let (with, without) = (figures("all"), figures("none"));
    for name in [
        "accuracy",
        "macro_f1",
        "oos_recall",
        "in_scope_accuracy",
        "auroc",
        "train_ms",
        "p50_us",
        "p99_us",
        "peak_mib",
    ] {
        assert!(with[name].as_f64().is_some_and(|x| x >= 0.0), "{name}: {with}");
    }
    assert!(with["accuracy"].as_f64() >= Some(0.85), "{with}");
    assert!(without["accuracy"].as_f64() < Some(0.7), "{without}");
}

#[test]
fn a_line_that_is_none_is_named() {
    let folder = tempfile::tempdir().unwrap();
    write(&folder.path().join("train.jsonl"), TRAIN);
    fs::write(folder.path().join("test.jsonl"), "{\"text\": \"hello\"}\nhello\n").unwrap();
    let (fine, _, error) =
        evaluate(folder.path(), &["--train", "train.jsonl", "--test", "test.jsonl"]);
    assert!(!fine && error.contains("test.jsonl:2"), "{error}");
}

#[test]
fn the_example_is_judged_by_its_own_phrases() {
    let folder = tempfile::tempdir().unwrap();
    let root = env!("CARGO_MANIFEST_DIR");
    let scripts = format!("scripts={root}");
    let (fine, out, error) = evaluate(
        folder.path(),
        &["--set", &scripts, "--locale", "en", "--models", "none", "--json"],
    );
    assert!(fine, "{error}");
    let told: Value = serde_json::from_str(&out).unwrap();
    let english = &told["en"];
    assert!(english["phrases"].as_u64() > Some(300), "{english}");
    // Writers write phrases that differ, so held back ones are hard to guess from the others.
    assert!(english["accuracy"].as_f64() > Some(0.35), "{english}");
    let wrong = english["wrong"].as_array().unwrap();
    assert!(wrong.iter().all(|line| line["label"] != line["taken"]), "{wrong:?}");
}
