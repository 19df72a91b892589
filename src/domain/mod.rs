//! R0: the words of the trade as plain types.
//!
//! Everything that is stored, decided about or sent is described here. Nothing in this ring is
//! asynchronous, reads a clock, or knows of YAML, Fluent, SQL or a chat platform. Start reading
//! at [`event`] (what comes in), [`conversation`] (what is remembered) and [`reply`] (what goes
//! out).

pub mod along;
pub mod contact;
pub mod conversation;
pub mod desk;
pub mod event;
pub mod facts;
pub mod handoff;
pub mod ids;
pub mod lead;
pub mod lexicon;
pub mod media;
pub mod outbound;
pub mod reply;
pub mod style;
pub mod understood;
pub mod value;
