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
use platform::{Conn, Ctx, audit::Subject, db::Json, steps};
pub(crate) use reach::*;
use serde_json::json;
pub(crate) use succession::*;

use super::{
    events::{ContactAdded, OrganisationChanged, OrganisationRegistered},
    forms::Register,
    model::{Contact, Details, Organisation},
    policy::{self, Work},
    store,
};

/// What an organisation is called in audit rows.
pub(crate) const SUBJECT: &str = <Organisation as steps::Thing>::NAME;

/// Registers an organisation with the one who asks as its first owner; the municipality looks at it.
///
/// # Errors
/// [`Problem::Invalid`] when the number is taken, or others have a name alike and nobody said that this is another.
pub async fn register(ctx: &Ctx, permit: &Permit<policy::Register>, command: &Register) -> Result<OrganisationId> {
    let person = permit.actor().require_person()?;
    let mut tx = ctx.begin(permit).await?;
    // Two people of one organisation may register it at the same moment.
    tx.lock(ctx.town()).await?;
    refuse_double(&mut tx, ctx, &command.details, None, command.different).await?;
    let (id, details) = (ctx.id(), command.details.clone());
    let slug = free_slug(&mut tx, ctx, &details.name).await?;
    let mut organisation = Organisation::new((ctx.town(), id), slug, details, ctx.now);
    organisation.registered_by = Some(person);
    save(&mut tx, ctx, &organisation).await?;
    let owner = Contact::new((ctx.town(), id), person, ContactRole::Owner, command.task.clone(), ctx.now);
    store::SAVE_CONTACT.save(&mut tx, &owner).await?;
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
pub(crate) async fn change(ctx: &Ctx, permit: &Permit<Work>, id: OrganisationId, details: Details) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    tx.lock(ctx.town()).await?;
    let mut organisation: Organisation = steps::load(&mut tx, ctx, id).await?;
    organisation.must_go_on()?;
    if organisation.details == details {
        return Ok(());
    }
    refuse_double(&mut tx, ctx, &details, Some(id), true).await?;
    let (known, renamed) = (organisation.details.known(), organisation.details.name != details.name);
    if known != details.known() {
        // Confirmed under that name and number: the municipality looks again, while the organisation goes on.
        store::ALTER.run(&mut tx, (ctx.town(), id, ctx.now, Json(known))).await?;
    }
    (organisation.details, organisation.changed_at) = (details, ctx.now);
    save(&mut tx, ctx, &organisation).await?;
    tx.record(ctx, &OrganisationChanged { organisation: id }).await?;
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
            let args = vec![("name", other.name().to_owned())];
            errors.add_with("chamber_number", "organisations-error-chamber-taken", args);
        }
    }
    if !different && errors.is_empty() {
        let key = super::model::name_key(&details.name);
        let alike = store::BY_NAME_KEY.all(conn, (ctx.town(), key)).await?;
        let names: Vec<&str> = alike.iter().filter(|other| Some(other.id) != own).map(Organisation::name).collect();
        if !names.is_empty() {
            errors.add_with("name", "organisations-error-name-alike", vec![("names", names.join(", "))]);
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(Problem::Invalid(errors)) }
}

/// Keeps an organisation as it is now, with its sectors and wijken.
pub(super) async fn save(conn: &mut Conn, ctx: &Ctx, organisation: &Organisation) -> Result<()> {
    store::SAVE.save(conn, organisation).await?;
    store::CLEAR_SECTORS.run(conn, (ctx.town(), organisation.id)).await?;
    for sector in &organisation.details.sectors {
        store::ADD_SECTOR.run(conn, (ctx.town(), organisation.id, *sector)).await?;
    }
    store::CLEAR_AREAS.run(conn, (ctx.town(), organisation.id)).await?;
    for area in &organisation.details.areas {
        store::ADD_AREA.run(conn, (ctx.town(), organisation.id, area.clone())).await?;
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
