//! Looking at exact data. There is no other way to them for a page: each look is in the audit log before it is shown.

use kernel::{Permit, Problem, Result};
use platform::Ctx;
use serde_json::json;

use super::private_subject;
use crate::{
    events::HelpRequestLookedAt,
    model::{LookReason, Private},
    policy::SeePrivate,
    store,
};
use facets::model::HelpRequestId;

/// As what somebody looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LookingAs {
    /// Who leads the request.
    Asker,
    /// The helper who was chosen.
    Helper,
    /// The desk, for a reason.
    Desk(LookReason),
}

impl LookingAs {
    /// The code in the audit log.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Asker => "asker",
            Self::Helper => "helper",
            Self::Desk(_) => "desk",
        }
    }
}

/// The exact data, after the look was noted. `None` when they were erased, or never written.
///
/// # Errors
/// [`Problem::SignInFirst`] when the permit is nobody's; when the database refuses, and then nothing is shown.
pub(crate) async fn look(
    ctx: &Ctx,
    permit: &Permit<SeePrivate>,
    id: HelpRequestId,
    looking_as: LookingAs,
) -> Result<Option<Private>> {
    let by = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    let Some(row) = store::PRIVATE.optional(&mut tx, (ctx.town(), id)).await? else { return Ok(None) };
    let reason = match looking_as {
        LookingAs::Desk(reason) => Some(reason),
        LookingAs::Asker | LookingAs::Helper => None,
    };
    let details = json!({ "as": looking_as.code(), "reason": reason });
    tx.audit(ctx, permit, "help_request.look", private_subject(id), &details).await?;
    tx.record(ctx, &HelpRequestLookedAt { help_request: id, by }).await?;
    ctx.commit(tx).await?;
    Ok(Some(row.into()))
}
