//! Pages about organisations.

pub(crate) mod contacts;
pub(crate) mod keys;
pub(crate) mod manage;
pub(crate) mod public;
pub(crate) mod register;
pub(crate) mod succession;
pub(crate) mod workplace;

use kernel::{Choice, FieldErrors, OrganisationId, Problem, Result};
use platform::{Conn, Ctx};
use serde::Serialize;

use super::{
    model::Organisation,
    views::{self, SectorGroup},
};
use places::TownPlaces;

/// What the fields of an organisation's details need beside the form.
#[derive(Debug, Serialize)]
pub(crate) struct DetailChoices {
    /// Sectors by group.
    pub groups: Vec<SectorGroup>,
    /// The wijken; empty until areas were loaded.
    pub wijken: Vec<Choice>,
}

impl DetailChoices {
    fn of(ctx: &Ctx, town: &TownPlaces, chosen: &[String]) -> Self {
        Self { groups: views::sector_groups(ctx.lang, chosen), wijken: views::wijk_choices(town) }
    }
}

/// The organisation, or not found.
async fn find(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Organisation> {
    super::organisation(conn, ctx.town(), id).await?.ok_or(Problem::NotFound)
}

/// Takes the errors of a form out of a result, so that the page can show them; any other problem goes on.
fn form_errors<T>(result: Result<T>) -> Result<std::result::Result<T, FieldErrors>> {
    match result {
        Ok(value) => Ok(Ok(value)),
        Err(Problem::Invalid(errors)) => Ok(Err(errors)),
        Err(problem) => Err(problem),
    }
}

/// One line of what happened to an organisation.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LogLine {
    /// Tail of the catalogue key `organisations-log-…`.
    pub what: String,
    /// Who did it; absent for the system.
    pub who: Option<String>,
    /// When, local.
    pub at: String,
}

/// What happened to an organisation, newest first, from the audit table.
async fn log(conn: &mut Conn, ctx: &Ctx, id: OrganisationId) -> Result<Vec<LogLine>> {
    let rows = platform::audit::about(conn, ctx, platform::audit::Subject::of(super::actions::SUBJECT, id), 50).await?;
    let people: Vec<kernel::PersonId> = rows.iter().filter_map(|row| row.actor_id).map(kernel::PersonId).collect();
    let names = people::names(conn, ctx.town(), &people).await?;
    let name = |id: uuid::Uuid| names.iter().find(|(person, _)| person.0 == id).map(|(_, name)| name.clone());
    let line = |row: platform::audit::AuditRow| {
        // Rows of before have the capability's name in front.
        let verb = row.action.strip_prefix("organisation.").or(row.action.strip_prefix("organisations."))?;
        let what = verb.replace('_', "-");
        Some(LogLine { what, who: row.actor_id.and_then(name), at: ctx.local(row.at) })
    };
    Ok(rows.into_iter().filter_map(line).collect())
}
