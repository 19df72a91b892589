//! D0xx: files and YAML.

codes! {}
