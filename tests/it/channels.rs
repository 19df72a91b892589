//! Chat platforms: strict fakes over real sockets, with the whole binary in between.

mod both;
mod chairs;
mod desk;
mod discord;
mod erasure;
mod meanwhile;
mod orders;
mod places;
mod relay;
mod relay_matrix;
mod relay_media;
mod story;
mod telegram;
mod topics;
