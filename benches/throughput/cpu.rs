//! Who used the processor: we, or Postgres.

use std::fs;
use std::path::Path;
use std::time::Duration;

/// Processor time used so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Cpu {
    pub ours: Duration,
    pub postgres: Duration,
}

impl Cpu {
    /// Reads it; none where there is no `/proc`.
    pub fn read(cluster: &Path) -> Self {
        let server = fs::read_to_string(cluster.join("postgres/data/postmaster.pid"))
            .ok()
            .and_then(|file| file.lines().next()?.trim().parse::<u32>().ok());
        let mut cpu =
            Self { ours: used("/proc/self/stat").unwrap_or_default().1, ..Self::default() };
        let Some(server) = server else { return cpu };
        for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
            let stat = entry.path().join("stat");
            if let Some((parent, time)) = stat.to_str().and_then(used)
                && parent == server
            {
                cpu.postgres += time;
            }
        }
        cpu
    }

    /// What was used since then.
    pub fn since(self, before: Self) -> Self {
        Self {
            ours: self.ours.saturating_sub(before.ours),
            postgres: self.postgres.saturating_sub(before.postgres),
        }
    }
}

impl std::ops::AddAssign for Cpu {
    fn add_assign(&mut self, other: Self) {
        self.ours += other.ours;
        self.postgres += other.postgres;
    }
}

/// The parent of a process and the time it used; the kernel counts in hundredths of a second.
fn used(path: &str) -> Option<(u32, Duration)> {
    let stat = fs::read_to_string(path).ok()?;
    // The name in brackets may hold spaces.
    let (_, fields) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks: u64 = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
    Some((fields.get(1)?.parse().ok()?, Duration::from_millis(ticks * 10)))
}
