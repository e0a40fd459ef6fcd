//! The point's queue: what waits to be read, whom to call, what goes on. Each list shows its first page; on its own it shows
//! them all.

use followups::questions::{self, Known};
use kernel::{Choice, Instant, Paged, PersonId, Result, codes, text::Codes, time};
use platform::{
    Conn, Ctx,
    db::Code,
    http::{Answer, Query},
    templates::{Crumb, Page},
};
use serde::Serialize;

use super::{Lists, nothing};
use crate::{
    model::{Candidacy, HelpRequest, State},
    outcomes::{self, OUTCOME, person_of},
    policy, store,
    views::RequestShown,
};
use facets::{model::HelpRequestId, town, words::Since};

/// How far back the figure of outcomes looks, in days.
const KNOWN_DAYS: i64 = 90;

codes! {
    /// One of the lists. The codes stand in addresses.
    pub enum List {
        /// To look at before it is public.
        Waiting = "lezen",
        /// For which nobody offered, or nobody was chosen.
        Stuck = "meezoeken",
        /// Whom to call with news.
        Tell = "bellen",
        /// Whom to ask what came of it.
        Ask = "vragen",
        Live = "zoekt",
        /// With a helper.
        Matched = "gevonden",
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct QueuePage {
    /// Code of the only list that is shown; absent when all are.
    pub only: Option<&'static str>,
    /// To look at.
    pub waiting: Paged<RequestShown>,
    /// For which nobody offered, or nobody was chosen.
    pub stuck: Paged<StuckShown>,
    /// To call.
    pub to_tell: Paged<TellShown>,
    /// To ask what came of it.
    pub to_ask: Paged<AskShown>,
    pub live: Paged<RequestShown>,
    /// With a helper.
    pub matched: Paged<RequestShown>,
    /// What is known of what became of the matches of some months.
    pub known: Known,
    /// Now, in milliseconds.
    pub now: i64,
}

/// A request for which the point looks along.
#[derive(Debug, Serialize)]
pub(crate) struct StuckShown {
    pub request: RequestShown,
    /// How many wait to be chosen; 0 when nobody offered.
    pub offered: usize,
    /// Since when.
    pub since: Since,
}

/// Somebody to call.
#[derive(Debug, Serialize)]
pub(crate) struct TellShown {
    /// About what.
    pub request: RequestShown,
    /// Whom: the name to use.
    pub name: String,
    pub phone: Option<String>,
    /// Since when.
    pub since: Since,
}

/// Somebody to ask what came of it.
#[derive(Debug, Serialize)]
pub(crate) struct AskShown {
    /// Whom and about what.
    pub tell: TellShown,
    /// The id of the helper it is about.
    pub helper: String,
    /// Code of which question.
    pub moment: String,
    /// Code of to whom.
    pub side: String,
    pub answers: Vec<Choice>,
}

impl Page for QueuePage {
    const TEMPLATE: &'static str = "help_requests/desk_queue.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/balie", "common-desk")]
    }
}

struct Reader<'a> {
    ctx: &'a Ctx,
    wijken: Vec<Choice>,
    lists: Lists<List>,
}

impl Reader<'_> {
    fn shown(&self, request: &HelpRequest) -> RequestShown {
        RequestShown::new(self.ctx, request, &self.wijken)
    }

    /// Somebody to call about a request; `None` when they are no more.
    async fn call(
        &self,
        conn: &mut Conn,
        request: &HelpRequest,
        person: PersonId,
        since: Instant,
    ) -> Result<Option<TellShown>> {
        let account = people::account(conn, self.ctx.town(), person).await?;
        Ok(account.map(|account| TellShown {
            request: self.shown(request),
            name: account.name,
            phone: account.phone,
            since: Since::new(self.ctx, since),
        }))
    }

    async fn in_state(&self, conn: &mut Conn, list: List, state: State) -> Result<Paged<RequestShown>> {
        let Some(page) = self.lists.page_of(list) else { return Ok(nothing()) };
        let found = store::QUEUE.page(conn, (self.ctx.town(), Code(state)), page).await?;
        Ok(found.map(|request| self.shown(&request)))
    }

    async fn stuck(&self, conn: &mut Conn) -> Result<Paged<StuckShown>> {
        let Some(page) = self.lists.page_of(List::Stuck) else { return Ok(nothing()) };
        let town = self.ctx.town();
        let Paged { items, total, .. } = store::TAKEN_OVER.page(conn, (town,), page).await?;
        let mut shown = Vec::new();
        for request in items {
            let candidates = store::CANDIDATES.all(conn, (town, request.id)).await?;
            shown.push(StuckShown {
                offered: candidates.iter().filter(|candidate| candidate.state == Candidacy::Open).count(),
                since: Since::new(self.ctx, request.taken_over_at.unwrap_or(request.changed_at)),
                request: self.shown(&request),
            });
        }
        Ok(Paged::new(shown, page, total))
    }

    async fn to_tell(&self, conn: &mut Conn) -> Result<Paged<TellShown>> {
        let Some(page) = self.lists.page_of(List::Tell) else { return Ok(nothing()) };
        let Paged { items, total, .. } = store::TO_TELL.page(conn, (self.ctx.town(),), page).await?;
        let mut shown = Vec::new();
        for request in items {
            let since = request.tell_since.unwrap_or(request.changed_at);
            shown.extend(self.call(conn, &request, request.steward, since).await?);
        }
        Ok(Paged::new(shown, page, total))
    }

    async fn to_ask(&self, conn: &mut Conn) -> Result<Paged<AskShown>> {
        let Some(page) = self.lists.page_of(List::Ask) else { return Ok(nothing()) };
        let Paged { items, total, .. } = questions::to_call(conn, self.ctx, &OUTCOME, page).await?;
        let mut shown = Vec::new();
        for asked in items {
            let (id, helper) = (HelpRequestId(asked.subject_id), PersonId(asked.with_id));
            let Some(request) = store::FIND.optional(conn, (self.ctx.town(), id)).await? else { continue };
            let person = person_of(&request, helper, &asked.side);
            let Some(tell) = self.call(conn, &request, person, asked.asked_at).await? else { continue };
            shown.push(AskShown {
                tell,
                helper: helper.to_string(),
                answers: questions::answers(self.ctx, &OUTCOME, &asked.moment),
                moment: asked.moment,
                side: asked.side,
            });
        }
        Ok(Paged::new(shown, page, total))
    }
}

/// `GET /balie/hulpvragen`, or `?lijst=…&page=…` for one of the lists.
pub(crate) async fn queue(ctx: Ctx, Query(query): Query) -> Answer {
    policy::mediate(&ctx.actor).require()?;
    let (_, wijken) = town(&ctx).await?;
    let reader = Reader { ctx: &ctx, wijken, lists: Lists::asked(&query) };
    let mut conn = ctx.read().await?;
    let since = ctx.now.plus(-KNOWN_DAYS * time::DAY);
    let page = QueuePage {
        only: reader.lists.only.map(Codes::code),
        waiting: reader.in_state(&mut conn, List::Waiting, State::Waiting).await?,
        stuck: reader.stuck(&mut conn).await?,
        to_tell: reader.to_tell(&mut conn).await?,
        to_ask: reader.to_ask(&mut conn).await?,
        live: reader.in_state(&mut conn, List::Live, State::Live).await?,
        matched: reader.in_state(&mut conn, List::Matched, State::Matched).await?,
        known: outcomes::known_since(&mut conn, &ctx, since).await?,
        now: ctx.now.millis(),
    };
    Ok(ctx.page(&page)?)
}
