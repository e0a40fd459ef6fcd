//! What people keep of the lists: a search with a mail when something fits, and vacancies to look at later.
//!
//! A search works without an account: a mail asks to confirm the address, and every letter has a link that ends it.
//!
//! Owns: `saved_searches`, `saved_search_links`, `favourites`.

pub(crate) mod actions;
pub(crate) mod forms;
pub(crate) mod jobs;
pub(crate) mod mails;
pub mod model;
pub(crate) mod pages;
pub mod policy;
pub mod samples;
pub mod settings;
mod store;
#[cfg(test)]
mod tests;
pub(crate) mod views;

pub use self::actions::{favourite, save};

pub use self::forms::Save;

use kernel::{PersonId, Result};
use platform::{Access, Conn, Ctx, Plan, i18n::FluentValue, jobs::Schedule, plan::MyCard, searching::Card};
use serde_json::json;

use self::{model::SavedSearch, pages::KeptCard};
use super::listing;
use facets::model::VacancyId;

/// Adds what saved searches and favourites have to the plan.
pub fn add(plan: Plan) -> Plan {
    plan.get("/zoekopdracht", pages::new, Access::PUBLIC)
        .post("/zoekopdracht", pages::save, Access::PUBLIC)
        .get("/zoekopdracht/bevestig/{token}", pages::confirm, Access::PUBLIC)
        .post("/zoekopdracht/bevestig/{token}", pages::confirmed, Access::PUBLIC)
        .get("/zoekopdracht/uit/{token}", pages::stop, Access::PUBLIC)
        .post("/zoekopdracht/uit/{token}", pages::stopped, Access::PUBLIC)
        .get("/mijn/zoekopdrachten", pages::own, Access::SIGNED_IN)
        .post("/mijn/zoekopdrachten", pages::change_own, Access::SIGNED_IN)
        .get("/mijn/bewaard", pages::favourites, Access::SIGNED_IN)
        .post("/vacatures/{vacancy}/bewaar", pages::favourite, Access::SIGNED_IN)
        .statements(store::STATEMENTS)
        .settings(&[&settings::WAITING_DAYS, &settings::UNDO_DAYS])
        .keeps("retention-saved-search", &settings::KEPT_DAYS)
        .on("saved_search.vacancy_published", jobs::published)
        .job(jobs::look_at_once)
        .job(jobs::ask_to_confirm)
        .job(jobs::send_news)
        .every("saved_search.daily", Schedule::Daily(7), jobs::daily)
        .every("saved_search.weekly", Schedule::Weekly(jiff::civil::Weekday::Monday, 7), jobs::weekly)
        .person_data(
            "saved-search-data",
            |conn, ctx, person| Box::pin(export(conn, ctx, person)),
            |tx, ctx, person| Box::pin(actions::erase(tx, ctx, person)),
        )
        .my_section(50, |conn, ctx, person| Box::pin(my_cards(conn, ctx, person)))
        .samples(samples::samples)
}

async fn own(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<SavedSearch>> {
    let address = people::account(conn, ctx.town(), person).await?.and_then(|account| account.email);
    let rows = store::OWN.all(conn, (ctx.town(), person, address)).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

async fn export(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<serde_json::Value> {
    let town = places::cached(conn, ctx).await?;
    let mut searches = Vec::new();
    for search in own(conn, ctx, person).await? {
        searches.push(json!({
            "search": views::summary_in(&town, ctx, &search),
            "rhythm": ctx.t(&format!("saved-search-rhythm-{}", search.rhythm.to_string().replace('_', "-"))),
            "since": search.created_at.rfc3339(),
        }));
    }
    let favourites = store::FAVOURITES.all(conn, (ctx.town(), person)).await?;
    let kept = favourites
        .iter()
        .map(|(id, at)| json!({ "vacancy": ctx.url(&format!("/vacatures/{id}")), "kept": at.rfc3339() }));
    Ok(json!({ "searches": searches, "kept": kept.collect::<Vec<_>>() }))
}

async fn my_cards(conn: &mut Conn, ctx: &Ctx, person: PersonId) -> Result<Vec<MyCard>> {
    let searches = own(conn, ctx, person).await?.len() as i64;
    let kept = store::FAVOURITES.all(conn, (ctx.town(), person)).await?.len() as i64;
    let card = |href: &str, title: &str, text: &str, count: i64, icon| MyCard {
        href: href.to_owned(),
        title: ctx.t(title),
        text: ctx.t_with(text, &[("count", FluentValue::from(count))]),
        icon,
        waits: false,
    };
    Ok(vec![
        card("/mijn/zoekopdrachten", "saved-search-own-title", "saved-search-my-count", searches, "bell"),
        card("/mijn/bewaard", "favourite-title", "favourite-my-count", kept, "star"),
    ])
}

/// Whether somebody kept this vacancy, for the button on its page.
pub async fn is_favourite(conn: &mut Conn, ctx: &Ctx, vacancy: VacancyId) -> Result<bool> {
    let Some(person) = ctx.actor.person_id() else { return Ok(false) };
    Ok(store::IS_FAVOURITE.optional(conn, (ctx.town(), person, vacancy)).await?.is_some())
}

/// What somebody kept, as cards; what is not public any more is left out.
pub async fn kept(ctx: &Ctx, person: PersonId) -> Result<Vec<KeptCard>> {
    let town = places::cached_alone(ctx).await?;
    let mut conn = ctx.read().await?;
    let kept = store::FAVOURITES.all(&mut conn, (ctx.town(), person)).await?;
    let ids: Vec<VacancyId> = kept.into_iter().map(|(id, _)| id).collect();
    let mut cards = Vec::with_capacity(ids.len());
    for vacancy in vacancies::by_ids(&mut conn, ctx, &ids).await? {
        if vacancy.is_public() {
            let card = Card::from_bytes(&listing::document(&mut conn, ctx, &vacancy, &town).await?.card)?;
            cards.push(KeptCard {
                id: vacancy.id.to_string(),
                card: listing::views::card_view(ctx, card, &[], None),
                open: vacancy.takes_responses(ctx.today()),
            });
        }
    }
    Ok(cards)
}
