//! Finding products: by a flow's filter, with the reasons that a visitor can check.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::domain::ids::{AttributeId, ProductId};
use crate::domain::reply::{Arg, Part};
use crate::domain::value::Value;
use crate::script::model::{Condition, Name, Operand, Product, Recommend, Signal};

use super::condition::meets;
use super::resume::is_note;
use super::talk::Talk;

/// The most reasons told at once.
const REASONS: usize = 3;

impl Talk<'_> {
    /// Finds products and says the text about the first. Tells whether any was found.
    pub(super) fn recommend(&mut self, recommend: &Recommend) -> bool {
        let mut found: Vec<&Product> = self
            .script
            .catalogue
            .products
            .iter()
            .filter(|product| product.kind == recommend.kind)
            .filter(|product| {
                recommend.filter.as_ref().is_none_or(|filter| meets(filter, self, product))
            })
            .collect();
        if let Some(rank) = &recommend.rank {
            found.sort_by(|a, b| by(a, b, &rank.attribute, rank.descending));
        }
        found.truncate(recommend.top.max(2));
        let Some(first) = found.first().copied() else { return false };
        let ids: Vec<ProductId> = found.iter().map(|product| product.id.clone()).collect();
        let kept: Vec<ProductId> = ids.iter().take(recommend.top.max(1)).cloned().collect();
        self.focus_on(&kept);
        self.signals.push(Signal::Product(first.id.clone()));
        let again = match self.state.stack.last_mut() {
            Some(frame) => std::mem::replace(&mut frame.found, kept.clone()) == kept,
            None => false,
        };
        let reasons = recommend.filter.as_ref().map_or_else(Vec::new, |f| self.reasons(f, first));
        let reasons = if reasons.is_empty() {
            Arg::Attribute(format!("product-{}", first.id).into(), "about".to_owned())
        } else {
            Arg::And(reasons)
        };
        let also = ids.get(1).map_or(Arg::Nothing, |id| Arg::Text(format!("product-{id}").into()));
        let name = Arg::Text(format!("product-{}", first.id).into());
        let just =
            self.state.last.iter().any(|part| {
                part.key == recommend.say && part.args.iter().any(|(_, arg)| *arg == name)
            });
        if again || just {
            // What was told since makes no difference: that is worth a word, not the whole of it.
            if self.told.iter().all(is_note) {
                let part = Part::tell("recommend-still")
                    .with("product", Arg::Text(format!("product-{}", first.id).into()))
                    .with("reasons", reasons);
                self.tell(part);
            }
            return true;
        }
        let part = self
            .with_found(Part::tell(recommend.say.clone()))
            .with("reasons", reasons)
            .with("also", also);
        if self.picture.is_none() {
            self.picture.clone_from(&first.picture);
        }
        self.tell(part);
        true
    }

    /// Why a product meets a filter, as far as it rests on what the visitor said.
    fn reasons(&self, filter: &Condition, product: &Product) -> Vec<Arg> {
        let mut reasons = Vec::new();
        self.collect_reasons(filter, product, &mut reasons);
        reasons.truncate(REASONS);
        reasons
    }

    fn collect_reasons(&self, filter: &Condition, product: &Product, reasons: &mut Vec<Arg>) {
        match filter {
            Condition::And(all) => {
                for condition in all {
                    self.collect_reasons(condition, product, reasons);
                }
            }
            Condition::Compare(
                Operand::Name(Name::Attribute(attribute)),
                _,
                Operand::Name(Name::Slot(slot)),
            ) if self.known(slot).is_some() => {
                if let Some(value) = product.attributes.get(attribute) {
                    reasons.push(Arg::Part(Box::new(
                        Part::tell("reason-attribute")
                            .with("attribute", Arg::Text(format!("attribute-{attribute}").into()))
                            .with("value", Arg::Value(value.clone())),
                    )));
                }
            }
            Condition::Has(Operand::Name(Name::Attribute(_)), Operand::Name(Name::Slot(slot))) => {
                if matches!(self.known(slot), Some(Value::Choice(_))) {
                    let reason = Arg::Part(Box::new(Part::tell("reason-good_for")));
                    if !reasons.contains(&reason) {
                        reasons.push(reason);
                    }
                }
            }
            _ => {}
        }
    }
}

/// The order of two products by an attribute; one without it comes last.
pub(super) fn by(a: &Product, b: &Product, attribute: &AttributeId, descending: bool) -> Ordering {
    let number = |product: &Product| product.attributes.get(attribute).and_then(Value::number);
    match (number(a), number(b)) {
        (Some(a), Some(b)) if descending => b.cmp(&a),
        (Some(a), Some(b)) => a.cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

/// What a number of pieces costs: the list price of one, the discount in per cent, the total.
pub(super) fn price_for(
    talk: &Talk<'_>,
    product: &Product,
    count: i64,
) -> Option<(Decimal, Decimal, Decimal)> {
    let Some(Value::Money(price)) = product.attributes.get("price") else { return None };
    let percent = talk
        .script
        .catalogue
        .discounts
        .get(&product.kind)
        .and_then(|steps| steps.iter().rev().find(|step| count >= step.from))
        .map_or(Decimal::ZERO, |step| step.percent);
    let whole = Decimal::from(count).checked_mul(price.amount)?;
    let total = whole.checked_mul(Decimal::ONE_HUNDRED - percent)? / Decimal::ONE_HUNDRED;
    Some((price.amount, percent, total.round_dp(2).normalize()))
}
