//! Whom the server's programs run as: Postgres refuses to run as root.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use super::{PostgresError, Result};

/// Whom the server runs as.
pub(super) struct Account {
    pub(super) uid: u32,
    gid: u32,
    /// We are root and must become that account for each program.
    become_it: bool,
}

impl Account {
    pub(super) fn find() -> Self {
        let (uid, gid) = (rustix::process::geteuid(), rustix::process::getegid());
        if !uid.is_root() {
            return Self { uid: uid.as_raw(), gid: gid.as_raw(), become_it: false };
        }
        let accounts = fs::read_to_string("/etc/passwd").unwrap_or_default();
        let ids = |name: &str| {
            let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
            let mut fields = line.split(':').skip(2);
            Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
        };
        let (uid, gid) = ids("postgres").or_else(|| ids("nobody")).unwrap_or((65534, 65534));
        Self { uid, gid, become_it: true }
    }

    pub(super) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        // Settings of the shell that point at another server must not reach this one.
        for name in ["PGDATA", "PGHOST", "PGPORT", "PGUSER", "PGDATABASE", "PGOPTIONS"] {
            command.env_remove(name);
        }
        command.current_dir("/").process_group(0);
        if self.become_it {
            command.uid(self.uid).gid(self.gid);
        }
        command
    }

    pub(super) fn own(&self, path: &Path) -> io::Result<()> {
        if self.become_it {
            std::os::unix::fs::chown(path, Some(self.uid), Some(self.gid))
        } else {
            Ok(())
        }
    }

    /// Whether the account may pass through all folders above.
    pub(super) fn may_enter(&self, path: &Path) -> Result<()> {
        if !self.become_it {
            return Ok(());
        }
        for above in path.ancestors().skip(1) {
            let Ok(found) = fs::metadata(above) else { continue };
            let bit = match () {
                () if found.uid() == self.uid => 0o100,
                () if found.gid() == self.gid => 0o010,
                () => 0o001,
            };
            if found.mode() & bit == 0 {
                return Err(PostgresError::Folder {
                    verb: "keep data in",
                    path: path.display().to_string(),
                    why: format!(
                        "Postgres does not run as root, and its account may not enter {}",
                        above.display()
                    ),
                    remedy: "set DOCENT_DATA_DIR to a folder such as /var/lib/docent",
                });
            }
        }
        Ok(())
    }
}
