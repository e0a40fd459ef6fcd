//! What headers mean, in Dutch and English, and what may stand under them.

use kernel::{Fields, text::fold};

use super::{
    Fault, Table, What,
    words::{self, Word},
};

/// How the values of a column are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// As they stand.
    Text,
    /// One of the words of the field ([`words::of`]).
    Choice,
    Date,
    /// A time of day.
    Time,
    Number,
    /// Yes or no, in Dutch or English.
    YesNo,
    /// A list, separated by semicolons or bars; where the field has words ([`words::of`]), of these.
    List,
    /// What an export tells; an import looks at it and changes nothing by it.
    Told,
}

/// A column: the field it fills, its names, how it is read.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Name of the field, as in the form on the site.
    pub field: &'static str,
    /// Dutch header.
    pub nl: &'static str,
    /// English header.
    pub en: &'static str,
    /// How it is read.
    pub values: Values,
    /// Whether a row must have it.
    pub required: bool,
}

const fn column(field: &'static str, nl: &'static str, en: &'static str, values: Values, required: bool) -> Column {
    Column { field, nl, en, values, required }
}

use Values::{Choice, Date, List, Number, Text, Time, Told, YesNo};

/// Columns of vacancies. Required of a row: external id, organisation, title, description; all else is optional.
const VACANCIES: &[Column] = &[
    column("external_id", "extern id", "external id", Text, true),
    column("organisation", "organisatie", "organisation", Text, true),
    column("title", "titel", "title", Text, true),
    column("description", "omschrijving", "description", Text, true),
    column("summary", "samenvatting", "summary", Text, false),
    column("themes", "themas", "themes", List, false),
    column("tasks", "taken", "tasks", List, false),
    column("when", "wanneer", "when", Choice, false),
    column("date", "datum", "date", Date, false),
    column("weekday", "weekdag", "weekday", Choice, false),
    column("every_weeks", "elke weken", "every weeks", Number, false),
    column("starts", "begintijd", "starts", Time, false),
    column("ends", "eindtijd", "ends", Time, false),
    column("from", "vanaf", "from", Date, false),
    column("until", "tot en met", "until", Date, false),
    column("parts", "dagdelen", "day parts", List, false),
    column("hours", "uren", "hours", Number, false),
    column("people_wanted", "aantal mensen", "people wanted", Number, false),
    column("from_home", "vanuit huis", "from home", YesNo, false),
    column("postcode", "postcode", "postcode", Text, false),
    column("wijk", "wijk", "wijk", Text, false),
    column("place_name", "plek", "place", Text, false),
    column("languages", "talen", "languages", List, false),
    column("dutch", "niveau nederlands", "dutch level", Choice, false),
    column("min_age", "minimumleeftijd", "minimum age", Number, false),
    column("age_reason", "reden leeftijd", "reason for age", Text, false),
    column("vog", "vog", "certificate of conduct", YesNo, false),
    column("driving_licence", "rijbewijs", "driving licence", YesNo, false),
    column("diploma", "diploma", "diploma", Text, false),
    column("offered", "wij bieden", "offered", List, false),
    column("offered_other", "wij bieden ook", "offered besides", Text, false),
    column("suitable", "geschikt voor", "suitable for", List, false),
    column("contact_label", "wie antwoordt", "who answers", Text, false),
    column("closes_on", "sluit op", "closes on", Date, false),
    column("state", "status", "state", Told, false),
];

/// Columns of organisations.
const ORGANISATIONS: &[Column] = &[
    column("external_id", "extern id", "external id", Text, true),
    column("name", "naam", "name", Text, true),
    column("description", "omschrijving", "description", Text, true),
    column("sectors", "sectoren", "sectors", List, true),
    column("chamber_number", "kvk nummer", "chamber number", Text, false),
    column("size", "omvang", "size", Choice, false),
    column("areas", "wijken", "areas", List, false),
    column("website", "website", "website", Text, false),
    column("email", "e-mail", "email", Text, false),
    column("phone", "telefoon", "phone", Text, false),
    column("owner_name", "contactpersoon", "contact person", Text, false),
    column("owner_email", "e-mail contactpersoon", "e-mail contact person", Text, false),
];

/// Columns of people.
const PEOPLE: &[Column] = &[
    column("external_id", "extern id", "external id", Text, true),
    column("name", "naam", "name", Text, true),
    column("email", "e-mail", "email", Text, false),
    column("phone", "telefoon", "phone", Text, false),
    column("lang", "taal", "language", Choice, false),
];

/// The columns of a kind, in the order of an export.
pub fn of(what: What) -> &'static [Column] {
    match what {
        What::Vacancies => VACANCIES,
        What::Organisations => ORGANISATIONS,
        What::People => PEOPLE,
    }
}

/// A header as it is compared: `Extern-ID` and `extern_id` are the same.
fn bare(header: &str) -> String {
    fold(header).replace(['_', '-', '\'', '’'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A row with its fields, ready for the form that people use too.
#[derive(Clone, Debug)]
pub struct Line {
    /// The row as a spreadsheet counts it.
    pub row: usize,
    /// What stands in it.
    pub fields: Fields,
}

/// A table whose headers were understood.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    pub lines: Vec<Line>,
    /// What is wrong with the file as a whole, and what stands in a row and cannot be read.
    pub faults: Vec<Fault>,
    /// Headers that mean nothing to us.
    pub unknown: Vec<String>,
    /// Field → header as it stands in the file, for messages.
    pub headers: Vec<(&'static str, String)>,
}

impl Reading {
    /// The header under which a field stands, for messages; the Dutch name where the file lacks it.
    pub fn header(&self, what: What, field: &str) -> String {
        let known = self.headers.iter().find(|(name, _)| *name == field).map(|(_, header)| header.clone());
        let default = of(what).iter().find(|column| column.field == field).map(|column| column.nl.to_owned());
        known.or(default).unwrap_or_else(|| field.to_owned())
    }
}

/// Columns of which one in the file speaks for the others: a wijk there is not undone by a postcode here.
const TOGETHER: [&[&str]; 1] = [&["postcode", "wijk"]];

impl Reading {
    /// Whether the file speaks of a field.
    fn has(&self, field: &str) -> bool {
        let of_file = |name: &str| self.headers.iter().any(|(known, _)| *known == name);
        of_file(field) || TOGETHER.iter().any(|group| group.contains(&field) && group.iter().any(|name| of_file(name)))
    }

    /// A row as the form reads it. What the file has no column for stays as it is `known` here, if it is; else it is what
    /// goes without saying.
    pub fn completed(&self, what: What, line: &Line, known: Option<&Fields>) -> Fields {
        let mut fields = line.fields.clone();
        for column in of(what).iter().filter(|column| column.values != Values::Told && !self.has(column.field)) {
            for value in known.into_iter().flat_map(|known| known.all(column.field)) {
                fields.push(column.field, value);
            }
        }
        match what {
            What::Vacancies if line.fields.get("when").is_none() => {
                fields.push("when", self.when_unsaid(line, known.and_then(|known| known.get("when"))));
            }
            What::Organisations => {
                let kind = if fields.get("chamber_number").is_some() { "registered" } else { "informal" };
                fields.push("kind", kind);
                if fields.get("size").is_none() {
                    fields.push("size", "unknown");
                }
            }
            What::Vacancies | What::People => {}
        }
        fields
    }

    /// When a row is that does not say it: a date makes it a one-off; else it is as it was, as far as the file leaves it.
    fn when_unsaid<'a>(&self, line: &Line, before: Option<&'a str>) -> &'a str {
        match before.filter(|_| !self.has("when")) {
            _ if line.fields.get("date").is_some() => "once",
            Some("once") if self.has("date") => "flexible",
            before => before.unwrap_or("flexible"),
        }
    }
}

/// Reads a table as rows of `what`.
pub fn read(what: What, table: &Table) -> Reading {
    let mut reading = Reading::default();
    let mut places: Vec<Option<&'static Column>> = Vec::new();
    for header in &table.headers {
        let name = bare(header);
        let column =
            of(what).iter().find(|column| [column.nl, column.en, column.field].iter().any(|known| bare(known) == name));
        match column {
            Some(column) => reading.headers.push((column.field, header.clone())),
            None if !name.is_empty() => reading.unknown.push(kernel::text::excerpt(header, 60)),
            None => {}
        }
        places.push(column);
    }
    for column in of(what).iter().filter(|column| column.required) {
        if !places.iter().flatten().any(|known| known.field == column.field) {
            reading.faults.push(Fault {
                row: None,
                column: column.nl.to_owned(),
                key: "exchange-error-column-missing".into(),
                args: vec![("nl", column.nl.to_owned()), ("en", column.en.to_owned())],
            });
        }
    }
    let known: Vec<Vec<Word>> =
        places.iter().map(|column| column.map_or_else(Vec::new, |column| words::of(column.field))).collect();
    for (row, values) in &table.rows {
        let mut fields = Fields::default();
        for (((column, known), header), value) in places.iter().zip(&known).zip(&table.headers).zip(values) {
            let Some(column) = column else { continue };
            match split(column, value) {
                Ok(values) => {
                    values.iter().for_each(|value| fields.push(column.field, words::translate(known, value)));
                }
                Err(key) => reading.faults.push(Fault {
                    row: Some(*row),
                    column: header.clone(),
                    key: key.into(),
                    args: vec![("value", value.clone())],
                }),
            }
        }
        reading.lines.push(Line { row: *row, fields });
    }
    reading
}

/// What means yes.
const YES: [&str; 9] = ["ja", "j", "yes", "y", "1", "x", "true", "waar", "wel"];
/// What means no, beside an empty cell.
const NO: [&str; 10] = ["", "nee", "n", "no", "0", "false", "onwaar", "niet", "-", "nvt"];

/// The values of a cell.
fn split(column: &Column, value: &str) -> Result<Vec<String>, &'static str> {
    match column.values {
        Values::Text | Values::Choice | Values::Date | Values::Time | Values::Number | Values::Told => {
            Ok(vec![value.to_owned()])
        }
        Values::List => {
            Ok(value.split([';', '|']).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect())
        }
        // A word that is neither would take a demand away in silence: what is asked for safety must not be guessed.
        Values::YesNo => match fold(value) {
            yes if YES.contains(&yes.as_str()) => Ok(vec!["ja".to_owned()]),
            no if NO.contains(&no.as_str()) => Ok(Vec::new()),
            _ => Err("exchange-error-yes-no"),
        },
    }
}
