//! Pages of offers.

pub(crate) mod approach;

use followups::terms;
use kernel::{Choice, Fields, PersonId, Problem, Result, form::FormState, text::Codes};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path, Query},
    steps::StepButton,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    actions, forms,
    model::{Closing, Offer, State, Visibility},
    policy,
    views::{OfferShown, of_person},
};
use facets::{model::OfferId, town, words::Choices};

fn mine_crumb() -> Crumb {
    Crumb::key("/mijn/aanbod", "offer-mine-title")
}

/// One's own offers.
#[derive(Debug, Serialize)]
pub(crate) struct MinePage {
    /// The newest first.
    pub offers: Vec<OwnOffer>,
    /// For whom the desk acts.
    pub acting: Option<Acting>,
}

/// One's own offer, with what can be done with it.
#[derive(Debug, Serialize)]
pub(crate) struct OwnOffer {
    /// How it looks.
    #[serde(flatten)]
    pub look: OfferShown,
    /// Steps that it can take now.
    pub steps: Vec<StepButton>,
}

impl OwnOffer {
    fn new(ctx: &Ctx, offer: &Offer, wijken: &[Choice]) -> Self {
        let steps = actions::STEPS.buttons(ctx, offer, &format!("/mijn/aanbod/{}", offer.id));
        Self { look: OfferShown::new(ctx, offer, wijken), steps }
    }
}

/// For whom the desk acts, with their recorded consent.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Acting {
    pub id: String,
    /// The name to use.
    pub name: String,
}

impl Page for MinePage {
    const TEMPLATE: &'static str = "offers/mine.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page")]
    }
}

/// The form of an offer, new or known.
#[derive(Debug, Serialize)]
pub(crate) struct FormPage {
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
    /// Whether it was taken down: changing it sends it in again.
    pub sends_in: bool,
    /// For whom the desk acts.
    pub acting: Option<Acting>,
}

impl Page for FormPage {
    const TEMPLATE: &'static str = "offers/form.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page"), mine_crumb()]
    }
}

/// The page of an offer.
#[derive(Debug, Serialize)]
pub(crate) struct OfferPage {
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
    /// For whom the desk acts, when whoever made it agreed to that.
    pub acting: Option<Acting>,
}

impl Page for OfferPage {
    const TEMPLATE: &'static str = "offers/show.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/aanbod", "offer-list-title")]
    }
}

/// The question why an offer closes.
#[derive(Debug, Serialize)]
pub(crate) struct ClosePage {
    /// What was chosen.
    pub form: Form,
    pub title: String,
    /// Codes of the answers.
    pub closings: Vec<&'static str>,
    /// Where one goes back to.
    pub back: String,
}

impl Page for ClosePage {
    const TEMPLATE: &'static str = "offers/close.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page"), mine_crumb()]
    }
}

/// The question why an offer is taken down.
#[derive(Debug, Serialize)]
pub(crate) struct TakeDownPage {
    /// What was typed.
    pub form: Form,
    pub title: String,
    pub href: String,
}

impl Page for TakeDownPage {
    const TEMPLATE: &'static str = "offers/take_down.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/aanbod", "offer-list-title"), Crumb::named(&self.href, &self.title)]
    }
}

fn days(ctx: &Ctx) -> u32 {
    ctx.municipality.settings.count(&super::settings::SHOWN_DAYS, ctx.today())
}

/// The context in which the offers of `person` are led at the desk, if their consent holds today.
async fn acting_for(ctx: &Ctx, person: PersonId) -> Result<Ctx> {
    let mut conn = ctx.read().await?;
    people::acting_for(ctx, &mut conn, person, people::Purpose::Offer).await
}

/// In whose context a page of `?voor=…` is made: one's own when it says nothing.
async fn context_of(ctx: &Ctx, fields: &Fields) -> Result<Ctx> {
    match fields.get("voor").filter(|id| !id.is_empty()) {
        Some(id) => acting_for(ctx, id.parse().map_err(|_| Problem::NotFound)?).await,
        None => Ok(ctx.clone()),
    }
}

/// An offer with the context in which it is led: one's own, or at the desk on behalf of who made it.
pub(crate) async fn led(ctx: &Ctx, id: OfferId) -> Result<(Ctx, Offer)> {
    let offer = ctx.thing::<Offer>(id).await?;
    let own = ctx.actor.person_id() == Some(offer.person);
    if own || !policy::take_down(&ctx.actor).is_allowed() {
        return Ok((ctx.clone(), offer));
    }
    Ok((acting_for(ctx, offer.person).await?, offer))
}

async fn acting(ctx: &Ctx) -> Result<Option<Acting>> {
    let Some(person) = ctx.on_behalf_of else { return Ok(None) };
    let mut conn = ctx.read().await?;
    let account = people::account(&mut conn, ctx.town(), person).await?;
    Ok(account.map(|account| Acting { id: person.to_string(), name: account.name }))
}

/// Where the offers of this context stand.
pub(crate) fn back(ctx: &Ctx) -> String {
    ctx.on_behalf_of.map_or_else(|| "/mijn/aanbod".to_owned(), |person| format!("/mijn/aanbod?voor={person}"))
}

async fn form_page(ctx: &Ctx, state: &FormState, known: Option<&Offer>) -> Result<FormPage> {
    let (_, wijken) = town(ctx).await?;
    Ok(FormPage {
        form: ctx.form(state),
        choices: Choices::new(ctx.lang, wijken),
        visibilities: Visibility::ALL.iter().map(|visibility| visibility.code()).collect(),
        is_new: known.is_none(),
        days: days(ctx),
        sends_in: known.is_some_and(|offer| offer.state == State::TakenDown),
        acting: acting(ctx).await?,
    })
}

/// `GET /mijn/aanbod`, or at the desk `?voor=…` for who agreed to that.
pub(crate) async fn mine(ctx: Ctx, Query(query): Query) -> Answer {
    let permit = policy::create(&ctx.actor).require()?;
    let ctx = context_of(&ctx, &query).await?;
    let person = ctx.on_behalf_of.or(permit.actor().person_id()).ok_or(Problem::SignInFirst)?;
    let mut conn = ctx.read().await?;
    let offers = of_person(&mut conn, &ctx, person).await?;
    drop(conn);
    let (_, wijken) = town(&ctx).await?;
    let offers = offers.iter().map(|offer| OwnOffer::new(&ctx, offer, &wijken)).collect();
    Ok(ctx.page(&MinePage { offers, acting: acting(&ctx).await? })?)
}

/// `GET /mijn/aanbod/nieuw`, or at the desk `?voor=…` for who agreed to that.
pub(crate) async fn new(ctx: Ctx, Query(query): Query) -> Answer {
    policy::create(&ctx.actor).require()?;
    let ctx = context_of(&ctx, &query).await?;
    let acting = acting(&ctx).await?;
    let name = acting.as_ref().map(|acting| acting.name.as_str());
    let name = name.or(ctx.actor.person().map(|person| person.name.as_str())).unwrap_or_default();
    let mut fields = Fields::default().with("shown_name", first_name(name)).with("when", "flexible");
    if let Some(acting) = acting {
        fields.push("voor", acting.id);
    }
    Ok(ctx.page(&form_page(&ctx, &FormState::filled(&fields), None).await?)?)
}

/// A first name to begin with; people may choose another.
fn first_name(name: &str) -> String {
    name.split_whitespace().next().unwrap_or_default().to_owned()
}

/// `POST /mijn/aanbod/nieuw`
pub(crate) async fn create(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::create(&ctx.actor).require()?;
    let ctx = context_of(&ctx, &fields).await?;
    let (town, _) = town(&ctx).await?;
    match forms::parse(&fields, ctx.today(), &town) {
        Ok(draft) => {
            let id = actions::create(&ctx, &permit, draft).await?;
            Ok(ctx.see_other_with(&format!("/aanbod/{id}"), "notice-offer-published"))
        }
        Err(errors) => {
            Ok(ctx.page_with_errors(&form_page(&ctx, &FormState::with_errors(&fields, errors), None).await?)?)
        }
    }
}

/// `GET /mijn/aanbod/{offer}/wijzigen`
pub(crate) async fn edit(ctx: Ctx, Path(id): Path<OfferId>) -> Answer {
    let (ctx, offer) = led(&ctx, id).await?;
    policy::lead(&ctx.actor, ctx.on_behalf_of, &offer).require()?;
    Ok(ctx.page(&form_page(&ctx, &FormState::filled(&forms::fields(&offer)), Some(&offer)).await?)?)
}

/// `POST /mijn/aanbod/{offer}/wijzigen`
pub(crate) async fn change(ctx: Ctx, Path(id): Path<OfferId>, FormBody(fields): FormBody) -> Answer {
    let (ctx, offer) = led(&ctx, id).await?;
    let permit = policy::lead(&ctx.actor, ctx.on_behalf_of, &offer).require()?;
    let (town, _) = town(&ctx).await?;
    match forms::parse(&fields, ctx.today(), &town) {
        Ok(draft) => {
            let waits = actions::change(&ctx, &permit, id, draft).await? == State::Waiting;
            let notice = if waits { "notice-offer-sent-in" } else { "notice-offer-changed" };
            Ok(ctx.see_other_with(&format!("/aanbod/{id}"), notice))
        }
        Err(errors) => {
            let state = FormState::with_errors(&fields, errors);
            Ok(ctx.page_with_errors(&form_page(&ctx, &state, Some(&offer)).await?)?)
        }
    }
}

/// Why it closes.
pub(crate) fn close_page(ctx: &Ctx, offer: &Offer, form: Form) -> ClosePage {
    let asked = Closing::ALL.iter().filter(|closing| **closing != Closing::Unknown);
    let closings = asked.map(|closing| closing.code()).collect();
    ClosePage { form, title: offer.title.clone(), closings, back: back(ctx) }
}

/// `GET /aanbod/verlengen/{token}`
pub(crate) async fn ask_keep(ctx: Ctx, Path(token): Path<String>) -> Answer {
    terms::show(ctx, &actions::SHOWN, token).await
}

/// `POST /aanbod/verlengen/{token}`
pub(crate) async fn keep_by_link(ctx: Ctx, Path(token): Path<String>) -> Answer {
    terms::keep(ctx, &actions::SHOWN, token).await
}

/// For whom the desk may act here; nobody without a consent that holds.
async fn acting_in(ctx: &Ctx, offer: &Offer) -> Result<Option<Acting>> {
    let own = ctx.actor.person_id() == Some(offer.person);
    if own || !policy::take_down(&ctx.actor).is_allowed() {
        return Ok(None);
    }
    let mut conn = ctx.read().await?;
    let consents = people::consents(&mut conn, ctx.town(), offer.person).await?;
    if !consents.iter().any(|one| one.purpose == people::Purpose::Offer && one.holds(ctx.today())) {
        return Ok(None);
    }
    let account = people::account(&mut conn, ctx.town(), offer.person).await?;
    Ok(account.map(|account| Acting { id: account.id.to_string(), name: account.name }))
}

/// `GET /aanbod/{offer}`
pub(crate) async fn show(ctx: Ctx, Path(id): Path<OfferId>) -> Answer {
    let offer = ctx.thing::<Offer>(id).await?;
    policy::see(&ctx.actor, &offer).require()?;
    let (_, wijken) = town(&ctx).await?;
    let page = OfferPage {
        now: ctx.now.millis(),
        own: ctx.actor.person_id() == Some(offer.person),
        may_invite: policy::invite(&ctx.actor, &offer).is_allowed(),
        takes_responses: offer.takes_responses(ctx.today()),
        may_take_down: policy::take_down(&ctx.actor).is_allowed(),
        acting: acting_in(&ctx, &offer).await?,
        offer: OfferShown::new(&ctx, &offer, &wijken),
    };
    Ok(ctx.page(&page)?)
}

/// Why it is taken down.
pub(crate) fn take_down_page(_: &Ctx, offer: &Offer, form: Form) -> TakeDownPage {
    TakeDownPage { form, title: offer.title.clone(), href: format!("/aanbod/{}", offer.id) }
}

/// `POST /aanbod/{offer}/plaatsen`
pub(crate) async fn let_in(ctx: Ctx, Path(id): Path<OfferId>) -> Answer {
    let permit = policy::take_down(&ctx.actor).require()?;
    actions::let_in(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/balie/aanbod", "notice-offer-let-in"))
}
