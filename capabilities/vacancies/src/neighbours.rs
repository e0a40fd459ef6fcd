//! What vacancies need to know of organisations, people and places: the one file that calls their façades,
//! so that the rest speaks of vacancies alone.

use std::collections::HashMap;

use kernel::{Lang, OrganisationId, PersonId, PersonRole, Result, text::Codes};
use platform::{Conn, Ctx};
use serde::{Deserialize, Serialize};

use super::model::Vacancy;
use conversations::AnswerFigures;
use facets::model::{Kind, VacancyId};
use organisations::brief;
use places::MapView;

/// An organisation as a vacancy's page names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationLine {
    pub id: OrganisationId,
    pub name: String,
    /// Address of its page.
    pub href: String,
    /// Whether the municipality has confirmed it.
    pub confirmed: bool,
}

/// Somebody who speaks for an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    pub person: PersonId,
    /// The name to use.
    pub name: String,
    /// What they do there, in words.
    pub task: String,
    /// Where letters go.
    pub email: Option<String>,
    /// In which language.
    pub lang: Option<Lang>,
}

/// The organisation; `None` when there is no such one in this town.
pub(crate) async fn organisation(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Option<OrganisationLine>> {
    let found = brief::brief(conn, ctx, id).await?;
    Ok(found.map(|line| OrganisationLine {
        id: line.id,
        href: format!("/organisaties/{}", line.id),
        name: line.name,
        confirmed: line.confirmed,
    }))
}

/// Whether somebody has responded to a vacancy.
pub(crate) async fn is_in_use(conn: &mut Conn, ctx: &Ctx, id: VacancyId) -> Result<bool> {
    Ok(!conversations::of_subject(conn, ctx, Kind::Vacancy.code(), id.0).await?.is_empty())
}

/// Who speaks for the organisation.
pub(crate) async fn speakers(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Vec<Speaker>> {
    let mut speakers = Vec::new();
    for (person, _, task) in brief::speakers(conn, ctx, id).await? {
        if let Some(account) = people::account(conn, ctx.town(), person).await? {
            speakers.push(Speaker { person, name: account.name, task, email: account.email, lang: account.lang });
        }
    }
    Ok(speakers)
}

/// Who of the municipality answers reports and can be mailed, always in the same order.
pub(crate) async fn managers(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<Speaker>> {
    let mut people = people::holders(conn, ctx.town(), PersonRole::Manager).await?;
    people.sort_unstable();
    let mut managers = Vec::new();
    for person in people {
        let account = people::account(conn, ctx.town(), person).await?.filter(|account| account.email.is_some());
        managers.extend(account.map(|account| Speaker {
            person,
            name: account.name,
            task: String::new(),
            email: account.email,
            lang: account.lang,
        }));
    }
    Ok(managers)
}

/// The e-mail address of who has signed in.
pub(crate) async fn own_email(conn: &mut Conn, ctx: &Ctx) -> Result<Option<String>> {
    let Some(person) = ctx.actor.person_id() else { return Ok(None) };
    Ok(people::account(conn, ctx.town(), person).await?.and_then(|account| account.email))
}

/// Where a vacancy is, as far as its page says.
#[derive(Clone, Debug, Default)]
pub(crate) struct PlaceWords {
    /// Name of the wijk.
    pub wijk: Option<String>,
    /// Kilometres from where the reader is.
    pub distance_km: Option<f64>,
    /// The town's map with the wijk on it; absent without a wijk or without areas.
    pub map: Option<MapView>,
}

/// Where it is, and how far from `near` (a postcode, a wijk, or `lat,lon`).
pub(crate) async fn place(conn: &mut Conn, ctx: &Ctx, vacancy: &Vacancy, near: Option<&str>) -> Result<PlaceWords> {
    let town = places::cached(conn, ctx).await?;
    let place = &vacancy.facets.place;
    let here = near.and_then(|text| town.locate(text)).map(|near| near.point);
    let wijk = place.wijk.as_deref().filter(|code| town.wijk(code).is_some());
    let leads_to = |area: &places::Area| format!("/vacatures?wijk={}", area.code);
    Ok(PlaceWords {
        wijk: place.wijk.as_deref().map(|code| town.name_of(code).to_owned()),
        distance_km: place.point.zip(here).map(|(there, here)| there.distance_km(here)),
        map: wijk.map(|code| places::map(&town, &HashMap::new(), leads_to, Some(code))),
    })
}

/// How fast an organisation answers; `None` while there is too little to say.
pub(crate) async fn figures(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<Option<AnswerFigures>> {
    let known = conversations::figures(conn, ctx, organisation).await?;
    Ok(Some(known).filter(|known| *known != AnswerFigures::default()))
}

/// How many responses wait for a first answer, for each vacancy of an organisation that has any.
pub(crate) async fn waiting(
    conn: &mut Conn,
    ctx: &Ctx,
    organisation: OrganisationId,
) -> Result<HashMap<VacancyId, u32>> {
    let waiting = conversations::waiting_by_subject(conn, ctx, organisation, Kind::Vacancy.code()).await?;
    Ok(waiting.into_iter().map(|(vacancy, count)| (VacancyId(vacancy), count)).collect())
}
