//! An end to somebody's data.

use kernel::{Permit, PersonId, PersonRole, Problem, Result};
use platform::{Ctx, Tx, audit::Subject, auth, mail};
use serde_json::json;

use super::jobs::SayGoodbye;
use crate::{desk, events::PersonErased, imports, oidc, passkeys, profile, signin, store};

/// Ends everything that is kept of somebody, in one transaction: every capability its part, the higher strata first.
/// A letter to the address they had says so.
///
/// # Errors
/// [`Problem::Conflict`] when the town would be left without a manager. Then nothing has changed.
pub(crate) async fn erase<A>(ctx: &Ctx, permit: &Permit<A>, person: PersonId, why: &'static str) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(person).await?;
    let Some(account) = crate::account(&mut tx, ctx.town(), person).await? else { return Ok(()) };
    if account.roles.contains(&PersonRole::Manager)
        && crate::holders(&mut tx, ctx.town(), PersonRole::Manager).await?.len() == 1
    {
        return Err(Problem::Conflict("people-conflict-last-manager"));
    }
    for plan in ctx.app.plans.iter().rev() {
        for erase in plan.endings.iter().copied().chain(plan.person_data.iter().map(|part| part.erase)) {
            erase(&mut tx, ctx, person).await?;
        }
    }
    auth::end_all_sessions(&mut tx, ctx.town(), person).await?;
    if let Some(email) = account.email {
        mail::forget_reader(&mut tx, ctx, &email).await?;
        let lang = account.lang.unwrap_or(ctx.lang);
        tx.enqueue(ctx, &SayGoodbye { email, lang }).await?;
    }
    tx.record(ctx, &PersonErased { person }).await?;
    tx.audit(ctx, permit, "person.erase", Subject::of("person", person), &json!({ "why": why })).await?;
    ctx.commit(tx).await
}

/// Ends what this capability keeps. The row of the person stays, without a word in it: other rows point at it.
pub(crate) async fn erase_own_part(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    let town = ctx.town();
    if let Some(email) = crate::account(tx, town, person).await?.and_then(|account| account.email) {
        signin::store::FORGET_EMAIL.run(tx, (town, email)).await?;
    }
    signin::store::FORGET_PERSON.run(tx, (town, Some(person))).await?;
    signin::store::FORGET_STEPS_OF.run(tx, (town, Some(person))).await?;
    passkeys::store::FORGET_PERSON.run(tx, (town, person)).await?;
    oidc::store::FORGET_PERSON.run(tx, (town, person)).await?;
    profile::store::FORGET.run(tx, (town, person)).await?;
    // Without this another system's next file would fill the emptied row again.
    imports::forget(tx, town, person).await?;
    desk::store::END_CARDS.run(tx, (town, person)).await?;
    desk::store::FORGET_PERSON.run(tx, (town, person)).await?;
    desk::store::FORGET_RECORDER.run(tx, (town, Some(person))).await?;
    desk::store::FORGET_MAKER.run(tx, (town, Some(person))).await?;
    store::REVOKE_ALL.run(tx, (town, person)).await?;
    store::ERASE.run(tx, (town, person, ctx.now)).await?;
    Ok(())
}
