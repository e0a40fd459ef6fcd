//! Work that was given up, for whoever waits for it: a page that promises a letter or a paper says what became of it, in words.

use kernel::{Instant, Result};

use crate::{
    app::Ctx,
    db::Conn,
    jobs::{self, Job, JobRow},
};

/// Work that was given up, and not tried again since.
#[derive(Clone, Debug)]
pub struct GivenUp<J> {
    pub work: J,
    pub at: Instant,
}

/// What was given up of one kind, the newest first.
///
/// # Errors
/// When it cannot be read.
pub async fn given_up<J: Job>(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<GivenUp<J>>> {
    Ok(of_kind(jobs::dead(conn, ctx).await?).map(|(work, at)| GivenUp { work, at }).collect())
}

/// Whether work of a kind failed that is `the` one: given up, or still tried again now and then.
///
/// # Errors
/// When it cannot be read.
pub async fn has_failed<J: Job>(conn: &mut Conn, ctx: &Ctx, the: impl Fn(&J) -> bool) -> Result<bool> {
    let mut rows = jobs::dead(conn, ctx).await?;
    rows.extend(jobs::failing(conn, ctx).await?);
    Ok(of_kind::<J>(rows).any(|(work, _)| the(&work)))
}

fn of_kind<J: Job>(rows: Vec<JobRow>) -> impl Iterator<Item = (J, Instant)> {
    rows.into_iter()
        .filter(|row| row.kind == J::KIND)
        .filter_map(|row| serde_json::from_str(&row.payload).ok().map(|work| (work, row.run_at)))
}
