//! Commits on SQLite that are on disk before anybody hears of success, grouped where many wait.
//!
//! SQLite runs with `synchronous = NORMAL`: a commit appends to the write-ahead log without waiting for the disk
//! (checkpoints do wait). After a commit its transaction waits here until the log was synced *after* it.
//! While one sync runs, later commits gather and share the next, so a hundred people who respond at once cost
//! one or two syncs, not a hundred.

use std::{
    fs::File,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

use tokio::sync::Mutex;

/// Syncs the write-ahead log for everybody who waits.
pub(crate) struct Durability {
    log: PathBuf,
    enabled: bool,
    committed: AtomicU64,
    synced: AtomicU64,
    leader: Mutex<Option<Arc<File>>>,
}

impl Durability {
    pub(crate) fn new(database: &Path, enabled: bool) -> Self {
        let mut log = database.as_os_str().to_owned();
        log.push("-wal");
        Self {
            log: log.into(),
            enabled,
            committed: AtomicU64::new(0),
            synced: AtomicU64::new(0),
            leader: Mutex::new(None),
        }
    }

    /// Waits until everything committed so far is on disk. Call it after the commit returned.
    pub(crate) async fn wait(&self) -> std::io::Result<()> {
        if !self.enabled {
            return Ok(());
        }
        let ticket = self.committed.fetch_add(1, Ordering::SeqCst) + 1;
        let mut file = self.leader.lock().await;
        if self.synced.load(Ordering::SeqCst) >= ticket {
            return Ok(());
        }
        let covers = self.committed.load(Ordering::SeqCst);
        let handle = match &*file {
            Some(handle) => handle.clone(),
            // The log lives as long as a connection is open, so the handle stays good once it was opened.
            None => file.insert(Arc::new(File::open(&self.log)?)).clone(),
        };
        tokio::task::spawn_blocking(move || handle.sync_data()).await.map_err(std::io::Error::other)??;
        self.synced.fetch_max(covers, Ordering::SeqCst);
        Ok(())
    }
}
