//! What scripts and texts must know of each other, so that each can be checked against the other.

use std::collections::BTreeSet;

use crate::domain::ids::TextKey;
use crate::domain::lexicon::{AttributeKind, SlotKind};
use crate::script::KnownTexts;
use crate::script::model::{Script, StepKind};
use crate::texts::Texts;
use crate::texts::check::{Class, Expected, Variables};

use super::compose::snippet;
use super::scope::HOUSE_VARIABLES;

/// What the script needs to know of the texts: those of the default locale.
pub(super) fn known_texts(texts: &Texts, incomplete: bool) -> KnownTexts {
    let keys = texts.keys();
    let intents = keys
        .iter()
        .filter_map(|key| key.strip_prefix("intent-")?.strip_suffix(".said"))
        .map(Into::into)
        .collect();
    KnownTexts { keys: Some(keys), intents, incomplete }
}

/// What the texts may speak of and which of them are said, given what the script says.
pub(super) fn expected(script: &Script, texts: &Texts) -> Expected {
    let mut used = used(script);
    // Phrases of an intent without a flow still tell it from others.
    used.extend(texts.keys_with_prefix("intent-").into_iter().map(str::to_owned));
    // Reps say these, whenever they like.
    used.extend(texts.keys_with_prefix(snippet::PREFIX).into_iter().map(str::to_owned));
    Expected { variables: Some(variables(script)), used: Some(used) }
}

/// Which variables texts may use.
fn variables(script: &Script) -> Variables {
    let mut everywhere: BTreeSet<String> =
        HOUSE_VARIABLES.iter().map(|&name| name.to_owned()).collect();
    everywhere.extend(script.slots.keys().map(ToString::to_string));
    for product in &script.catalogue.products {
        let ids = product.attributes.keys();
        everywhere.extend(ids.map(|attribute| format!("{}-{attribute}", product.id)));
    }
    let mut of_product: Vec<&str> = vec!["product", "price", "reasons", "also"];
    of_product.extend(script.catalogue.attributes.iter().map(|(id, _)| id.as_str()));
    let mut classes = vec![
        Class::new("ask-", Some("noted"), &["value"]),
        Class::new("ask-", Some("need"), &["value"]),
        Class::new(
            "card-",
            None,
            &["name", "channel", "language", "link", "facts", "reasons", "words", "rep", "time"],
        ),
        Class::new(
            "desk-",
            None,
            &[
                "name", "rep", "channel", "user", "time", "words", "kind", "reason", "lines",
                "size", "limit",
            ],
        ),
        Class::new("ladder-", None, &["rep"]),
        Class::new(snippet::PREFIX, None, &["rep", "name"]),
        Class::new("attribute-", None, &["product", "value", "attribute"]),
        Class::new("answer-", None, &["place"]),
    ];
    for flow in script.flows.by_id.values() {
        // After a recommendation every text of the flow may speak of what was found.
        if flow.steps.iter().any(|step| matches!(step.kind, StepKind::Recommend(_))) {
            classes.push(Class::new(&format!("{}-", flow.id), None, &of_product));
        }
    }
    Variables { everywhere, classes }
}

/// The ids of all texts that a script says.
fn used(script: &Script) -> BTreeSet<String> {
    let mut said: Vec<&TextKey> = Vec::new();
    let mut options = Vec::new();
    for flow in script.flows.by_id.values() {
        said.extend(flow.on_correct.values().filter_map(|corrected| corrected.say.as_ref()));
        for step in &flow.steps {
            match &step.kind {
                StepKind::Say(key) => said.push(key),
                StepKind::Collect { ask, .. } => said.push(ask),
                StepKind::Recommend(recommend) => said.push(&recommend.say),
                StepKind::Choose { say, options: offered } => {
                    said.push(say);
                    options.extend(offered.iter().map(|offered| &offered.option));
                    let then = offered.iter().filter_map(|offered| offered.then.as_deref());
                    said.extend(then.filter_map(|kind| match kind {
                        StepKind::Say(key) => Some(key),
                        _ => None,
                    }));
                }
                _ => {}
            }
        }
    }
    for slot in script.slots.values() {
        if let SlotKind::Choice(own) = &slot.form.kind {
            options.extend(own);
        }
    }
    for (_, attribute) in &script.catalogue.attributes {
        if let AttributeKind::Choice(own) | AttributeKind::Choices(own) = &attribute.kind {
            options.extend(own);
        }
    }
    let mut used: BTreeSet<String> = said.into_iter().map(ToString::to_string).collect();
    used.extend(options.into_iter().map(|option| format!("option-{option}")));
    let catalogue = &script.catalogue;
    let scoring = &script.scoring;
    used.extend(script.slots.keys().flat_map(|id| [format!("ask-{id}"), format!("slot-{id}")]));
    used.extend(script.answers.keys().map(|id| format!("answer-{id}")));
    used.extend(script.campaigns.keys().map(|id| format!("campaign-{id}")));
    used.extend(script.flows.by_id.keys().map(|id| format!("offer-{id}")));
    used.extend(catalogue.kinds.iter().map(|id| format!("kind-{id}")));
    used.extend(catalogue.products.iter().map(|product| format!("product-{}", product.id)));
    used.extend(catalogue.attributes.iter().map(|(id, _)| format!("attribute-{id}")));
    used.extend(scoring.rules.iter().map(|rule| format!("score-{}", rule.id)));
    used.extend(scoring.wishes.iter().map(|wish| format!("score-{}", wish.id)));
    used
}
