//! Importing vacancies: rows become content as on the form, and organisations that are not known yet are added by name.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use kernel::{Date, FieldErrors, Fields, OrganisationId, Permit, Result, form::FormReader, text};
use platform::{Ctx, Tx};

use super::{
    super::{
        Fault, Report, What,
        columns::{Line, Reading},
        export::vacancy_fields,
        naming::{Named, Names},
        policy::Transfer,
    },
    Options, begin, finish, is_good, note, note_doubles,
};
use facets::fields::{Spot, Whereabouts};
use organisations::policy::Moderate;
use places::TownPlaces;
use vacancies::{
    Imported, Upserted,
    check::{self, Verdict},
    model::{Content, SUMMARY_MAX, Vacancy},
};

/// Of at most so many new organisations it is said which known one they look like.
const MOST_LIKENESSES: usize = 200;

struct Town(Arc<TownPlaces>);

impl Whereabouts for Town {
    fn knows_postcodes(&self) -> bool {
        self.0.postcode_count() > 0
    }
    fn postcode(&self, text: &str) -> Option<Spot> {
        let known = self.0.postcode(text)?;
        Some(Spot { postcode: Some(known.postcode.clone()), wijk: known.wijk_code.clone(), point: Some(known.point) })
    }
    fn wijk(&self, code: &str) -> Option<Spot> {
        let by_name = || self.0.wijken().find(|wijk| text::fold(&wijk.name) == text::fold(code));
        let wijk = self.0.wijk(code).or_else(by_name)?;
        Some(Spot { postcode: None, wijk: Some(wijk.code.clone()), point: Some(wijk.centre) })
    }
}

/// A row that can be stored.
struct Good {
    line: usize,
    external_id: String,
    organisation: Named,
    /// As the file writes it.
    name: String,
    content: Content,
}

pub(super) async fn import(
    ctx: &Ctx,
    permit: &Permit<Transfer>,
    reading: &Reading,
    options: Options,
    report: &mut Report,
) -> Result<()> {
    // What may be imported may be confirmed: the organisations' own policy is asked too.
    let moderate = organisations::policy::moderate(&ctx.actor).require()?;
    let good = look(ctx, reading, report).await?;
    report.faults.sort_by_key(|fault| fault.row);
    if !report.faults.is_empty() && !options.partial {
        return Ok(());
    }
    let mut tx = begin(ctx, permit, good.len()).await?;
    // Somebody may register one of these organisations at the same moment.
    tx.lock(ctx.town()).await?;
    let mut added = HashMap::new();
    for row in good {
        let organisation = match &row.organisation {
            Named::Known(id) => *id,
            named => match added.get(named) {
                Some(id) => *id,
                None => {
                    let id = add_organisation(&mut tx, ctx, &moderate, &row.name).await?;
                    added.insert(named.clone(), id);
                    report.organisations += 1;
                    id
                }
            },
        };
        let Good { line, external_id, content, .. } = row;
        match vacancies::upsert_imported(&mut tx, ctx, permit, Imported { external_id, organisation, content }).await? {
            Upserted::Added(_) => report.added += 1,
            Upserted::Changed(_) => report.changed += 1,
            Upserted::Same(_) => report.same += 1,
            Upserted::Ended(_) => {
                report.same += 1;
                advise(report, reading, line, "external_id", "exchange-advice-ended", Vec::new());
            }
        }
    }
    report.advice.sort_by_key(|advice| advice.row);
    finish(ctx, permit, What::Vacancies, tx, options, report).await
}

async fn add_organisation(tx: &mut Tx, ctx: &Ctx, moderate: &Permit<Moderate>, name: &str) -> Result<OrganisationId> {
    let description = ctx.in_language(ctx.municipality.default_lang()).t("exchange-organisation-description");
    organisations::add_named(tx, ctx, moderate, name, description).await
}

fn advise(
    report: &mut Report,
    reading: &Reading,
    row: usize,
    field: &str,
    key: &'static str,
    args: Vec<(&'static str, String)>,
) {
    let column = reading.header(What::Vacancies, field);
    report.advice.push(Fault { row: Some(row), column, key: key.into(), args });
}

/// Reads every row, notes what is wrong or worth a look, and gives those that are good.
async fn look(ctx: &Ctx, reading: &Reading, report: &mut Report) -> Result<Vec<Good>> {
    let town = Town(places::cached_alone(ctx).await?);
    let mut conn = ctx.read().await?;
    let names = Names::of(&organisations::all(&mut conn, ctx.town()).await?);
    let meant = |line: &Line| names.meant(line.fields.get("organisation").unwrap_or_default());
    note_doubles(report, What::Vacancies, reading, |line| format!("{:?}", meant(line)));
    let terms = check::Terms::of(&ctx.municipality.settings, ctx.today());
    let (mut good, mut likened) = (Vec::new(), HashSet::new());
    for line in &reading.lines {
        if is_elsewhere(&line.fields) {
            report.passed += 1;
            continue;
        }
        let told = |name| line.fields.get(name).unwrap_or_default();
        let organisation = meant(line);
        let known = match organisation {
            Named::Known(id) => vacancies::known_to_import(&mut conn, ctx, id, told("external_id")).await?,
            _ => None,
        };
        let fields = reading.completed(What::Vacancies, line, known.as_ref().map(fields_before).as_ref());
        // What is known may lie in the past: a file of every night is not refused for what has been.
        let today = if known.is_some() { Date::MIN } else { ctx.today() };
        match content(&fields, today, &town, &organisation) {
            Err(errors) => note(report, What::Vacancies, reading, line, errors),
            Ok(content) if known.is_none() && content.closes_on.is_some_and(|last| last < ctx.today()) => {
                report.passed += 1;
                advise(report, reading, line.row, "closes_on", "exchange-advice-over", Vec::new());
            }
            Ok(content) if is_good(report, line) => {
                note_check(report, known.as_ref(), &content, &terms);
                let name = told("organisation").to_owned();
                if matches!(organisation, Named::New(_))
                    && likened.len() < MOST_LIKENESSES
                    && likened.insert(organisation.clone())
                    && let Some(like) = names.nearly(&name)
                {
                    let args = vec![("name", name.clone()), ("like", like.to_owned())];
                    advise(report, reading, line.row, "organisation", "exchange-advice-like", args);
                }
                let external_id = told("external_id").to_owned();
                good.push(Good { line: line.row, external_id, organisation, name, content });
            }
            Ok(_) => {}
        }
    }
    Ok(good)
}

/// Whether the file itself says that this is not on the platform: what is a draft or over there, does not begin here.
fn is_elsewhere(fields: &Fields) -> bool {
    matches!(fields.get("state"), Some("draft" | "waiting" | "closed" | "taken_down"))
}

/// What is known of a vacancy, as the fields of a row. A summary that was only the beginning of the description is made anew.
fn fields_before(vacancy: &Vacancy) -> Fields {
    let made = text::excerpt(&vacancy.description, SUMMARY_MAX - 1);
    let summary = if vacancy.summary == made { String::new() } else { vacancy.summary.clone() };
    vacancy_fields(&Vacancy { summary, ..vacancy.clone() }, "")
}

/// Counts what the vacancy check would say: the municipality loads the file, so it advises and does not refuse.
fn note_check(report: &mut Report, known: Option<&Vacancy>, content: &Content, terms: &check::Terms) {
    let named = content.contact_label.is_some() || known.is_some_and(|known| known.contact.is_some());
    let input = check::Input { contact_named: named, ..check::Input::of(content) };
    let findings = check::check(&input, terms);
    if check::refusals(&findings).next().is_some() {
        report.check_refused += 1;
    } else if findings.iter().any(|finding| finding.verdict == Verdict::Advise) {
        report.check_advised += 1;
    }
}

fn content(
    fields: &Fields,
    today: Date,
    town: &Town,
    organisation: &Named,
) -> std::result::Result<Content, FieldErrors> {
    let mut form = FormReader::new(fields);
    form.text("external_id", super::EXTERNAL_ID_MAX);
    let named = form.text("organisation", organisations::NAME_MAX);
    match organisation {
        _ if named.is_empty() => {}
        Named::Twice => form.refuse("organisation", "exchange-error-organisation-twice"),
        Named::Ended => form.refuse("organisation", "exchange-error-organisation-ended"),
        Named::New(_) if named.chars().filter(|c| c.is_alphanumeric()).count() < 2 => {
            form.refuse("organisation", "organisations-error-name");
        }
        Named::New(_) | Named::Known(_) => {}
    }
    let told = vacancies::told(&mut form);
    let summary = told.summary.clone().unwrap_or_else(|| text::excerpt(&told.description, SUMMARY_MAX - 1));
    let facets = facets::fields::facets(&mut form, today, town);
    form.finish_some(facets.map(|facets| Content { summary, ..told.content(facets) }))
}
