//! Why an utterance was understood as it was: for the people who write phrases.
//!
//! Start at [`Understanding::reasons`].

use super::Understanding;
use super::normalize::Text;
use super::query::Look;
use crate::domain::ids::Locale;

/// Why a meaning was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The meaning, as `intent.human` or `answer.warranty`.
    pub id: String,
    /// The nearest phrases and their likeness from 0 to 1, the nearest first.
    pub phrases: Vec<(String, f32)>,
    /// The words that speak most for it, or against it when negative.
    pub words: Vec<(String, f32)>,
}

/// How many phrases and words are told.
const TOLD: usize = 3;

impl Understanding {
    /// Why each of these meanings (`intent.human`, `answer.warranty`, `attribute.price`) was or
    /// was not found in an utterance, in the words of a locale.
    #[must_use]
    pub fn reasons(&self, locale: &Locale, utterance: &str, ids: &[String]) -> Vec<Reason> {
        let Some(model) = self.models.get(locale) else { return Vec::new() };
        let mut reasons = Vec::new();
        for id in ids {
            let class = model.classes.iter().zip(0u16..).find(|(class, _)| class.name() == *id);
            let Some((_, class)) = class else { continue };
            let (mut phrases, found) = model.reasons(class, utterance);
            phrases.truncate(TOLD);
            let mut words = found.words;
            words.truncate(TOLD);
            let phrases = phrases.into_iter().map(|(text, near)| (text.to_owned(), near)).collect();
            reasons.push(Reason { id: id.clone(), phrases, words });
        }
        reasons
    }

    /// What comes nearest in an utterance, sure enough or not: the meaning and its confidence.
    #[must_use]
    pub fn nearest(&self, locale: &Locale, utterance: &str) -> Vec<(String, f32)> {
        let Some(model) = self.models.get(locale) else { return Vec::new() };
        let text = Text::new(utterance);
        let ranked = model.classifier.rank(&text, model.reader(), Look::Second, |_| true);
        let told = ranked.iter().take(TOLD);
        told.map(|c| (model.classes[usize::from(c.class)].name(), c.confidence)).collect()
    }
}
