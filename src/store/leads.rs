//! Leads as a rep reads them: lists, and one person with the reasons.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::conversations::{channel, identity};
pub use super::history::Line;
use super::turns::Json;
use super::{Db, Result, StoreError};
use crate::domain::contact::{ContactId, Identity};
use crate::domain::conversation::State;
use crate::domain::ids::{Channel, Locale, TurnNumber};
use crate::domain::lead::{Award, Axis, Heat, Stage};

/// A lead in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// Who.
    pub contact: ContactId,
    /// Where they talk to us.
    pub channel: Channel,
    /// Their name as the platform shows it.
    pub name: Option<String>,
    /// The language of the talk.
    pub locale: Option<Locale>,
    /// How ready they are, as of their last turn.
    pub heat: Heat,
    /// Where the deal is.
    pub stage: Stage,
    /// Who they are, in points.
    pub fit: i32,
    /// What they did, in points, as of their last turn.
    pub interest: i32,
    /// What brought them first.
    pub source: Option<String>,
    /// The campaign that brought them last.
    pub campaign: Option<String>,
    /// When they were last heard.
    pub last_at: Option<DateTime<Utc>>,
    /// They blocked us, or their account is gone, since they were last heard.
    pub unreachable: bool,
    /// When they first came.
    pub created_at: DateTime<Utc>,
}

/// Everything about one lead.
#[derive(Clone, Debug)]
pub struct LeadDetail {
    /// The lead.
    pub lead: Lead,
    /// Where they talk to us.
    pub identity: Identity,
    /// What is known, in slots among other things.
    pub state: State,
    /// The evidence, in order.
    pub events: Vec<LeadEvent>,
    /// What was said, in order.
    pub transcript: Vec<Line>,
    /// The campaigns that brought them, in order.
    pub touches: Vec<(DateTime<Utc>, String)>,
}

/// One event of a lead.
#[derive(Clone, Debug, PartialEq)]
pub struct LeadEvent {
    /// The turn it came from.
    pub turn: TurnNumber,
    /// Its place in the turn.
    pub ordinal: i16,
    /// When.
    pub at: DateTime<Utc>,
    /// What sort: `award`, `wish`, `stage`, ...
    pub kind: String,
    /// The rule, wish or stage.
    pub rule: String,
    /// What a rep reads.
    pub reason: String,
    /// The award with its points, where it has any; as the scoring takes it.
    pub award: Option<Award>,
}

/// Which leads to list.
#[derive(Clone, Debug)]
pub enum LeadFilter {
    /// All but bare visitors.
    Engaged,
    /// All.
    All,
    /// Those whose id starts so, or whose name is or starts so, in any case of letters.
    Named(String),
    /// These.
    These(Vec<ContactId>),
}

impl Db {
    /// Lists leads, hot ones first, then those heard last.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_leads(&self, filter: &LeadFilter, limit: i64) -> Result<Vec<Lead>> {
        let (mut engaged, mut name, mut range, mut these) = (false, None, None, None);
        match filter {
            LeadFilter::All => {}
            LeadFilter::Engaged => engaged = true,
            LeadFilter::Named(needle) => {
                name = Some(format!("{}%", like_escaped(&needle.trim().to_lowercase())));
                range = Some(id_range(needle.trim()).unwrap_or((Uuid::max(), Uuid::nil())));
            }
            LeadFilter::These(contacts) => {
                these = Some(contacts.iter().map(|contact| contact.0).collect::<Vec<_>>());
            }
        }
        // A list reads the tables as a whole, which the pool's settings are not made for.
        let mut tx = self.pool.begin().await?;
        sqlx::query!(
            r#"SELECT set_config('enable_seqscan', 'on', true) AS seqscan,
                set_config('enable_hashjoin', 'on', true) AS hashjoin"#
        )
        .fetch_one(&mut *tx)
        .await?;
        let rows = sqlx::query!(
            r#"SELECT l.contact_id, i.channel, l.name, c.locale, l.heat, l.stage, l.fit, l.interest,
                l.source, l.campaign, c.heard_at, l.created_at,
                coalesce(i.unreachable_at > coalesce(c.heard_at, '-infinity'), false)
                    AS "unreachable!"
            FROM leads l
            JOIN identities i ON i.bucket = l.bucket AND i.contact_id = l.contact_id
            JOIN conversations c ON c.bucket = l.bucket AND c.contact_id = l.contact_id
            WHERE (NOT $1 OR l.stage <> 0)
                AND ($2::text IS NULL OR lower(l.name) LIKE $2
                    OR l.contact_id BETWEEN $3::uuid AND $4::uuid)
                AND ($5::uuid[] IS NULL OR l.contact_id = ANY ($5))
            ORDER BY l.heat DESC, c.heard_at DESC NULLS LAST, l.contact_id
            LIMIT $6"#,
            engaged,
            name,
            range.map(|(first, _)| first),
            range.map(|(_, last)| last),
            these.as_deref(),
            limit,
        )
        .fetch_all(&mut *tx)
        .await?;
        tx.commit().await?;
        rows.into_iter()
            .map(|row| {
                Ok(Lead {
                    contact: ContactId(row.contact_id),
                    channel: channel(row.channel)?,
                    name: row.name,
                    locale: row.locale.map(Locale::from),
                    heat: Heat::from_code(row.heat)
                        .ok_or_else(|| StoreError::corrupt("lead", "its heat is unknown"))?,
                    stage: Stage::from_code(row.stage)
                        .ok_or_else(|| StoreError::corrupt("lead", "its stage is unknown"))?,
                    fit: row.fit,
                    interest: row.interest,
                    source: row.source,
                    campaign: row.campaign,
                    last_at: row.heard_at,
                    unreachable: row.unreachable,
                    created_at: row.created_at,
                })
            })
            .collect()
    }

    /// Leads by heat as of their last turn, bare visitors among them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count_leads(&self) -> Result<Vec<(Heat, i64)>> {
        let rows = sqlx::query!(r#"SELECT heat, count(*) AS "count!" FROM leads GROUP BY heat"#)
            .fetch_all(&self.pool)
            .await?;
        Ok(rows
            .into_iter()
            .filter_map(|row| Some((Heat::from_code(row.heat)?, row.count)))
            .collect())
    }

    /// Everything about one lead; none when there is no such contact.
    ///
    /// # Errors
    /// When the database does not answer, or the state cannot be read.
    pub async fn find_lead(&self, contact: ContactId) -> Result<Option<LeadDetail>> {
        let Some(lead) = self.list_leads(&LeadFilter::These(vec![contact]), 1).await?.pop() else {
            return Ok(None);
        };
        let row = sqlx::query!(
            r#"SELECT c.state::text AS "state!", i.channel, i.account, i.external_id
            FROM conversations c
            JOIN identities i ON i.bucket = c.bucket AND i.contact_id = c.contact_id
            WHERE c.bucket = $1 AND c.contact_id = $2"#,
            contact.bucket(),
            contact.0,
        )
        .fetch_optional(&self.pool)
        .await?;
        // Forgotten between the two queries.
        let Some(row) = row else { return Ok(None) };
        let touches = sqlx::query!(
            "SELECT at, campaign FROM touches WHERE bucket = $1 AND contact_id = $2 ORDER BY turn",
            contact.bucket(),
            contact.0,
        )
        .fetch_all(&self.pool)
        .await?;
        Ok(Some(LeadDetail {
            lead,
            identity: identity(row.channel, row.account, row.external_id)?,
            state: Json(row.state).read("state")?,
            events: self.list_lead_events(&[contact]).await?.remove(&contact).unwrap_or_default(),
            transcript: self.list_messages(contact).await?,
            touches: touches.into_iter().map(|row| (row.at, row.campaign)).collect(),
        }))
    }

    /// The events of several leads, in order; their awards are what the scoring takes.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_lead_events(
        &self,
        contacts: &[ContactId],
    ) -> Result<HashMap<ContactId, Vec<LeadEvent>>> {
        let buckets: Vec<_> = contacts.iter().map(|contact| contact.bucket()).collect();
        let ids: Vec<_> = contacts.iter().map(|contact| contact.0).collect();
        let rows = sqlx::query!(
            r#"SELECT e.contact_id, e.turn, e.ordinal, e.at, e.kind, e.rule, e.reason, e.group_name,
                e.axis, e.base, e.decay_days, e.cap, e.withdrawn_turn
            FROM unnest($1::smallint[], $2::uuid[]) t (bucket, contact_id)
            JOIN lead_events e ON e.bucket = t.bucket AND e.contact_id = t.contact_id
            ORDER BY e.contact_id, e.turn, e.ordinal"#,
            &buckets,
            &ids,
        )
        .fetch_all(&self.pool)
        .await?;
        let mut events: HashMap<ContactId, Vec<LeadEvent>> = HashMap::new();
        for row in rows {
            let points = row.group_name.zip(row.axis).zip(row.cap);
            let award = points
                .map(|((group, axis), cap)| {
                    Ok::<_, StoreError>(Award {
                        turn: row.turn,
                        ordinal: row.ordinal,
                        at: row.at,
                        rule: row.rule.as_str().into(),
                        group: group.into(),
                        axis: Axis::from_code(axis).ok_or_else(|| {
                            StoreError::corrupt("lead event", "its axis is unknown")
                        })?,
                        base: row.base,
                        decay_days: row.decay_days.map(|days| days.try_into().unwrap_or(u16::MAX)),
                        cap,
                        withdrawn: row.withdrawn_turn,
                    })
                })
                .transpose()?;
            events.entry(ContactId(row.contact_id)).or_default().push(LeadEvent {
                turn: row.turn,
                ordinal: row.ordinal,
                at: row.at,
                kind: row.kind,
                rule: row.rule,
                reason: row.reason,
                award,
            });
        }
        Ok(events)
    }
}

/// The ids that start with a prefix as it is printed, dashes or not; none when it is no id.
fn id_range(prefix: &str) -> Option<(Uuid, Uuid)> {
    let digits: String = prefix.chars().filter(|c| *c != '-').collect();
    if digits.is_empty() || digits.len() > 32 || !digits.chars().all(|c| c.is_ascii_hexdigit()) {
        return None;
    }
    let first = Uuid::parse_str(&format!("{digits:0<32}")).ok()?;
    let last = Uuid::parse_str(&format!("{digits:f<32}")).ok()?;
    Some((first, last))
}

/// A pattern of LIKE that means these very words.
fn like_escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_of_an_id_is_a_range() {
        let check = |prefix: &str, expected: Option<(&str, &str)>| {
            let expected = expected.map(|(first, last)| {
                (Uuid::parse_str(first).expect("an id"), Uuid::parse_str(last).expect("an id"))
            });
            assert_eq!(id_range(prefix), expected, "{prefix}");
        };
        check(
            "3fA",
            Some(("3fa00000-0000-0000-0000-000000000000", "3fafffff-ffff-ffff-ffff-ffffffffffff")),
        );
        check(
            "3fa1c2d4-5",
            Some(("3fa1c2d4-5000-0000-0000-000000000000", "3fa1c2d4-5fff-ffff-ffff-ffffffffffff")),
        );
        check("", None);
        check("anna", None);
    }
}
