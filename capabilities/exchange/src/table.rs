//! Tables in files: CSV as programs and spreadsheets write it, and XLSX.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use kernel::{Problem, Result, codes};

use super::unpack;

codes! {
    /// A file format.
    pub enum Format {
        /// Text, values separated.
        Csv = "csv",
        Xlsx = "xlsx",
    }
}

/// Most columns with something in them; the widest kind of file has 34.
pub const MOST_COLUMNS: usize = 100;
/// Most rows with something in them: twice the largest import that was tried, 100,000 people.
pub const MOST_ROWS: usize = 200_000;
/// Most bytes of a table in memory, and of a workbook when it is unpacked.
pub(super) const MOST_BYTES: usize = 256 << 20;

/// Why a file is no table: a catalogue key, which says what to do, with its arguments.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{key}")]
pub struct Unreadable {
    /// Catalogue key.
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Unreadable {
    pub(super) fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    pub(super) fn file() -> Self {
        Self::new("exchange-error-unreadable")
    }

    fn beyond(key: &'static str, limit: usize) -> Self {
        Self { key, args: vec![("limit", limit.to_string())] }
    }

    pub(super) fn too_large() -> Self {
        Self::beyond("exchange-error-size", MOST_BYTES >> 20)
    }
}

/// A table: headers, and rows with the number a spreadsheet gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The first row.
    pub headers: Vec<String>,
    /// The other rows that are not empty. Empty values at their end may be left out.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// A table that is being read, value by value.
#[derive(Default)]
struct Filling {
    table: Table,
    bytes: usize,
}

impl Filling {
    /// Puts a value at its place in a row. Empty ones do not count: many a sheet has a layout far beyond its content.
    fn put(&mut self, row: &mut Vec<String>, column: usize, value: String) -> std::result::Result<(), Unreadable> {
        if value.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(Unreadable::beyond("exchange-error-columns", MOST_COLUMNS));
        }
        let wider = (column + 1).saturating_sub(row.len());
        self.bytes += value.len() + wider * size_of::<String>();
        if self.bytes > MOST_BYTES {
            return Err(Unreadable::too_large());
        }
        row.resize(row.len() + wider, String::new());
        row[column] = value;
        Ok(())
    }

    fn end_row(&mut self, number: usize, row: Vec<String>) -> std::result::Result<(), Unreadable> {
        if row.is_empty() {
            return Ok(());
        }
        if self.table.headers.is_empty() {
            self.table.headers = row;
        } else if self.table.rows.len() < MOST_ROWS {
            self.table.rows.push((number, row));
        } else {
            return Err(Unreadable::beyond("exchange-error-rows", MOST_ROWS));
        }
        Ok(())
    }

    fn end(self) -> std::result::Result<Table, Unreadable> {
        if self.table.headers.is_empty() { Err(Unreadable::new("exchange-error-empty")) } else { Ok(self.table) }
    }
}

impl Table {
    /// Reads a file; its beginning tells the format, whatever its name says.
    ///
    /// # Errors
    /// The file is no table, is empty, or is too large.
    pub fn read(bytes: &[u8]) -> std::result::Result<Self, Unreadable> {
        if bytes.starts_with(b"PK") { Self::read_xlsx(bytes) } else { Self::read_csv(bytes) }
    }

    /// Reads a file, and gives it back with the table, on a thread where nobody waits for an answer.
    ///
    /// # Errors
    /// The file is no table, is empty, or is too large.
    pub async fn read_aside(bytes: Vec<u8>) -> std::result::Result<(Self, Vec<u8>), Unreadable> {
        let read = tokio::task::spawn_blocking(move || Self::read(&bytes).map(|table| (table, bytes)));
        // A file that makes the reader panic is as unreadable as one it refuses.
        read.await.unwrap_or_else(|_| Err(Unreadable::file()))
    }

    fn read_csv(bytes: &[u8]) -> std::result::Result<Self, Unreadable> {
        let text = decode(bytes);
        let delimiter = delimiter(&text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut filling = Filling::default();
        let mut number = 0;
        for record in reader.records() {
            let record = record.map_err(|_| Unreadable::file())?;
            // Where a value spans lines, a spreadsheet still counts one row, and it counts the blank lines; so does this.
            number += 1 + record.position().map_or(0, |begin| blank_lines(&text, begin.byte()));
            let mut row = Vec::new();
            for (column, value) in record.iter().enumerate() {
                filling.put(&mut row, column, as_meant(value.trim()).to_owned())?;
            }
            filling.end_row(number, row)?;
        }
        filling.end()
    }

    /// Cell by cell: the rectangle around two cells in opposite corners would be larger than any memory.
    fn read_xlsx(bytes: &[u8]) -> std::result::Result<Self, Unreadable> {
        unpack::check(bytes)?;
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Unreadable::file())?;
        let sheet = book.sheet_names().into_iter().next().ok_or_else(Unreadable::file)?;
        let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| Unreadable::file())?;
        let mut filling = Filling::default();
        let (mut number, mut row) = (0, Vec::new());
        while let Some(found) = cells.next_cell().map_err(|_| Unreadable::file())? {
            let (line, column) = found.get_position();
            if line as usize + 1 != number {
                filling.end_row(number, std::mem::take(&mut row))?;
                number = line as usize + 1;
            }
            filling.put(&mut row, column as usize, cell(&found.get_value().clone().into()))?;
        }
        filling.end_row(number, row)?;
        filling.end()
    }

    /// Writes the table as a file.
    ///
    /// # Errors
    /// When it cannot be written, which only lack of memory brings about.
    pub fn write(&self, format: Format) -> Result<Vec<u8>> {
        match format {
            Format::Csv => self.write_csv(),
            Format::Xlsx => self.write_xlsx(),
        }
    }

    fn write_csv(&self) -> Result<Vec<u8>> {
        // Spreadsheets in the Netherlands expect a byte order mark and semicolons.
        let mut bytes = vec![0xEF, 0xBB, 0xBF];
        let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(&mut bytes);
        writer.write_record(&self.headers).map_err(Problem::fault)?;
        for (_, row) in &self.rows {
            writer.write_record(row.iter().map(|value| harmless(value))).map_err(Problem::fault)?;
        }
        writer.flush().map_err(Problem::fault)?;
        drop(writer);
        Ok(bytes)
    }

    fn write_xlsx(&self) -> Result<Vec<u8>> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let bold = rust_xlsxwriter::Format::new().set_bold();
        for (column, header) in (0u16..).zip(&self.headers) {
            sheet.write_string_with_format(0, column, header, &bold).map_err(Problem::fault)?;
        }
        for (line, (_, row)) in (1u32..).zip(&self.rows) {
            for (column, value) in (0u16..).zip(row) {
                sheet.write_string(line, column, value).map_err(Problem::fault)?;
            }
        }
        sheet.set_freeze_panes(1, 0).map_err(Problem::fault)?;
        book.save_to_buffer().map_err(Problem::fault)
    }
}

/// The blank lines from where the reader stood before a record: it passes over them in silence.
fn blank_lines(text: &str, from: u64) -> usize {
    let from = usize::try_from(from).unwrap_or(usize::MAX);
    let bytes = text.as_bytes().get(from..).unwrap_or_default();
    let after_return = from.checked_sub(1).and_then(|before| text.as_bytes().get(before)) == Some(&b'\r');
    let bytes = bytes.strip_prefix(b"\n").filter(|_| after_return).unwrap_or(bytes);
    bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n').count()
}

/// How a formula begins in the eyes of a spreadsheet.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A value without the apostrophe that [`harmless`] gave it: what goes out comes back the same.
fn as_meant(value: &str) -> &str {
    value.strip_prefix('\'').filter(|rest| rest.starts_with(FORMULA)).unwrap_or(value)
}

/// A value that a spreadsheet would take for a formula gets an apostrophe, so that nothing runs when the file is opened.
fn harmless(value: &str) -> String {
    if value.starts_with(FORMULA) && value.parse::<f64>().is_err() { format!("'{value}") } else { value.to_owned() }
}

/// UTF-8 with or without a mark, or what older Windows programs write.
fn decode(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // Windows-1252 equals Latin-1 but for 27 signs, of which only the euro and the quotes matter here.
        Err(_) => bytes
            .iter()
            .map(|byte| match byte {
                0x80 => '€',
                0x91 | 0x92 => '\'',
                0x93 | 0x94 => '"',
                0x96 | 0x97 => '–',
                other => char::from(*other),
            })
            .collect(),
    }
}

/// The sign that stands most often in the first line, outside quotes.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let mut quoted = false;
    let mut counts = [(b';', 0), (b',', 0), (b'\t', 0)];
    for byte in first.bytes() {
        quoted ^= byte == b'"';
        if let Some((_, count)) = counts.iter_mut().find(|(sign, _)| *sign == byte && !quoted) {
            *count += 1;
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b';', |(sign, _)| sign)
}

fn cell(data: &Data) -> String {
    match data {
        Data::Empty | Data::Error(_) => String::new(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::DateTime(moment) => {
            let (year, month, day, hour, minute, _, _) = moment.to_ymd_hms_milli();
            match (moment.as_f64() < 1.0, hour, minute) {
                (true, ..) => format!("{hour:02}:{minute:02}"),
                (false, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
                (false, ..) => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}"),
            }
        }
        other => other.to_string().trim().to_owned(),
    }
}
