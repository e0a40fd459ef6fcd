//! Promises with a clock: reminders at moments before the end, and at the end another takes over.
//!
//! Each step is a job at a fixed moment. A job asks again until when the promise holds, so it may run late, twice, or after it
//! was kept or began anew, without harm.

mod actions;
mod jobs;

use kernel::{Instant, Result};
use platform::{Ctx, Tx, followups::Promise};
use uuid::Uuid;

pub use self::jobs::{Remind, TakeOver, remind, take_over};

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
    for (number, at) in reminders {
        let job = Remind { promise: promise.key.to_owned(), id, number: *number, due };
        tx.enqueue_at(ctx, &job, *at, &format!("{}:{id}:{number}", promise.key)).await?;
    }
    let job = TakeOver { promise: promise.key.to_owned(), id, due };
    tx.enqueue_at(ctx, &job, due, &format!("{}:{id}", promise.key)).await
}

/// Takes back what would have happened: it was kept, or nobody owes anything any more.
pub async fn take_back(tx: &mut Tx, ctx: &Ctx, promise: &Promise, id: impl Into<Uuid>) -> Result<()> {
    let id = id.into();
    for number in 1..=promise.reminders {
        tx.cancel::<Remind>(ctx, &format!("{}:{id}:{number}", promise.key)).await?;
    }
    tx.cancel::<TakeOver>(ctx, &format!("{}:{id}", promise.key)).await
}
