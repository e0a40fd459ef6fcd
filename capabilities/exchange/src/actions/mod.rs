//! Importing: every row is read by the same rules as the form on the site, then all or nothing is stored.

mod vacancies;

use std::collections::{HashMap, HashSet, hash_map::Entry};

use kernel::{Fields, Lang, Permit, Result, form::FormReader, text::fold};
use platform::{Ctx, Tx, audit::Subject};
use serde_json::json;

use super::{
    Fault, Report, Table, What,
    columns::{self, Correction, Line, PLACES, Reading},
    naming::{Named, Names},
    policy::Transfer,
    runs::{
        self,
        model::{Change, Changed, RunId},
    },
    words,
};
use ::vacancies::model::Vacancy;
use organisations::ImportRow;
use people::imports::{self, ImportedPerson};
use places::TownPlaces;

/// How an import goes about it.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Only say what would happen.
    pub dry_run: bool,
    /// Store the good rows although others are bad.
    pub partial: bool,
    /// What was filled in since the file was sent.
    pub corrections: Vec<Correction>,
    /// Under which run it is noted what changes, so that it can be turned back.
    pub run: Option<RunId>,
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
    options: &Options,
) -> Result<Report> {
    let mut reading = columns::read(what, table, &options.corrections);
    if reading.numbered && reading.faults.iter().all(|fault| fault.row.is_some()) {
        number_as_known(ctx, what, &mut reading).await?;
    }
    let mut report = Report {
        rows: reading.lines.len(),
        faults: reading.faults.clone(),
        advice: [table.notes.as_slice(), &reading.notes].concat(),
        unknown_columns: reading.unknown.clone(),
        ..Report::default()
    };
    if report.faults.iter().any(|fault| fault.row.is_none()) {
        return Ok(report);
    }
    let look = Look::new(what, &reading, &mut report);
    match what {
        What::Vacancies => vacancies::import(ctx, permit, look, options).await?,
        What::Organisations => import_organisations(ctx, permit, look, options).await?,
        What::People => import_people(ctx, permit, look, options).await?,
    }
    Ok(report)
}

/// Rows without numbers that are known here by what they are called get the number they have here.
async fn number_as_known(ctx: &Ctx, what: What, reading: &mut Reading) -> Result<()> {
    let mut conn = ctx.read().await?;
    let all = match what {
        What::People => Vec::new(),
        What::Organisations | What::Vacancies => organisations::all(&mut conn, ctx.town()).await?,
    };
    let names = Names::of(&all);
    let mut titles: HashMap<_, Vec<Vacancy>> = HashMap::new();
    for line in &mut reading.lines {
        let told = |field| line.fields.get(field).unwrap_or_default().to_owned();
        let meant = |field| match names.meant(&told(field)) {
            Named::Known(id) => Some(id),
            _ => None,
        };
        let number = match what {
            What::People => imports::number_by_email(&mut conn, ctx, &told("email"), &told("name")).await?,
            What::Organisations => meant("name").and_then(|id| {
                let known = all.iter().find(|known| known.id == id)?;
                Some(known.external_id.clone().unwrap_or_else(|| id.to_string()))
            }),
            What::Vacancies => match meant("organisation") {
                None => None,
                Some(id) => {
                    let known = match titles.entry(id) {
                        Entry::Occupied(known) => known.into_mut(),
                        Entry::Vacant(place) => place.insert(::vacancies::of_organisation(&mut conn, ctx, id).await?),
                    };
                    let title = fold(&told("title"));
                    let mut alike = known.iter().filter(|known| fold(&known.title) == title);
                    let only = alike.next().filter(|_| alike.next().is_none());
                    only.map(|known| known.external_id.clone().unwrap_or_else(|| known.id.to_string()))
                }
            },
        };
        if let Some(number) = number {
            line.fields.push("external_id", number);
        }
    }
    Ok(())
}

/// The rows of a file, with what is found while one looks at them.
pub(super) struct Look<'a> {
    what: What,
    pub reading: &'a Reading,
    pub report: &'a mut Report,
    bad: HashSet<usize>,
    /// Row and field of which it is told what is wrong; rows as a whole without a field.
    told: HashSet<(usize, String)>,
    /// Names of the wijken that may be chosen.
    wijken: Vec<String>,
    /// What was stored, to turn it back by.
    pub changes: Vec<Change>,
}

impl<'a> Look<'a> {
    fn new(what: What, reading: &'a Reading, report: &'a mut Report) -> Self {
        let told: HashSet<_> =
            report.faults.iter().filter_map(|fault| Some((fault.row?, fault.field.clone()))).collect();
        let bad = told.iter().map(|(row, _)| *row).collect();
        Self { what, reading, report, bad, told, wijken: Vec::new(), changes: Vec::new() }
    }

    /// Notes what is wrong with a row.
    pub(super) fn note(&mut self, line: &Line, errors: kernel::FieldErrors) {
        for error in errors.0 {
            // What could not be read has been told, and the form misses it now.
            let told = |field: &str| self.told.contains(&(line.row, field.to_owned()));
            if told(&error.field) || told("") {
                continue;
            }
            let columns = columns::of(self.what).iter();
            let field = columns.map(|column| column.field).find(|field| *field == error.field).unwrap_or_default();
            let value = line.fields.all(&error.field).collect::<Vec<_>>().join("; ");
            let fault = Fault {
                row: Some(line.row),
                column: self.reading.header(self.what, &error.field),
                field: field.to_owned(),
                key: error.key,
                args: error.args,
                value,
                ..Fault::default()
            };
            let fault = self.with_choices(line, fault);
            self.fault(fault);
        }
    }

    /// Says which word is not known, and which are.
    fn with_choices(&self, line: &Line, fault: Fault) -> Fault {
        if fault.key != "common-error-choose" || fault.value.is_empty() {
            return fault;
        }
        let known = words::of(&fault.field);
        let is_known = |value: &&str| known.iter().any(|word| word.code == *value);
        let odd = line.fields.all(&fault.field).find(|value| !is_known(value)).unwrap_or(&fault.value).to_owned();
        let mut args = vec![("value", odd)];
        match PLACES.contains(&fault.field.as_str()) {
            true if !self.wijken.is_empty() => args.push(("allowed", self.wijken.join(", "))),
            false if !known.is_empty() => {}
            _ => return fault,
        }
        Fault { key: "exchange-error-choice".into(), args, ..fault }
    }

    fn fault(&mut self, fault: Fault) {
        self.bad.extend(fault.row);
        self.report.faults.push(fault);
    }

    /// Whether nothing is wrong with a row so far.
    pub(super) fn is_good(&self, line: &Line) -> bool {
        !self.bad.contains(&line.row)
    }

    /// A second row with the same value would undo the first; `whose` tells those of one apart from those of another.
    pub(super) fn note_doubles(&mut self, field: &str, key: &'static str, whose: impl Fn(&Line) -> String) {
        let reading = self.reading;
        let mut seen: HashMap<(String, String), usize> = HashMap::new();
        for line in &reading.lines {
            let Some(value) = line.fields.get(field) else { continue };
            let first = *seen.entry((whose(line), fold(value))).or_insert(line.row);
            if first != line.row {
                self.fault(Fault {
                    row: Some(line.row),
                    field: field.to_owned(),
                    column: reading.header(self.what, field),
                    key: key.into(),
                    args: vec![("row", first.to_string())],
                    value: value.to_owned(),
                    ..Fault::default()
                });
            }
        }
    }

    /// Whether it ends here: nothing is stored of a file with faults, unless the good rows were asked for.
    pub(super) fn is_refused(&mut self, options: &Options) -> bool {
        self.report.faults.sort_by_key(|fault| fault.row);
        !self.report.faults.is_empty() && !options.partial
    }

    /// A dry run has done all of it and now forgets it: nothing else tells as surely what would happen.
    pub(super) async fn finish(
        self,
        ctx: &Ctx,
        permit: &Permit<Transfer>,
        mut tx: Tx,
        options: &Options,
    ) -> Result<()> {
        if options.dry_run {
            return Ok(());
        }
        let Self { what, report, changes, .. } = self;
        let counts = json!({ "what": what, "added": report.added, "changed": report.changed,
            "refused": report.bad_rows(), "organisations": report.organisations });
        if let Some(run) = options.run {
            runs::actions::note_changes(&mut tx, ctx, run, &changes).await?;
        }
        tx.audit(ctx, permit, "file.import", Subject::town(), &counts).await?;
        ctx.commit(tx).await?;
        report.stored = true;
        Ok(())
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
    mut look: Look<'_>,
    options: &Options,
) -> Result<()> {
    let town = places::cached_alone(ctx).await?;
    look.wijken = town.wijken().map(|wijk| wijk.name.clone()).collect();
    // What may be imported may be confirmed: the organisations' own policy is asked too.
    let moderate = organisations::policy::moderate(&ctx.actor).require()?;
    look.note_doubles("external_id", "exchange-error-double", |_| String::new());
    let reading = look.reading;
    let mut good = Vec::new();
    let mut conn = ctx.read().await?;
    for line in &reading.lines {
        let told = |name| line.fields.get(name).unwrap_or_default();
        let known = organisations::known_to_import(&mut conn, ctx, told("external_id"), told("name")).await?;
        let before = known.map(|known| organisations::fields_of(&known.details));
        match organisation(&reading.completed(What::Organisations, line, before.as_ref()), &town) {
            Ok(row) if look.is_good(line) => good.push(row),
            Ok(_) => {}
            Err(errors) => look.note(line, errors),
        }
    }
    drop(conn);
    if look.is_refused(options) {
        return Ok(());
    }
    let mut tx = begin(ctx, permit, good.len()).await?;
    for row in good {
        let before = organisations::known_to_import(&mut tx, ctx, &row.external_id, &row.details.name).await?;
        let done = organisations::upsert_from_import(&mut tx, ctx, &moderate, &row).await?;
        look.report.added += usize::from(done.created);
        look.report.changed += usize::from(done.changed && !done.created);
        look.report.same += usize::from(!done.changed);
        if done.changed {
            let before = before.map(|known| known.details);
            look.changes.push(Change::of_organisation(done.id, before.as_ref(), &row.details)?);
        }
    }
    look.finish(ctx, permit, tx, options).await
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

async fn import_people(ctx: &Ctx, permit: &Permit<Transfer>, mut look: Look<'_>, options: &Options) -> Result<()> {
    look.note_doubles("external_id", "exchange-error-double", |_| String::new());
    look.note_doubles("email", "exchange-error-email-double", |_| String::new());
    let reading = look.reading;
    let mut good = Vec::new();
    for line in &reading.lines {
        match person(&line.fields) {
            Ok(person) if look.is_good(line) => good.push((line, person)),
            Ok(_) => {}
            Err(errors) => look.note(line, errors),
        }
    }
    let mut tx = ctx.begin(permit).await?;
    for (line, person) in good {
        match imports::upsert_imported(&mut tx, ctx, &person).await? {
            imports::Upserted::Added(id) => {
                look.report.added += 1;
                look.changes.push(Change::of_person(id, None, &person)?);
            }
            imports::Upserted::Changed { id, before, after } => {
                look.report.changed += 1;
                look.changes.push(Change::of_person(id, Some(&before), &after)?);
            }
            imports::Upserted::Same(_) => look.report.same += 1,
            imports::Upserted::EmailTaken { number } => {
                let mut taken = kernel::FieldErrors::default();
                match number {
                    Some(number) => taken.add_with("email", "exchange-error-email-numbered", vec![("number", number)]),
                    None => taken.add("email", "exchange-error-email-taken"),
                }
                look.note(line, taken);
            }
        }
    }
    if look.is_refused(options) {
        (look.report.added, look.report.changed, look.report.same) = (0, 0, 0);
        return Ok(());
    }
    look.finish(ctx, permit, tx, options).await
}

/// Takes back one thing that an import added or changed; whether that could be done.
pub(super) async fn take_back(tx: &mut Tx, ctx: &Ctx, permit: &Permit<Transfer>, change: Change) -> Result<bool> {
    let moderate = || organisations::policy::moderate(&ctx.actor).require();
    let Change { kind, subject, before, after } = change;
    let before = before.as_deref();
    match kind {
        Changed::Vacancy => {
            let before = before.map(serde_json::from_str).transpose()?;
            ::vacancies::take_back_import(tx, ctx, permit, subject.into(), before, &serde_json::from_str(&after)?).await
        }
        Changed::Organisation => {
            let before: Option<organisations::Details> = before.map(serde_json::from_str).transpose()?;
            let id = subject.into();
            if before.is_none() && !::vacancies::of_organisation(tx, ctx, id).await?.is_empty() {
                return Ok(false);
            }
            let after = serde_json::from_str(&after)?;
            organisations::take_back_import(tx, ctx, &moderate()?, id, before, &after).await
        }
        Changed::Person => {
            let before: Option<ImportedPerson> = before.map(serde_json::from_str).transpose()?;
            let after = serde_json::from_str(&after)?;
            imports::take_back(tx, ctx, permit, subject.into(), before.as_ref(), &after).await
        }
    }
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

/// Notes that a file with everything of a kind left the installation.
pub async fn note_export(ctx: &Ctx, permit: &Permit<Transfer>, what: What, rows: usize) -> Result<()> {
    let mut tx = ctx.begin(permit).await?;
    let details = json!({ "what": what, "rows": rows });
    tx.audit(ctx, permit, "file.export", Subject::town(), &details).await?;
    ctx.commit(tx).await
}
