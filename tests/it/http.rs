//! The health port, asked over a real socket.

use std::collections::BTreeSet;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use docent::http::metrics::{self, Sample};
use docent::http::{self, Metrics, Readiness, Surface};
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;

/// Counting starts once in a process.
fn handle() -> PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    HANDLE.get_or_init(|| metrics::install().unwrap()).clone()
}

struct Port {
    address: SocketAddr,
    script_is_active: Arc<AtomicBool>,
    readiness: Arc<Readiness>,
    stop: oneshot::Sender<()>,
    server: tokio::task::JoinHandle<std::io::Result<()>>,
}

async fn port() -> Port {
    let script_is_active = Arc::new(AtomicBool::new(true));
    let active = Arc::clone(&script_is_active);
    let readiness = Arc::new(Readiness::new().probe("database", || async { Ok(()) }).probe(
        "script",
        move || {
            let active = active.load(Ordering::Relaxed);
            async move { active.then_some(()).ok_or_else(|| "no script is active".to_owned()) }
        },
    ));
    let metrics = Arc::new(Metrics::new(handle(), || async {
        Ok(Sample {
            outbox: vec![("ready", 3)],
            leads: vec![("hot", 2)],
            connections_busy: 1,
            script: Some("a1b2c3".to_owned()),
            ..Sample::default()
        })
    }));
    let listener = http::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let surface = Surface { readiness: Arc::clone(&readiness), metrics, hooks: Vec::new() };
    let server = tokio::spawn(http::serve(listener, surface, async {
        let _ = stopped.await;
    }));
    Port { address, script_is_active, readiness, stop, server }
}

impl Port {
    async fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }
}

#[tokio::test]
async fn tells_that_it_is_alive_and_why_it_is_not_ready() {
    let port = port().await;
    assert!(port.get("/healthz").await.starts_with("HTTP/1.1 200"));
    assert!(port.get("/readyz").await.starts_with("HTTP/1.1 200"));
    port.script_is_active.store(false, Ordering::Relaxed);
    let answer = port.get("/readyz").await;
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert!(answer.contains(r#""reason":"no script is active""#), "{answer}");
    assert!(port.get("/healthz").await.starts_with("HTTP/1.1 200"));
    port.script_is_active.store(true, Ordering::Relaxed);
    port.readiness.drain();
    let answer = port.get("/readyz").await;
    assert!(answer.contains(r#""draining":true"#), "{answer}");
    assert!(port.get("/leads").await.starts_with("HTTP/1.1 404"));
}

#[tokio::test]
async fn shows_what_it_counts() {
    let port = port().await;
    ::metrics::counter!("docent_turns_total", "outcome" => "committed").increment(1);
    ::metrics::histogram!("docent_turn_duration_seconds").record(0.004);
    let answer = port.get("/metrics").await;
    for line in [
        "# TYPE docent_turns_total counter",
        "docent_turns_total{outcome=\"committed\"} 1",
        "docent_turn_duration_seconds_bucket{le=\"0.005\"} 1",
        "docent_outbox_messages{status=\"ready\"} 3",
        "docent_leads{heat=\"hot\"} 2",
        "docent_database_connections{state=\"busy\"} 1",
        "docent_script_info{version=\"a1b2c3\"} 1",
        "docent_panics_total 0",
    ] {
        assert!(answer.contains(line), "{line} is not in\n{answer}");
    }
}

#[tokio::test]
async fn says_which_port_is_in_use_and_what_to_do() {
    let first = http::bind(SocketAddr::from(([127, 0, 0, 1], 0))).await.unwrap();
    let taken = first.local_addr().unwrap();
    let error = http::bind(taken).await.unwrap_err().to_string();
    assert!(error.contains(&format!("the port {} is in use", taken.port())), "{error}");
    assert!(error.contains("DOCENT_LISTEN"), "{error}");
}

#[tokio::test]
async fn a_request_that_never_ends_does_not_hold_up_the_stop() {
    let port = port().await;
    let mut half = TcpStream::connect(port.address).await.unwrap();
    half.write_all(b"GET /healthz HTTP/1.1\r\n").await.unwrap();
    port.stop.send(()).unwrap();
    tokio::time::timeout(Duration::from_secs(10), port.server).await.unwrap().unwrap().unwrap();
}

#[test]
fn every_metric_is_described_and_every_description_is_used() {
    let described: BTreeSet<&str> = metrics::TABLE.iter().map(|metric| metric.name).collect();
    let mut used = BTreeSet::new();
    for path in super::layering::rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = fs::read_to_string(&path).unwrap();
        // The table itself names all of them.
        let text = match text.split_once("pub const TABLE") {
            Some((_, rest)) => rest.split_once("\n];").map_or("", |(_, rest)| rest).to_owned(),
            None => text,
        };
        used.extend(
            text.split("!(\"docent_")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .map(|rest| format!("docent_{rest}")),
        );
    }
    let used: BTreeSet<&str> = used.iter().map(String::as_str).collect();
    assert_eq!(used, described);
}
