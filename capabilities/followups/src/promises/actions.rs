//! A step of a promise.

use kernel::{Instant, Permit, Result};
use platform::{Ctx, followups::Promise};
use uuid::Uuid;

use crate::policy::{self, System};

/// Reminds, or without a number takes over, when the promise `due` still stands unfulfilled.
pub async fn step(
    ctx: &Ctx,
    permit: &Permit<System>,
    promise: &Promise,
    (id, due): (Uuid, Instant),
    number: Option<u32>,
) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(id).await?;
    if (promise.until)(&mut tx, ctx, id).await? != Some(due) {
        return Ok(());
    }
    let permit = policy::follow(permit);
    match (number, promise.remind) {
        (Some(number), Some(remind)) => remind(&mut tx, ctx, &permit, id, number).await?,
        (Some(_), None) => return Ok(()),
        (None, _) => (promise.take_over)(&mut tx, ctx, &permit, id).await?,
    }
    ctx.commit(tx).await
}
