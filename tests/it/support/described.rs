//! The platforms' machine-readable descriptions, where they are at hand: in the folder that
//! `DOCENT_PLATFORM_DESCRIPTIONS` names, else in `../shared/data/platforms` beside the repository.

use std::path::PathBuf;

use serde_json::Value;

/// A description by its file's name; none when it is not here, which is said aloud. Whoever asks
/// keeps the answer, for the files are large.
#[expect(clippy::disallowed_methods, clippy::print_stderr, reason = "what CI sets for the tests")]
pub fn load(file: &str) -> Option<Value> {
    let named = std::env::var_os("DOCENT_PLATFORM_DESCRIPTIONS").map(PathBuf::from);
    let repository = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let beside = ["../shared/data/platforms", "../../shared/data/platforms"]
        .map(|folder| repository.join(folder));
    let found = named
        .into_iter()
        .chain(beside)
        .find_map(|folder| std::fs::read_to_string(folder.join(file)).ok());
    if found.is_none() {
        eprintln!("SKIPPED: {file} is not at hand, so requests are not held against it");
    }
    found.map(|text| serde_json::from_str(&text).expect("the description is JSON"))
}
