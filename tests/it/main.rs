//! The tests that look at the program from outside, in one binary.

mod http;
mod layering;
