//! The kinds of steps: their keys, and which one a step is.

use crate::diagnostic::near::nearest;
use crate::diagnostic::{Diagnostic, codes};
use crate::script::parse::Node;
use crate::script::place::Faults;

/// The kinds of steps by their keys.
pub(crate) const KINDS: &[&str] =
    &["say", "collect", "choose", "branch", "recommend", "call", "score", "handoff", "wait", "end"];
/// The kinds that an option may do before it goes on.
pub(crate) const THEN_KINDS: &[&str] = &["say", "call", "score", "handoff"];
/// Kinds that `say` belongs to as the text they ask or tell with.
const SPEAKING: &[&str] = &["collect", "choose", "recommend"];

/// The keys that belong to a kind, itself among them.
pub(crate) fn kind_keys(kind: &str) -> &'static [&'static str] {
    match kind {
        "say" => &["say"],
        "collect" => &["collect", "say"],
        "choose" => &["choose", "say"],
        "branch" => &["branch"],
        "recommend" => &["recommend", "where", "rank", "top", "say", "else"],
        "call" => &["call"],
        "score" => &["score"],
        "handoff" => &["handoff", "reason"],
        "wait" => &["wait"],
        _ => &["end"],
    }
}

/// How a step of a kind is called in messages.
pub(super) fn called(kind: &str) -> &'static str {
    match kind {
        "say" => "a step that says something",
        "collect" => "a step that collects a slot",
        "choose" => "a step that offers choices",
        "branch" => "a step that branches",
        "recommend" => "a step that recommends",
        "call" => "a step that calls something",
        "score" => "a step that scores",
        "handoff" => "a step that hands over",
        "wait" => "a step that waits",
        _ => "a step that ends the flow",
    }
}

/// What a step does; reports when it does nothing or several things.
pub(super) fn kind(node: &Node, faults: &mut Faults) -> Option<&'static str> {
    // Doubles are reported when the fields are read.
    let entries = match node.pairs(&mut Faults::default()) {
        Some(entries) => entries,
        None => {
            let fault = node.wrong_shape("a step");
            let help = "write it as in `{ id: intro, say: find_a_bike-intro }`";
            faults.add(node.place, fault.help(help));
            return None;
        }
    };
    let has = |kind: &str| entries.iter().any(|(key, _)| key.text == kind);
    let mut kinds: Vec<&'static str> = KINDS.iter().copied().filter(|kind| has(kind)).collect();
    if kinds.len() == 2 && kinds[0] == "say" && SPEAKING.contains(&kinds[1]) {
        kinds.remove(0);
    }
    let place =
        entries.iter().find(|(key, _)| key.text == "id").map_or(node.place, |(_, id)| id.place);
    let fault = match kinds.as_slice() {
        [kind] => return Some(kind),
        [] => {
            let keys: Vec<&str> = entries
                .iter()
                .map(|(key, _)| key.text.as_str())
                .filter(|key| !["id", "if", "go"].contains(key))
                .collect();
            let near =
                keys.iter().find_map(|key| Some((*key, nearest(key, KINDS.iter().copied())?)));
            let help = match near {
                Some((key, kind)) => format!("did you mean `{kind}` where it says `{key}`?"),
                None => format!("a step has one of {}", KINDS.join(" ")),
            };
            Diagnostic::new(&codes::STEP_KIND, "this step does nothing").help(help)
        }
        several => {
            let message = format!("this step does several things: {}", several.join(", "));
            Diagnostic::new(&codes::STEP_KIND, message).help("make a step of each")
        }
    };
    faults.add(place, fault);
    None
}
