//! What is kept of one person: their copy of it, and its end.

use followups::questions;
use kernel::{PersonId, Result};
use platform::{Conn, Ctx, Tx, steps};
use serde_json::{Value, json};

use super::{
    actions::{self, clock},
    events::{HelpRequestChanged, HelpRequestClosed},
    mails::{LetterKind, SendLetter},
    model::{Closing, HelpRequest, Private},
    outcomes::{self, OUTCOME},
    store,
    views::looks,
};

/// What they asked, with exact data, and what they helped with.
pub(crate) async fn export(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Value> {
    let mut asked = Vec::new();
    for request in store::OF_STEWARD.all(conn, (ctx.town(), person)).await? {
        let private = store::PRIVATE.optional(conn, (ctx.town(), request.id)).await?.map(Private::from);
        let seen_by = looks(conn, ctx, request.id).await?;
        let outcomes = outcomes::copied(&questions::of(conn, ctx, &OUTCOME, request.id).await?);
        asked.push(json!({ "request": request, "exact_data": private, "seen_by": seen_by, "outcomes": outcomes }));
    }
    let helped = store::CANDIDACIES.all(conn, (ctx.town(), person)).await?;
    let helper = store::HELPER.optional(conn, (ctx.town(), person)).await?;
    let outcomes = outcomes::copied(&questions::of_with(conn, ctx, &OUTCOME, person).await?);
    Ok(json!({ "asked": asked, "helped": helped, "helper": helper, "outcomes": outcomes }))
}

/// Their requests go with everything that belongs to them, what they would help with goes, and a request they were helping
/// with is open again.
pub(crate) async fn erase(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    for request in store::OF_STEWARD.all(tx, (ctx.town(), person)).await? {
        let request: HelpRequest = steps::load(tx, ctx, request.id).await?;
        if request.is_public() {
            tx.record(ctx, &HelpRequestClosed::of(&request, Closing::Unknown, false)).await?;
        }
        actions::forget(tx, ctx, request.id).await?;
    }
    for request in store::OF_HELPER.all(tx, (ctx.town(), person)).await? {
        let mut request: HelpRequest = steps::load(tx, ctx, request.id).await?;
        if request.helper != Some(person) {
            continue;
        }
        if request.release(ctx.now).is_ok() {
            clock::start(tx, ctx, &mut request).await?;
            actions::must_be_told(tx, ctx, &mut request).await?;
            tx.record(ctx, &HelpRequestChanged::of(&request)).await?;
            tx.enqueue(ctx, &SendLetter::to_steward(request.id, LetterKind::Withdrawn)).await?;
        } else {
            (request.helper, request.helper_organisation) = (None, None);
        }
        store::SAVE.save(tx, &request).await?;
    }
    questions::forget_with(tx, ctx, &OUTCOME, person).await?;
    store::FORGET_CANDIDACIES.run(tx, (ctx.town(), person)).await?;
    store::FORGET_HELPER.run(tx, (ctx.town(), person)).await?;
    Ok(())
}
