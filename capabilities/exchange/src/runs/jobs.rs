//! The work of a long import, and forgetting old ones.

use kernel::Result;
use platform::jobs::{Job, JobCtx};
use serde::{Deserialize, Serialize};

use super::{super::policy, actions, model::RunId};

/// A long file is imported.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ImportFile {
    pub run: RunId,
}

impl Job for ImportFile {
    const KIND: &'static str = "exchange.import_file";
    const MINUTES: u32 = 60;
}

/// Tries before an import is given up, some minutes: who waits for it should hear that it will not come.
const TRIES: u32 = 4;

/// Imports the file.
///
/// # Errors
/// When the database refuses; at the last try the import itself says that it failed.
pub(crate) async fn import_file(job: JobCtx, asked: ImportFile) -> Result<()> {
    let permit = policy::transfer(&job.actor).require()?;
    if job.attempt > TRIES {
        // The last try did not even come to an end.
        return actions::give_up(&job, &permit, asked.run).await;
    }
    match actions::perform(&job, &permit, asked.run).await {
        Err(problem) if job.attempt >= TRIES => {
            tracing::error!(%problem, run = %asked.run, "an import was given up");
            actions::give_up(&job, &permit, asked.run).await
        }
        done => done,
    }
}

/// Forgets what became of old imports.
pub(crate) async fn forget(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    actions::forget(&job, &permit).await
}
