//! The lists of vacancies, offers and help requests, and what the home page shows of them.
//!
//! Every list is answered by the search index of the process ([`platform::searching`]); what a card shows lies in the
//! index too, so that a public page asks nothing of the database.
//!
//! | part | what it is for |
//! |---|---|
//! | [`model`], `forms` | the filters as the address holds them, and the question they make |
//! | [`documents`] | what of each thing can be found, with its card |
//! | `views` | results in words, with the reasons why they are there |
//! | [`seen`] | how often the pages of vacancies were looked at |
//!
//! Owns: `vacancy_views`, `vacancy_standings`. Sends: [`events::StandingChanged`].

pub(crate) mod api;
pub mod documents;
pub mod events;
pub(crate) mod filters;
pub(crate) mod forms;
mod home;
mod jobs;
pub mod model;
mod neighbours;
pub(crate) mod pages;
pub mod policy;
pub mod samples;
pub mod seen;
mod sources;
pub(crate) mod store;
pub mod synonyms;
pub(crate) mod views;

use std::collections::BTreeMap;

pub use jobs::save_views;
use kernel::{Date, Result};
pub use neighbours::names;
use platform::{Access, Conn, Ctx, Plan, Tx, search::Document};
pub use seen::saw;
pub use store::{StandingRow, views_since};

use facets::model::VacancyId;
use places::TownPlaces;
use vacancies::model::Vacancy;

/// Adds what the lists have to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.home_section(|ctx| Box::pin(home::section(ctx)))
        .get("/vacatures", pages::vacancies, Access::PUBLIC)
        .get("/aanbod", pages::offers, Access::PUBLIC)
        .get("/hulpvragen", pages::help_requests, Access::PUBLIC)
        .get("/zoeken", pages::everything, Access::PUBLIC)
        .get("/reageren", pages::for_somebody::show, Access::SIGNED_IN)
        .get("/beheer/synoniemen", synonyms::pages::show, Access::MANAGER)
        .post("/beheer/synoniemen", synonyms::pages::change, Access::MANAGER)
        .list(synonyms::list())
        .filters(filters::FILTERS)
        .navigation("/vacatures", "listing-nav-vacancies", 10)
        .navigation("/hulpvragen", "listing-nav-help-requests", 20)
        .navigation("/aanbod", "listing-nav-offers", 30)
        .get("/api/v1/vacancies", api::list, Access::PUBLIC)
        .get("/api/v1/vacancies/{vacancy}", api::detail, Access::PUBLIC)
        .openapi(<api::Description as utoipa::OpenApi>::openapi())
        .search(sources::vacancies())
        .search(sources::offers())
        .search(sources::help_requests())
        .statements(store::STATEMENTS)
        .samples(samples::samples)
}

/// The document of a vacancy as the index would have it, for lists that are not made from the index.
pub async fn document(conn: &mut Conn, ctx: &Ctx, vacancy: &Vacancy, town: &TownPlaces) -> Result<Document> {
    let names = neighbours::names(conn, ctx, std::iter::once(vacancy.organisation)).await?;
    let standing = store::standings(conn, ctx, &[vacancy.id]).await?;
    let figures = neighbours::figures(conn, ctx, std::iter::once(vacancy.organisation)).await?;
    let owner = sources::Owner {
        name: names.get(&vacancy.organisation).map_or("", String::as_str),
        figures: figures.get(&vacancy.organisation).copied().unwrap_or_default(),
    };
    sources::vacancy_document(ctx, vacancy, owner, town, standing.first())
}

/// How every vacancy of the town stands; those of which nothing is known yet are left out.
pub async fn all_standings(conn: &mut Conn, ctx: &Ctx) -> Result<BTreeMap<VacancyId, StandingRow>> {
    let rows = store::ALL_STANDINGS.all(conn, (ctx.town(),)).await?;
    Ok(rows.into_iter().map(|row| (row.vacancy_id, row)).collect())
}

/// Keeps how a vacancy stands from now on, within the transaction of whoever reckoned it; lists follow.
pub async fn set_standing(tx: &mut Tx, ctx: &Ctx, row: StandingRow) -> Result<()> {
    let vacancy = row.vacancy_id;
    store::SET_STANDING.run(tx, row).await?;
    tx.record(ctx, &events::StandingChanged { vacancy }).await
}

/// Forgets how often vacancies were seen before a day.
pub async fn forget_views(tx: &mut Tx, ctx: &Ctx, before: Date) -> Result<()> {
    store::FORGET_VIEWS.run(tx, (ctx.town(), before)).await?;
    Ok(())
}
