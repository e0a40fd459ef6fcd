//! The work of a long import, and forgetting old ones.

use kernel::Result;
use platform::jobs::{Job, JobCtx};
use serde::{Deserialize, Serialize};

use super::{super::policy, actions, model::RunId};

/// A long file is imported.
#[derive(Debug, Serialize, Deserialize)]
pub struct ImportFile {
    /// Which import.
    pub run: RunId,
}

impl Job for ImportFile {
    const KIND: &'static str = "exchange.import_file";
}

/// Imports the file.
///
/// # Errors
/// When the database refuses.
pub async fn import_file(job: JobCtx, asked: ImportFile) -> Result<()> {
    let permit = policy::may_exchange(&job.actor).require()?;
    actions::perform(&job, &permit, asked.run).await
}

/// Forgets what became of old imports.
///
/// # Errors
/// When the database refuses.
pub async fn forget(job: JobCtx) -> Result<()> {
    let permit = policy::upkeep(&job.actor).require()?;
    actions::forget(&job, &permit).await
}
