//! Pages of saved searches and favourites.

use axum::response::Response;
use kernel::{Fields, Permit, Problem, form::FieldErrors, form::FormState};
use platform::{
    Ctx,
    auth::hash,
    http::{Answer, FormBody, Path, Query},
    limits::Limit,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    actions::{self, Saved},
    forms,
    model::{SavedSearch, State},
    policy, store, views,
};
use crate::listing::{forms as listing_forms, model::Filters, views::CardView};
use facets::model::{SavedSearchId, VacancyId};

/// Asks how often, and where letters go.
#[derive(Clone, Debug, Serialize)]
pub struct SavePage {
    /// The form.
    pub form: Form,
    /// What is looked for, in words.
    pub conditions: Vec<String>,
    /// The filters, to be sent along.
    pub pairs: Vec<(&'static str, String)>,
    /// The list it came from.
    pub back: String,
    /// Codes of the rhythms.
    pub rhythms: Vec<&'static str>,
    /// Whether an address is asked.
    pub asks_email: bool,
}

impl Page for SavePage {
    const TEMPLATE: &'static str = "finding/saved_searches/save.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key(self.back.clone(), "listing-title-vacancies")]
    }
}

/// One search, reached by a link in a letter.
#[derive(Clone, Debug, Serialize)]
pub struct LinkPage {
    /// `confirm`, `stop` or `undo`.
    pub what: &'static str,
    /// Where the button leads.
    pub action: String,
    /// What is looked for.
    pub summary: String,
}

impl Page for LinkPage {
    const TEMPLATE: &'static str = "finding/saved_searches/link.html";
}

/// One's own searches.
#[derive(Clone, Debug, Serialize)]
pub struct OwnPage {
    /// The searches.
    pub searches: Vec<views::SavedView>,
    /// Codes of the rhythms.
    pub rhythms: Vec<&'static str>,
    /// One that was just switched off, to be put back.
    pub ended: Option<views::SavedView>,
}

impl Page for OwnPage {
    const TEMPLATE: &'static str = "finding/saved_searches/own.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page")]
    }
}

/// What somebody kept to look at later.
#[derive(Clone, Debug, Serialize)]
pub struct FavouritesPage {
    /// The vacancies that take responses.
    pub cards: Vec<KeptCard>,
}

/// A kept vacancy.
#[derive(Clone, Debug, Serialize)]
pub struct KeptCard {
    /// Its id.
    pub id: String,
    /// As lists show it.
    pub card: CardView,
    /// Whether one can still respond.
    pub open: bool,
}

impl Page for FavouritesPage {
    const TEMPLATE: &'static str = "finding/saved_searches/favourites.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page")]
    }
}

/// Whether an address must be asked, and one's own when not.
async fn own_address(ctx: &Ctx) -> kernel::Result<Option<String>> {
    let Some(person) = ctx.actor.person_id() else { return Ok(None) };
    let mut conn = ctx.read().await?;
    Ok(people::account(&mut conn, ctx.town(), person).await?.and_then(|account| account.email))
}

async fn save_page(ctx: &Ctx, filters: &Filters, state: &FormState, asks_email: bool) -> kernel::Result<SavePage> {
    Ok(SavePage {
        form: ctx.form(state),
        conditions: views::conditions(ctx, filters).await?,
        pairs: filters.pairs(),
        back: filters.url("/vacatures"),
        rhythms: views::rhythms(),
        asks_email,
    })
}

/// Asks how often.
pub async fn new(ctx: Ctx, Query(fields): Query) -> Answer {
    let filters = listing_forms::parse(&fields).bare();
    let asks_email = own_address(&ctx).await?.is_none();
    let state = FormState::filled(&Fields::default().with("rhythm", "daily"));
    Ok(ctx.page(&save_page(&ctx, &filters, &state, asks_email).await?)?)
}

/// Saves it.
pub async fn save(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::save_search(&ctx.actor).require()?;
    let asks_email = own_address(&ctx).await?.is_none();
    let command = match forms::save(&fields, asks_email) {
        Ok(command) => command,
        Err(errors) => return refused(&ctx, &fields, errors, asks_email).await,
    };
    ctx.limit_address("saved-search")?;
    if let Some(email) = &command.email {
        ctx.app.limits.check(Limit::Submit, &format!("saved-search {email}"))?;
    }
    let back = command.filters.url("/vacatures");
    Ok(match actions::save(&ctx, &permit, command).await? {
        Saved::Active => ctx.see_other_with("/mijn/zoekopdrachten", "notice-saved-search-saved"),
        Saved::Waiting => ctx.see_other_with(&back, "notice-saved-search-look-in-mail"),
    })
}

async fn refused(ctx: &Ctx, fields: &Fields, errors: FieldErrors, asks_email: bool) -> Answer {
    let filters = listing_forms::parse(fields).bare();
    let state = FormState::with_errors(fields, errors);
    Ok(ctx.page_with_errors(&save_page(ctx, &filters, &state, asks_email).await?)?)
}

/// The page behind the link that asks to confirm: programs that look at links in mail confirm nothing by that.
pub async fn confirm(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let mut conn = ctx.read().await?;
    let row = store::TO_CONFIRM.optional(&mut conn, (ctx.town(), hash(&token))).await?;
    drop(conn);
    let search = SavedSearch::from(row.ok_or(Problem::Gone("saved-search-link-over"))?);
    let summary = views::summary(&ctx, &search).await?;
    Ok(ctx.page(&LinkPage { what: "confirm", action: format!("/zoekopdracht/bevestig/{token}"), summary })?)
}

/// Confirms.
pub async fn confirmed(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let permit = policy::change_search_by_link(&ctx.actor).require()?;
    let search = actions::confirm(&ctx, &permit, &token).await?;
    Ok(ctx.see_other_with(&search.filters.url("/vacatures"), "notice-saved-search-saved"))
}

async fn of_link(ctx: &Ctx, token: &str) -> kernel::Result<Option<SavedSearch>> {
    let mut conn = ctx.read().await?;
    let found = store::OF_LINK.optional(&mut conn, (ctx.town(), hash(token))).await?;
    let Some((id,)) = found else { return Ok(None) };
    Ok(store::FIND.optional(&mut conn, (ctx.town(), id)).await?.map(Into::into))
}

/// The page behind the link that ends the letters.
pub async fn stop(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let search = of_link(&ctx, &token).await?.ok_or(Problem::Gone("saved-search-link-over"))?;
    let summary = views::summary(&ctx, &search).await?;
    let what = if search.state == State::Ended { "undo" } else { "stop" };
    Ok(ctx.page(&LinkPage { what, action: format!("/zoekopdracht/uit/{token}"), summary })?)
}

/// Ends the letters: by the button of that page, or by the button of a mail program (RFC 8058). With `undo` they go on.
pub async fn stopped(ctx: Ctx, Path(token): Path<String>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::change_search_by_link(&ctx.actor).require()?;
    let Some(search) = of_link(&ctx, &token).await? else {
        return Ok(ctx.see_other_with("/vacatures", "notice-saved-search-ended"));
    };
    let here = format!("/zoekopdracht/uit/{token}");
    if fields.get("undo").is_some() {
        actions::put_back(&ctx, &permit, search.id).await?;
        return Ok(ctx.see_other_with(&here, "notice-saved-search-back"));
    }
    actions::end(&ctx, &permit, search.id).await?;
    Ok(ctx.see_other_with(&here, "notice-saved-search-ended"))
}

/// One of one's own searches, with the permit to change it.
async fn own_search(ctx: &Ctx, id: SavedSearchId) -> kernel::Result<(SavedSearch, Permit<policy::ChangeSearch>)> {
    let address = own_address(ctx).await?;
    let mut conn = ctx.read().await?;
    let row = store::FIND.optional(&mut conn, (ctx.town(), id)).await?;
    let search = SavedSearch::from(row.ok_or(Problem::NotFound)?);
    let permit = policy::change_own_search(&ctx.actor, &search, address.as_deref()).require()?;
    Ok((search, permit))
}

/// The one that was just switched off, when it is one's own and can still be put back.
async fn just_ended(ctx: &Ctx, fields: &Fields) -> kernel::Result<Option<views::SavedView>> {
    let Some(id) = fields.get("terug").and_then(|id| id.parse().ok()) else { return Ok(None) };
    match own_search(ctx, id).await {
        Ok((search, _)) if search.state == State::Ended => Ok(Some(views::saved_view(ctx, &search).await?)),
        Ok(_) | Err(Problem::NotFound) => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// One's own searches.
pub async fn own(ctx: Ctx, Query(fields): Query) -> Answer {
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let address = own_address(&ctx).await?;
    let mut conn = ctx.read().await?;
    let rows = store::OWN.all(&mut conn, (ctx.town(), person, address)).await?;
    drop(conn);
    let mut searches = Vec::with_capacity(rows.len());
    for search in rows.into_iter().map(SavedSearch::from) {
        searches.push(views::saved_view(&ctx, &search).await?);
    }
    let ended = just_ended(&ctx, &fields).await?;
    Ok(ctx.page(&OwnPage { searches, rhythms: views::rhythms(), ended })?)
}

/// Changes or ends one of one's own: `search` says which, `end` that it ends, `undo` that it comes back.
pub async fn change_own(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let named = fields.get("search").and_then(|id| id.parse().ok());
    let id: SavedSearchId = named.ok_or_else(|| FieldErrors::one("search", "common-error-required"))?;
    let (_, permit) = own_search(&ctx, id).await?;
    if fields.get("end").is_some() {
        actions::end(&ctx, &permit, id).await?;
        return Ok(ctx.see_other(&format!("/mijn/zoekopdrachten?terug={id}")));
    }
    if fields.get("undo").is_some() {
        actions::put_back(&ctx, &permit, id).await?;
        return Ok(ctx.see_other_with("/mijn/zoekopdrachten", "notice-saved-search-back"));
    }
    actions::change(&ctx, &permit, id, forms::rhythm(&fields)?).await?;
    Ok(ctx.see_other_with("/mijn/zoekopdrachten", "notice-saved-search-saved"))
}

/// What one kept.
pub async fn favourites(ctx: Ctx) -> Answer {
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    Ok(ctx.page(&FavouritesPage { cards: super::kept(&ctx, person).await? })?)
}

/// Keeps a vacancy, or with `keep=no` lets it go; back to where one was.
pub async fn favourite(ctx: Ctx, Path(id): Path<VacancyId>, FormBody(fields): FormBody) -> Answer<Response> {
    let permit = policy::favourite(&ctx.actor).require()?;
    let mut conn = ctx.read().await?;
    let known = vacancies::find(&mut conn, &ctx, id).await?;
    drop(conn);
    known.filter(|vacancy| vacancy.is_public() || fields.get("keep") == Some("no")).ok_or(Problem::NotFound)?;
    let keep = fields.get("keep") != Some("no");
    actions::favourite(&ctx, &permit, id, keep).await?;
    let back = fields.get("back").map_or_else(|| format!("/vacatures/{id}"), str::to_owned);
    Ok(ctx.see_other_with(&back, if keep { "notice-favourite-kept" } else { "notice-favourite-dropped" }))
}
