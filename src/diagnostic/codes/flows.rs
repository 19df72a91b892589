//! D2xx: the structure of flows.

codes! {}
