//! The page of one import: how far it is, what became of it, what is wrong to be mended on the spot, and the way back.

use axum::response::Response;
use kernel::{Codes as _, Fields, Problem, text::excerpt};
use platform::{
    Ctx,
    http::{Answer, FormBody, Path, Query},
    templates::{Crumb, Form, FormMessage, Page, Typed},
};
use serde::Serialize;

use super::{
    super::{Format, Table, columns, columns::Correction, pages::file_to_keep, policy},
    actions, can_be_turned_back, find,
    model::{Outcome, Run, RunId, RunState, Told},
};

/// What became of an import, as far as a page shows it.
#[derive(Debug, Serialize)]
pub(crate) struct OutcomeView {
    /// The figures; of faults and advice at most two hundred.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// Whether something is wrong with the file as a whole.
    pub hopeless: bool,
    /// Faults beyond those.
    pub more_faults: usize,
    /// Advice beyond that.
    pub more_advice: usize,
    /// Where the faults are as a file.
    pub faults_href: String,
}

/// An import in a list.
#[derive(Debug, Serialize)]
pub(crate) struct RunLine {
    pub href: String,
    /// What stands in the file.
    pub what: &'static str,
    /// What the file is called.
    pub file_name: String,
    /// How far it is, or what became of it: `stored`, `tried`, `refused`, `undone`.
    pub state: &'static str,
    /// Rows in the file.
    pub rows: usize,
    /// Since when it is known, as local text.
    pub since: String,
}

/// A cell that can be filled in anew.
#[derive(Debug, Serialize)]
pub(crate) struct CellInput {
    /// Name of its field in the form.
    pub name: String,
    pub row: usize,
    pub column: String,
    /// Whether it holds more than a line.
    pub long: bool,
}

/// What can be mended on the spot, a page at a time.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Mending {
    pub cells: Vec<CellInput>,
    /// Names of fields that say that a row was looked at as a whole.
    pub rows: Vec<String>,
    /// Which page this is, from 1.
    pub number: u32,
    pub pages: u32,
}

/// One import: how far it is, or what became of it.
#[derive(Debug, Serialize)]
pub(crate) struct RunPage {
    pub run: RunLine,
    /// What became of it.
    pub outcome: Option<OutcomeView>,
    /// Whether it can go on with the file that was sent.
    pub open: bool,
    pub mending: Mending,
    pub form: Form,
    /// Whether it can be turned back.
    pub can_turn_back: bool,
}

impl Page for RunPage {
    const TEMPLATE: &'static str = "exchange/run.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "exchange-crumb-manage"), Crumb::key("/beheer/import", "exchange-title")]
    }
}

/// Most faults shown on the page; the figures count all of them.
const SHOWN: usize = 200;
/// Most cells to fill in on a page.
const CELLS: usize = 25;

pub(crate) fn outcome_view(mut outcome: Outcome, id: RunId) -> OutcomeView {
    let (faults, advice) = (outcome.faults.len(), outcome.advice.len());
    let hopeless = outcome.is_hopeless();
    outcome.faults.truncate(SHOWN);
    outcome.advice.truncate(SHOWN);
    outcome.faults.iter_mut().for_each(|told| told.value = excerpt(&told.value, 80));
    OutcomeView {
        hopeless,
        more_faults: faults - outcome.faults.len(),
        more_advice: advice - outcome.advice.len(),
        outcome,
        faults_href: format!("/beheer/import/{id}/fouten.csv"),
    }
}

fn state(run: &Run) -> &'static str {
    match (&run.outcome, run.state) {
        (_, RunState::Done) if run.undone_at.is_some() => "undone",
        (Some(outcome), RunState::Done) if outcome.stored => "stored",
        (Some(outcome), RunState::Done) if outcome.is_refused() => "refused",
        (Some(_), RunState::Done) => "tried",
        (_, state) => state.code(),
    }
}

pub(crate) fn line(ctx: &Ctx, run: &Run) -> RunLine {
    RunLine {
        href: format!("/beheer/import/{}", run.id),
        what: run.what.code(),
        file_name: run.file_name.clone(),
        state: state(run),
        rows: run.rows,
        since: ctx.local(run.created_at),
    }
}

/// What can be mended of these faults: page `number`, with the form that has what stands there now and why it is wrong.
/// `header` names a column by its field.
pub(crate) fn mending(faults: &[Told], number: u32, header: impl Fn(&str) -> String) -> (Mending, Form) {
    let mut pages: Vec<(Mending, Form)> = vec![Default::default()];
    for told in faults {
        let Some(row) = told.row else { continue };
        let cells: Vec<(&str, &str, String)> = match told.field.as_str() {
            "" => told.cells.iter().map(|(field, value)| (field.as_str(), value.as_str(), header(field))).collect(),
            field => vec![(field, &told.value, told.column.clone())],
        };
        let full =
            pages.last().is_some_and(|(page, _)| page.cells.len() + cells.len() > CELLS && !page.cells.is_empty());
        if full && !cells.is_empty() {
            pages.push(Default::default());
        }
        let Some((page, form)) = pages.last_mut() else { continue };
        for (index, (field, value, column)) in cells.iter().enumerate() {
            let name = format!("c-{row}-{field}");
            if index == 0 && !form.errors.contains_key(&name) {
                form.errors.insert(name.clone(), told.reason.clone());
                form.summary.push(FormMessage { field: name.clone(), message: told.reason.clone() });
            }
            if form.values.insert(name.clone(), Typed::One((*value).to_owned())).is_none() {
                let long = value.contains('\n') || value.len() > 80;
                page.cells.push(CellInput { name, row, column: column.clone(), long });
            }
        }
        if !told.cells.is_empty() {
            page.rows.push(format!("c-{row}-"));
        }
    }
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let number = number.clamp(1, count);
    let (mut page, form) = pages.swap_remove(number as usize - 1);
    (page.number, page.pages) = (number, count);
    (page, form)
}

async fn known(ctx: &Ctx, id: &str) -> kernel::Result<Run> {
    policy::transfer(&ctx.actor).require()?;
    let id = id.parse().map_err(|_| Problem::NotFound)?;
    let mut conn = ctx.read().await?;
    find(&mut conn, ctx, id).await?.ok_or(Problem::NotFound)
}

fn page(ctx: &Ctx, run: Run, number: u32) -> RunPage {
    let open = run.is_open();
    let header = |field: &str| {
        let column = columns::of(run.what).iter().find(|column| column.field == field);
        column.map_or_else(String::new, |column| column.header(ctx.lang).to_owned())
    };
    let faults = run.outcome.as_ref().map_or(&[][..], |outcome| &outcome.faults);
    let (mending, form) = if open { mending(faults, number, header) } else { Default::default() };
    RunPage {
        run: line(ctx, &run),
        can_turn_back: can_be_turned_back(ctx, &run),
        outcome: run.outcome.filter(|_| run.state == RunState::Done).map(|outcome| outcome_view(outcome, run.id)),
        open,
        mending,
        form,
    }
}

/// Where somebody goes who just had a file imported: to its page, or what is wrong with it at once.
pub(crate) async fn after(ctx: &Ctx, id: RunId) -> Answer {
    let run = known(ctx, &id.to_string()).await?;
    if run.state != RunState::Done || run.outcome.as_ref().is_none_or(|outcome| !outcome.is_refused()) {
        return Ok(ctx.see_other(&format!("/beheer/import/{id}")));
    }
    Ok(ctx.page_with_errors(&page(ctx, run, 1))?)
}

/// One import: how far it is, or what became of it.
pub(crate) async fn show(ctx: Ctx, Path(id): Path<String>, Query(query): Query) -> Answer {
    let number = query.get("page").and_then(|number| number.parse().ok()).unwrap_or(1);
    let run = known(&ctx, &id).await?;
    Ok(ctx.page(&page(&ctx, run, number))?)
}

/// What was filled in, after what was filled in before.
fn corrected(run: &Run, fields: &Fields) -> Vec<Correction> {
    let mut all = run.corrections.clone();
    for (name, value) in fields.pairs() {
        let Some((row, field)) = name.strip_prefix("c-").and_then(|place| place.split_once('-')) else { continue };
        let known = field.is_empty() || columns::of(run.what).iter().any(|column| column.field == field);
        let (Ok(row), true) = (row.parse(), known) else { continue };
        all.retain(|one: &Correction| (one.row, one.field.as_str()) != (row, field));
        all.push(Correction { row, field: field.to_owned(), value: value.trim().to_owned() });
    }
    all
}

/// Goes on with the file that was sent, with what was filled in: looks at it again, or stores it when all is right.
pub(crate) async fn go_on(ctx: Ctx, Path(id): Path<String>, FormBody(fields): FormBody) -> Answer {
    let permit = policy::transfer(&ctx.actor).require()?;
    let run = known(&ctx, &id).await?;
    let corrections = corrected(&run, &fields);
    let (dry_run, partial) = (fields.get("do") == Some("look"), fields.get("partial").is_some());
    actions::go_on(&ctx, &permit, &run, corrections, dry_run, partial).await?;
    after(&ctx, run.id).await
}

/// Turns an import back.
pub(crate) async fn turn_back(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let permit = policy::transfer(&ctx.actor).require()?;
    let run = known(&ctx, &id).await?;
    let href = format!("/beheer/import/{}", run.id);
    actions::turn_back(&ctx, &permit, run).await?;
    Ok(ctx.see_other(&href))
}

/// Every fault of an import, as a file to mend the other one by.
pub(crate) async fn faults(ctx: Ctx, Path(id): Path<String>) -> Answer<Response> {
    let outcome = known(&ctx, &id).await?.outcome.ok_or(Problem::NotFound)?;
    let row = |told: Told| {
        vec![told.row.map_or_else(String::new, |row| row.to_string()), told.column, told.value, told.reason]
    };
    let headers = ["exchange-fault-row", "exchange-fault-column", "exchange-fault-value", "exchange-fault-reason"];
    let table = Table::new(headers.map(|key| ctx.t(key)).into(), outcome.faults.into_iter().map(row));
    Ok(file_to_keep("fouten.csv", Format::Csv, table.write(Format::Csv)?))
}
