//! Handing one's own role over with everything unfinished.

use kernel::{Choice, Fields, OrganisationId, Problem, Result, form::FormState, text::Codes};
use platform::{
    Ctx,
    db::Code,
    http::{Answer, FormBody, Path},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{contacts, find};
use crate::{
    actions,
    forms::{self, HandOver, Successor},
    model::InvitationState,
    policy, store,
};

/// Who is to take over, and what is unfinished.
#[derive(Debug, Serialize)]
pub(crate) struct SuccessionPage {
    /// The organisation's id.
    pub id: String,
    pub name: String,
    /// Code of the role that is handed over.
    pub role: &'static str,
    /// Colleagues who can be written to.
    pub colleagues: Vec<Choice>,
    /// Who was asked already.
    pub asked: Option<Asked>,
    /// What waits and is under way, as the workplace shows it.
    pub cards: Vec<platform::plan::MyCard>,
    pub form: Form,
}

/// A successor who was asked.
#[derive(Debug, Serialize)]
pub(crate) struct Asked {
    pub email: String,
    /// Until when they can answer, local.
    pub until: String,
    /// Whether they did not answer in time.
    pub in_vain: bool,
}

impl Page for SuccessionPage {
    const TEMPLATE: &'static str = "organisations/succession.html";
    fn crumbs(&self) -> Vec<Crumb> {
        let home = format!("/organisatie/{}", self.id);
        vec![Crumb::named(home.clone(), self.name.clone()), Crumb::key(home + "/contacten", "organisations-contacts")]
    }
}

async fn page(ctx: &Ctx, id: OrganisationId, state: &FormState) -> Result<SuccessionPage> {
    let office = ctx.actor.office(id).ok_or(Problem::NotFound)?;
    let person = ctx.actor.require_person()?;
    let mut conn = ctx.read().await?;
    let name = find(&mut conn, ctx, id).await?.details.name;
    let colleagues = contacts::all(&mut conn, ctx, id).await?.into_iter();
    let colleagues = colleagues
        .filter(|contact| !contact.own && contact.email.is_some())
        .map(|contact| Choice { value: contact.person, label: contact.name });
    let search = store::SEARCH_OF.optional(&mut conn, (ctx.town(), id, person)).await?;
    let asked = search.map(|row| Asked {
        in_vain: row.state == Code(InvitationState::Expired) || row.expires_at <= ctx.now,
        until: ctx.local(row.expires_at),
        email: row.email,
    });
    let mut cards = Vec::new();
    for section in ctx.app.plans.iter().flat_map(|plan| plan.workplace_sections.iter()) {
        cards.extend(section(&mut conn, ctx, id).await?);
    }
    Ok(SuccessionPage {
        id: id.to_string(),
        name,
        role: office.role.code(),
        colleagues: colleagues.collect(),
        asked,
        cards,
        form: ctx.form(state),
    })
}

/// `GET /organisatie/{organisation}/overdragen`
pub(crate) async fn show(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    policy::hand_over(&ctx.actor, id).require()?;
    Ok(ctx.page(&page(&ctx, id, &FormState::default()).await?)?)
}

/// `POST /organisatie/{organisation}/overdragen`
pub(crate) async fn hand_over(ctx: Ctx, Path(id): Path<OrganisationId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::hand_over(&ctx.actor, id).require()?;
    let (successor, note) = match forms::hand_over(&fields) {
        Ok(good) => good,
        Err(errors) => return wrong(&ctx, id, &fields, errors).await,
    };
    let email = match successor {
        Successor::Other(email) => Some(email),
        Successor::Colleague(person) => actions::colleague_address(&ctx, id, person).await?,
    };
    let Some(email) = email else {
        return wrong(&ctx, id, &fields, kernel::FieldErrors::one("successor", "common-error-choose")).await;
    };
    actions::hand_over(&ctx, &permit, id, HandOver { email, note }).await?;
    Ok(ctx.see_other_with(&format!("/organisatie/{id}/contacten"), "notice-successor-asked"))
}

async fn wrong(ctx: &Ctx, id: OrganisationId, fields: &Fields, errors: kernel::FieldErrors) -> Answer {
    Ok(ctx.page_with_errors(&page(ctx, id, &FormState::with_errors(fields, errors)).await?)?)
}

/// `POST /organisatie/{organisation}/overdragen/terug`
pub(crate) async fn stay(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    let permit = policy::hand_over(&ctx.actor, id).require()?;
    actions::stay(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with(&format!("/organisatie/{id}/contacten"), "notice-successor-not-needed"))
}
