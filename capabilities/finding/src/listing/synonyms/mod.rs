//! Words that mean the same: the table that the municipality edits. What is saved is found by within 2 seconds.

pub(crate) mod actions;
pub(crate) mod forms;
pub(crate) mod pages;

use kernel::Result;
use platform::{Conn, Ctx, queues::Listed, searching};

/// The table, to take along.
pub fn list() -> Listed {
    Listed {
        code: "synonyms",
        page: "/beheer/synoniemen",
        place: 90,
        columns: &["list-column-words"],
        rows: |conn, ctx, _| Box::pin(listed(conn, ctx)),
    }
}

async fn listed(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Vec<String>>> {
    Ok(searching::synonyms(conn, ctx).await?.into_iter().map(|group| vec![group.words.join("; ")]).collect())
}
