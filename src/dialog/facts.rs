//! What a product is and has: single facts, one fact of all, and two products side by side.

use crate::domain::ids::{AttributeId, KindId};
use crate::domain::lexicon::AttributeKind;
use crate::domain::reply::{Arg, Part};
use crate::domain::understood::{CatalogueQuery, Extreme, Understood};
use crate::domain::value::Value;
use crate::script::model::{Product, StepKind};

use super::catalogue::{ATTRIBUTES, pair, shown, with_value};
use super::recommend::{by, price_for};
use super::talk::Talk;

/// The most attributes put beside each other in a comparison.
const COMPARED: usize = 5;

/// Whether a part lists what all products have, or all that match.
pub(super) fn is_list(part: &Part) -> bool {
    part.key == "catalogue-fact-all" || part.key == "catalogue-which"
}

impl<'a> Talk<'a> {
    pub(super) fn tell_facts(&mut self, query: &CatalogueQuery) -> bool {
        let attributes: Vec<AttributeId> =
            query.attributes.iter().take(ATTRIBUTES).cloned().collect();
        if attributes.is_empty() {
            return self.tell_about(query);
        }
        if query.products.is_empty() {
            if query.count.is_some() {
                return self.ask_which_product(query.kind.as_ref());
            }
            let mut said = false;
            for attribute in &attributes {
                said |= self.tell_fact_of_all(attribute, query.kind.as_ref());
            }
            return said;
        }
        let products: Vec<&Product> = self.products(&query.products);
        for product in &products {
            for attribute in &attributes {
                let part = match (query.count, attribute == "price") {
                    (Some(count), true) if count > 1 => self.price_part(product, count),
                    (Some(count), false) if count > 1 => self.total_part(product, attribute, count),
                    _ => None,
                };
                let part = part.unwrap_or_else(|| self.fact(product, attribute));
                self.tell(part);
            }
        }
        self.show(&products);
        !products.is_empty()
    }

    /// One attribute of one product, in its own sentence where the writer gave one.
    pub(super) fn fact(&self, product: &Product, attribute: &AttributeId) -> Part {
        let name = Arg::Text(format!("attribute-{attribute}").into());
        let product_name = Arg::Text(format!("product-{}", product.id).into());
        let (key, own) = match product.attributes.get(attribute) {
            Some(Value::Boolean(true)) => ("catalogue-fact-yes", Some("yes")),
            Some(Value::Boolean(false)) => ("catalogue-fact-no", Some("no")),
            Some(_) => ("catalogue-fact", Some("tells")),
            None => ("catalogue-fact-unknown", None),
        };
        let part = match own {
            // The checker knows which attributes have a sentence of their own; rendering takes
            // the general one when there is none.
            Some(own) => Part::tell(format!("attribute-{attribute}")).attribute(own).or_else(key),
            None => Part::tell(key),
        };
        let part = part.with("product", product_name).with("attribute", name);
        match product.attributes.get(attribute) {
            Some(value) if !matches!(value, Value::Boolean(_)) => part.with("value", shown(value)),
            _ => part,
        }
    }

    pub(super) fn price_part(&self, product: &Product, count: i64) -> Option<Part> {
        let (each, percent, total) = price_for(self, product, count)?;
        let currency = &self.script.bot.currency;
        let key = if percent.is_zero() {
            "catalogue-price-for"
        } else {
            "catalogue-price-for-discounted"
        };
        let part = Part::tell(key)
            .with("count", Arg::integer(count))
            .with("product", Arg::Text(format!("product-{}", product.id).into()))
            .with("unit_price", Arg::money(each, currency))
            .with("total", Arg::money(total, currency));
        Some(if percent.is_zero() {
            part
        } else {
            let percent = crate::domain::value::Quantity {
                amount: percent,
                unit: crate::domain::value::Unit::Percent,
            };
            part.with("percent", Arg::Value(Value::Quantity(percent)))
        })
    }

    /// Once a product is recommended in the same breath, a list of what all of them have gives way
    /// to what that one has.
    pub(super) fn be_specific(&mut self, understood: &Understood) {
        let advised = self.told.iter().any(|part| {
            let mut steps = self.script.flows.by_id.values().flat_map(|flow| &flow.steps);
            steps.any(|step| match &step.kind {
                StepKind::Recommend(recommend) => recommend.say == part.key,
                _ => false,
            })
        });
        if !advised || !self.told.iter().any(is_list) {
            return;
        }
        self.told.retain(|part| !is_list(part));
        let focus = self.products(&self.state.focus);
        let (Some(product), Some(query)) = (focus.first(), &understood.catalogue) else { return };
        for attribute in query.attributes.iter().take(ATTRIBUTES) {
            let part = self.fact(product, attribute);
            self.tell(part);
        }
    }

    /// What another amount of money, such as a monthly rate, comes to for several.
    pub(super) fn total_part(
        &self,
        product: &Product,
        attribute: &AttributeId,
        count: i64,
    ) -> Option<Part> {
        let Some(Value::Money(each)) = product.attributes.get(attribute) else { return None };
        let total = each.amount.checked_mul(count.into())?;
        let part = Part::tell("catalogue-total-for")
            .with("count", Arg::integer(count))
            .with("product", Arg::Text(format!("product-{}", product.id).into()))
            .with("attribute", Arg::Text(format!("attribute-{attribute}").into()))
            .with("unit_price", Arg::Value(Value::Money(each.clone())))
            .with("total", Arg::money(total, &each.currency));
        Some(part)
    }

    /// "The range of each: A 70 km, B 90 km."
    pub(super) fn tell_fact_of_all(
        &mut self,
        attribute: &AttributeId,
        kind: Option<&KindId>,
    ) -> bool {
        let boolean = self
            .script
            .catalogue
            .attribute(attribute)
            .is_some_and(|form| form.kind == AttributeKind::Boolean);
        let products: Vec<&'a Product> = self
            .of_kind(kind)
            .into_iter()
            .filter(|product| product.attributes.contains_key(attribute))
            .collect();
        if boolean {
            let having: Vec<&Product> = products
                .into_iter()
                .filter(|product| product.attributes[attribute] == Value::Boolean(true))
                .collect();
            return self.tell_matches(&having, &[], kind);
        }
        let mut products = products;
        products.sort_by(|a, b| by(a, b, attribute, false));
        let lines: Vec<Arg> = products
            .iter()
            .map(|product| pair(product, product.attributes.get(attribute)))
            .collect();
        if lines.is_empty() {
            return false;
        }
        self.tell(
            Part::tell("catalogue-fact-all")
                .with("attribute", Arg::Text(format!("attribute-{attribute}").into()))
                .with("list", Arg::Lines(lines)),
        );
        true
    }

    /// "Which of the two is cheaper?": the one that is, and the other's value beside it.
    fn tell_better(
        &mut self,
        [first, second]: [&Product; 2],
        attribute: &AttributeId,
        end: Extreme,
    ) -> bool {
        let order = by(first, second, attribute, end == Extreme::Most);
        let has = |p: &Product| p.attributes.get(attribute).and_then(Value::number).is_some();
        if order.is_eq() || !has(first) || !has(second) {
            return false;
        }
        let (best, other) = if order.is_lt() { (first, second) } else { (second, first) };
        self.tell(with_value(Part::tell("catalogue-most"), best, attribute));
        let part = self.fact(other, attribute);
        self.tell(part);
        self.show(&[best, other]);
        true
    }

    pub(super) fn compare(&mut self, query: &CatalogueQuery) -> bool {
        let mut products = self.products(&query.products);
        if products.is_empty()
            && let Some((attribute, _)) = &query.extreme
        {
            // The big one and the small one.
            let ends = [Extreme::Most, Extreme::Least];
            products = ends.iter().filter_map(|end| self.extreme(query, attribute, *end)).collect();
        }
        let [first, second, ..] = products.as_slice() else { return self.tell_about(query) };
        let (first, second) = (*first, *second);
        if let Some((attribute, end)) = &query.extreme
            && !query.products.is_empty()
            && self.tell_better([first, second], attribute, *end)
        {
            return true;
        }
        let attributes: Vec<AttributeId> = if query.attributes.is_empty() {
            self.script
                .catalogue
                .attributes
                .iter()
                .map(|(id, _)| id)
                .filter(|id| {
                    let (a, b) = (first.attributes.get(*id), second.attributes.get(*id));
                    a.is_some_and(|value| value.number().is_some()) && b.is_some() && a != b
                })
                .take(COMPARED)
                .cloned()
                .collect()
        } else {
            query.attributes.clone()
        };
        self.tell(
            Part::tell("catalogue-compare-intro")
                .with("first", Arg::Text(format!("product-{}", first.id).into()))
                .with("second", Arg::Text(format!("product-{}", second.id).into())),
        );
        for product in [first, second] {
            let list = attributes
                .iter()
                .filter_map(|id| {
                    let value = product.attributes.get(id)?;
                    Some(Arg::Joined(vec![
                        Arg::Text(format!("attribute-{id}").into()),
                        shown(value),
                    ]))
                })
                .collect();
            self.tell(
                Part::tell("catalogue-compare-line")
                    .with("product", Arg::Text(format!("product-{}", product.id).into()))
                    .with("list", Arg::And(list)),
            );
        }
        self.show(&[first, second]);
        true
    }
}
