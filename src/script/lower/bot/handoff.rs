//! `handoff:` of `bot.yaml`: when a person comes in, and what happens to whoever waits for one.

use crate::diagnostic::{Diagnostic, codes};
use crate::script::condition::typing::{Scope, condition};
use crate::script::model::{Condition, Ladder};
use crate::script::names::Names;
use crate::script::parse::Node;
use crate::script::place::Faults;
use crate::script::read::Fields;

/// The keys of the block.
pub(crate) const KEYS: &[&str] = &[
    "offer_when",
    "callback",
    "ask_after",
    "lead_after",
    "choice_after",
    "remind_after",
    "offer_after",
    "teams",
    "send_after",
];

/// The longest delay of a rep's words, in seconds: a visitor waits for them meanwhile.
const LONGEST_DELAY: i64 = 60;

/// What the block says.
#[derive(Default)]
pub(super) struct Policy {
    pub offer_person_when: Option<Condition>,
    pub callback: bool,
    pub ladder: Ladder,
    pub teams: Vec<(String, Condition)>,
    pub send_after: i64,
}

/// Lowers the block.
pub(super) fn lower(fields: &Fields<'_>, names: &Names, faults: &mut Faults) -> Policy {
    let Some(policy) =
        fields.get("handoff").and_then(|node| node.fields("`handoff`", KEYS, node.place, faults))
    else {
        return Policy::default();
    };
    let when = policy.get("offer_when").and_then(|n| condition(n, Scope::Talk, names, faults));
    let callback = policy.get("callback").and_then(|node| node.flag(faults));
    let teams = policy.get("teams").map(|node| teams(node, names, faults)).unwrap_or_default();
    let send_after = policy.get("send_after").and_then(|node| delay(node, faults));
    Policy {
        offer_person_when: when,
        callback: callback.unwrap_or(false),
        ladder: ladder(&policy, faults),
        teams,
        send_after: send_after.unwrap_or(0),
    }
}

/// How long a rep's words wait before they are sent: `5s`, a minute at most.
fn delay(node: &Node, faults: &mut Faults) -> Option<i64> {
    let text = node.scalar("a delay", faults)?.text.trim();
    let seconds = match text.strip_suffix('s') {
        Some(digits) => digits.parse::<i64>().ok(),
        None => text.strip_suffix('m').and_then(|digits| Some(digits.parse::<i64>().ok()? * 60)),
    };
    let good = seconds.filter(|seconds| (0..=LONGEST_DELAY).contains(seconds));
    if good.is_none() {
        let fault = Diagnostic::new(&codes::BAD_DURATION, format!("`{text}` is no such delay"))
            .reason("the visitor waits for the words meanwhile, so it is a minute at most")
            .help("write seconds, as in `5s`, or leave it out: then words leave at once");
        faults.add(node.place, fault);
    }
    good
}

/// Teams and when they take somebody, in the order of the file.
fn teams(node: &Node, names: &Names, faults: &mut Faults) -> Vec<(String, Condition)> {
    let mut teams = Vec::new();
    for (team, when) in node.named(faults) {
        if let Some(when) = condition(when, Scope::Talk, names, faults) {
            teams.push((team.text.clone(), when));
        }
    }
    teams
}

/// The rungs, which must come in their order.
fn ladder(policy: &Fields<'_>, faults: &mut Faults) -> Ladder {
    let usual = Ladder::default();
    let mut minutes = |key: &str, usual: i64| {
        let Some(node) = policy.get(key) else { return usual };
        let Some(seconds) = node.seconds(faults) else { return usual };
        if seconds < 60 || seconds % 60 != 0 {
            let fault = Diagnostic::new(&codes::BAD_DURATION, "only whole minutes count here");
            faults.add(node.place, fault.help("write it in minutes, as in `5m`"));
            return usual;
        }
        seconds / 60
    };
    let ladder = Ladder {
        ask: minutes("ask_after", usual.ask),
        lead: minutes("lead_after", usual.lead),
        choice: minutes("choice_after", usual.choice),
        remind: minutes("remind_after", usual.remind),
        offer: minutes("offer_after", usual.offer),
    };
    let rises = |keys: &[(&str, i64)], faults: &mut Faults| {
        for pair in keys.windows(2) {
            if pair[0].1 > pair[1].1 {
                let (first, second) = (pair[0].0, pair[1].0);
                let place = policy.key(second).or_else(|| policy.key(first)).map(|key| key.place);
                let message = format!("`{second}` comes before `{first}`");
                let fault = Diagnostic::new(&codes::BAD_DURATION, message);
                let help = "let each rung be due no sooner than the one before it";
                faults.add(place.unwrap_or(policy.place), fault.help(help));
            }
        }
    };
    let unclaimed =
        [("ask_after", ladder.ask), ("lead_after", ladder.lead), ("choice_after", ladder.choice)];
    rises(&unclaimed, faults);
    rises(&[("remind_after", ladder.remind), ("offer_after", ladder.offer)], faults);
    ladder
}
