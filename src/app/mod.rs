//! R5: use cases, and the ports that the outer rings fill in.
//!
//! [`edition`] is everything that writers edit, loaded; [`turns`] is the durable turn;
//! [`rehearsal`] runs written talks; [`leads`] shows what came of them. Channels also use
//! [`people`] (edits, blocks), [`duty`] (work of one replica) and [`pictures`]. Ports: [`channel`]
//! (chat platforms) and [`clock`].

pub mod card;
pub mod channel;
pub mod clock;
pub mod compose;
pub mod duty;
pub mod edition;
pub mod editions;
mod expected;
pub mod flood;
pub mod folder;
pub mod front;
pub mod gateway;
pub mod leads;
pub mod people;
pub mod pictures;
pub mod plain;
pub mod publish;
mod queue;
pub mod rehearsal;
pub mod scope;
pub mod turns;
