//! The contacts of an organisation, and the answer to an invitation.

use kernel::{Fields, OrganisationId, PersonId, Problem, Result, form::FormState, text::Codes};
use platform::{
    Conn, Ctx,
    db::Code,
    given_up::given_up,
    http::{Answer, FormBody, Path},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{LogLine, find, log};
use crate::{
    actions, forms,
    jobs::SendInvitation,
    model::{Contact, InvitationId, InvitationState},
    policy,
    store::{self, Invitation},
};

/// The contacts of an organisation.
#[derive(Debug, Serialize)]
pub(crate) struct ContactsPage {
    /// The organisation's id.
    pub id: String,
    pub name: String,
    pub contacts: Vec<ContactView>,
    /// Who was asked and has not answered.
    pub invitations: Vec<InvitationView>,
    /// Whether the reader decides about them.
    pub owns: bool,
    /// The form to ask somebody.
    pub form: Form,
    /// What happened, newest first.
    pub log: Vec<LogLine>,
}

/// A contact as colleagues see them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ContactView {
    pub person: String,
    /// The name to use.
    pub name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Code of the role.
    pub role: &'static str,
    /// What they do there.
    pub task: String,
    /// Since when, local.
    pub since: String,
    /// Whether letters to them come back.
    pub bounced: bool,
    /// Whether it is the reader.
    pub own: bool,
}

/// Somebody who was asked.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct InvitationView {
    pub id: String,
    pub email: String,
    /// Code of the role.
    pub role: &'static str,
    /// Until when, local.
    pub until: String,
    /// Whose role they are to take over.
    pub from: Option<String>,
    /// Whether the letter that asks them did not arrive.
    pub undelivered: bool,
}

/// One contact: role, task, leaving.
#[derive(Debug, Serialize)]
pub(crate) struct ContactPage {
    /// The organisation's id.
    pub id: String,
    pub name: String,
    pub contact: ContactView,
    /// Role and task.
    pub form: Form,
    /// Whether the reader decides about contacts.
    pub owns: bool,
}

/// An invitation, to be answered.
#[derive(Debug, Serialize)]
pub(crate) struct InvitationPage {
    pub id: String,
    /// The organisation's name.
    pub name: String,
    /// Code of the role.
    pub role: &'static str,
    /// What they will do there.
    pub task: String,
    /// A word from who asks.
    pub note: String,
    pub by: String,
    /// Whose role it is, when it is a succession.
    pub from: Option<String>,
    /// Until when, local.
    pub until: String,
}

impl Page for ContactsPage {
    const TEMPLATE: &'static str = "organisations/contacts.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::named(format!("/organisatie/{}", self.id), self.name.clone())]
    }
}

impl Page for ContactPage {
    const TEMPLATE: &'static str = "organisations/contact.html";
    fn crumbs(&self) -> Vec<Crumb> {
        let home = format!("/organisatie/{}", self.id);
        vec![Crumb::named(home.clone(), self.name.clone()), Crumb::key(home + "/contacten", "organisations-contacts")]
    }
}

impl Page for InvitationPage {
    const TEMPLATE: &'static str = "organisations/invitation.html";
}

/// A contact with name and address; nothing for somebody who was erased.
pub(super) async fn view(conn: &mut Conn, ctx: &Ctx, contact: &Contact) -> Result<Option<ContactView>> {
    let Some(account) = people::account(conn, ctx.town(), contact.person).await? else { return Ok(None) };
    Ok(Some(ContactView {
        person: contact.person.to_string(),
        name: account.name,
        email: account.email,
        role: contact.role.code(),
        task: contact.task.clone(),
        since: ctx.local(contact.since),
        bounced: contact.bounced_at.is_some_and(|bounced| bounced >= account.seen_at),
        own: ctx.actor.person_id() == Some(contact.person),
    }))
}

pub(super) async fn all(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Vec<ContactView>> {
    let mut found = Vec::new();
    for contact in crate::contacts(conn, ctx.town(), id).await? {
        found.extend(view(conn, ctx, &contact).await?);
    }
    Ok(found)
}

async fn name_of(conn: &mut Conn, ctx: &Ctx, person: Option<PersonId>) -> Result<Option<String>> {
    let Some(person) = person else { return Ok(None) };
    Ok(people::account(conn, ctx.town(), person).await?.map(|account| account.name))
}

async fn contacts_page(ctx: &Ctx, id: OrganisationId, state: &FormState) -> Result<ContactsPage> {
    let mut conn = ctx.read().await?;
    let organisation = find(&mut conn, ctx, id).await?;
    let contacts = all(&mut conn, ctx, id).await?;
    let mut invitations = Vec::new();
    let open = store::INVITATIONS.all(&mut conn, (ctx.town(), id)).await?;
    let lost = if open.is_empty() { Vec::new() } else { given_up::<SendInvitation>(&mut conn, ctx).await? };
    for row in open {
        let Code(role) = row.role;
        invitations.push(InvitationView {
            id: row.id.to_string(),
            email: row.email,
            role: role.code(),
            until: ctx.local(row.expires_at),
            from: name_of(&mut conn, ctx, row.from_person).await?,
            undelivered: lost.iter().any(|lost| lost.work.invitation == row.id),
        });
    }
    Ok(ContactsPage {
        id: id.to_string(),
        name: organisation.name().to_owned(),
        contacts,
        invitations,
        owns: policy::own(&ctx.actor, id).is_allowed(),
        form: ctx.form(state),
        log: log(&mut conn, ctx, id).await?,
    })
}

/// `GET /organisatie/{organisation}/contacten`
pub(crate) async fn show(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    policy::work(&ctx.actor, id).require()?;
    Ok(ctx.page(&contacts_page(&ctx, id, &FormState::default()).await?)?)
}

/// `POST /organisatie/{organisation}/contacten`
pub(crate) async fn invite(ctx: Ctx, Path(id): Path<OrganisationId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::own(&ctx.actor, id).require()?;
    let command = match forms::invite(&fields) {
        Ok(command) => command,
        Err(errors) => {
            let page = contacts_page(&ctx, id, &FormState::with_errors(&fields, errors)).await?;
            return Ok(ctx.page_with_errors(&page)?);
        }
    };
    actions::invite(&ctx, &permit, id, &command).await?;
    Ok(ctx.see_other_with(&format!("/organisatie/{id}/contacten"), "notice-contact-invited"))
}

/// `POST /organisatie/{organisation}/uitnodigingen/{invitation}/terug`
pub(crate) async fn withdraw(ctx: Ctx, Path((id, invitation)): Path<(OrganisationId, InvitationId)>) -> Answer {
    let permit = policy::own(&ctx.actor, id).require()?;
    actions::withdraw(&ctx, &permit, id, invitation).await?;
    Ok(ctx.see_other_with(&format!("/organisatie/{id}/contacten"), "notice-invitation-withdrawn"))
}

async fn contact_page(
    ctx: &Ctx,
    id: OrganisationId,
    person: PersonId,
    state: Option<FormState>,
) -> Result<ContactPage> {
    let mut conn = ctx.read().await?;
    let organisation = find(&mut conn, ctx, id).await?;
    let contacts = crate::contacts(&mut conn, ctx.town(), id).await?;
    let contact = contacts.iter().find(|contact| contact.person == person).ok_or(Problem::NotFound)?;
    let view = view(&mut conn, ctx, contact).await?.ok_or(Problem::NotFound)?;
    let filled = Fields::default().with("role", view.role).with("task", view.task.clone());
    Ok(ContactPage {
        id: id.to_string(),
        name: organisation.name().to_owned(),
        contact: view,
        form: ctx.form(&state.unwrap_or_else(|| FormState::filled(&filled))),
        owns: policy::own(&ctx.actor, id).is_allowed(),
    })
}

/// `GET /organisatie/{organisation}/contacten/{person}`
pub(crate) async fn one(ctx: Ctx, Path((id, person)): Path<(OrganisationId, PersonId)>) -> Answer {
    policy::work(&ctx.actor, id).require()?;
    Ok(ctx.page(&contact_page(&ctx, id, person, None).await?)?)
}

/// `POST /organisatie/{organisation}/contacten/{person}`
pub(crate) async fn change(
    ctx: Ctx,
    Path((id, person)): Path<(OrganisationId, PersonId)>,
    FormBody(fields): FormBody,
) -> Answer {
    let permit = policy::own(&ctx.actor, id).require()?;
    let other = match forms::role(&fields) {
        Ok(other) => other,
        Err(errors) => {
            let state = FormState::with_errors(&fields, errors);
            return Ok(ctx.page_with_errors(&contact_page(&ctx, id, person, Some(state)).await?)?);
        }
    };
    actions::change_role(&ctx, &permit, id, person, other).await?;
    Ok(ctx.see_other_with(&format!("/organisatie/{id}/contacten"), "notice-contact-changed"))
}

/// `POST /organisatie/{organisation}/contacten/{person}/weg`
pub(crate) async fn remove(ctx: Ctx, Path((id, person)): Path<(OrganisationId, PersonId)>) -> Answer {
    let permit = policy::own(&ctx.actor, id).require()?;
    actions::remove(&ctx, &permit, id, person).await?;
    let own = ctx.actor.person_id() == Some(person);
    let on = if own { "/mijn".to_owned() } else { format!("/organisatie/{id}/contacten") };
    Ok(ctx.see_other_with(&on, "notice-contact-removed"))
}

/// The invitation and whether the reader's address is the invited one.
async fn invited(conn: &mut Conn, ctx: &Ctx, id: InvitationId) -> Result<(Invitation, bool)> {
    let row = store::INVITATION.optional(conn, (ctx.town(), id)).await?.ok_or(Problem::NotFound)?;
    let account = match ctx.actor.person_id() {
        Some(person) => people::account(conn, ctx.town(), person).await?,
        None => None,
    };
    let own = account.and_then(|account| account.email).as_deref() == Some(row.email.as_str());
    Ok((row, own))
}

/// `GET /organisatie/uitnodiging/{invitation}`
pub(crate) async fn invitation(ctx: Ctx, Path(id): Path<InvitationId>) -> Answer {
    let mut conn = ctx.read().await?;
    let (row, own) = invited(&mut conn, &ctx, id).await?;
    policy::answer(&ctx.actor, own).require()?;
    let (Code(state), Code(role)) = (row.state, row.role);
    if state != InvitationState::Open || row.expires_at <= ctx.now {
        return Err(Problem::Gone("organisations-gone-invitation").into());
    }
    let by = name_of(&mut conn, &ctx, row.invited_by).await?;
    let page = InvitationPage {
        id: id.to_string(),
        name: find(&mut conn, &ctx, row.organisation_id).await?.name().to_owned(),
        role: role.code(),
        task: row.task,
        note: row.note,
        by: by.unwrap_or_else(|| ctx.municipality.name.clone()),
        from: name_of(&mut conn, &ctx, row.from_person).await?,
        until: ctx.local(row.expires_at),
    };
    Ok(ctx.page(&page)?)
}

/// `POST /organisatie/uitnodiging/{invitation}`
pub(crate) async fn answer(ctx: Ctx, Path(id): Path<InvitationId>, FormBody(fields): FormBody) -> Answer {
    let mut conn = ctx.read().await?;
    let (_, own) = invited(&mut conn, &ctx, id).await?;
    drop(conn);
    let permit = policy::answer(&ctx.actor, own).require()?;
    if fields.get("answer") == Some("no") {
        actions::decline(&ctx, &permit, id).await?;
        return Ok(ctx.see_other_with("/mijn", "notice-invitation-declined"));
    }
    let organisation = actions::accept(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with(&format!("/organisatie/{organisation}"), "notice-invitation-accepted"))
}
