//! Telegram as a part of the running bot.

use std::sync::Arc;
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tracing::debug;

use crate::app::channel::{ChatChannel as _, Finding};
use crate::app::duty::Duty;
use crate::app::people::People;
use crate::app::pictures::Pictures;
use crate::app::topics::Topics;
use crate::channels::files::Shelves;
use crate::channels::telegram::doctor::{self, Way};
use crate::channels::telegram::hook::{self, Taken, Webhook};
use crate::channels::telegram::pace::Limits;
use crate::channels::telegram::poll::poll;
use crate::channels::telegram::receive::Receiver;
use crate::channels::telegram::{NoClient, Options, Telegram};
use crate::config::{self, Mode, Settings};
use crate::domain::ids::Channel;
use crate::http::{Answer, Hook};
use crate::store::{Db, StoreError};

use super::opened::Opened;
use crate::cli::house;
use crate::cli::running::Running;

/// Tries the account that is set up.
pub(super) async fn findings(settings: &Settings, set_up: &config::Telegram) -> Vec<Finding> {
    let telegram = match account(settings, set_up) {
        Ok(telegram) => telegram,
        Err(error) => {
            return vec![Finding::bad(
                "telegram",
                error.to_string(),
                "raise what this account may have of threads (`ulimit -u`), and start again",
            )];
        }
    };
    let way = match &set_up.mode {
        Mode::Polling => Way::Polling,
        Mode::Webhook { public_url } => Way::Webhook(public_url),
    };
    doctor::findings(&telegram, way).await
}

/// The account of ours on Telegram.
pub(in crate::cli) fn account(
    settings: &Settings,
    set_up: &config::Telegram,
) -> Result<Arc<Telegram>, NoClient> {
    let rep = settings.rep.as_ref().filter(|rep| rep.channel == Channel::Telegram);
    Telegram::new(Options {
        token: set_up.token.clone(),
        api_url: set_up.api_url.clone(),
        limits: Limits {
            chat_per_second: set_up.chat_per_second,
            group_per_minute: set_up.group_per_minute,
            total_per_second: set_up.total_per_second,
        },
        rep_chat: rep.map(|rep| rep.chat.clone()),
        team_chats: super::team_chats(settings, Channel::Telegram),
        topics: settings.rep.as_ref().is_some_and(|rep| rep.topics),
        pictures: Pictures::of(&settings.scripts),
    })
}

/// Opens the account for the running bot.
pub(super) fn open(
    running: &Running,
    settings: &Settings,
    set_up: &config::Telegram,
    shelves: &Shelves,
) -> Opened {
    let telegram = match account(settings, set_up) {
        Ok(telegram) => telegram,
        Err(error) => return Opened::off("telegram", &error.to_string()),
    };
    telegram.shares(shelves);
    if settings.rep.as_ref().is_some_and(|rep| rep.topics) {
        let (clock, account) = (house::clock(), telegram.account());
        telegram.has_topics(Topics::new(&running.db, clock, Channel::Telegram, account));
    }
    running.deliver(telegram.clone());
    running.spawn(remember_moves(running.db.clone(), telegram.clone(), running.stop.clone()));
    let people = People::new(&running.db, running.stop.clone());
    let receiver = Receiver::new(
        telegram.clone(),
        running.turns.clone(),
        people,
        running.reps.clone(),
        running.editions.clone(),
    );
    let mut opened = Opened {
        name: "telegram",
        told: format!("bot {} by polling", telegram.account()),
        wellness: Some(telegram.wellness()),
        hook: None,
    };
    match &set_up.mode {
        Mode::Polling => {
            running.spawn(telegram.clone().greet(running.stop.clone()));
            let name = format!("poll/telegram/{}", telegram.account());
            let duty = Duty::new(&running.db, name, running.stop.clone());
            running.spawn(async move { duty.run(|held| poll(receiver.clone(), held)).await });
        }
        Mode::Webhook { public_url } => {
            let webhook = Webhook::new(receiver, public_url, set_up.secret.clone());
            running.spawn(webhook.clone().keep_registered(running.stop.clone()));
            let path = hook::path(&telegram);
            opened.told = format!("bot {} by webhook, {public_url}{path}", telegram.account());
            opened.hook = Some(Hook::new(path, hook::HEADER, hook::LIMIT, move |shown, body| {
                let webhook = webhook.clone();
                async move {
                    match webhook.take(shown.as_deref(), &body).await {
                        Taken::Stored => Answer::Taken,
                        Taken::Stranger => Answer::Refused,
                        Taken::Nonsense => Answer::Unreadable,
                        Taken::Again => Answer::Again,
                    }
                }
            }));
        }
    }
    opened
}

/// Uses the ids that groups of reps have by now, and remembers when one gets another.
async fn remember_moves(db: Db, telegram: Arc<Telegram>, stop: CancellationToken) {
    let mut moves = telegram.moves();
    let mut known = false;
    while !stop.is_cancelled() {
        if let Err(error) = remember(&db, &telegram, &mut known).await {
            debug!(%error, "where a group of reps went is remembered later");
            tokio::time::sleep(Duration::from_millis(500)).await;
            continue;
        }
        tokio::select! {
            _ = moves.changed() => {}
            () = stop.cancelled() => {}
        }
    }
}

async fn remember(db: &Db, telegram: &Telegram, known: &mut bool) -> Result<(), StoreError> {
    let account = (Channel::Telegram, telegram.account());
    if !*known {
        for chat in telegram.rep_chats() {
            let moved = db.find_moved_chat(account.0, account.1, chat).await?;
            if let (Ok(from), Some(Ok(to))) = (chat.parse(), moved.map(|to| to.parse())) {
                telegram.has_moved(from, to);
            }
        }
        *known = true;
    }
    let told = telegram.moves().borrow().clone();
    for (from, to) in told {
        let now = house::clock().now();
        db.put_moved_chat(account, &from.to_string(), &to.to_string(), now).await?;
    }
    Ok(())
}
