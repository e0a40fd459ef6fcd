//! What the desk does: looks at what was sent in, tells people by telephone, confirms helpers.

use kernel::{Permit, PersonId, PersonRole, Problem, Result};
use platform::{Ctx, Tx, audit::Subject};
use serde_json::json;

use super::{changed, clock, load, must_be_told, published, save, shown_days, subject, trust};
use crate::{
    forms::Confirmation,
    mails::{LetterKind, SendHelperLetter, SendLetter},
    model::{Helper, Helping, State},
    policy::{Apply, Mediate},
    store::{self, HelperRow},
};
use facets::model::HelpRequestId;

/// Makes what was sent in public.
///
/// # Errors
/// [`Problem::Conflict`] when it does not wait for that.
pub async fn publish(ctx: &Ctx, permit: &Permit<Mediate>, id: HelpRequestId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    if request.state != State::Waiting {
        return Err(Problem::Conflict("help-request-error-step"));
    }
    request.publish(ctx.today(), shown_days(ctx), ctx.now)?;
    clock::start(&mut tx, ctx, &mut request).await?;
    published(&mut tx, ctx, &request).await?;
    must_be_told(&mut tx, ctx, &mut request).await?;
    tx.enqueue(ctx, &SendLetter::to_steward(id, LetterKind::Published)).await?;
    tx.audit(ctx, permit, "help_request.publish", subject(id), &json!({})).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await
}

/// Sends a request back with a note: before it is public, or taken off.
///
/// # Errors
/// [`Problem::Conflict`] when it is not waiting or live.
pub async fn send_back(ctx: &Ctx, permit: &Permit<Mediate>, id: HelpRequestId, note: String) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    let was_live = request.state == State::Live;
    request.step(State::Draft, ctx.now)?;
    request.note = Some(note);
    must_be_told(&mut tx, ctx, &mut request).await?;
    if was_live {
        clock::stop(&mut tx, ctx, &mut request).await?;
        changed(&mut tx, ctx, &request).await?;
    }
    tx.enqueue(ctx, &SendLetter::to_steward(id, LetterKind::SentBack)).await?;
    tx.audit(ctx, permit, "help_request.send_back", subject(id), &json!({})).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await
}

/// The asker was told by telephone what is new.
pub async fn told(ctx: &Ctx, permit: &Permit<Mediate>, id: HelpRequestId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let mut request = load(&mut tx, ctx, id).await?;
    request.tell_since = None;
    tx.audit(ctx, permit, "help_request.tell", subject(id), &json!({})).await?;
    save(&mut tx, request).await?;
    ctx.commit(tx).await
}

fn person_subject(person: PersonId) -> Subject {
    Subject::of("person", person)
}

async fn helper(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<Option<Helper>> {
    tx.lock(person).await?;
    Ok(store::HELPER.optional(tx, (ctx.town(), person)).await?.map(Into::into))
}

async fn save_helper(tx: &mut Tx, ctx: &Ctx, helper: Helper) -> Result<()> {
    store::SAVE_HELPER.run(tx, HelperRow::new(ctx.town(), helper)).await?;
    Ok(())
}

fn asking(ctx: &Ctx, person: PersonId, motivation: String) -> Helper {
    Helper {
        person,
        state: Helping::Asked,
        motivation,
        checked: None,
        valid_until: None,
        answer: None,
        decided_by: None,
        asked_at: ctx.now,
        decided_at: None,
        changed_at: ctx.now,
    }
}

/// Somebody asks to be confirmed as a helper.
///
/// # Errors
/// [`Problem::Conflict`] when they are confirmed already.
pub async fn apply(ctx: &Ctx, permit: &Permit<Apply>, motivation: String) -> Result<()> {
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    if helper(&mut tx, ctx, person).await?.is_some_and(|known| known.holds(ctx.today())) {
        return Err(Problem::Conflict("help-request-error-confirmed"));
    }
    save_helper(&mut tx, ctx, asking(ctx, person, motivation)).await?;
    tx.audit(ctx, permit, "helper.apply", person_subject(person), &json!({})).await?;
    ctx.commit(tx).await
}

/// Confirms a helper: how checked, until when.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such person.
pub async fn confirm(ctx: &Ctx, permit: &Permit<Mediate>, person: PersonId, confirmation: Confirmation) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    people::account(&mut tx, ctx.town(), person).await?.ok_or(Problem::NotFound)?;
    let known = helper(&mut tx, ctx, person).await?.unwrap_or_else(|| asking(ctx, person, String::new()));
    let confirmed = Helper {
        state: Helping::Confirmed,
        checked: Some(confirmation.checked),
        valid_until: Some(confirmation.valid_until),
        answer: None,
        decided_by: permit.actor().person_id(),
        decided_at: Some(ctx.now),
        changed_at: ctx.now,
        ..known
    };
    save_helper(&mut tx, ctx, confirmed).await?;
    people::give_role(&mut tx, ctx, person, PersonRole::ConfirmedHelper).await?;
    tx.enqueue(ctx, &SendHelperLetter { person, confirmed: true }).await?;
    let details = json!({ "checked": confirmation.checked, "until": confirmation.valid_until });
    tx.audit(ctx, permit, "helper.confirm", person_subject(person), &details).await?;
    ctx.commit(tx).await
}

/// Does not confirm who asked, with an answer.
///
/// # Errors
/// [`Problem::Conflict`] when they do not wait for it.
pub async fn refuse(ctx: &Ctx, permit: &Permit<Mediate>, person: PersonId, answer: String) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let known = helper(&mut tx, ctx, person).await?.ok_or(Problem::NotFound)?;
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
    save_helper(&mut tx, ctx, refused).await?;
    tx.enqueue(ctx, &SendHelperLetter { person, confirmed: false }).await?;
    tx.audit(ctx, permit, "helper.refuse", person_subject(person), &json!({})).await?;
    ctx.commit(tx).await
}

/// Ends a confirmation before its day, and with it what they help with.
///
/// # Errors
/// [`Problem::Conflict`] when there is none.
pub async fn end(ctx: &Ctx, permit: &Permit<Mediate>, person: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let known = helper(&mut tx, ctx, person).await?.ok_or(Problem::NotFound)?;
    if known.state != Helping::Confirmed {
        return Err(Problem::Conflict("help-request-error-step"));
    }
    save_helper(&mut tx, ctx, Helper { state: Helping::Ended, changed_at: ctx.now, ..known }).await?;
    people::take_role(&mut tx, ctx, person, PersonRole::ConfirmedHelper).await?;
    let let_go = trust::let_go(&mut tx, ctx, person).await?.len();
    let details = json!({ "let_go": let_go });
    tx.audit(ctx, permit, "helper.end", person_subject(person), &details).await?;
    ctx.commit(tx).await
}
