//! `samenstuur import` and `samenstuur export` of vacancies, organisations and people.

use std::{
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
};

use ::exchange::{Fault, Format, Options, Report, Table, What, runs, words};
use kernel::{Codes as _, Lang};
use platform::{Ctx, config::Loaded, i18n};

use super::{Failure, Installation, Outcome, town};
use crate::cli::{Export, ExportFile, ImportTable, TableFormat};

pub(super) async fn import(loaded: Loaded, what: What, asked: &ImportTable) -> Outcome {
    let file = &asked.file.file;
    let opened = std::fs::File::open(file)
        .map_err(|error| Failure::usage(format!("{} cannot be read: {error}", file.display())))?;
    let app = Installation::open_current(loaded).await?.start().await?;
    if app.municipalities.all().is_empty() && asked.file.which.municipality.is_none() {
        // As `serve` does: in a new installation there is nobody to ask which municipality.
        crate::first_run::first_municipality(&app).await?;
    }
    // What is loaded is the town's and keeps its language; the one who types commands reads English.
    let ctx = app.system(town(&app, &asked.file.which)?.id)?;
    let said = ctx.in_language(Lang::En);
    let (table, opened) = Table::read_aside(opened).await.map_err(|error| {
        let why = said.t_with(error.key, &arguments(&error.args));
        Failure::usage(format!("{}: {why}", file.display()))
    })?;
    let permit = exchange::transfer(&ctx.actor).require()?;
    let options = Options { dry_run: asked.file.dry_run, partial: asked.partial, ..Options::default() };
    let file_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let sent = runs::Sent { what, file_name, rows: table.rows.len(), options };
    let (_, report) = runs::run(&ctx, &permit, sent, &table, opened).await?;
    app.db.close().await;
    tell(&said, asked, &report)
}

fn tell(ctx: &Ctx, asked: &ImportTable, report: &Report) -> Outcome {
    let file = asked.file.file.display();
    if !report.unknown_columns.is_empty() {
        eprintln!("{file}: these columns mean nothing here and are passed over: {}", report.unknown_columns.join(", "));
    }
    for fault in &report.faults {
        eprintln!("{file}: {}", reason(ctx, fault));
    }
    let bad = report.bad_rows();
    if !report.faults.is_empty() && (bad == 0 || !asked.partial) {
        let what = match bad {
            0 => "cannot be loaded as it is".to_owned(),
            1 => format!("has 1 bad row of {}", report.rows),
            bad => format!("has {bad} bad rows of {}", report.rows),
        };
        return Err(Failure::failed(format!("{file} {what}; nothing was changed")));
    }
    for advice in &report.advice {
        eprintln!("{file}: {}", reason(ctx, advice));
    }
    let Report { added, changed, same, .. } = report;
    let town = &ctx.municipality.name;
    println!("{town}: {added} added, {changed} changed, {same} unchanged, {bad} refused");
    for (key, count) in [
        ("exchange-organisations-added", report.organisations),
        ("exchange-passed", report.passed),
        ("exchange-check-refused", report.check_refused),
        ("exchange-check-advised", report.check_advised),
    ] {
        if count > 0 {
            let count = i64::try_from(count).unwrap_or(i64::MAX);
            println!("{}", ctx.t_with(key, &[("count", count.into())]));
        }
    }
    if asked.file.dry_run {
        println!("This was a look ahead: nothing was changed.");
    }
    Ok(())
}

fn arguments<'a>(args: &'a [(&'static str, String)]) -> Vec<(&'static str, i18n::FluentValue<'a>)> {
    args.iter().map(|(name, value)| (*name, i18n::argument(value))).collect()
}

/// `row 3, column titel: Fill this in.`
fn reason(ctx: &Ctx, fault: &Fault) -> String {
    let why = words::reason(ctx, fault);
    let place = match (fault.row, fault.column.as_str()) {
        (Some(row), "") => format!("row {row}: "),
        (Some(row), column) => format!("row {row}, column {column}: "),
        (None, "") => String::new(),
        (None, column) => format!("column {column}: "),
    };
    let found = match fault.value.as_str() {
        value if value.is_empty() || why.contains(value) => String::new(),
        value => format!(" Found: '{}'.", kernel::text::excerpt(value, 60)),
    };
    format!("{place}{why}{found}")
}

pub(super) async fn export(loaded: Loaded, what: Export) -> Outcome {
    let (what, asked) = match &what {
        Export::Vacancies(asked) => (What::Vacancies, asked),
        Export::Organisations(asked) => (What::Organisations, asked),
        Export::People(asked) => (What::People, asked),
    };
    let format = format_of(asked)?;
    let app = Installation::open_current(loaded).await?.start().await?;
    let ctx = app.system(town(&app, &asked.which)?.id)?.in_language(asked.lang.into());
    let permit = exchange::transfer(&ctx.actor).require()?;
    let table = exchange::export(&ctx, &permit, what).await?;
    let bytes = table.write(format)?;
    match &asked.out {
        Some(file) => write(file, &bytes)
            .map_err(|error| Failure::failed(format!("{} cannot be written: {error}", file.display())))?,
        None => std::io::stdout().lock().write_all(&bytes)?,
    }
    exchange::note_export(&ctx, &permit, what, table.rows.len()).await?;
    app.db.close().await;
    if let Some(file) = &asked.out {
        println!("{} is written: {} rows of {}", file.display(), table.rows.len(), ctx.municipality.name);
    }
    Ok(())
}

/// The format that was asked for, else that of the file's name.
fn format_of(asked: &ExportFile) -> Result<Format, Failure> {
    let ending = asked.out.as_ref().and_then(|file| file.extension()).and_then(|ending| ending.to_str());
    let named = ending.and_then(|ending| Format::parse(&ending.to_lowercase()));
    let format = match asked.format {
        Some(TableFormat::Csv) => Format::Csv,
        Some(TableFormat::Xlsx) => Format::Xlsx,
        None => named.unwrap_or(Format::Csv),
    };
    if format == Format::Xlsx && asked.out.is_none() && std::io::stdout().is_terminal() {
        return Err(Failure::usage("a spreadsheet cannot be shown on a terminal: name a file with --out"));
    }
    Ok(format)
}

/// Writes beside the file and puts it in its place when it is whole: nobody finds half an export.
fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut part = file.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&part)?.write_all(bytes)?;
    std::fs::rename(&part, file)
}
