//! The fault rig: the bot and its database are killed from outside, at exact points and at random,
//! while dozens of contacts talk; then the ledger of what went in and came out is joined with the
//! database.
//!
//! The product holds no fault code. A proxy on the database's socket (`proxy.rs`) reads the wire
//! protocol and acts at a point of a statement; `bot.rs` is the child process; `ledger.rs` knows
//! only what was sent and told; `verdict.rs` holds the rules. Start reading at `rig.rs`. The last
//! tests patch the commit in their own database and demand that the rig goes red.
//!
//! `DOCENT_TEST_FAULTS=long` (`make faults`) kills more often, `off` leaves the rig out;
//! `DOCENT_TEST_SEED` repeats a run's choices. With `--nocapture` each run prints its seed, its
//! numbers and all rules.
#![expect(clippy::print_stdout, reason = "a run is told in numbers")]

mod bot;
mod cluster;
mod ledger;
mod load;
mod pair;
pub mod patches;
mod proxy;
mod rig;
mod verdict;
mod wire;

use std::os::unix::fs::PermissionsExt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use pair::Pair;
use proxy::Point;
use rig::Rig;
use tempfile::TempDir;
use verdict::Verdict;
use wire::Statement;

/// How often a fault is made: in the bounded form, and in the long one.
#[expect(clippy::disallowed_methods, reason = "what the Makefile sets for this test")]
fn times(bounded: usize, long: usize) -> usize {
    let is_long = std::env::var("DOCENT_TEST_FAULTS").is_ok_and(|form| form == "long");
    if is_long { long } else { bounded }
}

/// The choices of a run, after its seed was printed.
#[expect(clippy::disallowed_methods, reason = "what a person sets to repeat a run")]
fn random(name: &str) -> fastrand::Rng {
    let seed = std::env::var("DOCENT_TEST_SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = seed.unwrap_or_else(|| fastrand::u64(..));
    println!("{name}: DOCENT_TEST_SEED={seed}");
    fastrand::Rng::with_seed(seed)
}

/// A folder that goes when it is dropped, and that the account of Postgres may enter.
fn folder() -> TempDir {
    let folder = TempDir::with_prefix("docent-faults-").expect("a folder");
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o711))
        .expect("the folder is ours");
    folder
}

/// Runs a test of the rig. One at a time: they measure, and there are few cores.
#[expect(clippy::disallowed_methods, reason = "what a person sets who waits for another test")]
fn with_rig<T: Future>(test: T) {
    if std::env::var("DOCENT_TEST_FAULTS").is_ok_and(|form| form == "off") {
        println!("SKIPPED: DOCENT_TEST_FAULTS is off");
        return;
    }
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(test);
}

/// Lets everything come to its end, and demands that no rule is broken.
async fn must_be_green(mut rig: Rig) {
    rig.settle().await;
    let verdict = rig.verdict().await;
    println!("\n{}{verdict}", rig.summary());
    assert!(rig.found_at_faults.is_empty(), "at a fault: {:?}", rig.found_at_faults);
    must_hold(&verdict);
}

fn must_hold(verdict: &Verdict) {
    assert!(verdict.broken().is_empty(), "broken rules:\n{verdict}");
}

#[test]
fn a_bot_killed_around_a_statement_loses_nothing() {
    with_rig(async {
        let mut rig = Rig::start("kills at points", 40).await;
        for _ in 0..times(2, 20) {
            for statement in [Statement::Commit, Statement::Claim] {
                for point in Point::ALL {
                    rig.kill_at(statement, point).await;
                }
            }
        }
        for _ in 0..times(4, 0) {
            for point in Point::ALL {
                rig.kill_at(Statement::Commit, point).await;
            }
        }
        must_be_green(rig).await;
    });
}

#[test]
fn a_bot_killed_at_random_loses_nothing() {
    with_rig(async {
        let mut rig = Rig::start("kills at random", 40).await;
        for _ in 0..times(50, 200) {
            let time = Duration::from_millis(rig.random.u64(0..800));
            rig.kill_after(time).await;
        }
        must_be_green(rig).await;
    });
}

#[test]
fn a_killed_postgres_loses_nothing() {
    with_rig(async {
        let mut rig = Rig::start("Postgres killed", 40).await;
        for _ in 0..times(10, 40) {
            let time = Duration::from_millis(rig.random.u64(100..900));
            rig.kill_database(time).await;
        }
        must_be_green(rig).await;
    });
}

#[test]
fn a_cut_connection_loses_nothing() {
    with_rig(async {
        let mut rig = Rig::start("connections cut", 40).await;
        for _ in 0..times(2, 20) {
            for statement in [Statement::Read, Statement::Commit, Statement::Claim] {
                for point in Point::ALL {
                    rig.cut_at(statement, point).await;
                }
            }
        }
        must_be_green(rig).await;
    });
}

#[test]
fn a_connection_cut_while_an_older_script_is_read_loses_nothing() {
    with_rig(async {
        let mut rig = Rig::start("connections cut at an older script", 40).await;
        for _ in 0..times(1, 5) {
            for point in [Point::BeforeForward, Point::BeforeAnswer] {
                rig.cut_at_an_older_script(point).await;
            }
        }
        must_be_green(rig).await;
    });
}

#[test]
fn a_second_bot_takes_over_within_ten_seconds() {
    with_rig(async {
        let mut pair = Pair::start("two bots", 12).await;
        for round in 0..times(1, 6) {
            pair.talk(300).await;
            let took = pair.kill_the_sender(false).await;
            println!("two bots, round {round}: {took:?}");
            assert!(took.turns < Duration::from_secs(2), "{took:?}");
            assert!(took.replies < Duration::from_secs(10), "{took:?}");
            pair.revive();
        }
        pair.talk(200).await;
        let verdict = pair.settle().await;
        println!("\ntwo bots\n{verdict}");
        must_hold(&verdict);
    });
}

#[test]
fn the_rig_goes_red_when_the_mark_comes_before_the_gate() {
    with_rig(async {
        let mut pair = Pair::start("mark before gate", 6).await;
        let mut db = pair.cluster.connect("rig").await;
        patches::patch(&mut db, patches::MARK_BEFORE_GATE).await;
        pair.talk(times(600, 2000)).await;
        let verdict = pair.settle().await;
        println!("\nRED, mark before gate: {} updates\n{verdict}", pair.ledger.updates.len());
        assert!(verdict.count("I1") > 0, "the rig must see this:\n{verdict}");
    });
}

#[test]
fn the_rig_goes_red_when_success_is_told_before_it_is_saved() {
    with_rig(async {
        let mut rig = Rig::start("told before saved", 40).await;
        let mut db = rig.cluster.connect("rig").await;
        patches::patch(&mut db, patches::TOLD_BEFORE_SAVED).await;
        rig.kill_after(Duration::from_secs(2)).await;
        rig.settle().await;
        let verdict = rig.verdict().await;
        println!("\nRED, told before saved: {}{verdict}", rig.summary());
        assert!(rig.found_at_faults.contains_key("A1"), "the rig must see this at the kill");
        assert!(verdict.count("A1") > 0, "the rig must see this:\n{verdict}");
    });
}

#[test]
fn the_rig_goes_red_when_it_is_sent_before_it_is_on_disk() {
    with_rig(async {
        let mut rig = Rig::start("sent before disk", 40).await;
        let mut db = rig.cluster.connect("rig").await;
        patches::tell_before_disk(&mut db).await;
        for _ in 0..times(2, 5) {
            rig.cluster.hold_the_log().await;
            rig.kill_database(Duration::from_millis(500)).await;
        }
        let found = &rig.found_at_faults;
        println!("\nRED, sent before disk: {found:?}\n{}", rig.summary());
        assert!(found.contains_key("A1"), "acknowledged and lost: {found:?}");
        assert!(found.contains_key("D1"), "sent and not saved: {found:?}");
    });
}
