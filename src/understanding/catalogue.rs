//! Questions about products: which, of what, how much of it, compared with which.
//!
//! The form of a question is read from mentions (products, kinds, attributes, words for the most
//! and the least), amounts and small words; attributes asked for in other words come from the
//! classifier. Each form has an evidence between 0 and 1 that competes with the confidence of
//! intents and answers (see [`super`]). Values of products are unknown here: "the big one" stays
//! an extreme beside the attribute asked, and the engine finds out which product that is. Start
//! at [`parse`].

use super::clause::Clause;
use super::entity::What;
use super::filter::{Chosen, filters, price};
use super::phrase::{Mention, Target};
use super::vocabulary::Mark;
use crate::domain::ids::{AttributeId, ProductId};
use crate::domain::lexicon::{AttributeKind, Lexicon};
use crate::domain::understood::{Ask, CatalogueQuery, Extreme, Filter};
use crate::domain::value::Value;

/// From this confidence on the sense of a clause outdoes a word in it.
const STRONG: f32 = 0.75;

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
            // "36 months, 10 bikes" counts them and asks for none.
            Target::Kind(id) if query.kind.is_none() && !is_counted(clause, mention) => {
                query.kind = Some(id.clone());
            }
            _ => {}
        }
    }
    let named = query.products.len();
    let explicit = attributes(lexicon, clause);
    query.extreme = extreme(clause, &explicit);
    query.attributes.clone_from(&explicit);
    let sure =
        classified.iter().find(|c| c.1 >= threshold && lexicon.attributes.contains_key(&c.0));
    if let Some((id, confidence)) = sure
        && !query.attributes.contains(id)
        && (query.attributes.is_empty() || (named > 0 && *confidence >= STRONG))
        && query.extreme.as_ref().is_none_or(|e| e.0 != *id)
    {
        // What the whole clause surely asks comes before what one of its words names.
        query.attributes = vec![id.clone()];
    }
    let chosen = Chosen { classified, explicit: &explicit };
    let counted = clause.found().any(|f| f.what == What::Number && !f.weak && f.bound.is_none());
    let about = named > 0 || counted || (clause.any(Mark::It) && !focus.is_empty());
    if query.attributes.is_empty()
        && clause.any(Mark::Price)
        && (about || query.extreme.is_some())
        && clause.asks
    {
        query.attributes.extend(price(lexicon));
    }
    // "What is the total?": the price of what was talked about, for as many as are known.
    query.total = clause.any(Mark::Total) && clause.content <= 4;
    if query.total && query.attributes.is_empty() && !focus.is_empty() && clause.asks {
        query.attributes.extend(price(lexicon));
    }
    query.count = count(clause, &query, lexicon);
    let filters = filters(lexicon, clause, &chosen, query.count.is_some());
    // "Faster than 25 km/h" asks for the speed, not for the fastest.
    if let Some((attribute, _)) = query
        .extreme
        .take_if(|e| filters.iter().any(|f| f.attribute == e.0 && f.value.number().is_some()))
        && !query.attributes.contains(&attribute)
    {
        query.attributes.push(attribute);
    }
    let refers = clause.any(Mark::It);
    let compares = compare(clause, &mut query, focus);
    let which = clause.any(Mark::Which);
    let lists = clause.any(Mark::List);
    // A condition that was said as one: an amount, or something to have. What somebody does for a
    // living is a condition only on a kind of product.
    let firm = filters.iter().any(|f| !matches!(f.value, Value::Choice(_)));
    let amounts = filters.iter().any(|f| f.value.number().is_some());
    let with = clause.any(Mark::With) || clause.any(Mark::Without) || clause.content <= 3;
    let bounded = clause.found().any(|f| f.bound.is_some());
    let open = named == 0
        && match firm {
            true if amounts => {
                which || lists || query.kind.is_some() || (bounded && clause.content <= 4)
            }
            // "Who mends the bike when the cooling fails?" names a thing to have and looks for none.
            true => which || lists || (query.kind.is_some() && with),
            false => query.kind.is_some() && (which || lists),
        };
    if named > 0 {
        query.kind = None;
    }
    let own: Vec<&AttributeId> = filters.iter().map(|f| &f.attribute).collect();
    if compares {
        query.ask = Ask::Compare;
        return Some((query, 0.95));
    }
    // "The reach of the big one": a word for the most names the product, and what is asked of it
    // need not be sure of itself.
    if query.extreme.is_some()
        && query.attributes.is_empty()
        && clause.asks
        && clause.content > 2
        && let Some((likely, _)) = classified
            .iter()
            .find(|c| c.1 >= threshold * 0.5 && lexicon.attributes.contains_key(&c.0))
        && query.extreme.as_ref().is_some_and(|e| e.0 != *likely)
    {
        query.attributes.push(likely.clone());
    }
    let beside: Vec<AttributeId> =
        query.attributes.iter().filter(|a| !own.contains(a)).cloned().collect();
    // "What is the difference between the big one and the small one?"
    let ends = |most: bool| {
        clause.mentions().any(|m| match m.target {
            Target::Most(_) => most,
            Target::Least(_) => !most,
            _ => false,
        })
    };
    if query.extreme.is_some()
        && named == 0
        && clause.any(Mark::Compare)
        && ends(true)
        && ends(false)
    {
        query.ask = Ask::Compare;
        query.attributes.clear();
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
    let terse = clause.content <= 3 && (clause.any(Mark::With) || clause.any(Mark::Without));
    if !filters.is_empty() && open && (clause.asks || which || lists || bounded || terse) {
        query.ask = Ask::Which;
        query.filters = filters;
        // "Which carry 200 kg, and what do they cost?"
        let asked = price(lexicon).filter(|id| clause.any(Mark::Price) && !own_has(&query, id));
        query.attributes = asked.into_iter().collect();
        query.extreme = None;
        return Some((query, if firm { 0.9 } else { 0.5 }));
    }
    if !query.attributes.is_empty() {
        return fact(clause, query, filters, &explicit, sure.map(|s| s.1), focus, refers);
    }
    // "What about 15 of the Brotbote?"
    if named == 1
        && counted
        && clause.asks
        && clause.any(Mark::Tell)
        && nothing_else(clause)
        && let Some(price) = price(lexicon)
    {
        query.ask = Ask::Fact;
        query.attributes = vec![price];
        query.count = count(clause, &query, lexicon);
        return Some((query, 0.95));
    }
    if named > 0 {
        query.ask = Ask::About;
        let tells = clause.any(Mark::Tell);
        let rest = clause.content.saturating_sub(named);
        let evidence = match rest {
            0 => 0.9,
            // "Tell me about the Lastesel": nothing else is said.
            _ if tells && nothing_else(clause) => 0.95,
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
        // "Do you have service in Spain?" asks for more than what there is to buy.
        let somewhere = clause.found().any(|f| f.what == What::Place);
        let plain = !somewhere && (clause.asks || clause.content <= 4);
        return Some((query, if plain { 0.75 } else { 0.5 }));
    }
    None
}

/// Whether a clause holds only products, their kind, how many, and words that ask to be told of them.
fn nothing_else(clause: Clause<'_, '_>) -> bool {
    let named = |i: usize| {
        clause.mentions().any(|m| {
            m.from <= i && i < m.to && matches!(m.target, Target::Product(_) | Target::Kind(_))
        })
    };
    let tells = |i: usize| {
        (clause.from..=i).any(|k| clause.tags.mark(k, Mark::Tell).is_some_and(|end| end > i))
    };
    (clause.from..clause.to).filter(|&i| clause.text.is_word(i)).all(|i| {
        let small = clause.tags.is(i, Mark::Stop) || clause.tags.is(i, Mark::Piece);
        let number = clause.found().any(|f| f.what == What::Number && f.from <= i && i < f.to);
        small || number || named(i) || tells(i)
    })
}

/// Whether a number stands before a word, in something told.
fn is_counted(clause: Clause<'_, '_>, mention: &Mention<'_>) -> bool {
    !clause.asks
        && clause.found().any(|f| f.what == What::Number && !f.weak && f.to == mention.from)
}

/// Whether a condition of a question is on an attribute.
fn own_has(query: &CatalogueQuery, id: &AttributeId) -> bool {
    query.filters.iter().any(|filter| filter.attribute == *id)
}

/// A question for one or more attributes.
#[expect(clippy::too_many_arguments, reason = "what the forms of a question have found so far")]
fn fact(
    clause: Clause<'_, '_>,
    mut query: CatalogueQuery,
    filters: Vec<Filter>,
    explicit: &[AttributeId],
    sure: Option<f32>,
    focus: &[ProductId],
    refers: bool,
) -> Option<(CatalogueQuery, f32)> {
    // "We deliver kegs, about 50 kg each" tells of themselves; a word in it names no attribute.
    let told = !clause.asks && clause.found().any(|f| !f.weak) && !clause.any(Mark::Price);
    if told && query.products.is_empty() && clause.content > 3 && !clause.any(Mark::Tell) {
        return None;
    }
    query.ask = Ask::Fact;
    query.filters = filters;
    // A fact's condition is the attribute itself, when it is only named.
    query.filters.retain(|f| !matches!(f.value, Value::Boolean(true)));
    let named = !query.products.is_empty();
    let short = clause.content <= 3;
    if !named
        && let Some(product) = focus.first()
        && query.kind.is_none()
        && (refers || short || query.total || clause.any(Mark::Them))
    {
        query.products.push(product.clone());
        if clause.any(Mark::Them) && !refers {
            query.products.extend(focus.iter().skip(1).take(1).cloned());
        }
    }
    let said = !explicit.is_empty();
    let evidence = match (said, sure) {
        _ if query.count.is_some() && (clause.asks || short) => 0.95,
        _ if query.total && clause.asks && !query.products.is_empty() => 0.9,
        (true, Some(p)) if named => p.max(0.95),
        // The house's own names of both leave little to doubt, in a short question.
        (true, None) if named && (short || (clause.asks && clause.content <= 5)) => 0.95,
        (true, None) if named && clause.asks => 0.85,
        (true, None) if named => 0.5,
        (false, Some(p)) if named => p.max(0.8),
        (true, _) if refers && clause.asks && !query.products.is_empty() => {
            sure.unwrap_or(0.0).max(0.8)
        }
        (true, Some(p)) => p.max(0.7),
        // The bare name of an attribute asks for it; one word of a remark does not.
        (true, None) if clause.content <= 2 && (clause.asks || clause.words() <= 3) => 0.75,
        (true, None) if clause.asks => 0.45,
        (false, Some(p)) => p,
        _ => return None,
    };
    Some((query, evidence))
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
        // "5 wheels" of a bicycle house are bikes where the same word names the kind.
        let counted = clause.found().any(|f| f.what == What::Number && f.to == mention.from);
        let noun = clause.mentions().any(|m| {
            m.from == mention.from && matches!(m.target, Target::Kind(_) | Target::Slot(_))
        });
        let covered = covered || (counted && noun);
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
        if clause
            .tags
            .mark(mention.from, Mark::AtLeast)
            .or(clause.tags.mark(mention.from, Mark::AtMost))
            .is_some()
        {
            continue;
        }
        if is_of_noun(clause, mention) {
            continue;
        }
        let key = (explicit.contains(id), mention.to - mention.from);
        if best.as_ref().is_none_or(|b| key > (b.0, b.1)) {
            best = Some((key.0, key.1, id.clone(), end));
        }
    }
    best.map(|b| (b.2, b.3))
}

/// "Die große Kiste", "ten duży karton": the words qualify something else than a product. Only
/// phrases that begin with a small word and end in a plain adjective can do so.
fn is_of_noun(clause: Clause<'_, '_>, mention: &Mention<'_>) -> bool {
    let (text, at) = (clause.text, mention.to);
    let led = mention.to - mention.from > 1 && clause.tags.is(mention.from, Mark::Stop);
    let named = clause.mentions().any(|m| m.from == at);
    led && at < clause.to
        && text.is_word(at)
        && text.tokens[at].capital
        && clause.tags.at(at).is_empty()
        && !named
}

/// How many pieces a price is asked for.
fn count(clause: Clause<'_, '_>, query: &CatalogueQuery, lexicon: &Lexicon) -> Option<i64> {
    let money = |id: &AttributeId| {
        matches!(lexicon.attributes.get(id).map(|a| &a.kind), Some(AttributeKind::Money))
    };
    let priced = query.attributes.is_empty() && clause.any(Mark::Price);
    if !(query.attributes.iter().any(money) || priced) {
        return None;
    }
    let mut amounts = clause.found().filter(|f| f.what == What::Number && !f.weak);
    let number = amounts.next()?;
    match number.value {
        Value::Integer(n @ 1..=100_000) => Some(n),
        _ => None,
    }
}

/// Whether products are set beside each other; "it" and "both" are filled in from the focus.
fn compare(clause: Clause<'_, '_>, query: &mut CatalogueQuery, focus: &[ProductId]) -> bool {
    let between = {
        let places: Vec<_> =
            clause.mentions().filter(|m| matches!(m.target, Target::Product(_))).collect();
        match (places.first(), places.last()) {
            (Some(first), Some(last)) => {
                (first.to..last.from).any(|i| clause.tags.is(i, Mark::Versus))
            }
            _ => false,
        }
    };
    let says = clause.any(Mark::Compare);
    match query.products.len() {
        0 if clause.any(Mark::Them) && focus.len() >= 2 && (says || query.extreme.is_some()) => {
            query.products = focus[..2].to_vec();
            true
        }
        1 if says => match focus.iter().find(|p| **p != query.products[0]) {
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
