//! What the listing needs to know of organisations: the one file that calls their façade.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{OrganisationId, Result};
use platform::{Conn, Ctx};

use crate::organisations;

/// The names of organisations; those that do not exist are left out.
///
/// # Errors
/// When the database cannot be read.
pub async fn names(
    conn: &mut Conn,
    ctx: &Ctx,
    wanted: impl Iterator<Item = OrganisationId>,
) -> Result<BTreeMap<OrganisationId, String>> {
    let wanted: Vec<OrganisationId> = wanted.collect::<BTreeSet<_>>().into_iter().collect();
    let found = organisations::organisations(conn, ctx.town(), &wanted).await?;
    Ok(found.into_iter().map(|organisation| (organisation.id, organisation.name().to_owned())).collect())
}
