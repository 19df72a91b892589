//! Each file of `tests/diagnostics/texts/` is a small house and the report it must get: files
//! under `--- path` lines, settings of the check under `--- expected`, the report under
//! `--- report`. `UPDATE=1 cargo test` rewrites the reports.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::*;
use crate::diagnostic::frame::{Look, report};
use crate::diagnostic::{Severity, codes};
use crate::domain::ids::Locale;

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/diagnostics/texts");
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// Sections by name.
fn sections(case: &str) -> BTreeMap<String, String> {
    let mut sections = BTreeMap::new();
    for section in format!("\n{case}").split("\n--- ").skip(1) {
        let (name, text) = section.split_once('\n').unwrap_or((section, ""));
        let text = if text.is_empty() { String::new() } else { format!("{text}\n") };
        sections.insert(name.to_owned(), text);
    }
    sections
}

fn expected(settings: &str) -> Expected {
    let mut expected = Expected::default();
    for line in settings.lines() {
        let words: Vec<String> = line.split_whitespace().skip(1).map(str::to_owned).collect();
        match line.split_whitespace().next() {
            Some("variables") => {
                let classes = vec![Class::new("ask-", Some("noted"), &["value"])];
                let everywhere = words.into_iter().collect();
                expected.variables = Some(Variables { everywhere, classes });
            }
            Some("used") => expected.used = Some(words.into_iter().collect()),
            _ => {}
        }
    }
    expected
}

/// What is wrong with the house of a case, beside its gaps in standard texts.
fn faults(sections: &BTreeMap<String, String>) -> (BTreeMap<String, String>, Vec<Diagnostic>) {
    let files: BTreeMap<String, String> = sections
        .iter()
        .filter(|(name, _)| name.contains('/'))
        .map(|(name, text)| (name.clone(), text.clone()))
        .collect();
    let locales = ["en", "de", "pl"].map(Locale::from);
    let served: Vec<Locale> = locales
        .into_iter()
        .filter(|locale| files.keys().any(|path| path.contains(&format!("/{locale}/"))))
        .collect();
    let (texts, mut faults) = Texts::load(&files, &Locale::from("en"), &served);
    let expected = expected(sections.get("expected").map_or("", String::as_str));
    faults.extend(texts.check(&files, &expected));
    faults.retain(|fault| {
        fault.location.as_ref().is_none_or(|place| !standard::is_path(&place.file))
    });
    (files, faults)
}

#[expect(clippy::disallowed_methods, reason = "a switch of the tests, not of the product")]
fn is_updating() -> bool {
    std::env::var_os("UPDATE").is_some()
}

#[test]
fn each_bad_house_gets_its_report() {
    let mut wrong = String::new();
    for path in cases() {
        let case = std::fs::read_to_string(&path).unwrap();
        let sections = sections(case.trim_end());
        let (files, faults) = faults(&sections);
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(faults.iter().any(|fault| name.starts_with(fault.code.id)), "{name}: {faults:?}");
        let source = |path: &str| files.get(path).map(String::as_str);
        let report = report(&faults, source, Look::Plain);
        let report = report.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
        if sections.get("report").map(|told| told.trim_end()) != Some(report.as_str()) {
            if is_updating() {
                let input = case.split("\n--- report").next().unwrap_or_default().trim_end();
                std::fs::write(&path, format!("{input}\n--- report\n{report}\n")).unwrap();
            } else {
                wrong.push_str(&format!("{}:\n{report}\n\n", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "these reports have changed:\n{wrong}");
}

#[test]
fn each_code_has_a_failing_example() {
    for code in codes::all().filter(|code| ["D4", "D5", "D6"].contains(&&code.id[..2])) {
        let has_case = cases().iter().any(|path| {
            path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(code.id))
        });
        assert!(has_case, "{} has no example in tests/diagnostics/texts", code.id);
    }
}

/// The example that ships must be exemplary.
#[test]
fn the_example_has_no_errors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
    let mut files = BTreeMap::new();
    for locale in std::fs::read_dir(root).unwrap() {
        let locale = locale.unwrap();
        for file in std::fs::read_dir(locale.path()).unwrap() {
            let file = file.unwrap();
            let (folder, name) = (locale.file_name(), file.file_name());
            let path = format!("locales/{}/{}", folder.display(), name.display());
            files.insert(path, std::fs::read_to_string(file.path()).unwrap());
        }
    }
    let locales = ["en", "de", "es", "pl"].map(Locale::from);
    let (texts, mut faults) = Texts::load(&files, &Locale::from("en"), &locales);
    faults.extend(texts.check(&files, &Expected::default()));
    let source = |path: &str| files.get(path).map(String::as_str);
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    assert_eq!(errors, 0, "{}", report(&faults, source, Look::Plain));
}

proptest::proptest! {
    /// Whatever somebody writes, it is reported, not fatal.
    #[test]
    fn no_text_breaks_reading_checking_or_saying_it(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40),
    ) {
        let text = pieces.concat();
        let files = BTreeMap::from([("locales/en/a.ftl".to_owned(), text.clone())]);
        let en = Locale::from("en");
        let (texts, mut faults) = Texts::load(&files, &en, &[]);
        faults.extend(texts.check(&files, &expected("used a\nvariables x")));
        let _ = report(&faults, |_| Some(text.as_str()), Look::Plain);
        for key in texts.keys_with_prefix("") {
            let _ = texts.render_plain(&en, &crate::domain::reply::Part::tell(key), &());
        }
    }
}

const PIECES: &[&str] = &[
    "a",
    "b = ",
    "-c = ",
    "ask-d = ",
    "\n",
    "\n    ",
    "\n    .said =",
    "\n    .why = ",
    "{",
    "}",
    "{ $x }",
    "{ a }",
    "{ -c }",
    "{ $x ->",
    "\n [one] ",
    "\n *[other] ",
    "\n    ?",
    "!",
    "é",
    "ł\u{301}",
    "\"",
    "\\u00",
    "#",
    ",",
    "\r\n",
    "hurry ",
    "\u{2019}",
    "𝒳",
    " ",
    "NUMBER(",
    ")",
    ": 1",
];
