//! Chat platforms: the whole binary between a strict fake of each and a database.

mod discord;
