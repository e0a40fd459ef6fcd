//! Pages of offers.

use axum::extract::Path;
use kernel::{
    Fields, Problem, Result,
    form::{FieldErrors, FormState},
    text::Codes,
};
use platform::{
    Ctx, auth,
    http::{Answer, FormBody},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    actions, forms,
    model::{Closing, Offer, Visibility},
    policy, store,
    views::{OfferShown, of_person},
};
use crate::marketplace::{facet_form::Choices, model::OfferId, vacancies::around::town};

fn mine_crumb() -> Crumb {
    Crumb::key("/mijn/aanbod", "offer-mine-title")
}

/// One's own offers.
#[derive(Debug, Serialize)]
pub struct MinePage {
    /// The newest first.
    pub offers: Vec<OfferShown>,
}

impl Page for MinePage {
    const TEMPLATE: &'static str = "marketplace/offers/mine.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page")]
    }
}

/// The form of an offer, new or known.
#[derive(Debug, Serialize)]
pub struct FormPage {
    /// What was typed.
    pub form: Form,
    /// What one can choose from.
    pub choices: Choices,
    /// Codes of the visibilities.
    pub visibilities: Vec<&'static str>,
    /// Whether it is a new one.
    pub is_new: bool,
    /// How many days it is shown.
    pub days: u32,
}

impl Page for FormPage {
    const TEMPLATE: &'static str = "marketplace/offers/form.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page"), mine_crumb()]
    }
}

/// The page of an offer.
#[derive(Debug, Serialize)]
pub struct OfferPage {
    /// The offer.
    pub offer: OfferShown,
    /// Now, in milliseconds.
    pub now: i64,
    /// Whether whoever looks made it.
    pub own: bool,
    /// Whether whoever looks may invite.
    pub may_invite: bool,
    /// Whether an invitation is possible today.
    pub takes_responses: bool,
    /// Whether whoever looks may take it down.
    pub may_take_down: bool,
}

impl Page for OfferPage {
    const TEMPLATE: &'static str = "marketplace/offers/show.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/aanbod", "offer-list-title")]
    }
}

/// The question why an offer closes.
#[derive(Debug, Serialize)]
pub struct ClosePage {
    /// What was chosen.
    pub form: Form,
    /// The offer.
    pub title: String,
    /// Codes of the answers.
    pub closings: Vec<&'static str>,
}

impl Page for ClosePage {
    const TEMPLATE: &'static str = "marketplace/offers/close.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page"), mine_crumb()]
    }
}

/// The page behind the link in the mail.
#[derive(Debug, Serialize)]
pub struct KeepPage {
    /// The offer; absent when the link is no longer good.
    pub title: Option<String>,
    /// How many days it is kept.
    pub days: u32,
}

impl Page for KeepPage {
    const TEMPLATE: &'static str = "marketplace/offers/keep.html";
}

/// The question why an offer is taken down.
#[derive(Debug, Serialize)]
pub struct TakeDownPage {
    /// What was typed.
    pub form: Form,
    /// The offer.
    pub title: String,
    /// Its page.
    pub href: String,
}

impl Page for TakeDownPage {
    const TEMPLATE: &'static str = "marketplace/offers/take_down.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/aanbod", "offer-list-title"), Crumb::named(&self.href, &self.title)]
    }
}

async fn load(ctx: &Ctx, id: OfferId) -> Result<Offer> {
    let mut conn = ctx.read().await?;
    store::FIND.optional(&mut conn, (ctx.town(), id)).await?.map(Into::into).ok_or(Problem::NotFound)
}

fn days(ctx: &Ctx) -> u32 {
    ctx.municipality.settings.count(&super::settings::SHOWN_DAYS, ctx.today())
}

async fn form_page(ctx: &Ctx, state: &FormState, is_new: bool) -> Result<FormPage> {
    let (_, wijken) = town(ctx).await?;
    Ok(FormPage {
        form: ctx.form(state),
        choices: Choices::new(ctx.lang, wijken),
        visibilities: Visibility::ALL.iter().map(|visibility| visibility.code()).collect(),
        is_new,
        days: days(ctx),
    })
}

/// `GET /mijn/aanbod`
pub async fn mine(ctx: Ctx) -> Answer {
    let permit = policy::create(&ctx.actor).require()?;
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    let mut conn = ctx.read().await?;
    let offers = of_person(&mut conn, &ctx, person).await?;
    drop(conn);
    let (_, wijken) = town(&ctx).await?;
    let offers = offers.iter().map(|offer| OfferShown::new(&ctx, offer, &wijken)).collect();
    Ok(ctx.page(&MinePage { offers })?)
}

/// `GET /mijn/aanbod/nieuw`
pub async fn new(ctx: Ctx) -> Answer {
    let permit = policy::create(&ctx.actor).require()?;
    let name = permit.actor().person().map(|person| first_name(&person.name)).unwrap_or_default();
    let fields = Fields::default().with("shown_name", name).with("when", "flexible");
    Ok(ctx.page(&form_page(&ctx, &FormState::filled(&fields), true).await?)?)
}

/// A first name to begin with; people may choose another.
fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

/// `POST /mijn/aanbod/nieuw`
pub async fn create(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::create(&ctx.actor).require()?;
    let (town, _) = town(&ctx).await?;
    match forms::parse(&fields, ctx.today(), &town) {
        Ok(draft) => {
            let id = actions::create(&ctx, &permit, draft).await?;
            Ok(ctx.see_other_with(&format!("/aanbod/{id}"), "notice-offer-published"))
        }
        Err(errors) => {
            Ok(ctx.page_with_errors(&form_page(&ctx, &FormState::with_errors(&fields, errors), true).await?)?)
        }
    }
}

/// `GET /mijn/aanbod/{offer}/wijzigen`
pub async fn edit(ctx: Ctx, Path(id): Path<OfferId>) -> Answer {
    let offer = load(&ctx, id).await?;
    policy::lead(&ctx.actor, &offer).require()?;
    Ok(ctx.page(&form_page(&ctx, &FormState::filled(&forms::fields(&offer)), false).await?)?)
}

/// `POST /mijn/aanbod/{offer}/wijzigen`
pub async fn change(ctx: Ctx, Path(id): Path<OfferId>, FormBody(fields): FormBody) -> Answer {
    let offer = load(&ctx, id).await?;
    let permit = policy::lead(&ctx.actor, &offer).require()?;
    let (town, _) = town(&ctx).await?;
    match forms::parse(&fields, ctx.today(), &town) {
        Ok(draft) => {
            actions::change(&ctx, &permit, id, draft).await?;
            Ok(ctx.see_other_with(&format!("/aanbod/{id}"), "notice-offer-changed"))
        }
        Err(errors) => {
            Ok(ctx.page_with_errors(&form_page(&ctx, &FormState::with_errors(&fields, errors), false).await?)?)
        }
    }
}

/// `POST /mijn/aanbod/{offer}/pauzeren`
pub async fn pause(ctx: Ctx, Path(id): Path<OfferId>) -> Answer {
    let offer = load(&ctx, id).await?;
    let permit = policy::lead(&ctx.actor, &offer).require()?;
    actions::pause(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/mijn/aanbod", "notice-offer-paused"))
}

/// `POST /mijn/aanbod/{offer}/verlengen`
pub async fn keep(ctx: Ctx, Path(id): Path<OfferId>) -> Answer {
    let offer = load(&ctx, id).await?;
    let permit = policy::lead(&ctx.actor, &offer).require()?;
    actions::keep(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/mijn/aanbod", "notice-offer-kept"))
}

fn close_page(ctx: &Ctx, offer: Offer, state: &FormState) -> ClosePage {
    let asked = Closing::ALL.iter().filter(|closing| **closing != Closing::Unknown);
    ClosePage { form: ctx.form(state), title: offer.title, closings: asked.map(|closing| closing.code()).collect() }
}

/// `GET /mijn/aanbod/{offer}/sluiten`
pub async fn ask_closing(ctx: Ctx, Path(id): Path<OfferId>) -> Answer {
    let offer = load(&ctx, id).await?;
    policy::lead(&ctx.actor, &offer).require()?;
    Ok(ctx.page(&close_page(&ctx, offer, &FormState::default()))?)
}

/// `POST /mijn/aanbod/{offer}/sluiten`
pub async fn close(ctx: Ctx, Path(id): Path<OfferId>, FormBody(fields): FormBody) -> Answer {
    let offer = load(&ctx, id).await?;
    let permit = policy::lead(&ctx.actor, &offer).require()?;
    match forms::parse_closing(&fields) {
        Ok(closing) => {
            actions::close(&ctx, &permit, id, closing).await?;
            Ok(ctx.see_other_with("/mijn/aanbod", "notice-offer-closed"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&close_page(&ctx, offer, &FormState::with_errors(&fields, errors)))?),
    }
}

async fn of_link(ctx: &Ctx, token: &str) -> Result<Option<Offer>> {
    let mut conn = ctx.read().await?;
    Ok(store::BY_KEEP.optional(&mut conn, (ctx.town(), auth::hash(token))).await?.map(Into::into))
}

/// `GET /aanbod/verlengen/{token}`
pub async fn ask_keep(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let title = of_link(&ctx, &token).await?.map(|offer| offer.title);
    Ok(ctx.page(&KeepPage { title, days: days(&ctx) })?)
}

/// `POST /aanbod/verlengen/{token}`
pub async fn keep_by_link(ctx: Ctx, Path(token): Path<String>) -> Answer {
    let offer = of_link(&ctx, &token).await?;
    let Some(offer) = offer else { return Ok(ctx.page(&KeepPage { title: None, days: days(&ctx) })?) };
    let permit = policy::keep_by_link(&ctx.actor, true).require()?;
    actions::keep_by_link(&ctx, &permit, &token).await?;
    let visible = offer.visibility == Visibility::Everybody;
    let next = if visible { format!("/aanbod/{}", offer.id) } else { "/".to_owned() };
    Ok(ctx.see_other_with(&next, "notice-offer-kept"))
}

/// `GET /aanbod/{offer}`
pub async fn show(ctx: Ctx, Path(id): Path<OfferId>) -> Answer {
    let offer = load(&ctx, id).await?;
    policy::see(&ctx.actor, &offer).require()?;
    let (_, wijken) = town(&ctx).await?;
    let page = OfferPage {
        now: ctx.now.millis(),
        own: ctx.actor.person_id() == Some(offer.person),
        may_invite: policy::invite(&ctx.actor, &offer).is_allowed(),
        takes_responses: offer.takes_responses(ctx.today()),
        may_take_down: policy::take_down(&ctx.actor).is_allowed(),
        offer: OfferShown::new(&ctx, &offer, &wijken),
    };
    Ok(ctx.page(&page)?)
}

fn take_down_page(ctx: &Ctx, offer: Offer, fields: &Fields, errors: FieldErrors) -> TakeDownPage {
    TakeDownPage {
        form: ctx.form(&FormState::with_errors(fields, errors)),
        href: format!("/aanbod/{}", offer.id),
        title: offer.title,
    }
}

/// `GET /aanbod/{offer}/weghalen`
pub async fn ask_take_down(ctx: Ctx, Path(id): Path<OfferId>) -> Answer {
    policy::take_down(&ctx.actor).require()?;
    let offer = load(&ctx, id).await?;
    Ok(ctx.page(&take_down_page(&ctx, offer, &Fields::default(), FieldErrors::default()))?)
}

/// `POST /aanbod/{offer}/weghalen`
pub async fn take_down(ctx: Ctx, Path(id): Path<OfferId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::take_down(&ctx.actor).require()?;
    let offer = load(&ctx, id).await?;
    match forms::parse_reason(&fields) {
        Ok(reason) => {
            actions::take_down(&ctx, &permit, id, reason).await?;
            Ok(ctx.see_other_with(&format!("/aanbod/{id}"), "notice-offer-taken-down"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&take_down_page(&ctx, offer, &fields, errors))?),
    }
}
