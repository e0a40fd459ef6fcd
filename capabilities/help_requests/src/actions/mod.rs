//! What people do with help requests: one function per verb.
//!
//! | part | what it is for |
//! |---|---|
//! | [`writing`] | begin, answer the questions, send, close |
//! | [`helping`] | offer to help, choose, release |
//! | [`looking`] | exact data, with a row in the audit log for every look |
//! | [`clock`] | when nobody offers or nobody is chosen, the point looks along |
//! | [`still_needed`] | how long a request is shown: asking whether it is still needed, extending it, ending it |
//! | [`desk`] | look at what was sent in, tell people |
//! | [`helpers`] | ask to be a helper, confirm, refuse, end |
//! | [`trust`] | let go of what somebody helps with, when they are no longer trusted |

pub(crate) mod clock;
pub(crate) mod desk;
pub(crate) mod helpers;
pub(crate) mod helping;
pub(crate) mod looking;
pub(crate) mod still_needed;
pub(crate) mod trust;
pub(crate) mod writing;

use followups::{promises, questions};
use kernel::Result;
use platform::{Ctx, Tx, audit::Subject};

use super::{
    model::{Candidacy, Candidate, HelpRequest},
    outcomes::OUTCOME,
    settings, store,
};
use facets::model::HelpRequestId;

fn subject(id: HelpRequestId) -> Subject {
    Subject::of("help_request", id)
}

/// What audit rows about looks at exact data are about.
pub(super) fn private_subject(id: HelpRequestId) -> Subject {
    Subject::of("help_request_private", id)
}

fn shown_days(ctx: &Ctx) -> u32 {
    ctx.municipality.settings.count(&settings::SHOWN_DAYS, ctx.today())
}

/// There is news for the person who leads it: when no mail reaches them, the desk calls.
pub(super) async fn must_be_told(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    let account = people::account(tx, ctx.town(), request.steward).await?;
    if account.is_some_and(|account| account.email.is_none()) {
        request.tell_since = request.tell_since.or(Some(ctx.now));
    }
    Ok(())
}

/// Keeps what became of an offer to help.
async fn decide(tx: &mut Tx, ctx: &Ctx, offer: Candidate, state: Candidacy) -> Result<()> {
    store::SAVE_CANDIDATE.save(tx, &Candidate { state, decided_at: Some(ctx.now), ..offer }).await?;
    Ok(())
}

/// Forgets a request with all that belongs to it.
pub(super) async fn forget(tx: &mut Tx, ctx: &Ctx, id: HelpRequestId) -> Result<()> {
    promises::take_back(tx, ctx, &clock::ANSWER, id).await?;
    questions::forget(tx, ctx, &OUTCOME, id).await?;
    store::ERASE_PRIVATE.run(tx, (ctx.town(), id)).await?;
    store::FORGET_CANDIDATES.run(tx, (ctx.town(), id)).await?;
    store::FORGET.run(tx, (ctx.town(), id)).await?;
    Ok(())
}
