//! What other capabilities show of an organisation in a line.

mod store;

use kernel::{ContactRole, OrganisationId, PersonId, Result};
use platform::{Conn, Ctx, Tx, db::Code};
pub(super) use store::STATEMENTS;

/// An organisation in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Last part of its address.
    pub slug: String,
    /// Whether the municipality has confirmed it.
    pub confirmed: bool,
}

/// One organisation in a line.
///
/// # Errors
/// When the database cannot be read.
pub async fn brief(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Option<Brief>> {
    let row = store::BRIEF.optional(conn, (ctx.town(), id)).await?;
    Ok(row.map(|(id, name, slug, state)| Brief { id, name, slug, confirmed: state == "confirmed" }))
}

/// Who speaks for an organisation, and for what.
///
/// # Errors
/// When the database cannot be read.
pub async fn speakers(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Vec<(PersonId, ContactRole, String)>> {
    let rows = store::SPEAKERS.all(conn, (ctx.town(), id)).await?;
    Ok(rows.into_iter().map(|(person, Code(role), task)| (person, role, task)).collect())
}

/// Adds an organisation with one contact, for samples and tests.
///
/// # Errors
/// When the database refuses.
pub async fn insert_sample(
    tx: &mut Tx,
    ctx: &Ctx,
    name: &str,
    confirmed: bool,
    owner: PersonId,
) -> Result<OrganisationId> {
    let id: OrganisationId = ctx.id();
    let state = if confirmed { "confirmed" } else { "waiting" };
    let slug = kernel::text::slug(name);
    let key = kernel::text::title_sort_key(name);
    store::INSERT.run(tx, (ctx.town(), id, name.to_owned(), key, slug, state.to_owned(), ctx.now)).await?;
    store::INSERT_SPEAKER
        .run(tx, (ctx.town(), id, owner, Code(ContactRole::Owner), "Coördinator".to_owned(), ctx.now))
        .await?;
    Ok(id)
}
