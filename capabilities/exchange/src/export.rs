//! Exporting: a table with the same headers that import knows, so that what goes out can come back.

use std::collections::HashMap;

use kernel::{Codes as _, Fields, Lang, Permit, Result, text::fold};
use platform::Ctx;

use super::{
    Format, Table, What,
    columns::{self, Column, Values},
    policy::Transfer,
    words,
};
use people::imports;
use vacancies::model::Vacancy;

/// Vacancies read at once.
const PAGE: u32 = 500;

/// Everything of a kind in this town, as a table in the language of the context.
pub async fn export(ctx: &Ctx, _permit: &Permit<Transfer>, what: What) -> Result<Table> {
    let lines = match what {
        What::Vacancies => vacancy_lines(ctx).await?,
        What::Organisations => organisation_lines(ctx).await?,
        What::People => people_lines(ctx).await?,
    };
    let town = places::cached_alone(ctx).await?;
    // Where two wijken have one name, the code alone says which is meant.
    let alone = |name: &str| town.wijken().filter(|wijk| fold(&wijk.name) == fold(name)).count() == 1;
    let place = |code: &str| town.wijk(code).map(|wijk| wijk.name.clone()).filter(|name| alone(name));
    Ok(table(what, &lines, ctx.lang, place))
}

/// Rows of fields as a table in the reader's words, with a column of codes beside each that has them; values of one field are
/// joined with semicolons.
pub(super) fn table(what: What, lines: &[Fields], lang: Lang, place: impl Fn(&str) -> Option<String>) -> Table {
    let columns: Vec<(&Column, bool)> = columns::of(what)
        .iter()
        .flat_map(|column| [Some((column, false)), column.has_codes().then_some((column, true))])
        .flatten()
        .collect();
    let header = |(column, codes): &(&Column, bool)| match (codes, lang) {
        (true, _) => format!("{} code", column.header(lang)),
        (false, _) => column.header(lang).to_owned(),
    };
    let known: HashMap<&str, Vec<words::Word>> =
        columns.iter().map(|(column, _)| (column.field, words::of(column.field))).collect();
    let value = |(column, codes): &(&Column, bool), code: &str| match column.values {
        _ if *codes => code.to_owned(),
        Values::YesNo if lang == Lang::En => "yes".to_owned(),
        _ if columns::PLACES.contains(&column.field) => place(code).unwrap_or_else(|| code.to_owned()),
        _ => words::name_in(&known[column.field], code, lang),
    };
    let cell = |fields: &Fields, column: &(&Column, bool)| {
        fields.all(column.0.field).map(|code| value(column, code)).collect::<Vec<_>>().join(";")
    };
    let row = |fields: &Fields| columns.iter().map(|column| cell(fields, column)).collect();
    Table::new(columns.iter().map(header).collect(), lines.iter().map(row))
}

/// The number of the row that shows how it is done: an import passes over it.
pub(super) const EXAMPLES: [&str; 2] = ["voorbeeld", "example"];

/// A file to fill in: the names of the columns, one row as an example, and what may stand where.
///
/// # Errors
/// When it cannot be written.
pub(super) fn example(ctx: &Ctx, what: What, format: Format) -> Result<Vec<u8>> {
    let lang = ctx.lang;
    let columns: Vec<&Column> = columns::of(what).iter().filter(|column| column.values != Values::Told).collect();
    let text = |column: &&Column| {
        let key = format!("exchange-example-{}", column.field.replace('_', "-"));
        match column.field {
            "external_id" => EXAMPLES[usize::from(lang == Lang::En)].to_owned(),
            _ if ctx.app.catalogue.has(lang, &key) => ctx.t(&key),
            _ => String::new(),
        }
    };
    let table = Table::new(
        columns.iter().map(|column| column.header(lang).to_owned()).collect(),
        [columns.iter().map(text).collect()],
    );
    let about = |column: &&Column| {
        let key = match column.values {
            Values::List => "exchange-column-list",
            Values::YesNo => "exchange-column-yes-no",
            Values::Date => "common-date-hint",
            Values::Time => "common-time-hint",
            Values::Text | Values::Number | Values::Choice | Values::Told => "",
        };
        let note = [(column.required, "exchange-column-required"), (!key.is_empty(), key)];
        let note = note.iter().filter(|(told, _)| *told).map(|(_, key)| ctx.t(key)).collect::<Vec<_>>().join("; ");
        vec![column.header(lang).to_owned(), note, words::listed(column.field, lang, usize::MAX)]
    };
    let headers = ["exchange-fault-column", "exchange-column-note", "exchange-column-words"].map(|key| ctx.t(key));
    let explanation = Table::new(headers.into(), columns.iter().map(about));
    table.write_with(format, &ctx.t("exchange-explanation"), &ctx.t("exchange-explanation-text"), &explanation)
}

async fn vacancy_lines(ctx: &Ctx) -> Result<Vec<Fields>> {
    let mut conn = ctx.read().await?;
    let all = organisations::all(&mut conn, ctx.town()).await?;
    let names: HashMap<_, _> =
        all.into_iter().map(|organisation| (organisation.id, organisation.details.name)).collect();
    let (mut lines, mut after) = (Vec::new(), None);
    loop {
        let page = vacancies::all(&mut conn, ctx, after, PAGE).await?;
        let Some(last) = page.last().map(|vacancy| vacancy.id) else { break };
        after = Some(last);
        lines.extend(page.iter().map(|vacancy| {
            let organisation = names.get(&vacancy.organisation).map_or("", String::as_str);
            vacancy_fields(vacancy, organisation).with("state", vacancy.state.code())
        }));
    }
    Ok(lines)
}

/// A vacancy as the fields of its row.
pub(super) fn vacancy_fields(vacancy: &Vacancy, organisation: &str) -> Fields {
    let mut fields = vacancies::fields(&vacancy.content());
    // Without a number of its own it goes by ours, so that it can come back as the same vacancy elsewhere.
    fields.push("external_id", vacancy.external_id.clone().unwrap_or_else(|| vacancy.id.to_string()));
    fields.push("organisation", organisation);
    fields
}

async fn organisation_lines(ctx: &Ctx) -> Result<Vec<Fields>> {
    let mut conn = ctx.read().await?;
    let all = organisations::all(&mut conn, ctx.town()).await?;
    let fields = |organisation: organisations::Organisation| {
        let external_id = organisation.external_id.clone().unwrap_or_else(|| organisation.id.to_string());
        organisations::fields_of(&organisation.details).with("external_id", external_id)
    };
    Ok(all.into_iter().map(fields).collect())
}

async fn people_lines(ctx: &Ctx) -> Result<Vec<Fields>> {
    let mut conn = ctx.read().await?;
    let everybody = imports::everybody(&mut conn, ctx).await?;
    let fields = |(_, person): (kernel::PersonId, imports::ImportedPerson)| {
        let mut fields = Fields::default().with("external_id", person.external_id).with("name", person.name);
        let lang = person.lang.map(|lang| lang.code().to_owned());
        for (name, value) in [("email", person.email), ("phone", person.phone), ("lang", lang)] {
            if let Some(value) = value {
                fields.push(name, value);
            }
        }
        fields
    };
    Ok(everybody.into_iter().map(fields).collect())
}
