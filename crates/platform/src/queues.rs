//! What waits for the desk or the municipality, and the lists they may take along. A capability says in its plan what waits
//! with it; the pages of desk and municipality, the count and the files are made of that.

use axum::response::Response;
use futures::future::BoxFuture;
use kernel::{Fields, Instant, MunicipalityId, PageRequest, Paged, Result};
use serde::Serialize;

use crate::{
    app::Ctx,
    db::{
        Conn, Described, Query,
        query::{count_together, numbered},
    },
    http::{self, Answer},
    plan::{Access, Plan},
    steps::StepButton,
    templates::{Crumb, Page},
};

/// How many wait, and since when the oldest.
pub type Held = (i64, Option<Instant>);
/// Counts what waits in another capability's tables, through its façade.
pub type AskHeld = for<'a> fn(&'a mut Conn, &'a Ctx) -> BoxFuture<'a, Result<Held>>;

/// How it is counted. Statements of all queues are asked as one.
#[derive(Clone, Copy)]
pub enum Count {
    /// With a statement over a municipality.
    OfTown(&'static Query<(MunicipalityId,), Held>),
    /// With one that also knows the moment.
    Now(&'static Query<(MunicipalityId, Instant), Held>),
    /// By asking another capability.
    Asked(AskHeld),
}
/// Gives a page of what waits.
pub type Lines = for<'a> fn(&'a mut Conn, &'a Ctx, PageRequest) -> BoxFuture<'a, Result<Paged<Line>>>;
/// Gives the rows of a list in the reader's language; the fields are those of the address.
pub type Rows = for<'a> fn(&'a mut Conn, &'a Ctx, &'a Fields) -> BoxFuture<'a, Result<Vec<Vec<String>>>>;

/// Who deals with what waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// The desk; the municipality sees it too.
    Desk,
    /// The desk, by telephone or on paper: the municipality sees it only once it waits too long, all of it as one.
    ByHand,
    Municipality,
}

/// Something that waits. Its words are `queue-{code}` (with `$count`).
#[derive(Clone, Copy)]
pub struct Queue {
    /// Its name: `help-stuck`.
    pub code: &'static str,
    /// Where it is dealt with.
    pub at: &'static str,
    /// Who deals with it.
    pub keeper: Keeper,
    /// Whether a promise was broken with it: it waits too long from the first moment.
    pub broken: bool,
    /// Counts it.
    pub held: Count,
}

/// The page of a queue: its words are `queue-{code}-title`, `-lead`, `-empty` and `-empty-text`.
pub struct QueueSource {
    pub queue: Queue,
    /// Refuses those for whom it is not.
    pub may: fn(&Ctx) -> Result<()>,
    /// What waits, the longest first.
    pub lines: Lines,
}

/// One thing that waits.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Line {
    pub href: String,
    /// What it is.
    pub title: String,
    /// Kind of its mark in `parts/status.html`, and the key of its words.
    pub status: Option<(&'static str, String)>,
    /// From whom: a key, and the name in it.
    pub by: (&'static str, String),
    /// What it says.
    pub text: String,
    /// What was noted about it.
    pub note: String,
    /// What can be done at once.
    pub steps: Vec<StepButton>,
    /// What asks for more first: key of its words, address, icon.
    pub ways: Vec<(&'static str, String, &'static str)>,
}

#[derive(Debug, Serialize)]
pub struct QueuePage {
    pub code: &'static str,
    /// What waits, the longest first.
    pub lines: Paged<Line>,
    /// The page above it: address and key.
    #[serde(skip)]
    pub above: (&'static str, &'static str),
}

impl Page for QueuePage {
    const TEMPLATE: &'static str = "layout/queue.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key(self.above.0, self.above.1)]
    }
}

/// A list that the municipality may take along as CSV or for a spreadsheet. Its words are `list-{code}` and, for the name of
/// its file, `list-file-{code}`.
#[derive(Clone, Copy)]
pub struct Listed {
    /// Its name, as it stands in the address of the file: `help_requests`.
    pub code: &'static str,
    /// The page on which it stands.
    pub page: &'static str,
    /// Its place among the others: smaller comes first.
    pub place: u8,
    /// Keys of its columns.
    pub columns: &'static [&'static str],
    pub rows: Rows,
}

impl QueueSource {
    async fn show(&self, ctx: Ctx, query: Fields) -> Answer<Response> {
        (self.may)(&ctx)?;
        let mut conn = ctx.read().await?;
        let lines = (self.lines)(&mut conn, &ctx, PageRequest::of(&query)).await?;
        let above = match self.queue.keeper {
            Keeper::Desk | Keeper::ByHand => ("/balie", "common-desk"),
            Keeper::Municipality => ("/beheer", "common-manage"),
        };
        Ok(ctx.page(&QueuePage { code: self.queue.code, lines, above })?)
    }
}

/// The statements of all queues as one, made once.
struct Together {
    sql: &'static str,
    asks_now: bool,
}

impl Together {
    fn new(queues: &[Queue]) -> Self {
        let text = |queue: &Queue| match queue.held {
            Count::OfTown(query) => Some(query.sql()),
            Count::Now(query) => Some(query.sql()),
            Count::Asked(_) => None,
        };
        let texts: Vec<Option<&str>> = queues.iter().map(text).collect();
        let asks_now = queues.iter().any(|queue| matches!(queue.held, Count::Now(_)));
        Self { sql: Box::leak(numbered(&texts).into_boxed_str()), asks_now }
    }
}

/// What waits, each with how many and since when: one statement, and one for each that asks another capability.
pub async fn all_held(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<(Queue, Held)>> {
    let queues: Vec<Queue> = ctx.app.plans.iter().flat_map(|plan| plan.queues.iter().copied()).collect();
    let together = ctx.app.service(|| Together::new(&queues));
    let mut held: Vec<(Queue, Held)> = queues.into_iter().map(|queue| (queue, (0, None))).collect();
    let now = together.asks_now.then_some(ctx.now);
    for (number, count, since) in count_together(conn, together.sql, ctx.town(), now).await? {
        if let Some((_, found)) = usize::try_from(number).ok().and_then(|number| held.get_mut(number)) {
            *found = (count, since);
        }
    }
    for (queue, found) in &mut held {
        if let Count::Asked(ask) = queue.held {
            *found = ask(conn, ctx).await?;
        }
    }
    Ok(held)
}

fn dashed(code: &str) -> String {
    code.replace('_', "-")
}

impl Plan {
    /// Something that waits, dealt with on a page of the capability's own.
    #[must_use]
    pub fn queue(mut self, queue: Queue) -> Self {
        self.texts.push(format!("queue-{}", queue.code));
        self.queues.push(queue);
        self
    }

    /// Something that waits, with its page.
    #[must_use]
    pub fn queue_page(mut self, source: &'static QueueSource) -> Self {
        let code = source.queue.code;
        self.texts.extend(["title", "lead", "empty", "empty-text"].map(|part| format!("queue-{code}-{part}")));
        let access = match source.queue.keeper {
            Keeper::Desk | Keeper::ByHand => Access::DESK,
            Keeper::Municipality => Access::MANAGER,
        };
        let show = move |ctx: Ctx, http::Query(query): http::Query| source.show(ctx, query);
        self.queue(source.queue).get(source.queue.at, show, access)
    }

    /// A list to take along.
    #[must_use]
    pub fn list(mut self, list: Listed) -> Self {
        let code = dashed(list.code);
        self.texts.extend([format!("list-{code}"), format!("list-file-{code}")]);
        self.texts.extend(list.columns.iter().map(|key| (*key).to_owned()));
        self.lists.push(list);
        self
    }
}

impl Ctx {
    /// A moment as a spreadsheet understands it, by the town's clocks: `2026-03-03 14:00`; empty when there is none.
    pub fn cell(&self, at: Option<Instant>) -> String {
        let local = |at: Instant| at.timestamp().to_zoned_datetime(self.municipality.zone.clone());
        at.map(|at| local(at).strftime("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()
    }
}
