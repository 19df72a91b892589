//! R1: YAML to a checked script.
pub mod model;
#[derive(Debug)]
pub struct Sources {
    pub files: std::collections::BTreeMap<String, String>,
}
impl Sources {
    pub fn read(_: &std::path::Path) -> anyhow::Result<Self> {
        todo!()
    }
}
pub struct Checked {
    pub script: Option<model::Script>,
    pub diagnostics: Vec<crate::diagnostic::Diagnostic>,
}
pub fn locales(_: &Sources) -> (crate::domain::ids::Locale, Vec<crate::domain::ids::Locale>) {
    todo!()
}
pub fn load(
    _: &Sources,
    _: &std::collections::BTreeMap<
        crate::domain::ids::Locale,
        std::collections::BTreeMap<String, crate::texts::Known>,
    >,
    _: chrono::NaiveDate,
) -> Checked {
    todo!()
}
