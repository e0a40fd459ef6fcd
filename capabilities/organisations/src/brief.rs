//! What other capabilities show of an organisation in a line.

use kernel::{ContactRole, OrganisationId, PersonId, Result};
use platform::{Conn, Ctx, Tx, db::Code};

use super::{
    actions,
    model::{Contact, Details, Organisation, OrganisationState, Step},
    store,
};

/// An organisation in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    pub id: OrganisationId,
    pub name: String,
    /// Last part of its short address `/o/{slug}`.
    pub slug: String,
    /// Whether the municipality has confirmed it.
    pub confirmed: bool,
}

/// One organisation in a line.
pub async fn brief(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Option<Brief>> {
    let row = store::BRIEF.optional(conn, (ctx.town(), id)).await?;
    let confirmed = |state| state == OrganisationState::Confirmed;
    Ok(row.map(|(id, name, slug, Code(state))| Brief { id, name, slug, confirmed: confirmed(state) }))
}

/// Who speaks for an organisation, and for what.
pub async fn speakers(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Vec<(PersonId, ContactRole, String)>> {
    let contacts = super::contacts(conn, ctx.town(), id).await?;
    Ok(contacts.into_iter().map(|contact| (contact.person, contact.role, contact.task)).collect())
}

/// Adds an organisation with one contact, for samples and tests; nobody is told.
pub async fn insert_sample(
    tx: &mut Tx,
    ctx: &Ctx,
    name: &str,
    confirmed: bool,
    owner: PersonId,
) -> Result<OrganisationId> {
    let key = (ctx.town(), ctx.id());
    let slug = actions::free_slug(tx, ctx, name).await?;
    let mut organisation = Organisation::new(key, slug, Details::named(name), ctx.now);
    organisation.registered_by = Some(owner);
    if confirmed {
        organisation.step(Step::Confirm, ctx.now)?;
    }
    let contact = Contact::new(key, owner, ContactRole::Owner, "Coördinator".to_owned(), ctx.now);
    insert_whole(tx, ctx, &organisation, &[contact]).await?;
    Ok(organisation.id)
}

/// Adds a whole organisation with its contacts as they are: the demonstration town. Nobody is told.
pub async fn insert_whole(tx: &mut Tx, ctx: &Ctx, organisation: &Organisation, contacts: &[Contact]) -> Result<()> {
    actions::save(tx, ctx, organisation).await?;
    for contact in contacts {
        store::SAVE_CONTACT.save(tx, contact).await?;
    }
    Ok(())
}
