//! Answering questions about the catalogue from its facts, without a hand-written answer each.
//!
//! Facts and comparisons are in [`super::facts`], searches in [`super::search`]. Start at
//! [`Talk::answer_query`].

use crate::domain::ids::{AttributeId, KindId, ProductId};
use crate::domain::reply::{Arg, Part};
use crate::domain::understood::{Ask, CatalogueQuery};
use crate::domain::value::Value;
use crate::script::model::{Product, Script, Signal};

use super::talk::{Talk, product_choice};

/// The most attributes answered in one turn.
pub(super) const ATTRIBUTES: usize = 3;
/// The most products offered to choose from.
const OFFERED: usize = 5;

impl<'a> Talk<'a> {
    /// Answers a question about the catalogue. Tells whether there was anything to say.
    pub fn answer_query(&mut self, query: &CatalogueQuery) -> bool {
        let query = self.complete(query);
        for attribute in &query.attributes {
            self.signals.push(Signal::Attribute(attribute.clone()));
        }
        for product in &query.products {
            self.signals.push(Signal::Product(product.clone()));
        }
        if let Some(count) = query.count {
            self.note_count(count);
        }
        let said = match query.ask {
            Ask::Fact => self.tell_facts(&query),
            Ask::Compare => self.compare(&query),
            Ask::Which => self.tell_which(&query),
            Ask::Extreme => self.tell_extreme(&query),
            Ask::About => self.tell_about(&query),
            Ask::List => self.tell_list(&query),
        };
        if said {
            self.state.asked = Some(query);
        }
        said
    }

    /// Fills in what a follow-up leaves out: "and the other one?", "what does it cost?".
    pub(super) fn complete(&self, query: &CatalogueQuery) -> CatalogueQuery {
        let mut query = query.clone();
        if query.follows
            && let Some(before) = &self.state.asked
            && query.attributes.is_empty()
            && before.ask == Ask::Fact
        {
            query.ask = Ask::Fact;
            query.attributes.clone_from(&before.attributes);
            query.count = query.count.or(before.count);
        }
        if query.total && query.count.is_none() {
            query.count = self.known_count();
        }
        if query.count.is_some() && query.attributes.is_empty() {
            query.attributes.push("price".into());
        }
        // "15 of them" are fifteen of the one talked about last.
        if query.count.is_some() && query.products.iter().all(|p| self.state.focus.contains(p)) {
            let last = self.state.focus.iter().find(|p| query.products.contains(p)).cloned();
            query.products = last.into_iter().collect();
        }
        // "How far does the big one go": the extreme names the product.
        if let (Ask::Fact | Ask::About, true, Some((attribute, end))) =
            (query.ask, query.products.is_empty(), &query.extreme)
        {
            query.products.extend(self.extreme(&query, attribute, *end).map(|p| p.id.clone()));
        }
        let needs_product = matches!(query.ask, Ask::Fact | Ask::About);
        if needs_product && query.products.is_empty() && query.kind.is_none() {
            query.products.extend(self.state.focus.first().cloned());
        }
        query
    }

    pub(super) fn tell_about(&mut self, query: &CatalogueQuery) -> bool {
        let products = self.products(&query.products);
        if products.is_empty() {
            return match &query.kind {
                Some(_) => self.tell_list(query),
                None => self.ask_which_product(None),
            };
        }
        for product in products.iter().take(2) {
            let part = Part::tell("catalogue-about")
                .with("product", Arg::Text(format!("product-{}", product.id).into()))
                .with(
                    "about",
                    Arg::Attribute(format!("product-{}", product.id).into(), "about".to_owned()),
                )
                .with("price", product.attributes.get("price").map_or(Arg::Nothing, shown));
            self.tell(part);
        }
        self.show(&products);
        true
    }

    pub(super) fn tell_list(&mut self, query: &CatalogueQuery) -> bool {
        let products = self.of_kind(query.kind.as_ref());
        let Some(kind) = products.first().map(|product| product.kind.clone()) else { return false };
        let price = AttributeId::from("price");
        let lines = products.iter().map(|p| pair(p, p.attributes.get(&price))).collect();
        self.tell(
            Part::tell("catalogue-list")
                .with("kind", Arg::Text(format!("kind-{kind}").into()))
                .with("list", Arg::Lines(lines)),
        );
        true
    }

    pub(super) fn ask_which_product(&mut self, kind: Option<&KindId>) -> bool {
        let choices =
            self.of_kind(kind).iter().take(OFFERED).map(|p| product_choice(&p.id)).collect();
        self.ask(vec![Part::ask("catalogue-which_product")], choices);
        true
    }

    pub(super) fn products(&self, ids: &[ProductId]) -> Vec<&'a Product> {
        ids.iter().filter_map(|id| self.script.catalogue.product(id)).collect()
    }

    /// The products of a kind, the main kind by default.
    pub(super) fn of_kind(&self, kind: Option<&KindId>) -> Vec<&'a Product> {
        let script: &'a Script = self.script;
        let kind = kind.or(script.catalogue.kinds.first());
        let catalogue = &script.catalogue;
        catalogue.products.iter().filter(|product| Some(&product.kind) == kind).collect()
    }

    /// Remembers products and shows the picture of a single one.
    pub(super) fn show(&mut self, products: &[&Product]) {
        let ids: Vec<ProductId> = products.iter().map(|product| product.id.clone()).collect();
        self.focus_on(&ids);
        if let ([product], None) = (products, &self.picture) {
            self.picture.clone_from(&product.picture);
        }
    }
}

/// "Brotbote 4,890 €"
pub(super) fn pair(product: &Product, value: Option<&Value>) -> Arg {
    let name = Arg::Text(format!("product-{}", product.id).into());
    match value {
        Some(value) => Arg::Joined(vec![name, shown(value)]),
        None => name,
    }
}

pub(super) fn with_value(part: Part, product: &Product, attribute: &AttributeId) -> Part {
    part.with("product", Arg::Text(format!("product-{}", product.id).into()))
        .with("attribute", Arg::Text(format!("attribute-{attribute}").into()))
        .with("value", product.attributes.get(attribute).map_or(Arg::Nothing, shown))
}

/// A catalogue value as a visitor reads it.
pub(super) fn shown(value: &Value) -> Arg {
    match value {
        Value::Choice(option) => Arg::Text(format!("option-{option}").into()),
        Value::Choices(options) => Arg::And(
            options.iter().map(|option| Arg::Text(format!("option-{option}").into())).collect(),
        ),
        other => Arg::Value(other.clone()),
    }
}
