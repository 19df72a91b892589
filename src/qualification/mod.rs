//! R2: what is known about a lead, weighed.
//!
//! [`score`] turns signals into awards and awards into the two numbers; [`stage`] says which
//! moves of a deal are allowed and which follow by themselves. Neither knows how a condition is
//! evaluated: the caller hands that in.

pub mod score;
pub mod stage;
