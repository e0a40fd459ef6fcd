//! Finding something for somebody who agreed that one responds for them: the way from their page to the form, without
//! losing for whom it is.

use kernel::{PersonId, Problem, form::FormState};
use platform::{
    Ctx,
    http::{Answer, Query},
    templates::{Form, Page},
};
use serde::Serialize;

use super::super::{
    forms,
    model::Scope,
    views::{self, Ask, CardView},
};
use conversations::policy;
use people::Purpose;

/// Vacancies on a page: a short list, to be read together.
const MOST: u32 = 20;

/// What there is to respond to for somebody.
#[derive(Debug, Serialize)]
pub(crate) struct ForSomebodyPage {
    pub form: Form,
    pub id: String,
    /// The name to use.
    pub name: String,
    /// How many there are.
    pub total: u64,
    /// What was found.
    pub cards: Vec<CardView>,
}

impl Page for ForSomebodyPage {
    const TEMPLATE: &'static str = "finding/listing/for_somebody.html";
}

/// `GET /reageren?voor=`; without somebody to respond for it is the list of vacancies.
pub(crate) async fn show(ctx: Ctx, Query(query): Query) -> Answer {
    policy::respond_signed_in(&ctx.actor).require()?;
    let Some(asked) = query.get("voor") else { return Ok(ctx.see_other("/vacatures")) };
    let person: PersonId = asked.parse().map_err(|_| Problem::Forbidden("people-deny-no-consent"))?;
    let mut conn = ctx.read().await?;
    people::acting_for(&ctx, &mut conn, person, Purpose::Respond).await?;
    let account = people::account(&mut conn, ctx.town(), person).await?.ok_or(Problem::NotFound)?;
    drop(conn);
    let filters = forms::parse(&query);
    let found = views::find(&ctx, Scope::Vacancies, &filters, Ask::page(MOST)).await?;
    let view = |hit| views::hit_view(&ctx, Scope::Vacancies, &filters, hit, found.place.as_ref());
    let page = ForSomebodyPage {
        form: ctx.form(&FormState::filled(&query)),
        id: person.to_string(),
        name: account.name,
        total: found.results.total,
        cards: found.results.hits.iter().map(view).collect::<kernel::Result<_>>()?,
    };
    Ok(ctx.page(&page)?)
}
