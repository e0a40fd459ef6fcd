//! The card on paper: what goes on it, the card itself, its PDF, and coming in with its code.

use axum::{http::header, response::IntoResponse};
use kernel::{FieldErrors, Permit, PersonId, Problem, form::FormState, setting, time::Instant};
use platform::{
    Ctx,
    given_up::has_failed,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{Place, crumbs, seen};
use crate::{
    desk::{
        actions,
        forms::{self, CardLines},
        jobs::{self, MakeCard},
        model::Sight,
        views::Seen,
    },
    policy::{self, Assist},
    signin,
};

/// What goes on a card.
#[derive(Debug, Serialize)]
pub(crate) struct CardFormPage {
    pub form: Form,
    pub id: String,
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
pub(crate) struct CardPage {
    pub id: String,
    pub name: String,
    /// Who calls whom.
    pub who: Option<String>,
    pub when: Option<String>,
    /// About what.
    pub about: Option<String>,
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
pub(crate) struct CardPdfPage {
    pub id: String,
    pub name: String,
    /// Whether it could not be made.
    pub failed: bool,
}

impl Page for CardPdfPage {
    const TEMPLATE: &'static str = "people/card_pdf.html";
    fn crumbs(&self) -> Vec<Crumb> {
        crumbs(&[(&format!("/balie/personen/{}", self.id), &self.name)])
    }
}

/// Coming in with a card.
#[derive(Debug, Serialize)]
pub(crate) struct CardDoorPage {
    pub form: Form,
}

impl Page for CardDoorPage {
    const TEMPLATE: &'static str = "people/card_door.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/inloggen", "people-door-title")]
    }
}
/// Somebody for whom a card may be made: a consent holds.
async fn for_card(ctx: &Ctx, id: PersonId) -> kernel::Result<(Seen, Permit<Assist>)> {
    let (seen, permit) = seen(ctx, &Place::desk(), id, "card").await?;
    if seen.sight != Sight::Agreed {
        return Err(Problem::Forbidden("people-deny-no-consent"));
    }
    Ok((seen, permit))
}

/// `GET /balie/personen/{person}/kaart`, with what is known already: `?who=`, `when`, `about`.
pub(crate) async fn ask(ctx: Ctx, Path(id): Path<PersonId>, Query(known): Query) -> Answer {
    let (seen, _) = for_card(&ctx, id).await?;
    Ok(ctx.page(&CardFormPage {
        form: ctx.form(&FormState::filled(&known)),
        id: id.to_string(),
        name: seen.account.name,
    })?)
}

/// `POST /balie/personen/{person}/kaart`: answers with the card itself, because its code is kept as a hash only and can
/// be shown this once.
pub(crate) async fn make(ctx: Ctx, Path(id): Path<PersonId>, FormBody(fields): FormBody) -> Answer {
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
        address: address(&ctx),
        phone: Some(phone.to_owned()).filter(|phone| !phone.is_empty()),
        until: until.to_string(),
    };
    Ok(theirs.page(&page)?)
}

/// `GET /balie/personen/{person}/kaart.pdf`
pub(crate) async fn open(ctx: Ctx, Path(id): Path<PersonId>) -> Answer {
    let (seen, _) = for_card(&ctx, id).await?;
    match ctx.app.files.get(ctx.town(), &jobs::file_name(id)).await? {
        Some(bytes) => {
            let headers = [
                (header::CONTENT_TYPE, "application/pdf"),
                (header::CONTENT_DISPOSITION, "inline; filename=\"kaart.pdf\""),
            ];
            Ok((headers, bytes).into_response())
        }
        None => {
            let mut conn = ctx.read().await?;
            let failed = has_failed(&mut conn, &ctx, |card: &MakeCard| card.person == id).await?;
            drop(conn);
            Ok(ctx.page(&CardPdfPage { id: id.to_string(), name: seen.account.name, failed })?)
        }
    }
}

/// `POST /balie/personen/{person}/kaart.pdf`: from the card itself, which alone knows its code.
pub(crate) async fn print(ctx: Ctx, Path(id): Path<PersonId>, FormBody(fields): FormBody) -> Answer {
    let (seen, permit) = for_card(&ctx, id).await?;
    let lines = forms::card(&fields)?;
    let until = fields.get("until").and_then(kernel::typed::parse_date).unwrap_or(ctx.today());
    let card = MakeCard {
        person: id,
        lang: seen.account.lang.unwrap_or(ctx.lang),
        lines,
        code: fields.get("code").unwrap_or_default().to_owned(),
        address: address(&ctx),
        until,
    };
    actions::ask_card(&ctx, &permit, &card).await?;
    Ok(ctx.see_other(&format!("/balie/personen/{id}/kaart.pdf")))
}

/// Where the code of a card is typed, as people type it.
fn address(ctx: &Ctx) -> String {
    ctx.url("/inloggen/kaart").split("://").last().unwrap_or_default().to_owned()
}

/// `GET /inloggen/kaart`
pub(crate) async fn door(ctx: Ctx) -> Answer {
    Ok(ctx.page(&CardDoorPage { form: Form::default() })?)
}

/// `POST /inloggen/kaart`
pub(crate) async fn enter(ctx: Ctx, FormBody(fields): FormBody) -> Answer {
    let permit = policy::enter(&ctx.actor).require()?;
    ctx.limit_address("card")?;
    let typed = fields.get("code").unwrap_or_default();
    match actions::enter_with_card(&ctx, &permit, typed).await? {
        Some(secret) => {
            let response = ctx.see_other_with("/mijn", "notice-signed-in-card");
            Ok(signin::pages::with_session_of(&ctx, response, &secret, actions::CARD_SESSION))
        }
        None => {
            let errors = FieldErrors::one("code", "people-error-card");
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&CardDoorPage { form })?)
        }
    }
}
