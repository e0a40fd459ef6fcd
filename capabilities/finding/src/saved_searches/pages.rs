//! Pages of saved searches and favourites.

use axum::response::Response;
use kernel::{Fields, Problem, form::FieldErrors, form::FormState};
use notices::Followed;
use platform::{
    Ctx,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    actions, policy,
    views::{self, KeptCard},
};
use crate::listing::{forms as listing_forms, model::Filters};
use facets::model::VacancyId;

/// Asks how often, and where letters go.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SavePage {
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

/// What somebody kept to look at later.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FavouritesPage {
    /// The vacancies that take responses.
    pub cards: Vec<KeptCard>,
}

impl Page for FavouritesPage {
    const TEMPLATE: &'static str = "finding/saved_searches/favourites.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page")]
    }
}

async fn save_page(ctx: &Ctx, filters: &Filters, state: &FormState, asks_email: bool) -> kernel::Result<SavePage> {
    Ok(SavePage {
        form: ctx.form(state),
        conditions: views::conditions(ctx, filters).await?,
        pairs: filters.pairs(),
        back: filters.url("/vacatures"),
        rhythms: notices::rhythms(),
        asks_email,
    })
}

/// Asks how often.
pub(crate) async fn new(ctx: Ctx, Query(fields): Query) -> Answer {
    let filters = listing_forms::parse(&fields).bare();
    let asks_email = notices::own_address(&ctx).await?.is_none();
    let state = FormState::filled(&Fields::default().with("rhythm", "daily"));
    Ok(ctx.page(&save_page(&ctx, &filters, &state, asks_email).await?)?)
}

/// Saves it.
pub(crate) async fn save(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = notices::policy::follow(&ctx.actor).require()?;
    let asks_email = notices::own_address(&ctx).await?.is_none();
    let wish = match notices::wish(&fields, asks_email) {
        Ok(wish) => wish,
        Err(errors) => return refused(&ctx, &fields, errors, asks_email).await,
    };
    notices::limit(&ctx, &wish)?;
    let filters = listing_forms::parse(&fields).bare();
    Ok(match actions::save(&ctx, &permit, &filters, wish).await? {
        Followed::Active => ctx.see_other_with("/mijn/zoekopdrachten", "notice-saved-search-saved"),
        _ => ctx.see_other_with(&filters.url("/vacatures"), "notice-saved-search-look-in-mail"),
    })
}

async fn refused(ctx: &Ctx, fields: &Fields, errors: FieldErrors, asks_email: bool) -> Answer {
    let filters = listing_forms::parse(fields).bare();
    let state = FormState::with_errors(fields, errors);
    Ok(ctx.page_with_errors(&save_page(ctx, &filters, &state, asks_email).await?)?)
}

/// What one kept.
pub(crate) async fn favourites(ctx: Ctx) -> Answer {
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    Ok(ctx.page(&FavouritesPage { cards: views::kept(&ctx, person).await? })?)
}

/// Keeps a vacancy, or with `keep=no` lets it go; back to where one was.
pub(crate) async fn favourite(ctx: Ctx, Path(id): Path<VacancyId>, FormBody(fields): FormBody) -> Answer<Response> {
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
