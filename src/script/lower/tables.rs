//! `answers.yaml` and `campaigns.yaml`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::diagnostic::{Diagnostic, codes};
use crate::domain::ids::{AnswerId, CampaignId};
use crate::script::model::{AnswerDef, CampaignDef, ELSEWHERE};
use crate::script::names::{Names, Table};
use crate::script::parse::{Key, Node};
use crate::script::place::Faults;

/// The keys of an answer and of a campaign.
pub(crate) const ANSWER_KEYS: &[&str] =
    &["owner", "valid_until", "source", "picture", "offers", "by_country", "at_once", "attribute"];
pub(crate) const CAMPAIGN_KEYS: &[&str] = &["source", "medium", "from", "until"];

/// Entries of a file with one block, declared and lowered later.
pub(crate) type Entries<'n> = Vec<(&'n Key, &'n Node)>;

/// Reads the entries of a file that holds one block named `block`, and declares their names.
pub(crate) fn declare<'n>(
    node: &'n Node,
    (file, block): (&'static str, &'static str),
    table: &mut Table<()>,
    faults: &mut Faults,
) -> Entries<'n> {
    let Some(fields) = node.fields(file, &[block], node.place, faults) else {
        return Vec::new();
    };
    let entries = fields.need(block, faults).map(|n| n.named(faults)).unwrap_or_default();
    for (key, _) in &entries {
        table.add(&key.text, key.place, ());
    }
    entries
}

/// Lowers the answers. `today` decides which have run out.
pub(crate) fn answers(
    entries: Entries<'_>,
    names: &Names,
    today: NaiveDate,
    faults: &mut Faults,
) -> BTreeMap<AnswerId, AnswerDef> {
    let mut answers = BTreeMap::new();
    for (key, node) in entries {
        let id = key.text.as_str();
        names.need_text(&format!("answer-{id}"), &format!("the answer `{id}`"), key.place, faults);
        let Some(fields) = node.fields("an answer", ANSWER_KEYS, key.place, faults) else {
            continue;
        };
        let text = |key: &str, faults: &mut Faults| {
            fields.need(key, faults).and_then(|n| n.text(faults)).map(str::to_owned)
        };
        let (owner, source) = (text("owner", faults), text("source", faults));
        let valid_until = fields.get("valid_until").and_then(|n| Some((n.date(faults)?, n)));
        if let Some((until, node)) = valid_until.filter(|(until, _)| *until < today) {
            let whose = owner.as_deref().unwrap_or("its owner");
            let fault = Diagnostic::new(
                &codes::ANSWER_EXPIRED,
                format!("the answer `{id}` ran out on {until}"),
            )
            .reason("nobody vouches for it after its last day")
            .help(format!("let {whose} confirm it and set a new day, or remove it"));
            faults.add(node.place, fault);
        }
        let offers = fields.get("offers").and_then(|node| {
            let flow = node.id(faults)?;
            if !names.flows.check(flow, node.place, &codes::UNKNOWN_FLOW, faults) {
                return None;
            }
            let what = format!("the offer of the flow `{flow}`");
            names.need_text(&format!("offer-{flow}"), &what, node.place, faults);
            Some(flow.into())
        });
        let picture = fields.get("picture").and_then(|n| n.text(faults)).map(str::to_owned);
        let by_country =
            fields.get("by_country").map(|node| forms(id, node, names, faults)).unwrap_or_default();
        let at_once = fields.get("at_once").map(|n| told_at_once(n, &by_country, faults));
        let attribute = fields.get("attribute").and_then(|node| {
            let attribute = node.id(faults)?;
            let known =
                names.attributes.check(attribute, node.place, &codes::UNKNOWN_ATTRIBUTE, faults);
            known.then(|| attribute.into())
        });
        let Some((owner, source)) = owner.zip(source) else {
            continue;
        };
        let at_once = at_once.unwrap_or_default();
        let valid_until = valid_until.map(|(until, _)| until);
        let answer = AnswerDef {
            owner,
            valid_until,
            source,
            picture,
            offers,
            by_country,
            at_once,
            attribute,
        };
        answers.insert(id.into(), answer);
    }
    answers
}

/// The forms of an answer's text by country, each of which must be written.
fn forms(
    answer: &str,
    node: &Node,
    names: &Names,
    faults: &mut Faults,
) -> BTreeMap<String, String> {
    let mut forms = BTreeMap::new();
    for (key, node) in node.pairs(faults).unwrap_or_default() {
        let code = key.text.len() == 2 && key.text.bytes().all(|b| b.is_ascii_uppercase());
        if !code && key.text != ELSEWHERE {
            let message = format!("`{}` is not a country", key.text);
            let fault = Diagnostic::new(&codes::BAD_CODE, message);
            faults.add(key.place, fault.help("write two capital letters as in `AT`, or `else`"));
            continue;
        }
        let Some(form) = node.text(faults) else { continue };
        let what = format!("the answer `{answer}` for `{}`", key.text);
        names.need_text(&format!("answer-{answer}.{form}"), &what, node.place, faults);
        forms.insert(key.text.clone(), form.to_owned());
    }
    forms
}

/// The forms that are told without a question, each of which some country has.
fn told_at_once(
    node: &Node,
    by_country: &BTreeMap<String, String>,
    faults: &mut Faults,
) -> Vec<String> {
    let mut told = Vec::new();
    for node in node.list(faults).unwrap_or_default() {
        let Some(form) = node.text(faults) else { continue };
        if by_country.values().any(|known| known == form) {
            told.push(form.to_owned());
            continue;
        }
        let message = format!("no country of this answer has the form `{form}`");
        let fault = Diagnostic::new(&codes::BAD_CODE, message);
        faults.add(node.place, fault.help("name one of the forms in `by_country`"));
    }
    told
}

/// Lowers the campaigns.
pub(crate) fn campaigns(
    entries: Entries<'_>,
    names: &Names,
    faults: &mut Faults,
) -> BTreeMap<CampaignId, CampaignDef> {
    let mut campaigns = BTreeMap::new();
    for (key, node) in entries {
        let id = key.text.as_str();
        names.need_text(
            &format!("campaign-{id}"),
            &format!("the campaign `{id}`"),
            key.place,
            faults,
        );
        let Some(fields) = node.fields("a campaign", CAMPAIGN_KEYS, key.place, faults) else {
            continue;
        };
        let source = fields.need("source", faults).and_then(|n| n.text(faults)).map(str::to_owned);
        let medium = fields.get("medium").and_then(|n| n.text(faults)).map(str::to_owned);
        let from = fields.get("from").and_then(|n| n.date(faults));
        let until = fields.get("until").and_then(|n| n.date(faults));
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            let place = fields.key("until").map_or(key.place, |key| key.place);
            let message = format!("the campaign `{id}` ends before it begins");
            let fault = Diagnostic::new(&codes::CAMPAIGN_DATES, message);
            faults.add(place, fault.help("swap `from` and `until`, or correct one of them"));
        }
        let Some(source) = source else { continue };
        campaigns.insert(id.into(), CampaignDef { source, medium, from, until });
    }
    campaigns
}
