//! One talk from the first question to the sale, as both sides saw it: somebody in German on Telegram, two
//! reps on Discord who reach for the card at once, an edit, a photo, notes, a "later", the way back to the bot
//! and the sale. Written down in `docs/story.md` from what the fakes really showed; the test fails when that
//! file is not what the run gives.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Duration;

use chrono::Utc;
use docent::domain::desk::Rep;
use docent::domain::ids::Channel;
use serde_json::{Value, json};
use sqlx::PgConnection;
use tokio::time::{Instant, sleep};

use super::discord::bot::{Bot, Home};
use super::discord::fake::{Fake as Discord, buttons};
use super::discord::world::{BOT, REPS};
use super::telegram::fake::{Fake as Telegram, TOKEN};
use crate::support::with_database;

/// Set to write the file anew.
const REWRITE: &str = "DOCENT_TEST_REWRITE";
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/story.md");
const ANN: i64 = 7;
/// How long nothing must change, and nothing wait to be sent, until a step is over.
const QUIET: Duration = Duration::from_millis(700);
const LONGEST: Duration = Duration::from_secs(20);

/// What the bot shows, by place and message.
type Shown = BTreeMap<(usize, u64), String>;

/// The places, in the order in which a step tells of them.
const PLACES: [&str; 3] = ["Ann, on Telegram", "the reps' channel, on Discord", "the thread"];

struct Story {
    telegram: Telegram,
    discord: Discord,
    db: PgConnection,
    /// Kim and Ben; whoever wins the race stands first.
    reps: [(&'static str, u64); 2],
    thread: Option<u64>,
    last: Shown,
    signs: usize,
    text: String,
}

impl Story {
    /// Everything that the bot shows now.
    fn look(&self) -> Shown {
        let mut shown = Shown::new();
        for message in self.telegram.state().messages.iter().filter(|m| m.chat == ANN) {
            let file = message.shows.as_ref().map(|shows| format!("[{shows}]"));
            let labels = message.buttons.iter().map(|(label, _)| label.as_str());
            let id = u64::try_from(message.id).expect("an id");
            shown.insert((0, id), lines(&message.text, file, &labels.collect::<Vec<_>>()));
        }
        let world = self.discord.world();
        let us = BOT.to_string();
        for (place, channel) in [(1, Some(REPS)), (2, self.thread)] {
            let there =
                channel.and_then(|channel| world.channels.get(&channel)).into_iter().flatten();
            for message in there.filter(|message| message["author"]["id"] == us.as_str()) {
                let id = message["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
                let file = message["attachments"].as_array().filter(|files| !files.is_empty());
                let file =
                    file.map(|files| format!("[{}]", files[0]["filename"].as_str().unwrap_or("?")));
                let made = buttons(message);
                let labels = made.iter().filter_map(|button| button["label"].as_str());
                let words = message["content"].as_str().unwrap_or_default();
                shown.insert((place, id), lines(words, file, &labels.collect::<Vec<_>>()));
            }
        }
        shown
    }

    /// Waits until all that follows from a step is there, and tells of it.
    async fn tell(&mut self, step: &str) {
        let until = Instant::now() + LONGEST;
        let (mut current, mut since) = (self.look(), Instant::now());
        while since.elapsed() < QUIET || self.waits().await {
            assert!(Instant::now() < until, "{step}: it never came to rest");
            sleep(Duration::from_millis(20)).await;
            let now = self.look();
            if now != current {
                (current, since) = (now, Instant::now());
            }
        }
        let _infallible = write!(self.text, "\n**{step}**\n");
        for (place, name) in PLACES.iter().enumerate() {
            let there = current.iter().filter(|((at, _), _)| *at == place);
            for (key, words) in there {
                let what = match self.last.get(key) {
                    None => "",
                    Some(before) if before != words => " (changed)",
                    Some(_) => continue,
                };
                let quoted = words.replace('\n', "\n> ");
                let _infallible = write!(self.text, "\n*{name}*{what}\n\n> {quoted}\n");
            }
        }
        let signs: Vec<String> = {
            let world = self.discord.world();
            world.signs.iter().skip(self.signs).map(|(_, sign)| sign_of(sign)).collect()
        };
        self.signs += signs.len();
        if !signs.is_empty() {
            let _infallible =
                write!(self.text, "\n*a sign at what was written:* {}\n", signs.join(" "));
        }
        self.last = current;
    }

    async fn waits(&mut self) -> bool {
        // A sign at a rep's words is on its way from the next look at them on.
        let open = "SELECT (SELECT count(*) FROM outbox WHERE done_at IS NULL)
            + (SELECT count(*) FROM rep_acts WHERE unmarked)";
        let open: i64 = sqlx::query_scalar(open).fetch_one(&mut self.db).await.expect("the outbox");
        open > 0
    }

    async fn ann(&mut self, words: &str) {
        self.telegram.says(ANN, "de", words);
        self.tell(&format!("Ann writes: {words}")).await;
    }

    /// A rep writes in the thread.
    async fn writes(&mut self, rep: usize, words: &str) -> u64 {
        let (name, user) = self.reps[rep];
        let id = self.discord.writes_in(user, self.thread.expect("a thread"), words);
        self.tell(&format!("{name} writes: {words}")).await;
        id
    }

    /// What only whoever pressed can read.
    async fn told(&self, press: u64) -> String {
        let answer = self.discord.answer(press).await;
        answer["data"]["content"].as_str().unwrap_or_default().replace('\n', "\n> ")
    }

    /// Both press at the same moment; whoever wins is told of as Kim.
    async fn race(&mut self) {
        let presses = self.reps.map(|(_, rep)| self.discord.presses_in(rep, REPS, "desk.claim"));
        let mut told = [self.told(presses[0]).await, self.told(presses[1]).await];
        if told[1].contains("is yours") {
            self.reps.swap(0, 1);
            told.swap(0, 1);
        }
        assert!(told[0].contains("is yours") && told[1].contains("has this talk"), "{told:?}");
        let card = {
            let world = self.discord.world();
            let card = world.channels[&REPS].first().expect("the card");
            card["id"].as_str().and_then(|id| id.parse().ok()).expect("an id")
        };
        self.thread = Some(card);
        self.discord.message_in(card, 1).await;
        let [(won, _), (lost, _)] = self.reps;
        self.tell(&format!("{won} and {lost} press *Claim* at the same moment")).await;
        for (name, told) in [won, lost].iter().zip(&told) {
            let _infallible = write!(self.text, "\n*only {name} reads*\n\n> {told}\n");
        }
    }
}

/// A message in lines, with what is under it.
fn lines(words: &str, file: Option<String>, labels: &[&str]) -> String {
    let mut lines: Vec<String> = file.into_iter().collect();
    lines.push(words.to_owned());
    if !labels.is_empty() {
        lines.push(labels.iter().map(|label| format!("`{label}`")).collect::<Vec<_>>().join(" "));
    }
    lines.join("\n")
}

fn sign_of(sign: &str) -> String {
    match sign {
        "%E2%9C%85" => "✅".to_owned(),
        "%F0%9F%93%9D" => "📝".to_owned(),
        other => other.to_owned(),
    }
}

/// The times of the run and who happened to win are no part of the story.
fn settled(text: &str, winner: &str) -> String {
    let names = if winner == "Ben" {
        text.replace("Kim", "\u{1}").replace("Ben", "Kim").replace('\u{1}', "Ben")
    } else {
        text.to_owned()
    };
    let named = names.replace("Visitor 7", "Ann");
    let clock = regex::Regex::new(r"\b\d{1,2}:\d{2}\b").expect("a pattern");
    let timed = clock.replace_all(&named, "--:--").into_owned();
    // Two hours on it may be another day, and each run has a day of its own.
    let reminder = regex::Regex::new(r"(Reminder|reminded): [^\n]+").expect("a pattern");
    let timed = reminder.replace_all(&timed, "$1: --:--");
    // Interest fades from the first second on, and is rounded down.
    let fading = regex::Regex::new(r"(fit \d+, interest )\d+").expect("a pattern");
    let timed = fading.replace_all(&timed, "${1}…");
    let day = regex::Regex::new(r"(🏁 [^\n]+ · \p{L}+, )[^\n]+").expect("a pattern");
    let timed = day.replace_all(&timed, "${1}today");
    // As the app shows the link to a thread.
    let link = regex::Regex::new(r"<#\d+>").expect("a pattern");
    link.replace_all(&timed, "#💬 Ann").into_owned()
}

/// The story is the same on every day and at every hour.
fn is_always_open(home: &Home) {
    let (hours, always) =
        (r#"{ mon-fri: "08:00-17:00", sat: "09:00-12:00" }"#, r#"{ mon-sun: "00:00-23:59" }"#);
    home.changes("dialogs/bot.yaml", hours, always);
    let file = home.path().join("dialogs/bot.yaml");
    let script = std::fs::read_to_string(&file).expect("the script");
    let plain = |line: &&str| !line.starts_with("  - 20") && *line != "holidays:";
    let script: Vec<&str> = script.lines().filter(plain).collect();
    std::fs::write(file, script.join("\n")).expect("it can be written");
}

#[test]
fn the_story_is_told_as_it_is_written() {
    with_database(|database| async move {
        let db = database.connect().await;
        let (home, discord, telegram) =
            (Home::make(), Discord::start().await, Telegram::start().await);
        is_always_open(&home);
        discord.world().flags = 1 << 18;
        telegram.state().hasty = true;
        let reps = ["Kim", "Ben"].map(|name| (name, discord.person(name)));
        for (name, user) in reps {
            let rep = Rep {
                id: name.to_lowercase().as_str().into(),
                name: name.to_owned(),
                channel: Channel::Discord,
                user: user.to_string(),
                team: "sales".to_owned(),
                leads: false,
                languages: Vec::new(),
            };
            db.put_rep(&rep, Utc::now()).await.unwrap();
        }
        let settings = [
            ("DOCENT_TELEGRAM_TOKEN", TOKEN.to_owned()),
            ("DOCENT_TELEGRAM_API_URL", telegram.url.clone()),
            ("DOCENT_REP_CHANNEL", "discord".to_owned()),
            ("DOCENT_REP_CHAT", REPS.to_string()),
        ];
        let _bot = Bot::start_with(&home, &database.url, &discord, &settings).await;
        discord.is_heard().await;
        let plain = database.plain().await;
        let (thread, last, text) = (None, Shown::new(), String::new());
        let mut story = Story { telegram, discord, db: plain, reps, thread, last, signs: 0, text };

        story.ann("Guten Tag, wie viel kostet der Brotbote?").await;
        story.ann("Ich möchte mit einem Menschen sprechen").await;
        story.race().await;
        let kim = story.reps[0].0;
        story.ann("Wir sind eine Bäckerei und brauchen acht Räder").await;
        let price = story.writes(0, "Guten Tag! Acht Brotboten kosten zusammen 30.000 €.").await;
        let (thread, right) =
            (story.thread.unwrap(), "Guten Tag! Acht Brotboten kosten zusammen 38.000 €.");
        story.discord.edits(thread, price, right);
        story.tell(&format!("{kim} edits it: {right}")).await;
        let photo = [("hof.jpg", "image/jpeg", 3_000)];
        story.discord.shares(
            (story.reps[0].1, thread),
            "So stehen sie in unserem Hof.",
            &photo,
            &Value::Null,
        );
        story.tell(&format!("{kim} sends a photo: So stehen sie in unserem Hof.")).await;
        let file = json!({ "file_id": "g1", "file_unique_id": "g1", "file_size": 2_000 });
        story.telegram.keeps("g1", "photo.jpg", 2_000);
        let photo = json!({ "photo": [file], "caption": "Und das ist unsere Garage" });
        story.telegram.hears(ANN, "de", photo);
        story.tell("Ann sends a photo: Und das ist unsere Garage").await;
        story.writes(1, "Passen acht Stück da hinein?").await;
        story.writes(0, "!note Sie entscheidet mit ihrem Mann").await;
        story.writes(0, "!later 2h").await;
        story.writes(0, "!bot").await;
        story.ann("Wie schwer ist der Brotbote eigentlich?").await;
        story.writes(0, "!claim").await;
        story.ann("Wir nehmen die acht Räder!").await;
        story.writes(0, "Das freut mich. Der Vertrag kommt heute noch.").await;
        story.writes(0, "!won 38.000 EUR").await;

        let now = format!(
            "# A talk as both sides saw it\n\n\
             Made by a run of `tests/it/channels/story.rs`: the whole program between strict fakes of Telegram and \
             Discord. Ann asks in German on Telegram; Kim and Ben are reps on Discord. Each step shows what the \
             bot then showed, and where. Times of day are left out. `{REWRITE}=1` writes this file anew.\n{}",
            settled(&story.text, kim)
        );
        db.close().await;
        let offences = story.telegram.state().offences.clone();
        assert!(offences.is_empty(), "{offences:?}");
        story.discord.is_content();
        if std::env::var_os(REWRITE).is_some() {
            std::fs::write(FILE, &now).expect("docs/story.md is written");
        }
        let kept = std::fs::read_to_string(FILE).unwrap_or_default();
        for (was, is) in kept.lines().zip(now.lines()) {
            assert_eq!(was, is, "docs/story.md is out of date; {REWRITE}=1 writes it anew");
        }
        assert_eq!(
            kept.len(),
            now.len(),
            "docs/story.md is out of date; {REWRITE}=1 writes it anew"
        );
    });
}
