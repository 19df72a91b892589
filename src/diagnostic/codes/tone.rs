//! D6xx: how a text sounds.

codes! {}
