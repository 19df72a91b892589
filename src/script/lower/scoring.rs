//! `scoring.yaml`, and the `scores` of slots: what counts as evidence.

use crate::diagnostic::{Diagnostic, codes};
use crate::domain::ids::{GroupId, RuleId};
use crate::domain::lead::{Axis, Heat};
use crate::script::condition::typing::{Scope, condition};
use crate::script::model::{GroupDef, Repeat, Rule, Scoring, Signal, Trigger, WishDef};
use crate::script::names::Names;
use crate::script::parse::{Key, Node};
use crate::script::place::{Faults, Place};
use crate::script::read::{Fields, unknown};

/// The keys of the file and of its blocks.
pub(crate) const KEYS: &[&str] = &["groups", "rules", "wishes", "heat", "heat_wish_lasts"];
pub(crate) const GROUP_KEYS: &[&str] = &["axis", "cap", "decay"];
pub(crate) const RULE_KEYS: &[&str] = &["id", "on", "if", "group", "points", "repeat"];
pub(crate) const WISH_KEYS: &[&str] = &["id", "on", "heat"];
pub(crate) const HEAT_KEYS: &[&str] = &["hot", "warm"];
pub(crate) const SCORE_KEYS: &[&str] = &["id", "if", "fit"];

/// The cap of a slot's own group.
const SLOT_CAP: i32 = 100;
/// How long a wish lasts unless the file says otherwise.
const WISH_SECONDS: i64 = 14 * 86_400;
/// The most points, either way.
const MOST_POINTS: i64 = 1000;

/// Words of `repeat`, `axis` and `heat`.
pub(crate) const REPEATS: &[(&str, Repeat)] =
    &[("never", Repeat::Never), ("daily", Repeat::Daily), ("always", Repeat::Always)];
pub(crate) const AXES: &[(&str, Axis)] = &[("fit", Axis::Fit), ("interest", Axis::Interest)];
pub(crate) const HEATS: &[(&str, Heat)] =
    &[("browsing", Heat::Browsing), ("warm", Heat::Warm), ("hot", Heat::Hot)];

/// An entry of a list with its id.
struct Entry<'n> {
    id: &'n str,
    place: Place,
    fields: Fields<'n>,
}

/// What is lowered when all names are known.
#[derive(Default)]
pub(crate) struct Declared<'n> {
    groups: Vec<(&'n Key, &'n Node)>,
    rules: Vec<Entry<'n>>,
    wishes: Vec<Entry<'n>>,
    scores: Vec<(&'n Key, Vec<Entry<'n>>)>,
    heat: Option<&'n Node>,
    wish_lasts: Option<&'n Node>,
}

/// Declares groups, rules and wishes. Slots with scores have a group of their own.
pub(crate) fn declare<'n>(
    file: Option<&'n Node>,
    scores: &[(&'n Key, &'n Node)],
    names: &mut Names,
    faults: &mut Faults,
) -> Declared<'n> {
    let mut declared = Declared::default();
    for (slot, node) in scores {
        let entries = entries(node, "a score", SCORE_KEYS, true, names, faults);
        names.groups.add(&slot.text, slot.place, ());
        declared.scores.push((*slot, entries));
    }
    let Some(fields) = file.and_then(|n| n.fields("scoring.yaml", KEYS, n.place, faults)) else {
        return declared;
    };
    declared.groups = fields.get("groups").map(|n| n.named(faults)).unwrap_or_default();
    for (key, _) in &declared.groups {
        names.groups.add(&key.text, key.place, ());
    }
    if let Some(node) = fields.get("rules") {
        declared.rules = entries(node, "a rule", RULE_KEYS, true, names, faults);
    }
    if let Some(node) = fields.get("wishes") {
        declared.wishes = entries(node, "a wish", WISH_KEYS, false, names, faults);
    }
    declared.heat = fields.get("heat");
    declared.wish_lasts = fields.get("heat_wish_lasts");
    declared
}

fn entries<'n>(
    node: &'n Node,
    what: &'static str,
    keys: &[&str],
    is_rule: bool,
    names: &mut Names,
    faults: &mut Faults,
) -> Vec<Entry<'n>> {
    let mut entries = Vec::new();
    for node in node.list(faults).unwrap_or_default() {
        let Some(fields) = node.fields(what, keys, node.place, faults) else {
            continue;
        };
        let Some(at) = fields.need("id", faults) else {
            continue;
        };
        let Some(id) = at.id(faults) else { continue };
        if names.rules.declare(id, at.place, is_rule, faults) {
            entries.push(Entry { id, place: at.place, fields });
        }
    }
    entries
}

/// Lowers the scoring. `awarded` are the rules that `score` steps award; `None` when a flow could
/// not be read.
pub(crate) fn lower(
    declared: Declared<'_>,
    names: &Names,
    awarded: Option<&[RuleId]>,
    faults: &mut Faults,
) -> Scoring {
    let mut scoring = Scoring { wish_seconds: WISH_SECONDS, ..Scoring::default() };
    for (key, node) in &declared.groups {
        if let Some(group) = group(key, node, faults) {
            scoring.groups.insert(key.text.as_str().into(), group);
        }
    }
    for (slot, entries) in &declared.scores {
        let id = GroupId::from(slot.text.as_str());
        let own = GroupDef { axis: Axis::Fit, cap: SLOT_CAP, decay_days: None };
        scoring.groups.entry(id.clone()).or_insert(own);
        for entry in entries {
            reason_text(entry, names, faults);
            let when = entry
                .fields
                .need("if", faults)
                .and_then(|n| condition(n, Scope::Rule, names, faults));
            let fit = entry.fields.need("fit", faults).and_then(|n| points(n, faults));
            let Some((when, points)) = when.zip(fit) else {
                continue;
            };
            let trigger = Trigger::If(when);
            scoring.rules.push(Rule { id: entry.id.into(), group: id.clone(), points, trigger });
        }
    }
    for entry in &declared.rules {
        reason_text(entry, names, faults);
        if let Some(rule) = rule(entry, names, awarded, faults) {
            scoring.rules.push(rule);
        }
    }
    for entry in &declared.wishes {
        reason_text(entry, names, faults);
        let on = entry.fields.need("on", faults).and_then(|n| signals(n, names, faults));
        let heat = entry.fields.need("heat", faults).and_then(|n| n.word(HEATS, faults));
        if let Some((on, heat)) = on.zip(heat) {
            scoring.wishes.push(WishDef { id: entry.id.into(), on, heat });
        }
    }
    if let Some(heat) = declared.heat.and_then(|n| n.fields("`heat`", HEAT_KEYS, n.place, faults)) {
        let mut when =
            |key: &str| heat.get(key).and_then(|n| condition(n, Scope::Heat, names, faults));
        (scoring.hot, scoring.warm) = (when("hot"), when("warm"));
    }
    if let Some(seconds) = declared.wish_lasts.and_then(|n| n.seconds(faults)) {
        scoring.wish_seconds = seconds;
    }
    scoring
}

fn reason_text(entry: &Entry<'_>, names: &Names, faults: &mut Faults) {
    let what = format!("the reason `{}` that a rep reads", entry.id);
    names.need_text(&format!("score-{}", entry.id), &what, entry.place, faults);
}

fn group(key: &Key, node: &Node, faults: &mut Faults) -> Option<GroupDef> {
    let fields = node.fields("a group", GROUP_KEYS, key.place, faults)?;
    let axis = fields.need("axis", faults).and_then(|n| n.word(AXES, faults));
    let cap = fields.need("cap", faults).and_then(|n| n.integer(1..=MOST_POINTS, faults));
    let decay = fields.get("decay").and_then(|n| Some((n.days(faults)?, n)));
    if let (Some(Axis::Fit), Some(key)) = (axis, fields.key("decay")) {
        let fault = Diagnostic::new(&codes::DECAY_ON_FIT, "fit does not decay")
            .reason("who somebody is does not fade; only what they did does");
        faults.add(key.place, fault.help("remove `decay`, or count on the axis `interest`"));
    }
    let decay_days = decay.and_then(|(days, node)| {
        u16::try_from(days).ok().or_else(|| {
            let message = format!("a decay of {days} days is too slow to be one");
            let fault = Diagnostic::new(&codes::OUT_OF_RANGE, message);
            faults.add(node.place, fault.help("leave `decay` out where nothing fades"));
            None
        })
    });
    Some(GroupDef { axis: axis?, cap: i32::try_from(cap?).ok()?, decay_days })
}

fn points(node: &Node, faults: &mut Faults) -> Option<i32> {
    node.integer(-MOST_POINTS..=MOST_POINTS, faults).and_then(|n| i32::try_from(n).ok())
}

fn rule(
    entry: &Entry<'_>,
    names: &Names,
    awarded: Option<&[RuleId]>,
    faults: &mut Faults,
) -> Option<Rule> {
    let fields = &entry.fields;
    let group = fields.need("group", faults).and_then(|node| {
        let id = node.id(faults)?;
        names.groups.check(id, node.place, &codes::UNKNOWN_GROUP, faults).then(|| GroupId::from(id))
    });
    let points = fields.need("points", faults).and_then(|n| points(n, faults));
    let repeat = fields.get("repeat").and_then(|n| n.word(REPEATS, faults));
    if let (Some(key), None) = (fields.key("repeat"), fields.get("on")) {
        let message = "`repeat` belongs to `on`: what holds is counted once, while it holds";
        let fault = Diagnostic::new(&codes::KEY_OF_OTHER_TYPE, message);
        faults.add(key.place, fault.help("remove `repeat`, or say with `on` what is counted"));
    }
    let on = fields.get("on").map(|n| signals(n, names, faults));
    let when = fields.get("if").map(|n| condition(n, Scope::Rule, names, faults));
    let trigger = match (on, when) {
        (Some(_), Some(_)) => {
            let message = format!("the rule `{}` has both `on` and `if`", entry.id);
            let fault = Diagnostic::new(&codes::TWO_TRIGGERS, message).help("make two rules of it");
            faults.add(entry.place, fault);
            None
        }
        (Some(on), None) => on.map(|on| Trigger::On(on, repeat.unwrap_or(Repeat::Daily))),
        (None, Some(when)) => when.map(Trigger::If),
        (None, None) => {
            if awarded.is_some_and(|rules| !rules.iter().any(|rule| rule == entry.id)) {
                let message = format!("nothing ever awards the rule `{}`", entry.id);
                let fault = Diagnostic::new(&codes::IDLE_RULE, message)
                    .help("write `on` or `if`, or a step `score` that names it");
                faults.add(entry.place, fault);
            }
            Some(Trigger::Step)
        }
    };
    Some(Rule { id: entry.id.into(), group: group?, points: points?, trigger: trigger? })
}

/// What `on` may begin with.
pub(crate) const SIGNALS: &[&str] = &[
    "intent",
    "answer",
    "attribute",
    "product",
    "option",
    "flow",
    "campaign",
    "handoff",
    "callback",
];

fn signals(node: &Node, names: &Names, faults: &mut Faults) -> Option<Vec<Signal>> {
    let list = node.filled_list(faults)?;
    let signals: Vec<_> = list.iter().map(|node| signal(node, names, faults)).collect();
    signals.into_iter().collect()
}

fn signal(node: &Node, names: &Names, faults: &mut Faults) -> Option<Signal> {
    let text = node.scalar("a signal, such as `intent.human`,", faults)?.text.as_str();
    let place = node.place;
    let Some((sort, id)) = text.split_once('.') else {
        return match text {
            "handoff" => Some(Signal::Handoff),
            "callback" => Some(Signal::Callback),
            _ => {
                faults.add(place, unknown_signal(text));
                None
            }
        };
    };
    let known = match sort {
        "intent" => names.intents.check(id, place, &codes::UNKNOWN_INTENT, faults),
        "answer" => names.answers.check(id, place, &codes::UNKNOWN_ANSWER, faults),
        "attribute" => names.attributes.check(id, place, &codes::UNKNOWN_ATTRIBUTE, faults),
        "product" => names.products.check(id, place, &codes::UNKNOWN_PRODUCT, faults),
        "option" => names.options.check(id, place, &codes::UNKNOWN_OPTION, faults),
        "flow" => names.flows.check(id, place, &codes::UNKNOWN_FLOW, faults),
        "campaign" => names.campaigns.check(id, place, &codes::UNKNOWN_CAMPAIGN, faults),
        _ => {
            faults.add(place, unknown_signal(text));
            false
        }
    };
    if !known {
        return None;
    }
    Some(match sort {
        "intent" => Signal::Intent(id.into()),
        "answer" => Signal::Answer(id.into()),
        "attribute" => Signal::Attribute(id.into()),
        "product" => Signal::Product(id.into()),
        "option" => Signal::Option(id.into()),
        "flow" => Signal::Flow(id.into()),
        _ => Signal::Campaign(id.into()),
    })
}

fn unknown_signal(text: &str) -> Diagnostic {
    let sort = text.split('.').next().unwrap_or(text);
    unknown(&codes::UNKNOWN_SIGNAL, "signal", text, [])
        .reason(format!("`{sort}` is none of {}", SIGNALS.join(" ")))
        .help("signals are written as in `intent.human`, `answer.leasing`, `attribute.price`")
}
