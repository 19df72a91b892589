//! The store against a real Postgres.

mod leads;
mod leases;
mod outbox;
mod plans;
mod scripts;
mod turns;
