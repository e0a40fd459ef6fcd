//! Vacancies: an organisation seeks people.

pub mod model;
pub mod store;

use kernel::Result;
use platform::{Conn, Ctx, Plan};

use self::model::Vacancy;
use super::model::VacancyId;

/// Adds what vacancies have to the marketplace's plan.
pub fn add(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
}

/// One vacancy, in whatever state.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(conn: &mut Conn, ctx: &Ctx, id: VacancyId) -> Result<Option<Vacancy>> {
    Ok(store::FIND.optional(conn, (ctx.town(), id)).await?.map(Into::into))
}
