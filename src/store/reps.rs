//! The people of the house who take talks over: who they are.

use chrono::{DateTime, Utc};

use super::conversations::channel;
use super::turns::Json;
use super::{Db, Result};
use crate::domain::desk::{Rep, Seat};
use crate::domain::handoff::Colleague;
use crate::domain::ids::{Channel, RepId};

/// Somebody on the list, and when they are there.
#[derive(Clone, Debug)]
pub struct OnList {
    /// Who.
    pub colleague: Colleague,
    /// Their own hours; those of the house without.
    pub calendar: Option<Json>,
    /// Until when they are away.
    pub away_until: Option<DateTime<Utc>>,
}

impl Db {
    /// Adds a rep, or changes what is known of them; one who had left is back. Somebody else who had
    /// the same account of the platform gives it up and is inactive.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn put_rep(&self, rep: &Rep, now: DateTime<Utc>) -> Result<()> {
        let languages: Vec<String> = rep.languages.iter().map(ToString::to_string).collect();
        let mut tx = self.pool.begin().await?;
        sqlx::query!(
            "UPDATE reps SET active = false, external_id = external_id || '/' || rep, updated_at = $4
            WHERE channel = $1 AND external_id = $2 AND rep <> $3",
            rep.channel.code(),
            rep.user,
            rep.id.as_str(),
            now,
        )
        .execute(&mut *tx)
        .await?;
        sqlx::query!(
            "INSERT INTO reps (rep, name, channel, external_id, team, leads, languages, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (rep) DO UPDATE SET name = $2, channel = $3, external_id = $4, team = $5,
                leads = $6, languages = $7, active = true, updated_at = $8",
            rep.id.as_str(),
            rep.name,
            rep.channel.code(),
            rep.user,
            rep.team,
            rep.leads,
            &languages,
            now,
        )
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Takes a rep off the list. Tells whether there was one. A running bot takes back the talks that
    /// they hold.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn remove_rep(&self, rep: &RepId, now: DateTime<Utc>) -> Result<bool> {
        let done = sqlx::query!(
            "UPDATE reps SET active = false, updated_at = $2 WHERE rep = $1 AND active",
            rep.as_str(),
            now,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// Everybody on the list, by name.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_reps(&self) -> Result<Vec<Rep>> {
        let mut tx = self.pool.begin().await?;
        // A short list is read as a whole, which the pool's settings are not made for.
        sqlx::query!(r#"SELECT set_config('enable_seqscan', 'on', true) AS seqscan"#)
            .fetch_one(&mut *tx)
            .await?;
        let rows = sqlx::query!(
            "SELECT rep, name, channel, external_id, team, leads, languages FROM reps
            WHERE active ORDER BY name, rep"
        )
        .fetch_all(&mut *tx)
        .await?;
        tx.commit().await?;
        rows.into_iter()
            .map(|row| {
                Ok(Rep {
                    id: row.rep.into(),
                    name: row.name,
                    channel: channel(row.channel)?,
                    user: row.external_id,
                    team: row.team,
                    leads: row.leads,
                    languages: row.languages.into_iter().map(Into::into).collect(),
                })
            })
            .collect()
    }

    /// Who of some platforms could take a talk, with how much they have and when they were asked last.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn list_duty(&self, at: &[Channel]) -> Result<Vec<OnList>> {
        let at: Vec<i16> = at.iter().map(|channel| channel.code()).collect();
        let rows = sqlx::query!(
            r#"SELECT r.rep, r.name, r.channel, r.external_id, r.team, r.leads, r.languages,
                r.calendar::text AS calendar, r.away_until,
                (SELECT count(*) FROM conversations c WHERE c.owner = r.rep) AS "talks!",
                (SELECT max(a.at) FROM rep_acts a WHERE a.rep IS NULL AND a.other = r.rep) AS asked_at
            FROM reps r WHERE r.active AND r.channel = ANY($1) ORDER BY r.rep"#,
            &at,
        )
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter()
            .map(|row| {
                let rep = row.rep.into();
                let colleague = Colleague {
                    seat: Seat {
                        rep,
                        name: row.name,
                        channel: channel(row.channel)?,
                        user: row.external_id,
                    },
                    team: row.team,
                    leads: row.leads,
                    languages: row.languages.into_iter().map(Into::into).collect(),
                    talks: row.talks,
                    asked_at: row.asked_at,
                };
                let calendar = row.calendar.map(Json);
                Ok(OnList { colleague, calendar, away_until: row.away_until })
            })
            .collect()
    }

    /// Sets when a rep is there; null for the hours of the house. Tells whether there is such a rep.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn set_calendar(
        &self,
        rep: &RepId,
        calendar: Option<&Json>,
        away_until: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let done = sqlx::query!(
            "UPDATE reps SET calendar = $2::text::jsonb, away_until = $3, updated_at = $4
            WHERE rep = $1 AND active",
            rep.as_str(),
            calendar.map(Json::as_str),
            away_until,
            now,
        )
        .execute(&self.pool)
        .await?;
        Ok(done.rows_affected() > 0)
    }

    /// When a rep is there, as it was set, and until when they are away; none without such a rep.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn find_calendar(
        &self,
        rep: &RepId,
    ) -> Result<Option<(Option<Json>, Option<DateTime<Utc>>)>> {
        let row = sqlx::query!(
            "SELECT calendar::text AS calendar, away_until FROM reps WHERE rep = $1 AND active",
            rep.as_str(),
        )
        .fetch_optional(&self.pool)
        .await?;
        Ok(row.map(|row| (row.calendar.map(Json), row.away_until)))
    }
}
