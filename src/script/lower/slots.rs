//! `slots.yaml`: what can be known of a visitor.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::form::{MOST_OPTIONS, check_reserved, only_for, options, too_many_options};
use crate::diagnostic::{Diagnostic, codes};
use crate::domain::ids::SlotId;
use crate::domain::lexicon::{SlotForm, SlotKind};
use crate::script::model::{Appointment, Champ, SlotDef};
use crate::script::names::Names;
use crate::script::parse::{Key, Node};
use crate::script::place::Faults;
use crate::script::read::Fields;

/// The keys of a slot.
pub(crate) const KEYS: &[&str] = &[
    "type",
    "options",
    "unit",
    "min",
    "max",
    "regex",
    "skippable",
    "stale_after",
    "personal",
    "scores",
    "counts",
    "appointment",
    "champ",
];

/// The kinds of appointments.
const APPOINTMENTS: &[(&str, Appointment)] =
    &[("call", Appointment::Call), ("visit", Appointment::Visit)];

/// What a slot may tell a salesperson.
const CHAMP: &[(&str, Champ)] = &[
    ("challenge", Champ::Challenge),
    ("authority", Champ::Authority),
    ("money", Champ::Money),
    ("timing", Champ::Timing),
];

/// The types of slots.
pub(crate) const TYPES: &[(&str, Type)] = &[
    ("integer", Type::Integer),
    ("decimal", Type::Decimal),
    ("money", Type::Money),
    ("quantity", Type::Quantity),
    ("moment", Type::Moment),
    ("choice", Type::Choice),
    ("email", Type::Email),
    ("phone", Type::Phone),
    ("place", Type::Place),
    ("pattern", Type::Pattern),
    ("name", Type::Name),
    ("free", Type::Free),
];

/// A type as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    Integer,
    Decimal,
    Money,
    Quantity,
    Moment,
    Choice,
    Email,
    Phone,
    Place,
    Pattern,
    Name,
    Free,
}

/// Slots, and the scores that are lowered when all names are known.
#[derive(Default)]
pub(crate) struct Slots<'n> {
    pub defs: BTreeMap<SlotId, SlotDef>,
    pub scores: Vec<(&'n Key, &'n Node)>,
}

/// Reads `slots.yaml` and declares slots and their options.
pub(crate) fn declare<'n>(node: &'n Node, names: &mut Names, faults: &mut Faults) -> Slots<'n> {
    let mut slots = Slots::default();
    let Some(fields) = node.fields("slots.yaml", &["slots"], node.place, faults) else {
        return slots;
    };
    let Some(block) = fields.need("slots", faults) else {
        return slots;
    };
    for (key, node) in block.named(faults) {
        check_reserved(&key.text, "slot", key.place, faults);
        let def = slot(key, node, names, faults);
        if let Some(fields) = node.pairs(&mut Faults::default())
            && let Some((_, scores)) = fields.iter().find(|(key, _)| key.text == "scores")
        {
            slots.scores.push((key, *scores));
        }
        let Some(def) = def else {
            names.slots.add(&key.text, key.place, None);
            names.options.open = true;
            continue;
        };
        names.slots.add(&key.text, key.place, Some(def.form.clone()));
        slots.defs.insert(key.text.as_str().into(), def);
    }
    slots
}

fn slot(key: &Key, node: &Node, names: &mut Names, faults: &mut Faults) -> Option<SlotDef> {
    let fields = node.fields("a slot", KEYS, key.place, faults)?;
    let found = fields.need("type", faults)?.word(TYPES, faults);
    let skippable = fields.get("skippable").and_then(|n| n.flag(faults)).unwrap_or(false);
    let counts = fields.get("counts").and_then(|n| n.flag(faults)).unwrap_or(false);
    let appointment = fields.get("appointment").and_then(|n| n.word(APPOINTMENTS, faults));
    let champ = fields.get("champ").and_then(|n| n.word(CHAMP, faults));
    let personal = fields.get("personal").and_then(|n| n.flag(faults)).unwrap_or(false);
    let stale_after = fields.get("stale_after").and_then(|n| n.seconds(faults));
    let found = found?;
    let numeric = matches!(found, Type::Integer | Type::Decimal | Type::Money | Type::Quantity);
    only_for(&fields, "options", found == Type::Choice, "the type `choice`", faults);
    only_for(&fields, "unit", found == Type::Quantity, "the type `quantity`", faults);
    only_for(&fields, "regex", found == Type::Pattern, "the type `pattern`", faults);
    only_for(&fields, "counts", found == Type::Integer, "the type `integer`", faults);
    only_for(&fields, "appointment", found == Type::Moment, "the type `moment`", faults);
    only_for(&fields, "min", numeric, "numbers", faults);
    only_for(&fields, "max", numeric, "numbers", faults);
    let (min, max) = if numeric { range(&fields, found, faults) } else { (None, None) };
    let kind = match found {
        Type::Integer => SlotKind::Integer,
        Type::Decimal => SlotKind::Decimal,
        Type::Money => SlotKind::Money,
        Type::Quantity => SlotKind::Quantity(fields.need("unit", faults)?.unit(faults)?),
        Type::Moment => SlotKind::Moment,
        Type::Choice => {
            let node = fields.need("options", faults)?;
            let options = options(node, names, faults)?;
            if options.len() > MOST_OPTIONS {
                too_many_options(options.len(), node.place, faults);
            }
            SlotKind::Choice(options)
        }
        Type::Email => SlotKind::Email,
        Type::Phone => SlotKind::Phone,
        Type::Place => SlotKind::Place,
        Type::Pattern => SlotKind::Pattern(pattern(fields.need("regex", faults)?, faults)?),
        Type::Name => SlotKind::Name,
        Type::Free => SlotKind::Free,
    };
    let form = SlotForm { kind, min, max };
    Some(SlotDef { form, skippable, stale_after, personal, counts, appointment, champ })
}

fn range(
    fields: &Fields<'_>,
    found: Type,
    faults: &mut Faults,
) -> (Option<Decimal>, Option<Decimal>) {
    let mut bound = |key: &str| {
        let node = fields.get(key)?;
        let number = node.decimal(faults)?;
        if found == Type::Integer && !number.fract().is_zero() {
            node.wrong("a whole number", faults);
            return None;
        }
        Some(number)
    };
    let (min, max) = (bound("min"), bound("max"));
    if let (Some(min), Some(max), Some(key)) = (min, max, fields.key("min"))
        && min > max
    {
        let message = format!("`min` is {min} and `max` is {max}, so no number is taken");
        let fault = Diagnostic::new(&codes::OUT_OF_RANGE, message);
        faults
            .add(key.place, fault.help(format!("write `min: {max}, max: {min}`, or correct one")));
    }
    (min, max)
}

fn pattern(node: &Node, faults: &mut Faults) -> Option<String> {
    let text = node.text(faults)?;
    match regex::Regex::new(text) {
        Ok(_) => Some(text.to_owned()),
        Err(error) => {
            let message = format!("`{text}` is no regular expression");
            let whole = error.to_string();
            let reason = whole.lines().last().unwrap_or_default().trim_start_matches("error: ");
            let fault = Diagnostic::new(&codes::BAD_REGEX, message).reason(reason);
            faults.add(node.place, fault);
            None
        }
    }
}
