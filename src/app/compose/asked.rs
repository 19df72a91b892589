//! What somebody on the list reads when a rung of the ladder concerns them, or a call is due.

use crate::app::card::Desk;
use crate::app::edition::Edition;
use crate::decide::Effect;
use crate::domain::contact::ContactId;
use crate::domain::conversation::State;
use crate::domain::event::Incoming;
use crate::domain::ids::Channel;
use crate::domain::reply::{Arg, DeskButton, ForReps, Lane, Outbound, Part, Reply};
use crate::domain::value::Value;
use crate::handoff::ladder::Rung;
use crate::handoff::{appointment, ownership};
use crate::store::Result;
use crate::store::turns::Outgoing;

use super::at_desk;

/// Its place among the rows of a turn: that of a reminder, which is never due in the same turn.
const ORDINAL: i16 = 3;
/// The place of the word that somebody asks anew, right behind the card whatever else there is.
pub(super) const RING: i16 = 13;

/// The word to whom a rung concerns, or whose call is due: on Telegram in their private chat with us, elsewhere beside the
/// card, with a mention.
pub(super) fn row(
    edition: &Edition,
    desk: &Desk,
    (incoming, contact): (&Incoming, ContactId),
    state: &State,
    effects: &[Effect],
) -> Result<Option<Outgoing>> {
    let due = effects.contains(&Effect::CallDue);
    // Whoever has the talk reads in it what the visitor has chosen.
    let chosen = effects.contains(&Effect::CallAgreed) && ownership::owner(state).is_none();
    let rung = effects.iter().find_map(|effect| match effect {
        Effect::Climbed(rung) => Some(rung),
        _ => None,
    });
    let key = match rung {
        None if due && ownership::owner(state).is_none() && state.call_by.is_some() => {
            "desk-call-due-by"
        }
        None if due => "desk-call-due",
        None if chosen => "desk-call-chosen",
        None => return Ok(None),
        Some(Rung::Ask { lead: true, .. }) => "desk-ask-lead",
        Some(Rung::Remind(_)) => "desk-remind",
        Some(Rung::Offer { .. }) => "desk-offer",
        Some(_) => "desk-ask",
    };
    let seat = match rung {
        Some(rung) => rung.seat().cloned(),
        None => ownership::owner(state),
    };
    let place = seat.as_ref().and_then(|seat| desk.place_of(seat.channel));
    let seat = seat.filter(|_| place.is_some());
    let desk = match &place {
        Some(place) => place,
        // A call that nobody has is for everybody at the card.
        None if due || chosen => desk,
        None => return Ok(None),
    };
    let text = |words: &str| Arg::Value(Value::Text(words.to_owned()));
    let name = incoming.name.as_deref().unwrap_or("?");
    let part = Part::tell(key).with("name", text(name));
    let caller = state.call_by.as_deref().filter(|_| due || chosen).unwrap_or("–");
    let rep = seat.as_ref().map_or(caller, |seat| seat.name.as_str());
    let part = part
        .with("rep", text(rep))
        .with("phone", text(appointment::phone(state).unwrap_or("–")))
        .with("time", call_time(edition, state, incoming));
    let locale = edition.script.bot.default_locale.clone();
    let button = |deed: &str| {
        DeskButton::new(deed, contact, edition.phrase(&locale, &format!("desk-button-{deed}")))
    };
    let buttons = match rung {
        Some(Rung::Remind(_)) => Vec::new(),
        None if seat.is_some() => Vec::new(),
        _ => vec![button("claim")],
    };
    let house = State { locale: Some(locale.clone()), ..State::default() };
    let reply = Reply { parts: vec![part], ..Reply::default() };
    let word = edition.render(&house, &reply, incoming.at).outbound;
    let user = seat.map(|seat| seat.user);
    let private = desk.channel == Channel::Telegram && user.is_some();
    let reps = ForReps {
        to: user.clone().filter(|_| private),
        mention: user.filter(|_| !private),
        apart: !private,
        buttons,
        ..ForReps::default()
    };
    let lane = if private { Lane::Thread } else { Lane::Card };
    at_desk::row(incoming, desk, (lane, ORDINAL), &Outbound { reps, ..word }).map(Some)
}

/// The word beside a card that rings for everybody: somebody asks for a person anew.
pub(super) fn ring(
    edition: &Edition,
    (incoming, contact): (&Incoming, ContactId),
    state: &State,
    effects: &[Effect],
) -> Option<Outbound> {
    if !effects.contains(&Effect::Rang) {
        return None;
    }
    let text = |words: &str| Arg::Value(Value::Text(words.to_owned()));
    let left = effects.iter().find_map(|effect| match effect {
        Effect::Ruled(act, _) => Some(act.name.as_str()),
        _ => None,
    });
    let part =
        Part::tell("desk-asked-anew").with("name", text(incoming.name.as_deref().unwrap_or("?")));
    let part = match left {
        Some(rep) => part.attribute("left").with("rep", text(rep)),
        None => part,
    };
    let locale = edition.script.bot.default_locale.clone();
    let claim = DeskButton::new("claim", contact, edition.phrase(&locale, "desk-button-claim"));
    let house = State { locale: Some(locale), ..State::default() };
    let reply = Reply { parts: vec![part], ..Reply::default() };
    let word = edition.render(&house, &reply, incoming.at).outbound;
    let buttons = if state.ban.is_none() { vec![claim] } else { Vec::new() };
    let reps = ForReps { apart: true, alert: true, buttons, ..ForReps::default() };
    Some(Outbound { reps, ..word })
}

/// The time of the call that is agreed on.
pub(super) fn call_time(edition: &Edition, state: &State, incoming: &Incoming) -> Arg {
    let moment = appointment::ahead(state, &edition.script, incoming.at);
    moment.map_or(Arg::Nothing, |moment| Arg::Value(Value::Moment(moment)))
}
