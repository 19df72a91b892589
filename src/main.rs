//! The program: arguments, the log, an exit code; everything else is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    docent::cli::main()
}
