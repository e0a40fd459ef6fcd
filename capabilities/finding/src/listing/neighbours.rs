//! What the listing needs to know of organisations and of how they answer: the one file that calls those façades.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kernel::{OrganisationId, Result};
use platform::{Conn, Ctx};

use conversations::AnswerFigures;

/// The names of organisations; those that do not exist are left out.
pub async fn names(
    conn: &mut Conn,
    ctx: &Ctx,
    wanted: impl Iterator<Item = OrganisationId>,
) -> Result<BTreeMap<OrganisationId, String>> {
    let wanted: Vec<OrganisationId> = wanted.collect::<BTreeSet<_>>().into_iter().collect();
    let found = organisations::organisations(conn, ctx.town(), &wanted).await?;
    Ok(found.into_iter().map(|organisation| (organisation.id, organisation.name().to_owned())).collect())
}

/// How these organisations answer: one statement per twenty. Who is not in the answer has no figures yet.
pub(super) async fn figures(
    conn: &mut Conn,
    ctx: &Ctx,
    wanted: impl Iterator<Item = OrganisationId>,
) -> Result<HashMap<OrganisationId, AnswerFigures>> {
    conversations::figures_of(conn, ctx, &wanted.collect::<Vec<_>>()).await
}
