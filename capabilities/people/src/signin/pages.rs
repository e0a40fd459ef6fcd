//! The pages of signing in.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use kernel::{
    FieldErrors, Fields, Problem,
    form::FormState,
    time::{DAY, SECOND},
};
use platform::{
    Ctx,
    auth::{self, Secret},
    given_up::given_up,
    http::{Answer, FormBody, Query, context::cookie, respond::append_cookie},
    limits::Limit,
    templates::{Form, Page},
};
use serde::Serialize;

use super::{
    SignInId,
    actions::{self, Entered, Tried},
    forms,
    mails::SendCode,
    model,
};
use crate::{oidc, passkeys, policy};

/// Cookie that ties a confirmed address to this browser until a name is given.
const BROWSER_COOKIE: &str = "aanmelding";

/// The door: an e-mail address, or another way in.
#[derive(Debug, Serialize)]
pub(crate) struct DoorPage {
    pub form: Form,
    /// Name of the municipality's identity provider, when there is one.
    pub provider: Option<String>,
    /// Whether passkeys can be used at this address.
    pub passkeys: bool,
    /// Where to go afterwards.
    pub back: String,
    /// Minutes until the next letter, when many were asked for to one address.
    pub wait: Option<u32>,
}

impl Page for DoorPage {
    const TEMPLATE: &'static str = "people/door.html";
}

/// Where the code is typed.
#[derive(Debug, Serialize)]
pub(crate) struct CodePage {
    pub form: Form,
    /// Whether the letter can be read in the demonstration's mailbox.
    pub mailbox: bool,
    /// Whether the letter did not arrive.
    pub undelivered: bool,
}

impl Page for CodePage {
    const TEMPLATE: &'static str = "people/code.html";
}

/// The page of a link: one press of a button, so that programs that follow links do not use it up.
#[derive(Debug, Serialize)]
pub(crate) struct LinkPage {
    /// The link's secret.
    pub token: String,
    /// Whom it signs in; absent when it is worth nothing (any more).
    pub email: Option<String>,
}

impl Page for LinkPage {
    const TEMPLATE: &'static str = "people/link.html";
}

/// The one question for a new account.
#[derive(Debug, Serialize)]
pub(crate) struct NamePage {
    pub form: Form,
    /// The address that was confirmed.
    pub email: String,
}

impl Page for NamePage {
    const TEMPLATE: &'static str = "people/name.html";
}

/// Counts a try of this browser's address. In the demonstration one computer plays all parts, and nothing is secret.
pub(crate) fn limit_address(ctx: &Ctx, purpose: &str) -> kernel::Result<()> {
    if ctx.is_demonstration() {
        return Ok(());
    }
    ctx.limit_address(purpose)
}

fn door_page(ctx: &Ctx, fields: &Fields, errors: FieldErrors) -> DoorPage {
    DoorPage {
        form: ctx.form(&FormState::with_errors(fields, errors)),
        provider: oidc::provider::config(ctx).map(|provider| provider.name.clone()),
        // An address that cannot be read has no passkeys; the door stays open.
        passkeys: passkeys::party::party(ctx).is_ok_and(|party| party.is_some()),
        back: forms::back(fields),
        wait: None,
    }
}

/// `GET /inloggen`
pub(crate) async fn door(ctx: Ctx, Query(fields): Query) -> Answer {
    if ctx.actor.person().is_some() {
        return Ok(ctx.see_other(&forms::back(&fields)));
    }
    Ok(ctx.page(&door_page(&ctx, &fields, FieldErrors::default()))?)
}

/// `POST /inloggen`
pub(crate) async fn ask(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    let ask = match forms::ask(&fields) {
        Ok(ask) => ask,
        Err(errors) => return Ok(ctx.page_with_errors(&door_page(&ctx, &fields, errors))?),
    };
    limit_address(&ctx, "sign-in")?;
    match ctx.limit_reader(Limit::SignIn, "mail", &ask.email) {
        Err(Problem::TooMany(seconds)) => return wait(&ctx, &fields, seconds),
        counted => counted?,
    }
    let sign_in = actions::ask(&ctx, &permit, ask).await?;
    Ok(ctx.see_other(&code_path(sign_in)))
}

/// Many letters went to this address, whoever asked for them: the newest one opens the door as well as the next would. Said of
/// every address, known or not.
fn wait(ctx: &Ctx, fields: &Fields, seconds: u32) -> Answer {
    let page = DoorPage { wait: Some(seconds.div_ceil(60)), ..door_page(ctx, fields, FieldErrors::default()) };
    let mut response = ctx.any_page(StatusCode::TOO_MANY_REQUESTS, &page)?;
    response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    Ok(response)
}

/// Where the code of this wish is typed.
pub(crate) fn code_path(sign_in: SignInId) -> String {
    format!("/inloggen/code?poging={sign_in}")
}

fn code_page(ctx: &Ctx, fields: &Fields, errors: FieldErrors) -> CodePage {
    let form = ctx.form(&FormState::with_errors(fields, errors));
    CodePage { form, mailbox: ctx.is_demonstration(), undelivered: false }
}

/// Whether the mail server refused the letter of this wish; that says of an address no more than that no mail comes there.
async fn undelivered(ctx: &Ctx, fields: &Fields) -> kernel::Result<bool> {
    let Some(id) = fields.get("poging").and_then(|id| id.parse::<SignInId>().ok()) else { return Ok(false) };
    let lost = given_up::<SendCode>(&mut ctx.read().await?, ctx).await?;
    Ok(lost.iter().any(|lost| lost.work.sign_in == id))
}

/// `GET /inloggen/code`
pub(crate) async fn code(ctx: Ctx, Query(fields): Query) -> Answer {
    let only = Fields::default().with("poging", fields.get("poging").unwrap_or_default());
    let undelivered = undelivered(&ctx, &only).await?;
    Ok(ctx.page(&CodePage { undelivered, ..code_page(&ctx, &only, FieldErrors::default()) })?)
}

/// `POST /inloggen/code`
pub(crate) async fn try_code(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    let errors = match forms::code(&fields) {
        Ok((sign_in, code)) => {
            limit_address(&ctx, "code")?;
            let tried = match sign_in {
                Some(sign_in) => actions::try_code(&ctx, &permit, sign_in, &code).await?,
                None => Tried::Over,
            };
            match tried {
                Tried::Entered(entered) => return Ok(come_in(&ctx, entered)),
                Tried::Wrong => FieldErrors::one("code", "people-error-code-wrong"),
                Tried::Over => FieldErrors::one("code", "people-error-code-over"),
            }
        }
        Err(errors) => errors,
    };
    Ok(ctx.page_with_errors(&code_page(&ctx, &fields, errors))?)
}

/// `GET /inloggen/link`
pub(crate) async fn link(ctx: Ctx, Query(fields): Query) -> Answer {
    let token = fields.get("sleutel").unwrap_or_default().to_owned();
    let email = actions::link_address(&ctx, &token).await?;
    Ok(ctx.page(&LinkPage { token, email })?)
}

/// `POST /inloggen/link`
pub(crate) async fn use_link(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    limit_address(&ctx, "link")?;
    let token = fields.get("sleutel").unwrap_or_default().to_owned();
    match actions::use_link(&ctx, &permit, &token).await? {
        Some(entered) => Ok(come_in(&ctx, entered)),
        None => Ok(ctx.page_with_errors(&LinkPage { token, email: None })?),
    }
}

/// `GET /inloggen/naam`
pub(crate) async fn name(ctx: Ctx, headers: HeaderMap) -> Answer {
    let browser = cookie(&headers, BROWSER_COOKIE).unwrap_or_default();
    match actions::name_needed(&ctx, browser).await? {
        Some(email) => Ok(ctx.page(&NamePage { form: Form::default(), email })?),
        None => Ok(ctx.see_other("/inloggen")),
    }
}

/// `POST /inloggen/naam`
pub(crate) async fn give_name(ctx: Ctx, headers: HeaderMap, FormBody(fields): FormBody) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    let browser = cookie(&headers, BROWSER_COOKIE).unwrap_or_default();
    let name = match forms::name(&fields) {
        Ok(name) => name,
        Err(errors) => {
            let Some(email) = actions::name_needed(&ctx, browser).await? else { return Ok(ctx.see_other("/inloggen")) };
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            return Ok(ctx.page_with_errors(&NamePage { form, email })?);
        }
    };
    let Some(entered) = actions::give_name(&ctx, &permit, browser, &name).await? else {
        return Ok(ctx.see_other("/inloggen"));
    };
    let mut response = come_in(&ctx, entered);
    set_cookie(&ctx, &mut response, (BROWSER_COOKIE, ""), "/inloggen", 0);
    Ok(response)
}

/// `POST /uitloggen`
pub(crate) async fn leave(ctx: Ctx) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    actions::leave(&ctx, &permit).await?;
    let mut response = ctx.see_other_with("/", "notice-signed-out");
    set_cookie(&ctx, &mut response, (auth::COOKIE, ""), "/", 0);
    // Whoever comes next at this computer finds nothing with the way back.
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    Ok(response)
}

/// A cookie that no script reads and other sites do not send along; 0 seconds takes it away.
pub(crate) fn set_cookie(ctx: &Ctx, response: &mut Response, (name, value): (&str, &str), path: &str, seconds: i64) {
    let secure = ctx.secure_attribute();
    append_cookie(response, &format!("{name}={value}; Path={path}; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"));
}

/// Gives the browser its session, for as long as one that is used now and then goes on.
pub(crate) fn with_session(ctx: &Ctx, response: Response, secret: &Secret) -> Response {
    with_session_of(ctx, response, secret, auth::IDLE_DAYS * DAY)
}

/// Gives the browser a session that ends after `millis`.
pub(crate) fn with_session_of(ctx: &Ctx, mut response: Response, secret: &Secret, millis: i64) -> Response {
    set_cookie(ctx, &mut response, (auth::COOKIE, secret.reveal()), "/", millis / SECOND);
    response
}

/// On to where somebody wanted to go, or to the question for a name.
pub(crate) fn come_in(ctx: &Ctx, entered: Entered) -> Response {
    match entered {
        Entered::In { secret, back } => with_session(ctx, ctx.see_other_with(&back, "notice-signed-in"), &secret),
        Entered::Taken => ctx.see_other_with("/mijn/e-mail", "notice-email-taken"),
        Entered::NameNeeded(secret) => {
            let mut response = ctx.see_other("/inloggen/naam");
            let cookie = (BROWSER_COOKIE, secret.reveal());
            set_cookie(ctx, &mut response, cookie, "/inloggen", model::HOLDS / SECOND);
            response
        }
    }
}
