//! Values of a list as they stand in the file: texts, flags, lists, and what is wrong with one.

use toml::de::{DeTable, DeValue};

use super::{ListMistake, Reader};

impl Reader<'_> {
    /// A text, and where it stands.
    pub(super) fn words(&mut self, table: &DeTable<'_>, key: &str) -> Option<(usize, String)> {
        let value = table.get(key)?;
        let at = value.span().start;
        match value.get_ref() {
            DeValue::String(text) => Some((at, text.trim().to_owned())),
            _ => {
                self.wrong(at, format!("`{key}` is a text"), "write it in quotes");
                None
            }
        }
    }

    pub(super) fn flag(&mut self, table: &DeTable<'_>, key: &str) -> bool {
        match table.get(key).map(|value| (value.get_ref(), value.span().start)) {
            None => false,
            Some((DeValue::Boolean(flag), _)) => *flag,
            Some((_, at)) => {
                self.wrong(at, format!("`{key}` is yes or no"), "write true or false");
                false
            }
        }
    }

    /// A list of texts or days.
    pub(super) fn strings(
        &mut self,
        table: &DeTable<'_>,
        key: &str,
        form: &str,
    ) -> Vec<(usize, String)> {
        let Some(value) = table.get(key) else { return Vec::new() };
        let mut strings = Vec::new();
        let mut odd = Vec::new();
        match value.get_ref() {
            DeValue::Array(entries) => {
                for entry in entries {
                    match entry.get_ref() {
                        DeValue::String(text) => {
                            strings.push((entry.span().start, text.trim().to_owned()));
                        }
                        DeValue::Datetime(day) => {
                            strings.push((entry.span().start, day.to_string()));
                        }
                        _ => odd.push(entry.span().start),
                    }
                }
            }
            _ => odd.push(value.span().start),
        }
        for at in odd {
            self.wrong(at, format!("`{key}` is a list"), &format!("write {form}"));
        }
        strings
    }

    /// A value, or what is wrong with it.
    pub(super) fn taken<T>(&mut self, at: usize, value: Result<T, (String, String)>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err((problem, mend)) => {
                self.wrong(at, problem, &mend);
                None
            }
        }
    }

    pub(super) fn wrong(&mut self, at: usize, problem: String, mend: &str) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = 1 + before.matches('\n').count();
        let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
        self.mistakes.push(ListMistake { line, column, problem, mend: mend.to_owned() });
    }
}

/// Where the value of a key stands.
pub(super) fn place(table: &DeTable<'_>, key: &str) -> Option<usize> {
    table.get(key).map(|value| value.span().start)
}
