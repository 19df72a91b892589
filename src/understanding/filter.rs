//! What products must be like: conditions read from amounts, things to have, and options.
//!
//! An amount belongs to the attribute of its unit that is named, or likeliest, or where more is
//! better; without a bound it is a least where more is better and a most where less is. Start at
//! [`filters`].

use super::clause::Clause;
use super::entity::{Found, What};
use super::phrase::Target;
use super::vocabulary::Mark;
use crate::domain::ids::{AttributeId, OptionId};
use crate::domain::lexicon::{AttributeForm, AttributeKind, Better, Lexicon};
use crate::domain::understood::{Bound, Filter, Test};
use crate::domain::value::{Money, Value};

/// What helps to tell between attributes of one unit.
pub(super) struct Chosen<'q> {
    pub classified: &'q [(AttributeId, f32)],
    pub explicit: &'q [AttributeId],
}

impl Chosen<'_> {
    /// The attribute of those that fit which is named, or likeliest, or where more is better.
    fn pick<'l>(
        &self,
        fitting: &[(&'l AttributeId, &'l AttributeForm)],
        least: bool,
    ) -> Option<&'l AttributeId> {
        let of = |id: &AttributeId| fitting.iter().find(|f| f.0 == id).map(|f| f.0);
        self.explicit
            .iter()
            .find_map(of)
            .or_else(|| self.classified.iter().find_map(|c| of(&c.0)))
            .or_else(|| of(&AttributeId::from("price")))
            .or_else(|| {
                let wanted = if least { Better::Lower } else { Better::Higher };
                fitting.iter().find(|f| f.1.better == Some(wanted)).map(|f| f.0)
            })
            .or_else(|| fitting.first().map(|f| f.0))
    }
}

/// What a house calls the price: the attribute of that name, else the first that is money.
pub(super) fn price(lexicon: &Lexicon) -> Option<AttributeId> {
    let money = lexicon.attributes.iter().filter(|(_, form)| form.kind == AttributeKind::Money);
    let mut ids = money.map(|(id, _)| id);
    ids.clone().find(|id| **id == "price").or_else(|| ids.next()).cloned()
}

/// Conditions: amounts with their bounds, things to have or not, options of sets.
pub(super) fn filters(
    lexicon: &Lexicon,
    clause: Clause<'_, '_>,
    chosen: &Chosen<'_>,
    counted: bool,
) -> Vec<Filter> {
    let mut filters: Vec<Filter> = Vec::new();
    // "For parcels up to 100 kg" tells what is carried, not how heavy the product may be.
    let needs = clause.mentions().any(|m| matches!(m.target, Target::Option(_)));
    for found in clause.found().filter(|f| !f.weak) {
        if counted && found.what == What::Number {
            continue;
        }
        if let Some(filter) = amount(lexicon, chosen, found, needs)
            && !filters.iter().any(|f| f.attribute == filter.attribute && f.test == filter.test)
        {
            filters.push(filter);
        }
    }
    for mention in clause.mentions() {
        match mention.target {
            Target::Attribute(id) if chosen.explicit.contains(id) && is_boolean(lexicon, id) => {
                if filters.iter().any(|f| f.attribute == *id) {
                    continue;
                }
                let without = [Mark::Without, Mark::Not].iter().any(|&m| {
                    (mention.from.saturating_sub(2)..=mention.from)
                        .any(|at| at >= clause.from && clause.tags.before(at, m).is_some())
                });
                let value = Value::Boolean(!without);
                filters.push(Filter { attribute: id.clone(), test: Test::Is, value });
            }
            Target::Option(option) => filters.extend(of_set(lexicon, option, &filters)),
            _ => {}
        }
    }
    filters
}

fn is_boolean(lexicon: &Lexicon, id: &AttributeId) -> bool {
    lexicon.attributes.get(id).is_some_and(|form| form.kind == AttributeKind::Boolean)
}

/// A condition from an amount, on the attribute whose unit fits.
fn amount(lexicon: &Lexicon, chosen: &Chosen<'_>, found: &Found, needs: bool) -> Option<Filter> {
    // "under 4k": a large bare number with a bound is money.
    let bare = found
        .value
        .number()
        .filter(|n| found.what == What::Number && found.bound.is_some() && *n >= 500.into());
    let money =
        bare.map(|amount| Value::Money(Money { amount, currency: lexicon.currency.clone() }));
    let said = match &money {
        Some(money) if price(lexicon).is_some() => money,
        _ => &found.value,
    };
    let fits = |form: &AttributeForm| match (&form.kind, said) {
        (AttributeKind::Quantity(unit), Value::Quantity(q)) => q.convert(*unit).is_some(),
        (AttributeKind::Money, Value::Money(_)) => true,
        (AttributeKind::Integer, Value::Integer(_))
        | (AttributeKind::Decimal, Value::Integer(_) | Value::Decimal(_)) => found.bound.is_some(),
        _ => false,
    };
    let mut fitting: Vec<_> = lexicon.attributes.iter().filter(|(_, form)| fits(form)).collect();
    if matches!(said, Value::Integer(_) | Value::Decimal(_)) {
        fitting.retain(|f| chosen.explicit.contains(f.0));
    }
    let attribute = chosen.pick(&fitting, found.bound == Some(Bound::AtMost) && !needs)?;
    let form = lexicon.attributes.get(attribute)?;
    let value = match (&form.kind, said) {
        (AttributeKind::Quantity(unit), Value::Quantity(q)) => Value::Quantity(q.convert(*unit)?),
        (_, value) => value.clone(),
    };
    let carried =
        needs && matches!(said, Value::Quantity(_)) && form.better == Some(Better::Higher);
    let test = match (found.bound, form.better) {
        (Some(Bound::AtMost), _) if carried => Test::AtLeast,
        (Some(Bound::AtLeast), _) | (None, Some(Better::Higher)) => Test::AtLeast,
        (Some(Bound::AtMost), _) | (None, Some(Better::Lower)) => Test::AtMost,
        (None, None) => Test::Is,
    };
    Some(Filter { attribute: attribute.clone(), test, value })
}

/// A condition from an option that is one of an attribute's.
fn of_set(lexicon: &Lexicon, option: &OptionId, filters: &[Filter]) -> Option<Filter> {
    let (attribute, _) = lexicon.attributes.iter().find(|(_, form)| match &form.kind {
        AttributeKind::Choice(options) | AttributeKind::Choices(options) => {
            options.contains(option)
        }
        _ => false,
    })?;
    let value = Value::Choice(option.clone());
    let again = filters.iter().any(|f| f.attribute == *attribute && f.value == value);
    (!again).then(|| Filter { attribute: attribute.clone(), test: Test::Is, value })
}

/// The attribute that an amount speaks of when nothing else tells: what a load of 80 kg is about.
pub(crate) fn usual(lexicon: &Lexicon, found: &Found) -> Option<AttributeId> {
    amount(lexicon, &Chosen { classified: &[], explicit: &[] }, found, false)
        .map(|filter| filter.attribute)
}
