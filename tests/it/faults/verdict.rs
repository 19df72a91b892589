//! The ledger joined with the database: every rule must be broken by nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sqlx::{PgConnection, Row};

use super::ledger::{Ledger, ReplyKey, UpdateKey};
use super::load::is_orderly;

/// A rule, and what breaks it.
#[derive(Debug)]
pub struct Finding {
    pub rule: &'static str,
    pub meaning: &'static str,
    pub count: usize,
    pub example: Option<String>,
}

/// All rules.
#[derive(Debug, Default)]
pub struct Verdict(pub Vec<Finding>);

impl Verdict {
    fn put(&mut self, rule: &'static str, meaning: &'static str, found: Vec<String>) {
        let (count, example) = (found.len(), found.into_iter().next());
        self.0.push(Finding { rule, meaning, count, example });
    }

    /// What breaks a rule.
    pub fn count(&self, rule: &str) -> usize {
        let found = self.0.iter().find(|finding| finding.rule == rule);
        found.unwrap_or_else(|| panic!("{rule} is a rule")).count
    }

    /// The rules that are broken.
    pub fn broken(&self) -> Vec<&Finding> {
        self.0.iter().filter(|finding| finding.count > 0).collect()
    }
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for Finding { rule, meaning, count, example } in &self.0 {
            let example = example.as_ref().map(|text| format!(", such as {text}"));
            let example = example.unwrap_or_default();
            writeln!(f, "  {rule:<3} {count:>6}  {meaning}{example}")?;
        }
        Ok(())
    }
}

/// Rules of the database alone. Each query lists what breaks the rule. Kinds of turns: one made by
/// an update (`start said pressed media failed`), one made by a timer.
const STORED: &[(&str, &str, &str)] = &[
    (
        "I1",
        "seen update without effect",
        "SELECT i.contact_id::text || ' update ' || i.update_id FROM inbound i
        LEFT JOIN turns t USING (bucket, contact_id, turn)
        LEFT JOIN messages m ON m.bucket = i.bucket AND m.contact_id = i.contact_id
            AND m.turn = i.turn AND m.author = 0
        WHERE t.turn IS NULL OR (t.kind = 'said' AND m.turn IS NULL)
            -- Of several updates with one turn, all but one had no effect.
            OR EXISTS (SELECT FROM inbound o WHERE o.bucket = i.bucket
                AND o.contact_id = i.contact_id AND o.turn = i.turn AND o.update_id < i.update_id)",
    ),
    (
        "I2",
        "effect without a seen update, or version is not the number of turns",
        "SELECT t.contact_id::text || ' turn ' || t.turn FROM turns t
        LEFT JOIN inbound i USING (bucket, contact_id, turn)
        WHERE (t.kind = 'timer') = (i.turn IS NOT NULL)
        UNION ALL
        SELECT c.contact_id::text || ' version ' || c.version FROM conversations c
        WHERE c.version <> (SELECT count(*) FROM turns t
            WHERE t.bucket = c.bucket AND t.contact_id = c.contact_id)",
    ),
    (
        "I3",
        "gap in the history of turns",
        "SELECT contact_id::text || ' turn ' || turn FROM (
            SELECT contact_id, turn, row_number() OVER (PARTITION BY contact_id ORDER BY turn) AS n
            FROM turns) t
        WHERE turn <> n
        UNION ALL
        SELECT m.contact_id::text || ' message of turn ' || m.turn FROM messages m
        LEFT JOIN turns t USING (bucket, contact_id, turn) WHERE t.turn IS NULL
        UNION ALL
        SELECT e.contact_id::text || ' evidence of turn ' || e.turn FROM lead_events e
        LEFT JOIN turns t USING (bucket, contact_id, turn) WHERE t.turn IS NULL",
    ),
    (
        "I4",
        "reply logged and not in the outbox",
        "SELECT m.contact_id::text || ' turn ' || m.turn FROM messages m
        LEFT JOIN outbox o USING (bucket, contact_id, turn, ordinal)
        WHERE m.author = 1 AND o.turn IS NULL",
    ),
    (
        "I5",
        "outbox row without a logged reply",
        "SELECT o.contact_id::text || ' turn ' || o.turn FROM outbox o
        LEFT JOIN messages m ON m.bucket = o.bucket AND m.contact_id = o.contact_id
            AND m.turn = o.turn AND m.ordinal = o.ordinal AND m.author <> 0
        WHERE o.lane = 1 AND m.turn IS NULL",
    ),
    (
        "S1",
        "half a person, or a state that is not whole",
        "SELECT c.contact_id::text FROM contacts c
        LEFT JOIN identities i USING (bucket, contact_id)
        LEFT JOIN conversations v USING (bucket, contact_id)
        LEFT JOIN leads l USING (bucket, contact_id)
        WHERE i.contact_id IS NULL OR v.contact_id IS NULL OR l.contact_id IS NULL
            OR v.version < 1 OR v.state ->> 'v' IS DISTINCT FROM '1'
            OR coalesce((v.state ->> 'epoch')::bigint, 0) <> v.epoch
            OR abs(extract(epoch FROM (v.state ->> 'heard_at')::timestamptz - v.heard_at)) > 0.001",
    ),
    (
        "S2",
        "turn put aside as failed, or reply refused or unreachable",
        "SELECT contact_id::text || ' turn ' || turn FROM turns WHERE kind = 'failed'
        UNION ALL
        SELECT contact_id::text || ' reply of turn ' || turn || ': ' || coalesce(last_error, '-')
        FROM outbox WHERE status IN (3, 6)",
    ),
];

/// A row of the outbox.
struct Stored {
    status: i16,
    text: Option<String>,
}

/// Looks at what was told since the last look: all of it must be stored at this moment.
pub async fn look_now(db: &mut PgConnection, ledger: &mut Ledger) -> Verdict {
    let (updates, replies) =
        (std::mem::take(&mut ledger.fresh_updates), std::mem::take(&mut ledger.fresh_replies));
    let who: BTreeSet<&str> = updates
        .iter()
        .map(|(from, _)| from.as_str())
        .chain(replies.iter().map(|(to, ..)| to.as_str()))
        .collect();
    let who: Vec<&str> = who.into_iter().collect();
    let stored = inbound(db, Some(&who)).await;
    let outbox = outbox(db, Some(&who)).await;
    let mut verdict = Verdict::default();
    verdict.put("A1", ACKNOWLEDGED_AND_LOST, lost(ledger, updates.iter(), &stored));
    verdict.put("D1", DELIVERED_AND_NOT_SAVED, unsaved(ledger, replies.iter(), &outbox));
    verdict
}

/// Looks at everything, when everything was given time to end.
pub async fn look_at_all(db: &mut PgConnection, ledger: &Ledger, explained: usize) -> Verdict {
    let mut verdict = Verdict::default();
    for (rule, meaning, query) in STORED {
        let found = sqlx::query_scalar(*query).fetch_all(&mut *db).await.expect(rule);
        verdict.put(rule, meaning, found);
    }
    let stored = inbound(db, None).await;
    let outbox = outbox(db, None).await;
    judge_updates(&mut verdict, ledger, &stored);
    judge_replies(&mut verdict, ledger, &outbox, explained);
    verdict
}

const ACKNOWLEDGED_AND_LOST: &str = "acknowledged, and lost or stored otherwise";
const DELIVERED_AND_NOT_SAVED: &str = "delivered, and not saved as such";

/// Update to its turn and what the contact said in it.
type Inbound = HashMap<UpdateKey, (i64, Option<String>)>;

async fn inbound(db: &mut PgConnection, of: Option<&[&str]>) -> Inbound {
    let rows = sqlx::query(
        "SELECT d.external_id, i.update_id, t.turn, m.text FROM inbound i
        JOIN identities d USING (bucket, contact_id)
        JOIN turns t USING (bucket, contact_id, turn)
        LEFT JOIN messages m ON m.bucket = t.bucket AND m.contact_id = t.contact_id
            AND m.turn = t.turn AND m.author = 0
        WHERE $1::text[] IS NULL OR d.external_id = ANY ($1)",
    )
    .bind(of)
    .fetch_all(db)
    .await
    .expect("the updates can be listed");
    rows.iter().map(|row| ((row.get(0), row.get(1)), (row.get(2), row.get(3)))).collect()
}

async fn outbox(db: &mut PgConnection, of: Option<&[&str]>) -> HashMap<ReplyKey, Stored> {
    let rows = sqlx::query(
        "SELECT d.external_id, o.turn, o.ordinal, o.status, m.text FROM outbox o
        JOIN identities d USING (bucket, contact_id)
        JOIN turns t USING (bucket, contact_id, turn)
        LEFT JOIN messages m USING (bucket, contact_id, turn, ordinal)
        WHERE $1::text[] IS NULL OR d.external_id = ANY ($1)",
    )
    .bind(of)
    .fetch_all(db)
    .await
    .expect("the outbox can be listed");
    let stored = |row: &sqlx::postgres::PgRow| Stored { status: row.get(3), text: row.get(4) };
    rows.iter().map(|row| ((row.get(0), row.get(1), row.get(2)), stored(row))).collect()
}

fn lost<'a>(
    ledger: &Ledger,
    acknowledged: impl Iterator<Item = &'a UpdateKey>,
    stored: &Inbound,
) -> Vec<String> {
    let told = |key: &UpdateKey| ledger.updates.get(key).map(|update| &update.acknowledged);
    let is_lost = |key: &&UpdateKey| match (stored.get(*key), told(key)) {
        (Some((turn, _)), Some(told)) => {
            told.iter().any(|(_, said)| said.is_some_and(|said| said != *turn))
        }
        _ => true,
    };
    acknowledged.filter(is_lost).map(|key| format!("{key:?}")).collect()
}

fn unsaved<'a>(
    ledger: &Ledger,
    delivered: impl Iterator<Item = &'a ReplyKey>,
    outbox: &HashMap<ReplyKey, Stored>,
) -> Vec<String> {
    let is_unsaved = |key: &&ReplyKey| {
        let text = outbox.get(*key).and_then(|stored| stored.text.as_deref());
        let times = ledger.replies.get(*key).into_iter().flatten();
        text.is_none() || times.into_iter().any(|delivery| Some(&*delivery.text) != text)
    };
    delivered.filter(is_unsaved).map(|key| format!("{key:?}")).collect()
}

fn judge_updates(verdict: &mut Verdict, ledger: &Ledger, stored: &Inbound) {
    let acknowledged = ledger
        .updates
        .iter()
        .filter(|(_, update)| !update.acknowledged.is_empty())
        .map(|(key, _)| key);
    verdict.put("A1", ACKNOWLEDGED_AND_LOST, lost(ledger, acknowledged, stored));
    let open = ledger.open.iter().map(|key| format!("{key:?}")).collect();
    verdict.put("A2", "sent, and never acknowledged", open);
    verdict.put("A3", "one update acknowledged as two turns", ledger.torn_apart());
    let strange = stored.iter().filter(|(key, (_, text))| {
        ledger.updates.get(*key).is_none_or(|sent| sent.text.is_some() && sent.text != *text)
    });
    let strange = strange.map(|(key, _)| format!("{key:?}")).collect();
    verdict.put("A4", "stored, and never sent in like this", strange);
    let mut wrong = ledger.out_of_order();
    if !ledger.crowded {
        let mut turns: BTreeMap<(&str, i64), i64> = BTreeMap::new();
        let orderly = stored.iter().filter(|((from, _), _)| is_orderly(from));
        turns.extend(orderly.map(|((from, update), (turn, _))| ((&**from, *turn), *update)));
        let all: Vec<_> = turns.iter().collect();
        let swapped = all.windows(2).filter(|two| two[0].0.0 == two[1].0.0 && two[0].1 > two[1].1);
        wrong.extend(swapped.map(|two| format!("{:?} before {:?}", two[0], two[1])));
    }
    verdict.put("A5", "turns in another order than the updates", wrong);
    verdict.put("A6", "line that the bot refused", ledger.refused.clone());
}

fn judge_replies(
    verdict: &mut Verdict,
    ledger: &Ledger,
    outbox: &HashMap<ReplyKey, Stored>,
    explained: usize,
) {
    verdict.put("D1", DELIVERED_AND_NOT_SAVED, unsaved(ledger, ledger.replies.keys(), outbox));
    let of = |wanted: fn(i16) -> bool, delivered: bool| -> Vec<String> {
        let found = outbox.iter().filter(|(key, stored)| {
            wanted(stored.status) && ledger.replies.contains_key(*key) == delivered
        });
        found.map(|(key, _)| format!("{key:?}")).collect()
    };
    // What the killed bot was writing may have been read in part.
    let mut silent = of(|status| status == 2, false);
    silent.truncate(silent.len().saturating_sub(ledger.torn));
    verdict.put("D2", "marked as sent, and never delivered", silent);
    let waiting = [of(|status| status < 2, false), of(|status| status < 2, true)].concat();
    verdict.put("D3", "still in the outbox at the end", waiting);
    verdict.put("D4", "delivered though taken back", of(|status| status > 2, true));
    verdict.put("D5", "repeated without saying so", ledger.unmarked_repeats());
    let excess = ledger.marked().saturating_sub(explained);
    let excess = vec![format!("{} of {explained}", ledger.marked()); excess];
    verdict.put("D6", "marked as repeats beyond what the faults explain", excess);
    verdict.put("D7", "delivered in another order than saved", ledger.delivered_out_of_order());
}
