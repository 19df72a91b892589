//! R6: loops that run beside the talks: delivering, waking, erasing, keeping leases.

pub mod caretaker;
pub mod sender;
