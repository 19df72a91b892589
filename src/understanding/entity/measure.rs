//! What a number counts: money, a unit, and what smaller unit follows.
//!
//! Start at [`counted`].

use rust_decimal::Decimal;

use super::Reader;
use super::amount::{Of, number_at};
use super::number::{self, Number};
use crate::domain::value::{Quantity, Unit};
use crate::understanding::vocabulary::{Mark, Role};

/// "Minus five", "-5 °C".
pub(super) fn is_minus(reader: &Reader<'_, '_>, at: usize) -> bool {
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
pub(super) fn more(reader: &Reader<'_, '_>, first: &mut Number, of: &Of, to: usize) -> usize {
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
pub(super) fn is_priced(reader: &Reader<'_, '_>, number: &Number, from: usize, to: usize) -> bool {
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

pub(super) fn currency(reader: &Reader<'_, '_>, i: usize) -> Option<(String, usize)> {
    reader.tags.find(i, |r| if let Role::Currency(c) = r { Some(c.clone()) } else { None })
}

/// What a number counts, by what stands before and after it, and where that ends.
pub(super) fn counted(
    reader: &Reader<'_, '_>,
    number: &mut Number,
    before: Option<String>,
) -> (Of, usize) {
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
