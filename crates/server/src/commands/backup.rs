//! `samenstuur backup` and `samenstuur restore`.

use kernel::Clock;
use platform::{
    app::MovableClock,
    backup::{self, BackupError, Manifest},
    config::Loaded,
};

use super::{Failure, Installation, Outcome, make_private_folder};
use crate::cli::{Backup, Restore};

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        Self::failed(error.to_string())
    }
}

pub(super) async fn backup(loaded: Loaded, asked: &Backup) -> Outcome {
    let config = &loaded.config;
    // Opening would make an empty database where there is none.
    if config.database_url.is_none() && !config.sqlite_file().is_file() {
        return Err(Failure::failed(format!("there is no database in {}: check --data", config.data.display())));
    }
    let installation = Installation::open(loaded).await?;
    let (version, now) = (env!("CARGO_PKG_VERSION"), installation.clock.now());
    let manifest = backup::backup(&installation.config, &installation.db, &asked.to, version, now).await?;
    installation.db.close().await;
    tell(&manifest);
    println!("{} is written. It holds personal data: keep it where nobody else can read it.", asked.to.display());
    Ok(())
}

pub(super) async fn restore(loaded: Loaded, asked: &Restore) -> Outcome {
    let config = loaded.config;
    make_private_folder(&config.data)?;
    let now = MovableClock::starting_at(config.start()).now();
    let manifest = backup::restore(&config, &asked.file, now).await?;
    tell(&manifest);
    println!("Everything is there; each table was compared with the backup.");
    if config.database_url.is_some() {
        println!(
            "Other machines that serve from this database: remove the folder `index` in their data folders first."
        );
    }
    Ok(())
}

fn tell(manifest: &Manifest) {
    let rows: u64 = manifest.tables.values().map(|table| table.rows).sum();
    println!(
        "Backup of {} by samenstuur {} ({}): {} tables, {rows} rows, {} files",
        manifest.made_at,
        manifest.program,
        manifest.engine,
        manifest.tables.len(),
        manifest.files
    );
}
