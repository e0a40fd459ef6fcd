//! Which processes of this machine run jobs: each holds a locked file in the data folder, and the system lets go of the lock
//! when the process ends, however it ends. What it was doing then goes on at once; a process on another machine is known
//! to be gone by its lease alone.

use std::{fs::File, path::PathBuf};

use kernel::Result;
use uuid::Uuid;

use super::store;
use crate::app::App;

/// The file of one process, locked for as long as this value lives.
pub(super) struct Presence {
    folder: PathBuf,
    id: Uuid,
    _locked: Option<File>,
}

impl Presence {
    /// Says that this process runs jobs as `id`. Where no file can be kept, only the leases tell.
    pub(super) fn begin(app: &App, id: Uuid) -> Self {
        let folder = app.config.data.join("runners");
        let locked = std::fs::create_dir_all(&folder).and_then(|()| {
            // Under its name only once it is locked: others would take it for one of a process that is gone.
            let (name, unlocked) = (id.simple().to_string(), folder.join(format!("{id}.new")));
            let file = File::create(&unlocked)?;
            file.try_lock()?;
            std::fs::rename(unlocked, folder.join(name))?;
            Ok(file)
        });
        if let Err(error) = &locked {
            tracing::warn!(%error, "no file says that this process runs jobs; after a crash they wait for their lease");
        }
        Self { folder, id, _locked: locked.ok() }
    }

    /// Has jobs of processes of this machine that are gone done anew, at once.
    pub(super) async fn release_those_of_the_gone(&self, app: &App) -> Result<()> {
        for (runner, path) in self.gone() {
            let mut tx = app.db.begin_system().await?;
            let released = store::RELEASE.run(&mut tx, (runner, app.now())).await?;
            tx.commit().await?;
            if released > 0 {
                tracing::warn!(released, "jobs of a process that is gone are done anew");
            }
            // Only now: a process that ends here leaves the file to the next.
            let _ = std::fs::remove_file(path);
        }
        Ok(())
    }

    fn gone(&self) -> Vec<(Uuid, PathBuf)> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let named = entries.filter_map(|path| Some((path.file_name()?.to_str()?.parse::<Uuid>().ok()?, path)));
        let others = named.filter(|(id, _)| *id != self.id);
        others.filter(|(_, path)| File::open(path).is_ok_and(|file| file.try_lock().is_ok())).collect()
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(self.folder.join(self.id.simple().to_string()));
    }
}
