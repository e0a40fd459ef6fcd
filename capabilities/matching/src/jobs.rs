//! What the system does by itself: fair shares, letters, forgetting.

use jiff::ToSpan;
use kernel::{Instant, PersonId, Result, text::Codes, time};
use platform::{Job, JobCtx, audit::Unaudited};
use serde::{Deserialize, Serialize};

use super::{
    actions,
    exposure::{self, CONNECTION_PENALTY, WINDOW_DAYS},
    mails, market, policy, settings,
};
use conversations::AnswerFigures;
use facets::model::{Kind, VacancyId};
use finding::listing::{self, StandingRow};

/// Standings kept in one transaction.
const BATCH: usize = 200;
/// A share that changed by less is left as it is: nobody would see the difference, and the index would be busy.
const STEP: f64 = 0.02;

/// Invites somebody by mail.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct SendInvitation {
    /// To which vacancy.
    pub vacancy: VacancyId,
    pub person: PersonId,
}

impl Job for SendInvitation {
    const KIND: &'static str = "matching.send_invitation";
}

/// Writes the letter. Who has no e-mail finds the invitation on their own page, or hears it at the desk.
pub(crate) async fn send_invitation(job: JobCtx, work: SendInvitation) -> Result<()> {
    let mut conn = job.read().await?;
    let Some(vacancy) = market::vacancy(&mut conn, &job, work.vacancy).await? else { return Ok(()) };
    let Some(account) = people::account(&mut conn, job.town(), work.person).await? else { return Ok(()) };
    let names = listing::names(&mut conn, &job, std::iter::once(vacancy.organisation)).await?;
    drop(conn);
    let Some(organisation) = names.get(&vacancy.organisation) else { return Ok(()) };
    mails::invitation(&job, &account, &vacancy, organisation).await
}

/// Reckons the fair share of every vacancy anew, and what cards say of the answers.
pub(crate) async fn share_attention(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    listing::save_views(&job.app).await?;
    let changed = changed(&job).await?;
    for chunk in changed.chunks(BATCH) {
        let mut tx = job.begin(&permit).await?;
        for row in chunk {
            listing::set_standing(&mut tx, &job, row.clone()).await?;
        }
        tx.unaudited(Unaudited::Count);
        job.commit(tx).await?;
    }
    let mut tx = job.begin(&permit).await?;
    listing::forget_views(&mut tx, &job, job.today().saturating_sub(WINDOW_DAYS.days())).await?;
    tx.unaudited(Unaudited::Count);
    job.commit(tx).await
}

/// How the vacancies stand now, as far as that is something else than before.
async fn changed(job: &JobCtx) -> Result<Vec<StandingRow>> {
    let since = job.today().saturating_sub(WINDOW_DAYS.days());
    let penalty = job.municipality.settings.count(&CONNECTION_PENALTY, job.today());
    let mut conn = job.read().await?;
    let market = market::vacancies(&mut conn, job).await?;
    let looks = listing::views_since(&mut conn, job, since).await?;
    let begin = Instant::start_of(since, &job.municipality.zone);
    let connections = conversations::connections_since(&mut conn, job, Kind::Vacancy.code(), begin).await?;
    let known = listing::all_standings(&mut conn, job).await?;
    let owners: Vec<_> = market.things.values().filter_map(|thing| thing.organisation).collect();
    let figures = conversations::figures_of(&mut conn, job, &owners).await?;
    let of = |thing: &market::Thing| looks.get(&VacancyId(thing.id)).copied().unwrap_or(0);
    let usual = exposure::usual(&mut market.things.values().map(of).collect::<Vec<u32>>());
    let mut changed = Vec::new();
    for opening in &market.openings {
        let Some(thing) = market.things.get(&opening.id) else { continue };
        let vacancy_id = VacancyId(thing.id);
        let (views, connections) = (of(thing), connections.get(&thing.id).copied().unwrap_or(0));
        let answers = thing.organisation.and_then(|owner| figures.get(&owner).copied()).unwrap_or_default();
        let row = StandingRow {
            municipality_id: job.town(),
            vacancy_id,
            views,
            connections,
            exposure: exposure::exposure(connections, views, usual, penalty),
            answered_percent: answers.answered_percent.map(u32::from),
            usual_hours: answers.usual_hours,
            changed_at: job.now,
        };
        if known.get(&vacancy_id).map_or(matters(&row, answers), |before| differs(before, &row)) {
            changed.push(row);
        }
    }
    Ok(changed)
}

/// Whether there is something to keep of a vacancy of which nothing was kept.
fn matters(row: &StandingRow, answers: AnswerFigures) -> bool {
    row.connections > 0 || (1.0 - row.exposure) >= STEP || answers != AnswerFigures::default()
}

fn differs(before: &StandingRow, now: &StandingRow) -> bool {
    (before.exposure - now.exposure).abs() >= STEP
        || before.connections != now.connections
        || (before.answered_percent, before.usual_hours) != (now.answered_percent, now.usual_hours)
}

/// Forgets invitations whose term has passed.
pub(crate) async fn forget(job: JobCtx) -> Result<()> {
    let permit = policy::system(&job.actor).require()?;
    let days = i64::from(job.municipality.settings.count(&settings::INVITATION_DAYS, job.today()));
    actions::forget(&job, &permit, job.now.plus(-days * time::DAY)).await
}
