//! The store against a real Postgres.

mod leads;
mod leases;
mod outbox;
mod scripts;
mod turns;
