//! What headers mean, in Dutch and English, and what may stand under them.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use kernel::{
    Codes as _, Fields, Lang,
    text::{excerpt, fold},
};
use serde::{Deserialize, Serialize};

use super::{
    Fault, Table, What,
    cells::{self, Phone},
    export::EXAMPLES,
    table::Odd,
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

/// Columns of vacancies. Required of a row: organisation, title, description; all else is optional.
const VACANCIES: &[Column] = &[
    column("external_id", "extern id", "external id", Text, false),
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
    column("external_id", "extern id", "external id", Text, false),
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
    column("external_id", "extern id", "external id", Text, false),
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

/// Other names for a column, as lists have them.
const ALSO: [(&str, &[&str]); 3] = [
    ("external_id", &["id", "nr", "kenmerk", "eigen nummer", "own number"]),
    ("email", &["mail", "e-mailadres", "emailadres", "e-mail address", "email address"]),
    ("phone", &["tel", "telefoonnummer", "phone number"]),
];

/// A header as it is compared: `Extern-ID` and `extern_id` are the same.
fn bare(header: &str) -> String {
    fold(header).replace(['_', '-', '\'', '’'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Column {
    /// Every name of it, as they are compared.
    fn names(&self) -> impl Iterator<Item = String> {
        let also = ALSO.iter().filter(|(field, _)| *field == self.field).flat_map(|(_, names)| names.iter().copied());
        [self.nl, self.en, self.field].into_iter().chain(also).map(bare)
    }

    /// Its header in a language.
    pub fn header(&self, lang: Lang) -> &'static str {
        if lang == Lang::Nl { self.nl } else { self.en }
    }

    /// Whether an export has a column of codes beside it, for programs.
    pub fn has_codes(&self) -> bool {
        self.values == Told || PLACES.contains(&self.field) || !words::of(self.field).is_empty()
    }
}

/// Columns that name wijken.
pub const PLACES: [&str; 2] = ["wijk", "areas"];

/// The column that a header names, and whether it holds its codes.
fn named(what: What, header: &str) -> Option<(&'static Column, bool)> {
    let name = bare(header);
    let find = |name: &str| of(what).iter().find(|column| column.names().any(|known| known == name));
    let codes = || find(name.strip_suffix(" code")?).filter(|column| column.has_codes());
    find(&name).map(|column| (column, false)).or_else(|| codes().map(|column| (column, true)))
}

/// Whether this is the name of a column of any kind of file.
pub(super) fn is_header(text: &str) -> bool {
    static KNOWN: LazyLock<HashSet<String>> =
        LazyLock::new(|| What::ALL.iter().flat_map(|what| of(*what)).flat_map(Column::names).collect());
    // Longer than any name: no need to look at what may be a whole story.
    text.len() <= 60 && KNOWN.contains(&bare(text))
}

/// What a spreadsheet calls a column: A, B, …, Z, AA.
pub(super) fn letters(place: usize) -> String {
    let last = char::from(b'A' + u8::try_from(place % 26).unwrap_or(0));
    if place < 26 { last.to_string() } else { format!("{}{last}", letters(place / 26 - 1)) }
}

/// What somebody filled in for a cell after the file was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    pub row: usize,
    /// Name of the field; empty when the row was looked at as a whole.
    pub field: String,
    pub value: String,
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
    /// What is worth a look.
    pub notes: Vec<Fault>,
    /// Whether the rows have no numbers of their own, so that they were given some.
    pub numbered: bool,
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
            if fields.get(column.field).is_some() {
                continue;
            }
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

/// Reads a table as rows of `what`, with what was filled in since in the place of what it says.
pub fn read(what: What, table: &Table, corrections: &[Correction]) -> Reading {
    let mut reading = Reading::default();
    let places = reading.understand(what, table);
    let corrected: HashMap<(usize, &str), &str> =
        corrections.iter().map(|one| ((one.row, one.field.as_str()), one.value.trim())).collect();
    let odd: HashMap<(usize, usize), Odd> =
        table.odd.iter().map(|(row, column, odd)| ((*row, *column), *odd)).collect();
    let words: HashMap<&str, Vec<Word>> =
        of(what).iter().map(|column| (column.field, words::of(column.field))).collect();
    let asked: HashSet<&str> = places.iter().flatten().map(|column| column.field).collect();
    for (row, values) in &table.rows {
        let mut line = Cells { reading: &mut reading, words: &words, row: *row, fields: Fields::default() };
        let cells = table.slipped.get(row).copied().unwrap_or_default().max(values.len());
        if cells > table.headers.len() && !corrected.contains_key(&(*row, "")) {
            line.surplus(&places, values, cells, table.headers.len());
        }
        for (place, column) in places.iter().enumerate() {
            let Some(column) = column else { continue };
            let header = &table.headers[place];
            match corrected.get(&(*row, column.field)) {
                Some(value) => line.take(column, header, value),
                None => {
                    let value = values.get(place).map_or("", String::as_str);
                    match odd.get(&(*row, place)) {
                        Some(odd) if line.is_odd(column, header, value, *odd) => {}
                        _ => line.take(column, header, value),
                    }
                }
            }
        }
        for column in of(what).iter().filter(|column| !asked.contains(column.field)) {
            if let Some(value) = corrected.get(&(*row, column.field)) {
                line.take(column, column.nl, value);
            }
        }
        let fields = line.fields;
        reading.lines.push(Line { row: *row, fields });
    }
    reading.pass_over_example();
    if !reading.headers.iter().any(|(field, _)| *field == "external_id") {
        reading.number(what);
    }
    reading
}

/// What tells the rows of a file without numbers apart.
const fn told_apart_by(what: What) -> &'static [&'static str] {
    match what {
        What::Vacancies => &["organisation", "title"],
        What::Organisations => &["name"],
        What::People => &["email", "name", "phone"],
    }
}

impl Reading {
    /// The row of the file to fill in that shows how it is done.
    fn pass_over_example(&mut self) {
        let is_example = |line: &Line| line.fields.get("external_id").is_some_and(|id| EXAMPLES.contains(&id));
        let Some(place) = self.lines.iter().position(is_example) else { return };
        let Line { row, .. } = self.lines.remove(place);
        self.faults.retain(|fault| fault.row != Some(row));
        let key = "exchange-note-example".into();
        self.notes.push(Fault { row: Some(row), key, ..Fault::default() });
    }

    /// Gives each row a number that it has again in the next file, as long as what tells it apart stays the same.
    fn number(&mut self, what: What) {
        self.numbered = true;
        let mut seen: HashMap<String, usize> = HashMap::new();
        for line in &mut self.lines {
            let parts = told_apart_by(what).iter().map(|field| fold(line.fields.get(field).unwrap_or_default()));
            let parts: Vec<_> = parts.collect();
            let digest = platform::auth::digest(parts.join("\u{1f}").as_bytes());
            let number: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
            let count = seen.entry(number.clone()).or_default();
            *count += 1;
            let again = if *count > 1 { format!("-{count}") } else { String::new() };
            line.fields.push("external_id", format!("auto-{number}{again}"));
        }
        self.notes.push(Fault { key: "exchange-note-numbered".into(), ..Fault::default() });
    }

    /// Finds out which column stands where; what is wrong with the headers is a fault of the whole file.
    fn understand(&mut self, what: What, table: &Table) -> Vec<Option<&'static Column>> {
        let headers = table.headers.iter().map(|header| named(what, header));
        let mut found: Vec<Option<(&'static Column, bool)>> = headers.collect();
        let plain: HashSet<&str> =
            found.iter().flatten().filter(|(_, codes)| !codes).map(|(column, _)| column.field).collect();
        for (place, header) in table.headers.iter().enumerate() {
            match found[place] {
                // The words go before the codes beside them, which whoever changes the words does not look at.
                Some((column, true)) if plain.contains(column.field) => found[place] = None,
                Some((column, _)) => match self.headers.iter().find(|(field, _)| *field == column.field) {
                    None => self.headers.push((column.field, header.clone())),
                    Some((_, first)) => {
                        let args = vec![("first", first.clone()), ("second", header.clone())];
                        self.fault_of_file(header, "exchange-error-column-twice", args);
                    }
                },
                None if !header.trim().is_empty() => self.unknown.push(excerpt(header, 60)),
                None if table.rows.iter().any(|(_, row)| row.get(place).is_some_and(|value| !value.is_empty())) => {
                    self.unknown.push(letters(place));
                }
                None => {}
            }
        }
        for column in of(what).iter().filter(|column| column.required) {
            if !self.headers.iter().any(|(field, _)| *field == column.field) {
                let args = vec![("nl", column.nl.to_owned()), ("en", column.en.to_owned())];
                self.fault_of_file(column.nl, "exchange-error-column-missing", args);
            }
        }
        found.into_iter().map(|found| found.map(|(column, _)| column)).collect()
    }

    fn fault_of_file(&mut self, column: &str, key: &'static str, args: Vec<(&'static str, String)>) {
        self.faults.push(Fault { column: column.to_owned(), key: key.into(), args, ..Fault::default() });
    }
}

/// The cells of a row, as they are read.
struct Cells<'a> {
    reading: &'a mut Reading,
    words: &'a HashMap<&'static str, Vec<Word>>,
    row: usize,
    fields: Fields,
}

/// Columns of numbers that are names: nobody reckons with them, and a spreadsheet should not have either.
const NUMBERS: [&str; 4] = ["external_id", "chamber_number", "phone", "postcode"];

impl Cells<'_> {
    fn fault(
        &mut self,
        column: &Column,
        header: &str,
        key: &'static str,
        value: &str,
        args: Vec<(&'static str, String)>,
    ) {
        self.reading.faults.push(Fault {
            row: Some(self.row),
            field: column.field.to_owned(),
            column: header.to_owned(),
            key: key.into(),
            args,
            value: value.to_owned(),
            ..Fault::default()
        });
    }

    /// More cells than headers: which of them slipped is nobody's guess.
    fn surplus(&mut self, places: &[Option<&'static Column>], values: &[String], cells: usize, headers: usize) {
        let value = |place: usize| values.get(place).cloned().unwrap_or_default();
        let named = places.iter().enumerate();
        let found = named.filter_map(|(place, column)| Some(((*column)?.field.to_owned(), value(place))));
        self.reading.faults.push(Fault {
            row: Some(self.row),
            key: "exchange-error-surplus".into(),
            args: vec![("cells", cells.to_string()), ("headers", headers.to_string())],
            value: values
                .iter()
                .skip(headers)
                .filter(|value| !value.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(" | "),
            cells: found.collect(),
            ..Fault::default()
        });
    }

    /// Notes what cannot be seen from the text of a cell; whether there was something.
    fn is_odd(&mut self, column: &Column, header: &str, value: &str, odd: Odd) -> bool {
        let key = match odd {
            Odd::OpenQuote => "exchange-error-open-quote",
            Odd::Merged => "exchange-error-merged",
            Odd::Unvalued => "exchange-error-unvalued",
            Odd::Day if matches!(column.values, Date | Time | Told) => return false,
            Odd::Day => "exchange-error-day",
        };
        self.fault(column, header, key, value, Vec::new());
        if odd == Odd::OpenQuote {
            // It holds other rows too: no correction of this one cell would bring those back.
            self.reading.faults.iter_mut().next_back().into_iter().for_each(|fault| fault.field.clear());
        }
        true
    }

    fn take(&mut self, column: &Column, header: &str, value: &str) {
        if column.values == Told {
            return self.push(column, value);
        }
        if let Some((key, meant)) = cells::fault(value) {
            let args = meant.map(|meant| ("meant", meant)).into_iter().collect();
            return self.fault(column, header, key, value, args);
        }
        if NUMBERS.contains(&column.field) && cells::is_shortened(value) {
            return self.fault(column, header, "exchange-error-shortened", value, Vec::new());
        }
        match column.field {
            "phone" => match cells::phone(value) {
                Phone::Whole => self.push(column, value),
                Phone::Mended(whole) => self.push(column, &whole),
                Phone::Perhaps(meant) => {
                    self.fault(column, header, "exchange-error-phone-zero", value, vec![("meant", meant)]);
                }
            },
            "chamber_number" => self.push(column, &cells::chamber_number(value)),
            _ if matches!(column.values, Number | Choice) => self.push(column, cells::whole_number(value)),
            _ => match split(column, value) {
                Ok(values) => values.iter().for_each(|value| self.push(column, value)),
                Err(key) => self.fault(column, header, key, value, vec![("value", value.to_owned())]),
            },
        }
    }

    fn push(&mut self, column: &Column, value: &str) {
        let known = self.words.get(column.field).map_or(&[][..], Vec::as_slice);
        self.fields.push(column.field, words::translate(known, value));
    }
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
