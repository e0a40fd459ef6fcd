//! The page on which a manager imports and exports.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{
    Codes, FieldErrors, Fields, Problem,
    form::{FormReader, FormState},
};
use platform::{
    Ctx,
    http::{Answer, Path, Upload},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    Format, Options, Table, Unreadable, What, actions, columns, export, policy,
    runs::{
        self,
        actions::Sent,
        model::{Outcome, Run, RunId, SHORT, Told},
    },
};

/// A column as the page explains it.
#[derive(Debug, Serialize)]
pub(crate) struct ColumnHelp {
    /// Dutch header.
    pub nl: &'static str,
    /// English header.
    pub en: &'static str,
    /// Whether a row must have it.
    pub required: bool,
    /// Whether it holds a list.
    pub list: bool,
}

/// One kind with its columns.
#[derive(Debug, Serialize)]
pub(crate) struct KindHelp {
    pub what: What,
    pub columns: Vec<ColumnHelp>,
}

/// What became of an import, as far as a page shows it.
#[derive(Debug, Serialize)]
pub(crate) struct OutcomeView {
    /// The figures; of faults and advice at most two hundred.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// Faults beyond those.
    pub more_faults: usize,
    /// Advice beyond that.
    pub more_advice: usize,
    /// Whether it was only tried.
    pub dry_run: bool,
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
    /// How far it is.
    pub state: &'static str,
    /// Rows in the file.
    pub rows: usize,
    /// Since when it is known, as local text.
    pub since: String,
}

/// Importing and exporting.
#[derive(Debug, Serialize)]
pub(crate) struct ExchangePage {
    /// What was chosen.
    pub form: Form,
    pub kinds: Vec<KindHelp>,
    /// What is wrong with the file that was sent.
    pub outcome: Option<OutcomeView>,
    /// The last imports.
    pub runs: Vec<RunLine>,
}

impl Page for ExchangePage {
    const TEMPLATE: &'static str = "exchange/import.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "exchange-crumb-manage"), Crumb::key("/beheer/import", "exchange-title")]
    }
}

/// One import: how far it is, or what became of it.
#[derive(Debug, Serialize)]
pub(crate) struct RunPage {
    pub run: RunLine,
    /// What became of it.
    pub outcome: Option<OutcomeView>,
}

impl Page for RunPage {
    const TEMPLATE: &'static str = "exchange/run.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "exchange-crumb-manage"), Crumb::key("/beheer/import", "exchange-title")]
    }
}

/// Most faults shown on the page; the figures count all of them.
const SHOWN: usize = 200;

pub(super) fn kinds() -> Vec<KindHelp> {
    let help = |column: &columns::Column| ColumnHelp {
        nl: column.nl,
        en: column.en,
        required: column.required,
        list: column.values == columns::Values::List,
    };
    let kind = |what: &What| KindHelp { what: *what, columns: columns::of(*what).iter().map(help).collect() };
    What::ALL.iter().map(kind).collect()
}

pub(super) fn outcome_view(mut outcome: Outcome, dry_run: bool, id: RunId) -> OutcomeView {
    let (faults, advice) = (outcome.faults.len(), outcome.advice.len());
    outcome.faults.truncate(SHOWN);
    outcome.advice.truncate(SHOWN);
    OutcomeView {
        more_faults: faults - outcome.faults.len(),
        more_advice: advice - outcome.advice.len(),
        outcome,
        dry_run,
        faults_href: format!("/beheer/import/{id}/fouten.csv"),
    }
}

fn line(ctx: &Ctx, run: &Run) -> RunLine {
    let since = run.created_at.timestamp().to_zoned_datetime(ctx.municipality.zone.clone());
    RunLine {
        href: format!("/beheer/import/{}", run.id),
        what: run.what.code(),
        file_name: run.file_name.clone(),
        state: run.state.code(),
        rows: run.rows,
        since: since.strftime("%Y-%m-%dT%H:%M").to_string(),
    }
}

async fn page(ctx: &Ctx, form: Form, outcome: Option<OutcomeView>) -> kernel::Result<ExchangePage> {
    let mut conn = ctx.read().await?;
    let runs = runs::latest(&mut conn, ctx).await?.iter().map(|run| line(ctx, run)).collect();
    Ok(ExchangePage { form, kinds: kinds(), outcome, runs })
}

/// The empty page.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    policy::transfer(&ctx.actor).require()?;
    let fields = Fields::default().with("what", What::Vacancies.code()).with("try", "ja");
    let form = ctx.form(&FormState::filled(&fields));
    Ok(ctx.page(&page(&ctx, form, None).await?)?)
}

/// Imports a short file, or says what is wrong with it; has a long one imported.
pub(crate) async fn import(ctx: Ctx, Upload { fields, file }: Upload) -> Answer {
    let permit = policy::transfer(&ctx.actor).require()?;
    let Read { sent, table, file } = match read(&fields, file).await {
        Ok(read) => read,
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            return Ok(ctx.page_with_errors(&page(&ctx, form, None).await?)?);
        }
    };
    if table.rows.len() > SHORT {
        let id = runs::actions::start(&ctx, &permit, &sent, file).await?;
        return Ok(ctx.see_other(&format!("/beheer/import/{id}")));
    }
    let report = actions::import(&ctx, &permit, sent.what, &table, sent.options).await?;
    let outcome = runs::actions::outcome(&ctx, report);
    let id = runs::actions::save(&ctx, &permit, &sent, &outcome).await?;
    if !outcome.is_refused() {
        return Ok(ctx.see_other(&format!("/beheer/import/{id}")));
    }
    let view = outcome_view(outcome, sent.options.dry_run, id);
    let form = ctx.form(&FormState::filled(&fields));
    Ok(ctx.page_with_errors(&page(&ctx, form, Some(view)).await?)?)
}

async fn known(ctx: &Ctx, id: &str) -> kernel::Result<Run> {
    policy::transfer(&ctx.actor).require()?;
    let id = id.parse().map_err(|_| Problem::NotFound)?;
    let mut conn = ctx.read().await?;
    runs::find(&mut conn, ctx, id).await?.ok_or(Problem::NotFound)
}

/// One import: how far it is, or what became of it.
pub(crate) async fn run(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let run = known(&ctx, &id).await?;
    let line = line(&ctx, &run);
    let outcome = run.outcome.map(|outcome| outcome_view(outcome, run.dry_run, run.id));
    Ok(ctx.page(&RunPage { run: line, outcome })?)
}

/// Every fault of an import, as a file to mend the other one by.
pub(crate) async fn faults(ctx: Ctx, Path(id): Path<String>) -> Answer {
    let outcome = known(&ctx, &id).await?.outcome.ok_or(Problem::NotFound)?;
    let row = |told: &Told| {
        vec![told.row.map_or_else(String::new, |row| row.to_string()), told.column.clone(), told.reason.clone()]
    };
    let table = Table {
        headers: ["exchange-fault-row", "exchange-fault-column", "exchange-fault-reason"].map(|key| ctx.t(key)).into(),
        rows: outcome.faults.iter().map(row).enumerate().map(|(index, row)| (index + 2, row)).collect(),
    };
    Ok(file_to_keep("fouten.csv", Format::Csv, table.write(Format::Csv)?))
}

/// A file that can be imported.
struct Read {
    sent: Sent,
    table: Table,
    file: Vec<u8>,
}

async fn read(fields: &Fields, file: Option<(String, Vec<u8>)>) -> Result<Read, FieldErrors> {
    let mut form = FormReader::new(fields);
    let what = form.choice("what", What::parse);
    let options = Options { dry_run: form.flag("try"), partial: form.flag("partial") };
    let table = match file {
        None => {
            form.refuse("file", "exchange-error-no-file");
            None
        }
        Some((name, bytes)) => match Table::read_aside(bytes).await {
            Ok((table, bytes)) => Some((name, bytes, table)),
            Err(Unreadable { key, args }) => {
                form.refuse_with("file", key, args);
                None
            }
        },
    };
    form.finish_some(what.zip(table).map(|(what, (file_name, file, table))| Read {
        sent: Sent { what, file_name, rows: table.rows.len(), options },
        table,
        file,
    }))
}

/// A file with everything of a kind: `vacancies.csv`, `people.xlsx`.
pub(crate) async fn download_all(ctx: Ctx, Path(file): Path<String>) -> Answer {
    let permit = policy::transfer(&ctx.actor).require()?;
    let (name, ending) = file.rsplit_once('.').ok_or(Problem::NotFound)?;
    let (what, format) = (What::parse(name).ok_or(Problem::NotFound)?, Format::parse(ending).ok_or(Problem::NotFound)?);
    let table = export::export(&ctx, &permit, what).await?;
    actions::note_export(&ctx, &permit, what, table.rows.len()).await?;
    Ok(file_to_keep(&file, format, table.write(format)?))
}

/// A file to keep.
pub(super) fn file_to_keep(name: &str, format: Format, bytes: Vec<u8>) -> Response {
    let kind = match format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}
