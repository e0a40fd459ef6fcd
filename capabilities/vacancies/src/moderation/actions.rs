//! Reporting a vacancy, and what the municipality does about it.

use kernel::{Permit, Problem, Result};
use platform::{
    Ctx, Tx,
    audit::{Subject, Unaudited},
    db::Code,
};
use serde_json::json;

use super::{
    model::{NewReport, Report, ReportState, TakeDown},
    store,
};
use crate::{
    actions::{go_live, load, save},
    events,
    model::State,
    policy::{Moderate, Report as MayReport, System},
};
use facets::model::{ReportId, VacancyId};

/// Notes what somebody finds wrong with a public vacancy.
pub async fn report(ctx: &Ctx, permit: &Permit<MayReport>, id: VacancyId, new: NewReport) -> Result<ReportId> {
    let mut tx = ctx.begin(permit).await?;
    let vacancy = load(&mut tx, ctx, id).await?;
    let report: ReportId = ctx.id();
    let row = store::ReportRow {
        municipality_id: ctx.town(),
        id: report,
        vacancy_id: id,
        reason: Code(new.reason),
        note: new.note,
        reporter_id: ctx.actor.person_id(),
        reporter_email: new.email,
        lang: ctx.lang,
        state: Code(ReportState::Open),
        answer: None,
        created_at: ctx.now,
        closed_at: None,
    };
    store::INSERT.run(&mut tx, row).await?;
    let event = events::VacancyReported { vacancy: id, organisation: vacancy.organisation, report };
    tx.record(ctx, &event).await?;
    let details = json!({ "report": report, "reason": new.reason });
    tx.audit(ctx, permit, "vacancy.report", Subject::of("vacancy", id), &details).await?;
    ctx.commit(tx).await?;
    Ok(report)
}

/// Makes a vacancy public that waited.
///
/// # Errors
/// [`Problem::Conflict`] when it does not wait.
pub(crate) async fn publish(ctx: &Ctx, permit: &Permit<Moderate>, id: VacancyId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut vacancy = load(&mut tx, ctx, id).await?;
    if vacancy.state != State::Waiting {
        return Err(Problem::Conflict("vacancy-step-impossible"));
    }
    go_live(&mut tx, ctx, permit, &mut vacancy, true).await?;
    ctx.commit(tx).await
}

/// Sends a vacancy that waited back to its organisation, with what must change.
///
/// # Errors
/// [`Problem::Conflict`] when it does not wait.
pub(crate) async fn send_back(ctx: &Ctx, permit: &Permit<Moderate>, id: VacancyId, note: String) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut vacancy = load(&mut tx, ctx, id).await?;
    if vacancy.state != State::Waiting {
        return Err(Problem::Conflict("vacancy-step-impossible"));
    }
    vacancy.step(State::Draft, ctx.now)?;
    vacancy.moderation_note = Some(note);
    let event = events::VacancySentBack { vacancy: id, organisation: vacancy.organisation };
    save(&mut tx, ctx, permit, "vacancy.send_back", &mut vacancy, &event).await?;
    ctx.commit(tx).await
}

/// Takes a vacancy down, and answers every open report of it.
///
/// # Errors
/// [`Problem::Conflict`] when it is not public and does not wait.
pub(crate) async fn take_down(ctx: &Ctx, permit: &Permit<Moderate>, id: VacancyId, what: TakeDown) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut vacancy = load(&mut tx, ctx, id).await?;
    vacancy.step(State::TakenDown, ctx.now)?;
    vacancy.moderation_note = Some(what.reason.clone());
    let event = events::VacancyTakenDown { vacancy: id, organisation: vacancy.organisation };
    save(&mut tx, ctx, permit, "vacancy.take_down", &mut vacancy, &event).await?;
    let answer = what.answer.unwrap_or(what.reason);
    let reports = store::OF_VACANCY.all(&mut tx, (ctx.town(), id)).await?;
    for report in reports.into_iter().map(Report::from).filter(|report| report.state == ReportState::Open) {
        answer_one(&mut tx, ctx, &report, vacancy.organisation, ReportState::TakenDown, &answer).await?;
    }
    ctx.commit(tx).await
}

/// Answers a report: it was looked at, and the vacancy stays.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such report; [`Problem::Conflict`] when it was answered already.
pub async fn answer(ctx: &Ctx, permit: &Permit<Moderate>, id: ReportId, answer: &str) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let report: Report = store::FIND.optional(&mut tx, (ctx.town(), id)).await?.ok_or(Problem::NotFound)?.into();
    let vacancy = load(&mut tx, ctx, report.vacancy).await?;
    if !answer_one(&mut tx, ctx, &report, vacancy.organisation, ReportState::Kept, answer).await? {
        return Err(Problem::Conflict("vacancy-report-already-answered"));
    }
    let details = json!({ "report": id });
    tx.audit(ctx, permit, "vacancy.answer_report", Subject::of("vacancy", vacancy.id), &details).await?;
    ctx.commit(tx).await
}

async fn answer_one(
    tx: &mut Tx,
    ctx: &Ctx,
    report: &Report,
    organisation: kernel::OrganisationId,
    state: ReportState,
    answer: &str,
) -> Result<bool> {
    let answered = store::ANSWER.run(tx, (ctx.town(), report.id, Code(state), answer.to_owned(), ctx.now)).await?;
    if answered > 0 {
        let event = events::VacancyReportAnswered { vacancy: report.vacancy, organisation, report: report.id };
        tx.record(ctx, &event).await?;
    }
    Ok(answered > 0)
}

/// Forgets reports that were answered before a moment.
pub(crate) async fn forget(ctx: &Ctx, permit: &Permit<System>, before: kernel::Instant) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    store::FORGET.run(&mut tx, (ctx.town(), before)).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}
