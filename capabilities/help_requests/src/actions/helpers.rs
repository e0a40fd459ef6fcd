//! Who may help: asking to be a helper, and what the desk says to it. The audit rows are about the person.

use kernel::{Permit, PersonId, PersonRole, Problem, Result};
use platform::{Ctx, Tx, audit::Subject};
use serde_json::json;

use super::trust;
use crate::{
    forms::Confirmation,
    mails::SendHelperLetter,
    model::{Helper, Helping},
    policy::{Apply, Mediate, System},
    store,
};

async fn load(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<Option<Helper>> {
    tx.lock(person).await?;
    Ok(store::HELPER.optional(tx, (ctx.town(), person)).await?)
}

/// Somebody asks to be confirmed as a helper.
///
/// # Errors
/// [`Problem::Conflict`] when they are confirmed already.
pub(crate) async fn apply(ctx: &Ctx, permit: &Permit<Apply>, motivation: String) -> Result<()> {
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    if load(&mut tx, ctx, person).await?.is_some_and(|known| known.holds(ctx.today())) {
        return Err(Problem::Conflict("help-request-error-confirmed"));
    }
    store::SAVE_HELPER.save(&mut tx, &Helper::asking(ctx.town(), person, motivation, ctx.now)).await?;
    tx.audit(ctx, permit, "helper.apply", Subject::of("person", person), &json!({})).await?;
    ctx.commit(tx).await
}

/// Confirms a helper: how checked, until when.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such person.
pub(crate) async fn confirm(
    ctx: &Ctx,
    permit: &Permit<Mediate>,
    person: PersonId,
    confirmation: Confirmation,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    people::account(&mut tx, ctx.town(), person).await?.ok_or(Problem::NotFound)?;
    let known = load(&mut tx, ctx, person).await?;
    let confirmed = Helper {
        state: Helping::Confirmed,
        checked: Some(confirmation.checked),
        valid_until: Some(confirmation.valid_until),
        answer: None,
        decided_by: permit.actor().person_id(),
        decided_at: Some(ctx.now),
        changed_at: ctx.now,
        ..known.unwrap_or_else(|| Helper::asking(ctx.town(), person, String::new(), ctx.now))
    };
    store::SAVE_HELPER.save(&mut tx, &confirmed).await?;
    people::give_role(&mut tx, ctx, person, PersonRole::ConfirmedHelper).await?;
    tx.enqueue(ctx, &SendHelperLetter { person, confirmed: true }).await?;
    let details = json!({ "checked": confirmation.checked, "until": confirmation.valid_until });
    tx.audit(ctx, permit, "helper.confirm", Subject::of("person", person), &details).await?;
    ctx.commit(tx).await
}

/// Does not confirm the person who asked, with an answer.
///
/// # Errors
/// [`Problem::Conflict`] when they do not wait for it.
pub(crate) async fn refuse(ctx: &Ctx, permit: &Permit<Mediate>, person: PersonId, answer: String) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let known = load(&mut tx, ctx, person).await?.ok_or(Problem::NotFound)?;
    if known.state != Helping::Asked {
        return Err(Problem::Conflict("help-request-error-step"));
    }
    let refused = Helper {
        state: Helping::Refused,
        answer: Some(answer),
        decided_by: permit.actor().person_id(),
        decided_at: Some(ctx.now),
        changed_at: ctx.now,
        ..known
    };
    store::SAVE_HELPER.save(&mut tx, &refused).await?;
    tx.enqueue(ctx, &SendHelperLetter { person, confirmed: false }).await?;
    tx.audit(ctx, permit, "helper.refuse", Subject::of("person", person), &json!({})).await?;
    ctx.commit(tx).await
}

/// Ends a confirmation before its day, and with it what they help with.
///
/// # Errors
/// [`Problem::Conflict`] when there is none.
pub(crate) async fn end(ctx: &Ctx, permit: &Permit<Mediate>, person: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let known = load(&mut tx, ctx, person).await?.ok_or(Problem::NotFound)?;
    if known.state != Helping::Confirmed {
        return Err(Problem::Conflict("help-request-error-step"));
    }
    let let_go = end_trust(&mut tx, ctx, known).await?;
    tx.audit(ctx, permit, "helper.end", Subject::of("person", person), &json!({ "let_go": let_go })).await?;
    ctx.commit(tx).await
}

/// Ends the confirmation of a helper whose last day has passed, and with it what they help with. Nothing happens to a
/// person who was confirmed again meanwhile.
pub(crate) async fn end_overdue(ctx: &Ctx, permit: &Permit<System>, person: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let known = load(&mut tx, ctx, person).await?;
    let over = |helper: &Helper| helper.state == Helping::Confirmed && !helper.holds(ctx.today());
    let Some(helper) = known.filter(over) else { return Ok(()) };
    let details = json!({ "let_go": end_trust(&mut tx, ctx, helper).await?, "why": "term" });
    tx.audit(ctx, permit, "helper.end", Subject::of("person", person), &details).await?;
    ctx.commit(tx).await
}

/// How many requests they leave.
async fn end_trust(tx: &mut Tx, ctx: &Ctx, helper: Helper) -> Result<usize> {
    let person = helper.person;
    store::SAVE_HELPER.save(tx, &Helper { state: Helping::Ended, changed_at: ctx.now, ..helper }).await?;
    people::take_role(tx, ctx, person, PersonRole::ConfirmedHelper).await?;
    Ok(trust::let_go(tx, ctx, person).await?.len())
}
