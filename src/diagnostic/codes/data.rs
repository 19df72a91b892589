//! D7xx: data that grow old.

codes! {}
