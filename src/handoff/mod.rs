//! R2: when a person comes in. The brief for the rep and the ladder of the desk join it here.

pub mod policy;
