//! Responding, confirming, asking for a fresh link.

use axum::http::StatusCode;
use kernel::{Fields, PersonId, Problem, Result, form::FormState};
use platform::{
    Conn, Ctx,
    http::{Answer, FormBody, Path, Query},
    limits::Limit,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::super::{
    actions::{self, Begun, Confirmed},
    around,
    doors::{self, DoorQuery},
    forms::{self, Ask, Filler, Proof, Typed},
    model::{NewResponse, Owner, Reach, Subject},
    policy, terms,
    views::{self, Choice, DoorView},
};
use crate::{
    facets::model::{Kind, VacancyId},
    people::{self, Account, Purpose},
    vacancies::{self, model::Vacancy},
};

/// The form with which one responds.
#[derive(Debug, Serialize)]
pub struct RespondPage {
    /// The form.
    pub form: Form,
    /// Title of the vacancy.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Who answers.
    pub owner: String,
    /// Questions to tick.
    pub asks: Vec<Choice>,
    /// Ways to be reached.
    pub reaches: Vec<Choice>,
    /// The address of who has signed in.
    pub account_email: Option<String>,
    /// Whether this is somebody at the desk, who may fill it in for who sits opposite.
    pub desk: bool,
    /// The name of who agreed, on record, that it is filled in for them.
    pub acting: Option<String>,
    /// Working days within which an answer comes.
    pub days: u32,
    /// Whether it takes responses now.
    pub open: bool,
    /// Other ways on, when it does not.
    pub doors: Vec<DoorView>,
}

impl Page for RespondPage {
    const TEMPLATE: &'static str = "marketplace/responses/respond.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/vacatures", "response-crumb-vacancies"), Crumb::named(&self.href, &self.title)]
    }
}

async fn page(ctx: &Ctx, conn: &mut Conn, vacancy: &Vacancy, form: Form) -> Result<RespondPage> {
    let open = vacancy.takes_responses(ctx.today());
    let query = DoorQuery {
        kind: Kind::Vacancy,
        subject: vacancy.id.0,
        organisation: Some(vacancy.organisation),
        person: ctx.actor.person_id(),
    };
    let doors = if open { Vec::new() } else { doors::suggest(conn, ctx, &query).await? };
    let account = account(ctx, conn).await?;
    Ok(RespondPage {
        form,
        title: vacancy.title.clone(),
        href: format!("/vacatures/{}", vacancy.id),
        owner: around::owner_name(conn, ctx, Owner::Organisation(vacancy.organisation)).await?,
        asks: views::choices::<Ask>(ctx, "response-ask-"),
        reaches: views::choices::<Reach>(ctx, "response-reach-"),
        acting: account.as_ref().filter(|_| ctx.on_behalf_of.is_some()).map(|account| account.name.clone()),
        account_email: account.and_then(|account| account.email),
        desk: policy::is_desk(&ctx.actor),
        days: ctx.municipality.settings.count(&terms::TAKE_OVER_DAYS, ctx.today()),
        open,
        doors: views::doors(&doors),
    })
}

async fn account(ctx: &Ctx, conn: &mut Conn) -> Result<Option<Account>> {
    match ctx.on_behalf_of.or(ctx.actor.person_id()) {
        Some(person) => around::account(conn, ctx, person).await,
        None => Ok(None),
    }
}

/// A vacancy that anybody may see; of others nothing is known here.
async fn public(ctx: &Ctx, conn: &mut Conn, id: VacancyId) -> Result<Vacancy> {
    let vacancy = vacancies::find(conn, ctx, id).await?.filter(Vacancy::is_public);
    vacancy.ok_or(Problem::NotFound)
}

/// Who fills the form in: for somebody whose consent to that is on record, in that person's name.
async fn filler(ctx: Ctx, conn: &mut Conn, fields: &Fields) -> Result<(Ctx, Option<Account>)> {
    let ctx = match fields.get("voor").filter(|asked| !asked.is_empty()) {
        // Never silently in one's own name: whoever it is for must have agreed.
        Some(asked) => {
            let person: PersonId = asked.parse().map_err(|_| Problem::Forbidden("people-deny-no-consent"))?;
            people::acting_for(&ctx, conn, person, Purpose::Respond).await?
        }
        None => ctx,
    };
    let account = account(&ctx, conn).await?;
    Ok((ctx, account))
}

/// `GET /vacatures/{vacancy}/reageer`, with `?voor=` for who stands at the desk.
pub async fn form(ctx: Ctx, Path(id): Path<VacancyId>, Query(query): Query) -> Answer {
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    let (ctx, account) = filler(ctx, &mut conn, &query).await?;
    let mut form = ctx.form(&FormState::filled(&query));
    let own = !policy::is_desk(&ctx.actor) || ctx.on_behalf_of.is_some();
    if let Some(account) = account.filter(|_| own) {
        views::prefill(&mut form, "name", account.name);
        views::prefill(&mut form, "phone", account.phone.unwrap_or_default());
        views::prefill(&mut form, "reach", if account.email.is_some() { "email" } else { "phone" });
    }
    let page = page(&ctx, &mut conn, &vacancy, form).await?;
    Ok(ctx.page(&page)?)
}

/// `POST /vacatures/{vacancy}/reageer`
pub async fn send(ctx: Ctx, Path(id): Path<VacancyId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::respond(&ctx.actor).require()?;
    let mut conn = ctx.read().await?;
    let vacancy = public(&ctx, &mut conn, id).await?;
    if !vacancy.takes_responses(ctx.today()) {
        return Err(Problem::Conflict("response-error-not-taking").into());
    }
    let (ctx, account) = filler(ctx, &mut conn, &fields).await?;
    let typed = match forms::respond(&fields, account_of(&ctx, account.as_ref())) {
        Ok(typed) => typed,
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            return Ok(ctx.page_with_errors(&page(&ctx, &mut conn, &vacancy, form).await?)?);
        }
    };
    drop(conn);
    limit(&ctx, typed.email.as_deref())?;
    let lang = account.filter(|_| ctx.on_behalf_of.is_some()).and_then(|account| account.lang);
    let new = NewResponse { lang: lang.unwrap_or(ctx.lang), ..new_response(&ctx, &vacancy, typed) };
    let begun = actions::respond(&ctx, &permit, new).await?;
    Ok(onward(&ctx, &begun))
}

fn account_of<'a>(ctx: &Ctx, account: Option<&'a Account>) -> Filler<'a> {
    Filler {
        account_email: account.and_then(|account| account.email.as_deref()),
        account_name: account.map(|account| account.name.as_str()),
        // Who acts for somebody with a consent on record need not ask again.
        desk: policy::is_desk(&ctx.actor) && ctx.on_behalf_of.is_none(),
    }
}

/// Stops a flood; a busy desk is none.
///
/// # Errors
/// [`Problem::TooMany`] when too many came from one place or for one address.
pub fn limit(ctx: &Ctx, email: Option<&str>) -> Result<()> {
    if policy::is_desk(&ctx.actor) {
        return Ok(());
    }
    ctx.limit_address("respond")?;
    email.map_or(Ok(()), |email| ctx.app.limits.check(Limit::Respond, &format!("{}:{email}", ctx.town())))
}

/// From what was typed; ticked questions become sentences in the language of the page.
pub fn new_response(ctx: &Ctx, vacancy: &Vacancy, typed: Typed) -> NewResponse {
    let asks = typed.asks.iter().map(|ask| ctx.t(&format!("response-ask-{}", views::dashed(*ask))));
    let question = [asks.collect::<Vec<_>>().join("\n"), typed.question.unwrap_or_default()];
    let question: Vec<String> = question.into_iter().filter(|part| !part.is_empty()).collect();
    NewResponse {
        subject: Subject { kind: Kind::Vacancy, id: vacancy.id.0, title: vacancy.title.clone() },
        owner: Owner::Organisation(vacancy.organisation),
        name: typed.name,
        email: typed.email,
        phone: typed.phone,
        reach: typed.reach,
        question: question.join("\n\n"),
        entry: policy::entry(&ctx.actor, typed.agreed.is_some(), ctx.on_behalf_of),
        agreed: typed.agreed,
        lang: ctx.lang,
    }
}

fn onward(ctx: &Ctx, begun: &Begun) -> axum::response::Response {
    let response = &begun.response;
    let sent = |path: String| ctx.see_other_with(&path, "notice-response-sent");
    match (ctx.actor.person_id(), response.entered_by, response.person) {
        (_, Some(_), _) if policy::is_desk(&ctx.actor) => sent(format!("/balie/reacties/{}", response.id)),
        (_, Some(_), Some(person)) => sent(format!("/reageren?voor={person}")),
        (Some(_), ..) => sent(format!("/mijn/reacties/{}", response.id)),
        (None, ..) if response.email.is_some() => ctx.see_other(&format!("/reacties/bevestig?reactie={}", response.id)),
        (None, ..) => ctx.see_other("/reacties/ontvangen"),
    }
}

/// Where the code is typed, or the link asks for one more tap.
#[derive(Debug, Serialize)]
pub struct ConfirmPage {
    /// The form.
    pub form: Form,
    /// Whether the link brought the reader here, so that a tap is enough.
    pub by_link: bool,
    /// Whether it is too late.
    pub too_late: bool,
    /// Whether the letters of the demonstration can be read here.
    pub demo: bool,
}

impl Page for ConfirmPage {
    const TEMPLATE: &'static str = "marketplace/responses/confirm.html";
}

fn confirm_page(ctx: &Ctx, form: Form, by_link: bool, too_late: bool) -> ConfirmPage {
    ConfirmPage { form, by_link, too_late, demo: ctx.is_demonstration() }
}

/// `GET /reacties/bevestig`: looks, and changes nothing: programs that look at mail follow links too.
pub async fn confirm_form(ctx: Ctx, Query(query): Query) -> Answer {
    let by_link = query.get("sleutel").is_some();
    let page = confirm_page(&ctx, ctx.form(&FormState::filled(&query)), by_link, false);
    Ok(ctx.page(&page)?)
}

/// `POST /reacties/bevestig`
pub async fn confirm(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::confirm(&ctx.actor).require()?;
    let by_link = fields.get("sleutel").is_some();
    let refused = |errors| {
        let form = ctx.form(&FormState::with_errors(&fields, errors));
        Ok(ctx.page_with_errors(&confirm_page(&ctx, form, by_link, false))?)
    };
    let (id, proof) = match forms::confirm(&fields) {
        Ok(command) => command,
        Err(errors) => return refused(errors),
    };
    if matches!(proof, Proof::Code(_)) {
        ctx.app.limits.check(Limit::Code, &format!("response:{id}"))?;
    }
    match actions::confirm(&ctx, &permit, id, &proof).await? {
        Confirmed::Yes(secret) => {
            Ok(ctx.see_other_with(&format!("/reacties/mijn/{secret}"), "notice-response-confirmed"))
        }
        Confirmed::WrongCode => refused(kernel::FieldErrors::one("code", "response-error-code-wrong")),
        Confirmed::TooLate => {
            let page = confirm_page(&ctx, Form::default(), by_link, true);
            Ok(ctx.any_page(StatusCode::GONE, &page)?)
        }
    }
}

/// For who gave no e-mail address: who calls, and what happens next.
#[derive(Debug, Serialize)]
pub struct ReceivedPage {}

impl Page for ReceivedPage {
    const TEMPLATE: &'static str = "marketplace/responses/received.html";
}

/// `GET /reacties/ontvangen`
pub async fn received(ctx: Ctx) -> Answer {
    Ok(ctx.page(&ReceivedPage {})?)
}

/// Where a fresh private link is asked for.
#[derive(Debug, Serialize)]
pub struct LinkPage {
    /// The form.
    pub form: Form,
    /// Whether a link that holds no more brought the reader here.
    pub gone: bool,
    /// Whether it was asked for.
    pub sent: bool,
}

impl Page for LinkPage {
    const TEMPLATE: &'static str = "marketplace/responses/link.html";
}

/// `GET /reacties/link`
pub async fn link_form(ctx: Ctx, Query(query): Query) -> Answer {
    let sent = query.get("verstuurd").is_some();
    Ok(ctx.page(&LinkPage { form: Form::default(), gone: false, sent })?)
}

/// `POST /reacties/link`: the same answer whether or not somebody with this address ever responded.
pub async fn link(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::confirm(&ctx.actor).require()?;
    match forms::email(&fields) {
        Ok(email) => {
            ctx.limit_address("responses")?;
            ctx.app.limits.check(Limit::SignIn, &format!("responses:{}:{email}", ctx.town()))?;
            actions::send_links(&ctx, &permit, &email).await?;
            Ok(ctx.see_other("/reacties/link?verstuurd=ja"))
        }
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&LinkPage { form, gone: false, sent: false })?)
        }
    }
}
