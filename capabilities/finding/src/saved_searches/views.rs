//! A saved search in words, and what it finds.

use kernel::{Instant, Lang, Result, text::Codes};
use platform::{Conn, Ctx, searching::Card};
use serde::Serialize;
use uuid::Uuid;

use super::model::{Rhythm, SavedSearch};
use crate::listing::{
    forms,
    model::{Filters, Scope, Sort},
    views::{Ask, condition_words, find},
};
use places::TownPlaces;

/// Results looked through for news.
const LOOKED_AT: u32 = 100;

/// Who reads the letters.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Where they go.
    pub email: String,
    /// The name to use, with an account.
    pub name: Option<String>,
    /// In which language.
    pub lang: Lang,
}

/// Who reads the letters of a search; nobody when the account has no address any more.
pub async fn reader(conn: &mut Conn, ctx: &Ctx, search: &SavedSearch) -> Result<Option<Reader>> {
    let Some(person) = search.person else {
        return Ok(search.email.clone().map(|email| Reader { email, name: None, lang: search.lang }));
    };
    let account = people::account(conn, ctx.town(), person).await?;
    Ok(account.and_then(|account| {
        let lang = account.lang.unwrap_or(search.lang);
        account.email.map(|email| Reader { email, name: Some(account.name), lang })
    }))
}

/// The newest vacancies a search finds, with the moment of publishing.
pub async fn newest(ctx: &Ctx, search: &SavedSearch) -> Result<Vec<(Uuid, Instant)>> {
    let filters = Filters { sort: Sort::Newest, ..search.filters.clone() };
    // A search sees what everybody sees, whoever's job looks.
    let everybody = ctx.acting_as(kernel::Actor::Visitor);
    let found = find(&everybody, Scope::Vacancies, &filters, Ask::page(LOOKED_AT)).await?;
    if search.filters.near.is_some() && found.place.is_none() || !found.results.all_words {
        return Ok(Vec::new());
    }
    let hits = found.results.hits.iter();
    hits.map(|hit| Ok((hit.id, Instant::from_millis(Card::from_bytes(&hit.card)?.published_at)))).collect()
}

/// What is looked for, in one line.
pub async fn summary(ctx: &Ctx, search: &SavedSearch) -> Result<String> {
    Ok(summary_in(&*places::cached_alone(ctx).await?, ctx, search))
}

/// The same, for who has the town's places at hand.
pub fn summary_in(town: &TownPlaces, ctx: &Ctx, search: &SavedSearch) -> String {
    let words = conditions_in(town, ctx, &search.filters);
    // Each begins as on a line of its own, so no sentence is made of them.
    if words.is_empty() { ctx.t("saved-search-everything") } else { words.join(" · ") }
}

/// Each condition in words.
pub async fn conditions(ctx: &Ctx, filters: &Filters) -> Result<Vec<String>> {
    Ok(conditions_in(&*places::cached_alone(ctx).await?, ctx, filters))
}

fn conditions_in(town: &TownPlaces, ctx: &Ctx, filters: &Filters) -> Vec<String> {
    let place = filters.near.as_deref().and_then(|near| forms::somewhere(town, near));
    let words = filters.conditions().into_iter();
    words.map(|condition| condition_words(ctx, filters, &condition, place.as_ref(), town)).collect()
}

/// A saved search in a list.
#[derive(Clone, Debug, Serialize)]
pub struct SavedView {
    /// Its id.
    pub id: String,
    /// What is looked for.
    pub summary: String,
    /// What it finds now.
    pub url: String,
    /// Code of the rhythm.
    pub rhythm: &'static str,
}

/// A saved search as a list shows it.
pub async fn saved_view(ctx: &Ctx, search: &SavedSearch) -> Result<SavedView> {
    Ok(SavedView {
        id: search.id.to_string(),
        summary: summary(ctx, search).await?,
        url: search.filters.url("/vacatures"),
        rhythm: search.rhythm.code(),
    })
}

/// Codes of the rhythms, in order.
pub fn rhythms() -> Vec<&'static str> {
    Rhythm::ALL.iter().map(|rhythm| rhythm.code()).collect()
}
