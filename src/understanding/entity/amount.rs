//! Amounts: numbers with the money or unit they count, their ranges and their bounds.
//!
//! Of a range both ends are found, bounded from below and from above. Start at [`find`].

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::number::{self, Number};
use super::{Found, Reader, What};
use crate::domain::understood::Bound;
use crate::domain::value::{Money, Quantity, Unit, Value};
use crate::understanding::vocabulary::{Mark, Role};

/// What a number counts.
#[derive(Clone, Debug)]
enum Of {
    Money(String),
    Unit(Unit, Decimal),
    Nothing,
}

/// Takes every amount.
pub(super) fn find(reader: &mut Reader<'_, '_>) {
    let mut i = 0;
    while i < reader.text.len() {
        i = one(reader, i).map_or(i + 1, |to| to.max(i + 1));
    }
    forgive(reader);
}

/// Takes the amount, or both ends of the range, that starts at a token.
fn one(reader: &mut Reader<'_, '_>, i: usize) -> Option<usize> {
    let (from, before) = match currency(reader, i) {
        Some((code, next)) => (next, Some(code)),
        None => (i, None),
    };
    let first = number_at(reader, from)?;
    let (mut of, mut to) = counted(reader, &first, before.clone());
    if is_ordinal(reader, to) {
        return Some(to + 1);
    }
    if let Some((second, second_of, second_from, second_to)) = range(reader, &first, to, before) {
        if matches!(of, Of::Nothing) {
            of = second_of.clone();
        }
        push(reader, &first, &of, (i, to), Some(Bound::AtLeast));
        push(reader, &second, &second_of, (second_from, second_to), Some(Bound::AtMost));
        if let Some(last) = reader.found.last_mut().filter(|f| f.from == second_from) {
            last.far = true;
        }
        return Some(second_to);
    }
    if first.part && matches!(of, Of::Nothing) {
        return Some(to);
    }
    let mut bound = None;
    for (mark, side) in [(Mark::AtLeast, Bound::AtLeast), (Mark::AtMost, Bound::AtMost)] {
        let about = reader.tags.before(i, Mark::About);
        if reader.tags.before(i, mark).is_some()
            || about.is_some_and(|a| reader.tags.before(a, mark).is_some())
        {
            bound = Some(side);
        }
    }
    if bound.is_none() {
        for (mark, side) in
            [(Mark::AtLeastAfter, Bound::AtLeast), (Mark::AtMostAfter, Bound::AtMost)]
        {
            if reader.tags.is(to, mark) {
                bound = Some(side);
            }
        }
    }
    push(reader, &first, &of, (i, to), bound);
    to = to.max(first.to);
    Some(to)
}

/// The number at a free token.
fn number_at(reader: &Reader<'_, '_>, from: usize) -> Option<Number> {
    let number = number::at(reader.text, reader.tags, reader.vocabulary, from)?;
    reader.is_free(from, number.to).then_some(number)
}

/// "5th", "2nd".
fn is_ordinal(reader: &Reader<'_, '_>, to: usize) -> bool {
    reader.text.is_glued(to) && reader.tags.is(to, Mark::Suffix)
}

fn currency(reader: &Reader<'_, '_>, i: usize) -> Option<(String, usize)> {
    reader.tags.find(i, |r| if let Role::Currency(c) = r { Some(c.clone()) } else { None })
}

/// What a number counts, by what stands before and after it, and where that ends.
fn counted(reader: &Reader<'_, '_>, number: &Number, before: Option<String>) -> (Of, usize) {
    let (text, to) = (reader.text, number.to);
    if let Some(code) = before {
        return (Of::Money(code), to);
    }
    // "200-kg", "4890,- €".
    let mut next = to;
    while text.is_mark(next, "-") || (text.is_mark(next, ",") && text.is_mark(next + 1, "-")) {
        next += 1;
    }
    let next = if text.is_glued(next) || next == to { next } else { to };
    if let Some((code, end)) =
        currency(reader, next).or_else(|| currency(reader, next + usize::from(next > to)))
        && reader.is_free(next, end)
    {
        return (Of::Money(code), end);
    }
    let unit =
        reader.tags.find(next, |r| if let Role::Unit(u, f) = r { Some((*u, *f)) } else { None });
    match unit {
        Some(((Unit::Pound, _), end))
            if reader.setting.currency == "GBP" && text.word(next) != "lb" =>
        {
            (Of::Money("GBP".into()), end)
        }
        Some(((unit, factor), end)) if reader.is_free(next, end) => (Of::Unit(unit, factor), end),
        _ => (Of::Nothing, to),
    }
}

/// The far end of a range that began with `first`.
fn range(
    reader: &Reader<'_, '_>,
    first: &Number,
    to: usize,
    before: Option<String>,
) -> Option<(Number, Of, usize, usize)> {
    let next = reader.tags.mark(to, Mark::To).or_else(|| {
        let from = to.saturating_sub(1).max(first.to.saturating_sub(1));
        let between = (0..=from).rev().take(4).any(|k| reader.tags.is(k, Mark::Between));
        reader.tags.mark(to, Mark::And).filter(|_| between)
    })?;
    let (start, code) = match currency(reader, next) {
        Some((code, start)) => (start, Some(code)),
        None => (next, before),
    };
    let second = number_at(reader, start)?;
    if second.value <= first.value || second.weak {
        return None;
    }
    let (of, end) = counted(reader, &second, code);
    Some((second, of, next, end))
}

fn push(
    reader: &mut Reader<'_, '_>,
    number: &Number,
    of: &Of,
    (from, to): (usize, usize),
    bound: Option<Bound>,
) {
    let mut amount = number.value;
    let thousand = Decimal::from(1000);
    if number.open_separator && matches!(of, Of::Money(_)) {
        // Nobody writes three decimals of a currency.
        amount = amount.checked_mul(thousand).unwrap_or(amount);
    }
    let (value, what) = match of {
        Of::Money(code) => (
            Value::Money(Money { amount: amount.normalize(), currency: code.clone() }),
            What::Money,
        ),
        Of::Unit(unit, factor) => {
            let Some(amount) = amount.checked_mul(*factor) else { return };
            let amount = amount.round_dp(4).normalize();
            (Value::Quantity(Quantity { amount, unit: *unit }), What::Quantity)
        }
        Of::Nothing => match amount.normalize() {
            whole if whole.is_integer() => match whole.to_i64() {
                Some(n) => (Value::Integer(n), What::Number),
                None => return,
            },
            part => (Value::Decimal(part), What::Number),
        },
    };
    if !reader.is_free(from, to) || from >= to {
        return;
    }
    let mut found = Found::new(value, what, from, to);
    found.bound = bound;
    found.weak = number.weak && matches!(of, Of::Nothing);
    found.negated = reader.tags.before(from, Mark::Not).is_some();
    reader.take(found);
}

/// "no 12" means 12 when nothing else is offered.
fn forgive(reader: &mut Reader<'_, '_>) {
    let amounts =
        |f: &Found| matches!(f.what, What::Number | What::Money | What::Quantity) && !f.weak;
    if reader.found.iter().filter(|f| amounts(f)).all(|f| f.negated) {
        for found in &mut reader.found {
            found.negated = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;

    #[test]
    fn money_units_and_plain_numbers() {
        for (locale, said, expected) in [
            ("en", "we have 15 vans", "integer 15 [15]"),
            ("en", "15kg", "quantity 15 kg [15kg]"),
            ("en", "$5k", "money 5000 USD [$5k]"),
            ("en", "€4,890", "money 4890 EUR [€4,890]"),
            ("en", "under 5000 euros", "money <=5000 EUR [5000 euros]"),
            ("en", "at least 200 kg", "quantity >=200 kg [200 kg]"),
            ("en", "440 lb", "quantity 440 lb [440 lb]"),
            ("en", "440 pounds", "quantity 440 lb [440 pounds]"),
            ("en", "10 to 15 bikes", "integer >=10 [10]; integer <=15 [15]"),
            ("en", "between 10 and 15 km", "quantity >=10 km [10]; quantity <=15 km [15 km]"),
            ("en", "20 or more", "integer >=20 [20]"),
            ("en", "half a ton", "quantity 500 kg [half a ton]"),
            ("en", "not 15, 12", "integer 12 [12]"),
            ("en", "that one", ""),
            ("en", "25 km/h", "quantity 25 kmh [25 km/h]"),
            ("en", "2 cubic meters", "quantity 2 m3 [2 cubic meters]"),
            ("en", "15%", "quantity 15 percent [15%]"),
            ("en", "2nd", ""),
            ("de", "4.890 €", "money 4890 EUR [4.890 €]"),
            ("de", "bis 5.000 Euro", "money <=5000 EUR [5.000 Euro]"),
            ("de", "1,5 m³", "quantity 1.5 m3 [1,5 m³]"),
            ("de", "mindestens 200 Kilo", "quantity >=200 kg [200 Kilo]"),
            ("de", "zwei Wochen", "quantity 2 week [zwei Wochen]"),
            ("de", "eine halbe Tonne", "quantity 500 kg [eine halbe Tonne]"),
            ("de", "nicht 15, sondern 12", "integer 12 [12]"),
            ("es", "menos de 5.000 euros", "money <=5000 EUR [5.000 euros]"),
            ("es", "unos 200 kilos", "quantity 200 kg [200 kilos]"),
            ("es", "entre 10 y 15", "integer >=10 [10]; integer <=15 [15]"),
            ("es", "8 mil euros", "money 8000 EUR [8 mil euros]"),
            ("pl", "do 20 000 zł", "money <=20000 PLN [20 000 zł]"),
            ("pl", "co najmniej 200 kilogramów", "quantity >=200 kg [200 kilogramów]"),
            ("pl", "dwadzieścia kilometrów", "quantity 20 km [dwadzieścia kilometrów]"),
            ("pl", "od 10 do 15", "integer >=10 [10]; integer <=15 [15]"),
            ("fr", "15 kg", "quantity 15 kg [15 kg]"),
        ] {
            assert_eq!(read(locale, said), expected, "{locale} {said}");
        }
    }
}
