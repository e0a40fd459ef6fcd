//! Importing vacancies: rows become content as on the form, and organisations that are not known yet are added by name.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use kernel::{Date, FieldErrors, Fields, OrganisationId, Permit, Result, form::FormReader, text};
use platform::{Ctx, Tx};

use super::{
    super::{
        Fault, What,
        columns::Line,
        export::vacancy_fields,
        naming::{Named, Names},
        policy::Transfer,
        runs::model::Change,
    },
    Look, Options, begin,
};
use facets::fields::{Spot, Whereabouts};
use organisations::{Organisation, policy::Moderate};
use places::TownPlaces;
use vacancies::{
    Imported, Upserted,
    check::{self, Verdict},
    model::{Content, SUMMARY_MAX, State, Vacancy},
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
    /// The vacancy check does not let it through.
    draft: bool,
}

pub(super) async fn import(ctx: &Ctx, permit: &Permit<Transfer>, mut look: Look<'_>, options: &Options) -> Result<()> {
    // What may be imported may be confirmed: the organisations' own policy is asked too.
    let moderate = organisations::policy::moderate(&ctx.actor).require()?;
    let good = look_at_rows(ctx, &mut look).await?;
    if look.is_refused(options) {
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
                    let organisation = add_organisation(&mut tx, ctx, &moderate, &row.name).await?;
                    added.insert(named.clone(), organisation.id);
                    look.report.organisations += 1;
                    look.changes.push(Change::of_organisation(organisation.id, None, &organisation.details)?);
                    organisation.id
                }
            },
        };
        store(&mut tx, ctx, permit, &mut look, organisation, row).await?;
    }
    look.report.advice.sort_by_key(|advice| advice.row);
    look.finish(ctx, permit, tx, options).await
}

async fn store(
    tx: &mut Tx,
    ctx: &Ctx,
    permit: &Permit<Transfer>,
    look: &mut Look<'_>,
    organisation: OrganisationId,
    row: Good,
) -> Result<()> {
    let Good { line, external_id, content, draft, .. } = row;
    let imported = Imported { external_id, organisation, content, draft };
    match vacancies::upsert_imported(tx, ctx, permit, imported).await? {
        Upserted::Added(id, after) => {
            look.report.added += 1;
            look.changes.push(Change::of_vacancy(id, None, &after)?);
        }
        Upserted::Changed(id, both) => {
            look.report.changed += 1;
            look.changes.push(Change::of_vacancy(id, Some(&both.0), &both.1)?);
        }
        Upserted::Same(_) => look.report.same += 1,
        Upserted::Ended(_) => {
            look.report.same += 1;
            advise(look, line, "external_id", "exchange-advice-ended", Vec::new());
        }
    }
    Ok(())
}

async fn add_organisation(tx: &mut Tx, ctx: &Ctx, moderate: &Permit<Moderate>, name: &str) -> Result<Organisation> {
    let description = ctx.in_language(ctx.municipality.default_lang()).t("exchange-organisation-description");
    organisations::add_named(tx, ctx, moderate, name, description).await
}

fn advise(look: &mut Look<'_>, row: usize, field: &str, key: &'static str, args: Vec<(&'static str, String)>) {
    let column = look.reading.header(What::Vacancies, field);
    look.report.advice.push(Fault { row: Some(row), column, key: key.into(), args, ..Fault::default() });
}

/// Reads every row, notes what is wrong or worth a look, and gives those that are good.
async fn look_at_rows(ctx: &Ctx, look: &mut Look<'_>) -> Result<Vec<Good>> {
    let town = Town(places::cached_alone(ctx).await?);
    look.wijken = town.0.wijken().map(|wijk| wijk.name.clone()).collect();
    let reading = look.reading;
    let mut conn = ctx.read().await?;
    let names = Names::of(&organisations::all(&mut conn, ctx.town()).await?);
    let meant = |line: &Line| names.meant(line.fields.get("organisation").unwrap_or_default());
    look.note_doubles("external_id", "exchange-error-double", |line| format!("{:?}", meant(line)));
    let terms = check::Terms::of(&ctx.municipality.settings, ctx.today());
    let (mut good, mut likened) = (Vec::new(), HashSet::new());
    for line in &reading.lines {
        let told = |name| line.fields.get(name).unwrap_or_default();
        let organisation = meant(line);
        let known = match organisation {
            Named::Known(id) => vacancies::known_to_import(&mut conn, ctx, id, told("external_id")).await?,
            _ => None,
        };
        let written = matches!(line.fields.get("state"), Some("draft" | "waiting"));
        if is_over(&line.fields) || (written && known.is_none()) {
            look.report.passed += 1;
            continue;
        }
        let fields = reading.completed(What::Vacancies, line, known.as_ref().map(fields_before).as_ref());
        // What is known may lie in the past: a file of every night is not refused for what has been.
        let today = if known.is_some() { Date::MIN } else { ctx.today() };
        match content(&fields, today, &town, &organisation) {
            Err(errors) => look.note(line, errors),
            Ok(content) if known.is_none() && content.closes_on.is_some_and(|last| last < ctx.today()) => {
                look.report.passed += 1;
                advise(look, line.row, "closes_on", "exchange-advice-over", Vec::new());
            }
            Ok(content) if look.is_good(line) => {
                let draft = note_check(look, line, known.as_ref(), &content, &terms) || written;
                let name = told("organisation").to_owned();
                if matches!(organisation, Named::New(_))
                    && likened.len() < MOST_LIKENESSES
                    && likened.insert(organisation.clone())
                    && let Some(like) = names.nearly(&name)
                {
                    let args = vec![("name", name.clone()), ("like", like.to_owned())];
                    advise(look, line.row, "organisation", "exchange-advice-like", args);
                }
                let external_id = told("external_id").to_owned();
                good.push(Good { line: line.row, external_id, organisation, name, content, draft });
            }
            Ok(_) => {}
        }
    }
    Ok(good)
}

/// Whether the file itself says that this is over. What is being written over there does not begin here either.
fn is_over(fields: &Fields) -> bool {
    matches!(fields.get("state"), Some("closed" | "taken_down"))
}

/// What is known of a vacancy, as the fields of a row. A summary that was only the beginning of the description is made anew.
fn fields_before(vacancy: &Vacancy) -> Fields {
    let made = text::excerpt(&vacancy.description, SUMMARY_MAX - 1);
    let summary = if vacancy.summary == made { String::new() } else { vacancy.summary.clone() };
    vacancy_fields(&Vacancy { summary, ..vacancy.clone() }, "")
}

/// Notes what the vacancy check says; whether it stands in the way of going live. One that was public before stays so.
fn note_check(
    look: &mut Look<'_>,
    line: &Line,
    known: Option<&Vacancy>,
    content: &Content,
    terms: &check::Terms,
) -> bool {
    let named = content.contact_label.is_some() || known.is_some_and(|known| known.contact.is_some());
    let input = check::Input { contact_named: named, ..check::Input::of(content) };
    let findings = check::check(&input, terms);
    // On the form somebody is chosen; a file names them.
    let field = |field| if field == "contact" { "contact_label" } else { field };
    let refused: Vec<String> =
        check::refusals(&findings).map(|finding| look.reading.header(What::Vacancies, field(finding.field))).collect();
    if refused.is_empty() {
        let advised = findings.iter().any(|finding| finding.verdict == Verdict::Advise);
        look.report.check_advised += usize::from(advised);
        return false;
    }
    look.report.check_refused += 1;
    let draft = known.is_none_or(|known| known.state == State::Draft);
    if draft {
        let columns = refused.into_iter().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ");
        advise(look, line.row, "title", "exchange-advice-draft", vec![("columns", columns)]);
    }
    draft
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
