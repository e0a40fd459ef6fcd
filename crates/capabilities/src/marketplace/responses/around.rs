//! What responses need to know of organisations, people and vacancies: the one file that calls their façades.

use kernel::{Lang, Office, OrganisationId, Person, PersonId, PersonRole, Result};
use platform::{Conn, Ctx};

use super::model::{Owner, Response};
use crate::{
    facets::model::{Kind, VacancyId},
    organisations::brief,
    people, vacancies,
};

/// Somebody who reads a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Who, when they have an account.
    pub person: Option<PersonId>,
    /// The name to use.
    pub name: String,
    /// Where it goes.
    pub email: String,
    /// In which language.
    pub lang: Lang,
}

/// The name of who answers: an organisation, or a person of whom the name to use is known.
///
/// # Errors
/// When the database cannot be read.
pub async fn owner_name(conn: &mut Conn, ctx: &Ctx, owner: Owner) -> Result<String> {
    let name = match owner {
        Owner::Organisation(id) => brief::brief(conn, ctx, id).await?.map(|line| line.name),
        Owner::Person(id) => people::account(conn, ctx.town(), id).await?.map(|account| account.name),
    };
    Ok(name.unwrap_or_else(|| ctx.t("response-somebody")))
}

/// The name of an organisation.
///
/// # Errors
/// When the database cannot be read.
pub async fn organisation_name(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Option<String>> {
    Ok(brief::brief(conn, ctx, id).await?.map(|line| line.name))
}

/// Who reads what comes in for the other side: the contact of the vacancy when it names one who still is, otherwise
/// every contact, always in the same order; while the point has it, whoever of the point took it.
///
/// # Errors
/// When the database cannot be read.
pub async fn owner_readers(conn: &mut Conn, ctx: &Ctx, response: &Response) -> Result<Vec<Reader>> {
    let mut people = match response.owner {
        Owner::Person(person) => vec![person],
        Owner::Organisation(organisation) => {
            brief::speakers(conn, ctx, organisation).await?.into_iter().map(|(person, _, _)| person).collect()
        }
    };
    people.sort_unstable();
    if let Some(contact) = vacancy_contact(conn, ctx, response).await?.filter(|contact| people.contains(contact)) {
        people = vec![contact];
    }
    readers(conn, ctx, &people).await
}

/// Somebody of the other side as an actor, when they still speak for it: who holds a link from a letter to them. Other
/// roles and offices of theirs do not come along.
///
/// # Errors
/// When the database cannot be read.
pub async fn owner_actor(conn: &mut Conn, ctx: &Ctx, response: &Response, holder: PersonId) -> Result<Option<Person>> {
    let office = match response.owner {
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
///
/// # Errors
/// When the database cannot be read.
pub async fn point_readers(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Reader>> {
    let mut mediators = people::holders(conn, ctx.town(), PersonRole::Mediator).await?;
    mediators.sort_unstable();
    readers(conn, ctx, &mediators).await
}

/// Whoever of the point took it, as a reader.
///
/// # Errors
/// When the database cannot be read.
pub async fn handler(conn: &mut Conn, ctx: &Ctx, response: &Response) -> Result<Vec<Reader>> {
    let handlers: Vec<PersonId> = response.handler.iter().map(|(person, _)| *person).collect();
    readers(conn, ctx, &handlers).await
}

async fn vacancy_contact(conn: &mut Conn, ctx: &Ctx, response: &Response) -> Result<Option<PersonId>> {
    if response.subject.kind != Kind::Vacancy {
        return Ok(None);
    }
    Ok(vacancies::find(conn, ctx, VacancyId(response.subject.id)).await?.and_then(|vacancy| vacancy.contact))
}

async fn readers(conn: &mut Conn, ctx: &Ctx, people: &[PersonId]) -> Result<Vec<Reader>> {
    let mut readers = Vec::new();
    for person in people {
        let Some(account) = people::account(conn, ctx.town(), *person).await? else { continue };
        let Some(email) = account.email else { continue };
        let lang = account.lang.unwrap_or(ctx.municipality.default_lang());
        readers.push(Reader { person: Some(*person), name: account.name, email, lang });
    }
    Ok(readers)
}

/// Name, e-mail and telephone of somebody's account.
///
/// # Errors
/// When the database cannot be read.
pub async fn account(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Option<people::Account>> {
    people::account(conn, ctx.town(), person).await
}
