//! What people do with help requests: one function per verb.
//!
//! | part | what it is for |
//! |---|---|
//! | [`writing`] | begin, answer the questions, send, extend, close |
//! | [`helping`] | offer to help, choose, release |
//! | [`looking`] | exact data, with a row in the audit log for every look |
//! | [`clock`] | when nobody offers or nobody is chosen, the point looks along |
//! | [`desk`] | look at what was sent in, tell people, confirm helpers |
//! | [`terms`] | what the system does by itself |

pub mod clock;
pub mod desk;
pub mod helping;
pub mod looking;
pub mod terms;
pub mod trust;
pub mod writing;

use kernel::{Problem, Result};
use platform::{Ctx, Tx, audit::Subject};

use super::{
    events::{HelpRequestChanged, HelpRequestPublished},
    model::HelpRequest,
    settings, store,
};
use facets::model::HelpRequestId;

/// What audit rows about a request are about.
pub(super) fn subject(id: HelpRequestId) -> Subject {
    Subject::of("help_request", id)
}

/// What audit rows about looks at exact data are about.
pub(super) fn private_subject(id: HelpRequestId) -> Subject {
    Subject::of("help_request_private", id)
}

fn shown_days(ctx: &Ctx) -> u32 {
    ctx.municipality.settings.count(&settings::SHOWN_DAYS, ctx.today())
}

async fn load(tx: &mut Tx, ctx: &Ctx, id: HelpRequestId) -> Result<HelpRequest> {
    tx.lock(id).await?;
    store::FIND.optional(tx, (ctx.town(), id)).await?.map(Into::into).ok_or(Problem::NotFound)
}

async fn save(tx: &mut Tx, request: HelpRequest) -> Result<()> {
    store::SAVE.run(tx, request.into()).await?;
    Ok(())
}

async fn published(tx: &mut Tx, ctx: &Ctx, request: &HelpRequest) -> Result<()> {
    tx.record(ctx, &HelpRequestPublished { help_request: request.id }).await
}

async fn changed(tx: &mut Tx, ctx: &Ctx, request: &HelpRequest) -> Result<()> {
    tx.record(ctx, &HelpRequestChanged { help_request: request.id }).await
}

/// There is news for who leads it: when no mail reaches them, the desk calls.
async fn must_be_told(tx: &mut Tx, ctx: &Ctx, request: &mut HelpRequest) -> Result<()> {
    let account = people::account(tx, ctx.town(), request.steward).await?;
    if account.is_some_and(|account| account.email.is_none()) {
        request.tell_since = request.tell_since.or(Some(ctx.now));
    }
    Ok(())
}
