//! The smallest bad script for each code, with its frame, and the example, which has none.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use docent::app::edition::House;
use docent::diagnostic::frame::{Look, report};
use docent::diagnostic::{Diagnostic, codes};
use docent::script::{KnownTexts, Sources, load};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).expect("a date")
}

/// Keys of texts and intents, by the lines that begin them: all that the YAML needs to know.
fn known_texts(sources: &Sources) -> KnownTexts {
    let mut texts = KnownTexts::default();
    let folder = format!("locales/{}/", docent::script::locales(sources).0);
    for (_, text) in sources.files.iter().filter(|(path, _)| path.starts_with(&folder)) {
        let mut message = String::new();
        for line in text.lines() {
            let Some((key, _)) = line.split_once('=') else { continue };
            let key = match key.trim().strip_prefix('.') {
                Some(attribute) => format!("{message}.{attribute}"),
                None if key.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    message = key.trim().to_owned();
                    message.clone()
                }
                None => continue,
            };
            if let Some(intent) = key.strip_prefix("intent-").filter(|_| !key.contains('.')) {
                texts.intents.insert(intent.into());
            }
            texts.keys.get_or_insert_default().insert(key);
        }
    }
    texts
}

fn shown(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    report(diagnostics, |path| sources.text(path), Look::Plain)
}

#[test]
fn the_example_has_no_faults() {
    let sources = Sources::read(&root()).expect("the example is there");
    let checked = load(&sources, &known_texts(&sources), today());
    let told = shown(&sources, &checked.diagnostics);
    assert!(checked.diagnostics.is_empty(), "{told}");
    assert!(checked.script.is_some());
}

#[test]
fn the_example_passes_the_whole_check() {
    let sources = Sources::read(&root()).expect("the example is there");
    let house = House::check(&sources, today());
    assert!(house.diagnostics.is_empty(), "{}", shown(&sources, &house.diagnostics));
}

#[test]
fn a_text_that_nothing_says_is_told() {
    let mut sources = Sources::read(&root()).expect("the example is there");
    for locale in ["en", "de", "es", "pl"] {
        let path = format!("locales/{locale}/find_a_bike.ftl");
        let text = sources.files.get_mut(&path).expect("the example has it");
        text.push_str("\nfind_a_bike-intor = Hello.\n");
    }
    let house = House::check(&sources, today());
    let told: Vec<_> = house.diagnostics.iter().map(|fault| fault.code.id).collect();
    assert_eq!(told, ["D411"]);
    assert!(house.script.is_some(), "it is a warning");
}

/// The base script with a fixture laid over it. A fixture is a folder, or one file with sections
/// that begin with `# file: PATH`; `# gone: PATH` takes a file away.
fn fixture(path: &Path) -> Sources {
    let mut base = Sources::from(folder(&fixtures().join("base")));
    if path.is_dir() {
        let mut over = Sources::read(path).expect("the fixture is a script folder");
        for fault in &over.faults {
            base.files.remove(&fault.location.as_ref().expect("a file").file);
        }
        let own = folder(path);
        over.files.retain(|path, _| own.contains_key(path));
        base.files.append(&mut over.files);
        over.files = base.files;
        return over;
    }
    let text = fs::read_to_string(path).expect("the fixture is text");
    let mut current: Option<String> = None;
    for line in text.lines() {
        if let Some(path) = line.strip_prefix("# file: ") {
            base.files.insert(path.to_owned(), String::new());
            current = Some(path.to_owned());
        } else if let Some(path) = line.strip_prefix("# gone: ") {
            base.files.remove(path).expect("the base has the file");
        } else if let Some(file) = current.as_ref().and_then(|path| base.files.get_mut(path)) {
            file.push_str(line);
            file.push('\n');
        }
    }
    base
}

/// The UTF-8 files below a folder, by path.
fn folder(root: &Path) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let mut open = vec![root.to_owned()];
    while let Some(at) = open.pop() {
        for entry in fs::read_dir(&at).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if let Ok(text) = fs::read_to_string(&path) {
                let path = path.strip_prefix(root).expect("below").to_string_lossy().into_owned();
                files.insert(path, text);
            }
        }
    }
    files
}

fn fixtures() -> PathBuf {
    root().join("tests/diagnostics")
}

/// Fixtures by name, with the code that the name begins with.
fn all_fixtures() -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(fixtures()).expect("the folder is there").flatten();
    let mut all: Vec<(String, PathBuf)> = entries
        .map(|entry| entry.path())
        .filter_map(|path| Some((path.file_stem()?.to_string_lossy().into_owned(), path)))
        .filter(|(name, _)| name.starts_with('D'))
        .collect();
    all.sort();
    all
}

/// All that `docent check` finds.
fn faults(sources: &Sources) -> Vec<Diagnostic> {
    load(sources, &known_texts(sources), today()).diagnostics
}

#[test]
fn the_base_of_the_fixtures_has_no_faults() {
    let base = Sources::from(folder(&fixtures().join("base")));
    let found = faults(&base);
    assert!(found.is_empty(), "{}", shown(&base, &found));
}

#[test]
fn each_fixture_shows_its_code_and_no_other() {
    let mut wrong = Vec::new();
    for (name, path) in all_fixtures() {
        let sources = fixture(&path);
        let found = faults(&sources);
        let told = shown(&sources, &found);
        let code = &name[..4];
        if found.is_empty() || found.iter().any(|fault| fault.code.id != code) {
            wrong.push(format!("{name}: {told}"));
            continue;
        }
        insta::with_settings!({
            snapshot_path => "../diagnostics/frames",
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(name, told);
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_code_has_a_fixture() {
    let mut names: Vec<String> = all_fixtures().into_iter().map(|(name, _)| name).collect();
    // Those of texts are cases of `src/texts/check/`, whose frames are kept here.
    let of_texts = fs::read_dir(fixtures().join("texts")).expect("the folder is there").flatten();
    names.extend(of_texts.map(|entry| entry.file_name().to_string_lossy().into_owned()));
    let without: Vec<&str> = codes::all()
        .map(|code| code.id)
        .filter(|id| !names.iter().any(|name| name.starts_with(id)))
        .collect();
    assert!(without.is_empty(), "codes without an example: {}", without.join(" "));
    for name in &names {
        assert!(codes::all().any(|code| name.starts_with(code.id)), "{name} names no code");
    }
}

#[test]
fn a_broken_file_is_told_and_nothing_else() {
    let sources = Sources::read(&root()).expect("the example is there");
    let tables: Vec<&String> =
        sources.files.keys().filter(|path| path.ends_with(".yaml")).collect();
    assert!(tables.len() > 20);
    for path in tables {
        let mut broken = sources.clone();
        broken.files.insert(path.clone(), "a: [".to_owned());
        let checked = load(&broken, &known_texts(&broken), today());
        let told = shown(&broken, &checked.diagnostics);
        assert!(checked.script.is_none(), "{path}");
        let codes: Vec<&str> = checked.diagnostics.iter().map(|fault| fault.code.id).collect();
        assert_eq!(codes, ["D002"], "{path}: {told}");
    }
}

#[test]
fn damage_of_any_sort_is_told_and_never_a_panic() {
    let sources = Sources::read(&root()).expect("the example is there");
    let texts = known_texts(&sources);
    let mut seed = 1_u64;
    for (path, text) in sources.files.iter().filter(|(path, _)| path.ends_with(".yaml")) {
        for kind in 0..6 {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let at = (seed >> 33) as usize % text.len();
            let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let (before, after) = text.split_at(at);
            let damaged = match kind {
                0 => before.to_owned(),
                1 => format!("{before}\0{after}"),
                2 => format!("{before}{{{after}"),
                3 => format!("{before}\n{after}"),
                4 => format!("{before}ü𝄞 : - *{after}"),
                _ => format!("{before}{}", after.chars().skip(1).collect::<String>()),
            };
            let mut broken = sources.clone();
            broken.files.insert(path.clone(), damaged);
            let checked = load(&broken, &texts, today());
            shown(&broken, &checked.diagnostics);
            let fine = !checked.diagnostics.iter().any(Diagnostic::is_error);
            assert!(checked.script.is_some() || !fine, "{path} {kind} {at}");
        }
    }
}

#[test]
fn a_file_that_is_not_there_is_no_panic() {
    let sources = Sources::read(&root()).expect("the example is there");
    for path in sources.files.keys().filter(|path| path.ends_with(".yaml")) {
        let mut without = sources.clone();
        without.files.remove(path);
        let checked = load(&without, &known_texts(&without), today());
        shown(&without, &checked.diagnostics);
    }
    let nothing = load(&Sources::default(), &KnownTexts::default(), today());
    assert!(nothing.script.is_none());
}

#[test]
fn an_answer_past_its_date_is_told_and_does_not_stop_the_bot() {
    let base = folder(&fixtures().join("base"));
    let mut sources = Sources::from(base);
    let answers = "answers:\n  leasing: { owner: finance, source: s, valid_until: 2026-03-04 }\n";
    sources.files.insert("dialogs/answers.yaml".to_owned(), answers.to_owned());
    assert!(faults(&sources).is_empty(), "the last day still counts");
    let later = today().succ_opt().expect("a day");
    let checked = load(&sources, &known_texts(&sources), later);
    assert_eq!(checked.diagnostics.len(), 1);
    assert!(checked.diagnostics[0].is_error() && checked.script.is_some());
}
