//! Written talks: the marketers' own, and those with lines that nobody trained.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use docent::app::rehearsal::rehearse;
use docent::domain::lexicon::Lexicon;

use crate::support::bot::{example, root};

#[test]
fn every_written_talk_goes_as_it_is_written() {
    let talks = talks(&root().join("dialogs/tests"));
    assert!(talks.len() >= 40, "at least forty talks ship, found {}", talks.len());
    run(&talks);
}

#[test]
fn talks_with_untrained_lines_go_as_expected() {
    let talks = talks(&root().join("tests/unseen"));
    assert!(talks.len() >= 4, "one for each language, found {}", talks.len());
    run(&talks);
}

#[test]
fn no_line_of_an_untrained_talk_is_a_phrase_or_stands_in_a_written_talk() {
    let edition = example();
    let lexicon = docent::app::edition::lexicon(&edition.script, &edition.texts);
    let mut known = phrases(&lexicon);
    for talk in talks(&root().join("dialogs/tests")) {
        known.extend(lines(&talk));
    }
    let seen: Vec<String> = talks(&root().join("tests/unseen"))
        .iter()
        .flat_map(|talk| lines(talk))
        .filter(|line| known.contains(line))
        .collect();
    assert!(seen.is_empty(), "these lines are known to the bot: {seen:?}");
}

fn run(talks: &[PathBuf]) {
    let edition = example();
    let mut report = String::new();
    for path in talks {
        let source = std::fs::read_to_string(path).expect("a talk");
        for failure in rehearse(&edition, &source).failures {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            report.push_str(&format!("{name}:{}: {}\n", failure.line, failure.message));
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

fn talks(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder of talks") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(talks(&path));
        } else if path.extension().is_some_and(|ending| ending == "chat") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What the visitor says in a talk.
fn lines(path: &Path) -> Vec<String> {
    let source = std::fs::read_to_string(path).expect("a talk");
    source.lines().filter_map(|line| line.trim().strip_prefix('>')).map(plain).collect()
}

fn phrases(lexicon: &Lexicon) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for words in lexicon.locales.values() {
        let lists = (words.intents.values())
            .chain(words.answers.values())
            .chain(words.options.values())
            .chain(words.products.values())
            .chain(words.kinds.values())
            .chain(words.slots.values())
            .flatten();
        known.extend(lists.map(|phrase| plain(phrase)));
        for attribute in words.attributes.values() {
            let lists = attribute.said.iter().chain(&attribute.most).chain(&attribute.least);
            known.extend(lists.map(|phrase| plain(phrase)));
        }
    }
    known
}

/// As the comparison sees a line: without case and outer marks.
fn plain(line: &str) -> String {
    line.trim().trim_matches(['?', '!', '.', '¿', '¡']).trim().to_lowercase()
}
