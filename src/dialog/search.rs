//! Which products meet conditions, and which has the most or least of something.

use crate::domain::ids::{AttributeId, KindId, ProductId};
use crate::domain::reply::{Arg, Part};
use crate::domain::understood::{CatalogueQuery, Extreme, Filter, Test};
use crate::domain::value::Value;
use crate::script::model::{Product, Signal};

use super::catalogue::{ATTRIBUTES, shown, with_value};
use super::recommend::by;
use super::talk::Talk;

impl<'a> Talk<'a> {
    pub(super) fn tell_which(&mut self, query: &CatalogueQuery) -> bool {
        let pool = self.pool(query);
        let found: Vec<&Product> =
            pool.iter().copied().filter(|product| passes(product, &query.filters)).collect();
        let shown_by = query.filters.iter().map(|filter| &filter.attribute).find(|id| {
            pool.iter().any(|p| p.attributes.get(*id).is_some_and(|v| v.number().is_some()))
        });
        if found.is_empty() {
            return self.tell_none(query, &pool, shown_by);
        }
        let mut found = found;
        found.sort_by(|a, b| by(a, b, &"price".into(), false));
        let shown: Vec<&AttributeId> = shown_by.into_iter().chain(&query.attributes).collect();
        self.tell_matches(&found, &shown, query.kind.as_ref())
    }

    pub(super) fn tell_matches(
        &mut self,
        found: &[&Product],
        attributes: &[&AttributeId],
        kind: Option<&KindId>,
    ) -> bool {
        let Some(kind) = kind.cloned().or_else(|| found.first().map(|p| p.kind.clone())) else {
            return false;
        };
        let price = AttributeId::from("price");
        let attributes = if attributes.is_empty() { &[&price][..] } else { attributes };
        let lines = found.iter().map(|product| line(product, attributes)).collect();
        self.tell(
            Part::tell("catalogue-which")
                .with("kind", Arg::Text(format!("kind-{kind}").into()))
                .with("list", Arg::Lines(lines)),
        );
        let best: Vec<ProductId> = found.iter().take(1).map(|p| p.id.clone()).collect();
        self.focus_on(&best);
        true
    }

    /// Nothing matches: that is said, and what comes nearest.
    pub(super) fn tell_none(
        &mut self,
        query: &CatalogueQuery,
        pool: &[&Product],
        attribute: Option<&AttributeId>,
    ) -> bool {
        let Some(kind) =
            query.kind.clone().or_else(|| self.script.catalogue.kinds.first().cloned())
        else {
            return false;
        };
        self.tell(
            Part::tell("catalogue-which-none")
                .with("kind", Arg::Text(format!("kind-{kind}").into())),
        );
        let Some(attribute) = attribute else { return true };
        let most = query
            .filters
            .iter()
            .any(|filter| filter.attribute == *attribute && filter.test == Test::AtLeast);
        let mut nearest: Vec<&Product> = pool
            .iter()
            .copied()
            .filter(|product| {
                let others: Vec<Filter> = query
                    .filters
                    .iter()
                    .filter(|filter| filter.attribute != *attribute)
                    .cloned()
                    .collect();
                passes(product, &others) && product.attributes.contains_key(attribute)
            })
            .collect();
        nearest.sort_by(|a, b| by(a, b, attribute, most));
        if let Some(product) = nearest.first().copied() {
            let part = with_value(Part::tell("catalogue-nearest"), product, attribute);
            self.tell(part);
            self.show(&[product]);
        }
        true
    }

    /// The product with the most or least of something, among those that are meant.
    pub(super) fn extreme(
        &self,
        query: &CatalogueQuery,
        attribute: &AttributeId,
        end: Extreme,
    ) -> Option<&'a Product> {
        let mut pool: Vec<&Product> = self
            .pool(query)
            .into_iter()
            .filter(|product| {
                passes(product, &query.filters) && product.attributes.contains_key(attribute)
            })
            .collect();
        pool.sort_by(|a, b| by(a, b, attribute, end == Extreme::Most));
        pool.first().copied()
    }

    pub(super) fn tell_extreme(&mut self, query: &CatalogueQuery) -> bool {
        let Some((attribute, end)) = &query.extreme else { return false };
        let Some(best) = self.extreme(query, attribute, *end) else {
            let pool = self.pool(query);
            return self.tell_none(query, &pool, Some(attribute));
        };
        let asked: Vec<AttributeId> =
            query.attributes.iter().filter(|id| *id != attribute).cloned().collect();
        if asked.is_empty() {
            let part = with_value(Part::tell("catalogue-most"), best, attribute);
            self.tell(part);
        }
        for other in asked.iter().take(ATTRIBUTES) {
            let part = match query.count {
                Some(count) if other == "price" && count > 1 => self.price_part(best, count),
                _ => None,
            };
            let part = part.unwrap_or_else(|| self.fact(best, other));
            self.tell(part);
        }
        self.signals.push(Signal::Product(best.id.clone()));
        self.show(&[best]);
        true
    }

    /// What a search chooses from: the named products, else a kind that has the attributes.
    pub(super) fn pool(&self, query: &CatalogueQuery) -> Vec<&'a Product> {
        if query.products.len() > 1 {
            return self.products(&query.products);
        }
        self.of_kind(query.kind.as_ref())
    }
}

/// "Brotbote 180 kg, 4,890 €"
fn line(product: &Product, attributes: &[&AttributeId]) -> Arg {
    let values: Vec<Arg> =
        attributes.iter().filter_map(|id| product.attributes.get(*id)).map(shown).collect();
    let name = Arg::Text(format!("product-{}", product.id).into());
    match values.len() {
        0 => name,
        1 => Arg::Joined(std::iter::once(name).chain(values).collect()),
        _ => Arg::Joined(vec![name, Arg::And(values)]),
    }
}

fn passes(product: &Product, filters: &[Filter]) -> bool {
    filters.iter().all(|filter| {
        let Some(value) = product.attributes.get(&filter.attribute) else {
            return filter.value == Value::Boolean(false);
        };
        match (value, &filter.value) {
            (Value::Choices(options), Value::Choice(option)) => options.contains(option),
            (value, wanted) => match (value.number(), wanted.number()) {
                (Some(has), Some(wanted)) => match filter.test {
                    Test::AtLeast => has >= wanted,
                    Test::AtMost => has <= wanted,
                    Test::Is => has == wanted,
                },
                _ => value == wanted,
            },
        }
    })
}
