//! The standard flows: what every bot can do unless a house says otherwise.
//!
//! They are ordinary files of `dialogs/standard/`, built in. A house that has a flow of the same
//! name, in `dialogs/` or `dialogs/standard/`, overrides the one here.

/// Where standard flows lie in a script folder.
pub(crate) const FOLDER: &str = "dialogs/standard/";

/// Flows that the engine itself starts, so that nothing in the files needs to open them.
pub(crate) const STARTED_BY_ENGINE: &[&str] = &["welcome", "misunderstood"];

/// The text of a standard flow.
macro_rules! flows {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../dialogs/standard/", $name, ".yaml"))),)*]
    };
}

/// Names and texts of the standard flows.
#[rustfmt::skip]
pub const FLOWS: &[(&str, &str)] = flows! {
    "back"
    "bye"
    "cancel"
    "correct"
    "forget"
    "greeting"
    "help"
    "how_are_you"
    "human"
    "insult"
    "language"
    "misunderstood"
    "privacy"
    "repeat"
    "robot"
    "skip"
    "small_talk"
    "start_over"
    "stop"
    "thanks"
    "welcome"
    "why"
};

/// Whether a flow is standard behaviour, by its name.
pub(crate) fn is_standard(flow: &str) -> bool {
    FLOWS.iter().any(|(name, _)| *name == flow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_standard_file_is_built_in() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/dialogs/standard");
        let mut files: Vec<String> = std::fs::read_dir(folder)
            .expect("the folder is there")
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter_map(|name| name.strip_suffix(".yaml").map(str::to_owned))
            .collect();
        files.sort();
        let built_in: Vec<&str> = FLOWS.iter().map(|(name, _)| *name).collect();
        assert_eq!(files, built_in);
    }
}
