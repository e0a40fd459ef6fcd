//! Making posters, and throwing them away.

use std::collections::HashMap;

use kernel::{Lang, Problem, Result};
use platform::{Ctx, Job, JobCtx};
use serde::{Deserialize, Serialize};

use super::{
    super::{
        events::{VacancyClosed, VacancyTakenDown},
        model::Vacancy,
        pages::compose,
    },
    views::{Sheet, file_name, qr_code},
};
use facets::model::VacancyId;

/// Makes the poster of a vacancy.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct MakePoster {
    pub vacancy: VacancyId,
    /// In which language.
    pub lang: Lang,
}

impl Job for MakePoster {
    const KIND: &'static str = "vacancies.make_poster";
}

/// Makes it of the vacancy as it is now. Made twice it is the same.
///
/// # Errors
/// When it cannot be made or kept; it is then tried again.
pub(crate) async fn make_poster(job: JobCtx, work: MakePoster) -> Result<()> {
    let ctx = job.in_language(work.lang);
    let mut conn = ctx.read().await?;
    let vacancy = super::super::find(&mut conn, &ctx, work.vacancy).await?.filter(Vacancy::is_public);
    let Some(vacancy) = vacancy else { return Ok(()) };
    let page = compose(&ctx, &mut conn, &vacancy, None).await?;
    drop(conn);
    let sheet = Sheet::of(&ctx, &page);
    let (digest, code) = (sheet.digest()?, qr_code(&page.address)?);
    let pictures = HashMap::from([("code.svg".to_owned(), code.into_bytes())]);
    // Setting type takes a core for a moment; the others go on meanwhile.
    let made = tokio::task::spawn_blocking(move || documents::pdf("vacancies/poster", &sheet, &pictures)).await;
    let bytes = made.map_err(Problem::fault)?.map_err(Problem::fault)?;
    ctx.app.files.put_made(ctx.town(), &file_name(vacancy.id, ctx.lang), digest, &bytes).await
}

/// A vacancy that has ended needs no poster.
///
/// # Errors
/// When the file cannot be thrown away.
pub(crate) async fn closed(job: JobCtx, event: VacancyClosed) -> Result<()> {
    forget(&job, event.vacancy).await
}

/// As [`closed`].
///
/// # Errors
/// When the file cannot be thrown away.
pub(crate) async fn taken_down(job: JobCtx, event: VacancyTakenDown) -> Result<()> {
    forget(&job, event.vacancy).await
}

async fn forget(ctx: &Ctx, vacancy: VacancyId) -> Result<()> {
    for lang in Lang::ALL {
        ctx.app.files.delete(ctx.town(), &file_name(vacancy, lang)).await?;
    }
    Ok(())
}
