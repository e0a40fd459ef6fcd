//! What other capabilities show of an organisation in a line.

use kernel::{ContactRole, OrganisationId, PersonId, Result};
use platform::{Conn, Ctx, Tx, db::Code};

use super::{
    actions,
    model::{Contact, Details, Organisation, OrganisationKind, OrganisationSize, OrganisationState},
    store::{self, ContactRow},
};

/// An organisation in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
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
    let id: OrganisationId = ctx.id();
    let organisation = Organisation {
        id,
        external_id: None,
        slug: actions::free_slug(tx, ctx, name).await?,
        details: Details {
            kind: OrganisationKind::Informal,
            chamber_number: None,
            name: name.to_owned(),
            size: OrganisationSize::Unknown,
            sectors: Vec::new(),
            areas: Vec::new(),
            description: String::new(),
            website: None,
            email: None,
            phone: None,
        },
        state: if confirmed { OrganisationState::Confirmed } else { OrganisationState::Pending },
        state_reason: None,
        answer: None,
        registered_by: Some(owner),
        created_at: ctx.now,
        confirmed_at: confirmed.then_some(ctx.now),
        changed_at: ctx.now,
        unreachable_since: None,
    };
    actions::insert(tx, ctx, &organisation).await?;
    let contact = ContactRow {
        municipality_id: ctx.town(),
        organisation_id: id,
        person_id: owner,
        role: Code(ContactRole::Owner),
        task: "Coördinator".to_owned(),
        since: ctx.now,
        bounced_at: None,
    };
    store::KEEP_CONTACT.run(tx, contact).await?;
    Ok(id)
}

/// Adds a whole organisation with its contacts as they are: the demonstration town. Nobody is told.
pub async fn insert_whole(tx: &mut Tx, ctx: &Ctx, organisation: &Organisation, contacts: &[Contact]) -> Result<()> {
    actions::insert(tx, ctx, organisation).await?;
    for contact in contacts {
        let row = ContactRow {
            municipality_id: ctx.town(),
            organisation_id: organisation.id,
            person_id: contact.person,
            role: Code(contact.role),
            task: contact.task.clone(),
            since: contact.since,
            bounced_at: contact.bounced_at,
        };
        store::KEEP_CONTACT.run(tx, row).await?;
    }
    Ok(())
}
