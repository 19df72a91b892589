//! How long `docent serve` takes until it is ready once the database answers, with and without a
//! kept model, and how much memory it holds: with the example, and after 10,000 open talks.
//!
//! The talks go through `docent chat --json`, which runs the same parts as `serve` and is the one
//! channel that needs no network.

#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "support/cluster.rs"]
mod cluster;
#[allow(dead_code, reason = "the benches share it, and each uses a part")]
#[path = "support/figures.rs"]
mod figures;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use tokio::time::Instant;

use cluster::Cluster;
use figures::{Samples, verdict};

/// Starts of each kind.
const STARTS: usize = 7;
/// Talks that are opened, those of them that warm up, and lines sent and not yet acknowledged.
const TALKS: (usize, usize, usize) = (10_000, 200, 32);
/// Milliseconds until ready: warm, cold.
const READY: (f64, f64) = (300.0, 1_000.0);
/// Megabytes: with the example, and what the talks may add.
const MEMORY: (f64, f64) = (60.0, 10.0);

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let cluster = runtime.expect("a runtime").block_on(Cluster::make("start"));
    // The first one migrates and activates the example.
    drop(Serve::start(&cluster).expect_ready());

    let mut reached = true;
    for (name, cold, target) in [("warm", false, READY.0), ("cold", true, READY.1)] {
        let (mut after, mut whole) = (Samples::default(), Samples::default());
        for _ in 0..STARTS {
            if cold {
                let _none = fs::remove_dir_all(cluster.folder().join("models"));
            }
            let ready = Serve::start(&cluster).expect_ready();
            after.push(ready.after_database);
            whole.push(ready.whole);
        }
        let (p50, p99) = (after.at(50) / 1e3, after.at(99) / 1e3);
        println!(
            "ready, {name} model cache: {p50:.0} ms after the database answered (slowest {p99:.0}); {:.0} ms from the start of the process",
            whole.at(50) / 1e3,
        );
        println!("target under {target} ms: {}", verdict(p50 < target));
        reached &= p50 < target;
    }

    let ready = Serve::start(&cluster).expect_ready();
    std::thread::sleep(Duration::from_secs(2));
    let memory = Memory::of(ready.child.id());
    println!(
        "resident with the example: {:.1} MB (peak {:.1} MB while starting)",
        memory.resident, memory.peak
    );
    println!("target under {} MB: {}", MEMORY.0, verdict(memory.resident < MEMORY.0));
    reached &= memory.resident < MEMORY.0;
    drop(ready);

    let grown = talks(&cluster);
    reached &= grown < MEMORY.1;
    println!("\n{}", if reached { "all targets reached" } else { "some targets missed" });
}

/// A `docent serve`.
struct Serve {
    child: Child,
    began: Instant,
}

/// One that is ready.
struct Ready {
    child: Child,
    after_database: Duration,
    whole: Duration,
    // Held open: the process prints when it ends.
    _output: BufReader<ChildStdout>,
}

impl Serve {
    fn start(cluster: &Cluster) -> Self {
        let began = Instant::now();
        let child = docent(cluster)
            .args(["serve", "--no-chat"])
            .stdin(Stdio::null())
            .spawn()
            .expect("docent starts");
        Self { child, began }
    }

    fn expect_ready(mut self) -> Ready {
        let mut output = BufReader::new(self.child.stdout.take().expect("its output"));
        let mut line = String::new();
        loop {
            line.clear();
            let read = output.read_line(&mut line).expect("its output is read");
            assert!(read > 0, "docent ended before it was ready");
            if line.starts_with("ready in ") {
                break;
            }
        }
        let whole = self.began.elapsed();
        let times: Vec<u64> = line
            .split(|c: char| !c.is_ascii_digit())
            .filter_map(|word| word.parse().ok())
            .collect();
        let [ready, database] = times[..] else { panic!("two times were expected: {line}") };
        Ready {
            child: self.child,
            after_database: Duration::from_millis(ready - database),
            whole,
            _output: output,
        }
    }
}

impl Drop for Ready {
    fn drop(&mut self) {
        end(&mut self.child);
    }
}

fn end(child: &mut Child) {
    if let Some(pid) = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw) {
        let _gone = rustix::process::kill_process(pid, rustix::process::Signal::TERM);
    }
    child.wait().expect("docent ends");
}

fn docent(cluster: &Cluster) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_docent"));
    command
        .current_dir(cluster.folder())
        .env("DOCENT_DATA_DIR", cluster.folder())
        .env("DOCENT_SCRIPTS", env!("CARGO_MANIFEST_DIR"))
        .env("DOCENT_LISTEN", "127.0.0.1:0")
        .env_remove("DATABASE_URL")
        .env_remove("DOCENT_CONFIG")
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// Opens talks; returns by how many megabytes the process grew.
fn talks(cluster: &Cluster) -> f64 {
    let mut child = docent(cluster)
        .args(["chat", "--json", "--as", "bench"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("docent starts");
    let mut input = child.stdin.take().expect("its input");
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    open(&mut input, &mut output, 0..TALKS.1);
    let before = Memory::of(child.id());
    let began = Instant::now();
    open(&mut input, &mut output, TALKS.1..TALKS.0);
    let after = Memory::of(child.id());
    let grown = after.resident - before.resident;
    println!(
        "resident after {} open talks: {:.1} MB, {grown:.1} MB more than after {} ({:.0} s, {} in flight)",
        TALKS.0,
        after.resident,
        TALKS.1,
        began.elapsed().as_secs_f64(),
        TALKS.2,
    );
    println!("target under {} MB more: {}", MEMORY.1, verdict(grown < MEMORY.1));
    drop(input);
    let mut rest = String::new();
    while output.read_line(&mut rest).expect("its output is read") > 0 {
        rest.clear();
    }
    child.wait().expect("docent ends");
    grown
}

/// Two lines from each visitor, with a bounded number under way.
fn open(
    input: &mut ChildStdin,
    output: &mut BufReader<ChildStdout>,
    visitors: std::ops::Range<usize>,
) {
    let lines = ["hi", "we are a bakery with 3 vans in Graz, what would you recommend"];
    let mut open = 0;
    let mut line = String::new();
    for visitor in visitors {
        for (place, text) in lines.into_iter().enumerate() {
            let update = visitor * lines.len() + place + 1;
            let said =
                format!(r#"{{"update":{update},"from":"visitor {visitor}","text":"{text}"}}"#);
            writeln!(input, "{said}").expect("docent reads");
            open += 1;
            while open >= TALKS.2 {
                open -= acknowledged(output, &mut line);
            }
        }
    }
    while open > 0 {
        open -= acknowledged(output, &mut line);
    }
}

/// Reads one line: 1 if it acknowledges, 0 if it delivers.
fn acknowledged(output: &mut BufReader<ChildStdout>, line: &mut String) -> usize {
    line.clear();
    assert!(output.read_line(line).expect("its output is read") > 0, "docent ended");
    assert!(!line.contains("\"refused\""), "a line was refused: {line}");
    usize::from(line.contains("\"acknowledged\""))
}

/// Memory of a process in megabytes.
struct Memory {
    resident: f64,
    peak: f64,
}

impl Memory {
    fn of(pid: u32) -> Self {
        let status = fs::read_to_string(Path::new("/proc").join(pid.to_string()).join("status"))
            .expect("memory is read from /proc, which only Linux has");
        let field = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let kilobytes =
                line.and_then(|line| line.trim_end_matches("kB").trim().parse::<f64>().ok());
            kilobytes.expect("a number of kilobytes") / 1024.0
        };
        Self { resident: field("VmRSS:"), peak: field("VmHWM:") }
    }
}
