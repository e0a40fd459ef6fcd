//! What vacancies need to know of organisations, people and places: the one file that calls their façades,
//! so that the rest speaks of vacancies alone.

use kernel::{Lang, OrganisationId, PersonId, Result};
use platform::{Conn, Ctx};
use serde::{Deserialize, Serialize};

use super::model::{AnswerFigures, Vacancy};
use crate::{organisations::brief, people};

/// An organisation as a vacancy's page names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationLine {
    /// Which.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Address of its page.
    pub href: String,
    /// Whether the municipality has confirmed it.
    pub confirmed: bool,
}

/// Somebody who speaks for an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
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
///
/// # Errors
/// When the database cannot be read.
pub async fn organisation(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Option<OrganisationLine>> {
    let found = brief::brief(conn, ctx, id).await?;
    Ok(found.map(|line| OrganisationLine {
        id: line.id,
        href: format!("/organisaties/{}", line.slug),
        name: line.name,
        confirmed: line.confirmed,
    }))
}

/// Who speaks for the organisation.
///
/// # Errors
/// When the database cannot be read.
pub async fn speakers(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Vec<Speaker>> {
    let mut speakers = Vec::new();
    for (person, _, task) in brief::speakers(conn, ctx, id).await? {
        if let Some(account) = people::account(conn, ctx.town(), person).await? {
            speakers.push(Speaker { person, name: account.name, task, email: account.email, lang: account.lang });
        }
    }
    Ok(speakers)
}

/// The town's map with one wijk on it.
#[derive(Clone, Debug, Serialize)]
pub struct MapPart {
    /// The areas as `parts/map.html` draws them.
    pub areas: Vec<serde_json::Value>,
    /// The SVG's `viewBox`.
    pub view_box: String,
    /// The credit line.
    pub source: String,
}

/// Where a vacancy is, as far as its page says.
#[derive(Clone, Debug, Default)]
pub struct PlaceWords {
    /// Name of the wijk.
    pub wijk: Option<String>,
    /// Kilometres from where the reader is.
    pub distance_km: Option<f64>,
    /// The map.
    pub map: Option<MapPart>,
}

/// Where it is, and how far from `near` (a postcode, a wijk, or `lat,lon`).
///
/// # Errors
/// When the database cannot be read.
pub async fn place(_ctx: &Ctx, vacancy: &Vacancy, _near: Option<&str>) -> Result<PlaceWords> {
    Ok(PlaceWords { wijk: vacancy.facets.place.wijk.clone(), ..PlaceWords::default() })
}

/// How fast an organisation answers.
///
/// # Errors
/// When the database cannot be read.
pub async fn figures(_conn: &mut Conn, _ctx: &Ctx, _organisation: OrganisationId) -> Result<Option<AnswerFigures>> {
    Ok(None)
}
