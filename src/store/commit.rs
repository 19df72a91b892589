//! The commit of turns: one or several, of different conversations, in one round trip.
//!
//! The work is done by the SQL function `commit_turns_v2` (see its migration); this module lays
//! turns out as its arrays. A batch fails as a whole: on [`StoreError::Rejected`] the caller
//! commits turn by turn to find the one that is at fault.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use super::turns::{ActRow, EventRow, MessageRow, Outgoing, Turn};
use super::{Db, Result, StoreError};
use crate::domain::ids::TurnNumber;

/// What became of a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Committed {
    /// It is stored under this number, which is the conversation's version now.
    Done(TurnNumber),
    /// Its update had its effect before; nothing was written.
    Duplicate,
    /// The conversation moved on, or is being written this instant: read again, decide again.
    /// Nothing was written.
    Stale,
}

impl Db {
    /// Commits turns. The outcomes are in the order of the turns. Of several turns of one
    /// conversation the first is committed and the others are stale.
    ///
    /// # Errors
    /// When the batch was not committed as a whole, or, with [`StoreError::Unavailable`], may have
    /// been.
    pub async fn commit_turns(&self, turns: &[Turn]) -> Result<Vec<Committed>> {
        let mut batch = Batch::default();
        let mut outcomes = vec![Committed::Stale; turns.len()];
        let mut places = Vec::with_capacity(turns.len());
        for (place, turn) in turns.iter().enumerate() {
            if !batch.contact.contains(&turn.contact.0) {
                batch.push(turn);
                places.push(place);
            }
        }
        if places.is_empty() {
            return Ok(outcomes);
        }
        let stored = batch.commit(&self.pool).await?;
        if stored.len() != places.len() {
            return Err(StoreError::corrupt("outcome", "commit_turns_v2 lost count"));
        }
        for (place, number) in places.into_iter().zip(stored) {
            outcomes[place] = match number {
                -1 => Committed::Stale,
                0 => Committed::Duplicate,
                number => Committed::Done(number),
            };
        }
        Ok(outcomes)
    }

    /// Commits one turn.
    ///
    /// # Errors
    /// See [`Db::commit_turns`].
    pub async fn commit_turn(&self, turn: &Turn) -> Result<Committed> {
        let outcomes = self.commit_turns(std::slice::from_ref(turn)).await?;
        Ok(outcomes.first().copied().unwrap_or(Committed::Stale))
    }
}

/// Defines the arrays of `commit_turns_v2` and the call with all of them in order.
macro_rules! batch {
    ($lifetime:lifetime; $($column:ident: $type:ty,)*) => {
        /// The arrays of the function, in the order of its arguments.
        #[derive(Default)]
        struct Batch<$lifetime> { $($column: Vec<$type>,)* }

        impl<$lifetime> Batch<$lifetime> {
            async fn commit(&self, pool: &PgPool) -> Result<Vec<i64>> {
                let outcomes = sqlx::query_scalar!(
                    r#"SELECT commit_turns_v2(
                        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
                        $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32,
                        $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47,
                        $48, $49, $50, $51, $52, $53, $54, $55, $56, $57, $58, $59, $60, $61, $62, $63,
                        $64, $65, $66, $67, $68, $69, $70, $71, $72
                    ) AS "outcomes!""#,
                    $(self.$column.as_slice() as &[$type],)*
                );
                Ok(outcomes.fetch_one(pool).await?)
            }
        }
    };
}

batch! {
    'a;
    bucket: i16,
    contact: Uuid,
    version: i64,
    channel: i16,
    account: &'a str,
    external_id: &'a str,
    update_channel: Option<i16>,
    update_id: Option<i64>,
    kind: &'a str,
    at: DateTime<Utc>,
    event: &'a str,
    understood: Option<&'a str>,
    facts: Option<&'a str>,
    locale: Option<&'a str>,
    script: Option<&'a str>,
    took_us: Option<i32>,
    state: Option<&'a str>,
    epoch: Option<i64>,
    pinned: Option<&'a str>,
    wake_at: Option<DateTime<Utc>>,
    heard_at: Option<DateTime<Utc>>,
    heat: Option<i16>,
    stage: Option<i16>,
    fit: Option<i32>,
    interest: Option<i32>,
    name: Option<&'a str>,
    source: Option<&'a str>,
    campaign: Option<&'a str>,
    m_turn: i32,
    m_ordinal: i16,
    m_author: i16,
    m_text: &'a str,
    m_text_keys: Option<String>,
    m_answer: Option<&'a str>,
    m_variant: Option<&'a str>,
    o_turn: i32,
    o_ordinal: i16,
    o_lane: i16,
    o_channel: i16,
    o_account: &'a str,
    o_due_at: DateTime<Utc>,
    o_epoch: Option<i64>,
    o_asks_only: bool,
    o_payload: &'a str,
    e_turn: i32,
    e_ordinal: i16,
    e_kind: &'a str,
    e_rule: &'a str,
    e_reason: &'a str,
    e_group: Option<&'a str>,
    e_axis: Option<i16>,
    e_base: i32,
    e_decay_days: Option<i32>,
    e_cap: Option<i32>,
    w_turn: i32,
    w_event_turn: i64,
    w_event_ordinal: i16,
    u_turn: i32,
    u_ordinal: i16,
    u_text: &'a str,
    t_turn: i32,
    t_campaign: &'a str,
    r_turn: i32,
    r_rep: Option<&'a str>,
    r_deed: &'a str,
    r_outcome: &'a str,
    r_reason: Option<&'a str>,
    r_other: Option<&'a str>,
    r_message: Option<i64>,
    r_unmarked: bool,
    r_owner: Option<&'a str>,
    r_live_at: Option<DateTime<Utc>>,
}

impl<'a> Batch<'a> {
    fn push(&mut self, turn: &'a Turn) {
        self.bucket.push(turn.contact.bucket());
        self.contact.push(turn.contact.0);
        self.version.push(turn.after);
        self.channel.push(turn.identity.channel.code());
        self.account.push(turn.identity.account.as_str());
        self.external_id.push(&turn.identity.external_id);
        self.update_channel.push(turn.update.map(|update| update.channel.code()));
        self.update_id.push(turn.update.map(|update| update.id));
        self.kind.push(turn.kind);
        self.at.push(turn.at);
        self.event.push(turn.event.as_str());
        self.understood.push(turn.understood.as_ref().map(|json| json.as_str()));
        self.facts.push(turn.facts.as_ref().map(|json| json.as_str()));
        self.locale.push(turn.locale.as_ref().map(|locale| locale.as_str()));
        self.script.push(turn.script.as_ref().map(|script| script.as_str()));
        self.took_us.push(turn.took.map(|took| took.as_micros().try_into().unwrap_or(i32::MAX)));
        let state = turn.state.as_ref();
        self.state.push(state.map(|state| state.json.as_str()));
        self.epoch.push(state.map(|state| state.epoch));
        self.pinned.push(state.and_then(|state| Some(state.pinned.as_ref()?.as_str())));
        self.wake_at.push(state.and_then(|state| state.wake_at));
        self.heard_at.push(turn.heard.then_some(turn.at));
        let lead = turn.lead.as_ref();
        self.heat.push(lead.map(|lead| lead.heat as i16));
        self.stage.push(lead.map(|lead| lead.stage as i16));
        self.fit.push(lead.map(|lead| lead.fit));
        self.interest.push(lead.map(|lead| lead.interest));
        self.name.push(lead.and_then(|lead| lead.name.as_deref()));
        self.source.push(lead.and_then(|lead| lead.source.as_deref()));
        self.campaign.push(lead.and_then(|lead| Some(lead.campaign.as_ref()?.as_str())));
        self.push_parts(turn);
    }

    /// What the turn brings along; each row points at its turn by its place, from 1.
    fn push_parts(&mut self, turn: &'a Turn) {
        let place = i32::try_from(self.contact.len()).unwrap_or(i32::MAX);
        for message in &turn.messages {
            self.push_message(place, message);
        }
        for outgoing in &turn.outbox {
            self.push_outgoing(place, outgoing);
        }
        for event in &turn.events {
            self.push_event(place, event);
        }
        for (event_turn, ordinal) in &turn.withdrawn {
            self.w_turn.push(place);
            self.w_event_turn.push(*event_turn);
            self.w_event_ordinal.push(*ordinal);
        }
        for (ordinal, text) in (0..).zip(&turn.unanswered) {
            self.u_turn.push(place);
            self.u_ordinal.push(ordinal);
            self.u_text.push(text);
        }
        if let Some(campaign) = &turn.touch {
            self.t_turn.push(place);
            self.t_campaign.push(campaign.as_str());
        }
        if let Some(act) = &turn.act {
            self.push_act(place, act);
        }
    }

    fn push_act(&mut self, place: i32, act: &'a ActRow) {
        self.r_turn.push(place);
        self.r_rep.push(act.rep.as_ref().map(|rep| rep.as_str()));
        self.r_deed.push(act.deed);
        self.r_outcome.push(act.outcome);
        self.r_reason.push(act.reason.as_deref());
        self.r_other.push(act.other.as_ref().map(|rep| rep.as_str()));
        self.r_message.push(act.message);
        self.r_unmarked.push(act.unmarked);
        self.r_owner.push(act.owner.as_ref().map(|rep| rep.as_str()));
        self.r_live_at.push(act.live_at);
    }

    fn push_message(&mut self, place: i32, message: &'a MessageRow) {
        self.m_turn.push(place);
        self.m_ordinal.push(message.ordinal);
        self.m_author.push(message.author as i16);
        self.m_text.push(&message.text);
        let keys = &message.text_keys;
        self.m_text_keys.push((!keys.is_empty()).then(|| keys.join(" ")));
        self.m_answer.push(message.answer.as_ref().map(|answer| answer.as_str()));
        self.m_variant.push(message.variant.as_deref());
    }

    fn push_outgoing(&mut self, place: i32, outgoing: &'a Outgoing) {
        self.o_turn.push(place);
        self.o_ordinal.push(outgoing.ordinal);
        self.o_lane.push(outgoing.lane as i16);
        self.o_channel.push(outgoing.channel.code());
        self.o_account.push(outgoing.account.as_str());
        self.o_due_at.push(outgoing.due_at);
        self.o_epoch.push(outgoing.epoch);
        self.o_asks_only.push(outgoing.asks_only);
        self.o_payload.push(outgoing.payload.as_str());
    }

    fn push_event(&mut self, place: i32, event: &'a EventRow) {
        self.e_turn.push(place);
        self.e_ordinal.push(event.ordinal);
        self.e_kind.push(&event.kind);
        self.e_rule.push(&event.rule);
        self.e_reason.push(&event.reason);
        let points = event.points.as_ref();
        self.e_group.push(points.map(|points| points.group.as_str()));
        self.e_axis.push(points.map(|points| points.axis as i16));
        self.e_base.push(points.map_or(0, |points| points.base));
        self.e_decay_days.push(points.and_then(|points| points.decay_days.map(i32::from)));
        self.e_cap.push(points.map(|points| points.cap));
    }
}
