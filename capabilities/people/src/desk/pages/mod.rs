//! The pages of helping somebody, at the desk or by an organisation, and of the consents one gives oneself.

pub(crate) mod cards;

use kernel::{
    Decision, FieldErrors, Fields, OrganisationId, PageRequest, Paged, Permit, PersonId, Problem, form::FormState,
};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, Page},
};
use serde::{Deserialize, Serialize};

use super::{
    ConsentId, acting_for, actions, forms,
    model::{GivenTo, Purpose, Sight, allows},
    views::{self, ConsentView, Listed, Seen},
};
use crate::{
    policy::{self, Assist, Mediate},
    profile::{self, pages::ProfilePage},
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
    /// The organisation; absent at the desk.
    pub organisation: Option<GivenTo>,
}

impl Place {
    /// At the desk of the information point.
    pub fn desk() -> Self {
        Self { base: DESK.to_owned(), organisation: None }
    }

    /// Where an address says.
    fn of(ctx: &Ctx, address: &Address) -> Self {
        let Some(organisation) = address.organisation else { return Self::desk() };
        let name = ctx.actor.office(organisation).map(|office| office.name.clone()).unwrap_or_default();
        let base = format!("/organisatie/{organisation}/mensen");
        Self { base, organisation: Some(GivenTo { organisation, name }) }
    }

    /// Whether the reader helps people here.
    fn help(&self, ctx: &Ctx) -> Decision<Mediate> {
        match &self.organisation {
            None => policy::mediate(&ctx.actor),
            Some(by) => policy::help_for(&ctx.actor, by.organisation),
        }
    }

    /// Whether the reader helps this person here.
    fn assist(&self, ctx: &Ctx, agreed: bool) -> Decision<Assist> {
        match &self.organisation {
            None => policy::assist(&ctx.actor, agreed),
            Some(by) => policy::assist_for(&ctx.actor, by.organisation, agreed),
        }
    }

    fn page_of(&self, person: PersonId) -> String {
        format!("{}/{person}", self.base)
    }

    /// The way back from the list, and from a page below it.
    fn crumbs(&self, below_list: bool) -> Vec<Crumb> {
        let Some(organisation) = &self.organisation else {
            return if below_list { crumbs(&[]) } else { vec![Crumb::key("/balie", "common-desk")] };
        };
        let workplace = self.base.trim_end_matches("/mensen");
        let list = below_list.then(|| Crumb::key(self.base.as_str(), "people-proxies-title"));
        std::iter::once(Crumb::named(workplace, organisation.name.as_str())).chain(list).collect()
    }
}

/// Where a page of helping is, and about whom: below `/balie/personen/{person}`, or below
/// `/organisatie/{organisation}/mensen/{helped}`.
#[derive(Debug, Deserialize)]
pub(crate) struct Address {
    organisation: Option<OrganisationId>,
    #[serde(alias = "helped")]
    person: Option<PersonId>,
    consent: Option<ConsentId>,
}

/// The people who agreed to be helped.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    pub form: Form,
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
pub(crate) struct PersonPage {
    /// The form for another consent.
    pub form: Form,
    pub id: String,
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

/// One's own consents.
#[derive(Debug, Serialize)]
pub(crate) struct MinePage {
    /// The form for another one.
    pub form: Form,
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

/// `GET /balie/personen`, `GET /organisatie/{organisation}/mensen`
pub(crate) async fn list(ctx: Ctx, Path(address): Path<Address>, Query(fields): Query) -> Answer {
    let place = Place::of(&ctx, &address);
    place.help(&ctx).require()?;
    let page = PageRequest::of(&fields);
    let mut conn = ctx.read().await?;
    let (form, people) = match &place.organisation {
        None => {
            let people = views::list(&mut conn, &ctx, fields.get("naam").unwrap_or_default(), page).await?;
            (ctx.form(&FormState::filled(&fields)), people)
        }
        Some(by) => (Form::default(), views::list_for(&mut conn, &ctx, by.organisation, page).await?),
    };
    Ok(ctx.page(&ListPage { form, people, place })?)
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

/// `GET …/nieuw`
pub(crate) async fn new(ctx: Ctx, Path(address): Path<Address>) -> Answer {
    let place = Place::of(&ctx, &address);
    place.help(&ctx).require()?;
    Ok(ctx.page(&register_page(&ctx, place, &Fields::default(), FieldErrors::default()))?)
}

/// `POST …/nieuw`
pub(crate) async fn register(ctx: Ctx, Path(address): Path<Address>, FormBody(fields): FormBody) -> Answer {
    let place = Place::of(&ctx, &address);
    let permit = place.help(&ctx).require()?;
    match forms::register(&fields, ctx.today()) {
        Ok(register) => {
            let person = actions::register(&ctx, &permit, register, place.organisation.as_ref()).await?;
            Ok(ctx.see_other_with(&place.page_of(person), "notice-person-registered"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&register_page(&ctx, place, &fields, errors))?),
    }
}

/// Somebody who may be seen at this place, with the proof of it; the look is in the audit log.
async fn seen(ctx: &Ctx, place: &Place, id: PersonId, at: &'static str) -> kernel::Result<(Seen, Permit<Assist>)> {
    place.help(ctx).require()?;
    let mut conn = ctx.read().await?;
    let organisation = place.organisation.as_ref().map(|by| by.organisation);
    let seen = views::seen_by(&mut conn, ctx, id, organisation).await?;
    drop(conn);
    let permit = place.assist(ctx, seen.sight != Sight::Nothing).require()?;
    actions::look(ctx, &permit, id, at).await?;
    Ok((seen, permit))
}

/// As [`seen`], the person of an address.
async fn seen_at(
    ctx: &Ctx,
    address: &Address,
    at: &'static str,
) -> kernel::Result<(Place, PersonId, Seen, Permit<Assist>)> {
    let (place, id) = (Place::of(ctx, address), address.person.ok_or(Problem::NotFound)?);
    let (seen, permit) = seen(ctx, &place, id, at).await?;
    Ok((place, id, seen, permit))
}

/// Proof that the desk may see and help this person; the look is in the audit log.
///
/// # Errors
/// [`Problem::NotFound`] when this person did not agree, [`Problem::Forbidden`] when the caller is not at the desk.
pub(crate) async fn may_assist(ctx: &Ctx, id: PersonId) -> kernel::Result<Permit<Assist>> {
    Ok(seen(ctx, &Place::desk(), id, "person").await?.1)
}

/// Somebody as they are seen at this place.
fn person_page(ctx: &Ctx, place: Place, seen: Seen, fields: &Fields, errors: FieldErrors) -> PersonPage {
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

/// `GET …/{person}`
pub(crate) async fn show(ctx: Ctx, Path(address): Path<Address>) -> Answer {
    let (place, _, seen, _) = seen_at(&ctx, &address, "person").await?;
    Ok(ctx.page(&person_page(&ctx, place, seen, &Fields::default(), FieldErrors::default()))?)
}

/// `POST …/{person}/toestemming`
pub(crate) async fn give(ctx: Ctx, Path(address): Path<Address>, FormBody(fields): FormBody) -> Answer {
    let (place, id, seen, permit) = seen_at(&ctx, &address, "consent").await?;
    match forms::agreement(&fields, ctx.today()) {
        Ok(agreement) => {
            actions::give(&ctx, &permit, id, &agreement, place.organisation.as_ref()).await?;
            Ok(ctx.see_other_with(&place.page_of(id), "notice-consent-given"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&person_page(&ctx, place, seen, &fields, errors))?),
    }
}

/// `POST …/{person}/toestemming/{consent}/intrekken`; the desk and each organisation only what was given to themselves.
pub(crate) async fn withdraw(ctx: Ctx, Path(address): Path<Address>) -> Answer {
    let (place, id, seen, permit) = seen_at(&ctx, &address, "consent").await?;
    let consent = address.consent.ok_or(Problem::NotFound)?;
    if !seen.consents.iter().any(|known| known.id == consent) {
        return Err(Problem::NotFound.into());
    }
    actions::withdraw(&ctx, &permit, id, consent).await?;
    let mut conn = ctx.read().await?;
    // With the last consent the page of this person is gone too.
    let stays =
        place.organisation.is_none() && views::seen_by(&mut conn, &ctx, id, None).await?.sight != Sight::Nothing;
    let back = if stays { place.page_of(id) } else { place.base };
    Ok(ctx.see_other_with(&back, "notice-consent-withdrawn"))
}

/// The profile of somebody else.
fn on_behalf(page: ProfilePage, place: &Place, id: PersonId, name: String) -> ProfilePage {
    let cancel = place.page_of(id);
    ProfilePage { action: format!("{cancel}/profiel"), cancel, somebody: Some(name), ..page }
}

/// `GET …/{person}/profiel`
pub(crate) async fn edit_profile(ctx: Ctx, Path(address): Path<Address>) -> Answer {
    let (place, id, ..) = seen_at(&ctx, &address, "profile").await?;
    let mut conn = ctx.read().await?;
    let ctx = acting_for(&ctx, &mut conn, id, Purpose::Profile).await?;
    let (known, email) = profile::pages::known(&mut conn, &ctx, id).await?;
    let fields = profile::forms::fill(&known);
    let places = profile::pages::town_places(&mut conn, &ctx, &Fields::default()).await?;
    let page = profile::pages::page(&ctx, &fields, FieldErrors::default(), &places, email);
    Ok(ctx.page(&on_behalf(page, &place, id, known.name))?)
}

/// `POST …/{person}/profiel`
pub(crate) async fn save_profile(ctx: Ctx, Path(address): Path<Address>, FormBody(fields): FormBody) -> Answer {
    let (place, id, seen, permit) = seen_at(&ctx, &address, "profile").await?;
    let mut conn = ctx.read().await?;
    let ctx = acting_for(&ctx, &mut conn, id, Purpose::Profile).await?;
    let places = profile::pages::town_places(&mut conn, &ctx, &fields).await?;
    drop(conn);
    match profile::forms::parse(&fields, &places, ctx.today().year()) {
        Ok(change) => {
            profile::actions::save(&ctx, &permit, id, change).await?;
            Ok(ctx.see_other_with(&place.page_of(id), "notice-profile-saved"))
        }
        Err(errors) => {
            let page = profile::pages::page(&ctx, &fields, errors, &places, seen.account.email);
            Ok(ctx.page_with_errors(&on_behalf(page, &place, id, seen.account.name))?)
        }
    }
}

/// The name and the language of somebody who gets a copy of their data on paper: a consent holds; the look is recorded.
///
/// # Errors
/// As for everything of one person at the desk.
pub(crate) async fn for_copy(ctx: &Ctx, id: PersonId) -> kernel::Result<(String, Option<kernel::Lang>)> {
    let (seen, _) = seen(ctx, &Place::desk(), id, "copy").await?;
    if !allows(&seen.consents, Purpose::Profile, ctx.today()) {
        return Err(Problem::Forbidden("people-deny-no-consent"));
    }
    Ok((seen.account.name, seen.account.lang))
}

async fn mine_page(ctx: &Ctx, fields: &Fields, errors: FieldErrors) -> kernel::Result<MinePage> {
    let person = ctx.actor.require_person()?;
    let mut conn = ctx.read().await?;
    let consents = super::all_consents(&mut conn, ctx.town(), person).await?;
    let form = ctx.form(&FormState::with_errors(fields, errors));
    Ok(MinePage { form, consents: views::shown(ctx, &consents), purposes: views::purposes() })
}

/// `GET /mijn/toestemming`
pub(crate) async fn mine(ctx: Ctx) -> Answer {
    policy::change_own(&ctx.actor).require()?;
    Ok(ctx.page(&mine_page(&ctx, &Fields::default(), FieldErrors::default()).await?)?)
}

/// `POST /mijn/toestemming`
pub(crate) async fn give_mine(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    match forms::own_agreement(&fields, ctx.today()) {
        Ok(agreement) => {
            actions::give(&ctx, &permit, permit.actor().require_person()?, &agreement, None).await?;
            Ok(ctx.see_other_with("/mijn/toestemming", "notice-consent-given"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&mine_page(&ctx, &fields, errors).await?)?),
    }
}

/// `POST /mijn/toestemming/{consent}/intrekken`
pub(crate) async fn withdraw_mine(ctx: Ctx, Path(consent): Path<ConsentId>) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    let person = permit.actor().require_person()?;
    actions::withdraw(&ctx, &permit, person, consent).await?;
    Ok(ctx.see_other_with("/mijn/toestemming", "notice-consent-withdrawn"))
}
