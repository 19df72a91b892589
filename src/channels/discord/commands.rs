//! The slash commands: what is registered with Discord, in every language that is served.
//!
//! Pure. Names and descriptions are texts of the house (`command-ask` and its `.name`), so a writer
//! may change them; what Discord would refuse gives way to the plain English name.

use serde_json::{Map, Value, json};

use crate::domain::ids::Locale;

/// The commands, by their plain names.
pub const COMMANDS: &[&str] = &["ask", "human", "stop", "privacy", "language"];

/// The longest name and description.
const NAME: usize = 32;
const ABOUT: usize = 100;

/// A text of the house in a language: the key, and its attribute.
pub type Words<'a> = &'a dyn Fn(&Locale, &str, Option<&str>) -> String;

/// All commands, as Discord registers them at once.
#[must_use]
pub fn registration(locales: &[Locale], words: Words<'_>) -> Value {
    COMMANDS.iter().map(|name| command(name, locales, words)).collect()
}

fn command(name: &str, locales: &[Locale], words: Words<'_>) -> Value {
    let key = format!("command-{name}");
    let mut command = described(name, locales, &|locale, attribute| words(locale, &key, attribute));
    command["type"] = json!(1);
    // In servers and in the private talk with us.
    command["contexts"] = json!([0, 1]);
    command["integration_types"] = json!([0]);
    match name {
        "ask" => {
            let mut question = described("question", locales, &|locale, attribute| {
                words(locale, "command-ask", Some(inner(attribute)))
            });
            question["type"] = json!(3);
            question["required"] = json!(true);
            question["max_length"] = json!(2000);
            command["options"] = json!([question]);
        }
        "language" => {
            let mut language = described("language", locales, &|locale, attribute| {
                words(locale, "command-language", attribute)
            });
            let choices: Vec<Value> = locales
                .iter()
                .take(25)
                .map(|locale| {
                    let label = words(locale, &format!("option-language_{locale}"), None);
                    let label = if label.is_empty() { locale.to_string() } else { label };
                    json!({ "name": shortened(&label), "value": locale.as_str() })
                })
                .collect();
            language["type"] = json!(3);
            language["required"] = json!(false);
            language["choices"] = json!(choices);
            command["options"] = json!([language]);
        }
        _ => {}
    }
    command
}

/// The texts of the option within the command's.
fn inner(attribute: Option<&str>) -> &'static str {
    if attribute.is_some() { "question" } else { "question-about" }
}

/// Name and description, plain and in every language.
fn described(
    plain: &str,
    locales: &[Locale],
    words: &dyn Fn(&Locale, Option<&str>) -> String,
) -> Value {
    let mut names = Map::new();
    let mut abouts = Map::new();
    for locale in locales {
        let name = words(locale, Some("name")).to_lowercase();
        let about = shortened(&words(locale, None));
        for tag in tags(locale) {
            if is_name(&name) {
                names.insert(tag.to_owned(), json!(name));
            }
            if !about.is_empty() {
                abouts.insert(tag.to_owned(), json!(about));
            }
        }
    }
    let first = locales.first().map(|locale| shortened(&words(locale, None))).unwrap_or_default();
    let about = if first.is_empty() { plain.to_owned() } else { first };
    json!({
        "name": plain, "description": about,
        "name_localizations": names, "description_localizations": abouts,
    })
}

fn shortened(text: &str) -> String {
    super::markup::cut(text.trim(), ABOUT)
}

/// Whether Discord takes it as the name of a command: 1 to 32 letters, digits, `-`, `_` and `'`.
fn is_name(name: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '\'');
    (1..=NAME).contains(&name.chars().count()) && name.chars().all(letter)
}

/// What Discord calls a language: it knows some by their country only.
fn tags(locale: &Locale) -> Vec<&'static str> {
    const KNOWN: &[&str] = &[
        "id", "da", "de", "en-GB", "en-US", "es-ES", "es-419", "fr", "hr", "it", "lt", "hu", "nl",
        "no", "pl", "pt-BR", "ro", "fi", "sv-SE", "vi", "tr", "cs", "el", "bg", "ru", "uk", "hi",
        "th", "zh-CN", "ja", "zh-TW", "ko",
    ];
    let tag = locale.as_str();
    if let Some(same) = KNOWN.iter().find(|known| **known == tag) {
        return vec![*same];
    }
    let language = tag.split('-').next().unwrap_or(tag);
    // A country that Discord does not know speaks its language all the same.
    KNOWN.iter().filter(|known| known.split('-').next() == Some(language)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn house(locale: &Locale, key: &str, attribute: Option<&str>) -> String {
        match (locale.as_str(), key, attribute) {
            ("de", "command-stop", Some("name")) => "Stopp".to_owned(),
            ("de", "command-human", Some("name")) => "mit einem Menschen".to_owned(),
            ("de", "command-ask", Some("question")) => "frage".to_owned(),
            ("de", "option-language_de", None) => "Deutsch".to_owned(),
            (tag, key, None) => format!("{key} in {tag}"),
            _ => String::new(),
        }
    }

    fn all() -> Value {
        registration(&["en".into(), "de".into(), "es".into()], &house)
    }

    #[test]
    fn all_commands_are_registered_by_their_plain_names() {
        let all = all();
        let names: Vec<_> = all.as_array().expect("a list").iter().map(|c| &c["name"]).collect();
        assert_eq!(names, COMMANDS);
        assert_eq!(all[2]["description"], "command-stop in en");
        assert_eq!(all[2]["contexts"], json!([0, 1]));
    }

    #[test]
    fn names_are_localised_where_discord_takes_them() {
        let all = all();
        assert_eq!(all[2]["name_localizations"], json!({ "de": "stopp" }));
        // Blanks are refused, so the plain name stays.
        assert_eq!(all[1]["name_localizations"], json!({}));
        let about = &all[2]["description_localizations"];
        assert_eq!(about["es-419"], "command-stop in es");
        assert_eq!((&about["en-US"], &about["en-GB"]), (&about["en-US"], &about["en-US"]));
    }

    #[test]
    fn options_carry_their_own_words() {
        let all = all();
        assert_eq!(all[0]["options"][0]["name_localizations"]["de"], "frage");
        assert_eq!(all[0]["options"][0]["required"], true);
        let choices = &all[4]["options"][0]["choices"];
        assert_eq!(choices[1], json!({ "name": "Deutsch", "value": "de" }));
        assert_eq!(choices[0]["name"], "option-language_en in en");
    }

    #[test]
    fn countries_that_discord_does_not_know_speak_their_language() {
        assert_eq!(tags(&"de-AT".into()), ["de"]);
        assert_eq!(tags(&"pt-BR".into()), ["pt-BR"]);
        assert_eq!(tags(&"es".into()), ["es-ES", "es-419"]);
        assert_eq!(tags(&"tlh".into()), [""; 0]);
    }
}
