//! A step of a promise.

use kernel::{Permit, Result};
use platform::{Ctx, followups::Promise};

use super::Step;
use crate::policy::{self, System};

/// Reminds or takes over, when the promise still stands unfulfilled.
pub(super) async fn step(ctx: &Ctx, permit: &Permit<System>, promise: &Promise, step: &Step) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(step.id).await?;
    if (promise.until)(&mut tx, ctx, step.id).await? != Some(step.due) {
        return Ok(());
    }
    let permit = policy::follow(permit);
    match (step.reminder, promise.remind) {
        (Some(number), Some(remind)) => remind(&mut tx, ctx, &permit, step.id, number).await?,
        (Some(_), None) => return Ok(()),
        (None, _) => (promise.take_over)(&mut tx, ctx, &permit, step.id).await?,
    }
    ctx.commit(tx).await
}
