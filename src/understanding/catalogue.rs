//! Questions about products: which, of what, how much of it, compared with which.
//!
//! The form of a question is read from mentions (products, kinds, attributes, words for the most
//! and the least), amounts and small words; attributes asked for in other words come from the
//! classifier. Each form has an evidence between 0 and 1 that competes with the confidence of
//! intents and answers (see [`super`]). Values of products are unknown here: "the big one" stays
//! an extreme beside the attribute asked, and the engine finds out which product that is. Start
//! at [`parse`].

use super::entity::{Found, What};
use super::normalize::Text;
use super::phrase::{Mention, Target};
use super::vocabulary::{Mark, Tags};
use crate::domain::ids::{AttributeId, OptionId, ProductId};
use crate::domain::lexicon::{AttributeForm, AttributeKind, Better, Lexicon};
use crate::domain::understood::{Ask, Bound, CatalogueQuery, Extreme, Filter, Test};
use crate::domain::value::{Money, Value};

/// A stretch of an utterance with what is known of it.
#[derive(Clone, Copy)]
pub(crate) struct Clause<'c, 't> {
    pub text: &'c Text<'t>,
    pub tags: &'c Tags<'c>,
    pub mentions: &'c [Mention<'c>],
    pub found: &'c [Found],
    pub from: usize,
    pub to: usize,
    /// It is a question by its mark or its first word.
    pub asks: bool,
    /// How many words carry meaning, function words aside.
    pub content: usize,
}

impl<'c> Clause<'c, '_> {
    pub(crate) fn mentions(&self) -> impl Iterator<Item = &'c Mention<'c>> {
        let (from, to) = (self.from, self.to);
        self.mentions.iter().filter(move |m| m.from >= from && m.to <= to)
    }

    pub(crate) fn found(&self) -> impl Iterator<Item = &'c Found> {
        let (from, to) = (self.from, self.to);
        self.found.iter().filter(move |f| f.from >= from && f.to <= to && !f.negated)
    }

    fn any(&self, mark: Mark) -> bool {
        (self.from..self.to).any(|i| self.tags.mark(i, mark).is_some_and(|end| end <= self.to))
    }
}

/// The question about the catalogue in a clause, and the evidence for it.
pub(crate) fn parse(
    lexicon: &Lexicon,
    clause: Clause<'_, '_>,
    classified: &[(AttributeId, f32)],
    threshold: f32,
    focus: &[ProductId],
) -> Option<(CatalogueQuery, f32)> {
    let mut query = CatalogueQuery::default();
    for mention in clause.mentions() {
        match mention.target {
            Target::Product(id) if !query.products.contains(id) => query.products.push(id.clone()),
            Target::Kind(id) if query.kind.is_none() => query.kind = Some(id.clone()),
            _ => {}
        }
    }
    let named = query.products.len();
    let explicit = attributes(lexicon, clause);
    query.extreme = extreme(clause, &explicit);
    query.attributes.clone_from(&explicit);
    let sure = classified.iter().find(|c| c.1 >= threshold && lexicon.attributes.contains_key(&c.0));
    if let Some((id, _)) = sure
        && !query.attributes.contains(id)
        && (query.attributes.is_empty() || named > 0)
        && query.extreme.as_ref().is_none_or(|e| e.0 != *id)
    {
        // What the whole clause asks comes before what one of its words names.
        query.attributes.insert(0, id.clone());
    }
    let chosen = Chosen { classified, explicit: &explicit };
    let counted = clause.found().any(|f| f.what == What::Number && !f.weak && f.bound.is_none());
    let about = named > 0 || counted || (clause.any(Mark::It) && !focus.is_empty());
    if query.attributes.is_empty() && query.extreme.is_none() && clause.any(Mark::Price) && about && clause.asks {
        query.attributes.extend(price(lexicon));
    }
    query.count = count(clause, &query, lexicon);
    let filters = filters(lexicon, clause, &chosen, query.count.is_some());
    let refers = clause.any(Mark::It);
    let compares = compare(clause, &mut query, focus);
    let which = clause.any(Mark::Which);
    let lists = clause.any(Mark::List);
    // A condition that was said as one: an amount, or something to have. What somebody does for a
    // living is a condition only on a kind of product.
    let firm = filters.iter().any(|f| !matches!(f.value, Value::Choice(_)));
    let bounded = clause.found().any(|f| f.bound.is_some());
    let open = named == 0
        && match firm {
            true => which || lists || query.kind.is_some() || (bounded && clause.content <= 4),
            false => query.kind.is_some() && (which || lists),
        };
    if named > 0 {
        query.kind = None;
    }
    let own: Vec<&AttributeId> = filters.iter().map(|f| &f.attribute).collect();
    let beside: Vec<AttributeId> =
        query.attributes.iter().filter(|a| !own.contains(a)).cloned().collect();

    if compares {
        query.ask = Ask::Compare;
        return Some((query, 0.95));
    }
    if let Some((attribute, _)) = query.extreme.clone()
        && named == 0
    {
        query.attributes = beside.iter().filter(|a| **a != attribute).cloned().collect();
        query.filters = filters;
        query.ask = if query.attributes.is_empty() { Ask::Extreme } else { Ask::Fact };
        let short = clause.content <= 4;
        let evidence = if clause.asks || query.kind.is_some() || short { 0.9 } else { 0.6 };
        return Some((query, evidence));
    }
    if !filters.is_empty() && open && (clause.asks || which || lists || bounded) {
        query.ask = Ask::Which;
        query.filters = filters;
        query.attributes.clear();
        query.extreme = None;
        return Some((query, if firm { 0.9 } else { 0.5 }));
    }
    if !query.attributes.is_empty() {
        return fact(clause, query, filters, &explicit, sure.map(|s| s.1), focus, refers);
    }
    if named > 0 {
        query.ask = Ask::About;
        let tells = clause.any(Mark::Tell);
        let rest = clause.content.saturating_sub(named);
        let evidence = match rest {
            0 => 0.9,
            _ if tells => 0.88,
            1 => 0.7,
            _ if clause.asks => 0.5,
            _ => 0.3,
        };
        query.filters = filters;
        return Some((query, evidence));
    }
    if query.kind.is_some() && lists {
        query.ask = Ask::List;
        return Some((query, if clause.asks || clause.content <= 4 { 0.8 } else { 0.5 }));
    }
    None
}

/// A question for one or more attributes.
fn fact(
    clause: Clause<'_, '_>,
    mut query: CatalogueQuery,
    filters: Vec<Filter>,
    explicit: &[AttributeId],
    sure: Option<f32>,
    focus: &[ProductId],
    refers: bool,
) -> Option<(CatalogueQuery, f32)> {
    query.ask = Ask::Fact;
    query.filters = filters;
    // A fact's condition is the attribute itself, when it is only named.
    query.filters.retain(|f| !matches!(f.value, Value::Boolean(true)));
    let named = !query.products.is_empty();
    let short = clause.content <= 3;
    if !named
        && let Some(product) = focus.first()
        && query.kind.is_none()
        && (refers || short || clause.any(Mark::Them))
    {
        query.products.push(product.clone());
        if clause.any(Mark::Them) && !refers {
            query.products.extend(focus.iter().skip(1).take(1).cloned());
        }
    }
    let said = !explicit.is_empty();
    let evidence = match (said, sure) {
        _ if query.count.is_some() && (clause.asks || short) => 0.95,
        (true, Some(p)) if named => p.max(0.95),
        (true, None) if named && (clause.asks || short) => 0.85,
        (true, None) if named => 0.5,
        (false, Some(p)) if named => p.max(0.8),
        (true, _) if refers && clause.asks && !query.products.is_empty() => sure.unwrap_or(0.0).max(0.8),
        (true, Some(p)) => p.max(0.7),
        (true, None) if clause.content <= 2 => 0.75,
        (true, None) if clause.asks => 0.45,
        (false, Some(p)) => p,
        _ => return None,
    };
    Some((query, evidence))
}

/// What helps to tell between attributes of one unit.
struct Chosen<'q> {
    classified: &'q [(AttributeId, f32)],
    explicit: &'q [AttributeId],
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

/// Attributes named in the clause, in order, words of extremes aside.
fn attributes(lexicon: &Lexicon, clause: Clause<'_, '_>) -> Vec<AttributeId> {
    let mut named = Vec::new();
    for mention in clause.mentions() {
        let inside = |m: &Mention<'_>| m.from <= mention.from && m.to >= mention.to;
        let Target::Attribute(id) = mention.target else { continue };
        let covered = clause.mentions().any(|m| {
            inside(m)
                && matches!(m.target, Target::Product(_) | Target::Most(_) | Target::Least(_))
                && m.to - m.from > mention.to - mention.from
        });
        if !covered && lexicon.attributes.contains_key(id) && !named.contains(id) {
            named.push(id.clone());
        }
    }
    named
}

/// Words for the most or least; of several attributes the one that is also named, of words the
/// longest.
fn extreme(clause: Clause<'_, '_>, explicit: &[AttributeId]) -> Option<(AttributeId, Extreme)> {
    let mut best: Option<(bool, usize, AttributeId, Extreme)> = None;
    for mention in clause.mentions() {
        let (id, end) = match mention.target {
            Target::Most(id) => (id, Extreme::Most),
            Target::Least(id) => (id, Extreme::Least),
            _ => continue,
        };
        // "more than 5" is a bound.
        if clause.tags.mark(mention.from, Mark::AtLeast).or(clause.tags.mark(mention.from, Mark::AtMost)).is_some() {
            continue;
        }
        let key = (explicit.contains(id), mention.to - mention.from);
        if best.as_ref().is_none_or(|b| key > (b.0, b.1)) {
            best = Some((key.0, key.1, id.clone(), end));
        }
    }
    best.map(|b| (b.2, b.3))
}

/// What a house calls the price: the attribute of that name, else the first that is money.
fn price(lexicon: &Lexicon) -> Option<AttributeId> {
    let money = lexicon.attributes.iter().filter(|(_, form)| form.kind == AttributeKind::Money);
    let mut ids = money.map(|(id, _)| id);
    ids.clone().find(|id| **id == "price").or_else(|| ids.next()).cloned()
}

/// How many pieces a price is asked for.
fn count(clause: Clause<'_, '_>, query: &CatalogueQuery, lexicon: &Lexicon) -> Option<i64> {
    let money = |id: &AttributeId| matches!(lexicon.attributes.get(id).map(|a| &a.kind), Some(AttributeKind::Money));
    if !(query.attributes.iter().any(money) || clause.any(Mark::Price)) {
        return None;
    }
    let mut amounts = clause.found().filter(|f| f.what == What::Number && !f.weak);
    let number = amounts.next()?;
    match number.value {
        Value::Integer(n @ 1..=100_000) => Some(n),
        _ => None,
    }
}

/// Conditions: amounts with their bounds, things to have or not, options of sets.
fn filters(lexicon: &Lexicon, clause: Clause<'_, '_>, chosen: &Chosen<'_>, counted: bool) -> Vec<Filter> {
    let mut filters: Vec<Filter> = Vec::new();
    for found in clause.found().filter(|f| !f.weak) {
        if counted && found.what == What::Number {
            continue;
        }
        if let Some(filter) = amount(lexicon, chosen, found)
            && !filters.iter().any(|f| f.attribute == filter.attribute && f.test == filter.test)
        {
            filters.push(filter);
        }
    }
    for mention in clause.mentions() {
        match mention.target {
            Target::Attribute(id) if chosen.explicit.contains(id) => {
                if lexicon.attributes.get(id).is_some_and(|a| a.kind == AttributeKind::Boolean)
                    && !filters.iter().any(|f| f.attribute == *id)
                {
                    let without = [Mark::Without, Mark::Not].iter().any(|&m| {
                        (mention.from.saturating_sub(2)..=mention.from)
                            .any(|at| at >= clause.from && clause.tags.before(at, m).is_some())
                    });
                    filters.push(Filter {
                        attribute: id.clone(),
                        test: Test::Is,
                        value: Value::Boolean(!without),
                    });
                }
            }
            Target::Option(option) => filters.extend(of_set(lexicon, option, &filters)),
            _ => {}
        }
    }
    filters
}

/// A condition from an amount, on the attribute whose unit fits.
fn amount(lexicon: &Lexicon, chosen: &Chosen<'_>, found: &Found) -> Option<Filter> {
    // "under 4k": a large bare number with a bound is money.
    let bare = found.value.number().filter(|n| found.what == What::Number && found.bound.is_some() && *n >= 500.into());
    let money = bare.map(|amount| Value::Money(Money { amount, currency: lexicon.currency.clone() }));
    let said = match &money {
        Some(money) if price(lexicon).is_some() => money,
        _ => &found.value,
    };
    let fits = |form: &AttributeForm| match (&form.kind, said) {
        (AttributeKind::Quantity(unit), Value::Quantity(q)) => q.convert(*unit).is_some(),
        (AttributeKind::Money, Value::Money(_)) => true,
        (AttributeKind::Integer, Value::Integer(_)) | (AttributeKind::Decimal, Value::Integer(_) | Value::Decimal(_)) => {
            found.bound.is_some()
        }
        _ => false,
    };
    let mut fitting: Vec<_> = lexicon.attributes.iter().filter(|(_, form)| fits(form)).collect();
    if matches!(said, Value::Integer(_) | Value::Decimal(_)) {
        fitting.retain(|f| chosen.explicit.contains(f.0));
    }
    let attribute = chosen.pick(&fitting, found.bound == Some(Bound::AtMost))?;
    let form = lexicon.attributes.get(attribute)?;
    let value = match (&form.kind, said) {
        (AttributeKind::Quantity(unit), Value::Quantity(q)) => Value::Quantity(q.convert(*unit)?),
        (_, value) => value.clone(),
    };
    let test = match (found.bound, form.better) {
        (Some(Bound::AtLeast), _) | (None, Some(Better::Higher)) => Test::AtLeast,
        (Some(Bound::AtMost), _) | (None, Some(Better::Lower)) => Test::AtMost,
        (None, None) => Test::Is,
    };
    Some(Filter { attribute: attribute.clone(), test, value })
}

/// A condition from an option that is one of an attribute's.
fn of_set(lexicon: &Lexicon, option: &OptionId, filters: &[Filter]) -> Option<Filter> {
    let (attribute, _) = lexicon.attributes.iter().find(|(_, form)| match &form.kind {
        AttributeKind::Choice(options) | AttributeKind::Choices(options) => options.contains(option),
        _ => false,
    })?;
    let value = Value::Choice(option.clone());
    let again = filters.iter().any(|f| f.attribute == *attribute && f.value == value);
    (!again).then(|| Filter { attribute: attribute.clone(), test: Test::Is, value })
}

/// Whether products are set beside each other; "it" and "both" are filled in from the focus.
fn compare(clause: Clause<'_, '_>, query: &mut CatalogueQuery, focus: &[ProductId]) -> bool {
    let between = {
        let places: Vec<_> =
            clause.mentions().filter(|m| matches!(m.target, Target::Product(_))).collect();
        match (places.first(), places.last()) {
            (Some(first), Some(last)) => (first.to..last.from).any(|i| clause.tags.is(i, Mark::Versus)),
            _ => false,
        }
    };
    let says = clause.any(Mark::Compare);
    match query.products.len() {
        0 if clause.any(Mark::Them) && focus.len() >= 2 && (says || query.extreme.is_some()) => {
            query.products = focus[..2].to_vec();
            true
        }
        1 if says && clause.asks => match focus.iter().find(|p| **p != query.products[0]) {
            Some(other) => {
                query.products.insert(0, other.clone());
                true
            }
            None => false,
        },
        2.. => between || says,
        _ => false,
    }
}

/// The attribute that an amount speaks of when nothing else tells: what a load of 80 kg is about.
pub(crate) fn usual(lexicon: &Lexicon, found: &Found) -> Option<AttributeId> {
    amount(lexicon, &Chosen { classified: &[], explicit: &[] }, found).map(|filter| filter.attribute)
}
