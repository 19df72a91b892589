//! A talk in the terminal: lines in, replies out, for people and for pipes.

use std::io::{BufRead as _, IsTerminal as _, Write};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use rustyline::ExternalPrinter;
use rustyline::error::ReadlineError;
use sha2::{Digest as _, Sha256};
use tokio::sync::{mpsc, watch};

use crate::app::clock::Clock as _;
use crate::app::turns::{Receipt, Turns};
use crate::channels::terminal::{Look, Out, Terminal, picked};
use crate::domain::along::Along;
use crate::domain::contact::Identity;
use crate::domain::event::{Event, Incoming};
use crate::domain::ids::{AccountId, CampaignId, Locale};

use super::clock::SystemClock;
use super::running::Running;

/// After this long without an answer a word says that we wait.
const WORD: Duration = Duration::from_secs(3);
/// The name of somebody who gave none.
pub(super) const NOBODY: &str = "you";

/// Who talks at this terminal, and how they came.
pub(super) struct Visitor {
    /// Their name; the same name goes on with the same talk.
    pub name: String,
    /// What the terminal says about their language.
    pub locale: Option<Locale>,
    /// The campaign that brought them.
    pub campaign: Option<CampaignId>,
}

/// One talk in this terminal.
pub(super) struct Console {
    terminal: Arc<Terminal>,
    identity: Identity,
    visitor: Visitor,
    turns: Turns,
    settled: watch::Receiver<u64>,
    last_update: i64,
}

impl Console {
    /// Opens the terminal as a channel of the running bot.
    pub(super) fn open(running: &Running, visitor: Visitor, out: Out) -> Self {
        let account = account_of(&visitor.name);
        let terminal = Terminal::new(account, Look::Chat, 78, out);
        let settled = running.deliver(terminal.clone());
        let identity = terminal.identity(&visitor.name.to_lowercase());
        Self { terminal, identity, visitor, turns: running.turns.clone(), settled, last_update: 0 }
    }

    /// What was committed earlier and has not been printed comes first; then the campaign's words.
    pub(super) async fn begin(&mut self) -> anyhow::Result<()> {
        self.settle().await;
        if let Some(campaign) = self.visitor.campaign.take() {
            self.take(Event::Start { campaign: Some(campaign) }).await?;
        }
        Ok(())
    }

    /// One line of the visitor, through the whole durable path, until its replies are printed.
    pub(super) async fn hear(&mut self, line: &str) -> anyhow::Result<()> {
        let text = line.replace('\0', "");
        if text.trim().is_empty() {
            return Ok(());
        }
        let options = self.terminal.shown().borrow().options.clone();
        let event = match picked(&text, &options) {
            Some(choice) => Event::Pressed { choice, of_turn: None },
            None => Event::Said { text },
        };
        self.take(event).await
    }

    async fn take(&mut self, event: Event) -> anyhow::Result<()> {
        let now = SystemClock.now();
        // A number of its own for each line, also when the clock stands still.
        self.last_update = now.timestamp_micros().max(self.last_update + 1);
        let name = (self.visitor.name != NOBODY).then(|| self.visitor.name.clone());
        let incoming = Incoming {
            identity: self.identity.clone(),
            update_id: self.last_update,
            message: None,
            name,
            handle: None,
            locale_hint: self.visitor.locale.clone(),
            along: Along::default(),
            event,
            at: now,
        };
        let turns = self.turns.clone();
        let taken = turns.take(incoming);
        tokio::pin!(taken);
        let receipt = tokio::select! {
            receipt = &mut taken => receipt,
            () = tokio::time::sleep(WORD) => {
                self.terminal.print("  (the database does not answer; your line waits and is not lost)");
                taken.await
            }
        };
        let receipt = receipt.context("the line was not taken")?;
        debug_assert!(matches!(
            receipt,
            Receipt::Committed(_) | Receipt::Duplicate | Receipt::Muted
        ));
        self.settle().await;
        Ok(())
    }

    /// Waits until everything committed so far has been printed.
    async fn settle(&mut self) {
        let committed = *self.turns.commits().borrow();
        let mut settled = self.settled.clone();
        let done = settled.wait_for(|seen| *seen >= committed);
        tokio::pin!(done);
        tokio::select! {
            _ = &mut done => return,
            () = tokio::time::sleep(WORD) => {}
        }
        self.terminal.print(&format!(
            "  (the reply waits: another terminal may be open as {:?}, or the database is away)",
            self.visitor.name
        ));
        // An error means that the sender ended with the process.
        let _ended = done.await;
    }
}

/// The channel account of a terminal: one for each name, but not the name itself, since accounts
/// stand in logs and leases.
pub(super) fn account_of(name: &str) -> AccountId {
    let hash = Sha256::digest(name.trim().to_lowercase().as_bytes());
    let hex: String = hash.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    AccountId::from(hex)
}

/// Talks until the input ends or the process is told to stop.
pub(super) async fn talk(running: &Running, visitor: Visitor) -> anyhow::Result<()> {
    let stop = running.stop.clone();
    if !std::io::stdin().is_terminal() {
        let mut console = Console::open(running, visitor, Box::new(std::io::stdout()));
        let mut lines = piped_lines();
        console.begin().await?;
        loop {
            let line = tokio::select! {
                line = lines.recv() => line,
                () = stop.cancelled() => None,
            };
            let Some(line) = line else { return Ok(()) };
            console.hear(&line).await?;
        }
    }
    let mut prompt = Prompt::open()?;
    let out = prompt.printer()?;
    let mut console = Console::open(running, visitor, out);
    console.begin().await?;
    loop {
        let line = tokio::select! {
            line = prompt.line() => line,
            () = stop.cancelled() => None,
        };
        let Some(line) = line else { return Ok(()) };
        console.hear(&line).await?;
    }
}

/// Lines of a pipe, read on a thread of their own, since a read cannot be called off. A line that
/// is not UTF-8 is taken as far as it can be read.
pub(super) fn piped_lines() -> mpsc::Receiver<String> {
    let (lines, received) = mpsc::channel(64);
    std::thread::spawn(move || {
        let mut stdin = std::io::stdin().lock();
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            match stdin.read_until(b'\n', &mut bytes) {
                Ok(0) | Err(_) => return,
                Ok(_) => {}
            }
            let line = String::from_utf8_lossy(&bytes);
            let line = line.trim_end_matches(['\n', '\r']).to_owned();
            if lines.blocking_send(line).is_err() {
                return;
            }
        }
    });
    received
}

/// A prompt with line editing, on a thread of its own.
struct Prompt {
    lines: mpsc::Receiver<String>,
    more: std::sync::mpsc::Sender<()>,
    printer: Option<Out>,
}

impl Prompt {
    fn open() -> anyhow::Result<Self> {
        let mut editor = rustyline::DefaultEditor::new()
            .context("opening the terminal (lines can be piped in, too)")?;
        let printer = editor
            .create_external_printer()
            .context("opening the terminal (lines can be piped in, too)")?;
        let (sender, lines) = mpsc::channel(1);
        let (more, asked) = std::sync::mpsc::channel::<()>();
        std::thread::spawn(move || {
            while asked.recv().is_ok() {
                match editor.readline("> ") {
                    Ok(line) => {
                        // History is a comfort; without it the talk goes on.
                        let _kept = editor.add_history_entry(&line);
                        if sender.blocking_send(line).is_err() {
                            return;
                        }
                    }
                    Err(ReadlineError::Interrupted | ReadlineError::Eof) => return,
                    Err(error) => {
                        tracing::warn!(%error, "the terminal cannot be read");
                        return;
                    }
                }
            }
        });
        Ok(Self { lines, more, printer: Some(Box::new(Printer::new(printer))) })
    }

    fn printer(&mut self) -> anyhow::Result<Out> {
        self.printer.take().context("the printer was taken already")
    }

    async fn line(&mut self) -> Option<String> {
        // The thread ends with the input; then `recv` tells.
        let _ended = self.more.send(());
        self.lines.recv().await
    }
}

/// Prints above the prompt, a flush at a time.
struct Printer<P> {
    printer: P,
    pending: Vec<u8>,
}

impl<P: ExternalPrinter> Printer<P> {
    fn new(printer: P) -> Self {
        Self { printer, pending: Vec::new() }
    }
}

impl<P: ExternalPrinter> Write for Printer<P> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.pending.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let text = String::from_utf8_lossy(&std::mem::take(&mut self.pending)).into_owned();
        self.printer.print(text).map_err(std::io::Error::other)
    }
}
