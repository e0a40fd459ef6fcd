//! The workplace of an organisation's contacts.

use kernel::{Fields, OrganisationId, Problem, Result, form::FormState, text::Codes};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path},
    plan::MyCard,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{DetailChoices, find, form_errors};
use crate::{actions, forms, model::Organisation, policy, views::OrganisationView};

/// The organisations somebody works for, when there is not just one.
#[derive(Debug, Serialize)]
pub(crate) struct ChoosePage {
    /// Id, name and role of each.
    pub offices: Vec<OfficeLine>,
}

/// One organisation somebody works for.
#[derive(Debug, Serialize)]
pub(crate) struct OfficeLine {
    pub id: String,
    pub name: String,
    /// Code of the role.
    pub role: &'static str,
}

impl Page for ChoosePage {
    const TEMPLATE: &'static str = "organisations/choose.html";
}

/// What there is to do for an organisation.
#[derive(Debug, Serialize)]
pub(crate) struct WorkplacePage {
    pub organisation: OrganisationView,
    /// Code of the reader's role; absent for the municipality.
    pub role: Option<&'static str>,
    /// Whether the reader decides about contacts and the end.
    pub owns: bool,
    /// How many contacts there are.
    pub contacts: usize,
    pub waiting: Vec<MyCard>,
    /// What else there is.
    pub going_on: Vec<MyCard>,
    /// The answer to a refusal.
    pub form: Form,
}

impl Page for WorkplacePage {
    const TEMPLATE: &'static str = "organisations/workplace.html";
}

/// The details, to be changed.
#[derive(Debug, Serialize)]
pub(crate) struct DetailsPage {
    pub form: Form,
    /// The organisation's id.
    pub id: String,
    /// Its name as it is now.
    pub name: String,
    /// What there is to choose.
    pub choices: DetailChoices,
}

impl Page for DetailsPage {
    const TEMPLATE: &'static str = "organisations/details.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::named(format!("/organisatie/{}", self.id), self.name.clone())]
    }
}

/// `GET /organisatie`
pub(crate) async fn choose(ctx: Ctx) -> Answer {
    let person = ctx.actor.person().ok_or(Problem::SignInFirst)?;
    if let [office] = person.offices.as_slice() {
        return Ok(ctx.see_other(&format!("/organisatie/{}", office.organisation)));
    }
    let offices = person.offices.iter().map(|office| OfficeLine {
        id: office.organisation.to_string(),
        name: office.name.clone(),
        role: office.role.code(),
    });
    Ok(ctx.page(&ChoosePage { offices: offices.collect() })?)
}

async fn workplace(ctx: &Ctx, id: OrganisationId, state: &FormState) -> Result<WorkplacePage> {
    let town = places::cached_alone(ctx).await?;
    let mut conn = ctx.read().await?;
    let organisation = find(&mut conn, ctx, id).await?;
    let contacts = crate::contacts(&mut conn, ctx.town(), id).await?.len();
    let mut cards = Vec::new();
    for section in ctx.app.plans.iter().flat_map(|plan| plan.workplace_sections.iter()) {
        cards.extend(section(&mut conn, ctx, id).await?);
    }
    let (waiting, going_on) = cards.into_iter().partition(|card| card.waits);
    Ok(WorkplacePage {
        organisation: OrganisationView::of(ctx, &town, &organisation),
        role: ctx.actor.office(id).map(|office| office.role.code()),
        owns: policy::own(&ctx.actor, id).is_allowed(),
        contacts,
        waiting,
        going_on,
        form: ctx.form(state),
    })
}

/// `GET /organisatie/{organisation}`
pub(crate) async fn show(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    policy::work(&ctx.actor, id).require()?;
    Ok(ctx.page(&workplace(&ctx, id, &FormState::default()).await?)?)
}

/// `POST /organisatie/{organisation}/opnieuw`
pub(crate) async fn resubmit(ctx: Ctx, Path(id): Path<OrganisationId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::work(&ctx.actor, id).require()?;
    let answer = match forms::required_text(&fields, "answer") {
        Ok(answer) => answer,
        Err(errors) => {
            let page = workplace(&ctx, id, &FormState::with_errors(&fields, errors)).await?;
            return Ok(ctx.page_with_errors(&page)?);
        }
    };
    actions::resubmit(&ctx, &permit, id, answer).await?;
    Ok(ctx.see_other_with(&format!("/organisatie/{id}"), "notice-organisation-resubmitted"))
}

/// `POST /organisatie/{organisation}/stoppen`
pub(crate) async fn close(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    let permit = policy::own(&ctx.actor, id).require()?;
    actions::close(&ctx, &permit, id, None).await?;
    Ok(ctx.see_other_with("/mijn", "notice-organisation-closed"))
}

async fn details_page(ctx: &Ctx, organisation: &Organisation, state: &FormState) -> Result<DetailsPage> {
    let town = places::cached_alone(ctx).await?;
    let chosen = state.values.get("sectors").cloned().unwrap_or_default();
    Ok(DetailsPage {
        form: ctx.form(state),
        id: organisation.id.to_string(),
        name: organisation.name().to_owned(),
        choices: DetailChoices::of(ctx, &town, &chosen),
    })
}

/// `GET /organisatie/{organisation}/gegevens`
pub(crate) async fn details(ctx: Ctx, Path(id): Path<OrganisationId>) -> Answer {
    policy::work(&ctx.actor, id).require()?;
    let mut conn = ctx.read().await?;
    let organisation = find(&mut conn, &ctx, id).await?;
    drop(conn);
    let state = FormState::filled(&forms::fields_of(&organisation.details));
    Ok(ctx.page(&details_page(&ctx, &organisation, &state).await?)?)
}

/// `POST /organisatie/{organisation}/gegevens`
pub(crate) async fn change(ctx: Ctx, Path(id): Path<OrganisationId>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::work(&ctx.actor, id).require()?;
    let town = places::cached_alone(&ctx).await?;
    let sent = match forms::details(&fields, &town) {
        Ok(details) => form_errors(actions::change(&ctx, &permit, id, details).await)?,
        Err(errors) => Err(errors),
    };
    match sent {
        Ok(()) => Ok(ctx.see_other_with(&format!("/organisatie/{id}"), "notice-organisation-changed")),
        Err(errors) => wrong_details(&ctx, id, &fields, errors).await,
    }
}

async fn wrong_details(ctx: &Ctx, id: OrganisationId, fields: &Fields, errors: kernel::FieldErrors) -> Answer {
    let mut conn = ctx.read().await?;
    let organisation = find(&mut conn, ctx, id).await?;
    drop(conn);
    let page = details_page(ctx, &organisation, &FormState::with_errors(fields, errors)).await?;
    Ok(ctx.page_with_errors(&page)?)
}
