//! Conversations: what somebody wants to know, in one thread with those who answer, until it is known what became of it.
//!
//! A conversation is about a subject of which this capability knows only a kind and an id. A capability that has things to
//! respond to names them with a [`platform::subjects::SubjectSource`] in its plan, makes the page on which one responds
//! (with [`entry`], or a form of its own) and calls [`respond`] with a [`NewResponse`]; when a subject ends it calls
//! [`over`]. What must follow for the subject itself (one more person found, too many left unanswered), its source is told
//! in the same transaction.
//!
//! | part | what it is for |
//! |---|---|
//! | [`model`] | the response, its states and steps (`docs/state-machines/response.md`) |
//! | [`entry`] | the form with which one responds |
//! | [`guarantee`] | the clock: reminders, the point takes over, silent subjects pause |
//! | [`decisions`] | go on, start, reserve list, no |
//! | [`alternatives`] | other ways on with every no; better ones can be provided |
//! | [`introductions`] | times to choose from, calendar files |
//! | [`outcomes`] | what became of it |
//! | [`mod@figures`] | how well organisations answer, what waits, and what happened in a month |
//!
//! Owns: `responses`, `response_links`, `messages`, `introductions`, `answer_figures`.
//! Sends: the events of [`events`], about a `response`, and [`events::AnswerFiguresChanged`] about an `organisation`.

mod actions;
pub mod alternatives;
mod api;
pub mod decisions;
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
mod queues;
pub mod samples;
pub mod settings;
mod store;
#[cfg(test)]
mod tests;
mod views;

pub use self::jobs::{forget, send_letter};
pub use self::mails::{LetterKind, SendLetter};
pub use self::views::{DoorView, doors as shown_doors};
pub use kernel::Choice;

use std::collections::HashMap;

pub use actions::respond;
pub use alternatives::{DoorSuggester, provide as provide_doors};
pub use api::{NewResponseBody, ResponseDetail, created};
pub use figures::{AnswerFigures, connections_since, figures, figures_of, of_period, of_two_periods};
pub use jobs::over;
use kernel::{OrganisationId, Result};
pub use model::{Entry, NewResponse, Owner, Reach, Response, Subject};
use platform::{
    Conn, Ctx, Plan,
    jobs::Schedule,
    plan::{Access, Role},
};
pub use samples::thread::{SampleThread, answer_due, count_answers, insert_sample};
use uuid::Uuid;

use self::{
    model::ResponseId,
    pages::{confirm, decide, desk, enrol, lists, thread},
};

/// What this capability has.
pub fn plan() -> Plan {
    let plan = queues::add(Plan::new("conversations", 2)).shown_after("offers")
        .statements(store::STATEMENTS)
        .statements(introductions::store::STATEMENTS)
        .settings(settings::SETTINGS)
        .keeps("retention-responses", &settings::KEEP_DAYS)
        .keeps("retention-responses-unconfirmed", &settings::KEEP_UNCONFIRMED_DAYS)
        .keeps("retention-responses-longer", &settings::KEEP_LONGER_DAYS)
        .keeps("retention-responses-started", &settings::KEEP_STARTED_DAYS)
        .job(jobs::send_letter)
        // The kind under which it waits in towns.
        .every("marketplace.forget_responses", Schedule::Daily(3), jobs::forget)
        .every("conversations.look_after_letters", Schedule::Minutes(5), jobs::look_after_letters)
        .person_data(
            "response-data",
            |conn, ctx, person| Box::pin(personal_data::export(conn, ctx, person)),
            |tx, ctx, person| Box::pin(personal_data::erase(tx, ctx, person)),
        )
        .my_section(|conn, ctx, person| Box::pin(views::cards(conn, ctx, person)))
        .workplace_section(|conn, ctx, organisation| Box::pin(views::workplace_cards(conn, ctx, organisation)))
        .samples(samples::samples);
    figures::add(outcomes::add(guarantee::add(routes(plan))))
}

/// The people who take part in a thread, with a session or a key.
const TAKES_PART: Access = Access(&[Role::Own, Role::Contact, Role::ApiKey]);
/// Everybody who has signed in, and programs with a key.
const KNOWN: Access = Access(&[
    Role::Resident,
    Role::Own,
    Role::Contact,
    Role::OtherContact,
    Role::Mediator,
    Role::Manager,
    Role::ApiKey,
]);

/// A thread under one address, for who comes to it there: what every side does, what its person does and agrees to, what the
/// other side decides.
fn thread_at(plan: Plan, base: &'static str, all: Access, person: Option<[Access; 2]>, other: Access) -> Plan {
    let at = |tail: &str| -> &'static str { Box::leak(format!("{base}{tail}").into_boxed_str()) };
    let mut plan = plan
        .get(base, thread::show, all)
        .post(at("/bericht"), thread::say, all)
        .post(at("/afzeggen"), thread::cancel_meeting, all)
        .post(at("/uitkomst"), thread::outcome, all)
        .get(at("/kennismaking.ics"), thread::agenda, all);
    if let Some([person, agrees]) = person {
        plan = plan
            .post(at("/intrekken"), thread::withdraw, person)
            .post(at("/tijd"), thread::choose, person)
            .post(at("/andere-tijd"), thread::other_time, person)
            .post(at("/bewaren"), thread::retain, agrees);
    }
    plan.get(at("/uitnodigen"), decide::invite_form, other)
        .post(at("/uitnodigen"), decide::invite, other)
        .get(at("/afwijzen"), decide::decline_form, other)
        .post(at("/afwijzen"), decide::decline, other)
        .get(at("/beantwoord"), decide::answered_form, other)
        .post(at("/beantwoord"), decide::answered, other)
        .post(at("/aannemen"), decide::accept, other)
        .post(at("/gestart"), decide::start, other)
        .post(at("/gestopt"), decide::stop, other)
        .post(at("/oproepen"), decide::call_up, other)
}

/// Adds the routes.
fn routes(plan: Plan) -> Plan {
    let plan = plan
        .get("/reacties/bevestig", confirm::confirm_form, Access::PUBLIC)
        .post("/reacties/bevestig", confirm::confirm, Access::PUBLIC)
        .get("/reacties/ontvangen", confirm::received, Access::PUBLIC)
        .get("/reacties/link", confirm::link_form, Access::PUBLIC)
        .once("/reacties/link", confirm::link, Access::PUBLIC)
        .get("/organisatie/{organisation}/reacties", lists::organisation, Access::CONTACT)
        .get("/mijn/reacties", lists::mine, Access::SIGNED_IN_OR_CARD)
        .get("/balie/reacties", desk::queue, Access::DESK)
        .post("/balie/reacties/{response}/nemen", desk::take, Access::DESK)
        .post("/balie/reacties/{response}/terug", desk::pass_back, Access::DESK)
        .post("/balie/reacties/{response}/bevestigen", desk::confirm, Access::DESK)
        .post("/balie/reacties/{response}/vervallen", desk::discard, Access::DESK)
        .post("/balie/reacties/{response}/verteld", desk::told, Access::DESK)
        .get("/balie/reacties/{response}/inschrijven", enrol::form, Access::DESK)
        .post("/balie/reacties/{response}/inschrijven", enrol::enrol, Access::DESK);
    let plan = plan
        .get("/api/v1/responses", api::list, KNOWN)
        .get("/api/v1/responses/{response}", api::detail, TAKES_PART)
        .post("/api/v1/responses/{response}/messages", api::say, TAKES_PART)
        .openapi(<api::Description as utoipa::OpenApi>::openapi());
    // A link stands for one side; what is of the other side does not exist for it.
    let plan = thread_at(plan, "/reacties/mijn/{token}", Access::PUBLIC, Some([Access::PUBLIC; 2]), Access::PUBLIC);
    let own = Some([Access::OWN_OR_CARD, Access::OWN]);
    let plan = thread_at(plan, "/mijn/reacties/{response}", Access::OWN_OR_CARD, own, Access(&[]));
    let office = "/organisatie/{organisation}/reacties/{response}";
    let plan = thread_at(plan, office, Access::CONTACT, None, Access::CONTACT);
    thread_at(plan, "/balie/reacties/{response}", Access::DESK, Some([Access::DESK; 2]), Access::DESK)
}

/// One response, in whatever state.
pub async fn find(conn: &mut Conn, ctx: &Ctx, id: ResponseId) -> Result<Option<Response>> {
    Ok(store::FIND.optional(conn, (ctx.town(), id)).await?)
}

/// The confirmed responses to one subject, the oldest first.
pub async fn of_subject(conn: &mut Conn, ctx: &Ctx, kind: &str, subject: Uuid) -> Result<Vec<Response>> {
    Ok(store::OF_SUBJECT.all(conn, (ctx.town(), kind.to_owned(), subject)).await?)
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
