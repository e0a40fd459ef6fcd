//! No thank-you is the end of the way: a person who would have helped is led to up to three others whom they could help.

use kernel::{PersonId, Result};
use platform::{Conn, Ctx};
use serde::Serialize;

use conversations::alternatives::{self, DoorQuery};
use facets::model::{HelpRequestId, Kind};

/// Another way on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct DoorShown {
    /// What it is, and of whom.
    pub label: String,
    pub href: String,
}

/// Other requests and vacancies that fit this helper, the best first, instead of `request`.
pub(crate) async fn instead_of(
    conn: &mut Conn,
    ctx: &Ctx,
    request: HelpRequestId,
    helper: PersonId,
) -> Result<Vec<DoorShown>> {
    let query =
        DoorQuery { kind: Kind::HelpRequest.to_string(), subject: request.0, organisation: None, person: Some(helper) };
    let found = alternatives::suggest(conn, ctx, &query).await?;
    let shown = found.into_iter().map(|door| {
        let by = if door.by.is_empty() { ctx.t("help-request-door") } else { door.by.clone() };
        DoorShown { label: format!("{} – {by}", door.title), href: ctx.app.subject_page(&door.kind, door.id) }
    });
    Ok(shown.collect())
}
