//! The point's queue: what to confirm, to answer, to tell, to ask.

use axum::extract::Path;
use kernel::{PageRequest, Paged, form::FormState, text::Codes};
use platform::{
    Ctx,
    http::{Answer, FormBody, Query},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    super::{
        actions, guarantee,
        model::{Response, Side},
        outcomes::{
            self,
            actions::Told,
            model::{Moment, Question},
        },
        policy, store,
        views::{self, Item},
    },
    SeatPath, seat, thread,
};
use crate::marketplace::model::ResponseId;

/// Most of each kind on the page.
const MOST: i64 = 100;

/// The queue.
#[derive(Debug, Serialize)]
pub struct QueuePage {
    /// Nobody answered in time: the point does. Page by page, what nobody has taken first.
    pub taken_over: Vec<Item>,
    /// Which page of those.
    pub paging: Paged<()>,
    /// Sent in by people without e-mail: call them, then confirm.
    pub to_confirm: Vec<Item>,
    /// People without e-mail to whom there is something to tell.
    pub to_tell: Vec<Item>,
    /// People without e-mail to ask what became of it.
    pub to_ask: Vec<Item>,
    /// Still within their time, the promise nearest to its end first.
    pub waiting: Vec<Item>,
}

impl Page for QueuePage {
    const TEMPLATE: &'static str = "marketplace/responses/queue.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/balie", "common-desk")]
    }
}

/// `GET /balie/reacties`
pub async fn queue(ctx: Ctx, Query(query): Query) -> Answer {
    policy::desk(&ctx.actor).require()?;
    let mut conn = ctx.read().await?;
    let page = PageRequest::new(query.get("page").and_then(|page| page.parse().ok()), None);
    let key = (ctx.town(), i64::from(page.per_page), i64::from(page.offset()));
    let taken_over = store::WITH_POINT.all(&mut conn, key).await?.into_iter().map(Response::from).collect();
    let (total,) = store::COUNT_WITH_POINT.one(&mut conn, (ctx.town(),)).await?;
    let paging = Paged::new(Vec::new(), page, u64::try_from(total).unwrap_or(0));
    let key = (ctx.town(), MOST);
    let mut parts = vec![taken_over];
    for statement in [&store::TO_CONFIRM, &store::TO_TELL, &store::WAITING] {
        parts.push(statement.all(&mut conn, key).await?.into_iter().map(Response::from).collect::<Vec<_>>());
    }
    let mut to_ask = Vec::new();
    for Question { response, .. } in outcomes::phone_list(&mut conn, &ctx).await? {
        to_ask.extend(store::FIND.optional(&mut conn, (ctx.town(), response)).await?.map(Response::from));
    }
    parts.push(to_ask);
    let mut lists = Vec::with_capacity(parts.len());
    for part in parts {
        lists.push(views::items(&mut conn, &ctx, part, Side::Point, "/balie/reacties").await?);
    }
    let mut lists = lists.into_iter();
    let mut next = || lists.next().unwrap_or_default();
    let (taken_over, to_confirm, to_tell) = (next(), next(), next());
    let (waiting, to_ask) = (next(), next());
    let waiting = waiting.into_iter().filter(|item| item.asks).collect();
    Ok(ctx.page(&QueuePage { taken_over, paging, to_confirm, to_tell, to_ask, waiting })?)
}

fn path_of(id: ResponseId) -> String {
    format!("/balie/reacties/{id}")
}

/// `POST /balie/reacties/{response}/nemen`
pub async fn take(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    let permit = policy::desk(&ctx.actor).require()?;
    guarantee::actions::take(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with(&path_of(id), "notice-response-taken"))
}

/// `POST /balie/reacties/{response}/terug`
pub async fn pass_back(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    let permit = policy::desk(&ctx.actor).require()?;
    guarantee::actions::pass_back(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with(&path_of(id), "notice-response-passed-back"))
}

/// `POST /balie/reacties/{response}/bevestigen`
pub async fn confirm(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    let permit = policy::desk(&ctx.actor).require()?;
    actions::confirm_at_desk(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with(&path_of(id), "notice-response-confirmed"))
}

/// `POST /balie/reacties/{response}/vervallen`
pub async fn discard(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    let permit = policy::desk(&ctx.actor).require()?;
    actions::discard_at_desk(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/balie/reacties", "notice-response-discarded"))
}

/// `POST /balie/reacties/{response}/verteld`
pub async fn told(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    let permit = policy::desk(&ctx.actor).require()?;
    actions::told(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with(&path_of(id), "notice-response-told"))
}

/// `POST /balie/reacties/{response}/uitkomst`: what the person said on the telephone.
pub async fn outcome(ctx: Ctx, Path(path): Path<SeatPath>, FormBody(fields): FormBody) -> Answer {
    let mut conn = ctx.read().await?;
    let seat = seat(&mut conn, &ctx, path).await?;
    let permit = policy::choose(&ctx.actor, &seat.response, &seat.via).require()?;
    let moment = fields.get("moment").and_then(Moment::parse).unwrap_or(Moment::Introduction);
    match outcomes::forms::answer(&fields, moment) {
        Ok((answer, reason)) => {
            drop(conn);
            let told = Told { moment, side: Side::Person, answer, reason };
            outcomes::actions::tell(&ctx, &permit, seat.response.id, told).await?;
            Ok(ctx.see_other_with(&seat.base, "notice-response-outcome"))
        }
        Err(errors) => {
            let form: Form = ctx.form(&FormState::with_errors(&fields, errors));
            let page = thread::compose(&ctx, &mut conn, &seat, form).await?;
            Ok(ctx.page_with_errors(&page)?)
        }
    }
}
