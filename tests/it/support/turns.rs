//! Turns as a caller would make them.

use chrono::{DateTime, Duration, Utc};
use docent::domain::contact::Identity;
use docent::domain::conversation::State;
use docent::domain::ids::Channel;
use docent::domain::lead::{Axis, Heat, Stage};
use docent::domain::reply::{Lane, Outbound, Span};
use docent::store::Db;
use docent::store::turns::{
    Author, EventRow, Json, LeadRow, MessageRow, Outgoing, PointsRow, StateRow, Turn, Update,
};

/// The moment of all tests.
pub fn now() -> DateTime<Utc> {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

/// A visitor of the terminal.
pub fn identity(who: &str) -> Identity {
    Identity {
        channel: Channel::Terminal,
        account: "pedalwerk".into(),
        external_id: who.to_owned(),
    }
}

/// A turn in which somebody said something and the bot answered.
pub fn turn(db: &Db, who: &str, update: i64, after: i64) -> Turn {
    let identity = identity(who);
    let text = format!("{who} says {update}");
    let reply = format!("answer to {update}");
    let outbound = Outbound {
        v: 1,
        spans: vec![Span::written(reply.clone())],
        choices: Vec::new(),
        picture: None,
        unreachable: None,
        reps: Default::default(),
    };
    let at = now() + Duration::seconds(after);
    Turn {
        contact: db.contact_id(&identity),
        update: Some(Update { channel: Channel::Terminal, id: update }),
        after,
        kind: "said",
        at,
        heard: true,
        event: Json::of(&serde_json::json!({ "said": { "text": text } })).unwrap(),
        understood: None,
        facts: Some(Json::of(&serde_json::json!({ "open": true })).unwrap()),
        locale: Some("en".into()),
        script: Some("abc".into()),
        took: None,
        state: Some(StateRow::of(&State { heard_at: Some(at), ..State::default() }).unwrap()),
        messages: vec![
            MessageRow::heard(text),
            MessageRow {
                ordinal: 1,
                author: Author::Bot,
                text: reply,
                text_keys: vec!["answer-range".to_owned(), "ask-use".to_owned()],
                answer: Some("range".into()),
                variant: None,
            },
        ],
        outbox: vec![Outgoing {
            ordinal: 1,
            lane: Lane::Prospect,
            channel: Channel::Terminal,
            account: identity.account.clone(),
            due_at: at,
            epoch: Some(0),
            asks_only: false,
            payload: Json::of(&outbound).unwrap(),
        }],
        lead: Some(LeadRow {
            name: Some(format!("{who} Example")),
            heat: Heat::Warm,
            stage: Stage::Engaged,
            fit: 5,
            interest: 10,
            source: Some("direct".to_owned()),
            campaign: None,
        }),
        events: vec![EventRow {
            ordinal: 0,
            kind: "award".to_owned(),
            rule: "asked_price".to_owned(),
            reason: "Asked for a price".to_owned(),
            points: Some(PointsRow {
                group: "questions".to_owned(),
                axis: Axis::Interest,
                base: 10,
                decay_days: Some(30),
                cap: 40,
            }),
        }],
        withdrawn: Vec::new(),
        unanswered: Vec::new(),
        touch: None,
        act: None,
        identity,
    }
}

/// The same turn with another state.
pub fn with_state(turn: Turn, state: &State) -> Turn {
    Turn { state: Some(StateRow::of(state).unwrap()), ..turn }
}

/// The same turn, whose reply only asks.
pub fn asking(mut turn: Turn) -> Turn {
    for outgoing in &mut turn.outbox {
        outgoing.asks_only = true;
    }
    turn
}
