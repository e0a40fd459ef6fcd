//! Conversations: what somebody wants to know, in one thread with those who answer, until it is known what became of it.
//!
//! A conversation is about a subject of which this capability knows only a kind and an id. A capability that has things to
//! respond to names them with a [`platform::subjects::SubjectSource`] in its plan, makes the page on which one responds
//! (with [`entry`], or a form of its own) and calls [`begin_response`] with a [`NewResponse`]; when a subject ends it calls
//! [`over`]. What must follow for the subject itself (one more person found, too many left unanswered), its source is told
//! in the same transaction.
//!
//! | part | what it is for |
//! |---|---|
//! | [`model`] | the response, its states and steps (`docs/state-machines/response.md`) |
//! | [`entry`] | the form with which one responds |
//! | [`guarantee`] | the clock: reminders, the point takes over, silent subjects pause |
//! | [`decisions`] | go on, start, reserve list, no |
//! | [`doors`] | other ways on with every no; better ones can be provided |
//! | [`introductions`] | times to choose from, calendar files |
//! | [`outcomes`] | what became of it |
//! | [`mod@figures`] | how well organisations answer, what waits, and what happened in a month |
//!
//! Owns: `responses`, `response_links`, `messages`, `introductions`, `answer_figures`.
//! Sends: the events of [`events`], about a `response`, and [`events::AnswerFiguresChanged`] about an `organisation`.

mod actions;
mod api;
pub mod decisions;
pub mod doors;
pub mod entry;
pub mod events;
pub mod figures;
mod forms;
pub mod guarantee;
pub mod introductions;
mod jobs;
mod mails;
pub mod model;
mod neighbours;
pub mod outcomes;
mod pages;
mod personal_data;
pub mod policy;
mod routes;
mod sample_thread;
pub mod samples;
pub mod settings;
mod store;
#[cfg(test)]
mod tests;
mod views;

pub use self::jobs::{forget, send_letter};
pub use self::mails::{LetterKind, SendLetter};
pub use self::views::{Choice, DoorView, doors as shown_doors};

use std::collections::HashMap;

pub use actions::{Begun, begin_response, respond};
pub use api::{NewResponseBody, ResponseDetail, created};
pub use doors::{DoorSuggester, provide as provide_doors};
pub use figures::{AnswerFigures, connections_since, figures, figures_of, of_period, of_two_periods};
pub use jobs::over;
use kernel::{OrganisationId, Result};
pub use model::{Entry, NewResponse, Owner, Reach, Response, Subject};
use platform::{Conn, Ctx, Plan, jobs::Schedule};
pub use sample_thread::{SampleThread, answer_due, count_answers, insert_sample};
use uuid::Uuid;

use self::model::ResponseId;

/// What this capability has.
pub fn plan() -> Plan {
    let plan = Plan::new("conversations", 2).shown_after("offers")
        .statements(store::STATEMENTS)
        .statements(introductions::store::STATEMENTS)
        .settings(&settings::SETTINGS)
        .keeps("retention-responses", &settings::KEEP_DAYS)
        .keeps("retention-responses-unconfirmed", &settings::KEEP_UNCONFIRMED_DAYS)
        .keeps("retention-responses-longer", &settings::KEEP_LONGER_DAYS)
        .keeps("retention-responses-started", &settings::KEEP_STARTED_DAYS)
        .job(jobs::send_letter)
        // The kind under which it waits in towns.
        .every("marketplace.forget_responses", Schedule::Daily(3), jobs::forget)
        .person_data(
            "response-data",
            |conn, ctx, person| Box::pin(personal_data::export(conn, ctx, person)),
            |tx, ctx, person| Box::pin(personal_data::erase(tx, ctx, person)),
        )
        .my_section(30, |conn, ctx, person| Box::pin(views::cards(conn, ctx, person)))
        .workplace_section(30, |conn, ctx, organisation| Box::pin(views::workplace_cards(conn, ctx, organisation)))
        .samples(samples::samples);
    figures::add(outcomes::add(guarantee::add(routes::add(plan))))
}

/// One response, in whatever state.
pub async fn find(conn: &mut Conn, ctx: &Ctx, id: ResponseId) -> Result<Option<Response>> {
    Ok(store::FIND.optional(conn, (ctx.town(), id)).await?.map(Into::into))
}

/// The confirmed responses to one subject, the oldest first.
pub async fn of_subject(conn: &mut Conn, ctx: &Ctx, kind: &str, subject: Uuid) -> Result<Vec<Response>> {
    let rows = store::OF_SUBJECT.all(conn, (ctx.town(), kind.to_owned(), subject)).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// How many responses an organisation has yet to answer, and when the first promise ends.
pub async fn waiting_of(
    conn: &mut Conn,
    ctx: &Ctx,
    organisation: OrganisationId,
) -> Result<(i64, Option<kernel::Instant>)> {
    Ok(store::WAITING_OF_ORGANISATION.one(conn, (ctx.town(), organisation)).await?)
}

/// How many responses have yet to be answered, for each subject of a kind of an organisation that has any: one statement.
pub async fn waiting_by_subject(
    conn: &mut Conn,
    ctx: &Ctx,
    organisation: OrganisationId,
    kind: &str,
) -> Result<HashMap<Uuid, u32>> {
    let rows = store::WAITING_BY_SUBJECT.all(conn, (ctx.town(), organisation, kind.to_owned())).await?;
    Ok(rows.into_iter().map(|(subject, count)| (subject, u32::try_from(count).unwrap_or(u32::MAX))).collect())
}
