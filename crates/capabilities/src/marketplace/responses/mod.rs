//! Responses: what somebody wants to know, in one thread with who answers, until it is known what became of it.
//!
//! A response belongs to a vacancy, an offer or a help request. The core does not know which: whoever builds on it calls
//! [`begin_response`] with a [`NewResponse`].
//!
//! | part | what it is for |
//! |---|---|
//! | [`model`] | the response, its states and steps (`docs/state-machines/response.md`) |
//! | [`guarantee`] | the clock: reminders, the point takes over, silent vacancies pause |
//! | [`decisions`] | go on, start, reserve list, no |
//! | [`doors`] | other ways on with every no; better ones can be provided |
//! | [`introductions`] | times to choose from, calendar files |
//! | [`outcomes`] | what became of it |
//! | [`mod@figures`] | how well organisations answer, and what happened in a month |
//!
//! Owns: `responses`, `response_links`, `messages`, `introductions`, `outcomes`, `outcome_links`, `answer_figures`.
//! Sends: the events of [`events`], about a `response`, and [`events::AnswerFiguresChanged`] about an `organisation`.

pub mod actions;
pub mod api;
mod around;
pub mod decisions;
pub mod doors;
pub mod events;
pub mod figures;
pub mod forms;
pub mod guarantee;
pub mod introductions;
pub mod jobs;
pub mod mails;
pub mod model;
pub mod outcomes;
mod pages;
mod person;
pub mod policy;
mod routes;
mod sample_thread;
pub mod samples;
pub mod store;
pub mod terms;
#[cfg(test)]
mod tests;
pub mod views;

use std::collections::HashMap;

pub use actions::{Begun, begin_response, respond};
pub use doors::{DoorSuggester, provide as provide_doors};
pub use figures::{connections_since, figures, figures_of, of_period, of_two_periods};
use kernel::{OrganisationId, Result};
pub use model::{Entry, NewResponse, Owner, Reach, Response, Subject};
use platform::{Conn, Ctx, Plan, db::Code, jobs::Schedule};
pub use sample_thread::{SampleThread, answer_due, count_answers, insert_sample};
use uuid::Uuid;

use crate::{
    facets::model::{Kind, ResponseId, VacancyId},
    vacancies::events::{VacancyClosed, VacancyFilled, VacancyTakenDown},
};

/// Adds what responses have to the marketplace's plan.
pub fn add(plan: Plan) -> Plan {
    let plan = plan
        .statements(store::STATEMENTS)
        .statements(introductions::store::STATEMENTS)
        .statements(doors::store::STATEMENTS)
        .settings(&terms::SETTINGS)
        .keeps("retention-responses", &terms::KEEP_DAYS)
        .keeps("retention-responses-unconfirmed", &terms::KEEP_UNCONFIRMED_DAYS)
        .keeps("retention-responses-longer", &terms::KEEP_LONGER_DAYS)
        .keeps("retention-responses-started", &terms::KEEP_STARTED_DAYS)
        .job(jobs::send_letter)
        .on::<VacancyFilled, _>("marketplace.answer_when_filled", jobs::on_filled)
        .on::<VacancyClosed, _>("marketplace.answer_when_closed", jobs::on_closed)
        .on::<VacancyTakenDown, _>("marketplace.answer_when_taken_down", jobs::on_taken_down)
        .on("marketplace.answer_when_offer_closed", jobs::on_offer_closed)
        .every("marketplace.forget_responses", Schedule::Daily(3), jobs::forget)
        .person_data(
            "response-data",
            |conn, ctx, person| Box::pin(person::export(conn, ctx, person)),
            |tx, ctx, person| Box::pin(person::erase(tx, ctx, person)),
        )
        .my_section(|conn, ctx, person| Box::pin(views::cards(conn, ctx, person)))
        .workplace_section(|conn, ctx, organisation| Box::pin(views::workplace_cards(conn, ctx, organisation)))
        .samples(samples::samples);
    let plan = routes::add(plan);
    let plan = guarantee::add(plan);
    let plan = outcomes::add(plan);
    figures::add(plan)
}

/// One response, in whatever state.
///
/// # Errors
/// When the database cannot be read.
pub async fn find(conn: &mut Conn, ctx: &Ctx, id: ResponseId) -> Result<Option<Response>> {
    Ok(store::FIND.optional(conn, (ctx.town(), id)).await?.map(Into::into))
}

/// The confirmed responses to one vacancy, offer or help request, the oldest first.
///
/// # Errors
/// When the database cannot be read.
pub async fn of_subject(conn: &mut Conn, ctx: &Ctx, kind: Kind, subject: Uuid) -> Result<Vec<Response>> {
    let rows = store::OF_SUBJECT.all(conn, (ctx.town(), Code(kind), subject)).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// How many responses an organisation has yet to answer, and when the first promise ends.
///
/// # Errors
/// When the database cannot be read.
pub async fn waiting_of(
    conn: &mut Conn,
    ctx: &Ctx,
    organisation: OrganisationId,
) -> Result<(i64, Option<kernel::Instant>)> {
    Ok(store::WAITING_OF_ORGANISATION.one(conn, (ctx.town(), organisation)).await?)
}

/// How many responses have yet to be answered, for each vacancy of an organisation that has any: one statement.
///
/// # Errors
/// When the database cannot be read.
pub async fn waiting_by_vacancy(
    conn: &mut Conn,
    ctx: &Ctx,
    organisation: OrganisationId,
) -> Result<HashMap<VacancyId, u32>> {
    let rows = store::WAITING_BY_SUBJECT.all(conn, (ctx.town(), organisation, Code(Kind::Vacancy))).await?;
    Ok(rows
        .into_iter()
        .map(|(vacancy, count)| (VacancyId(vacancy), u32::try_from(count).unwrap_or(u32::MAX)))
        .collect())
}

/// What the point has taken over and nobody has decided yet, the oldest first, at most `limit`: for the municipality.
///
/// # Errors
/// When the database cannot be read.
pub async fn with_point(conn: &mut Conn, ctx: &Ctx, limit: i64) -> Result<Vec<Response>> {
    Ok(store::WITH_POINT.all(conn, (ctx.town(), limit, 0)).await?.into_iter().map(Into::into).collect())
}

/// What waits for its first answer, the promise nearest to its end first, at most `limit`: for the municipality.
///
/// # Errors
/// When the database cannot be read.
pub async fn waiting(conn: &mut Conn, ctx: &Ctx, limit: i64) -> Result<Vec<Response>> {
    Ok(store::WAITING.all(conn, (ctx.town(), limit, 0)).await?.into_iter().map(Into::into).collect())
}
