//! `docent chat --json`: the terminal channel for programs, as JSON lines.
//!
//! In, one update a line: `{"update": 7, "from": "ann", "text": "hi"}`, with `press` (a choice such
//! as `option.talk`) or `start` (a campaign, or null) in place of `text`, and `name` and `locale`
//! where known. Out: `{"event": "acknowledged", "update": 7, ...}` once the update is committed,
//! `{"event": "delivered", ...}` for each reply, `{"event": "refused", ...}` for a line that cannot
//! be read. An update that was not acknowledged is to be sent again under the same number.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tokio_util::task::TaskTracker;

use crate::app::clock::Clock as _;
use crate::app::turns::Receipt;
use crate::channels::terminal::{Look, Terminal};
use crate::domain::along::Along;
use crate::domain::event::{Event, Incoming};
use crate::domain::ids::{CampaignId, Locale};

use super::clock::SystemClock;
use super::console::{account_of, piped_lines};
use super::running::Running;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UpdateLine {
    update: i64,
    from: String,
    name: Option<String>,
    locale: Option<String>,
    text: Option<String>,
    press: Option<String>,
    #[serde(default, deserialize_with = "given")]
    start: Option<Option<String>>,
}

/// Tells `"start": null` from no `start`.
fn given<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<Option<String>>, D::Error> {
    Option::deserialize(d).map(Some)
}

#[derive(Serialize)]
struct ReceiptLine<'a> {
    event: &'static str,
    update: i64,
    from: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    turn: Option<i64>,
}

#[derive(Serialize)]
struct RefusalLine {
    event: &'static str,
    line: usize,
    reason: String,
}

/// Talks JSON lines until the input ends.
pub(super) async fn talk(running: &Running, account: &str) -> anyhow::Result<()> {
    let terminal = Terminal::new(account_of(account), Look::Lines, 78, Box::new(std::io::stdout()));
    let mut settled = running.deliver(terminal.clone());
    let mut lines = piped_lines();
    let pending = TaskTracker::new();
    let mut number = 0;
    loop {
        let line = tokio::select! {
            line = lines.recv() => line,
            () = running.stop.cancelled() => None,
        };
        let Some(line) = line else { break };
        number += 1;
        match incoming(&line, &terminal) {
            Ok(incoming) => {
                let (update, from) = (incoming.update_id, incoming.identity.external_id.clone());
                let Ok(receipt) = running.turns.enqueue(incoming).await else { break };
                let terminal = terminal.clone();
                pending.spawn(async move {
                    let (event, turn) = match receipt.await {
                        Ok(Ok(Receipt::Committed(turn))) => ("acknowledged", Some(turn)),
                        Ok(Ok(Receipt::Duplicate | Receipt::Muted)) => ("acknowledged", None),
                        Ok(Err(_)) | Err(_) => return,
                    };
                    tell(&terminal, &ReceiptLine { event, update, from: &from, turn });
                });
            }
            Err(reason) => tell(&terminal, &RefusalLine { event: "refused", line: number, reason }),
        }
    }
    pending.close();
    pending.wait().await;
    let committed = *running.turns.commits().borrow();
    tokio::select! {
        _ = settled.wait_for(|seen| *seen >= committed) => {}
        () = running.stop.cancelled() => {}
    }
    Ok(())
}

fn tell(terminal: &Arc<Terminal>, line: &impl Serialize) {
    match serde_json::to_string(line) {
        Ok(line) => terminal.print(&line),
        Err(error) => tracing::error!(%error, "a line has no JSON form"),
    }
}

fn incoming(line: &str, terminal: &Terminal) -> Result<Incoming, String> {
    let read: UpdateLine = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let clean = |text: String| text.replace('\0', "");
    let event = match (read.text, read.press, read.start) {
        (Some(text), None, None) => Event::Said { text: clean(text) },
        (None, Some(choice), None) => Event::Pressed {
            choice: choice.parse().map_err(|error| format!("{error}"))?,
            of_turn: None,
        },
        (None, None, Some(campaign)) => Event::Start { campaign: campaign.map(CampaignId::from) },
        _ => return Err("an update has one of `text`, `press` and `start`".to_owned()),
    };
    Ok(Incoming {
        identity: terminal.identity(&clean(read.from)),
        update_id: read.update,
        message: None,
        name: read.name.map(clean),
        handle: None,
        locale_hint: read.locale.map(Locale::from),
        along: Along::default(),
        event,
        at: SystemClock.now(),
    })
}
