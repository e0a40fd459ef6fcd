//! What people keep of the lists: a search with a mail when something fits, and vacancies to look at later.
//!
//! A search is a topic of which `notices` writes letters.
//!
//! Owns: `favourites`.

pub(crate) mod actions;
pub(crate) mod jobs;
pub(crate) mod pages;
pub mod policy;
pub mod samples;
mod store;
mod topic;
pub(crate) mod views;

pub use self::actions::{favourite, save};

use kernel::{PersonId, Result};
use platform::{Access, Conn, Ctx, Plan, Tx, i18n::FluentValue, plan::MyCard};
use serde_json::json;

use facets::model::VacancyId;

/// Adds what saved searches and favourites have to the plan.
pub fn add(plan: Plan) -> Plan {
    notices::hear_of(plan, topic::source())
        .get("/zoekopdracht", pages::new, Access::PUBLIC)
        .once("/zoekopdracht", pages::save, Access::PUBLIC)
        .get("/mijn/bewaard", pages::favourites, Access::SIGNED_IN_OR_CARD)
        .post("/vacatures/{vacancy}/bewaar", pages::favourite, Access::SIGNED_IN)
        .statements(store::STATEMENTS)
        .on("saved_search.vacancy_published", jobs::published)
        .person_data(
            "saved-search-data",
            |conn, ctx, person| Box::pin(export(conn, ctx, person)),
            |tx, ctx, person| Box::pin(erase(tx, ctx, person)),
        )
        .my_section(|conn, ctx, person| Box::pin(my_cards(conn, ctx, person)))
        .samples(samples::samples)
}

async fn export(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<serde_json::Value> {
    let searches = notices::kept(conn, ctx, topic::KIND, person)
        .await?
        .into_iter()
        .map(|search| json!({ "search": search.summary, "rhythm": search.rhythm, "since": search.since.rfc3339() }));
    let favourites = store::FAVOURITES.all(conn, (ctx.town(), person)).await?;
    let kept = favourites
        .iter()
        .map(|(id, at)| json!({ "vacancy": ctx.url(&format!("/vacatures/{id}")), "kept": at.rfc3339() }));
    Ok(json!({ "searches": searches.collect::<Vec<_>>(), "kept": kept.collect::<Vec<_>>() }))
}

async fn erase(tx: &mut Tx, ctx: &Ctx, person: PersonId) -> Result<()> {
    store::FORGET_FAVOURITES.run(tx, (ctx.town(), person)).await?;
    notices::erase(tx, ctx, person).await
}

async fn my_cards(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<MyCard>> {
    let kept = store::FAVOURITES.all(conn, (ctx.town(), person)).await?.len() as i64;
    Ok(vec![MyCard {
        href: "/mijn/bewaard".to_owned(),
        title: ctx.t("favourite-title"),
        text: ctx.t_with("favourite-my-count", &[("count", FluentValue::from(kept))]),
        icon: "star",
        waits: false,
    }])
}

/// Whether somebody kept this vacancy, for the button on its page.
pub async fn is_favourite(conn: &mut Conn, ctx: &Ctx, vacancy: VacancyId) -> Result<bool> {
    let Some(person) = ctx.actor.person_id() else { return Ok(false) };
    Ok(store::IS_FAVOURITE.optional(conn, (ctx.town(), person, vacancy)).await?.is_some())
}
