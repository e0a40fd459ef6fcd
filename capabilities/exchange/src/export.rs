//! Exporting: a table with the same headers that import knows, so that what goes out can come back.

use std::collections::HashMap;

use kernel::{Codes as _, Fields, Lang, Permit, Result};
use platform::Ctx;

use super::{Table, What, columns, policy::Transfer, words};
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
    Ok(table(what, &lines, ctx.lang))
}

/// Rows of fields as a table: values of one field are joined with semicolons.
pub(super) fn table(what: What, lines: &[Fields], lang: Lang) -> Table {
    let columns = columns::of(what);
    let header = |column: &columns::Column| match lang {
        Lang::Nl => column.nl.to_owned(),
        Lang::En => column.en.to_owned(),
    };
    let row =
        |fields: &Fields| columns.iter().map(|column| fields.all(column.field).collect::<Vec<_>>().join(";")).collect();
    Table {
        headers: columns.iter().map(header).collect(),
        rows: lines.iter().enumerate().map(|(index, fields)| (index + 2, row(fields))).collect(),
    }
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
            vacancy_fields(vacancy, organisation).with("state", words::name("state", vacancy.state.code(), ctx.lang))
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
