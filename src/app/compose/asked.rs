//! What somebody on the list reads when a rung of the ladder concerns them.

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
use crate::store::Result;
use crate::store::turns::Outgoing;

use super::at_desk;

/// Its place among the rows of a turn: that of a reminder, which is never due in the same turn.
const ORDINAL: i16 = 3;

/// The word to whom a rung concerns: on Telegram in their private chat with us, elsewhere beside the
/// card, with a mention.
pub(super) fn row(
    edition: &Edition,
    desk: &Desk,
    (incoming, contact): (&Incoming, ContactId),
    effects: &[Effect],
) -> Result<Option<Outgoing>> {
    let rung = effects.iter().find_map(|effect| match effect {
        Effect::Climbed(rung) => Some(rung),
        _ => None,
    });
    let Some((rung, seat)) = rung.and_then(|rung| Some((rung, rung.seat()?))) else {
        return Ok(None);
    };
    let Some(desk) = &desk.place_of(seat.channel) else { return Ok(None) };
    let key = match rung {
        Rung::Ask { lead: true, .. } => "desk-ask-lead",
        Rung::Remind(_) => "desk-remind",
        Rung::Offer { .. } => "desk-offer",
        _ => "desk-ask",
    };
    let text = |words: &str| Arg::Value(Value::Text(words.to_owned()));
    let name = incoming.name.as_deref().unwrap_or("?");
    let part = Part::tell(key).with("name", text(name)).with("rep", text(&seat.name));
    let locale = edition.script.bot.default_locale.clone();
    let button = |deed: &str| {
        DeskButton::new(deed, contact, edition.phrase(&locale, &format!("desk-button-{deed}")))
    };
    let buttons = match rung {
        Rung::Remind(_) => Vec::new(),
        _ => vec![button("claim")],
    };
    let house = State { locale: Some(locale.clone()), ..State::default() };
    let reply = Reply { parts: vec![part], ..Reply::default() };
    let word = edition.render(&house, &reply, incoming.at).outbound;
    let private = desk.channel == Channel::Telegram;
    let reps = ForReps {
        to: private.then(|| seat.user.clone()),
        mention: (!private).then(|| seat.user.clone()),
        apart: !private,
        buttons,
        ..ForReps::default()
    };
    let lane = if private { Lane::Thread } else { Lane::Card };
    at_desk::row(incoming, desk, (lane, ORDINAL), &Outbound { reps, ..word }).map(Some)
}
