//! What the system does by itself: asks whether a request still holds, ends it, erases exact data, forgets.

use followups::{promises, questions};
use kernel::{Instant, Permit, PersonId, PersonRole, Result};
use platform::{
    Ctx, Tx,
    audit::{Subject, Unaudited},
    followups::{BATCH, ByLink, StillNeeded, Term, ids},
    subjects::Follow,
};
use serde_json::json;

use super::{clock, load, must_be_told, save, subject, trust, writing};
use crate::{
    events::{HelpRequestChanged, HelpRequestClosed},
    mails::{LetterKind, SendLetter},
    model::{Closing, HelpRequest, Helper, Helping, State},
    outcomes::OUTCOME,
    policy::System,
    settings,
    store::{self, HelperRow},
};
use facets::model::HelpRequestId;

/// A request is public for a term, and longer when the asker says that it still holds.
pub static SHOWN: Term = Term {
    key: "help-request",
    letter: ("help-request-mail-", "keep"),
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
pub const BY_LINK: ByLink = ByLink {
    words: "help-request-keep-",
    address: "/hulpvragen/verlengen",
    mine: ("/mijn/hulpvragen", "help-request-mine-title"),
    days: &settings::SHOWN_DAYS,
    find: |conn, ctx, hash| {
        Box::pin(async move {
            let found = store::BY_KEEP.optional(conn, (ctx.town(), hash)).await?;
            Ok(found.map(|row| (row.id.0, row.title)))
        })
    },
    keep: |tx, ctx, permit, id| Box::pin(writing::extend_by_link(tx, ctx, permit, HelpRequestId(id))),
};

async fn ask(tx: &mut Tx, ctx: &Ctx, id: HelpRequestId, secret: Vec<u8>) -> Result<Option<StillNeeded>> {
    let row = store::FIND.optional(tx, (ctx.town(), id)).await?;
    let Some(mut request) = row.map(HelpRequest::from).filter(HelpRequest::is_public) else { return Ok(None) };
    request.keep_hash = Some(secret);
    must_be_told(tx, ctx, &mut request).await?;
    save(tx, request.clone()).await?;
    Ok(Some(StillNeeded {
        readers: people::reader(tx, ctx, request.steward).await?.into_iter().collect(),
        page: format!("/mijn/hulpvragen/{id}"),
        title: request.title,
        until: request.expires_on,
        links: vec![("help-request-mail-keep-close", format!("/mijn/hulpvragen/{id}/sluiten"))],
    }))
}

/// Ends a request whose term passed: one without a helper expires, one with a helper closes with an unknown outcome.
async fn expire(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Follow>, id: HelpRequestId) -> Result<()> {
    let mut request = load(tx, ctx, id).await?;
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
    tx.record(ctx, &HelpRequestClosed { help_request: id, closing: Closing::Unknown, expired: true }).await?;
    tx.enqueue(ctx, &SendLetter::to_steward(id, LetterKind::Expired)).await?;
    tx.audit(ctx, permit, "help_request.expire", subject(id), &json!({})).await?;
    save(tx, request).await
}

/// Ends the confirmation of a helper whose last day has passed, and with it what they help with. Nothing happens to who was
/// confirmed again meanwhile.
pub async fn end_helper(ctx: &Ctx, permit: &Permit<System>, person: PersonId) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(person).await?;
    let known = store::HELPER.optional(&mut tx, (ctx.town(), person)).await?.map(Helper::from);
    let over = |helper: &Helper| helper.state == Helping::Confirmed && !helper.holds(ctx.today());
    let Some(helper) = known.filter(over) else { return Ok(()) };
    people::take_role(&mut tx, ctx, person, PersonRole::ConfirmedHelper).await?;
    let ended = Helper { state: Helping::Ended, changed_at: ctx.now, ..helper };
    store::SAVE_HELPER.run(&mut tx, HelperRow::new(ctx.town(), ended)).await?;
    let let_go = trust::let_go(&mut tx, ctx, person).await?.len();
    let details = json!({ "let_go": let_go, "why": "term" });
    tx.audit(ctx, permit, "helper.end", Subject::of("person", person), &details).await?;
    ctx.commit(tx).await
}

/// Erases exact data older than `private_before`, helpers who stopped before `helpers_before`, and what was asked about
/// outcomes before `outcomes_before`.
pub async fn erase(
    ctx: &Ctx,
    permit: &Permit<System>,
    private_before: Instant,
    helpers_before: Instant,
    outcomes_before: Instant,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    store::ERASE_OLD_PRIVATE.run(&mut tx, (ctx.town(), private_before)).await?;
    store::FORGET_HELPERS.run(&mut tx, (ctx.town(), helpers_before)).await?;
    questions::forget_before(&mut tx, ctx, &OUTCOME, outcomes_before).await?;
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}

/// Forgets these requests with all that belongs to them.
pub async fn forget(ctx: &Ctx, permit: &Permit<System>, requests: &[HelpRequestId]) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    for id in requests {
        forget_one(&mut tx, ctx, *id).await?;
    }
    tx.unaudited(Unaudited::Term);
    ctx.commit(tx).await
}

async fn forget_one(tx: &mut Tx, ctx: &Ctx, id: HelpRequestId) -> Result<()> {
    promises::take_back(tx, ctx, &clock::ANSWER, id).await?;
    questions::forget(tx, ctx, &OUTCOME, id).await?;
    store::ERASE_PRIVATE.run(tx, (ctx.town(), id)).await?;
    store::FORGET_CANDIDATES.run(tx, (ctx.town(), id)).await?;
    store::FORGET.run(tx, (ctx.town(), id)).await?;
    Ok(())
}

/// Ends what is kept of somebody, in the transaction in which all capabilities do: their requests go with everything that
/// belongs to them, what they would help with goes, and a request they were helping with is open again.
pub async fn erase_person(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    for row in store::OF_STEWARD.all(tx, (ctx.town(), person)).await? {
        if matches!(row.state.0, State::Live | State::Matched) {
            let event = HelpRequestClosed { help_request: row.id, closing: Closing::Unknown, expired: false };
            tx.record(ctx, &event).await?;
        }
        forget_one(tx, ctx, row.id).await?;
    }
    for row in store::OF_HELPER.all(tx, (ctx.town(), person)).await? {
        let mut request = HelpRequest::from(row);
        if request.release(ctx.now).is_ok() {
            clock::start(tx, ctx, &mut request).await?;
            must_be_told(tx, ctx, &mut request).await?;
            tx.record(ctx, &HelpRequestChanged { help_request: request.id }).await?;
            tx.enqueue(ctx, &SendLetter::to_steward(request.id, LetterKind::Withdrawn)).await?;
        } else {
            request.helper = None;
        }
        save(tx, request).await?;
    }
    questions::forget_with(tx, ctx, &OUTCOME, person).await?;
    store::FORGET_CANDIDACIES.run(tx, (ctx.town(), person)).await?;
    store::FORGET_HELPER.run(tx, (ctx.town(), person)).await?;
    Ok(())
}
