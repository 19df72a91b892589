//! R1: every visible word, in Fluent.
//!
//! [`Texts`] holds the texts of all locales. [`Texts::load`] reads files, [`Texts::render`] makes
//! spans of a [`Reply`], [`Texts::words`] lists what people say. Loading never fails: what cannot
//! be read is reported and the rest is used, because a bad text must not take the bot down.
//! This module alone knows Fluent; it knows nothing of YAML or of chat platforms. Start reading
//! at [`Texts`], then `render.rs`; what is checked is in `check.rs`.

mod bundle;
pub mod check;
mod format;
mod money;
mod render;
mod rendered;
mod source;
mod spans;
mod standard;
mod units;
mod within;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use fluent_langneg::{NegotiationStrategy, negotiate_languages};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Diagnostic, Location, codes};
use crate::domain::ids::Locale;
use crate::domain::reply::{Part, Reply};
use bundle::Bundle;
pub use check::{Class, Expected, Variables};
pub use render::Scope;
pub use rendered::{Missing, Rendered};
use source::Name;
pub use words::Ids;

/// The texts of all locales. Put it behind an `Arc` to share it.
#[derive(Debug)]
pub struct Texts {
    /// Paths of the files, in the order they were read.
    files: Vec<String>,
    /// The default locale first. The last may be one that is not served and holds only what
    /// comes with the program.
    bundles: Vec<Bundle>,
    tags: Vec<LanguageIdentifier>,
    /// How many of the bundles are served locales.
    served: usize,
    /// For each bundle, which ones are tried in turn.
    chains: Vec<Vec<usize>>,
}

impl Texts {
    /// Loads the texts of the served locales from files by relative path
    /// (`locales/<locale>/<name>.ftl`; others are passed over). It never fails: what cannot be
    /// parsed is reported, the rest loads.
    #[must_use]
    pub fn load(
        files: &BTreeMap<String, String>,
        default_locale: &Locale,
        locales: &[Locale],
    ) -> (Self, Vec<Diagnostic>) {
        let mut faults = Vec::new();
        let mut bundles = vec![Bundle::new(default_locale.clone())];
        for locale in locales {
            if bundles.iter().all(|bundle| bundle.locale != *locale) {
                bundles.push(Bundle::new(locale.clone()));
            }
        }
        let served = bundles.len();
        let last_resort = Locale::from(standard::LAST_RESORT);
        if bundles.iter().all(|bundle| bundle.locale != last_resort) {
            bundles.push(Bundle::new(last_resort));
        }

        let mut paths: Vec<String> = Vec::new();
        let mut strangers = BTreeSet::new();
        for (path, text) in files {
            let Some(locale) = bundle::locale_of(path) else {
                continue;
            };
            let Some(bundle) = bundles[..served].iter_mut().find(|b| b.locale == *locale) else {
                if strangers.insert(locale) {
                    faults.push(unserved(path, locale, locales));
                }
                continue;
            };
            paths.push(path.clone());
            bundle.add(paths.len() - 1, path, &paths, text, &mut faults);
        }
        for bundle in &mut bundles {
            if let Some((path, text)) = bundle::standard_of(&bundle.locale) {
                paths.push(path);
                bundle.add_standard(paths.len() - 1, text);
            }
        }

        let tags: Vec<LanguageIdentifier> =
            bundles.iter().map(|bundle| tag(&bundle.locale)).collect();
        let chains = tags.iter().map(|tag| chain(tag, &tags, served)).collect();
        (Self { files: paths, bundles, tags, served, chains }, faults)
    }

    /// All texts of the default locale, by key, or by key, dot and attribute (`ask-city.why`,
    /// `option-talk.said`), for the checks of scripts. What could not be parsed counts as there,
    /// since it has been reported.
    #[must_use]
    pub fn keys(&self) -> BTreeSet<String> {
        let Some(bundle) = self.bundles.first() else { return BTreeSet::new() };
        let mut keys: BTreeSet<String> = bundle.broken.keys().cloned().collect();
        for (id, message) in &bundle.messages {
            // A message that has nothing but phrases is there all the same, but not as a text.
            keys.extend(message.texts().map(|(attribute, ..)| full_key(id, attribute)));
            keys.extend(message.phrases.iter().map(|(list, ..)| full_key(id, Some(list))));
        }
        keys
    }

    /// Whether a locale has a text itself, without falling back.
    #[must_use]
    pub fn has(&self, locale: &Locale, key: &str, attribute: Option<&str>) -> bool {
        self.served(locale).and_then(|bundle| bundle.messages.get(key)).is_some_and(|message| {
            message.text(attribute).is_some()
                || attribute.is_some_and(|name| message.phrases(name).is_some())
        })
    }

    /// The message ids that start with `prefix`, in any served locale.
    #[must_use]
    pub fn keys_with_prefix<'a>(&'a self, prefix: &'a str) -> BTreeSet<&'a str> {
        let served = self.bundles[..self.served].iter();
        let keys = served.flat_map(|bundle| bundle.messages.keys());
        keys.map(|key| &**key).filter(|key| key.starts_with(prefix)).collect()
    }

    /// The served locales, the default first.
    pub fn locales(&self) -> impl Iterator<Item = &Locale> {
        self.bundles[..self.served].iter().map(|bundle| &bundle.locale)
    }

    /// The short name of a weekday, counted from Monday as 0; empty for a locale that is not
    /// served.
    #[must_use]
    pub fn weekday(&self, locale: &Locale, index: usize) -> String {
        // The 1st of January 2024 was a Monday.
        let monday = chrono::NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
        let day = monday + chrono::Days::new(index as u64 % 7);
        self.served(locale).map_or_else(String::new, |bundle| bundle.formats.weekday(day))
    }

    /// Renders a reply. A reply is never in two languages: when a text is missing in the locale,
    /// the whole reply is rendered in the next locale of its chain; what is missing everywhere is
    /// left out.
    #[must_use]
    pub fn render(&self, locale: &Locale, reply: &Reply, scope: &dyn Scope) -> Rendered {
        let (bundle, outbound, missing) =
            self.first_complete(locale, |bundle| render::reply(bundle, reply, scope));
        Rendered { outbound, locale: bundle.locale.clone(), missing }
    }

    /// Renders one part as a plain string, with the same fallback. It is for lists and reports;
    /// what goes to a visitor is rendered by [`Texts::render`].
    #[must_use]
    pub fn render_plain(&self, locale: &Locale, part: &Part, scope: &dyn Scope) -> String {
        self.first_complete(locale, |bundle| render::plain(bundle, part, scope)).1
    }

    /// Tries the chain until nothing is missing; else takes the locale that lacks the least.
    fn first_complete<T>(
        &self,
        locale: &Locale,
        render: impl Fn(&Bundle) -> (T, Vec<Missing>, usize),
    ) -> (&Bundle, T, Vec<Missing>) {
        let found = self.bundles.iter().position(|bundle| bundle.locale == *locale);
        let negotiated;
        let chain = match found {
            Some(index) => &self.chains[index],
            None => {
                negotiated = chain(&tag(locale), &self.tags, self.served);
                &negotiated
            }
        };
        let first = &self.bundles[chain.first().copied().unwrap_or(0)];
        let (rendered, mut missing, mut absent) = render(first);
        let mut best = (first, rendered);
        for &index in chain.iter().skip(1) {
            if absent == 0 {
                break;
            }
            let bundle = &self.bundles[index];
            let (rendered, lacks, count) = render(bundle);
            if count < absent {
                // What the locale before lacked stays told, for the log.
                missing.retain(|m| matches!(m, Missing::Text { .. }));
                missing.extend(lacks);
                absent = count;
                best = (bundle, rendered);
            }
        }
        (best.0, best.1, missing)
    }

    /// The texts of a served locale.
    fn served(&self, locale: &Locale) -> Option<&Bundle> {
        self.bundles[..self.served].iter().find(|bundle| bundle.locale == *locale)
    }
}

/// The source of a built-in file by the path that diagnostics give it.
#[must_use]
pub fn built_in_source(path: &str) -> Option<&'static str> {
    let (locale, _) = path.strip_prefix("built-in/")?.split_once('/')?;
    standard::source(locale)
}

fn full_key(id: &str, attribute: Option<&str>) -> String {
    attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"))
}

fn variables(text: &source::Text) -> BTreeSet<String> {
    let names = text.uses.iter().filter_map(|used| match &used.name {
        Name::Variable(name) => Some(name.to_string()),
        _ => None,
    });
    names.collect()
}

fn tag(locale: &Locale) -> LanguageIdentifier {
    locale.as_str().parse().unwrap_or_default()
}

/// Which bundles to try for a locale: what matches it, then the default, then what comes with the
/// program.
fn chain(wanted: &LanguageIdentifier, tags: &[LanguageIdentifier], served: usize) -> Vec<usize> {
    let found = negotiate_languages(
        std::slice::from_ref(wanted),
        &tags[..served],
        tags.first(),
        NegotiationStrategy::Filtering,
    );
    let mut chain: Vec<usize> =
        found.iter().filter_map(|found| tags.iter().position(|tag| tag == *found)).collect();
    let last = tags.iter().position(|tag| tag.language.as_str() == standard::LAST_RESORT);
    chain.extend(last.filter(|last| !chain.contains(last)));
    chain
}

fn unserved(path: &str, locale: &str, locales: &[Locale]) -> Diagnostic {
    let served: Vec<&str> = locales.iter().map(Locale::as_str).collect();
    Diagnostic::new(&codes::UNSERVED_LOCALE, format!("the locale `{locale}` is not served"))
        .at(Location::file(path))
        .reason(format!("`locales` in bot.yaml lists {}", served.join(", ")))
        .help(format!("add `{locale}` to `locales` in bot.yaml, or remove the folder"))
}

#[cfg(test)]
mod tests;
