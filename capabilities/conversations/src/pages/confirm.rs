//! Confirming a response, and asking for a fresh link.

use axum::http::StatusCode;
use kernel::{Fields, form::FormState};
use platform::{
    Ctx,
    given_up::given_up,
    http::{Answer, FormBody, Query},
    limits::Limit,
    templates::{Form, Page},
};
use serde::Serialize;

use super::{
    super::{
        actions::{self, Confirmed},
        forms::{self, Proof},
        mails::{LetterKind, SendLetter},
        model::ResponseId,
        policy,
    },
    again,
};

/// Where the code is typed, or the link asks for one more tap.
#[derive(Debug, Serialize)]
pub(crate) struct ConfirmPage {
    pub form: Form,
    /// Whether the link brought the reader here, so that a tap is enough.
    pub by_link: bool,
    /// Whether it is too late.
    pub too_late: bool,
    /// Whether the letter with the code did not arrive.
    pub undelivered: bool,
    /// Whether the letters of the demonstration can be read here.
    pub demo: bool,
}

impl Page for ConfirmPage {
    const TEMPLATE: &'static str = "conversations/confirm.html";
}

fn confirm_page(ctx: &Ctx, form: Form, by_link: bool, too_late: bool) -> ConfirmPage {
    ConfirmPage { form, by_link, too_late, undelivered: false, demo: ctx.is_demonstration() }
}

/// Whether the mail server refused the letter with the code of this response: then nobody waits for it in vain.
async fn undelivered(ctx: &Ctx, fields: &Fields) -> kernel::Result<bool> {
    let Some(id) = fields.get("reactie").and_then(|id| id.parse::<ResponseId>().ok()) else { return Ok(false) };
    let lost = given_up::<SendLetter>(&mut ctx.read().await?, ctx).await?;
    Ok(lost.iter().any(|lost| lost.work.response == id && lost.work.letter == LetterKind::Confirm))
}

/// `GET /reacties/bevestig`: looks, and changes nothing: programs that look at mail follow links too.
pub(crate) async fn confirm_form(ctx: Ctx, Query(query): Query) -> Answer {
    let by_link = query.get("sleutel").is_some();
    let undelivered = undelivered(&ctx, &query).await?;
    let page = confirm_page(&ctx, ctx.form(&FormState::filled(&query)), by_link, false);
    Ok(ctx.page(&ConfirmPage { undelivered, ..page })?)
}

/// `POST /reacties/bevestig`
pub(crate) async fn confirm(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::confirm(&ctx.actor).require()?;
    let by_link = fields.get("sleutel").is_some();
    let refused =
        |errors| Ok(ctx.page_with_errors(&confirm_page(&ctx, again(&ctx, &fields, errors), by_link, false))?);
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

/// For a person who gave no e-mail address: who calls, and what happens next.
#[derive(Debug, Serialize)]
pub(crate) struct ReceivedPage {}

impl Page for ReceivedPage {
    const TEMPLATE: &'static str = "conversations/received.html";
}

/// `GET /reacties/ontvangen`
pub(crate) async fn received(ctx: Ctx) -> Answer {
    Ok(ctx.page(&ReceivedPage {})?)
}

/// Where a fresh private link is asked for.
#[derive(Debug, Serialize)]
pub(crate) struct LinkPage {
    pub form: Form,
    /// Whether a link that holds no more brought the reader here.
    pub gone: bool,
    /// Whether it was asked for.
    pub sent: bool,
}

impl Page for LinkPage {
    const TEMPLATE: &'static str = "conversations/link.html";
}

/// `GET /reacties/link`
pub(crate) async fn link_form(ctx: Ctx, Query(query): Query) -> Answer {
    let sent = query.get("verstuurd").is_some();
    Ok(ctx.page(&LinkPage { form: Form::default(), gone: false, sent })?)
}

/// `POST /reacties/link`: the same answer whether or not somebody with this address ever responded.
pub(crate) async fn link(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::confirm(&ctx.actor).require()?;
    match forms::email(&fields) {
        Ok(email) => {
            ctx.limit_address("responses")?;
            ctx.limit_reader(Limit::SignIn, "responses", &email)?;
            actions::send_links(&ctx, &permit, &email).await?;
            Ok(ctx.see_other("/reacties/link?verstuurd=ja"))
        }
        Err(errors) => {
            let form = again(&ctx, &fields, errors);
            Ok(ctx.page_with_errors(&LinkPage { form, gone: false, sent: false })?)
        }
    }
}
