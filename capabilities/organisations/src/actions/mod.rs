//! What is done with organisations: registering, changing, confirming, refusing, ending.

mod contacts;
mod import;
mod keys;
mod moderation;
mod reach;
mod succession;

pub use contacts::*;
pub use import::*;
use kernel::{ContactRole, FieldErrors, OrganisationId, Permit, Problem, Result};
pub use keys::*;
pub use moderation::*;
use platform::{
    Conn, Ctx, Tx,
    audit::Subject,
    db::{Code, Json},
};
pub use reach::*;
use serde_json::json;
pub use succession::*;

use super::{
    events::{ContactAdded, OrganisationChanged, OrganisationRegistered},
    forms::Register,
    model::{Details, Organisation, OrganisationState},
    policy::{self, Work},
    store::{self, ContactRow, DetailsRow, OrganisationRow},
};

/// What an organisation is called in audit rows.
pub const SUBJECT: &str = "organisation";

/// The organisation, locked against others who change it at the same time.
pub(super) async fn load(tx: &mut Tx, ctx: &Ctx, id: OrganisationId) -> Result<Organisation> {
    tx.lock(id).await?;
    let row = store::FIND.optional(tx, (ctx.town(), id)).await?;
    Ok(row.ok_or(Problem::NotFound)?.model())
}

/// Registers an organisation with the one who asks as its first owner; the municipality looks at it.
///
/// # Errors
/// [`Problem::Invalid`] when the number is taken, or others have a name alike and nobody said that this is another.
pub async fn register(ctx: &Ctx, permit: &Permit<policy::Register>, command: &Register) -> Result<OrganisationId> {
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut tx = ctx.begin(permit).await?;
    // Two people of one organisation may register it at the same moment.
    tx.lock(ctx.town()).await?;
    refuse_double(&mut tx, ctx, &command.details, None, command.different).await?;
    let id: OrganisationId = ctx.id();
    let organisation = Organisation {
        id,
        external_id: None,
        slug: free_slug(&mut tx, ctx, &command.details.name).await?,
        details: command.details.clone(),
        state: OrganisationState::Pending,
        state_reason: None,
        answer: None,
        registered_by: Some(person),
        created_at: ctx.now,
        confirmed_at: None,
        changed_at: ctx.now,
        unreachable_since: None,
    };
    insert(&mut tx, ctx, &organisation).await?;
    let contact = ContactRow {
        municipality_id: ctx.town(),
        organisation_id: id,
        person_id: person,
        role: Code(ContactRole::Owner),
        task: command.task.clone(),
        since: ctx.now,
        bounced_at: None,
    };
    store::KEEP_CONTACT.run(&mut tx, contact).await?;
    tx.record(ctx, &OrganisationRegistered { organisation: id, by: Some(person) }).await?;
    tx.record(ctx, &ContactAdded { organisation: id, person }).await?;
    tx.audit(ctx, permit, "organisation.register", Subject::of(SUBJECT, id), &json!({})).await?;
    ctx.commit(tx).await?;
    Ok(id)
}

/// Changes what an organisation tells about itself.
///
/// # Errors
/// [`Problem::Invalid`] when the number is another's; [`Problem::Conflict`] when it has ended.
pub async fn change(ctx: &Ctx, permit: &Permit<Work>, id: OrganisationId, details: &Details) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(ctx.town()).await?;
    let before = load(&mut tx, ctx, id).await?;
    if before.state == OrganisationState::Closed {
        return Err(Problem::Conflict("organisations-conflict-closed"));
    }
    if before.details == *details {
        return Ok(());
    }
    refuse_double(&mut tx, ctx, details, Some(id), true).await?;
    rewrite(&mut tx, ctx, id, details).await?;
    let known = before.details.known();
    if known != details.known() {
        // Confirmed under that name and number: the municipality looks again, while the organisation goes on.
        store::ALTER.run(&mut tx, (ctx.town(), id, ctx.now, Json(known))).await?;
    }
    tx.record(ctx, &OrganisationChanged { organisation: id }).await?;
    let renamed = before.details.name != details.name;
    tx.audit(ctx, permit, "organisation.change", Subject::of(SUBJECT, id), &json!({ "renamed": renamed })).await?;
    ctx.commit(tx).await
}

/// Refuses a number that another organisation has and, unless they said that it is `different`, a name alike.
async fn refuse_double(
    conn: &mut Conn,
    ctx: &Ctx,
    details: &Details,
    own: Option<OrganisationId>,
    different: bool,
) -> Result<()> {
    let mut errors = FieldErrors::default();
    if let Some(number) = &details.chamber_number {
        let others = store::BY_CHAMBER.all(conn, (ctx.town(), number.clone())).await?;
        if let Some(other) = others.iter().find(|other| Some(other.id) != own) {
            let args = vec![("name", other.name.clone())];
            errors.add_with("chamber_number", "organisations-error-chamber-taken", args);
        }
    }
    if !different && errors.is_empty() {
        let key = super::model::name_key(&details.name);
        let alike = store::BY_NAME_KEY.all(conn, (ctx.town(), key)).await?;
        let names: Vec<&str> =
            alike.iter().filter(|other| Some(other.id) != own).map(|other| other.name.as_str()).collect();
        if !names.is_empty() {
            errors.add_with("name", "organisations-error-name-alike", vec![("names", names.join(", "))]);
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Problem::Invalid(errors)) }
}

/// Stores a new organisation with its sectors and wijken.
pub(super) async fn insert(conn: &mut Conn, ctx: &Ctx, organisation: &Organisation) -> Result<()> {
    store::INSERT.run(conn, OrganisationRow::of(ctx.town(), organisation)).await?;
    facets(conn, ctx, organisation.id, &organisation.details).await
}

/// Stores other details with their sectors and wijken.
pub(super) async fn rewrite(conn: &mut Conn, ctx: &Ctx, id: OrganisationId, details: &Details) -> Result<()> {
    store::CHANGE.run(conn, DetailsRow::of(ctx.town(), id, details, ctx.now)).await?;
    store::CLEAR_SECTORS.run(conn, (ctx.town(), id)).await?;
    store::CLEAR_AREAS.run(conn, (ctx.town(), id)).await?;
    facets(conn, ctx, id, details).await
}

async fn facets(conn: &mut Conn, ctx: &Ctx, id: OrganisationId, details: &Details) -> Result<()> {
    for sector in &details.sectors {
        store::ADD_SECTOR.run(conn, (ctx.town(), id, *sector)).await?;
    }
    for area in &details.areas {
        store::ADD_AREA.run(conn, (ctx.town(), id, area.clone())).await?;
    }
    Ok(())
}

/// A short address that nobody has: the name, with a number behind it when it is taken.
pub(super) async fn free_slug(conn: &mut Conn, ctx: &Ctx, name: &str) -> Result<String> {
    let wanted = Some(kernel::text::slug(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "organisatie".into());
    let taken = store::SLUGS.all(conn, (ctx.town(), format!("{wanted}%"))).await?;
    let free = |slug: &String| !taken.iter().any(|(known,)| known == slug);
    let numbered = (2..).map(|number| format!("{wanted}-{number}"));
    Ok(std::iter::once(wanted.clone()).chain(numbered).find(free).unwrap_or(wanted))
}
