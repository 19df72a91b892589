//! D4xx: texts that are missing, use unknown variables, or are too long.

codes! {}
