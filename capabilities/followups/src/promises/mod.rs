//! Promises with a clock: reminders at moments before the end, and at the end another takes over.
//!
//! Each step is a job at a fixed moment. A job asks again until when the promise holds, so it may run late, twice, or after it
//! was kept or began anew, without harm.

mod actions;
mod jobs;

use kernel::{Instant, Result};
use platform::{Ctx, Tx, followups::Promise};
use uuid::Uuid;

pub use self::jobs::{Step, step};

/// Starts the clock of a promise, or starts it again: reminders with their numbers, from 1, and the end.
pub async fn promise(
    tx: &mut Tx,
    ctx: &Ctx,
    promise: &Promise,
    id: impl Into<Uuid>,
    (reminders, due): (&[(u32, Instant)], Instant),
) -> Result<()> {
    let id = id.into();
    take_back(tx, ctx, promise, id).await?;
    let reminders = reminders.iter().map(|(number, at)| (Some(*number), *at));
    for (reminder, at) in reminders.chain([(None, due)]) {
        let step = Step::new(promise, id, due, reminder);
        tx.enqueue_at(ctx, &step, at, &key(promise, id, reminder)).await?;
    }
    Ok(())
}

/// Takes back what would have happened: it was kept, or nobody owes anything any more.
pub async fn take_back(tx: &mut Tx, ctx: &Ctx, promise: &Promise, id: impl Into<Uuid>) -> Result<()> {
    let id = id.into();
    for reminder in (1..=promise.reminders).map(Some).chain([None]) {
        tx.cancel::<Step>(ctx, &key(promise, id, reminder)).await?;
    }
    Ok(())
}

fn key(promise: &Promise, id: Uuid, reminder: Option<u32>) -> String {
    format!("{}:{id}:{}", promise.key, reminder.unwrap_or_default())
}
