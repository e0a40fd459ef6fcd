//! Importing: every row is read by the same rules as the form on the site, then all or nothing is stored.

mod vacancies;

use std::collections::HashMap;

use kernel::{Fields, Lang, Permit, Result, form::FormReader, text::fold};
use platform::{Ctx, Tx, audit::Subject};
use serde_json::json;

use super::{
    Fault, Report, Table, What,
    columns::{self, Line, Reading},
    policy::Transfer,
};
use organisations::ImportRow;
use people::imports::{self, ImportedPerson};
use places::TownPlaces;

/// How an import goes about it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Only say what would happen.
    pub dry_run: bool,
    /// Store the good rows although others are bad.
    pub partial: bool,
}

/// Imports a table.
///
/// # Errors
/// When the database refuses; faults in the file are in the report.
pub async fn import(
    ctx: &Ctx,
    permit: &Permit<Transfer>,
    what: What,
    table: &Table,
    options: Options,
) -> Result<Report> {
    let reading = columns::read(what, table);
    let mut report = Report {
        rows: reading.lines.len(),
        faults: reading.faults.clone(),
        unknown_columns: reading.unknown.clone(),
        ..Report::default()
    };
    if report.faults.iter().any(|fault| fault.row.is_none()) {
        return Ok(report);
    }
    match what {
        What::Vacancies => vacancies::import(ctx, permit, &reading, options, &mut report).await?,
        What::Organisations => import_organisations(ctx, permit, &reading, options, &mut report).await?,
        What::People => import_people(ctx, permit, &reading, options, &mut report).await?,
    }
    Ok(report)
}

/// Notes what is wrong with a row.
pub(super) fn note(report: &mut Report, what: What, reading: &Reading, line: &Line, errors: kernel::FieldErrors) {
    for error in errors.0 {
        report.faults.push(Fault {
            row: Some(line.row),
            column: reading.header(what, &error.field),
            key: error.key,
            args: error.args,
        });
    }
}

/// Whether nothing is wrong with a row so far.
pub(super) fn is_good(report: &Report, line: &Line) -> bool {
    !report.faults.iter().any(|fault| fault.row == Some(line.row))
}

/// A second row with the same external id would undo the first; `whose` tells ids of one apart from those of another.
pub(super) fn note_doubles(report: &mut Report, what: What, reading: &Reading, whose: impl Fn(&Line) -> String) {
    let mut seen: HashMap<(String, String), usize> = HashMap::new();
    for line in &reading.lines {
        let key = (whose(line), fold(line.fields.get("external_id").unwrap_or_default()));
        if let Some(first) = seen.get(&key).filter(|_| line.fields.get("external_id").is_some()) {
            report.faults.push(Fault {
                row: Some(line.row),
                column: reading.header(what, "external_id"),
                key: "exchange-error-double".into(),
                args: vec![("row", first.to_string())],
            });
        } else {
            seen.insert(key, line.row);
        }
    }
}

/// Longest id that another system gives a thing.
pub(super) const EXTERNAL_ID_MAX: usize = 100;

/// Wijken may be called by their names.
fn with_codes_of_areas(fields: &Fields, town: &TownPlaces) -> Fields {
    let code = |name: &str| {
        let known = town.wijken().find(|wijk| fold(&wijk.name) == fold(name));
        known.map_or_else(|| name.to_owned(), |wijk| wijk.code.clone())
    };
    let mut named = Fields::default();
    for (name, value) in fields.pairs() {
        named.push(name.clone(), if name == "areas" { code(value) } else { value.clone() });
    }
    named
}

fn organisation(fields: &Fields, town: &TownPlaces) -> std::result::Result<ImportRow, kernel::FieldErrors> {
    let fields = &with_codes_of_areas(fields, town);
    let mut form = FormReader::new(fields);
    let external_id = form.text("external_id", EXTERNAL_ID_MAX);
    let (name, email) =
        (form.optional_text("owner_name", kernel::form::PERSON_NAME_MAX), form.optional_email("owner_email"));
    let owner = email.map(|email| (name.unwrap_or_else(|| email.clone()), email));
    let own = form.finish(());
    let details = organisations::details(fields, town);
    match (own, details) {
        (Ok(()), Ok(details)) => Ok(ImportRow { external_id, details, owner }),
        (own, details) => {
            let mut errors = own.err().unwrap_or_default();
            errors.0.extend(details.err().unwrap_or_default().0);
            Err(errors)
        }
    }
}

async fn import_organisations(
    ctx: &Ctx,
    permit: &Permit<Transfer>,
    reading: &Reading,
    options: Options,
    report: &mut Report,
) -> Result<()> {
    let town = places::cached_alone(ctx).await?;
    // What may be imported may be confirmed: the organisations' own policy is asked too.
    let moderate = organisations::policy::moderate(&ctx.actor).require()?;
    note_doubles(report, What::Organisations, reading, |_| String::new());
    let mut good = Vec::new();
    let mut conn = ctx.read().await?;
    for line in &reading.lines {
        let told = |name| line.fields.get(name).unwrap_or_default();
        let known = organisations::known_to_import(&mut conn, ctx, told("external_id"), told("name")).await?;
        let before = known.map(|known| organisations::fields_of(&known.details));
        match organisation(&reading.completed(What::Organisations, line, before.as_ref()), &town) {
            Ok(row) if is_good(report, line) => good.push(row),
            Ok(_) => {}
            Err(errors) => note(report, What::Organisations, reading, line, errors),
        }
    }
    drop(conn);
    report.faults.sort_by_key(|fault| fault.row);
    if !report.faults.is_empty() && !options.partial {
        return Ok(());
    }
    let mut tx = begin(ctx, permit, good.len()).await?;
    for row in good {
        let done = organisations::upsert_from_import(&mut tx, ctx, &moderate, &row).await?;
        report.added += usize::from(done.created);
        report.changed += usize::from(done.changed && !done.created);
        report.same += usize::from(!done.changed);
    }
    finish(ctx, permit, What::Organisations, tx, options, report).await
}

fn person(fields: &Fields) -> std::result::Result<ImportedPerson, kernel::FieldErrors> {
    let mut form = FormReader::new(fields);
    let person = ImportedPerson {
        external_id: form.text("external_id", EXTERNAL_ID_MAX),
        name: form.person_name("name"),
        email: form.optional_email("email"),
        phone: form.optional_phone("phone"),
        lang: form.optional_choice("lang", Lang::parse),
    };
    form.finish(person)
}

async fn import_people(
    ctx: &Ctx,
    permit: &Permit<Transfer>,
    reading: &Reading,
    options: Options,
    report: &mut Report,
) -> Result<()> {
    note_doubles(report, What::People, reading, |_| String::new());
    let mut good = Vec::new();
    for line in &reading.lines {
        match person(&line.fields) {
            Ok(person) if is_good(report, line) => good.push((line, person)),
            Ok(_) => {}
            Err(errors) => note(report, What::People, reading, line, errors),
        }
    }
    let mut tx = ctx.begin(permit).await?;
    for (line, person) in good {
        match imports::upsert_imported(&mut tx, ctx, &person).await? {
            imports::Upserted::Added(_) => report.added += 1,
            imports::Upserted::Changed(_) => report.changed += 1,
            imports::Upserted::Same(_) => report.same += 1,
            imports::Upserted::EmailTaken => {
                let taken = kernel::FieldErrors::one("email", "exchange-error-email-taken");
                note(report, What::People, reading, line, taken);
            }
        }
    }
    report.faults.sort_by_key(|fault| fault.row);
    if !report.faults.is_empty() && !options.partial {
        (report.added, report.changed, report.same) = (0, 0, 0);
        return Ok(());
    }
    finish(ctx, permit, What::People, tx, options, report).await
}

/// More rows than this take the lock on everything at once instead of one each.
const MANY: usize = 1_000;

/// The transaction in which so many rows are stored that each take a lock (people take none).
pub(super) async fn begin(ctx: &Ctx, permit: &Permit<Transfer>, rows: usize) -> Result<Tx> {
    let mut tx = ctx.begin(permit).await?;
    if rows > MANY {
        tx.lock_everything().await?;
    }
    Ok(tx)
}

/// A dry run has done all of it and now forgets it: nothing else tells as surely what would happen.
pub(super) async fn finish(
    ctx: &Ctx,
    permit: &Permit<Transfer>,
    what: What,
    mut tx: Tx,
    options: Options,
    report: &mut Report,
) -> Result<()> {
    if options.dry_run {
        return Ok(());
    }
    let counts = json!({ "what": what, "added": report.added, "changed": report.changed, "refused": report.bad_rows(),
            "organisations": report.organisations });
    tx.audit(ctx, permit, "file.import", Subject::town(), &counts).await?;
    ctx.commit(tx).await?;
    report.stored = true;
    Ok(())
}

/// Notes that a file with everything of a kind left the installation.
pub async fn note_export(ctx: &Ctx, permit: &Permit<Transfer>, what: What, rows: usize) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let details = json!({ "what": what, "rows": rows });
    tx.audit(ctx, permit, "file.export", Subject::town(), &details).await?;
    ctx.commit(tx).await
}
