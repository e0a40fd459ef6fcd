//! How long a request is shown: near its last day the person who leads it is asked whether it is still needed. They extend
//! it, or it ends.

use kernel::{Permit, Result};
use platform::{
    Ctx, Tx,
    followups::{BATCH, ByLink, StillNeeded, Term, ids},
    steps::load,
    subjects::Follow,
};
use serde_json::json;

use super::{clock, must_be_told, shown_days, subject};
use crate::{
    events::{HelpRequestClosed, HelpRequestPublished},
    mails::{FAMILY, LetterKind, SendLetter},
    model::{Closing, HelpRequest, State},
    policy::Lead,
    settings, store, views,
};
use facets::model::HelpRequestId;

/// A request is public for a term, and longer when the asker says that it still holds.
pub(crate) static SHOWN: Term = Term {
    key: "help-request",
    letter: (FAMILY, "keep"),
    ask_days: &settings::REMINDER_DAYS,
    to_ask: |conn, ctx, until| {
        Box::pin(async move { Ok(ids(store::TO_ASK.all(conn, (ctx.town(), until, BATCH)).await?)) })
    },
    over: |conn, ctx, today| {
        Box::pin(async move { Ok(ids(store::TO_EXPIRE.all(conn, (ctx.town(), today, BATCH)).await?)) })
    },
    ask: |tx, ctx, id, secret| Box::pin(ask(tx, ctx, HelpRequestId(id), secret)),
    end: |tx, ctx, permit, id| Box::pin(expire(tx, ctx, permit, HelpRequestId(id))),
    by_link: Some(BY_LINK),
};

/// Keeping one with the link of the letter.
pub(crate) const BY_LINK: ByLink = ByLink {
    words: "help-request-keep-",
    address: "/hulpvragen/verlengen",
    mine: ("/mijn/hulpvragen", "help-request-mine-title"),
    days: &settings::SHOWN_DAYS,
    find: |conn, ctx, hash| {
        Box::pin(async move {
            let found = store::BY_KEEP.optional(conn, (ctx.town(), hash)).await?;
            Ok(found.map(|request| (request.id.0, request.title)))
        })
    },
    keep: |tx, ctx, permit, id| Box::pin(extend_by_link(tx, ctx, permit, HelpRequestId(id))),
};

async fn ask(tx: &mut Tx, ctx: &Ctx, id: HelpRequestId, secret: Vec<u8>) -> Result<Option<StillNeeded>> {
    let found = store::FIND.optional(tx, (ctx.town(), id)).await?;
    let Some(mut request) = found.filter(HelpRequest::is_public) else { return Ok(None) };
    request.keep_hash = Some(secret);
    must_be_told(tx, ctx, &mut request).await?;
    store::SAVE.save(tx, &request).await?;
    Ok(Some(StillNeeded {
        readers: people::reader(tx, ctx, request.steward).await?.into_iter().collect(),
        page: format!("/mijn/hulpvragen/{id}"),
        title: request.title,
        until: request.expires_on,
        links: vec![("help-request-mail-keep-close", format!("/mijn/hulpvragen/{id}/sluiten"))],
    }))
}

/// Holds for another term; gives the state in which that leaves it: a draft when its exact data must be filled in first.
///
/// # Errors
/// [`Problem::Conflict`](kernel::Problem::Conflict) when it is over.
pub(crate) async fn extend(ctx: &Ctx, permit: &Permit<Lead>, id: HelpRequestId) -> Result<State> {
    let mut change = ctx.change::<HelpRequest, _>(permit, id, "extend").await?;
    let (tx, request) = change.parts();
    hold_on(tx, ctx, request).await?;
    Ok(change.done_with(|request| json!({ "until": request.expires_on })).await?.state)
}

/// As [`extend`], by the link of the mail; gives where one goes on.
async fn extend_by_link(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<Follow>,
    id: HelpRequestId,
) -> Result<(String, &'static str)> {
    let mut request = load::<HelpRequest>(tx, ctx, id).await?;
    hold_on(tx, ctx, &mut request).await?;
    let details = json!({ "until": request.expires_on, "by": "link" });
    tx.audit(ctx, permit, "help_request.extend", subject(id), &details).await?;
    store::SAVE.save(tx, &request).await?;
    Ok(views::after_keeping(id, request.state, "/hulpvragen"))
}

/// What had expired looks for a helper anew. Without exact data nobody could come: when those were erased meanwhile, it is
/// filled in and sent in again.
async fn hold_on(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    let had_expired = request.state == State::Expired;
    let (count,) = store::HAS_PRIVATE.one(tx, (ctx.town(), request.id)).await?;
    if had_expired && count == 0 {
        return request.begin_again(ctx.now);
    }
    request.extend(ctx.today(), shown_days(ctx), ctx.now)?;
    if had_expired {
        clock::start(tx, ctx, request).await?;
    }
    tx.record(ctx, &HelpRequestPublished::of(request)).await
}

/// Ends a request whose term passed: one without a helper expires, one with a helper closes with an unknown outcome.
async fn expire(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, id: HelpRequestId) -> Result<()> {
    let mut request = load::<HelpRequest>(tx, ctx, id).await?;
    if request.expires_on.is_none_or(|last| ctx.today() <= last) {
        return Ok(());
    }
    match request.state {
        State::Live => request.step(State::Expired, ctx.now)?,
        State::Matched => request.close(Closing::Unknown, ctx.now)?,
        _ => return Ok(()),
    }
    request.closing = Some(Closing::Unknown);
    clock::stop(tx, ctx, &mut request).await?;
    must_be_told(tx, ctx, &mut request).await?;
    tx.record(ctx, &HelpRequestClosed::of(&request, Closing::Unknown, true)).await?;
    tx.enqueue(ctx, &SendLetter::to_steward(id, LetterKind::Expired)).await?;
    tx.audit(ctx, permit, "help_request.expire", subject(id), &json!({})).await?;
    store::SAVE.save(tx, &request).await?;
    Ok(())
}
