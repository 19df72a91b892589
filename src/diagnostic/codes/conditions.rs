//! D3xx: conditions, types and values.

codes! {}
