//! A private Postgres of the bench's own, made by the product, that waits for the disk as in real
//! life.

use std::path::{Path, PathBuf};

use docent::postgres::{self, Settings};

/// A cluster that is gone when this is dropped.
pub struct Cluster {
    /// How to reach it.
    pub url: String,
    settings: Settings,
}

impl Cluster {
    /// Makes one from nothing; what an earlier run left behind under this name is removed.
    pub async fn make(name: &str) -> Self {
        let user = rustix::process::geteuid().as_raw();
        let data_dir = PathBuf::from(format!("/var/tmp/docent-bench-{name}-{user}"));
        let search_path = search_path();
        let settings = Settings { data_dir, search_path, durable: true };
        postgres::stop(&settings).await.expect("an earlier server stops");
        let _none = std::fs::remove_dir_all(&settings.data_dir);
        let started = postgres::start(&settings).await.expect("a Postgres for the bench");
        Self { url: started.url, settings }
    }

    /// Where it lives.
    pub fn folder(&self) -> &Path {
        &self.settings.data_dir
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let settings = self.settings.clone();
        // A runtime of its own: the caller's may be unwinding.
        let stopped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(postgres::stop(&settings)).is_ok()
        });
        if stopped.join().unwrap_or_default() {
            let _left = std::fs::remove_dir_all(&self.settings.data_dir);
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a bench is its own outer ring")]
fn search_path() -> Option<std::ffi::OsString> {
    std::env::var_os("PATH")
}
