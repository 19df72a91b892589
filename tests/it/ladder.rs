//! Nobody is forgotten: the ladder of the desk under a clock of its own, on real turns and a real
//! database, with two replicas that look at the same time.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use docent::app::card::Desk;
use docent::app::editions::Editions;
use docent::app::report::{self, Grouping};
use docent::app::turns::{Around, Turns};
use docent::domain::along::Along;
use docent::domain::contact::Identity;
use docent::domain::conversation::State;
use docent::domain::desk::{Deed, Rep, RepAct, Unfit};
use docent::domain::event::{Event, Incoming};
use docent::domain::ids::Channel;
use docent::domain::media::{File, FileKind, Shared};
use docent::domain::reply::ChoiceId;
use docent::domain::value::Value;
use docent::handoff::calendar::{Calendar, read_week};
use docent::handoff::worktime::Hours;
use docent::store::Db;
use docent::store::turns::Json;
use fastrand::Rng;
use sqlx::PgConnection;
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::support::bot::{StoppedClock, example};
use crate::support::database::{TestDatabase, with_database};

/// A line of the audit log: when, who, what, why, and whom it concerns.
type Line = (DateTime<Utc>, Option<String>, String, Option<String>, Option<String>);

/// Two processes of one house.
pub(crate) struct House {
    pub replicas: Vec<(Db, Turns)>,
    stop: CancellationToken,
    tasks: TaskTracker,
    plain: PgConnection,
    pub now: DateTime<Utc>,
    updates: i64,
}

impl House {
    pub async fn start(database: &TestDatabase, now: DateTime<Utc>) -> Self {
        let mut house = Self {
            replicas: Vec::new(),
            stop: CancellationToken::new(),
            tasks: TaskTracker::new(),
            plain: database.plain().await,
            now,
            updates: 0,
        };
        house.begin(database).await;
        let db = &house.replicas[0].0;
        for (id, leads) in [("ben", false), ("kim", false), ("lea", true)] {
            let rep = Rep {
                id: id.into(),
                name: id.to_uppercase(),
                channel: Channel::Telegram,
                user: format!("7{id}"),
                team: "sales".to_owned(),
                leads,
                languages: vec!["en".into()],
            };
            db.put_rep(&rep, now).await.unwrap();
        }
        house
    }

    async fn begin(&mut self, database: &TestDatabase) {
        for _ in 0..2 {
            let db = database.connect().await;
            let editions = Arc::new(Editions::new(example(), Arc::new(StoppedClock::default())));
            let desk = Desk::new(Channel::Telegram, "reps".into());
            let min_account_age = std::time::Duration::from_hours(24);
            let around = Around { desk: Some(desk), min_account_age, ..Around::default() };
            let turns =
                Turns::start(db.clone(), editions, 1, around, self.stop.clone(), &self.tasks);
            self.replicas.push((db, turns));
        }
    }

    /// All processes end, and others begin.
    async fn restarts(&mut self, database: &TestDatabase) {
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
        for (db, _) in self.replicas.drain(..) {
            db.close().await;
        }
        (self.stop, self.tasks) = (CancellationToken::new(), TaskTracker::new());
        self.begin(database).await;
    }

    fn incoming(&mut self, who: &str, event: Event) -> Incoming {
        self.updates += 1;
        Incoming {
            identity: identity(who),
            update_id: self.updates,
            message: None,
            name: Some(who.to_owned()),
            handle: None,
            locale_hint: None,
            along: Along::default(),
            event,
            at: self.now,
        }
    }

    pub async fn hears(&mut self, at: &str, who: &str, event: Event) {
        self.now = vienna(at);
        let incoming = self.incoming(who, event);
        self.replicas[0].1.take(incoming).await.unwrap();
    }

    /// Somebody sends a picture with words under it.
    pub async fn shows(&mut self, at: &str, who: &str, caption: &str) {
        self.now = vienna(at);
        let mut incoming = self.incoming(who, words(caption));
        incoming.along = Along::sharing(vec![Shared::File(File {
            kind: FileKind::Photo,
            at: Channel::Telegram,
            id: "photo".to_owned(),
            name: "photo.jpg".to_owned(),
            mime: None,
            size: None,
            sign: None,
        })]);
        self.replicas[0].1.take(incoming).await.unwrap();
    }

    /// What is known of somebody, by slot.
    pub async fn slots(&mut self, who: &str) -> BTreeMap<String, String> {
        let contact = self.replicas[0].0.contact_id(&identity(who));
        let state: serde_json::Value =
            sqlx::query_scalar("SELECT state FROM conversations WHERE contact_id = $1")
                .bind(contact.0)
                .fetch_one(&mut self.plain)
                .await
                .unwrap();
        let state: State = serde_json::from_value(state).unwrap();
        let value = |value: &Value| value.number().map_or(format!("{value:?}"), |n| n.to_string());
        state.slots.iter().map(|(slot, filled)| (slot.to_string(), value(&filled.value))).collect()
    }

    /// What of somebody's words was not understood.
    pub async fn unanswered(&mut self, who: &str) -> Vec<String> {
        let contact = self.replicas[0].0.contact_id(&identity(who));
        sqlx::query_scalar("SELECT text FROM unanswered WHERE contact_id = $1 ORDER BY turn")
            .bind(contact.0)
            .fetch_all(&mut self.plain)
            .await
            .unwrap()
    }

    /// Somebody on Discord says something.
    pub async fn hears_on_discord(&mut self, at: &str, id: &str, text: &str) {
        self.now = vienna(at);
        let mut incoming = self.incoming(id, words(text));
        incoming.identity.channel = Channel::Discord;
        self.replicas[0].1.take(incoming).await.unwrap();
    }

    /// Somebody sends something that is no text.
    pub async fn shares(&mut self, at: &str, who: &str, media: Vec<Shared>) {
        self.now = vienna(at);
        let kind = media.first().map_or("poll", Shared::kind).to_owned();
        let mut incoming = self.incoming(who, Event::Media { kind });
        incoming.along = Along::sharing(media);
        self.replicas[0].1.take(incoming).await.unwrap();
    }

    /// What was sent to reps about somebody, the oldest first.
    pub async fn sent_to_reps(&mut self, who: &str) -> Vec<serde_json::Value> {
        let contact = self.replicas[0].0.contact_id(&identity(who));
        sqlx::query_scalar(
            "SELECT payload FROM outbox WHERE contact_id = $1 AND lane <> 1 ORDER BY turn, ordinal",
        )
        .bind(contact.0)
        .fetch_all(&mut self.plain)
        .await
        .unwrap()
    }

    /// The words of it.
    pub async fn told_reps(&mut self, who: &str) -> Vec<String> {
        self.sent_to_reps(who).await.iter().map(text_of).collect()
    }

    /// What somebody was sent, by whoever it was, the oldest first.
    pub async fn told_visitor(&mut self, who: &str) -> Vec<String> {
        let contact = self.replicas[0].0.contact_id(&identity(who));
        let rows: Vec<serde_json::Value> = sqlx::query_scalar(
            "SELECT payload FROM outbox WHERE contact_id = $1 AND lane = 1 ORDER BY turn, ordinal",
        )
        .bind(contact.0)
        .fetch_all(&mut self.plain)
        .await
        .unwrap();
        let text = |row: &serde_json::Value| {
            let spans = row["spans"].as_array().unwrap().iter();
            spans.map(|span| span["text"].as_str().unwrap_or_default()).collect()
        };
        rows.iter().map(text).collect()
    }

    /// What reps did and what came of it.
    pub async fn outcomes(&mut self, who: &str) -> Vec<String> {
        let contact = self.replicas[0].0.contact_id(&identity(who));
        let acts = self.replicas[0].0.list_acts(contact).await.unwrap();
        acts.iter().map(|act| format!("{} {}", act.deed, act.outcome)).collect()
    }

    /// How many turns there were with somebody, and how many of them got an answer.
    pub async fn answered(&mut self, who: &Identity) -> (i64, i64) {
        let contact = self.replicas[0].0.contact_id(who);
        sqlx::query_as(
            "SELECT (SELECT count(*) FROM turns WHERE contact_id = $1),
                (SELECT count(*) FROM messages WHERE contact_id = $1 AND author = 1)",
        )
        .bind(contact.0)
        .fetch_one(&mut self.plain)
        .await
        .unwrap()
    }

    pub async fn does(&mut self, at: &str, rep: &str, who: &str, deed: Deed) {
        self.writes(at, rep, who, None, deed).await;
    }

    /// The same by a message of theirs.
    pub async fn writes(
        &mut self,
        at: &str,
        rep: &str,
        who: &str,
        message: Option<i64>,
        deed: Deed,
    ) {
        let act = RepAct {
            rep: rep.into(),
            name: rep.to_uppercase(),
            leads: false,
            channel: Channel::Telegram,
            user: format!("7{rep}"),
            message,
            at: None,
            words: None,
            story: Box::default(),
            standing: None,
            along: Box::default(),
            deed,
        };
        self.hears(at, who, Event::Rep(act)).await;
    }

    /// Time passes: both replicas see to each thing that is due, at once.
    pub async fn until(&mut self, at: &str) {
        let end = vienna(at);
        loop {
            let next: Option<DateTime<Utc>> =
                sqlx::query_scalar("SELECT min(wake_at) FROM conversations")
                    .fetch_one(&mut self.plain)
                    .await
                    .unwrap();
            let Some(next) = next.filter(|next| *next <= end) else { break };
            assert!(next >= self.now, "{next} was due before {}", self.now);
            self.now = next;
            for due in self.replicas[0].0.list_due_pauses(next, 10).await.unwrap() {
                let mut timer = self.incoming("", Event::Timer);
                (timer.identity, timer.name) = (due.identity, due.name);
                let (one, two) = (&self.replicas[0].1, &self.replicas[1].1);
                let (first, second) = tokio::join!(one.take(timer.clone()), two.take(timer));
                first.unwrap();
                second.unwrap();
            }
        }
        self.now = end;
    }

    /// What stands in the audit log of somebody, on the clock of the house.
    pub async fn log(&mut self, who: &str) -> Vec<String> {
        let contact = self.replicas[0].0.contact_id(&identity(who));
        let rows: Vec<Line> = sqlx::query_as(
            "SELECT at, rep, deed, reason, other FROM rep_acts WHERE contact_id = $1 ORDER BY turn",
        )
        .bind(contact.0)
        .fetch_all(&mut self.plain)
        .await
        .unwrap();
        let lines = rows.into_iter().map(|(at, rep, deed, reason, other)| {
            let at = at.with_timezone(&Tz::Europe__Vienna).format("%a %d.%m. %H:%M");
            let words = [rep, Some(deed), reason, other];
            let words: Vec<String> = words.into_iter().flatten().collect();
            format!("{at} {}", words.join(" "))
        });
        let lines: Vec<String> = lines.collect();
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        for line in &lines {
            println!("{who}: {line}");
        }
        lines
    }

    /// What an outage makes of what is to be sent to somebody: it is tried in vain; then it arrives.
    pub async fn outage(&mut self, who: &str, over: bool) {
        let contact = self.replicas[0].0.contact_id(&identity(who));
        let sql = match over {
            false => "UPDATE outbox SET attempts = 3 WHERE contact_id = $1 AND lane = 1",
            true => {
                "UPDATE outbox SET status = 2, done_at = due_at WHERE contact_id = $1 AND lane = 1"
            }
        };
        sqlx::query(sql).bind(contact.0).execute(&mut self.plain).await.unwrap();
    }

    /// What somebody was sent last.
    pub async fn said(&mut self, who: &str) -> String {
        let contact = self.replicas[0].0.contact_id(&identity(who));
        let text: String = sqlx::query_scalar(
            "SELECT text FROM messages WHERE contact_id = $1 AND author = 1
            ORDER BY turn DESC LIMIT 1",
        )
        .bind(contact.0)
        .fetch_one(&mut self.plain)
        .await
        .unwrap();
        #[expect(clippy::print_stdout, reason = "pasted into reports")]
        {
            println!("{who} reads: {text}");
        }
        text
    }

    pub async fn ends(mut self) {
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
        for (db, _) in self.replicas.drain(..) {
            db.close().await;
        }
    }
}

/// The words of a message in the outbox.
pub(crate) fn text_of(row: &serde_json::Value) -> String {
    let spans = row["spans"].as_array().unwrap().iter();
    spans.map(|span| span["text"].as_str().unwrap_or_default()).collect()
}

pub(crate) fn identity(who: &str) -> Identity {
    Identity { channel: Channel::Terminal, account: "ladder".into(), external_id: who.to_owned() }
}

pub(crate) fn vienna(local: &str) -> DateTime<Utc> {
    let local = chrono::NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").unwrap();
    Tz::Europe__Vienna.from_local_datetime(&local).single().unwrap().with_timezone(&Utc)
}

pub(crate) fn wants_a_person() -> Event {
    Event::Pressed { choice: ChoiceId::Intent("human".into()), of_turn: None }
}

pub(crate) fn words(text: &str) -> Event {
    Event::Said { text: text.to_owned() }
}

/// Easter 2026: the house is open Friday to 17:00, Saturday 9 to 12, and again on Tuesday.
#[test]
fn nobody_is_forgotten_over_a_weekend_with_a_holiday() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-04-03 16:57")).await;
        house.hears("2026-04-03 16:57", "fritz", wants_a_person()).await;
        house.until("2026-04-03 20:00").await;
        house.restarts(&database).await;
        house.until("2026-04-04 11:57").await;
        assert_eq!(
            house.log("fritz").await,
            [
                "Fri 03.04. 16:57 alert",
                "Fri 03.04. 16:59 ask ben",
                "Sat 04.04. 09:02 ask lead lea",
                "Sat 04.04. 09:07 choice",
            ]
        );
        let told = house.said("fritz").await;
        assert!(told.contains("Nobody from our team has been free so far"), "{told}");
        assert!(told.contains("Shall I note a time when we should call you?"), "{told}");
        // A second request does not begin it anew.
        house.hears("2026-04-04 11:58", "sam", wants_a_person()).await;
        house.hears("2026-04-04 11:59", "sam", wants_a_person()).await;
        house.until("2026-04-07 08:10").await;
        assert_eq!(
            house.log("sam").await,
            [
                "Sat 04.04. 11:58 alert",
                "Tue 07.04. 08:00 ask kim",
                "Tue 07.04. 08:03 ask lead lea",
                "Tue 07.04. 08:08 choice",
            ]
        );
        house.does("2026-04-07 08:10", "kim", "sam", Deed::Claim).await;
        house.hears("2026-04-07 08:12", "sam", words("hello, are you there?")).await;
        house.until("2026-04-07 09:00").await;
        let told = house.said("sam").await;
        assert!(told.contains("KIM has not been able to answer you"), "{told}");
        house.does("2026-04-07 09:00", "ben", "sam", Deed::Claim).await;
        house.does("2026-04-07 09:01", "ben", "sam", Deed::Say { text: "Here.".into() }).await;
        house.until("2026-04-08 17:00").await;
        assert_eq!(
            house.log("sam").await[4..],
            [
                "Tue 07.04. 08:10 kim claim",
                "Tue 07.04. 08:25 remind kim",
                "Tue 07.04. 08:55 offer ben",
                "Tue 07.04. 09:00 ben claim kim",
                "Tue 07.04. 09:01 ben say",
            ]
        );
        house.ends().await;
    });
}

/// Clocks go forward in the night to Sunday 29 March 2026: minutes count by the clock on the wall.
#[test]
fn the_ladder_keeps_time_when_the_clocks_change() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-28 11:59")).await;
        house.hears("2026-03-28 11:59", "dana", wants_a_person()).await;
        house.until("2026-03-30 08:02").await;
        let expected = ["Sat 28.03. 11:59 alert", "Mon 30.03. 08:01 ask ben"];
        assert_eq!(house.log("dana").await, expected);
        assert_eq!(vienna("2026-03-30 08:01").to_rfc3339(), "2026-03-30T06:01:00+00:00");
        // A rep who looks at it later puts the rest off.
        house.does("2026-03-30 08:02", "kim", "dana", Deed::Later { minutes: 60 }).await;
        house.until("2026-03-30 09:06").await;
        assert_eq!(house.log("dana").await.len(), 3, "nothing is due before 9:07");
        house.until("2026-03-30 09:30").await;
        let log = house.log("dana").await;
        assert_eq!(log[3..], ["Mon 30.03. 09:07 ask lead lea", "Mon 30.03. 09:12 choice"]);
        house.ends().await;
    });
}

/// What ends the waiting: words, a claim, a stop, an outcome.
#[test]
fn the_ladder_stops() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        for who in ["claimed", "closed", "stopped"] {
            house.hears("2026-03-04 09:00", who, wants_a_person()).await;
        }
        house.does("2026-03-04 09:01", "kim", "claimed", Deed::Claim).await;
        let say = Deed::Say { text: "Good morning".to_owned() };
        house.does("2026-03-04 09:01", "kim", "claimed", say).await;
        let lost = Deed::Lost { reason: "price".to_owned() };
        house.does("2026-03-04 09:01", "ben", "closed", lost).await;
        let stop = Event::Pressed { choice: ChoiceId::Intent("stop".into()), of_turn: None };
        house.hears("2026-03-04 09:01", "stopped", stop).await;
        house.until("2026-03-05 17:00").await;
        for (who, lines) in [("claimed", 3), ("closed", 2), ("stopped", 1)] {
            let log = house.log(who).await;
            assert_eq!(log.len(), lines, "{log:?}");
        }
        // Given back, the bot does not ask for a person again because it is stuck again.
        house.does("2026-03-05 17:00", "kim", "claimed", Deed::Release).await;
        for n in 0..4 {
            house.hears("2026-03-05 17:01", "claimed", words(&format!("qwrtz plmk {n}"))).await;
        }
        house.until("2026-03-09 17:00").await;
        let log = house.log("claimed").await;
        assert_eq!(log.last().unwrap(), "Thu 05.03. 17:00 kim release");
        house.ends().await;
    });
}

/// Kim sits in Graz, Ben in New York, whose clocks go forward three weeks earlier; each is asked in
/// their own hours. What came of it stands in the reports.
#[test]
fn who_is_asked_is_at_work_by_their_own_clock() {
    with_database(|database| async move {
        let mut house = House::start(&database, vienna("2026-03-04 09:00")).await;
        let york = Calendar {
            zone: Some("America/New_York".to_owned()),
            week: Some(read_week("mon-fri 08:00-12:00 13:00-17:00").unwrap()),
            holidays: vec![NaiveDate::from_ymd_opt(2026, 3, 10).unwrap()],
        };
        let york = Json::of(&york).unwrap();
        let lea =
            Calendar { week: Some(read_week("sun 10:00-11:00").unwrap()), ..Calendar::default() };
        let lea = Json::of(&lea).unwrap();
        let (now, db) = (house.now, house.replicas[0].0.clone());
        assert!(db.set_calendar(&"ben".into(), Some(&york), None, now).await.unwrap());
        assert!(db.set_calendar(&"lea".into(), Some(&lea), None, now).await.unwrap());
        assert!(!db.set_calendar(&"nobody".into(), None, None, now).await.unwrap());

        house.hears("2026-03-04 09:00", "early", wants_a_person()).await;
        house.until("2026-03-04 09:03").await;
        house.does("2026-03-04 09:04", "kim", "early", Deed::Claim).await;
        let say = Deed::Say { text: "Good morning".to_owned() };
        house.does("2026-03-04 09:05", "kim", "early", say).await;
        house.hears("2026-03-04 14:30", "late", wants_a_person()).await;
        house.until("2026-03-04 14:33").await;
        let away = Some(vienna("2026-03-11 00:00"));
        assert!(db.set_calendar(&"kim".into(), None, away, now).await.unwrap());
        // Eight in New York is 13:00 in Graz now, no more 14:00.
        house.until("2026-03-09 12:50").await;
        house.hears("2026-03-09 12:50", "shift", wants_a_person()).await;
        house.until("2026-03-09 13:00").await;
        house.hears("2026-03-09 13:00", "after", wants_a_person()).await;
        house.until("2026-03-09 13:03").await;
        house.until("2026-03-10 15:00").await;
        house.hears("2026-03-10 15:00", "holiday", wants_a_person()).await;
        house.until("2026-03-10 16:00").await;
        let mut asked = Vec::new();
        for who in ["early", "late", "shift", "after", "holiday"] {
            asked.push(house.log(who).await.get(1).cloned().unwrap_or_default());
        }
        let expected = [
            "Wed 04.03. 09:02 ask kim",
            "Wed 04.03. 14:32 ask ben",
            "Mon 09.03. 13:00 choice",
            "Mon 09.03. 13:02 ask ben",
            "Tue 10.03. 15:10 choice",
        ];
        assert_eq!(asked, expected);

        let alerts = db.list_alerts(now).await.unwrap();
        let told = report::speed(&alerts, Grouping::Rep, Tz::Europe__Vienna);
        let lines: Vec<(&str, usize, usize)> = told
            .iter()
            .map(|line| (line.group.as_str(), line.alerts, line.never_answered))
            .collect();
        assert_eq!(lines, [("kim", 1, 0), ("nobody", 4, 4)]);
        assert_eq!(told[0].to_claim.map(|spread| spread.median), Some(240));
        assert_eq!(told[0].to_words.map(|spread| spread.median), Some(60));
        let lost = Deed::NotForUs { reason: Unfit::WrongFit };
        house.does("2026-03-10 16:00", "ben", "holiday", lost).await;
        let yields = report::handoffs(&db.count_endings(now).await.unwrap(), Some("EUR"));
        assert_eq!(yields.iter().map(|line| line.alerts).sum::<i64>(), 5);
        assert!(yields.iter().any(|line| line.not_for_us.get("wrong_fit") == Some(&1)));
        house.ends().await;
    });
}

/// Random weeks in several zones, some days around a change of the clocks: the arithmetic agrees with
/// counting minute by minute, and never goes back.
#[test]
fn working_time_agrees_with_a_count_of_minutes() {
    let zones = [
        Tz::Europe__Vienna,
        Tz::America__New_York,
        Tz::Asia__Kolkata,
        Tz::Australia__Lord_Howe,
        Tz::America__St_Johns,
    ];
    let mut seen = 0;
    for seed in 0..400 {
        let mut rng = Rng::with_seed(seed);
        let zone = zones[rng.usize(..zones.len())];
        let mut week: [Vec<(NaiveTime, NaiveTime)>; 7] = Default::default();
        for day in &mut week {
            let mut marks: Vec<u32> = (0..4).map(|_| rng.u32(..1_440)).collect();
            marks.sort_unstable();
            marks.dedup();
            for pair in marks.chunks_exact(2).take(rng.usize(..3)) {
                let time = |m: u32| NaiveTime::from_hms_opt(m / 60, m % 60, 0).unwrap();
                day.push((time(pair[0]), time(pair[1])));
            }
        }
        // Changes of the clocks lie in late March, early April, October and November.
        let starts = [(2026, 3, 6), (2026, 3, 26), (2026, 4, 3), (2026, 10, 2), (2026, 10, 23)];
        let (year, month, day) = starts[rng.usize(..starts.len())];
        let first = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let holidays = [first + Duration::days(rng.i64(0..8))];
        let hours = Hours { zone, week: &week, holidays: &holidays };
        if week.iter().all(Vec::is_empty) {
            continue;
        }
        let since = first.and_time(NaiveTime::MIN).and_utc() + Duration::minutes(rng.i64(0..4_000));
        let wanted = rng.i64(0..600);
        let slow = |at: DateTime<Utc>| {
            use chrono::Datelike;
            let local = at.with_timezone(&zone).naive_local();
            let of_day = &week[local.weekday().num_days_from_monday() as usize];
            !holidays.contains(&local.date())
                && of_day.iter().any(|(from, to)| (*from..*to).contains(&local.time()))
        };
        let (mut counted, mut found, mut before) = (0, None, since);
        for minute in 0..8 * 1_440 {
            let at = since + Duration::minutes(minute);
            assert_eq!(hours.is_open(at), slow(at), "seed {seed}: {zone} {at}");
            if minute % 97 == 0 {
                assert_eq!(hours.between(since, at), Duration::minutes(counted), "seed {seed}");
                let due = hours.after(since, Duration::minutes(minute / 20));
                if let Some(due) = due {
                    assert!(due >= before, "seed {seed}: it goes back");
                    before = due;
                }
            }
            if slow(at) {
                if counted == wanted && found.is_none() {
                    found = Some(at);
                }
                counted += 1;
            }
        }
        if let Some(found) = found {
            let due = hours.after(since, Duration::minutes(wanted));
            assert_eq!(due, Some(found), "seed {seed}: {zone} {since} + {wanted} min");
            seen += 1;
        }
    }
    assert!(seen > 200, "only {seen} were compared");
}
