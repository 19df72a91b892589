//! R5: use cases, and the ports that the outer rings fill in.
//!
//! Start reading at [`turns`], the durable turn; [`compose`] and [`card`] make its rows. [`edition`]
//! is everything that writers edit, loaded; [`publish`] makes one live. [`rehearsal`] runs written
//! talks; [`leads`] shows what came of real ones. Channels also use [`people`] (edits, blocks),
//! [`front`] (questions in public), [`duty`] (work of one replica), [`gateway`] (what a session has
//! seen), [`reps`] (what people of the house do), [`topics`] (where on Telegram) and [`pictures`]. Ports: [`channel`] (chat platforms) and [`clock`].

pub mod amount;
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
pub mod opening;
pub mod people;
pub mod pictures;
pub mod plain;
pub mod publish;
mod queue;
pub mod rehearsal;
pub mod report;
pub mod reps;
pub mod roster;
pub mod scope;
pub mod topics;
pub mod turns;
