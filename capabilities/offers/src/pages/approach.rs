//! An organisation asks somebody who made an offer: one question, and the thread begins.

use kernel::{Office, OrganisationId, Problem, Result, form::FormState};
use platform::{
    Conn, Ctx,
    http::{Answer, FormBody, Path},
    i18n::FluentValue,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::super::{forms, model::Offer, subject::subject};
use conversations::{Choice, Entry, NewResponse, Reach, entry::answer_days, policy};
use facets::model::OfferId;
use organisations::brief;

/// The form with which an organisation asks.
#[derive(Debug, Serialize)]
pub(crate) struct ApproachPage {
    pub form: Form,
    /// Title of the offer.
    pub title: String,
    pub href: String,
    /// Who made it, as they want to be called.
    pub maker: String,
    /// The organisations the reader speaks for.
    pub organisations: Vec<Choice>,
    /// Working days within which an answer comes.
    pub days: u32,
    /// Whether it takes responses now.
    pub open: bool,
}

impl Page for ApproachPage {
    const TEMPLATE: &'static str = "offers/approach.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/aanbod", "response-crumb-offers"), Crumb::named(&self.href, &self.title)]
    }
}

/// The organisations that the municipality has confirmed and for which the reader speaks.
fn offices(ctx: &Ctx) -> impl Iterator<Item = &Office> {
    let offices = ctx.actor.person().map(|person| person.offices.as_slice()).unwrap_or_default();
    offices.iter().filter(|office| office.confirmed)
}

fn page(ctx: &Ctx, offer: &Offer, form: Form) -> ApproachPage {
    let choice = |office: &Office| Choice { value: office.organisation.to_string(), label: office.name.clone() };
    ApproachPage {
        form,
        title: offer.title.clone(),
        href: format!("/aanbod/{}", offer.id),
        maker: offer.shown_name.clone(),
        organisations: offices(ctx).map(choice).collect(),
        days: answer_days(ctx),
        open: offer.takes_responses(ctx.today()),
    }
}

/// An offer that the reader may ask about; of others nothing is known here.
async fn load(ctx: &Ctx, conn: &mut Conn, id: OfferId) -> Result<Offer> {
    let offer = crate::find(conn, ctx, id).await?.ok_or(Problem::NotFound)?;
    crate::policy::invite(&ctx.actor, &offer).require()?;
    Ok(offer)
}

/// `GET /aanbod/{offer}/reageer`
pub(crate) async fn form(ctx: Ctx, Path(id): Path<OfferId>) -> Answer {
    let offer = load(&ctx, &mut ctx.read().await?, id).await?;
    Ok(ctx.page(&page(&ctx, &offer, Form::default()))?)
}

/// `POST /aanbod/{offer}/reageer`
pub(crate) async fn send(ctx: Ctx, Path(id): Path<OfferId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::respond(&ctx.actor).require()?;
    let mut conn = ctx.read().await?;
    let offer = load(&ctx, &mut conn, id).await?;
    if !offer.takes_responses(ctx.today()) {
        return Err(Problem::Conflict("response-error-offer-closed").into());
    }
    let organisations: Vec<OrganisationId> = offices(&ctx).map(|office| office.organisation).collect();
    let (organisation, question) = match forms::approach(&fields, &organisations) {
        Ok(typed) => typed,
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            return Ok(ctx.page_with_errors(&page(&ctx, &offer, form))?);
        }
    };
    let new = new_response(&ctx, &mut conn, &offer, organisation, question).await?;
    drop(conn);
    ctx.limit_address("approach")?;
    let response = conversations::respond(&ctx, &permit, new).await?;
    Ok(ctx.see_other_with(&format!("/mijn/reacties/{}", response.id), "notice-response-sent"))
}

/// In the name of the contact and the organisation; answers go to the contact's own address.
async fn new_response(
    ctx: &Ctx,
    conn: &mut Conn,
    offer: &Offer,
    organisation: OrganisationId,
    question: String,
) -> Result<NewResponse> {
    let person = ctx.actor.person().ok_or(Problem::SignInFirst)?;
    let name = brief::brief(conn, ctx, organisation).await?.ok_or(Problem::NotFound)?.name;
    let account = people::account(conn, ctx.town(), person.id).await?.ok_or(Problem::NotFound)?;
    let args = [("person", FluentValue::from(account.name)), ("organisation", FluentValue::from(name))];
    let (subject, owner) = subject(offer);
    Ok(NewResponse {
        subject,
        owner,
        name: ctx.t_with("response-approach-name", &args),
        reach: if account.email.is_some() { Reach::Email } else { Reach::Point },
        email: account.email,
        phone: account.phone,
        question,
        entry: Entry::Account(person.id),
        agreed: None,
        lang: ctx.lang,
    })
}
