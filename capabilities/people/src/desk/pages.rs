//! The pages of the desk, and of the consents one gives oneself.

use axum::{http::header, response::IntoResponse};
use kernel::{
    FieldErrors, Fields, PageRequest, Paged, Permit, PersonId, Problem, form::FormState, setting, time::Instant,
};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    ConsentId, acting_for, actions,
    forms::{self, CardLines},
    jobs::{self, MakeCard},
    model::{Purpose, Sight, allows},
    views::{self, ConsentView, Listed, Seen},
};
use crate::{
    policy::{self, Assist},
    profile, signin,
};

/// Address of the list at the desk.
const DESK: &str = "/balie/personen";

fn crumbs(more: &[(&str, &str)]) -> Vec<Crumb> {
    let up = [Crumb::key("/balie", "common-desk"), Crumb::key(DESK, "people-desk-title")];
    up.into_iter().chain(more.iter().map(|(href, name)| Crumb::named(*href, *name))).collect()
}

/// Where somebody is helped: at the desk, or by an organisation.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    /// Address of the list of people.
    pub base: String,
    /// Name of the organisation; absent at the desk.
    pub organisation: Option<String>,
}

impl Place {
    /// At the desk of the information point.
    pub fn desk() -> Self {
        Self { base: DESK.to_owned(), organisation: None }
    }

    /// The way back from the list, and from a page below it.
    fn crumbs(&self, below_list: bool) -> Vec<Crumb> {
        let Some(organisation) = &self.organisation else {
            return if below_list { crumbs(&[]) } else { vec![Crumb::key("/balie", "common-desk")] };
        };
        let workplace = self.base.trim_end_matches("/mensen");
        let list = below_list.then(|| Crumb::key(self.base.as_str(), "people-proxies-title"));
        std::iter::once(Crumb::named(workplace, organisation.as_str())).chain(list).collect()
    }
}

/// The people who agreed to be helped.
#[derive(Debug, Serialize)]
pub struct ListPage {
    /// The filter.
    pub form: Form,
    /// The people.
    pub people: Paged<Listed>,
    /// Where they are helped.
    pub place: Place,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "people/desk_list.html";
    fn crumbs(&self) -> Vec<Crumb> {
        self.place.crumbs(false)
    }
}

/// Registering somebody.
#[derive(Debug, Serialize)]
pub struct RegisterPage {
    /// The form.
    pub form: Form,
    /// Codes of purposes.
    pub purposes: Vec<&'static str>,
    /// Codes of ways.
    pub ways: Vec<&'static str>,
    /// Where they will be helped.
    pub place: Place,
    /// Where the form is sent.
    pub action: String,
    /// Where one goes without registering anybody.
    pub cancel: String,
}

impl Page for RegisterPage {
    const TEMPLATE: &'static str = "people/desk_register.html";
    fn crumbs(&self) -> Vec<Crumb> {
        self.place.crumbs(true)
    }
}

/// Somebody at the desk.
#[derive(Debug, Serialize)]
pub struct PersonPage {
    /// The form for another consent.
    pub form: Form,
    /// Who.
    pub id: String,
    /// The name.
    pub name: String,
    /// E-mail address, while consent holds.
    pub email: Option<String>,
    /// Telephone number, while consent holds.
    pub phone: Option<String>,
    /// Whether a consent holds.
    pub agreed: bool,
    /// Whether the profile may be seen and filled in.
    pub may_profile: bool,
    /// Whether help may be asked for them.
    pub may_ask_help: bool,
    /// Whether something may be offered for them.
    pub may_offer: bool,
    /// Whether one may respond to vacancies for them.
    pub may_respond: bool,
    /// The consents.
    pub consents: Vec<ConsentView>,
    /// Codes of purposes.
    pub purposes: Vec<&'static str>,
    /// Codes of ways.
    pub ways: Vec<&'static str>,
    /// Where they are helped.
    pub place: Place,
}

impl Page for PersonPage {
    const TEMPLATE: &'static str = "people/desk_person.html";
    fn crumbs(&self) -> Vec<Crumb> {
        self.place.crumbs(true)
    }
}

/// What goes on a card.
#[derive(Debug, Serialize)]
pub struct CardFormPage {
    /// The form.
    pub form: Form,
    /// Who.
    pub id: String,
    /// The name.
    pub name: String,
}

impl Page for CardFormPage {
    const TEMPLATE: &'static str = "people/desk_card.html";
    fn crumbs(&self) -> Vec<Crumb> {
        crumbs(&[(&format!("/balie/personen/{}", self.id), &self.name)])
    }
}

/// The card itself, to be printed. The code is on it and nowhere else.
#[derive(Debug, Serialize)]
pub struct CardPage {
    /// Who.
    pub id: String,
    /// The name.
    pub name: String,
    /// Who calls whom.
    pub who: Option<String>,
    /// When.
    pub when: Option<String>,
    /// About what.
    pub about: Option<String>,
    /// The code.
    pub code: String,
    /// Where the code is typed.
    pub address: String,
    /// Telephone number of the point.
    pub phone: Option<String>,
    /// The last day on which the code holds, ISO.
    pub until: String,
}

impl Page for CardPage {
    const TEMPLATE: &'static str = "people/card.html";
    fn crumbs(&self) -> Vec<Crumb> {
        crumbs(&[(&format!("/balie/personen/{}", self.id), &self.name)])
    }
}

/// The PDF of a card that is not there: it is being made, or its hour is over.
#[derive(Debug, Serialize)]
pub struct CardPdfPage {
    /// Who.
    pub id: String,
    /// The name.
    pub name: String,
}

impl Page for CardPdfPage {
    const TEMPLATE: &'static str = "people/card_pdf.html";
    fn crumbs(&self) -> Vec<Crumb> {
        crumbs(&[(&format!("/balie/personen/{}", self.id), &self.name)])
    }
}

/// Coming in with a card.
#[derive(Debug, Serialize)]
pub struct CardDoorPage {
    /// The form.
    pub form: Form,
}

impl Page for CardDoorPage {
    const TEMPLATE: &'static str = "people/card_door.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/inloggen", "people-door-title")]
    }
}

/// One's own consents.
#[derive(Debug, Serialize)]
pub struct MinePage {
    /// The form for another one.
    pub form: Form,
    /// The consents.
    pub consents: Vec<ConsentView>,
    /// Codes of purposes.
    pub purposes: Vec<&'static str>,
}

impl Page for MinePage {
    const TEMPLATE: &'static str = "people/consents.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "people-mine-crumb")]
    }
}

/// `GET /balie/personen`
pub async fn list(ctx: Ctx, Query(fields): Query) -> Answer {
    policy::mediate(&ctx.actor).require()?;
    let page = PageRequest::of(&fields);
    let mut conn = ctx.read().await?;
    let people = views::list(&mut conn, &ctx, fields.get("naam").unwrap_or_default(), page).await?;
    Ok(ctx.page(&ListPage { form: ctx.form(&FormState::filled(&fields)), people, place: Place::desk() })?)
}

/// The form with which somebody is registered.
pub fn register_page(ctx: &Ctx, place: Place, fields: &Fields, errors: FieldErrors) -> RegisterPage {
    RegisterPage {
        form: ctx.form(&FormState::with_errors(fields, errors)),
        purposes: views::purposes(),
        ways: views::ways(),
        action: format!("{}/nieuw", place.base),
        cancel: place.base.clone(),
        place,
    }
}

/// `GET /balie/personen/nieuw`
pub async fn new(ctx: Ctx) -> Answer {
    policy::mediate(&ctx.actor).require()?;
    Ok(ctx.page(&register_page(&ctx, Place::desk(), &Fields::default(), FieldErrors::default()))?)
}

/// `POST /balie/personen/nieuw`
pub async fn register(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    match forms::register(&fields, ctx.today()) {
        Ok(register) => {
            let person = actions::register(&ctx, &permit, register, None).await?;
            Ok(ctx.see_other_with(&format!("/balie/personen/{person}"), "notice-person-registered"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&register_page(&ctx, Place::desk(), &fields, errors))?),
    }
}

/// Somebody the desk may see, with the proof of it; the look is in the audit log.
async fn seen(ctx: &Ctx, id: PersonId, at: &'static str) -> kernel::Result<(Seen, Permit<Assist>)> {
    policy::mediate(&ctx.actor).require()?;
    let mut conn = ctx.read().await?;
    let seen = views::person(&mut conn, ctx, id).await?;
    drop(conn);
    let permit = policy::assist(&ctx.actor, seen.sight != Sight::Nothing).require()?;
    actions::look(ctx, &permit, id, at).await?;
    Ok((seen, permit))
}

/// Proof that the desk may see and help this person; the look is in the audit log.
///
/// # Errors
/// [`Problem::NotFound`] when this person did not agree, [`Problem::Forbidden`] when the caller is not at the desk.
pub async fn may_assist(ctx: &Ctx, id: PersonId) -> kernel::Result<Permit<Assist>> {
    Ok(seen(ctx, id, "person").await?.1)
}

/// Somebody as they are seen at this place.
pub fn person_page(ctx: &Ctx, place: Place, seen: Seen, fields: &Fields, errors: FieldErrors) -> PersonPage {
    let agreed = seen.sight == Sight::Agreed;
    PersonPage {
        form: ctx.form(&FormState::with_errors(fields, errors)),
        id: seen.account.id.to_string(),
        name: seen.account.name,
        email: seen.account.email.filter(|_| agreed),
        phone: seen.account.phone.filter(|_| agreed),
        agreed,
        may_profile: allows(&seen.consents, Purpose::Profile, ctx.today()),
        may_ask_help: allows(&seen.consents, Purpose::HelpRequest, ctx.today()),
        may_offer: allows(&seen.consents, Purpose::Offer, ctx.today()),
        may_respond: allows(&seen.consents, Purpose::Respond, ctx.today()),
        consents: views::shown(ctx, &seen.consents),
        purposes: views::purposes(),
        ways: views::ways(),
        place,
    }
}

/// `GET /balie/personen/{person}`
pub async fn show(ctx: Ctx, Path(id): Path<PersonId>) -> Answer {
    let (seen, _) = seen(&ctx, id, "person").await?;
    Ok(ctx.page(&person_page(&ctx, Place::desk(), seen, &Fields::default(), FieldErrors::default()))?)
}

/// `POST /balie/personen/{person}/toestemming`
pub async fn give(ctx: Ctx, Path(id): Path<PersonId>, FormBody(fields): FormBody) -> Answer {
    let (seen, permit) = seen(&ctx, id, "consent").await?;
    match forms::agreement(&fields, ctx.today()) {
        Ok(agreement) => {
            actions::give(&ctx, &permit, id, &agreement, None).await?;
            Ok(ctx.see_other_with(&format!("/balie/personen/{id}"), "notice-consent-given"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&person_page(&ctx, Place::desk(), seen, &fields, errors))?),
    }
}

/// `POST /balie/personen/{person}/toestemming/{consent}/intrekken`
pub async fn withdraw(ctx: Ctx, Path((id, consent)): Path<(PersonId, ConsentId)>) -> Answer {
    let (_, permit) = seen(&ctx, id, "consent").await?;
    actions::withdraw(&ctx, &permit, id, consent).await?;
    let mut conn = ctx.read().await?;
    let left = views::person(&mut conn, &ctx, id).await?.sight;
    // With the last consent the page of this person is gone too.
    let path = if left == Sight::Nothing { "/balie/personen".to_owned() } else { format!("/balie/personen/{id}") };
    Ok(ctx.see_other_with(&path, "notice-consent-withdrawn"))
}

/// `GET /balie/personen/{person}/profiel`
pub async fn edit_profile(ctx: Ctx, Path(id): Path<PersonId>) -> Answer {
    seen(&ctx, id, "profile").await?;
    let mut conn = ctx.read().await?;
    let ctx = acting_for(&ctx, &mut conn, id, Purpose::Profile).await?;
    let (known, email) = profile::pages::known(&mut conn, &ctx, id).await?;
    let fields = profile::forms::fill(&known);
    let places = profile::pages::town_places(&mut conn, &ctx, &Fields::default()).await?;
    let page = profile::pages::page(&ctx, &fields, FieldErrors::default(), &places, email);
    Ok(ctx.page(&on_behalf(page, DESK, id, known.name))?)
}

/// The profile of somebody else, below the list at `base`.
pub fn on_behalf(
    page: profile::pages::ProfilePage,
    base: &str,
    id: PersonId,
    name: String,
) -> profile::pages::ProfilePage {
    profile::pages::ProfilePage {
        action: format!("{base}/{id}/profiel"),
        cancel: format!("{base}/{id}"),
        somebody: Some(name),
        ..page
    }
}

/// `POST /balie/personen/{person}/profiel`
pub async fn save_profile(ctx: Ctx, Path(id): Path<PersonId>, FormBody(fields): FormBody) -> Answer {
    let (seen, permit) = seen(&ctx, id, "profile").await?;
    let mut conn = ctx.read().await?;
    let ctx = acting_for(&ctx, &mut conn, id, Purpose::Profile).await?;
    let places = profile::pages::town_places(&mut conn, &ctx, &fields).await?;
    drop(conn);
    match profile::forms::parse(&fields, &places, ctx.today().year()) {
        Ok(change) => {
            profile::actions::save(&ctx, &permit, id, change).await?;
            Ok(ctx.see_other_with(&format!("/balie/personen/{id}"), "notice-profile-saved"))
        }
        Err(errors) => {
            let page = profile::pages::page(&ctx, &fields, errors, &places, seen.account.email);
            Ok(ctx.page_with_errors(&on_behalf(page, DESK, id, seen.account.name))?)
        }
    }
}

/// The name and the language of somebody who gets a copy of their data on paper: a consent holds; the look is recorded.
///
/// # Errors
/// As for everything of one person at the desk.
pub async fn for_copy(ctx: &Ctx, id: PersonId) -> kernel::Result<(String, Option<kernel::Lang>)> {
    let (seen, _) = seen(ctx, id, "copy").await?;
    if !allows(&seen.consents, Purpose::Profile, ctx.today()) {
        return Err(Problem::Forbidden("people-deny-no-consent"));
    }
    Ok((seen.account.name, seen.account.lang))
}

/// Somebody for whom a card may be made: a consent holds.
async fn for_card(ctx: &Ctx, id: PersonId) -> kernel::Result<(Seen, Permit<Assist>)> {
    let (seen, permit) = seen(ctx, id, "card").await?;
    if seen.sight != Sight::Agreed {
        return Err(Problem::Forbidden("people-deny-no-consent"));
    }
    Ok((seen, permit))
}

/// `GET /balie/personen/{person}/kaart`, with what is known already: `?who=`, `when`, `about`.
pub async fn card(ctx: Ctx, Path(id): Path<PersonId>, Query(known): Query) -> Answer {
    let (seen, _) = for_card(&ctx, id).await?;
    Ok(ctx.page(&CardFormPage {
        form: ctx.form(&FormState::filled(&known)),
        id: id.to_string(),
        name: seen.account.name,
    })?)
}

/// `POST /balie/personen/{person}/kaart`: answers with the card itself, because its code is kept as a hash only and can
/// be shown this once.
pub async fn make_card(ctx: Ctx, Path(id): Path<PersonId>, FormBody(fields): FormBody) -> Answer {
    let (seen, permit) = for_card(&ctx, id).await?;
    let CardLines { who, when, about } = match forms::card(&fields) {
        Ok(lines) => lines,
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            let page = CardFormPage { form, id: id.to_string(), name: seen.account.name };
            return Ok(ctx.page_with_errors(&page)?);
        }
    };
    let holding = seen.consents.iter().filter(|consent| consent.holds(ctx.today()));
    let until = holding.map(|consent| consent.valid_until).max().unwrap_or(ctx.today());
    let ends = Instant::start_of(until, &ctx.municipality.zone).plus_days(1, &ctx.municipality.zone);
    let code = actions::make_card(&ctx, &permit, id, ends).await?;
    let phone = ctx.municipality.settings.text(&setting::CONTACT_PHONE, ctx.today());
    // The card goes home with somebody who may read another language than the one behind the desk.
    let theirs = ctx.in_language(seen.account.lang.unwrap_or(ctx.lang));
    let page = CardPage {
        id: id.to_string(),
        name: seen.account.name,
        who,
        when,
        about,
        code,
        address: card_address(&ctx),
        phone: Some(phone.to_owned()).filter(|phone| !phone.is_empty()),
        until: until.to_string(),
    };
    Ok(theirs.page(&page)?)
}

/// `GET /balie/personen/{person}/kaart.pdf`
pub async fn open_card(ctx: Ctx, Path(id): Path<PersonId>) -> Answer {
    let (seen, _) = for_card(&ctx, id).await?;
    match ctx.app.files.get(ctx.town(), &jobs::file_name(id)).await? {
        Some(bytes) => {
            let headers = [
                (header::CONTENT_TYPE, "application/pdf"),
                (header::CONTENT_DISPOSITION, "inline; filename=\"kaart.pdf\""),
            ];
            Ok((headers, bytes).into_response())
        }
        None => Ok(ctx.page(&CardPdfPage { id: id.to_string(), name: seen.account.name })?),
    }
}

/// `POST /balie/personen/{person}/kaart.pdf`: from the card itself, which alone knows its code.
pub async fn ask_card(ctx: Ctx, Path(id): Path<PersonId>, FormBody(fields): FormBody) -> Answer {
    let (seen, permit) = for_card(&ctx, id).await?;
    let lines = forms::card(&fields)?;
    let until = fields.get("until").and_then(kernel::form::parse_date).unwrap_or(ctx.today());
    let card = MakeCard {
        person: id,
        lang: seen.account.lang.unwrap_or(ctx.lang),
        lines,
        code: fields.get("code").unwrap_or_default().to_owned(),
        address: card_address(&ctx),
        until,
    };
    actions::ask_card(&ctx, &permit, &card).await?;
    Ok(ctx.see_other(&format!("/balie/personen/{id}/kaart.pdf")))
}

/// Where the code of a card is typed, as people type it.
fn card_address(ctx: &Ctx) -> String {
    format!("{}/inloggen/kaart", ctx.request.origin.split("://").last().unwrap_or_default())
}

/// `GET /inloggen/kaart`
pub async fn card_door(ctx: Ctx) -> Answer {
    Ok(ctx.page(&CardDoorPage { form: Form::default() })?)
}

/// `POST /inloggen/kaart`
pub async fn enter_with_card(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    ctx.limit_address("card")?;
    let typed = fields.get("code").unwrap_or_default();
    match actions::enter_with_card(&ctx, &permit, typed).await? {
        Some(secret) => {
            Ok(signin::pages::with_session(&ctx, ctx.see_other_with("/mijn", "notice-signed-in-card"), &secret))
        }
        None => {
            let errors = FieldErrors::one("code", "people-error-card");
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&CardDoorPage { form })?)
        }
    }
}

async fn mine_page(ctx: &Ctx, fields: &Fields, errors: FieldErrors) -> kernel::Result<MinePage> {
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let mut conn = ctx.read().await?;
    let consents = super::all_consents(&mut conn, ctx.town(), person).await?;
    let form = ctx.form(&FormState::with_errors(fields, errors));
    Ok(MinePage { form, consents: views::shown(ctx, &consents), purposes: views::purposes() })
}

/// `GET /mijn/toestemming`
pub async fn mine(ctx: Ctx) -> Answer {
    policy::change_own(&ctx.actor).require()?;
    Ok(ctx.page(&mine_page(&ctx, &Fields::default(), FieldErrors::default()).await?)?)
}

/// `POST /mijn/toestemming`
pub async fn give_mine(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    match forms::own_agreement(&fields, ctx.today()) {
        Ok(agreement) => {
            actions::give_own(&ctx, &permit, &agreement).await?;
            Ok(ctx.see_other_with("/mijn/toestemming", "notice-consent-given"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&mine_page(&ctx, &fields, errors).await?)?),
    }
}

/// `POST /mijn/toestemming/{consent}/intrekken`
pub async fn withdraw_mine(ctx: Ctx, Path(consent): Path<ConsentId>) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    let person = permit.actor().person_id().ok_or(Problem::SignInFirst)?;
    actions::withdraw(&ctx, &permit, person, consent).await?;
    Ok(ctx.see_other_with("/mijn/toestemming", "notice-consent-withdrawn"))
}
