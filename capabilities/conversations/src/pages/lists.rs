//! Lists: of an organisation, and of one's own.

use kernel::{OrganisationId, PageRequest, Paged, Problem};
use platform::{
    Ctx,
    http::{Answer, Path, Query},
    templates::{Crumb, Page},
};
use serde::Serialize;

use super::super::{
    model::Side,
    neighbours, policy, store,
    views::{self, Item},
};

/// What came in for an organisation.
#[derive(Debug, Serialize)]
pub(crate) struct ListPage {
    pub organisation: String,
    /// Address of this list.
    pub base: String,
    /// How many wait for an answer, on this page or another.
    pub waiting_count: i64,
    /// Wait for an answer, the longest first.
    pub waiting: Vec<Item>,
    pub going_on: Vec<Item>,
    /// On the reserve list.
    pub reserve: Vec<Item>,
    pub done: Vec<Item>,
    /// Which page of all of them together.
    pub paging: Paged<()>,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "conversations/list.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::named(self.base.trim_end_matches("/reacties"), &self.organisation)]
    }
}

/// `GET /organisatie/{organisation}/reacties`
pub(crate) async fn organisation(ctx: Ctx, Path(id): Path<OrganisationId>, Query(query): Query) -> Answer {
    policy::list(&ctx.actor, id).require()?;
    let mut conn = ctx.read().await?;
    let organisation = neighbours::organisation_name(&mut conn, &ctx, id).await?.ok_or(Problem::NotFound)?;
    let base = format!("/organisatie/{id}/reacties");
    let page = PageRequest::of(&query);
    let found = store::WORK_OF_ORGANISATION.page(&mut conn, (ctx.town(), id), page).await?;
    let paging = Paged::new(Vec::new(), page, found.total);
    let (waiting_count, _) = store::WAITING_OF_ORGANISATION.one(&mut conn, (ctx.town(), id)).await?;
    let (active, done) = found.items.into_iter().partition(|response| response.state.is_active());
    let active = views::items(&mut conn, &ctx, active, Side::Owner, &base).await?;
    let done = views::items(&mut conn, &ctx, done, Side::Owner, &base).await?;
    let (waiting, rest): (Vec<Item>, Vec<Item>) = active.into_iter().partition(|item| item.asks);
    let (reserve, going_on) = rest.into_iter().partition(|item| item.reserve);
    Ok(ctx.page(&ListPage { organisation, base, waiting_count, waiting, going_on, reserve, done, paging })?)
}

/// What somebody sent in, and what came in on their offers and requests.
#[derive(Debug, Serialize)]
pub(crate) struct MinePage {
    pub received: Vec<Item>,
    pub sent: Vec<Item>,
}

impl Page for MinePage {
    const TEMPLATE: &'static str = "conversations/mine.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/mijn", "common-my-page")]
    }
}

/// `GET /mijn/reacties`
pub(crate) async fn mine(ctx: Ctx) -> Answer {
    let person = ctx.actor.person_id().ok_or(Problem::SignInFirst)?;
    let mut conn = ctx.read().await?;
    let sent = views::sent_by(&mut conn, &ctx, person).await?;
    let received = views::received_by(&mut conn, &ctx, person).await?;
    let sent = views::items(&mut conn, &ctx, sent, Side::Person, "/mijn/reacties").await?;
    let received = views::items(&mut conn, &ctx, received, Side::Owner, "/mijn/reacties").await?;
    Ok(ctx.page(&MinePage { received, sent })?)
}
