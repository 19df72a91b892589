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

/// "Minus five", "-5 °C".
fn is_minus(reader: &Reader<'_, '_>, at: usize) -> bool {
    let text = reader.text;
    let sign = text.is_mark(at, "-")
        && text.is_glued(at + 1)
        && !text.is_glued(at)
        && text.tokens.get(at + 2).is_some()
        && {
            let unit = reader
                .tags
                .find(at + 2, |r| matches!(r, Role::Unit(Unit::Celsius, _)).then_some(()));
            unit.is_some()
        };
    sign || matches!(text.word(at), "minus" | "menos") && {
        let number = number::at(text, reader.tags, reader.vocabulary, at + 1);
        number.is_some_and(|n| {
            reader
                .tags
                .find(n.to, |r| matches!(r, Role::Unit(Unit::Celsius, _)).then_some(()))
                .is_some()
        })
    }
}

/// What belongs to an amount and follows it in a smaller unit: "six foot two", "1 h 30 min", "3
/// Euro 50", "trzy złote pięćdziesiąt groszy".
fn more(reader: &Reader<'_, '_>, first: &mut Number, of: &Of, to: usize) -> usize {
    let linked = reader.tags.is(to, Mark::And) || reader.text.word(to) == "con";
    let next = to + usize::from(linked);
    let Some(second) = number_at(reader, next).filter(|n| !n.weak && !n.part) else { return to };
    let close = next == to;
    match of {
        Of::Money(_) => {
            let cents = second.value < Decimal::from(100) && second.value.is_integer();
            let named = reader.tags.mark(second.to, Mark::Cents);
            // "3 Euro 50 pro Paket", "tres euros con cincuenta".
            let word = reader.text.word(next);
            let after = reader
                .tags
                .at(second.to)
                .iter()
                .any(|t| matches!(t.role, Role::Unit(..) | Role::Currency(_)));
            let bare = (close || reader.text.word(to) == "con")
                && (word.len() == 2 || !reader.text.is_number(next))
                && second.value >= Decimal::TEN
                && !after
                && first.value.is_integer()
                && reader.text.word(to - 1).starts_with("euro");
            let named = named.or(bare.then_some(second.to));
            let (Some(end), true) = (named, cents) else { return to };
            if let Some(sum) = first.value.checked_add(second.value / Decimal::from(100)) {
                first.value = sum;
                return end;
            }
            to
        }
        Of::Unit(unit, factor) => {
            let smaller = reader.tags.find(second.to, |r| match r {
                Role::Unit(u, f) => Some((*u, *f)),
                _ => None,
            });
            let feet = *unit == Unit::Meter && *factor == Decimal::new(3048, 4);
            let (small, end) = match smaller {
                Some(((u, f), end)) => (Quantity { amount: second.value * f, unit: u }, end),
                // "Six foot two".
                None if feet && close && second.value < Decimal::from(12) => {
                    let amount = second.value * Decimal::new(254, 2);
                    (Quantity { amount, unit: Unit::Centimeter }, second.to)
                }
                None => return to,
            };
            let time = matches!(unit, Unit::Hour | Unit::Day | Unit::Minute);
            if !(feet || time || *unit == Unit::Meter) || (feet && small.unit == Unit::Meter) {
                return to;
            }
            let Some(part) =
                small.convert(*unit).filter(|p| p.amount < *factor && !factor.is_zero())
            else {
                return to;
            };
            let Some(sum) = (part.amount / factor).checked_add(first.value) else { return to };
            first.value = sum;
            end
        }
        _ => to,
    }
}

/// Whether a bare number is an amount of money: by its slang, or by the words beside it.
fn is_priced(reader: &Reader<'_, '_>, number: &Number, from: usize, to: usize) -> bool {
    let tags = reader.tags;
    let slang = (from..to).any(|i| tags.is(i, Mark::Cash));
    let large = number.value >= Decimal::from(500) && number.value.is_integer();
    let near = |i: usize| {
        // "Our budget is about", "presupuesto de unos".
        let mut at = i;
        for _ in 0..3 {
            if tags.before(at, Mark::Budget).is_some() {
                return true;
            }
            let plain = at > 0
                && (tags.is(at - 1, Mark::About)
                    || tags.is(at - 1, Mark::Stop)
                    || tags.is(at - 1, Mark::AtMost)
                    || reader.text.is_mark(at - 1, ":"));
            if !plain {
                return false;
            }
            at -= 1;
        }
        false
    };
    let mut next = to;
    while next < to + 3 && reader.vocabulary.is(reader.text.word(next), Mark::Stop) {
        next += 1;
    }
    let after = reader.tags.is(to, Mark::Budget)
        || (next > to && tags.is(next, Mark::Budget) && !reader.text.is_number(next + 1));
    slang || (large && (near(from) || after))
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
fn counted(reader: &Reader<'_, '_>, number: &mut Number, before: Option<String>) -> (Of, usize) {
    let (text, to) = (reader.text, number.to);
    if let Some(code) = before {
        return (Of::Money(code), to);
    }
    // "200-kg", "4890,- €", "1,5 millones de euros".
    let mut next = to;
    while text.is_mark(next, "-") || (text.is_mark(next, ",") && text.is_mark(next + 1, "-")) {
        next += 1;
    }
    // "100.000,- EUR", "3000.- Euro".
    let stroke = (text.is_mark(to, ",") || text.is_mark(to, "."))
        && text.is_mark(to + 1, "-")
        && text.is_glued(to + 1);
    let next = if stroke {
        to + 2
    } else if text.is_glued(next) || next == to {
        next
    } else {
        to
    };
    let large = number.factor >= Decimal::from(1000);
    let linked = large && matches!(text.word(next), "de" | "of" | "y");
    let linked = if linked && text.word(next) == "y" {
        2 * usize::from(text.word(next + 1) == "pico")
    } else {
        usize::from(linked)
    };
    if let Some((code, end)) = currency(reader, next)
        .or_else(|| currency(reader, next + 1).filter(|_| text.is_mark(to, ",") && next > to))
        .or_else(|| currency(reader, next + linked).filter(|_| linked > 0))
        && reader.is_free(next, end)
    {
        // "5 TEUR" and "5 k€" are thousands.
        if matches!(text.word(end - 1), "teur" | "teuro") && number.factor == Decimal::ONE {
            number.value = number.value.checked_mul(Decimal::from(1000)).unwrap_or(number.value);
        }
        return (Of::Money(code), end);
    }
    if let Some(end) = reader.tags.mark(to, Mark::Cents)
        && (text.word(to) != "p" || text.is_glued(to))
        && !number.weak
    {
        let code = match text.word(to) {
            "p" | "pence" => "GBP",
            "rappen" => "CHF",
            word if word.starts_with("gros") && reader.vocabulary.language == "pl" => "PLN",
            _ => reader.setting.currency,
        };
        number.value = number.value.checked_div(Decimal::from(100)).unwrap_or(number.value);
        return (Of::Money(code.to_owned()), end);
    }
    let unit =
        reader.tags.find(next, |r| if let Role::Unit(u, f) = r { Some((*u, *f)) } else { None });
    match unit {
        // Nobody weighs fifty thousand pounds, and who speaks of a budget means money.
        Some(((Unit::Pound, _), end))
            if text.word(next) == "pounds"
                && (number.value >= Decimal::from(5000) || reader.tags.any(Mark::Budget)) =>
        {
            (Of::Money("GBP".into()), end)
        }
        Some(((Unit::Pound, _), end))
            if reader.setting.currency == "GBP" && text.word(next) != "lb" =>
        {
            (Of::Money("GBP".into()), end)
        }
        // "3G" is no weight.
        Some(((Unit::Gram | Unit::Second, _), end))
            if end == next + 1
                && text.is_glued(next)
                && text.tokens[next].capital
                && text.word(next).len() == 1 =>
        {
            (Of::Nothing, to)
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
