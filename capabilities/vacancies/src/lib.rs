//! Vacancies: an organisation seeks people.
//!
//! A vacancy is written with the vacancy check beside it, sent in, looked at when it is the first of an organisation,
//! public, paused, full, closed. `docs/state-machines/vacancy.md` draws it.
//!
//! | part | what it is for |
//! |---|---|
//! | [`model`] | the vacancy, its states and steps |
//! | [`check`] | is this volunteer work, is it clear, is it fair? |
//! | [`moderation`] | what the municipality does with vacancies and reports |
//! | `views` | a vacancy in words |
//!
//! Owns: `vacancies`, `vacancy_drafts`, `vacancy_reports`.
//! Sends: the events of [`events`], all about a `vacancy`.

mod actions;
pub mod calendar;
pub mod check;
pub mod events;
mod forms;
mod jobs;
mod json_ld;
mod mails;
pub mod model;
pub mod moderation;
mod neighbours;
mod pages;
mod personal_data;
pub mod policy;
pub mod poster;
mod queues;
pub mod samples;
pub mod settings;
pub mod starters;
mod store;
mod subject;
#[cfg(test)]
mod tests;
mod views;

pub use self::forms::{Told, fields, told};
pub use self::views::{hours_words, language_name, suitable, week_parts, when};

pub use actions::{
    Imported, Upserted, count_found, insert_sample, known_to_import, pause_unanswered, reopen, take_back_import,
    upsert_imported,
};
use kernel::{OrganisationId, Result};
use platform::{
    Conn, Ctx, Plan,
    db::{Code, Many},
    jobs::Schedule,
    plan::Access,
};

use self::model::{State, Vacancy};
use facets::model::VacancyId;

/// What this capability has.
pub fn plan() -> Plan {
    queues::add(work(moderation::add(poster::add(pages_of(Plan::new("vacancies", 3))))))
}

/// What follows from events, and what each day brings.
fn work(plan: Plan) -> Plan {
    plan.job(jobs::ask_still_needed)
        .on("vacancies.tell_published", jobs::published)
        .on("vacancies.tell_sent_back", jobs::sent_back)
        .on("vacancies.tell_taken_down", jobs::taken_down)
        .on("vacancies.tell_ended", jobs::ended)
        .on("vacancies.tell_managers", jobs::reported)
        .on("vacancies.tell_reporter", jobs::report_answered)
        .on("vacancies.organisation_confirmed", jobs::organisation_confirmed)
        .on("vacancies.organisation_closed", jobs::organisation_closed)
        .on("vacancies.handed_over", jobs::handed_over)
        // These kinds begin with another name because jobs of them may wait in towns.
        .on("marketplace.answer_when_filled", jobs::answer_when_filled)
        .on("marketplace.answer_when_closed", jobs::answer_when_closed)
        .on("marketplace.answer_when_taken_down", jobs::answer_when_taken_down)
        .term(&actions::SHOWN)
        .retired("vacancies.close_past")
        .retired("vacancies.remind")
        .every("vacancies.tidy", Schedule::Daily(4), jobs::tidy)
}

fn pages_of(plan: Plan) -> Plan {
    plan.statements(store::STATEMENTS)
        .get("/vacatures/{vacancy}", pages::show, Access::PUBLIC)
        .get("/vacatures/{vacancy}/poster", pages::poster, Access::PUBLIC)
        .get("/vacatures/{vacancy}/qr.svg", pages::qr, Access::PUBLIC)
        .get("/vacatures/{vacancy}/agenda.ics", pages::agenda, Access::PUBLIC)
        .get("/vacatures/{vacancy}/reageer", pages::respond_form, Access::PUBLIC)
        .once("/vacatures/{vacancy}/reageer", pages::respond, Access::PUBLIC)
        .once("/api/v1/vacancies/{vacancy}/responses", pages::respond_by_program, Access::SIGNED_IN)
        .openapi(<pages::Description as utoipa::OpenApi>::openapi())
        .subject(subject::source())
        .get("/organisatie/{organisation}/vacatures", pages::list, Access::CONTACT)
        .get("/organisatie/{organisation}/vacatures/nieuw", pages::start, Access::CONTACT)
        .once_while("/organisatie/{organisation}/vacatures/nieuw", pages::begin, Access::CONTACT, |ctx, at| {
            Box::pin(pages::is_untouched(ctx, at))
        })
        .post("/organisatie/{organisation}/vacatures/check", pages::check, Access::CONTACT)
        .get("/organisatie/{organisation}/vacatures/{vacancy}", pages::overview, Access::CONTACT)
        .get("/organisatie/{organisation}/vacatures/{vacancy}/bewerken", pages::edit, Access::CONTACT)
        .post("/organisatie/{organisation}/vacatures/{vacancy}/bewerken", pages::save, Access::CONTACT)
        .post("/organisatie/{organisation}/vacatures/{vacancy}/concept", pages::autosave, Access::CONTACT)
        .once_while(
            "/organisatie/{organisation}/vacatures/{vacancy}/kopieer",
            pages::copy,
            Access::CONTACT,
            |ctx, at| Box::pin(pages::is_untouched(ctx, at)),
        )
        .post("/organisatie/{organisation}/vacatures/{vacancy}/pauze", pages::pause, Access::CONTACT)
        .post("/organisatie/{organisation}/vacatures/{vacancy}/heropen", pages::reopen, Access::CONTACT)
        .post("/organisatie/{organisation}/vacatures/{vacancy}/vervuld", pages::fill, Access::CONTACT)
        .post("/organisatie/{organisation}/vacatures/{vacancy}/verleng", pages::extend, Access::CONTACT)
        .post("/organisatie/{organisation}/vacatures/{vacancy}/sluit", pages::close, Access::CONTACT)
        .post("/organisatie/{organisation}/vacatures/{vacancy}/weggooien", pages::discard, Access::CONTACT)
        .post("/organisatie/{organisation}/vacatures/{vacancy}/terugzetten", pages::restore, Access::CONTACT)
        .settings(settings::ALL)
        .settings(&check::settings())
        .keeps("retention-vacancy-reports", &settings::REPORT_DAYS)
        .keeps("retention-vacancy-drafts", &settings::DRAFT_DAYS)
        .person_data(
            "vacancy-person-data",
            |conn, ctx, person| Box::pin(personal_data::export(conn, ctx, person)),
            |tx, ctx, person| Box::pin(personal_data::erase(tx, ctx, person)),
        )
        .workplace_section(|conn, ctx, organisation| Box::pin(views::workplace_cards(conn, ctx, organisation)))
        .organisation_section(|conn, ctx, organisation| Box::pin(views::organisation_cards(conn, ctx, organisation)))
        .samples(samples::samples)
}

/// One vacancy, in whatever state.
pub async fn find(conn: &mut Conn, ctx: &Ctx, id: VacancyId) -> Result<Option<Vacancy>> {
    Ok(store::FIND.optional(conn, (ctx.town(), id)).await?)
}

/// The vacancies with these ids, in the order asked for; ids that do not exist are left out.
pub async fn by_ids(conn: &mut Conn, ctx: &Ctx, ids: &[VacancyId]) -> Result<Vec<Vacancy>> {
    let mut found: Vec<Vacancy> = Vec::with_capacity(ids.len());
    for chunk in Many::chunks(ids) {
        found.extend(store::BY_IDS.all(conn, (ctx.town(), chunk)).await?);
    }
    found.sort_by_key(|vacancy| ids.iter().position(|id| *id == vacancy.id));
    Ok(found)
}

/// Vacancies that take responses, by id, after one of them: for whoever goes through all of them.
pub async fn live(conn: &mut Conn, ctx: &Ctx, after: Option<VacancyId>, limit: u32) -> Result<Vec<Vacancy>> {
    let after = after.unwrap_or(VacancyId(uuid::Uuid::nil()));
    let rows = store::LIVE_AFTER.all(conn, (ctx.town(), after, i64::from(limit))).await?;
    Ok(rows.into_iter().collect())
}

/// Vacancies in whatever state, by id, after one of them: for an export.
pub async fn all(conn: &mut Conn, ctx: &Ctx, after: Option<VacancyId>, limit: u32) -> Result<Vec<Vacancy>> {
    let after = after.unwrap_or(VacancyId(uuid::Uuid::nil()));
    let rows = store::ALL_AFTER.all(conn, (ctx.town(), after, i64::from(limit))).await?;
    Ok(rows.into_iter().collect())
}

/// Every vacancy of an organisation, in whatever state, newest first.
pub async fn of_organisation(conn: &mut Conn, ctx: &Ctx, organisation: OrganisationId) -> Result<Vec<Vacancy>> {
    let rows = store::OF_ORGANISATION.all(conn, (ctx.town(), organisation)).await?;
    Ok(rows.into_iter().collect())
}

/// How many vacancies wait for the municipality.
pub async fn waiting_count(conn: &mut Conn, ctx: &Ctx) -> Result<u64> {
    let (count,) = store::COUNT_IN_STATE.one(conn, (ctx.town(), Code(State::Waiting))).await?;
    Ok(u64::try_from(count).unwrap_or(0))
}
