//! No thank-you is the end of the way: whoever would have helped is led to up to three others whom they could help.

use kernel::{PersonId, Result};
use platform::{Conn, Ctx};
use serde::Serialize;

use crate::{
    facets::model::{HelpRequestId, Kind},
    marketplace::responses::doors::{self, DoorQuery},
};

/// Another way on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DoorShown {
    /// What it is, and of whom.
    pub label: String,
    /// Its page.
    pub href: String,
}

/// Other requests and vacancies that fit this helper, the best first, instead of `request`.
pub async fn instead_of(
    conn: &mut Conn,
    ctx: &Ctx,
    request: HelpRequestId,
    helper: PersonId,
) -> Result<Vec<DoorShown>> {
    let query = DoorQuery { kind: Kind::HelpRequest, subject: request.0, organisation: None, person: Some(helper) };
    let found = doors::suggest(conn, ctx, &query).await?;
    let shown = found.into_iter().map(|door| {
        let by = if door.by.is_empty() { ctx.t("help-request-door") } else { door.by.clone() };
        DoorShown { label: format!("{} – {by}", door.title), href: door.path() }
    });
    Ok(shown.collect())
}
