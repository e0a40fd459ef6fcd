//! One's own page and the page of devices.

use kernel::{
    FieldErrors, Fields, Lang, Problem, SessionId,
    form::FormState,
    time::{DAY, SECOND},
};
use platform::{
    Ctx, auth,
    http::{Answer, FormBody, Path, respond::LANGUAGE_COOKIE},
    limits::Limit,
    plan::MyCard,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::actions;
use crate::{
    passkeys, policy,
    signin::{self, model::device_name},
};

/// One's own page: what waits, what is going on, and the doors to one's own data.
#[derive(Debug, Serialize)]
pub(crate) struct MyPage {
    /// The name to use.
    pub name: String,
    /// What waits for this person.
    pub waiting: Vec<MyCard>,
    /// What else is going on.
    pub going_on: Vec<MyCard>,
    /// The languages of letters.
    pub languages: Vec<LetterLanguage>,
}

/// A language of letters to choose.
#[derive(Debug, Serialize)]
pub(crate) struct LetterLanguage {
    pub value: &'static str,
    /// Its own name.
    pub label: &'static str,
    /// Whether letters are in it now.
    pub current: bool,
}

impl Page for MyPage {
    const TEMPLATE: &'static str = "people/mine.html";
}

/// Giving another e-mail address, or a first one.
#[derive(Debug, Serialize)]
pub(crate) struct EmailPage {
    pub form: Form,
    /// The address in use.
    pub current: Option<String>,
}

impl Page for EmailPage {
    const TEMPLATE: &'static str = "people/email.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "people-mine-crumb"), Crumb::key("/mijn/profiel", "people-profile-title")]
    }
}

/// The devices on which one has signed in.
#[derive(Debug, Serialize)]
pub(crate) struct SecurityPage {
    /// The sign-ins, the latest used first.
    pub sessions: Vec<SessionView>,
    /// The passkeys, the newest first.
    pub passkeys: Vec<PasskeyView>,
    /// Whether passkeys can be made at this address.
    pub can_add: bool,
    /// Whether one came in with a card, with which nothing is changed here.
    pub by_card: bool,
}

#[derive(Debug, Serialize)]
pub(crate) struct PasskeyView {
    pub id: String,
    pub name: String,
    /// Since when, local.
    pub since: String,
    /// Used last, local; absent when it was not used yet.
    pub used: Option<String>,
}

/// One sign-in.
#[derive(Debug, Serialize)]
pub(crate) struct SessionView {
    pub id: String,
    /// *Firefox, Android*.
    pub device: String,
    /// Since when, local.
    pub since: String,
    /// Used last, local.
    pub seen: String,
    /// Whether it is the one in use.
    pub current: bool,
}

impl Page for SecurityPage {
    const TEMPLATE: &'static str = "people/security.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "people-mine-crumb")]
    }
}

/// `GET /mijn`
pub(crate) async fn home(ctx: Ctx) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    let person = permit.actor().person().ok_or(Problem::SignInFirst)?;
    let mut conn = ctx.read().await?;
    let account = crate::account(&mut conn, ctx.town(), person.id).await?.ok_or(Problem::NotFound)?;
    let mut cards = Vec::new();
    for section in ctx.app.plans.iter().flat_map(|plan| plan.my_sections.iter()) {
        cards.extend(section(&mut conn, &ctx, person.id).await?);
    }
    let (waiting, going_on) = cards.into_iter().partition(|card| card.waits);
    let chosen = account.lang.unwrap_or(ctx.lang);
    let language =
        |lang: &Lang| LetterLanguage { value: lang.code(), label: lang.own_name(), current: *lang == chosen };
    let languages = Lang::ALL.iter().map(language).collect();
    Ok(ctx.page(&MyPage { name: account.name, waiting, going_on, languages })?)
}

/// `GET /mijn/beveiliging`
pub(crate) async fn security(ctx: Ctx) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    let person = permit.actor().require_person()?;
    let mut conn = ctx.read().await?;
    let rows = auth::sessions(&mut conn, &ctx, person).await?;
    let keys = passkeys::of_person(&mut conn, ctx.town(), person).await?;
    let key = |row: passkeys::store::PasskeyRow| PasskeyView {
        id: row.id.to_string(),
        name: row.name,
        since: ctx.local(row.created_at),
        used: row.used_at.map(|used| ctx.local(used)),
    };
    let view = |row: auth::SessionRow| SessionView {
        id: row.id.to_string(),
        device: device_name(&row.device),
        since: ctx.local(row.created_at),
        seen: ctx.local(row.seen_at),
        current: Some(row.id) == ctx.request.session,
    };
    let page = SecurityPage {
        sessions: rows.into_iter().map(view).collect(),
        passkeys: keys.into_iter().map(key).collect(),
        can_add: passkeys::party::party(&ctx)?.is_some(),
        by_card: ctx.request.by_card,
    };
    Ok(ctx.page(&page)?)
}

/// `POST /mijn/beveiliging/sessies/{session}/stop`
pub(crate) async fn end_session(ctx: Ctx, Path(session): Path<SessionId>) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    if !actions::end_session(&ctx, &permit, session).await? {
        return Err(Problem::NotFound.into());
    }
    let here = ctx.request.session == Some(session);
    Ok(ctx.see_other_with(if here { "/" } else { "/mijn/beveiliging" }, "notice-session-ended"))
}

/// `POST /mijn/beveiliging/sessies`
pub(crate) async fn end_others(ctx: Ctx) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    actions::end_others(&ctx, &permit).await?;
    Ok(ctx.see_other_with("/mijn/beveiliging", "notice-sessions-ended"))
}

async fn email_page(ctx: &Ctx, fields: &Fields, errors: FieldErrors) -> kernel::Result<EmailPage> {
    let person = ctx.actor.require_person()?;
    let mut conn = ctx.read().await?;
    let account = crate::account(&mut conn, ctx.town(), person).await?.ok_or(Problem::NotFound)?;
    Ok(EmailPage { form: ctx.form(&FormState::with_errors(fields, errors)), current: account.email })
}

/// `GET /mijn/e-mail`
pub(crate) async fn email(ctx: Ctx) -> Answer {
    policy::change_own(&ctx.actor).require()?;
    Ok(ctx.page(&email_page(&ctx, &Fields::default(), FieldErrors::default()).await?)?)
}

/// `POST /mijn/e-mail`: a code goes to the new address; typed in this browser, it makes the address theirs.
pub(crate) async fn change_email(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    let ask = match signin::forms::ask(&fields) {
        Ok(ask) => signin::forms::Ask { back: "/mijn/profiel".to_owned(), ..ask },
        Err(errors) => return Ok(ctx.page_with_errors(&email_page(&ctx, &fields, errors).await?)?),
    };
    signin::pages::limit_address(&ctx, "sign-in")?;
    ctx.limit_reader(Limit::SignIn, "mail", &ask.email)?;
    let sign_in = signin::actions::ask_for_address(&ctx, &permit, ask).await?;
    Ok(ctx.see_other(&signin::pages::code_path(sign_in)))
}

/// `POST /mijn/taal`: the language of letters, and of pages in this browser.
pub(crate) async fn choose_language(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::change_own(&ctx.actor).require()?;
    let lang = fields.get("lang").and_then(Lang::parse).unwrap_or(ctx.lang);
    actions::choose_language(&ctx, &permit, lang).await?;
    let mut response = ctx.see_other_with("/mijn", "notice-language-chosen");
    signin::pages::set_cookie(&ctx, &mut response, (LANGUAGE_COOKIE, lang.code()), "/", 365 * DAY / SECOND);
    Ok(response)
}
