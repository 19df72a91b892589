//! `catalogue.yaml`: what is sold.

use rust_decimal::Decimal;

use super::form::{check_reserved, only_for, options};
use crate::diagnostic::{Diagnostic, codes};
use crate::domain::ids::{AttributeId, OptionId};
use crate::domain::lexicon::{AttributeForm, AttributeKind, Better};
use crate::domain::value::{Quantity, Value};
use crate::script::model::{Catalogue, Discount, Product};
use crate::script::names::Names;
use crate::script::parse::{Key, Kind, Node};
use crate::script::place::Faults;
use crate::script::read::unknown;
use crate::script::read::value::decimal;

/// The keys of the file and of its blocks.
pub(crate) const KEYS: &[&str] = &["attributes", "kinds", "discounts"];
pub(crate) const ATTRIBUTE_KEYS: &[&str] = &["type", "unit", "options", "better"];
pub(crate) const KIND_KEYS: &[&str] = &["products"];
pub(crate) const DISCOUNT_KEYS: &[&str] = &["from", "percent"];

/// The key of a product that is no attribute.
const PICTURE: &str = "picture";

/// The types of attributes.
pub(crate) const TYPES: &[(&str, Type)] = &[
    ("money", Type::Money),
    ("quantity", Type::Quantity),
    ("integer", Type::Integer),
    ("decimal", Type::Decimal),
    ("boolean", Type::Boolean),
    ("choice", Type::Choice),
    ("choices", Type::Choices),
];

/// A type as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    Money,
    Quantity,
    Integer,
    Decimal,
    Boolean,
    Choice,
    Choices,
}

/// Attributes, and the products that are lowered when all names are known.
#[derive(Default)]
pub(crate) struct Declared<'n> {
    attributes: Vec<(AttributeId, AttributeForm)>,
    kinds: Vec<(&'n Key, Vec<(&'n Key, &'n Node)>)>,
    discounts: Option<&'n Node>,
}

/// Reads attributes and declares them, kinds and products.
pub(crate) fn declare<'n>(node: &'n Node, names: &mut Names, faults: &mut Faults) -> Declared<'n> {
    let mut declared = Declared::default();
    let Some(fields) = node.fields("catalogue.yaml", KEYS, node.place, faults) else {
        return declared;
    };
    for (key, node) in fields.get("attributes").map(|n| n.named(faults)).unwrap_or_default() {
        check_reserved(&key.text, "attribute", key.place, faults);
        if key.text == PICTURE {
            let fault =
                Diagnostic::new(&codes::RESERVED_NAME, "an attribute cannot be called `picture`")
                    .reason("`picture` names the file of a product's picture")
                    .help("give the attribute another name");
            faults.add(key.place, fault);
        }
        if let Some(slot) = names.slots.place(&key.text) {
            let message = format!("`{}` is both an attribute and a slot", key.text);
            let fault = Diagnostic::new(&codes::SLOT_AND_ATTRIBUTE, message)
                .label("the attribute")
                .related(faults.location(slot), "the slot")
                .help("rename one of the two");
            faults.add(key.place, fault);
        }
        let Some(form) = attribute(key, node, names, faults) else {
            names.attributes.add(&key.text, key.place, None);
            names.options.open = true;
            continue;
        };
        names.attributes.add(&key.text, key.place, Some(form.clone()));
        declared.attributes.push((key.text.as_str().into(), form));
    }
    for (key, node) in fields.get("kinds").map(|n| n.named(faults)).unwrap_or_default() {
        names.kinds.add(&key.text, key.place, ());
        let Some(kind) = node.fields("a kind of products", KIND_KEYS, key.place, faults) else {
            continue;
        };
        let products = kind.need("products", faults).map(|n| n.named(faults)).unwrap_or_default();
        for (key, _) in &products {
            names.products.declare(&key.text, key.place, (), faults);
        }
        declared.kinds.push((key, products));
    }
    declared.discounts = fields.get("discounts");
    declared
}

fn attribute(
    key: &Key,
    node: &Node,
    names: &mut Names,
    faults: &mut Faults,
) -> Option<AttributeForm> {
    let fields = node.fields("an attribute", ATTRIBUTE_KEYS, key.place, faults)?;
    let found = fields.need("type", faults)?.word(TYPES, faults);
    let better = fields
        .get("better")
        .and_then(|n| n.word(&[("higher", Better::Higher), ("lower", Better::Lower)], faults));
    let found = found?;
    let chosen = matches!(found, Type::Choice | Type::Choices);
    only_for(&fields, "unit", found == Type::Quantity, "`quantity`", faults);
    only_for(&fields, "options", chosen, "`choice` or `choices`", faults);
    only_for(&fields, "better", !chosen && found != Type::Boolean, "numbers", faults);
    let mut listed = |faults: &mut Faults| options(fields.need("options", faults)?, names, faults);
    let kind = match found {
        Type::Money => AttributeKind::Money,
        Type::Quantity => AttributeKind::Quantity(fields.need("unit", faults)?.unit(faults)?),
        Type::Integer => AttributeKind::Integer,
        Type::Decimal => AttributeKind::Decimal,
        Type::Boolean => AttributeKind::Boolean,
        Type::Choice => AttributeKind::Choice(listed(faults)?),
        Type::Choices => AttributeKind::Choices(listed(faults)?),
    };
    Some(AttributeForm { kind, better })
}

/// Lowers products and discounts.
pub(crate) fn lower(declared: Declared<'_>, names: &Names, faults: &mut Faults) -> Catalogue {
    let mut catalogue = Catalogue { attributes: declared.attributes, ..Catalogue::default() };
    for (id, form) in &catalogue.attributes {
        if let Some(place) = names.attributes.place(id.as_str()) {
            names.need_text(
                &format!("attribute-{id}"),
                &format!("the attribute `{id}`"),
                place,
                faults,
            );
            if let AttributeKind::Choice(options) | AttributeKind::Choices(options) = &form.kind {
                for option in options {
                    let place = names.options.place(option.as_str()).unwrap_or(place);
                    names.need_text(
                        &format!("option-{option}"),
                        &format!("the option `{option}`"),
                        place,
                        faults,
                    );
                }
            }
        }
    }
    for (kind, products) in declared.kinds {
        names.need_text(
            &format!("kind-{}", kind.text),
            &format!("the kind `{}`", kind.text),
            kind.place,
            faults,
        );
        catalogue.kinds.push(kind.text.as_str().into());
        for (key, node) in products {
            names.need_text(
                &format!("product-{}", key.text),
                &format!("the product `{}`", key.text),
                key.place,
                faults,
            );
            if let Some(product) = product(kind, key, node, names, faults) {
                catalogue.products.push(product);
            }
        }
    }
    if let Some(node) = declared.discounts {
        for (key, node) in node.named(faults) {
            if names.kinds.check(&key.text, key.place, &codes::UNKNOWN_KIND, faults) {
                catalogue.discounts.insert(key.text.as_str().into(), discounts(node, faults));
            }
        }
    }
    catalogue
}

fn product(
    kind: &Key,
    key: &Key,
    node: &Node,
    names: &Names,
    faults: &mut Faults,
) -> Option<Product> {
    let mut product = Product {
        id: key.text.as_str().into(),
        kind: kind.text.as_str().into(),
        attributes: Default::default(),
        picture: None,
    };
    for (key, node) in node.pairs(faults)? {
        if key.text == PICTURE {
            product.picture = node.text(faults).map(str::to_owned);
            continue;
        }
        let Some(form) = names.attributes.get(&key.text) else {
            if !names.attributes.open {
                let known = names.attributes.names().chain([PICTURE]);
                faults.add(
                    key.place,
                    unknown(&codes::UNKNOWN_ATTRIBUTE, "attribute", &key.text, known),
                );
            }
            continue;
        };
        if let Some(value) = form.as_ref().and_then(|form| value(node, &form.kind, names, faults)) {
            product.attributes.insert(key.text.as_str().into(), value);
        }
    }
    Some(product)
}

fn value(node: &Node, kind: &AttributeKind, names: &Names, faults: &mut Faults) -> Option<Value> {
    let misfit = |expected: &str, faults: &mut Faults| {
        let shown = match &node.kind {
            Kind::Scalar(scalar) => format!("`{}`", scalar.text),
            Kind::List(_) => "a list".to_owned(),
            Kind::Map(_) => "a block".to_owned(),
            Kind::Nothing => "nothing".to_owned(),
        };
        let message = format!("{shown} does not fit: this attribute takes {expected}");
        let fault = Diagnostic::new(&codes::VALUE_TYPE, message);
        faults.add(node.place, fault.help(format!("write {expected}, or change the type")));
    };
    let scalar = match &node.kind {
        Kind::Scalar(scalar) => scalar.text.as_str(),
        _ => "",
    };
    let number = || decimal(scalar);
    match kind {
        AttributeKind::Money => {
            if scalar.is_empty() {
                misfit("an amount of money", faults);
                return None;
            }
            node.money(names.currency.as_deref(), faults).map(Value::Money)
        }
        AttributeKind::Quantity(unit) => match number() {
            Some(amount) => Some(Value::Quantity(Quantity { amount, unit: *unit })),
            None => {
                misfit(&format!("a number of `{}`, without the unit", unit.as_str()), faults);
                None
            }
        },
        AttributeKind::Integer => match scalar.parse() {
            Ok(number) => Some(Value::Integer(number)),
            Err(_) => {
                misfit("a whole number", faults);
                None
            }
        },
        AttributeKind::Decimal => match number() {
            Some(number) => Some(Value::Decimal(number)),
            None => {
                misfit("a number", faults);
                None
            }
        },
        AttributeKind::Boolean => match scalar {
            "true" => Some(Value::Boolean(true)),
            "false" => Some(Value::Boolean(false)),
            _ => {
                misfit("`true` or `false`", faults);
                None
            }
        },
        AttributeKind::Choice(options) => {
            if scalar.is_empty() {
                misfit("one of its options", faults);
                return None;
            }
            option(node, options, faults).map(Value::Choice)
        }
        AttributeKind::Choices(options) => {
            let Kind::List(list) = &node.kind else {
                misfit("a list of its options, as in `[a, b]`", faults);
                return None;
            };
            let chosen: Vec<_> = list.iter().map(|node| option(node, options, faults)).collect();
            chosen.into_iter().collect::<Option<_>>().map(Value::Choices)
        }
    }
}

fn option(node: &Node, options: &[OptionId], faults: &mut Faults) -> Option<OptionId> {
    let id = node.id(faults)?;
    let found = options.iter().find(|option| *option == id);
    if found.is_none() {
        let known = options.iter().map(OptionId::as_str);
        faults.add(node.place, unknown(&codes::UNKNOWN_OPTION, "option", id, known));
    }
    found.cloned()
}

fn discounts(node: &Node, faults: &mut Faults) -> Vec<Discount> {
    let mut discounts: Vec<Discount> = Vec::new();
    for node in node.list(faults).unwrap_or_default() {
        let Some(fields) = node.fields("a discount", DISCOUNT_KEYS, node.place, faults) else {
            continue;
        };
        let from = fields.need("from", faults).and_then(|n| n.integer(1..=1_000_000, faults));
        let percent = fields.need("percent", faults).and_then(|n| percent(n, faults));
        let Some((from, percent)) = from.zip(percent) else {
            continue;
        };
        if discounts.last().is_some_and(|last| from <= last.from || percent <= last.percent) {
            let message =
                "a discount must begin at more pieces, and be greater, than the one before";
            let fault = Diagnostic::new(&codes::DISCOUNT_ORDER, message);
            faults.add(node.place, fault.help("put them in the order of `from`, each one greater"));
        }
        discounts.push(Discount { from, percent });
    }
    discounts
}

fn percent(node: &Node, faults: &mut Faults) -> Option<Decimal> {
    let number = node.decimal(faults)?;
    if number <= Decimal::ZERO || number >= Decimal::ONE_HUNDRED {
        let message = format!("{number} is not between 0 and 100");
        let fault = Diagnostic::new(&codes::OUT_OF_RANGE, message);
        faults.add(node.place, fault.help("write how much is taken off, as in `5`"));
        return None;
    }
    Some(number)
}
