//! As much of Postgres's wire protocol as the proxy must understand: where a message ends, which
//! statement a group of messages runs, and how many rows an answer holds.

use std::collections::HashMap;

/// A statement of the bot that the rig waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Statement {
    /// The commit of turns.
    Commit,
    /// The sender records what was sent and claims the next rows of the outbox.
    Claim,
    /// Conversations are read.
    Read,
    /// An older script is read.
    Script,
}

impl Statement {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Commit, Self::Claim, Self::Read, Self::Script];

    /// Told by its text, as `src/store` writes it.
    fn of(sql: &str) -> Option<Self> {
        if sql.contains("commit_turns_v2(") {
            Some(Self::Commit)
        } else if sql.contains("UPDATE outbox o") && sql.contains("SKIP LOCKED") {
            Some(Self::Claim)
        } else if sql.contains("LEFT JOIN conversations c") && sql.contains("LEFT JOIN inbound") {
            Some(Self::Read)
        } else if sql.contains("FROM script_versions WHERE version = $1")
            && sql.contains("files::text")
        {
            Some(Self::Script)
        } else {
            None
        }
    }
}

/// One message: its letter (0 for the ones that open a connection) and all its bytes.
#[derive(Debug)]
pub struct Message {
    pub letter: u8,
    pub bytes: Vec<u8>,
}

impl Message {
    /// What follows letter and length.
    fn body(&self) -> &[u8] {
        self.bytes.get(5..).unwrap_or_default()
    }
}

/// Takes whole messages off the front of a stream.
#[derive(Default)]
pub struct Splitter {
    bytes: Vec<u8>,
    /// The client's first messages have no letter.
    opening: bool,
}

/// What a client asks in the number's place of a protocol version to have its connection secured.
const WANTS_TLS: [u8; 4] = 80_877_103_u32.to_be_bytes();

impl Splitter {
    /// For what a client sends.
    pub fn client() -> Self {
        Self { bytes: Vec::new(), opening: true }
    }

    /// For what the server sends.
    pub fn server() -> Self {
        Self::default()
    }

    /// Adds what was read.
    pub fn push(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// The next whole message.
    pub fn next(&mut self) -> Option<Message> {
        let start = usize::from(!self.opening);
        let length = self.bytes.get(start..start + 4)?;
        let length = u32::from_be_bytes(length.try_into().ok()?) as usize + start;
        if self.bytes.len() < length {
            return None;
        }
        let rest = self.bytes.split_off(length);
        let bytes = std::mem::replace(&mut self.bytes, rest);
        let letter = if self.opening { 0 } else { bytes[0] };
        if self.opening {
            self.opening = bytes.get(4..8) == Some(&WANTS_TLS);
        }
        Some(Message { letter, bytes })
    }
}

/// Whether the client asks for TLS, which the proxy answers itself: no.
pub fn wants_tls(message: &Message) -> bool {
    message.letter == 0 && message.bytes.get(4..8) == Some(&WANTS_TLS)
}

/// Follows a client's prepared statements, and tells what each group of messages runs.
#[derive(Default)]
pub struct Statements {
    prepared: HashMap<Vec<u8>, Option<Statement>>,
}

impl Statements {
    /// What this message runs, if it is one of ours.
    pub fn runs(&mut self, message: &Message) -> Option<Statement> {
        let mut words = message.body().split(|byte| *byte == 0);
        let (first, second) = (words.next()?, words.next());
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        match message.letter {
            // Parse: the statement's name, its text.
            b'P' => {
                let statement = Statement::of(&text(second?));
                self.prepared.insert(first.to_vec(), statement);
                None
            }
            // Bind: the portal's name, the statement's name.
            b'B' => self.prepared.get(second?).copied().flatten(),
            // A simple query: its text.
            b'Q' => Statement::of(&text(first)),
            _ => None,
        }
    }
}

/// Whether the server answers only after this message, so that a group ends with it. Anything but
/// the steps of an extended query ends one.
pub fn ends_group(message: &Message) -> bool {
    !matches!(message.letter, b'P' | b'B' | b'D' | b'E' | b'C')
}

/// Whether the server answers this message with one `ReadyForQuery`.
pub fn is_answered(message: &Message) -> bool {
    matches!(message.letter, b'S' | b'Q')
        || (message.letter == 0 && message.bytes.get(4..8) == Some(&[0, 3, 0, 0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(letter: u8, body: &[u8]) -> Vec<u8> {
        let length = u32::try_from(body.len() + 4).unwrap();
        [&[letter][..], &length.to_be_bytes(), body].concat()
    }

    #[test]
    fn a_bound_statement_is_known_by_its_text() {
        let mut splitter = Splitter::client();
        splitter.push(&[0, 0, 0, 9, 0, 3, 0, 0, 0]);
        splitter.push(&message(b'P', b"s1\0SELECT commit_turns_v2($1)\0\0\0"));
        splitter.push(&message(b'B', b"\0s1\0\0\0"));
        let (last, first) = (message(b'S', b""), 3);
        splitter.push(&last[..first]);
        let mut statements = Statements::default();
        let opening = splitter.next().unwrap();
        assert!(is_answered(&opening) && ends_group(&opening));
        let parse = splitter.next().unwrap();
        assert_eq!((statements.runs(&parse), ends_group(&parse)), (None, false));
        assert_eq!(statements.runs(&splitter.next().unwrap()), Some(Statement::Commit));
        assert!(splitter.next().is_none());
        splitter.push(&last[first..]);
        assert!(ends_group(&splitter.next().unwrap()));
    }

    #[test]
    fn every_statement_is_found_in_the_product() {
        let source = [
            include_str!("../../../src/store/commit.rs"),
            include_str!("../../../src/store/conversations.rs"),
            include_str!("../../../src/store/outbox/claim.rs"),
            include_str!("../../../src/store/scripts.rs"),
        ];
        let queries = source.iter().flat_map(|source| source.split("r#\"").skip(1));
        let found: Vec<_> =
            queries.filter_map(|query| Statement::of(query.split("\"#").next().unwrap())).collect();
        for statement in Statement::ALL {
            let count = found.iter().filter(|found| **found == statement).count();
            assert_eq!(count, 1, "{statement:?} is known by its text, which must be found once");
        }
    }
}
