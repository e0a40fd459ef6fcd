//! Asking, keeping, ending.

use kernel::{Date, Permit, Problem, Result};
use platform::{
    Ctx, JobCtx,
    audit::Unaudited,
    auth::{self, Secret},
    followups::{ByLink, StillNeeded, Term},
};
use uuid::Uuid;

use super::jobs::AskStillNeeded;
use crate::policy::{self, Answer, System};

/// Notes that somebody is asked whether it is still needed; gives what their letter says and its secret. `None` when there is
/// nothing to ask.
pub(super) async fn ask(
    job: &JobCtx,
    permit: &Permit<System>,
    term: &Term,
    id: Uuid,
) -> Result<Option<(StillNeeded, Secret)>> {
    let (ctx, secret) = (&job.ctx, job.secrets().await?.link(""));
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    let Some(needed) = (term.ask)(&mut tx, ctx, id, secret.hash()).await? else { return Ok(None) };
    // The letter went before, and its link kept the thing for another term.
    if job.attempt > 1 && needed.until.is_some_and(|day| day > last_asked(ctx, term)) {
        return Ok(None);
    }
    tx.unaudited(Unaudited::Secret);
    ctx.commit(tx).await?;
    Ok(Some((needed, secret)))
}

/// What ends until this day is asked about now.
pub(super) fn last_asked(ctx: &Ctx, term: &Term) -> Date {
    let ahead = ctx.municipality.settings.int(term.ask_days, ctx.today());
    ctx.today().saturating_add(jiff::Span::new().days(ahead))
}

/// Keeps it for another term with the link of the letter; where one goes on, and the notice there.
///
/// # Errors
/// [`Problem::NotFound`] when the link is no longer good.
pub(super) async fn keep(
    ctx: &Ctx,
    permit: &Permit<Answer>,
    link: &ByLink,
    token: &str,
) -> Result<(String, &'static str)> {
    let mut tx = ctx.begin(permit).await?;
    let (id, _) = (link.find)(&mut tx, ctx, auth::hash(token)).await?.ok_or(Problem::NotFound)?;
    tx.lock(id).await?;
    // Before it was locked it may have been closed, or kept by another tap: the link is no longer good then.
    (link.find)(&mut tx, ctx, auth::hash(token)).await?.ok_or(Problem::NotFound)?;
    let next = (link.keep)(&mut tx, ctx, &policy::follow(permit), id).await?;
    ctx.commit(tx).await?;
    Ok(next)
}

/// Ends what is past its last day.
pub(super) async fn end(ctx: &Ctx, permit: &Permit<System>, term: &Term, id: Uuid) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    match (term.end)(&mut tx, ctx, &policy::follow(permit), id).await {
        // Forgotten meanwhile; the others still end.
        Err(Problem::NotFound) => Ok(()),
        Err(problem) => Err(problem),
        Ok(()) => ctx.commit(tx).await,
    }
}

/// Has somebody asked about each of these.
pub(super) async fn ask_all(ctx: &Ctx, permit: &Permit<System>, term: &Term, ids: &[Uuid]) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    for id in ids {
        let job = AskStillNeeded { term: term.key.to_owned(), id: *id };
        tx.enqueue_at(ctx, &job, ctx.now, &format!("{}:{id}", term.key)).await?;
    }
    ctx.commit(tx).await
}
