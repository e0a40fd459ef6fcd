//! What follows from what happened to vacancies, and what each day brings.

use followups::terms;
use kernel::{Result, text::Codes, time};
use platform::{Conn, Ctx, Job, JobCtx, subjects::Over};
use serde::{Deserialize, Serialize};

use super::{
    actions,
    events::{
        VacancyClosed, VacancyFilled, VacancyPublished, VacancyReportAnswered, VacancyReported, VacancySentBack,
        VacancyTakenDown,
    },
    mails::{self, Reader},
    model::Vacancy,
    moderation,
    neighbours::{self, Speaker},
    policy, settings, store,
};
use facets::model::{Kind, VacancyId};
use organisations::events::{ContactHandedOver, OrganisationClosed, OrganisationConfirmed};

/// Asks an organisation whether a vacancy is still needed: it waited when vacancies asked that alone, and towns have such jobs
/// in their tables.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct AskStillNeeded {
    pub vacancy: VacancyId,
}

impl Job for AskStillNeeded {
    const KIND: &'static str = "vacancies.ask_still_needed";
}

/// Who answers for it and can be mailed: the contact it names, or all of its organisation.
pub(crate) async fn readers(conn: &mut Conn, ctx: &Ctx, vacancy: &Vacancy) -> Result<Vec<Speaker>> {
    let mut speakers = neighbours::speakers(conn, ctx, vacancy.organisation).await?;
    speakers.retain(|speaker| speaker.email.is_some());
    if speakers.iter().any(|speaker| Some(speaker.person) == vacancy.contact) {
        speakers.retain(|speaker| Some(speaker.person) == vacancy.contact);
    }
    Ok(speakers)
}

async fn with_readers(ctx: &Ctx, id: VacancyId) -> Result<Option<(Vacancy, Vec<Speaker>)>> {
    let mut conn = ctx.read().await?;
    let Some(vacancy) = super::find(&mut conn, ctx, id).await? else { return Ok(None) };
    let readers = readers(&mut conn, ctx, &vacancy).await?;
    Ok(Some((vacancy, readers)))
}

async fn tell(job: &JobCtx, id: VacancyId, letter: impl Fn(&Reader<'_>) -> platform::mail::Letter) -> Result<()> {
    let Some((vacancy, speakers)) = with_readers(job, id).await? else { return Ok(()) };
    for (number, speaker) in (0..).zip(&speakers) {
        let lang = speaker.lang.unwrap_or(job.municipality.default_lang());
        let job = JobCtx { ctx: job.ctx.in_language(lang), ..job.clone() };
        let reader = Reader { ctx: &job.ctx, speaker, vacancy: &vacancy };
        job.send(&letter(&reader), number).await?;
    }
    Ok(())
}

/// Says that the municipality let it in. Who publishes without waiting sees it at once and needs no letter.
pub(crate) async fn published(job: JobCtx, event: VacancyPublished) -> Result<()> {
    if event.moderated { tell(&job, event.vacancy, mails::published).await } else { Ok(()) }
}

/// Says what must change.
pub(crate) async fn sent_back(job: JobCtx, event: VacancySentBack) -> Result<()> {
    tell(&job, event.vacancy, mails::sent_back).await
}

/// Says why it was taken down.
pub(crate) async fn taken_down(job: JobCtx, event: VacancyTakenDown) -> Result<()> {
    tell(&job, event.vacancy, mails::taken_down).await
}

/// Says that its last day has passed, and asks how it ended.
pub(crate) async fn ended(job: JobCtx, event: VacancyClosed) -> Result<()> {
    if event.by_date { tell(&job, event.vacancy, mails::ended).await } else { Ok(()) }
}

/// All places are taken: people who still wait get an answer.
pub(crate) async fn answer_when_filled(job: JobCtx, event: VacancyFilled) -> Result<()> {
    conversations::over(&job, Kind::Vacancy.code(), event.vacancy.0, Over::Full).await
}

/// It is over: as [`answer_when_filled`], and the reserve list ends too.
pub(crate) async fn answer_when_closed(job: JobCtx, event: VacancyClosed) -> Result<()> {
    conversations::over(&job, Kind::Vacancy.code(), event.vacancy.0, Over::Closed).await
}

/// It was taken down: as [`answer_when_closed`].
pub(crate) async fn answer_when_taken_down(job: JobCtx, event: VacancyTakenDown) -> Result<()> {
    conversations::over(&job, Kind::Vacancy.code(), event.vacancy.0, Over::Closed).await
}

/// Runs [`AskStillNeeded`].
pub(crate) async fn ask_still_needed(job: JobCtx, work: AskStillNeeded) -> Result<()> {
    terms::ask(job, terms::AskStillNeeded { term: actions::SHOWN.key.to_owned(), id: work.vacancy.0 }).await
}

/// Answers who reported a vacancy.
pub(crate) async fn report_answered(job: JobCtx, event: VacancyReportAnswered) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(report) = moderation::find(&mut conn, &job, event.report).await? else { return Ok(()) };
    let Some(vacancy) = super::find(&mut conn, &job, event.vacancy).await? else { return Ok(()) };
    drop(conn);
    let job = JobCtx { ctx: job.ctx.in_language(report.lang), ..job };
    match mails::report_answered(&job.ctx, &report, &vacancy) {
        Some(letter) => job.send(&letter, 0).await,
        None => Ok(()),
    }
}

/// Tells the municipality's managers that somebody reported a vacancy.
pub(crate) async fn reported(job: JobCtx, event: VacancyReported) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(report) = moderation::find(&mut conn, &job, event.report).await? else { return Ok(()) };
    let Some(vacancy) = super::find(&mut conn, &job, event.vacancy).await? else { return Ok(()) };
    let managers = neighbours::managers(&mut conn, &job).await?;
    drop(conn);
    for (number, manager) in (0..).zip(&managers) {
        let lang = manager.lang.unwrap_or(job.municipality.default_lang());
        let job = JobCtx { ctx: job.ctx.in_language(lang), ..job.clone() };
        job.send(&mails::reported(&Reader { ctx: &job.ctx, speaker: manager, vacancy: &vacancy }, &report), number)
            .await?;
    }
    Ok(())
}

/// Forgets what was kept long enough: answered reports, drafts that nobody touched or that were thrown away.
pub(crate) async fn tidy(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let before = |setting| {
        let days = i64::from(job.municipality.settings.count(setting, job.today()));
        job.now.plus(-days * time::DAY)
    };
    moderation::actions::forget(&job, &permit, before(&settings::REPORT_DAYS)).await?;
    let untouched = before(&settings::DRAFT_DAYS);
    let mut conn = job.read().await?;
    let stale = store::STALE_DRAFTS.all(&mut conn, (job.town(), untouched)).await?;
    drop(conn);
    for (id,) in stale {
        actions::discard_stale(&job, &permit, id, untouched).await?;
    }
    let thrown_away = job.now.plus(-settings::DISCARDED_DAYS * time::DAY);
    let mut conn = job.read().await?;
    let discarded = store::DISCARDED_BEFORE.all(&mut conn, (job.town(), thrown_away)).await?;
    drop(conn);
    for (id,) in discarded {
        actions::forget_discarded(&job, &permit, id).await?;
    }
    Ok(())
}

/// What waited for nothing but its organisation's confirmation goes live.
pub(crate) async fn organisation_confirmed(job: JobCtx, event: OrganisationConfirmed) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    actions::look_again(&job, &permit, event.organisation).await
}

/// The vacancies of an organisation that stopped close with it.
pub(crate) async fn organisation_closed(job: JobCtx, event: OrganisationClosed) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    actions::close_all_of(&job, &permit, event.organisation).await
}

/// Who takes over answers from now on.
pub(crate) async fn handed_over(job: JobCtx, event: ContactHandedOver) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    actions::hand_over(&job, &permit, event.organisation, event.from, event.to).await
}
