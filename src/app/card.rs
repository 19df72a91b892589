//! The reps' card: one message about a lead that is worth a person's time, edited as things change.
//!
//! It is due when somebody asks for a person or becomes hot, and again with every turn that changes
//! what it says. What is sent is a row of the outbox in the card's own lane, so it never holds up
//! an answer; which card it replaces is found when it is claimed.

pub(crate) mod local_time;
mod need;
mod reasons;
mod standing;

use std::collections::BTreeMap;

use crate::decide::Effect;
use crate::domain::contact::{ContactId, Identity};
use crate::domain::conversation::State;
use crate::domain::desk::{Deed, Seat, Unfit};
use crate::domain::event::{Event, Incoming};
use crate::domain::handoff::{Handoff, NOT_UNDERSTOOD};
use crate::domain::ids::{AccountId, Channel, Locale, SlotId};
use crate::domain::lead::Heat;
use crate::domain::reply::{Arg, DeskButton, ForReps, Outbound, Part, Reply};
use crate::domain::value::Value;

use crate::handoff::appointment;
use crate::script::model::Appointment;

use super::edition::Edition;
use super::plain::readable;

/// The most of somebody's words that are shown.
const WORDS: usize = 300;
/// The most known things that are shown.
const LINES: usize = 12;

/// Where reps are alerted: the chat of all, and of single teams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// The platform of their chat.
    pub channel: Channel,
    /// The account of ours there.
    pub account: AccountId,
    /// The platform's id of the chat, where it is not the one of all.
    pub chat: Option<String>,
    /// Chats of single teams, by their names.
    pub teams: BTreeMap<String, Desk>,
    /// The account of ours on Telegram, where each rep has a private chat with us.
    pub private: Option<AccountId>,
    /// Talks have topics in the groups of Telegram where their cards are.
    pub topics: bool,
}

impl Desk {
    /// A desk with one chat for all.
    #[must_use]
    pub fn new(channel: Channel, account: AccountId) -> Self {
        let private = (channel == Channel::Telegram).then(|| account.clone());
        Self { channel, account, chat: None, teams: BTreeMap::new(), private, topics: false }
    }

    /// Where a team is alerted: in the chat of all, unless it has one of its own.
    #[must_use]
    pub fn of(&self, team: Option<&str>) -> &Self {
        team.and_then(|team| self.teams.get(team)).unwrap_or(self)
    }

    /// The account of ours on a platform where reps are.
    #[must_use]
    pub fn account_on(&self, channel: Channel) -> Option<&AccountId> {
        let chats = std::iter::once(self).chain(self.teams.values());
        let private = self.private.as_ref().filter(|_| channel == Channel::Telegram);
        private.or_else(|| {
            chats.into_iter().find(|desk| desk.channel == channel).map(|desk| &desk.account)
        })
    }

    /// The platforms of those who can be written to about a talk of this desk.
    #[must_use]
    pub fn platforms(&self) -> Vec<Channel> {
        let all = [Channel::Telegram, Channel::Discord];
        all.into_iter().filter(|channel| self.place_of(*channel).is_some()).collect()
    }

    /// Where the owner of a talk of this desk has it: in a topic beside its card, where that is on
    /// the owner's platform and topics are wanted; and whether it is one.
    #[must_use]
    pub fn place_of_talk(&self, rep: Channel) -> Option<(Self, bool)> {
        match self.topics && (self.channel, rep) == (Channel::Telegram, Channel::Telegram) {
            true => Some((self.clone(), true)),
            false => Some((self.place_of(rep)?, false)),
        }
    }

    /// Where somebody is written to about a talk of this desk: on Telegram in private; on Discord
    /// beside its card, if that is there.
    #[must_use]
    pub fn place_of(&self, rep: Channel) -> Option<Self> {
        match (rep, &self.private) {
            (Channel::Telegram, Some(account)) => Some(Self::new(rep, account.clone())),
            _ if rep == self.channel => Some(self.clone()),
            _ => None,
        }
    }
}

/// The card about a turn; none when reps need not know. A pause that ends says nothing new of
/// anybody, so the card stays as it is.
#[must_use]
pub fn card(
    edition: &Edition,
    (desk, contact): (&Desk, ContactId),
    incoming: &Incoming,
    state: &State,
    effects: &[Effect],
) -> Option<Outbound> {
    if state.erase {
        return effects.contains(&Effect::Erase).then(|| blank(edition, incoming));
    }
    if !is_due(state, effects, &incoming.event) {
        return None;
    }
    let locale = &edition.script.bot.default_locale;
    let name = incoming.name.clone().unwrap_or_else(|| "?".to_owned());
    let title = match (&state.handoff, state.heat) {
        (Handoff::Requested { reason, .. }, _) if reason == NOT_UNDERSTOOD => "card-stuck",
        (Handoff::Requested { .. }, _) => "card-person",
        (Handoff::Claimed { .. } | Handoff::Released { .. }, _) => "card-talk",
        (_, Heat::Hot) => "card-hot",
        _ => "card-lead",
    };
    let mut parts = vec![Part::tell(title).with("name", text(name))];
    parts.extend(standing::told(edition, state, incoming.at));
    parts.extend(standing::waiting(state, effects));
    parts.extend(brief(edition, desk, incoming, state));
    if let Some(words) = words(edition, locale, &incoming.event) {
        parts.push(Part::tell("card-words").with("words", text(words)));
    }
    let reply = Reply { parts, ..Reply::default() };
    // In the house's language, whatever the visitor speaks.
    let house = State { locale: Some(locale.clone()), ..State::default() };
    let word = |part: Part| {
        let reply = Reply { parts: vec![part], ..Reply::default() };
        let words = edition.render(&house, &reply, incoming.at).outbound.text();
        Some(words).filter(|words| !words.is_empty())
    };
    let closed = word(Part::tell("card-unreachable"));
    let late = word(Part::tell("card-late").with("time", text(ForReps::DELAY)));
    let alert = effects.iter().any(|effect| {
        matches!(effect, Effect::Alerted | Effect::PersonRequested(_))
            || matches!(effect, Effect::Heated(_, Heat::Hot))
    });
    let card = edition.render(&house, &reply, incoming.at).outbound;
    let buttons = buttons(edition, state, contact);
    let reps = ForReps { buttons, alert, late, ..ForReps::default() };
    Some(Outbound { unreachable: closed, reps, ..card })
}

/// What stays of a card whose person wants to be erased: nothing of them, and nothing to press.
fn blank(edition: &Edition, incoming: &Incoming) -> Outbound {
    let reply = Reply { parts: vec![Part::tell("card-erased")], ..Reply::default() };
    let locale = Some(edition.script.bot.default_locale.clone());
    let house = State { locale, ..State::default() };
    let words = edition.render(&house, &reply, incoming.at).outbound;
    Outbound { reps: ForReps { edits_only: true, ..ForReps::default() }, ..words }
}

/// What reps should know: where the person is, what is known of them, and why they are worth it.
#[must_use]
pub fn brief(edition: &Edition, desk: &Desk, incoming: &Incoming, state: &State) -> Vec<Part> {
    let locale = &edition.script.bot.default_locale;
    let handle = incoming.handle.as_deref().or(state.handle.as_deref());
    let link = link(&incoming.identity, handle, desk.channel);
    let from = match &link {
        Some(link) => Part::tell("card-from").with("link", text(link)),
        None => Part::tell("card-from-unlinked"),
    };
    let from = from
        .with("channel", text(readable(incoming.identity.channel.as_str())))
        .with("language", text(edition.language(state.locale.as_ref().unwrap_or(locale))));
    let mut parts = vec![from, reasons::heat(state, incoming.at)];
    let zone = edition.script.bot.time_zone;
    if let Some(time) = local_time::there(state, zone, incoming.at) {
        parts.push(Part::tell("card-local_time").with("time", text(time)));
    }
    parts.extend(need::told(edition, state, incoming.at));
    let known = known(edition, state, incoming);
    if !known.is_empty() {
        parts.push(Part::tell("card-known").with("facts", Arg::Lines(known)));
    }
    if let Some(campaign) = &state.campaign {
        parts.push(Part::tell("card-source").with("source", text(readable(campaign.as_str()))));
    }
    let why = reasons::strongest(edition, state, incoming.at);
    if !why.is_empty() {
        parts.push(Part::tell("card-why").with("reasons", Arg::Lines(why)));
    }
    parts
}

/// Somebody asked for a person, or is hot, and this turn changed something; or is hot no more. While
/// a rep talks only what changes the standing of the talk does: words go to the rep anyway.
fn is_due(state: &State, effects: &[Effect], event: &Event) -> bool {
    let of_standing = effects.iter().any(|effect| match effect {
        Effect::Ruled(act, ruling) => {
            ruling.is_done()
                && !act.deed.is_of_words()
                && !matches!(act.deed, Deed::Note { .. } | Deed::Turn)
        }
        Effect::Moved(..)
        | Effect::Heated(..)
        | Effect::Reminded(_)
        | Effect::CallDue
        | Effect::CallAgreed
        | Effect::Climbed(_) => true,
        _ => false,
    });
    if !event.is_theirs() || matches!(state.handoff, Handoff::Claimed { .. }) {
        return of_standing;
    }
    let alerted = matches!(state.handoff, Handoff::Requested { .. }) || state.heat == Heat::Hot;
    if effects.contains(&Effect::CallAgreed) {
        return true;
    }
    let cooled = effects.iter().any(|effect| matches!(effect, Effect::Heated(Heat::Hot, _)));
    let changed = effects.iter().any(|effect| !matches!(effect, Effect::Touched(..)));
    cooled || (alerted && changed)
}

/// What a rep may press: nothing while somebody has the talk or it is through.
fn buttons(edition: &Edition, state: &State, contact: ContactId) -> Vec<DeskButton> {
    let locale = &edition.script.bot.default_locale;
    let button = |deed: &str| {
        DeskButton::new(deed, contact, edition.phrase(locale, &format!("desk-button-{deed}")))
    };
    match &state.handoff {
        Handoff::Claimed { .. } if state.watch.as_ref().is_some_and(|watch| watch.offered) => {
            vec![button("claim")]
        }
        Handoff::Claimed { .. } => Vec::new(),
        _ if state.ban.is_some() => Vec::new(),
        Handoff::Released { .. } => vec![button("claim")],
        _ if state.refusing => {
            // Who looks for a reason keeps nobody from taking the talk.
            let reasons = Unfit::ALL.iter().map(|reason| button(reason.as_str()));
            [button("claim")].into_iter().chain(reasons).chain([button("keep")]).collect()
        }
        _ => ["claim", "later", "refuse"].map(button).into(),
    }
}

/// A word beside the card: a rep wanted to be reminded of it about now, who is mentioned where the card
/// is on their platform.
#[must_use]
pub fn reminder(
    edition: &Edition,
    desk: &Desk,
    incoming: &Incoming,
    by: Option<&Seat>,
) -> Outbound {
    let name = incoming.name.clone().unwrap_or_else(|| "?".to_owned());
    let part = Part::tell("card-reminder").with("name", text(name));
    let part = match by {
        Some(seat) => part.attribute("by").with("rep", text(&seat.name)),
        None => part,
    };
    let house =
        State { locale: Some(edition.script.bot.default_locale.clone()), ..State::default() };
    let reply = Reply { parts: vec![part], ..Reply::default() };
    let word = edition.render(&house, &reply, incoming.at).outbound;
    let mention = by.filter(|seat| seat.channel == desk.channel).map(|seat| seat.user.clone());
    Outbound { reps: ForReps { apart: true, mention, ..ForReps::default() }, ..word }
}

/// How they are reached, and whatever else is known that is not told as their need.
fn known(edition: &Edition, state: &State, incoming: &Incoming) -> Vec<Arg> {
    let line = |(slot, filled): (&_, &crate::domain::conversation::Filled)| {
        let value = edition.value_text(&filled.value, incoming.at);
        text(format!("{}: {value}", edition.slot_label(slot)))
    };
    // A call that is agreed on has a line of its own.
    let call = appointment::ahead(state, &edition.script, incoming.at).is_some();
    let is_call = |slot: &SlotId| {
        let def = edition.script.slots.get(slot);
        call && def.is_some_and(|def| def.appointment == Some(Appointment::Call))
    };
    let others =
        state.slots.iter().filter(|(slot, _)| need::of(edition, slot).is_none() && !is_call(slot));
    others.take(LINES).map(line).collect()
}

/// What they said last, or the button that they pressed.
fn words(edition: &Edition, locale: &Locale, event: &Event) -> Option<String> {
    match event {
        Event::Said { text } => Some(text.chars().take(WORDS).collect()),
        Event::Pressed { choice, .. } => Some(edition.label(locale, choice)),
        Event::Rep(act) => Some(act.words.as_ref()?.chars().take(WORDS).collect()),
        Event::Start { .. } | Event::Media { .. } | Event::Timer => None,
    }
}

/// What opens the person's chat on their platform, for reps who read it on theirs. Telegram's own
/// addresses work within Telegram only; elsewhere it takes a public name, which not everybody has.
#[must_use]
pub fn link(who: &Identity, handle: Option<&str>, reps: Channel) -> Option<String> {
    match (who.channel, reps, handle) {
        (Channel::Telegram, Channel::Telegram, _) => {
            Some(format!("tg://user?id={}", who.external_id))
        }
        (Channel::Telegram, _, handle) => handle.map(|handle| format!("https://t.me/{handle}")),
        (Channel::Discord, ..) => Some(format!("https://discord.com/users/{}", who.external_id)),
        (Channel::Terminal, ..) => Some("-".to_owned()),
    }
}

fn text(words: impl Into<String>) -> Arg {
    Arg::Value(Value::Text(words.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_opens_the_chat_where_the_reps_are() {
        use Channel::{Discord, Telegram};
        let check = |channel, handle, reps, expected: Option<&str>| {
            let who = Identity { channel, account: "9".into(), external_id: "42".to_owned() };
            assert_eq!(link(&who, handle, reps).as_deref(), expected);
        };
        check(Telegram, Some("ann_b"), Telegram, Some("tg://user?id=42"));
        check(Telegram, Some("ann_b"), Discord, Some("https://t.me/ann_b"));
        check(Telegram, None, Discord, None);
        check(Discord, None, Telegram, Some("https://discord.com/users/42"));
        check(Discord, None, Discord, Some("https://discord.com/users/42"));
    }
}
