//! The page on which a manager imports and exports.

use axum::{
    extract::Path,
    http::header,
    response::{IntoResponse, Response},
};
use kernel::{
    Codes, FieldErrors, Fields, Problem,
    form::{FormReader, FormState},
};
use platform::{
    Ctx,
    http::{Answer, Upload},
    i18n::argument,
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{Format, Options, Report, Table, What, actions, columns, export, policy};

/// A column as the page explains it.
#[derive(Debug, Serialize)]
pub struct ColumnHelp {
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
pub struct KindHelp {
    /// Its code.
    pub what: What,
    /// Its columns.
    pub columns: Vec<ColumnHelp>,
}

/// A fault in words.
#[derive(Debug, Serialize)]
pub struct FaultLine {
    /// The row, as a spreadsheet counts it.
    pub row: Option<usize>,
    /// The column as it is called in the file.
    pub column: String,
    /// What is wrong and what to do.
    pub reason: String,
}

/// Importing and exporting.
#[derive(Debug, Serialize)]
pub struct ExchangePage {
    /// What was chosen.
    pub form: Form,
    /// The kinds.
    pub kinds: Vec<KindHelp>,
    /// What the import did.
    pub report: Option<Report>,
    /// How many rows were refused.
    pub bad_rows: usize,
    /// What is wrong, at most two hundred lines.
    pub faults: Vec<FaultLine>,
    /// Whether it was only tried.
    pub dry_run: bool,
}

impl Page for ExchangePage {
    const TEMPLATE: &'static str = "marketplace/exchange/import.html";
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

fn page(ctx: &Ctx, form: Form, report: Option<(Report, Options)>) -> ExchangePage {
    let (report, options) = report.map_or((None, Options::default()), |(report, options)| (Some(report), options));
    let faults = report.iter().flat_map(|report| report.faults.iter()).take(SHOWN).map(|fault| {
        let args: Vec<_> = fault.args.iter().map(|(name, value)| (*name, argument(value))).collect();
        FaultLine { row: fault.row, column: fault.column.clone(), reason: ctx.t_with(fault.key, &args) }
    });
    ExchangePage {
        form,
        kinds: kinds(),
        faults: faults.collect(),
        bad_rows: report.as_ref().map_or(0, Report::bad_rows),
        dry_run: options.dry_run,
        report,
    }
}

/// The empty page.
pub async fn show(ctx: Ctx) -> Answer {
    policy::may_exchange(&ctx.actor).require()?;
    let fields = Fields::default().with("what", What::Vacancies.code()).with("try", "ja");
    let form = ctx.form(&FormState::filled(&fields));
    Ok(ctx.page(&page(&ctx, form, None))?)
}

/// Imports the file, or says what is wrong with it.
pub async fn import(ctx: Ctx, Upload { fields, file }: Upload) -> Answer {
    let permit = policy::may_exchange(&ctx.actor).require()?;
    match read(&fields, file) {
        Ok((what, table, options)) => {
            let report = actions::import(&ctx, &permit, what, &table, options).await?;
            let refused = !report.faults.is_empty() && !report.stored;
            let shown = page(&ctx, ctx.form(&FormState::filled(&fields)), Some((report, options)));
            Ok(if refused { ctx.page_with_errors(&shown)? } else { ctx.page(&shown)? })
        }
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            Ok(ctx.page_with_errors(&page(&ctx, form, None))?)
        }
    }
}

fn read(fields: &Fields, file: Option<(String, Vec<u8>)>) -> Result<(What, Table, Options), FieldErrors> {
    let mut form = FormReader::new(fields);
    let what = form.choice("what", What::parse);
    let options = Options { dry_run: form.flag("try"), partial: form.flag("partial") };
    let table = match file {
        None => {
            form.refuse("file", "exchange-error-no-file");
            None
        }
        Some((_, bytes)) => Table::read(&bytes).map_err(|key| form.refuse("file", key)).ok(),
    };
    form.finish_some(what.zip(table).map(|(what, table)| (what, table, options)))
}

/// A file with everything of a kind: `vacancies.csv`, `people.xlsx`.
pub async fn download_all(ctx: Ctx, Path(file): Path<String>) -> Answer {
    let permit = policy::may_exchange(&ctx.actor).require()?;
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
