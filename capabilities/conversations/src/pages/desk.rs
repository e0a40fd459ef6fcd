//! The point's queue: what to confirm, to answer, to tell, to ask.

use kernel::{PageRequest, Paged, Result, codes, text::Codes};
use platform::{
    Conn, Ctx,
    http::{Answer, Path, Query},
    templates::{Crumb, Page},
};
use serde::Serialize;

use super::super::{
    actions, guarantee,
    model::{Response, Side},
    outcomes, policy, store,
    views::{self, Item},
};
use crate::model::ResponseId;

codes! {
    /// What the point has to do, in the order of the page. The code stands in the address (`?lijst=`).
    pub enum List {
        /// Nobody answered in time: the point does. What nobody has taken comes first.
        TakenOver = "overgenomen",
        /// Sent in by people without e-mail: call them, then confirm.
        ToConfirm = "bellen",
        /// People without e-mail to whom there is something to tell.
        ToTell = "vertellen",
        /// People without e-mail to ask what became of it.
        ToAsk = "vragen",
        /// Still within their time, the promise nearest to its end first.
        Waiting = "wachten",
    }
}

/// One list of the queue.
#[derive(Debug, Serialize)]
pub(crate) struct QueueList {
    pub code: &'static str,
    /// A page of it.
    pub page: Paged<Item>,
}

/// The queue: the beginning of each list, or one of them page by page.
#[derive(Debug, Serialize)]
pub(crate) struct QueuePage {
    /// The lists in which there is anything.
    pub lists: Vec<QueueList>,
    /// Whether only one list is asked for.
    pub one: bool,
}

impl Page for QueuePage {
    const TEMPLATE: &'static str = "conversations/queue.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/balie", "common-desk")]
    }
}

/// `GET /balie/reacties`, with `?lijst=` for one of the lists.
pub(crate) async fn queue(ctx: Ctx, Query(query): Query) -> Answer {
    policy::mediate(&ctx.actor).require()?;
    let mut conn = ctx.read().await?;
    let only = query.get("lijst").and_then(List::parse);
    let asked = PageRequest::of(&query);
    let mut lists = Vec::new();
    for which in List::ALL {
        // A page without the name of a list is one of the first.
        let page = match only {
            Some(one) if one != *which => continue,
            None if *which != List::TakenOver => PageRequest::default(),
            _ => asked,
        };
        let found = part(&mut conn, &ctx, *which, page).await?;
        let items = views::items(&mut conn, &ctx, found.items, Side::Point, "/balie/reacties").await?;
        if found.total > 0 {
            lists.push(QueueList { code: which.code(), page: Paged::new(items, page, found.total) });
        }
    }
    Ok(ctx.page(&QueuePage { lists, one: only.is_some() })?)
}

async fn part(conn: &mut Conn, ctx: &Ctx, which: List, page: PageRequest) -> Result<Paged<Response>> {
    let list = match which {
        List::TakenOver => &store::WITH_POINT,
        List::ToConfirm => &store::TO_CONFIRM,
        List::ToTell => &store::TO_TELL,
        List::Waiting => &store::WAITING,
        List::ToAsk => {
            let asked = outcomes::phone_list(conn, ctx, page).await?;
            let mut found = Vec::with_capacity(asked.items.len());
            for id in asked.items {
                found.extend(store::FIND.optional(conn, (ctx.town(), id)).await?);
            }
            return Ok(Paged::new(found, page, asked.total));
        }
    };
    Ok(list.page(conn, (ctx.town(),), page).await?)
}

fn path_of(id: ResponseId) -> String {
    format!("/balie/reacties/{id}")
}

/// `POST /balie/reacties/{response}/nemen`
pub(crate) async fn take(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    guarantee::actions::take(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with(&path_of(id), "notice-response-taken"))
}

/// `POST /balie/reacties/{response}/terug`
pub(crate) async fn pass_back(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    guarantee::actions::pass_back(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with(&path_of(id), "notice-response-passed-back"))
}

/// `POST /balie/reacties/{response}/bevestigen`
pub(crate) async fn confirm(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    actions::confirm_at_desk(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with(&path_of(id), "notice-response-confirmed"))
}

/// `POST /balie/reacties/{response}/vervallen`
pub(crate) async fn discard(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    actions::discard_at_desk(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with("/balie/reacties", "notice-response-discarded"))
}

/// `POST /balie/reacties/{response}/verteld`
pub(crate) async fn told(ctx: Ctx, Path(id): Path<ResponseId>) -> Answer {
    let permit = policy::mediate(&ctx.actor).require()?;
    actions::told(&ctx, &permit, id).await?;
    Ok(ctx.see_other_with(&path_of(id), "notice-response-told"))
}
