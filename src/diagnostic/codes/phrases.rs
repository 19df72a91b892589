//! D5xx: phrases that the understanding learns from.

codes! {}
