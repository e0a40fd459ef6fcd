//! A PostgreSQL server of one test alone, for what would harm the others: it is frozen, or killed.

use std::process::Command;

use crate::postgres;

/// The server; killed when it is dropped. It refuses to run as root, so everything is done as in the shared cluster.
pub struct OwnPostgres {
    dir: tempfile::TempDir,
    port: u16,
}

impl OwnPostgres {
    /// Starts one, with nothing in it.
    ///
    /// # Panics
    /// When no server is installed (`make test` installs one).
    pub fn start() -> Self {
        let own = Self { dir: tempfile::tempdir().expect("a folder"), port: postgres::free_port() };
        postgres::make(own.dir.path());
        postgres::start(own.dir.path(), own.port);
        own
    }

    /// The address of an empty database of it.
    pub fn url(&self) -> String {
        format!("postgres://samenstuur@127.0.0.1:{}/postgres", self.port)
    }

    /// Lets it stand still: it is there, and answers nothing.
    pub fn freeze(&self) {
        self.signal("-STOP");
    }

    /// Lets it go on.
    pub fn thaw(&self) {
        self.signal("-CONT");
    }

    /// As if its power went.
    pub fn kill(&self) {
        self.signal("-KILL");
    }

    /// Starts it again, with what it had kept.
    ///
    /// # Panics
    /// When it does not start.
    pub fn start_again(&self) {
        // It would not start while a process has its old number, be it one whose end nobody has taken note of.
        let _ = std::fs::remove_file(self.dir.path().join("data/postmaster.pid"));
        postgres::start(self.dir.path(), self.port);
    }

    fn signal(&self, signal: &str) {
        let folder = self.dir.path().to_str().expect("a path of plain text");
        // After its end the number may be somebody else's.
        let is_ours = |first: &String| {
            std::fs::read_to_string(format!("/proc/{first}/cmdline")).is_ok_and(|command| command.contains(folder))
        };
        let Some(first) = postgres::first_process(self.dir.path()).filter(is_ours) else { return };
        let children = std::fs::read_to_string(format!("/proc/{first}/task/{first}/children")).unwrap_or_default();
        let all = std::iter::once(first.as_str()).chain(children.split_whitespace());
        // One that ends by itself meanwhile is no harm.
        let _ = Command::new("kill").arg(signal).args(all).stderr(std::process::Stdio::null()).status();
    }
}

impl Drop for OwnPostgres {
    fn drop(&mut self) {
        self.kill();
    }
}
