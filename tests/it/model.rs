//! One speaker, under random schedules: a prospect and two reps act at once through two replicas,
//! which crash and get updates again, on the functions and the SQL that the product uses.
//!
//! Many talks are played side by side, so that a round trip serves all of them. What must hold is
//! kept by an oracle of its own, which sees only what was committed and what left; see [`oracle`].
//! Each of three bugs that are put into the database's function must be found.

mod oracle;
mod play;

use docent::store::Committed;
use sqlx::PgConnection;

use crate::faults::patches::patch;
use crate::support::database::with_database;
use play::Play;

/// Talks that are played at once.
const TOGETHER: usize = 200;
/// Talks that are played by `make test`; `make model` sets more.
const ENOUGH: usize = 2_000;
/// Within so many talks a bug must be found.
const SOON: usize = 1_000;

#[expect(clippy::disallowed_methods, reason = "what `make model` sets")]
fn wanted() -> usize {
    std::env::var("DOCENT_TEST_MODEL").ok().and_then(|n| n.parse().ok()).unwrap_or(ENOUGH)
}

#[test]
fn there_is_one_speaker_whatever_happens_at_once() {
    with_database(|database| async move {
        let dbs = [database.connect_as("one").await, database.connect_as("two").await];
        let mut seen = play::Seen::default();
        for first in (0..wanted()).step_by(TOGETHER) {
            let mut play = Play::new(&dbs, first as u64, TOGETHER);
            let faults = play.run().await;
            assert!(faults.is_empty(), "{} faults: {:#?}", faults.len(), &faults[..1]);
            seen.add(&play.seen);
        }
        // A schedule in which nothing happens finds nothing.
        let all = [seen.claims, seen.races, seen.words, seen.crashes, seen.stale, seen.dropped];
        assert!(all.iter().all(|count| *count > 20), "{seen:?}");
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        {
            println!("{} talks: {seen:?}", wanted());
        }
    });
}

/// Plays with a bug until it is found; how many talks that took.
async fn found_within(
    database: &crate::support::database::TestDatabase,
    bug: &[(&str, &str)],
) -> (usize, String) {
    let mut plain: PgConnection = database.plain().await;
    patch(&mut plain, bug).await;
    let dbs = [database.connect_as("one").await, database.connect_as("two").await];
    for first in (0..SOON).step_by(TOGETHER) {
        let mut play = Play::new(&dbs, first as u64, TOGETHER);
        if let Some((talk, fault)) = play.run().await.into_iter().next() {
            return (first + talk + 1, fault);
        }
    }
    panic!("the bug was not found within {SOON} talks");
}

/// Without the epoch: the bot's words leave whoever speaks by then.
const NO_EPOCH: &[(&str, &str)] = &[
    ("coalesce(bool_or(gate.epoch < p_epoch[t.i]), false)", "false"),
    (
        "o.account, o.due_at, o.epoch, o.asks_only, o.payload::jsonb",
        "o.account, o.due_at, NULL::bigint, o.asks_only, o.payload::jsonb",
    ),
];

/// A claim that is written whatever the talk has come to since it was decided.
const NO_COMPARE: &[(&str, &str)] = &[
    ("SELECT t.i, t.version, c.epoch", "SELECT t.i, c.version, c.epoch"),
    (
        "            SELECT c.epoch FROM conversations c",
        "            SELECT c.version, c.epoch FROM conversations c",
    ),
    (
        "WHERE c.bucket = t.bucket AND c.contact_id = t.contact_id AND c.version = t.version",
        "WHERE c.bucket = t.bucket AND c.contact_id = t.contact_id",
    ),
];

/// A release takes back what the rep has said and what has not left yet.
const RELEASE_DROPS: &[(&str, &str)] = &[(
    "o.account, o.due_at, o.epoch, o.asks_only, o.payload::jsonb",
    "o.account, o.due_at, coalesce(o.epoch, p_epoch[o.i]), o.asks_only, o.payload::jsonb",
)];

fn is_found(bug: &'static [(&'static str, &'static str)], sign: &'static str) {
    with_database(|database| async move {
        let (talks, fault) = found_within(&database, bug).await;
        assert!(fault.contains(sign), "found as something else: {fault}");
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        {
            println!("found in talk {talks}: {fault}");
        }
    });
}

#[test]
fn a_missing_epoch_is_found() {
    is_found(NO_EPOCH, "the bot speaks");
}

#[test]
fn a_claim_without_compare_and_set_is_found() {
    is_found(NO_COMPARE, "while");
}

#[test]
fn a_release_that_drops_words_is_found() {
    is_found(RELEASE_DROPS, "never left");
}

/// Whether a commit had its effect.
fn is_done(outcome: Committed) -> bool {
    matches!(outcome, Committed::Done(_))
}
