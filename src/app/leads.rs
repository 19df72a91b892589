//! Leads as people read them: who, how hot, and above all why.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::decide::standing;
use crate::domain::facts::Facts;
use crate::domain::lead::Award;
use crate::domain::value::Value;
use crate::qualification::score::weigh;
use crate::store::conversations::Wanted;
use crate::store::leads::{Lead, LeadDetail, LeadEvent, LeadFilter};
use crate::store::{Db, StoreError};

use super::edition::Edition;
use super::plain::{readable, written};

/// The most leads listed at once.
const LISTED: i64 = 1_000;

/// A lead in a list, as `docent leads --json` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct LeadLine {
    /// The contact's id.
    pub id: String,
    /// Where they talk to us.
    pub channel: &'static str,
    /// Their name as the platform shows it.
    pub name: Option<String>,
    /// The language of the talk.
    pub locale: Option<String>,
    /// `browsing`, `warm` or `hot`, as of now.
    pub heat: &'static str,
    /// Where the deal is.
    pub stage: &'static str,
    /// Who they are, in points.
    pub fit: i32,
    /// What they did, in points, as of now.
    pub interest: i32,
    /// What brought them first.
    pub source: Option<String>,
    /// They blocked us, or their account is gone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unreachable: bool,
    /// When they were last heard.
    pub last_at: Option<DateTime<Utc>>,
}

/// One lead with the reasons, as `docent leads show ID --json` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct LeadPage {
    /// The line of the list.
    #[serde(flatten)]
    pub line: LeadLine,
    /// The moment the points are for.
    pub as_of: DateTime<Utc>,
    /// What is known, by slot.
    pub slots: Vec<SlotLine>,
    /// The names of slots that are not known and that some flow asks for.
    pub unknown: Vec<String>,
    /// The evidence; `points` sum up to fit and interest.
    pub events: Vec<EventLine>,
    /// What was said.
    pub transcript: Vec<TranscriptLine>,
}

/// A known slot.
#[derive(Clone, Debug, Serialize)]
pub struct SlotLine {
    /// The slot.
    pub slot: String,
    /// What it is called.
    pub label: String,
    /// The value in words.
    pub text: String,
    /// The typed value.
    pub value: Value,
    /// When it was said.
    pub at: DateTime<Utc>,
}

/// One event.
#[derive(Clone, Debug, Serialize)]
pub struct EventLine {
    /// When.
    pub at: DateTime<Utc>,
    /// `award`, `wish`, `stage`, `heat`, `handoff` or `touch`.
    pub kind: String,
    /// What a rep reads.
    pub reason: String,
    /// The group it is capped with; for awards.
    pub group: Option<String>,
    /// `fit` or `interest`; for awards.
    pub axis: Option<&'static str>,
    /// As awarded.
    pub base: i32,
    /// What it counts now.
    pub points: i32,
}

/// One line of the transcript.
#[derive(Clone, Debug, Serialize)]
pub struct TranscriptLine {
    /// When.
    pub at: DateTime<Utc>,
    /// `contact`, `bot` or `rep`.
    pub who: &'static str,
    /// The words.
    pub text: String,
    /// `said`, `not_arrived` or `taken_back`.
    pub fate: &'static str,
}

/// Lists leads, the hottest and then the latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list(
    db: &Db,
    edition: Option<&Edition>,
    filter: &LeadFilter,
    now: DateTime<Utc>,
) -> Result<Vec<LeadLine>, StoreError> {
    let leads = db.list_leads(filter, LISTED).await?;
    let wanted: Vec<Wanted> =
        leads.iter().map(|lead| Wanted { contact: lead.contact, update: None }).collect();
    let conversations =
        if wanted.is_empty() { Vec::new() } else { db.find_conversations(&wanted).await? };
    let contacts: Vec<_> = leads.iter().map(|lead| lead.contact).collect();
    let events = db.list_lead_events(&contacts).await?;
    let mut lines = Vec::with_capacity(leads.len());
    for (lead, conversation) in leads.iter().zip(conversations) {
        let mut line = line_of(lead);
        let awards: Vec<Award> = events
            .get(&lead.contact)
            .into_iter()
            .flatten()
            .filter_map(|event| event.award.clone())
            .collect();
        let weighed = weigh(&awards, now);
        (line.fit, line.interest) = (weighed.fit, weighed.interest);
        if let (Some(edition), Ok(state)) = (edition, conversation.state()) {
            let facts = facts_of(lead);
            line.heat = standing(&edition.script, &state, &facts, now).1.as_str();
        }
        lines.push(line);
    }
    let rank = |line: &LeadLine| crate::domain::lead::Heat::parse(line.heat);
    lines.sort_by(|a, b| rank(b).cmp(&rank(a)).then(b.last_at.cmp(&a.last_at)));
    Ok(lines)
}

/// Shows one lead with the reasons.
#[must_use]
pub fn page(edition: Option<&Edition>, detail: &LeadDetail, now: DateTime<Utc>) -> LeadPage {
    let awards: Vec<Award> = detail.events.iter().filter_map(|event| event.award.clone()).collect();
    let weighed = weigh(&awards, now);
    let mut points = weighed.points.iter().copied();
    let events = detail.events.iter().map(|event| event_of(event, &mut points)).collect();
    let mut line = line_of(&detail.lead);
    (line.fit, line.interest) = (weighed.fit, weighed.interest);
    let (mut slots, mut unknown) = (Vec::new(), Vec::new());
    if let Some(edition) = edition {
        line.heat =
            standing(&edition.script, &detail.state, &facts_of(&detail.lead), now).1.as_str();
        for slot in edition.script.slots.keys() {
            if !detail.state.slots.contains_key(slot) && edition.script.flows.ask_for(slot) {
                unknown.push(edition.slot_label(slot));
            }
        }
    }
    for (slot, filled) in &detail.state.slots {
        slots.push(SlotLine {
            slot: slot.to_string(),
            label: edition.map_or_else(|| readable(slot.as_str()), |e| e.slot_label(slot)),
            text: edition
                .map_or_else(|| written(&filled.value), |e| e.value_text(&filled.value, now)),
            value: filled.value.clone(),
            at: filled.at,
        });
    }
    LeadPage {
        line,
        as_of: now,
        slots,
        unknown,
        events,
        transcript: detail
            .transcript
            .iter()
            .map(|line| TranscriptLine {
                at: line.at,
                who: line.author.as_str(),
                text: line.text.clone(),
                fate: line.fate.as_str(),
            })
            .collect(),
    }
}

fn facts_of(lead: &Lead) -> Facts {
    Facts {
        channel: lead.channel,
        locale_hint: None,
        message: None,
        rep_chat: false,
        duty: Vec::new(),
        young: false,
        wait: None,
        caption: false,
        shares: None,
    }
}

fn line_of(lead: &Lead) -> LeadLine {
    LeadLine {
        id: lead.contact.to_string(),
        channel: lead.channel.as_str(),
        name: lead.name.clone(),
        locale: lead.locale.as_ref().map(ToString::to_string),
        heat: lead.heat.as_str(),
        stage: lead.stage.as_str(),
        fit: lead.fit,
        interest: lead.interest,
        source: lead.source.clone(),
        unreachable: lead.unreachable,
        last_at: lead.last_at,
    }
}

fn event_of(event: &LeadEvent, points: &mut impl Iterator<Item = i32>) -> EventLine {
    let award = event.award.as_ref();
    let mut reason = event.reason.clone();
    if award.is_some_and(|award| award.withdrawn.is_some()) {
        reason.push_str(" (withdrawn: no longer so)");
    }
    EventLine {
        at: event.at,
        kind: event.kind.clone(),
        reason,
        group: award.map(|award| award.group.to_string()),
        axis: award.map(|award| award.axis.as_str()),
        base: award.map_or(0, |award| award.base),
        points: award.and_then(|_| points.next()).unwrap_or(0),
    }
}
