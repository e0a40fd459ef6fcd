//! The pages of the demonstration.

use axum::{
    Json,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{Codes, FieldErrors, Fields, PersonId, PersonRole, Problem, form::FormState};
use platform::{
    Conn, Ctx,
    http::{Answer, FormBody, Path, Query},
    mail::{self, SentMail},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;
use uuid::Uuid;

use super::{forms, model};
use people::{policy, signin};

/// Letters on one page of the mailbox.
const LETTERS: i64 = 100;
/// People of one role to be, at most: a town has many helpers.
const HOLDERS: usize = 8;
/// Residents to be, beside everybody with a role.
const RESIDENTS: i64 = 12;

/// Who come first: one of each part, the same whom the program names when it starts.
const FIRST: [&str; 4] = [
    "tess@inwoner.voorbeeld.example",
    "contact@organisatie.voorbeeld.example",
    "centrum@punt.voorbeeld.example",
    "beheer@gemeente.voorbeeld.example",
];

/// Whom one can be, and the clock.
#[derive(Debug, Serialize)]
pub(crate) struct DemoPage {
    /// The clock's form.
    pub form: Form,
    /// The present moment, local.
    pub now: String,
    /// Whether the clock can be moved: not beside a real town.
    pub clock: bool,
    /// Whom one can be.
    pub people: Vec<Part>,
}

/// Somebody one can be.
#[derive(Debug, Serialize)]
pub(crate) struct Part {
    pub id: String,
    pub name: String,
    /// Codes of the roles in the municipality.
    pub roles: Vec<&'static str>,
    /// Names of the organisations they speak for.
    pub organisations: Vec<String>,
}

impl Page for DemoPage {
    const TEMPLATE: &'static str = "town/demo.html";
}

#[derive(Debug, Serialize)]
pub(crate) struct MailboxPage {
    pub form: Form,
    /// The letters, newest first.
    pub letters: Vec<LetterLine>,
}

/// A letter in the list.
#[derive(Debug, Serialize)]
pub(crate) struct LetterLine {
    pub id: String,
    /// To whom.
    pub to: String,
    pub subject: String,
    /// When, local.
    pub sent: String,
}

impl Page for MailboxPage {
    const TEMPLATE: &'static str = "town/mailbox.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/demo", "people-demo-title")]
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct LetterPage {
    pub letter: LetterLine,
    pub text: String,
    /// The addresses in it.
    pub links: Vec<String>,
    /// Names of the files with it.
    pub attachments: Vec<String>,
}

impl Page for LetterPage {
    const TEMPLATE: &'static str = "town/letter.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/demo", "people-demo-title"), Crumb::key("/demo/postvak", "people-mailbox-title")]
    }
}

/// Every part pages are made of.
#[derive(Debug, Serialize)]
pub(crate) struct PartsPage {}

impl Page for PartsPage {
    const TEMPLATE: &'static str = "parts/catalogue.html";
}

/// A letter as a program reads it.
#[derive(Debug, Serialize)]
struct LetterJson {
    id: Uuid,
    to: String,
    subject: String,
    text: String,
    links: Vec<String>,
    code: Option<String>,
    message_id: String,
    sent_at: String,
}

fn only_in_demo(ctx: &Ctx) -> kernel::Result<()> {
    policy::demonstrate(&ctx.actor, ctx.is_demonstration()).require().map(|_| ())
}

/// The clock is that of the whole installation: where a real town lives in it, nobody moves it.
fn may_move_clock(ctx: &Ctx) -> bool {
    ctx.app.municipalities.all().iter().all(|town| town.is_demonstration())
}

async fn demo_page(ctx: &Ctx, fields: &Fields, errors: FieldErrors) -> kernel::Result<DemoPage> {
    let mut conn = ctx.read().await?;
    let people = parts_to_play(ctx, &mut conn).await?;
    let form = ctx.form(&FormState::with_errors(fields, errors));
    Ok(DemoPage { form, now: ctx.local(ctx.app.now()), clock: may_move_clock(ctx), people })
}

async fn parts_to_play(ctx: &Ctx, conn: &mut Conn) -> kernel::Result<Vec<Part>> {
    let mut ids: Vec<PersonId> = Vec::new();
    for address in FIRST {
        ids.extend(people::account_by_email(conn, ctx.town(), address).await?.map(|account| account.id));
    }
    for role in PersonRole::ALL {
        ids.extend(people::holders(conn, ctx.town(), *role).await?.into_iter().take(HOLDERS));
    }
    ids.extend(people::some(conn, ctx.town(), RESIDENTS).await?);
    let mut parts: Vec<Part> = Vec::new();
    for id in ids {
        let known = parts.iter().any(|part| part.id == id.to_string());
        if let (false, Some((person, _))) = (known, ctx.app.identity.person(conn, ctx.town(), id).await?) {
            parts.push(Part {
                id: id.to_string(),
                name: person.name,
                roles: person.roles.iter().map(|role| role.code()).collect(),
                organisations: person.offices.into_iter().map(|office| office.name).collect(),
            });
        }
    }
    Ok(parts)
}

/// `GET /demo`
pub(crate) async fn home(ctx: Ctx) -> Answer {
    only_in_demo(&ctx)?;
    Ok(ctx.page(&demo_page(&ctx, &Fields::default(), FieldErrors::default()).await?)?)
}

/// `POST /demo/inloggen`: `persoon` is an id or an e-mail address.
pub(crate) async fn be(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::demonstrate(&ctx.actor, ctx.is_demonstration()).require()?;
    let who = fields.get("persoon").unwrap_or_default();
    let mut conn = ctx.read().await?;
    let account = match who.parse() {
        Ok(person) => people::account(&mut conn, ctx.town(), person).await?,
        Err(_) => people::account_by_email(&mut conn, ctx.town(), who).await?,
    };
    drop(conn);
    let person = account.ok_or_else(|| Problem::Invalid(FieldErrors::one("persoon", "common-error-choose")))?.id;
    signin::be_in_demo(&ctx, &permit, person, &fields).await
}

/// `POST /demo/klok`
pub(crate) async fn move_clock(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    only_in_demo(&ctx)?;
    if !may_move_clock(&ctx) {
        return Err(Problem::Conflict("people-demo-clock-shared").into());
    }
    match forms::clock(&fields) {
        Ok(millis) => {
            ctx.app.clock.advance(millis);
            ctx.app.runner.wake();
            Ok(ctx.see_other_with("/demo", "notice-clock-moved"))
        }
        Err(errors) => Ok(ctx.page_with_errors(&demo_page(&ctx, &fields, errors).await?)?),
    }
}

async fn letters(ctx: &Ctx, fields: &Fields) -> kernel::Result<Vec<SentMail>> {
    let mut conn = ctx.read().await?;
    mail::mailbox(&mut conn, ctx, fields.get("aan"), LETTERS).await
}

fn line(ctx: &Ctx, letter: &SentMail) -> LetterLine {
    LetterLine {
        id: letter.id.to_string(),
        to: letter.recipient.clone(),
        subject: letter.subject.clone(),
        sent: ctx.local(letter.sent_at),
    }
}

/// `GET /demo/postvak`
pub(crate) async fn mailbox(ctx: Ctx, Query(fields): Query) -> Answer {
    only_in_demo(&ctx)?;
    let letters = letters(&ctx, &fields).await?.iter().map(|letter| line(&ctx, letter)).collect();
    Ok(ctx.page(&MailboxPage { form: ctx.form(&FormState::filled(&fields)), letters })?)
}

/// `GET /demo/postvak.json`
pub(crate) async fn mailbox_json(ctx: Ctx, Query(fields): Query) -> Answer {
    only_in_demo(&ctx)?;
    let json = |letter: SentMail| LetterJson {
        id: letter.id,
        to: letter.recipient,
        subject: letter.subject,
        links: model::links_in(&letter.text_body),
        code: model::code_in(&letter.text_body),
        text: letter.text_body,
        message_id: letter.message_id,
        sent_at: letter.sent_at.rfc3339(),
    };
    let letters: Vec<LetterJson> = letters(&ctx, &fields).await?.into_iter().map(json).collect();
    Ok(Json(letters).into_response())
}

async fn one(ctx: &Ctx, id: Uuid) -> kernel::Result<SentMail> {
    only_in_demo(ctx)?;
    let mut conn = ctx.read().await?;
    mail::mailbox_letter(&mut conn, ctx, id).await?.ok_or(Problem::NotFound)
}

/// `GET /demo/postvak/{letter}`
pub(crate) async fn letter(ctx: Ctx, Path(id): Path<Uuid>) -> Answer {
    let sent = one(&ctx, id).await?;
    let page = LetterPage {
        letter: line(&ctx, &sent),
        links: model::links_in(&sent.text_body),
        attachments: sent.attachments.0.iter().map(|file| file.name.clone()).collect(),
        text: sent.text_body,
    };
    Ok(ctx.page(&page)?)
}

/// `GET /demo/postvak/{letter}/html`: as a mail program would show it, with the style it brings.
pub(crate) async fn letter_html(ctx: Ctx, Path(id): Path<Uuid>) -> Answer {
    let sent = one(&ctx, id).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"),
    ];
    let response: Response = (headers, sent.html_body).into_response();
    Ok(response)
}

/// `GET /onderdelen`
pub(crate) async fn parts(ctx: Ctx) -> Answer {
    only_in_demo(&ctx)?;
    Ok(ctx.page(&PartsPage {})?)
}
