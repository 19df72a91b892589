//! What people say, as the understanding wants it.

use super::Texts;
use super::render::plain;
use crate::domain::ids::{
    AnswerId, AttributeId, IntentId, KindId, Locale, OptionId, ProductId, SlotId,
};
use crate::domain::lexicon::{AttributeWords, Words};
use crate::domain::reply::Part;

/// Everything that people may speak about: the ids of a script.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ids {
    /// Intents.
    pub intents: Vec<IntentId>,
    /// Answers.
    pub answers: Vec<AnswerId>,
    /// Options.
    pub options: Vec<OptionId>,
    /// Products.
    pub products: Vec<ProductId>,
    /// Kinds of products.
    pub kinds: Vec<KindId>,
    /// Attributes.
    pub attributes: Vec<AttributeId>,
    /// Slots.
    pub slots: Vec<SlotId>,
}

impl Texts {
    /// The phrases of a list (`said`, `most`, `least`), as written; empty when there is none.
    /// Locales never fill in for each other here: phrases of another language would be noise.
    #[must_use]
    pub fn phrases(&self, locale: &Locale, key: &str, attribute: &str) -> Vec<String> {
        let list = self
            .served(locale)
            .and_then(|bundle| bundle.messages.get(key))
            .and_then(|message| message.phrases(attribute));
        list.iter().flat_map(|phrases| &phrases.list).map(|(words, _)| words.to_string()).collect()
    }

    /// What people say in a locale about what a script knows.
    #[must_use]
    pub fn words(&self, locale: &Locale, ids: &Ids) -> Words {
        let said = |key: String| self.phrases(locale, &key, "said");
        let named = |key: String| {
            let mut words: Vec<String> = self.name(locale, &key).into_iter().collect();
            for phrase in said(key) {
                if !words.contains(&phrase) {
                    words.push(phrase);
                }
            }
            words
        };
        fn each<I: Ord + Clone, W>(
            ids: &[I],
            words: impl Fn(&I) -> W,
        ) -> std::collections::BTreeMap<I, W> {
            ids.iter().map(|id| (id.clone(), words(id))).collect()
        }
        Words {
            intents: each(&ids.intents, |id| named(format!("intent-{id}"))),
            answers: each(&ids.answers, |id| said(format!("answer-{id}"))),
            options: each(&ids.options, |id| named(format!("option-{id}"))),
            products: each(&ids.products, |id| named(format!("product-{id}"))),
            kinds: each(&ids.kinds, |id| named(format!("kind-{id}"))),
            attributes: each(&ids.attributes, |id| {
                let key = format!("attribute-{id}");
                AttributeWords {
                    most: self.phrases(locale, &key, "most"),
                    least: self.phrases(locale, &key, "least"),
                    said: named(key),
                }
            }),
            slots: each(&ids.slots, |id| said(format!("slot-{id}"))),
        }
    }

    /// The value of a message in exactly this locale.
    fn name(&self, locale: &Locale, key: &str) -> Option<String> {
        let bundle = self.served(locale)?;
        bundle.text(key, None)?;
        let (name, ..) = plain(bundle, &Part::tell(key), &());
        Some(name).filter(|name| !name.trim().is_empty())
    }
}
