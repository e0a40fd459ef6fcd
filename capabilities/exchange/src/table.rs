//! Tables in files: what they are, within which bounds they are read, and how they are written.

use std::{
    collections::HashMap,
    fs::File,
    io::{Cursor, Read, Seek, SeekFrom},
};

use kernel::{Problem, Result, codes};
use rust_xlsxwriter::{Workbook, Worksheet};

use super::{Fault, cells, columns, lines, sheets};

codes! {
    /// A file format.
    pub enum Format {
        /// Text, values separated.
        Csv = "csv",
        Xlsx = "xlsx",
    }
}

/// Most columns with something in them; the widest kind of file has 50.
pub const MOST_COLUMNS: usize = 100;
/// Most rows with something in them: twice the largest import that was tried, 100,000 people.
pub const MOST_ROWS: usize = 200_000;
/// Most bytes of a table in memory, and of a text file.
pub(super) const MOST_BYTES: usize = 128 << 20;
/// The names of the columns stand in one of the first so many rows that are not empty.
pub(super) const HEADER_WITHIN: usize = 20;

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

    pub(super) fn too_large(limit: usize) -> Self {
        Self::beyond("exchange-error-size", limit >> 20)
    }
}

/// What is odd about a cell and cannot be seen from its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Odd {
    /// The quote that opens it closes in another row, or nowhere.
    OpenQuote,
    /// The spreadsheet holds a day or a time.
    Day,
    /// It is part of one cell over several rows or columns, which only its first has the value of.
    Merged,
    /// A formula that was never worked out.
    Unvalued,
}

/// A table: headers, and rows with the number a spreadsheet gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub headers: Vec<String>,
    /// The rows below the headers that are not empty. Empty values at their end are left out.
    pub rows: Vec<(usize, Vec<String>)>,
    /// What was passed over or taken for granted, worth a look.
    pub notes: Vec<Fault>,
    /// Cells that are not what their text says: row, place from 0, and how.
    pub(super) odd: Vec<(usize, usize, Odd)>,
    /// Rows whose cells may have slipped, with how many they have.
    pub(super) slipped: HashMap<usize, usize>,
}

/// A table that is being read, row by row.
#[derive(Default)]
pub(super) struct Filling {
    pub table: Table,
    /// Rows in which the headers may stand.
    above: Vec<(usize, Vec<String>)>,
    begun: bool,
    bytes: usize,
}

impl Filling {
    /// Puts a value at its place in a row. Empty ones do not count: many a sheet has a layout far beyond its content.
    pub(super) fn put(&mut self, row: &mut Vec<String>, column: usize, value: String) -> Reads<()> {
        if value.is_empty() {
            return Ok(());
        }
        if column >= MOST_COLUMNS {
            return Err(Unreadable::beyond("exchange-error-columns", MOST_COLUMNS));
        }
        let wider = (column + 1).saturating_sub(row.len());
        self.bytes += value.len() + wider * size_of::<String>();
        if self.bytes > MOST_BYTES {
            return Err(Unreadable::too_large(MOST_BYTES));
        }
        row.resize(row.len() + wider, String::new());
        row[column] = value;
        Ok(())
    }

    pub(super) fn end_row(&mut self, number: usize, row: Vec<String>) -> Reads<()> {
        if row.is_empty() {
            return Ok(());
        }
        if self.begun {
            if self.table.rows.len() == MOST_ROWS {
                return Err(Unreadable::beyond("exchange-error-rows", MOST_ROWS));
            }
            self.table.rows.push((number, row));
            return Ok(());
        }
        self.above.push((number, row));
        if self.above.len() == HEADER_WITHIN { self.find_headers() } else { Ok(()) }
    }

    /// Finds the headers among the first rows; what stands above them is passed over, and named.
    fn find_headers(&mut self) -> Reads<()> {
        self.begun = true;
        let rows = std::mem::take(&mut self.above);
        let at = header_row(rows.iter().map(|(_, row)| row.as_slice()));
        for (index, (number, row)) in rows.into_iter().enumerate() {
            match index.cmp(&at) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => {
                    if index > 0 {
                        self.note("exchange-note-above", vec![("row", number.to_string())]);
                    }
                    self.table.headers = row;
                }
                std::cmp::Ordering::Greater => self.end_row(number, row)?,
            }
        }
        Ok(())
    }

    pub(super) fn note(&mut self, key: &'static str, args: Vec<(&'static str, String)>) {
        self.table.notes.push(Fault { key: key.into(), args, ..Fault::default() });
    }

    pub(super) fn end(mut self) -> Reads<Table> {
        if !self.begun {
            self.find_headers()?;
        }
        if self.table.headers.is_empty() { Err(Unreadable::new("exchange-error-empty")) } else { Ok(self.table) }
    }
}

/// What reading gives, or why it does not.
pub(super) type Reads<T> = std::result::Result<T, Unreadable>;

/// How many of these are names of columns.
pub(super) fn known_headers<'a>(row: impl IntoIterator<Item = &'a str>) -> usize {
    row.into_iter().filter(|header| columns::is_header(header)).count()
}

/// The first row with nearly as many known names of columns as any; the first of all when no row has one.
fn header_row<'a>(rows: impl Iterator<Item = &'a [String]>) -> usize {
    let counts: Vec<usize> = rows.map(|row| known_headers(row.iter().map(String::as_str))).collect();
    let most = counts.iter().max().copied().unwrap_or(0);
    counts.iter().position(|count| *count > 0 && count * 2 >= most).unwrap_or(0)
}

impl Table {
    /// Of headers and rows, numbered as they will be in a file.
    pub fn new(headers: Vec<String>, rows: impl IntoIterator<Item = Vec<String>>) -> Self {
        Self { headers, rows: (2..).zip(rows).collect(), ..Self::default() }
    }

    /// Reads a file; its beginning tells the format, whatever its name says.
    ///
    /// # Errors
    /// The file is no table, is empty, or is too large.
    pub fn read(bytes: &[u8]) -> std::result::Result<Self, Unreadable> {
        Self::read_from(&mut Cursor::new(bytes))
    }

    fn read_from(file: &mut (impl Read + Seek)) -> Reads<Self> {
        let mut head = Vec::new();
        file.by_ref().take(512).read_to_end(&mut head).map_err(|_| Unreadable::file())?;
        file.seek(SeekFrom::Start(0)).map_err(|_| Unreadable::file())?;
        match kind(&head) {
            Kind::Workbook => sheets::read(file),
            Kind::Text => lines::read(file),
            Kind::Other(key) => Err(Unreadable::new(key)),
        }
    }

    /// Reads a file, and gives it back with the table, on a thread where nobody waits for an answer.
    ///
    /// # Errors
    /// The file is no table, is empty, or is too large.
    pub async fn read_aside(mut file: File) -> std::result::Result<(Self, File), Unreadable> {
        let read = tokio::task::spawn_blocking(move || Self::read_from(&mut file).map(|table| (table, file)));
        // A file that makes the reader panic is as unreadable as one it refuses.
        read.await.unwrap_or_else(|_| Err(Unreadable::file()))
    }

    /// Writes the table as a file.
    ///
    /// # Errors
    /// When it cannot be written, which only lack of memory brings about.
    pub fn write(&self, format: Format) -> Result<Vec<u8>> {
        match format {
            Format::Csv => self.write_csv(None),
            Format::Xlsx => self.write_xlsx(None),
        }
    }

    /// Writes the table with an explanation: in a text file a line above it, in a workbook a sheet of this name behind it.
    pub(super) fn write_with(&self, format: Format, name: &str, line: &str, explanation: &Self) -> Result<Vec<u8>> {
        match format {
            Format::Csv => self.write_csv(Some(line)),
            Format::Xlsx => self.write_xlsx(Some((name, explanation))),
        }
    }

    fn write_csv(&self, above: Option<&str>) -> Result<Vec<u8>> {
        // Spreadsheets in the Netherlands expect a byte order mark and semicolons.
        let mut bytes = vec![0xEF, 0xBB, 0xBF];
        let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(&mut bytes);
        if let Some(line) = above {
            writer.write_record([line]).map_err(Problem::fault)?;
        }
        writer.write_record(&self.headers).map_err(Problem::fault)?;
        for (_, row) in &self.rows {
            writer.write_record(row.iter().map(|value| cells::guarded(value, false))).map_err(Problem::fault)?;
        }
        writer.flush().map_err(Problem::fault)?;
        drop(writer);
        Ok(bytes)
    }

    fn write_xlsx(&self, behind: Option<(&str, &Self)>) -> Result<Vec<u8>> {
        let mut book = Workbook::new();
        self.fill(book.add_worksheet())?;
        if let Some((name, table)) = behind {
            table.fill(book.add_worksheet().set_name(name).map_err(Problem::fault)?)?;
        }
        book.save_to_buffer().map_err(Problem::fault)
    }

    fn fill(&self, sheet: &mut Worksheet) -> Result<()> {
        // Cells that say they are text: whatever is typed in them later stays as it is typed.
        let text = rust_xlsxwriter::Format::new().set_num_format("@");
        let bold = rust_xlsxwriter::Format::new().set_bold();
        for (column, header) in (0u16..).zip(&self.headers) {
            sheet.set_column_format(column, &text).map_err(Problem::fault)?;
            sheet.write_string_with_format(0, column, header, &bold).map_err(Problem::fault)?;
        }
        for (line, (_, row)) in (1u32..).zip(&self.rows) {
            for (column, value) in (0u16..).zip(row) {
                let value = cells::guarded(value, true);
                sheet.write_string_with_format(line, column, value, &text).map_err(Problem::fault)?;
            }
        }
        sheet.set_freeze_panes(1, 0).map_err(Problem::fault)?;
        Ok(())
    }
}

enum Kind {
    Workbook,
    Text,
    /// One that is not read, with the key of what to do.
    Other(&'static str),
}

/// What a file is by its first bytes.
fn kind(head: &[u8]) -> Kind {
    let holds = |word: &[u8]| head.windows(word.len()).any(|part| part == word);
    let text = head.trim_ascii_start();
    match () {
        () if holds(b"application/vnd.oasis.opendocument") => Kind::Other("exchange-error-opendocument"),
        () if head.starts_with(b"PK") => Kind::Workbook,
        () if head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) => Kind::Other("exchange-error-old-excel"),
        () if head.starts_with(b"%PDF") || text.starts_with(b"<") => Kind::Other("exchange-error-unreadable"),
        () => Kind::Text,
    }
}
