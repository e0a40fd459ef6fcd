//! Tables in files: CSV as programs and spreadsheets write it, and XLSX.

use std::io::Cursor;

use calamine::{Data, Reader};
use kernel::{Problem, Result, codes};

codes! {
    /// A file format.
    pub enum Format {
        /// Text, values separated.
        Csv = "csv",
        /// A spreadsheet.
        Xlsx = "xlsx",
    }
}

/// A table: headers, and rows with the number a spreadsheet gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The first row.
    pub headers: Vec<String>,
    /// The other rows that are not empty.
    pub rows: Vec<(usize, Vec<String>)>,
}

impl Table {
    /// Reads a file; its beginning tells the format, whatever its name says.
    ///
    /// # Errors
    /// A catalogue key: the file is no table, or is empty.
    pub fn read(bytes: &[u8]) -> std::result::Result<Self, &'static str> {
        let table = if bytes.starts_with(b"PK") { Self::read_xlsx(bytes)? } else { Self::read_csv(bytes)? };
        if table.headers.iter().all(|header| header.trim().is_empty()) {
            return Err("exchange-error-empty");
        }
        Ok(table)
    }

    fn read_csv(bytes: &[u8]) -> std::result::Result<Self, &'static str> {
        let text = decode(bytes);
        let delimiter = delimiter(&text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let mut table = Self::default();
        let mut row = 0;
        for record in reader.records() {
            let record = record.map_err(|_| "exchange-error-unreadable")?;
            // Where a value spans lines, a spreadsheet still counts one row, and it counts the blank lines; so does this.
            row += 1 + record.position().map_or(0, |begin| blank_lines(&text, begin.byte()));
            let values: Vec<String> = record.iter().map(|value| as_meant(value.trim()).to_owned()).collect();
            if table.headers.is_empty() {
                table.headers = values;
            } else {
                table.rows.push((row, values));
            }
        }
        table.rows.retain(|(_, values)| values.iter().any(|value| !value.is_empty()));
        Ok(table)
    }

    fn read_xlsx(bytes: &[u8]) -> std::result::Result<Self, &'static str> {
        let mut book =
            calamine::open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| "exchange-error-unreadable")?;
        let range = book.worksheet_range_at(0).and_then(std::result::Result::ok).ok_or("exchange-error-unreadable")?;
        let first = range.start().map_or(0, |(row, _)| row as usize);
        let mut table = Self::default();
        for (index, cells) in range.rows().enumerate() {
            let values: Vec<String> = cells.iter().map(cell).collect();
            if table.headers.is_empty() {
                table.headers = values;
            } else if values.iter().any(|value| !value.is_empty()) {
                table.rows.push((first + index + 1, values));
            }
        }
        Ok(table)
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
