//! What follows when a vacancy goes live.

use kernel::Result;
use platform::JobCtx;

use super::topic;
use vacancies::events::VacancyPublished;

/// A vacancy went live: it may be news to somebody.
pub(crate) async fn published(job: JobCtx, _: VacancyPublished) -> Result<()> {
    notices::there_is_news(&job, topic::KIND).await
}
