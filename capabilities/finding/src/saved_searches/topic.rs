//! A saved search as a topic of which people can hear.

use kernel::{Actor, Instant, Result};
use notices::Topic;
use platform::{
    Conn, Ctx,
    searching::Card,
    topics::{NewsLine, TopicNow, TopicSource},
};
use uuid::Uuid;

use super::views::conditions_in;
use crate::listing::{
    model::{Filters, Scope, Sort},
    views::{Ask, find},
};
use facets::model::VacancyId;

/// The code of saved searches.
pub(super) const KIND: &str = "saved_search";
/// Results looked through for news.
const LOOKED_AT: u32 = 100;

/// What people can hear of through a saved search.
pub(super) fn source() -> TopicSource {
    TopicSource {
        kind: KIND,
        words: "saved-search",
        confirm: "/zoekopdracht/bevestig/{token}",
        leave: "/zoekopdracht/uit/{token}",
        own: "/mijn/zoekopdrachten",
        list: ("/vacatures", "listing-home-all"),
        gone: "saved-search-link-over",
        describe: |conn, ctx, data| Box::pin(describe(conn, ctx, data)),
        news: |ctx, data, _| Box::pin(newest(ctx, data)),
        tell: |conn, ctx, ids| Box::pin(tell(conn, ctx, ids)),
    }
}

/// The topic of these filters.
pub(super) fn of(filters: &Filters) -> Result<Topic> {
    Ok(Topic::new(KIND, serde_json::to_string(filters)?))
}

async fn describe(conn: &mut Conn, ctx: &Ctx, data: &str) -> Result<Option<TopicNow>> {
    let filters: Filters = serde_json::from_str(data)?;
    let words = conditions_in(&*places::cached(conn, ctx).await?, ctx, &filters);
    // Each begins as on a line of its own, so no sentence is made of them.
    let summary = if words.is_empty() { ctx.t("saved-search-everything") } else { words.join(" · ") };
    Ok(Some(TopicNow { summary, path: filters.url("/vacatures") }))
}

/// The newest vacancies a search finds, with the moment of publishing.
async fn newest(ctx: &Ctx, data: &str) -> Result<Vec<(Uuid, Instant)>> {
    let filters = Filters { sort: Sort::Newest, ..serde_json::from_str(data)? };
    // A search sees what everybody sees, whoever's job looks.
    let everybody = ctx.acting_as(Actor::Visitor);
    let found = find(&everybody, Scope::Vacancies, &filters, Ask::page(LOOKED_AT)).await?;
    if filters.near.is_some() && found.place.is_none() || !found.results.all_words {
        return Ok(Vec::new());
    }
    let hits = found.results.hits.iter();
    hits.map(|hit| Ok((hit.id, Instant::from_millis(Card::from_bytes(&hit.card)?.published_at)))).collect()
}

/// The vacancies that still take responses.
async fn tell(conn: &mut Conn, ctx: &Ctx, ids: &[Uuid]) -> Result<Vec<NewsLine>> {
    let ids: Vec<VacancyId> = ids.iter().copied().map(VacancyId).collect();
    let news = vacancies::by_ids(conn, ctx, &ids).await?;
    let open = news.iter().filter(|vacancy| vacancy.takes_responses(ctx.today()));
    let line = |vacancy: &vacancies::model::Vacancy| NewsLine {
        words: format!("{} ({})", vacancy.title, vacancies::when(ctx, &vacancy.facets.when)),
        path: format!("/vacatures/{}", vacancy.id),
    };
    Ok(open.map(line).collect())
}
