//! Amounts: numbers with the money or unit they count, their ranges and their bounds.
//!
//! Of a range both ends are found, bounded from below and from above. Start at [`find`].

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::measure::{counted, currency, is_minus, is_priced, more};
use super::number::{self, Number};
use super::{Found, Reader, What};
use crate::domain::understood::Bound;
use crate::domain::value::{Money, Quantity, Unit, Value};
use crate::understanding::vocabulary::{Mark, Role};

/// What a number counts.
#[derive(Clone, Debug)]
pub(super) enum Of {
    Money(String),
    Unit(Unit, Decimal),
    /// Money, in a currency that nobody said.
    Cash,
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
        Some((code, next)) if reader.is_free(i, next) => (next, Some(code)),
        _ => (i, None),
    };
    let minus = before.is_none() && is_minus(reader, i);
    let from = from + usize::from(minus);
    if let Some(end) = unit_and_half(reader, from) {
        return Some(end);
    }
    let mut first = number_at(reader, from)?;
    if before.is_some() && reader.text.word(first.to) == "m" && reader.text.is_glued(first.to) {
        // "$1.5m".
        first.value = first.value.checked_mul(Decimal::from(1_000_000))?;
        first.to += 1;
    }
    let (mut of, mut to) = counted(reader, &mut first, before.clone());
    if is_ordinal(reader, to) {
        return Some(to + 1);
    }
    if minus {
        first.value = -first.value;
    } else if reader.tags.is(to, Mark::Cold) && matches!(of, Of::Unit(Unit::Celsius, _)) {
        first.value = -first.value;
        to = reader.tags.mark(to, Mark::Cold).unwrap_or(to);
    }
    if let Some((second, second_of, second_from, second_to)) = range(reader, &first, to, before) {
        if matches!(of, Of::Nothing) {
            of = second_of.clone();
            // "6 to 8 k", "de 6 a 8 mil".
            if second.factor > Decimal::ONE
                && first.factor == Decimal::ONE
                && first.value < second.factor
                && first.value.checked_mul(second.factor)? < second.value
            {
                first.value = first.value.checked_mul(second.factor)?;
            }
        }
        let second_of = if matches!(second_of, Of::Nothing) { of.clone() } else { second_of };
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
    let bound = bound(reader, i, to);
    to = more(reader, &mut first, &of, to);
    if matches!(of, Of::Nothing) && is_priced(reader, &first, i, to) {
        of = Of::Cash;
    }
    push(reader, &first, &of, (i, to), bound);
    to = to.max(first.to);
    Some(to)
}

/// "Metro y medio", "hora y media": one and a half of a unit without a number.
fn unit_and_half(reader: &mut Reader<'_, '_>, at: usize) -> Option<usize> {
    if reader.vocabulary.language != "es" || reader.text.word(at).ends_with('s') {
        return None;
    }
    let ((unit, factor), to) =
        reader.tags.find(at, |r| if let Role::Unit(u, f) = r { Some((*u, *f)) } else { None })?;
    let half = reader.text.word(to) == "y" && matches!(reader.text.word(to + 1), "medio" | "media");
    let counted =
        at > 0 && (reader.text.is_number(at - 1) || reader.tags.before(at, Mark::One).is_some());
    if !half || counted || !reader.is_free(at, to + 2) {
        return None;
    }
    let of = Of::Unit(unit, factor);
    let number = Number::new(Decimal::new(15, 1), to + 2);
    let bound = bound(reader, at, to + 2);
    push(reader, &number, &of, (at, to + 2), bound);
    Some(to + 2)
}

/// "At least" before an amount, "or more" after it.
fn bound(reader: &Reader<'_, '_>, from: usize, to: usize) -> Option<Bound> {
    let tags = reader.tags;
    // "Max. 150 kg".
    let stop = from > 1 && reader.text.is_mark(from - 1, ".") && reader.text.is_glued(from - 1);
    let from = from
        - usize::from(
            stop && [Mark::AtLeast, Mark::AtMost, Mark::About]
                .iter()
                .any(|&m| tags.before(from - 1, m).is_some()),
        );
    let about = tags.before(from, Mark::About).or_else(|| tags.before(from, Mark::Article));
    let before = |mark: Mark| {
        let near = tags.before(from, mark);
        near.or_else(|| about.and_then(|a| tags.before(a, mark)))
    };
    // "No more than" is longer than "more than", "an offer over" than "over".
    let sides = [(Mark::AtLeast, Some(Bound::AtLeast)), (Mark::AtMost, Some(Bound::AtMost))];
    let said = sides
        .into_iter()
        .filter_map(|(mark, side)| Some((before(mark)?, side)))
        .min_by_key(|s| s.0);
    if let Some((start, side)) = said {
        return side.filter(|_| {
            tags.before(from, Mark::About).is_none_or(|a| {
                a >= start
                    || tags.before(a, Mark::AtLeast).is_some()
                    || tags.before(a, Mark::AtMost).is_some()
            })
        });
    }
    [(Mark::AtLeastAfter, Bound::AtLeast), (Mark::AtMostAfter, Bound::AtMost)].into_iter().find_map(
        |(mark, side)| {
            let end = tags.mark(to, mark)?;
            // "80 kg + rider" and "80 kg plus rider" go on to something else.
            let sign = matches!(reader.text.word(to), "+" | "plus") && end == to + 1;
            let open = sign
                && (!reader.text.is_glued(to) || reader.text.word(to) == "plus")
                && reader.text.is_word(end);
            (!open).then_some(side)
        },
    )
}

/// The number at a free token.
pub(super) fn number_at(reader: &Reader<'_, '_>, from: usize) -> Option<Number> {
    let number = number::at(reader.text, reader.tags, reader.vocabulary, from)?;
    reader.is_free(from, number.to).then_some(number)
}

/// "5th", "2nd".
fn is_ordinal(reader: &Reader<'_, '_>, to: usize) -> bool {
    reader.text.is_glued(to) && reader.tags.is(to, Mark::Suffix)
}

/// The far end of a range that began with `first`.
fn range(
    reader: &Reader<'_, '_>,
    first: &Number,
    to: usize,
    before: Option<String>,
) -> Option<(Number, Of, usize, usize)> {
    let text = reader.text;
    let from = to.saturating_sub(1).max(first.to.saturating_sub(1));
    let between = (0..=from).rev().take(6).any(|k| reader.tags.is(k, Mark::Between));
    let (next, loose) = match reader.tags.mark(to, Mark::To) {
        // "Fifteen – fifty, I said" is no range, "10 - 15" is.
        Some(next)
            if text.is_mark(to, "-")
                && !text.is_glued(to)
                && !(text.is_number(next) && text.is_number(to - 1)) =>
        {
            return None;
        }
        Some(next) => (next, false),
        None => match reader.tags.mark(to, Mark::And).filter(|_| between) {
            Some(next) => (next, false),
            None => (reader.tags.mark(to, Mark::Or)?, true),
        },
    };
    let (start, code) = match currency(reader, next) {
        Some((code, start)) => (start, Some(code)),
        None => (next, before),
    };
    let mut second = number_at(reader, start)?;
    let smaller = second.value <= first.value;
    if (smaller && second.factor == Decimal::ONE) || second.weak || first.weak {
        return None;
    }
    // "Two or three" is a range, "200 or 2000" a choice.
    if loose && second.value > first.value.checked_mul(Decimal::from(2))? {
        return None;
    }
    let (of, end) = counted(reader, &mut second, code);
    (second.value > first.value).then_some((second, of, next, end))
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
        Of::Nothing | Of::Cash => match amount.normalize() {
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
    let what = if matches!(of, Of::Cash) { What::Money } else { what };
    let mut found = Found::new(value, what, from, to);
    found.vague = number.vague;
    found.other = number.other.filter(|_| what != What::Money).and_then(|n| other(n, of));
    found.bound = bound;
    let only = reader.tags.before(from, Mark::Only).is_some() || reader.tags.is(to, Mark::Only);
    found.weak = number.weak && matches!(of, Of::Nothing) && !only
        || (number.value.is_zero() && !reader.text.is_number(from));
    found.negated = reader.tags.before(from, Mark::Not).is_some();
    reader.take(found);
}

/// The same amount by the other reading of its separator.
fn other(amount: Decimal, of: &Of) -> Option<Value> {
    match of {
        Of::Unit(unit, factor) => {
            let amount = amount.checked_mul(*factor)?.round_dp(4).normalize();
            Some(Value::Quantity(Quantity { amount, unit: *unit }))
        }
        _ if amount.is_integer() => amount.to_i64().map(Value::Integer),
        _ => Some(Value::Decimal(amount.normalize())),
    }
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
