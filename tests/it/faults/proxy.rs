//! A proxy on the database's socket that kills the bot, or cuts its connection, at an exact
//! point of an exact statement.
//!
//! It forwards every byte unchanged. Messages of a client are held until their group is whole, so
//! that the server gets a statement as a whole or not at all; an answer is held until it is whole
//! when a trap waits for it.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rustix::process::{Pid, Signal, kill_process};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream, UnixStream, tcp, unix};
use tokio::sync::Notify;
use tokio::task::{AbortHandle, JoinSet};

use super::wire::{Message, Splitter, Statement, Statements, ends_group, is_answered, wants_tls};

/// Where in the life of a statement the fault falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Point {
    /// The server never sees the statement.
    BeforeForward,
    /// The server has it, and nobody waits for the answer.
    AfterForward,
    /// The server has answered, and the bot never hears.
    BeforeAnswer,
}

impl Point {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::BeforeForward, Self::AfterForward, Self::BeforeAnswer];
}

/// Whom to kill, and when. The connection is cut in any case.
#[derive(Clone, Copy, Debug)]
pub struct Trap {
    pub statement: Statement,
    pub point: Point,
    /// How many occasions are let pass first.
    pub skip: usize,
    pub victim: Option<Pid>,
}

/// A listening proxy; it ends when dropped.
pub struct Proxy {
    /// Where the bot finds its database.
    pub port: u16,
    shared: Arc<Shared>,
    accepting: AbortHandle,
}

struct Shared {
    socket: PathBuf,
    trap: Mutex<Option<Trap>>,
    /// A claim is worth a trap only when something was committed since the last one.
    committed: AtomicBool,
    /// Connections of a client that is gone stay open at the server, as when a machine is lost.
    holds: AtomicBool,
    let_go: Notify,
}

impl Proxy {
    /// Starts one before a server's socket.
    pub async fn start(socket: PathBuf) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let port = listener.local_addr().expect("the port has a number").port();
        let shared = Arc::new(Shared {
            socket,
            trap: Mutex::default(),
            committed: AtomicBool::new(false),
            holds: AtomicBool::new(false),
            let_go: Notify::new(),
        });
        let accepting = tokio::spawn(accept(listener, shared.clone())).abort_handle();
        Self { port, shared, accepting }
    }

    /// Sets the trap; it springs once.
    pub fn arm(&self, trap: Trap) {
        self.shared.committed.store(false, Ordering::Relaxed);
        *self.shared.trap.lock().unwrap_or_else(PoisonError::into_inner) = Some(trap);
    }

    /// Whether no trap is set any more.
    pub fn has_sprung(&self) -> bool {
        self.shared.trap.lock().unwrap_or_else(PoisonError::into_inner).is_none()
    }

    /// From now on the server does not hear that a client is gone.
    pub fn hold(&self) {
        self.shared.holds.store(true, Ordering::Relaxed);
    }

    /// The server hears it.
    pub fn let_go(&self) {
        self.shared.holds.store(false, Ordering::Relaxed);
        self.shared.let_go.notify_waiters();
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    while let Ok((client, _)) = listener.accept().await {
        let shared = shared.clone();
        // A connection that breaks is what the rig is for.
        connections.spawn(async move { drop(serve(client, shared).await) });
        while connections.try_join_next().is_some() {}
    }
}

impl Shared {
    /// Kills the bot if this is the point; what was held is then never passed on.
    fn springs(&self, statement: Statement, point: Point, rows: usize) -> bool {
        let committed = match (statement, point) {
            (Statement::Commit, Point::BeforeAnswer) => {
                self.committed.swap(true, Ordering::Relaxed);
                true
            }
            // An empty claim is no occasion.
            (Statement::Claim, Point::BeforeAnswer) => rows > 0,
            (Statement::Claim, Point::BeforeForward) => self.committed.load(Ordering::Relaxed),
            (Statement::Claim, Point::AfterForward) => {
                self.committed.swap(false, Ordering::Relaxed)
            }
            _ => true,
        };
        let mut trap = self.trap.lock().unwrap_or_else(PoisonError::into_inner);
        match trap.as_mut() {
            Some(set) if set.statement == statement && set.point == point && committed => {
                if set.skip > 0 {
                    set.skip -= 1;
                    return false;
                }
                if let Some(victim) = set.victim {
                    // Gone already: then another fault was faster.
                    let _gone = kill_process(victim, Signal::KILL);
                }
                *trap = None;
                true
            }
            _ => false,
        }
    }
}

/// What the server still has to answer, in order.
type Asked = Mutex<VecDeque<Option<Statement>>>;

async fn serve(client: TcpStream, shared: Arc<Shared>) -> io::Result<()> {
    client.set_nodelay(true)?;
    let server = UnixStream::connect(&shared.socket).await?;
    let (from_client, to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let asked = Asked::default();
    tokio::select! {
        done = ask(from_client, &mut to_server, &shared, &asked) => {
            if shared.holds.load(Ordering::Relaxed) {
                shared.let_go.notified().await;
            }
            done
        }
        done = answer(&mut from_server, to_client, &shared, &asked) => done,
    }
}

async fn ask(
    mut client: tcp::OwnedReadHalf,
    server: &mut unix::OwnedWriteHalf,
    shared: &Shared,
    asked: &Asked,
) -> io::Result<()> {
    let mut splitter = Splitter::client();
    let mut statements = Statements::default();
    let (mut group, mut runs) = (Vec::new(), None);
    let mut bytes = vec![0; 64 * 1024];
    loop {
        match client.read(&mut bytes).await? {
            0 => return Ok(()),
            read => splitter.push(&bytes[..read]),
        }
        while let Some(message) = splitter.next() {
            if wants_tls(&message) {
                return Err(io::Error::other("the rig's address says sslmode=disable"));
            }
            runs = statements.runs(&message).or(runs);
            group.extend_from_slice(&message.bytes);
            if !ends_group(&message) {
                continue;
            }
            if let Some(statement) = runs
                && shared.springs(statement, Point::BeforeForward, 0)
            {
                return Ok(());
            }
            if is_answered(&message) {
                asked.lock().unwrap_or_else(PoisonError::into_inner).push_back(runs);
            }
            server.write_all(&group).await?;
            if let Some(statement) = runs.take()
                && shared.springs(statement, Point::AfterForward, 0)
            {
                return Ok(());
            }
            group.clear();
        }
    }
}

async fn answer(
    server: &mut unix::OwnedReadHalf,
    mut client: tcp::OwnedWriteHalf,
    shared: &Shared,
    asked: &Asked,
) -> io::Result<()> {
    let mut splitter = Splitter::server();
    let mut answer = Vec::new();
    let (mut rows, mut refused) = (0, false);
    let mut bytes = vec![0; 64 * 1024];
    loop {
        match server.read(&mut bytes).await? {
            0 => return Ok(()),
            read => splitter.push(&bytes[..read]),
        }
        while let Some(Message { letter, bytes }) = splitter.next() {
            answer.extend_from_slice(&bytes);
            match letter {
                b'D' => rows += 1,
                b'E' => refused = true,
                _ => {}
            }
            let statement = {
                let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
                if letter == b'Z' { asked.pop_front().flatten() } else { None }
            };
            if let Some(statement) = statement.filter(|_| !refused)
                && shared.springs(statement, Point::BeforeAnswer, rows)
            {
                return Ok(());
            }
            if letter == b'Z' {
                (rows, refused) = (0, false);
            }
        }
        // What is not a whole answer to one of ours need not wait.
        let ours = {
            let asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
            asked.front().copied().flatten().is_some()
        };
        if !ours {
            client.write_all(&std::mem::take(&mut answer)).await?;
        }
    }
}
