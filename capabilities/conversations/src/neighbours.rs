//! What conversations need to know of organisations, people and their subjects: the one file that asks them.

use kernel::{Lang, Office, OrganisationId, Person, PersonId, PersonRole, Result};
use platform::{Conn, Ctx, subjects::SubjectNow};

use super::model::{Owner, Response};
use organisations::brief;

/// Somebody who reads a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reader {
    /// Who, when they have an account.
    pub person: Option<PersonId>,
    /// The name to use.
    pub name: String,
    pub email: String,
    pub lang: Lang,
}

/// The name of who was responded to: of the organisation, or the one that the person wants to be called by.
pub(crate) async fn owner_name(conn: &mut Conn, ctx: &Ctx, response: &Response) -> Result<String> {
    let name = match response.owner() {
        Owner::Organisation(id) => brief::brief(conn, ctx, id).await?.map(|line| line.name),
        Owner::Person(id) => people::account(conn, ctx.town(), id).await?.map(|account| account.name),
    };
    Ok(name.unwrap_or_else(|| ctx.t("response-somebody")))
}

/// The name of an organisation.
pub(crate) async fn organisation_name(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Option<String>> {
    Ok(brief::brief(conn, ctx, id).await?.map(|line| line.name))
}

/// The readers of what comes in for the other side: the contact whom the subject names, who must still be one, otherwise
/// every contact, always in the same order.
pub(crate) async fn owner_readers(conn: &mut Conn, ctx: &Ctx, response: &Response) -> Result<Vec<Reader>> {
    let mut people = match response.owner() {
        Owner::Person(person) => vec![person],
        Owner::Organisation(organisation) => {
            brief::speakers(conn, ctx, organisation).await?.into_iter().map(|(person, _, _)| person).collect()
        }
    };
    people.sort_unstable();
    let contact = subject(conn, ctx, response).await?.and_then(|now| now.contact);
    if let Some(contact) = contact.filter(|contact| people.contains(contact)) {
        people = vec![contact];
    }
    readers(conn, ctx, &people).await
}

/// Somebody of the other side as an actor, when they still speak for it: who holds a link from a letter to them. Other
/// roles and offices of theirs do not come along.
pub(crate) async fn owner_actor(
    conn: &mut Conn,
    ctx: &Ctx,
    response: &Response,
    holder: PersonId,
) -> Result<Option<Person>> {
    let office = match response.owner() {
        Owner::Person(person) if person == holder => None,
        Owner::Person(_) => return Ok(None),
        Owner::Organisation(id) => {
            let speakers = brief::speakers(conn, ctx, id).await?;
            let role = speakers.into_iter().find(|(person, _, _)| *person == holder).map(|(_, role, _)| role);
            let line = brief::brief(conn, ctx, id).await?;
            let Some((role, line)) = role.zip(line) else { return Ok(None) };
            Some(Office { organisation: id, name: line.name, role, confirmed: line.confirmed })
        }
    };
    let account = people::account(conn, ctx.town(), holder).await?;
    let offices = office.into_iter().collect();
    Ok(account.map(|account| Person { id: holder, name: account.name, roles: Vec::new(), offices }))
}

/// The mediators, as readers: whom it concerns when the point has something new to do.
pub(crate) async fn point_readers(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Reader>> {
    let mut mediators = people::holders(conn, ctx.town(), PersonRole::Mediator).await?;
    mediators.sort_unstable();
    readers(conn, ctx, &mediators).await
}

/// The person of the point who took it, as a reader.
pub(crate) async fn handler(conn: &mut Conn, ctx: &Ctx, response: &Response) -> Result<Vec<Reader>> {
    readers(conn, ctx, response.handler.as_slice()).await
}

/// What a response is about, as it is now; none when it is gone, or of a kind that no capability has.
pub(crate) async fn subject(conn: &mut Conn, ctx: &Ctx, response: &Response) -> Result<Option<SubjectNow>> {
    match ctx.app.subject_source(&response.subject_kind) {
        Some(source) => (source.find)(conn, ctx, response.subject_id).await,
        None => Ok(None),
    }
}

async fn readers(conn: &mut Conn, ctx: &Ctx, people: &[PersonId]) -> Result<Vec<Reader>> {
    let mut readers = Vec::new();
    for person in people {
        let Some(reader) = people::reader(conn, ctx, *person).await? else { continue };
        let name = reader.name.unwrap_or_default();
        readers.push(Reader { person: Some(*person), name, email: reader.email, lang: reader.lang });
    }
    Ok(readers)
}

/// The address of somebody's account.
pub(crate) async fn email(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Option<String>> {
    Ok(account(conn, ctx, person).await?.and_then(|account| account.email))
}

/// Name, e-mail and telephone of somebody's account.
pub(crate) async fn account(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Option<people::Account>> {
    people::account(conn, ctx.town(), person).await
}
