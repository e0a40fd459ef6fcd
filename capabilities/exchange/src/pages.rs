//! The page on which a manager imports and exports.

use std::fs::File;

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
    http::{Answer, Path, Received, ReceivedFile, Upload},
    templates::{Crumb, Form, Page},
};
use serde::Serialize;

use super::{
    Format, Options, Table, Unreadable, What, actions, columns, export, policy,
    runs::{self, Sent, model::SHORT, pages::line},
};
pub(crate) use runs::pages::RunLine;

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

/// Importing and exporting.
#[derive(Debug, Serialize)]
pub(crate) struct ExchangePage {
    /// What was chosen.
    pub form: Form,
    pub kinds: Vec<KindHelp>,
    /// The last imports.
    pub runs: Vec<RunLine>,
}

impl Page for ExchangePage {
    const TEMPLATE: &'static str = "exchange/import.html";
    fn crumbs(&self) -> Vec<Crumb> {
        vec![Crumb::key("/beheer", "exchange-crumb-manage"), Crumb::key("/beheer/import", "exchange-title")]
    }
}

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

async fn page(ctx: &Ctx, form: Form) -> kernel::Result<ExchangePage> {
    let mut conn = ctx.read().await?;
    let runs = runs::latest(&mut conn, ctx).await?.iter().map(|run| line(ctx, run)).collect();
    Ok(ExchangePage { form, kinds: kinds(), runs })
}

/// The empty page.
pub(crate) async fn show(ctx: Ctx) -> Answer {
    policy::transfer(&ctx.actor).require()?;
    let fields = Fields::default().with("what", What::Vacancies.code()).with("try", "ja");
    let form = ctx.form(&FormState::filled(&fields));
    Ok(ctx.page(&page(&ctx, form).await?)?)
}

/// Imports a short file, or shows what is wrong with it so that it can be mended there; has a long one imported.
pub(crate) async fn import(ctx: Ctx, upload: Upload) -> Answer {
    let permit = policy::transfer(&ctx.actor).require()?;
    let Received { fields, file } = upload.receive(&ctx, &permit).await?;
    let Read { sent, table, file } = match read(&fields, file).await {
        Ok(read) => read,
        Err(errors) => {
            let form = ctx.form(&FormState::with_errors(&fields, errors));
            return Ok(ctx.page_with_errors(&page(&ctx, form).await?)?);
        }
    };
    if table.rows.len() > SHORT {
        let id = runs::start(&ctx, &permit, &sent, file).await?;
        return Ok(ctx.see_other(&format!("/beheer/import/{id}")));
    }
    let (id, _) = runs::run(&ctx, &permit, sent, &table, file).await?;
    runs::pages::after(&ctx, id).await
}

/// A file that can be imported.
struct Read {
    sent: Sent,
    table: Table,
    file: File,
}

async fn read(fields: &Fields, file: Option<ReceivedFile>) -> Result<Read, FieldErrors> {
    let mut form = FormReader::new(fields);
    let what = form.choice("what", What::parse);
    let options = Options { dry_run: form.flag("try"), partial: form.flag("partial"), ..Options::default() };
    let table = match file {
        None => {
            form.refuse("file", "exchange-error-no-file");
            None
        }
        Some(received) => {
            let name = received.name.clone();
            match Table::read_aside(received.into_file()).await {
                Ok((table, file)) => Some((name, file, table)),
                Err(Unreadable { key, args }) => {
                    form.refuse_with("file", key, args);
                    None
                }
            }
        }
    };
    form.finish_some(what.zip(table).map(|(what, (file_name, file, table))| Read {
        sent: Sent { what, file_name, rows: table.rows.len(), options },
        table,
        file,
    }))
}

/// A file with everything of a kind: `vacancies.csv`, `people.xlsx`; or one to fill in: `voorbeeld-people.xlsx`.
pub(crate) async fn download_all(ctx: Ctx, Path(file): Path<String>) -> Answer {
    let permit = policy::transfer(&ctx.actor).require()?;
    let (name, ending) = file.rsplit_once('.').ok_or(Problem::NotFound)?;
    if let Some(what) = name.strip_prefix("voorbeeld-").and_then(What::parse) {
        let format = Format::parse(ending).ok_or(Problem::NotFound)?;
        return Ok(file_to_keep(&file, format, export::example(&ctx, what, format)?));
    }
    let (what, format) = (What::parse(name).ok_or(Problem::NotFound)?, Format::parse(ending).ok_or(Problem::NotFound)?);
    let table = export::export(&ctx, &permit, what).await?;
    actions::note_export(&ctx, &permit, what, table.rows.len()).await?;
    Ok(file_to_keep(&file, format, table.write(format)?))
}

/// A file to keep.
pub(crate) fn file_to_keep(name: &str, format: Format, bytes: Vec<u8>) -> Response {
    let kind = match format {
        Format::Csv => "text/csv; charset=utf-8",
        Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    };
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes).into_response()
}
