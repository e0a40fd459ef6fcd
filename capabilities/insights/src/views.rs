//! Read models: what waits, and the figures of a month, in words.

use std::collections::BTreeSet;

use kernel::{Instant, OrganisationId, Result, text::Codes};
use platform::{
    Conn, Ctx,
    queues::{self, Held, Keeper},
};
use serde::Serialize;

use super::{
    WAIT_DAYS,
    model::{Figure, Figures, Group, Month, too_long},
};
use crate::overview;
use conversations::figures as answers;

/// Something that waits.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Waiting {
    /// Key of what it is, which says how many.
    pub label: String,
    pub count: i64,
    /// Since when the oldest, in milliseconds.
    pub since: Option<i64>,
    /// The same as local text; empty when that is not known.
    pub at: String,
    /// Whether that is too long.
    pub late: bool,
    /// Where it is dealt with.
    pub href: &'static str,
}

/// A figure with what it was a month before.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FigureLine {
    pub code: String,
    pub value: i64,
    /// How many in the month before.
    pub before: i64,
    /// Its part of all responses in whole per cent, where it is such a part.
    pub percent: Option<i64>,
}

/// Figures that belong together.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct FigureGroup {
    pub code: String,
    pub lines: Vec<FigureLine>,
    /// The figure that fills a bar.
    pub most: i64,
}

/// The figures of a month beside those of the month before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TwoMonths {
    /// The month before.
    pub before: Figures,
    /// The month itself.
    pub now: Figures,
}

/// A part of a whole in per cent, rounded; absent for a part of nothing.
pub(crate) fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| (100 * part + whole / 2) / whole)
}

fn code(code: impl Codes) -> String {
    code.code().replace('_', "-")
}

/// Whose page it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Workplace {
    /// The municipality's.
    Manage,
    /// The desk's.
    Desk,
}

/// What waits for those who work here, too long first, then the oldest first. What does not wait is left out.
pub(crate) async fn waiting(conn: &mut Conn, ctx: &Ctx, workplace: Workplace) -> Result<Vec<Waiting>> {
    let days = ctx.municipality.settings.count(&WAIT_DAYS, ctx.today());
    let calendar = ctx.municipality.working_calendar(ctx.now);
    let (mut lines, mut undone) = (Vec::new(), (0, None::<Instant>));
    let mut broken = BTreeSet::new();
    for (queue, (count, since)) in queues::all_held(conn, ctx).await? {
        if queue.broken {
            broken.insert(queue.at);
        }
        if count == 0 || workplace == Workplace::Desk && queue.keeper == Keeper::Municipality {
            continue;
        }
        let late = too_long(queue.broken, since, days, ctx.now, &calendar);
        match (workplace, queue.keeper) {
            // What the desk does by hand is nobody else's business until it stays undone.
            (Workplace::Manage, Keeper::ByHand) if late => {
                undone = (undone.0 + count, undone.1.into_iter().chain(since).min());
            }
            (Workplace::Manage, Keeper::ByHand) => {}
            _ => lines.push(line_of(ctx, queue.code, (count, since), late, queue.at)),
        }
    }
    if undone.0 > 0 {
        let late = too_long(false, undone.1, days, ctx.now, &calendar);
        lines.push(line_of(ctx, "desk", undone, late, "/balie"));
    }
    // Where a promise was broken comes first, with all that waits there.
    lines.sort_by_key(|line| (!line.late, !broken.contains(line.href), line.since));
    Ok(lines)
}

fn line_of(ctx: &Ctx, code: &str, (count, since): Held, late: bool, href: &'static str) -> Waiting {
    Waiting {
        label: format!("queue-{code}"),
        count,
        since: since.map(Instant::millis),
        at: since.map(|at| ctx.local(at)).unwrap_or_default(),
        late,
        href,
    }
}

/// The figures of a month, and of the month before it: three statements for both.
pub(crate) async fn figures(conn: &mut Conn, ctx: &Ctx, month: Month) -> Result<TwoMonths> {
    let days = [month.previous().first(), month.first(), month.next().first()];
    let [before, now] = conversations::of_two_periods(conn, ctx, days).await?;
    let counts = overview::of_two_periods(conn, ctx, days).await?;
    Ok(TwoMonths { before: Figures::new(&before, counts[0]), now: Figures::new(&now, counts[1]) })
}

/// The figures in their groups, beside those of the month before.
pub(crate) fn groups(now: &Figures, before: &Figures) -> Vec<FigureGroup> {
    let group = |group: &Group| {
        let parts = matches!(group, Group::Answers | Group::Outcomes);
        let whole = now.get(Figure::Responses);
        let line = |figure: &Figure| FigureLine {
            code: code(*figure),
            value: now.get(*figure),
            before: before.get(*figure),
            percent: percent(now.get(*figure), whole).filter(|_| parts && *figure != Figure::Responses),
        };
        let lines: Vec<FigureLine> = group.figures().iter().map(line).collect();
        let most = lines.iter().map(|line| line.value).max().unwrap_or(0);
        FigureGroup { code: code(*group), most: if parts { whole } else { most }, lines }
    };
    Group::ALL.iter().map(group).collect()
}

/// The line of a figure in some groups.
pub(crate) fn line(groups: &[FigureGroup], figure: Figure) -> Option<FigureLine> {
    let wanted = code(figure);
    groups.iter().flat_map(|group| group.lines.iter()).find(|line| line.code == wanted).cloned()
}

/// A response that nobody has answered, on the municipality's page.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Unanswered {
    /// Address of the thread at the desk.
    pub href: String,
    /// What it is about.
    pub title: String,
    /// Who should have answered; empty when that is a person.
    pub organisation: String,
    /// Since when it waits, in milliseconds.
    pub since: Option<i64>,
    /// The same as local text; empty when that is not known.
    pub at: String,
    /// Whether the point has it.
    pub with_point: bool,
    /// Who of the point.
    pub handler: Option<String>,
}

/// The longest waiting responses, at most `limit`: two statements.
pub(crate) async fn unanswered(conn: &mut Conn, ctx: &Ctx, limit: i64) -> Result<Vec<Unanswered>> {
    let open = answers::unanswered(conn, ctx, limit).await?;
    let mut ids: Vec<OrganisationId> = open.iter().filter_map(|response| response.organisation).collect();
    ids.sort_unstable();
    ids.dedup();
    let known = organisations::organisations(conn, ctx.town(), &ids).await?;
    let name = |id: Option<OrganisationId>| {
        known.iter().find(|one| Some(one.id) == id).map(|one| one.name().to_owned()).unwrap_or_default()
    };
    let line = |response: answers::OpenResponse| Unanswered {
        href: format!("/balie/reacties/{}", response.id),
        organisation: name(response.organisation),
        title: response.title,
        since: response.confirmed_at.map(Instant::millis),
        at: response.confirmed_at.map(|at| ctx.local(at)).unwrap_or_default(),
        with_point: response.taken_over_at.is_some(),
        handler: response.handler,
    };
    Ok(open.into_iter().map(line).collect())
}
