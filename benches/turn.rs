//! How long deciding takes: the typical talk through [`decide`] on the example, with the state
//! written and read between turns as the database would have it.
//!
//! Beside `decide` as a whole stand its parts (understanding, the rest) and what follows it in a
//! live turn (rendering, composing the rows, the state's way through JSON).

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "support/example.rs"]
mod example;
#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "support/figures.rs"]
mod figures;

use std::hint::black_box;
use std::time::Duration;

use chrono::{DateTime, Utc};
use docent::app::compose::{Decided, compose};
use docent::app::edition::Edition;
use docent::decide::{Brain, decide};
use docent::domain::along::Along;
use docent::domain::contact::{ContactId, Identity};
use docent::domain::conversation::State;
use docent::domain::event::{Event, Incoming};
use docent::domain::facts::Facts;
use docent::domain::ids::{AccountId, Channel};
use docent::domain::understood::Context;
use docent::script::model::StepKind;
use tokio::time::Instant;
use uuid::Uuid;

use figures::{Samples, verdict};

/// Talks that warm up, and talks that count, in each language.
const TALKS: (usize, usize) = (100, 1_500);
/// What `decide` may take in the middle, in microseconds.
const TARGET: f64 = 100.0;

/// What a turn spent where.
#[derive(Clone, Default)]
struct Spent {
    decide: Samples,
    understand: Samples,
    rest: Samples,
    render: Samples,
    compose: Samples,
    json: Samples,
}

impl Spent {
    fn extend(&mut self, other: Self) {
        self.decide.extend(other.decide);
        self.understand.extend(other.understand);
        self.rest.extend(other.rest);
        self.render.extend(other.render);
        self.compose.extend(other.compose);
        self.json.extend(other.json);
    }

    fn print(&mut self, name: &str) {
        let short: String = name.chars().take(34).collect();
        println!(
            "{short:<34} {:>7.1} {:>7.1} {:>7.1}  {:>7.1} {:>7.1}  {:>7.1} {:>7.1} {:>7.1}",
            self.decide.at(50),
            self.decide.at(90),
            self.decide.at(99),
            self.understand.at(50),
            self.rest.at(50),
            self.render.at(50),
            self.compose.at(50),
            self.json.at(50),
        );
    }
}

fn main() {
    let loading = Instant::now();
    let edition = example::edition();
    println!("the example loaded and trained in {} ms", loading.elapsed().as_millis());
    println!("microseconds; {} talks a language, one thread\n", TALKS.1);
    println!(
        "{:<34} {:>7} {:>7} {:>7}  {:>15}  {:>23}",
        "turn", "decide", "", "", "of it, p50", "after it, p50"
    );
    println!(
        "{:<34} {:>7} {:>7} {:>7}  {:>7} {:>7}  {:>7} {:>7} {:>7}",
        "", "p50", "p90", "p99", "underst", "rest", "render", "rows", "state"
    );
    let mut all = Spent::default();
    let mut english = Spent::default();
    for (locale, lines) in example::TALKS {
        let mut turns = vec![Spent::default(); lines.len()];
        for round in 0..TALKS.0 + TALKS.1 {
            let spent = talk(&edition, lines);
            if round >= TALKS.0 {
                for (sum, one) in turns.iter_mut().zip(spent) {
                    sum.extend(one);
                }
            }
        }
        let mut whole = Spent::default();
        for (mut turn, line) in turns.into_iter().zip(lines) {
            turn.print(&format!("{locale}  {line}"));
            whole.extend(turn);
        }
        whole.print(&format!("{locale}  all five"));
        println!();
        if locale == "en" {
            english = whole.clone();
        }
        all.extend(whole);
    }
    all.print("all languages");
    let p50 = english.decide.at(50);
    println!();
    println!("decide p50: {p50:.1} us in English, {:.1} us in all languages", all.decide.at(50));
    println!("target: p50 under {TARGET} us: {}", verdict(p50 < TARGET));
    println!("ratio decide to reading and writing its state: {:.2}", p50 / english.json.at(50));
}

/// One talk from nothing; what each turn spent.
fn talk(edition: &Edition, lines: [&str; 5]) -> Vec<Spent> {
    let identity = Identity {
        channel: Channel::Telegram,
        account: AccountId::from("bench"),
        external_id: "4711".to_owned(),
    };
    let contact = ContactId::of(Uuid::nil(), &identity);
    let mut stored = serde_json::to_string(&State::default()).expect("a state has a JSON form");
    let mut at = "2026-03-03T10:00:00Z".parse::<DateTime<Utc>>().expect("a time");
    let mut turns = Vec::with_capacity(lines.len());
    for (line, after) in lines.into_iter().zip(0..) {
        at += chrono::TimeDelta::seconds(20);
        let incoming = Incoming {
            identity: identity.clone(),
            update_id: after + 1,
            message: None,
            name: Some("Ann".to_owned()),
            handle: None,
            locale_hint: None,
            along: Along::default(),
            event: Event::Said { text: line.to_owned() },
            at,
        };
        turns.push(turn(edition, contact, &incoming, after, &mut stored));
    }
    turns
}

fn turn(
    edition: &Edition,
    contact: ContactId,
    incoming: &Incoming,
    after: i64,
    stored: &mut String,
) -> Spent {
    let mut spent = Spent::default();
    let facts = Facts {
        channel: Channel::Telegram,
        locale_hint: None,
        message: None,
        rep_chat: false,
        duty: Vec::new(),
        young: false,
        wait: None,
        caption: false,
        shares: None,
    };
    let brain =
        Brain { script: &edition.script, pinned: None, understanding: &edition.understanding };
    let mut json = Duration::ZERO;
    let state: State =
        timed(&mut json, || serde_json::from_str(stored).expect("a state is read back"));

    let Event::Said { text } = &incoming.event else { return spent };
    let context = context_of(edition, &state, incoming.at);
    let mut whole = Duration::ZERO;
    let outcome = timed(&mut whole, || {
        decide(brain, black_box(&state), after + 1, &incoming.event, &facts, incoming.at)
    });
    let mut understand = Duration::ZERO;
    timed(&mut understand, || edition.understanding.understand(black_box(text), &context));
    spent.decide.push(whole);
    spent.understand.push(understand);
    spent.rest.push(whole.saturating_sub(understand));

    let mut render = Duration::ZERO;
    if let Some(reply) = &outcome.reply {
        timed(&mut render, || edition.render(&outcome.state, reply, incoming.at));
    }
    spent.render.push(render);
    timed(&mut json, || {
        *stored = serde_json::to_string(&outcome.state).expect("a state has a JSON form");
    });
    spent.json.push(json);
    let mut rows = Duration::ZERO;
    let decided =
        Decided { edition, incoming, facts: &facts, after, outcome, took: whole, desk: None };
    timed(&mut rows, || compose(contact, decided).expect("rows of a turn"));
    spent.compose.push(rows.saturating_sub(render));
    spent
}

/// What `decide` tells the understanding at this state.
fn context_of(edition: &Edition, state: &State, at: DateTime<Utc>) -> Context {
    let open = state.stack.last().and_then(|frame| {
        let flow = edition.script.flows.by_id.get(&frame.flow)?;
        flow.steps.iter().find(|step| step.id == frame.step)
    });
    let here = at.with_timezone(&edition.script.bot.time_zone);
    Context {
        locale: state.locale.clone(),
        slot: match open.map(|step| &step.kind) {
            Some(StepKind::Collect { slot, .. }) => Some(slot.clone()),
            _ => None,
        },
        choices: state.offered.clone(),
        today: Some(here.date_naive()),
        clock: Some(here.time()),
        country: state.country.clone(),
        focus: state.focus.clone(),
        ..Context::default()
    }
}

fn timed<T>(sum: &mut Duration, work: impl FnOnce() -> T) -> T {
    let began = Instant::now();
    let done = black_box(work());
    *sum += began.elapsed();
    done
}
