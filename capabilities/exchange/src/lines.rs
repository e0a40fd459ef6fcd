//! Reads a table of a text file: CSV as programs, spreadsheets and people write it.

use std::io::{BufRead as _, BufReader, ErrorKind, Read, Seek};

use csv::{Reader, ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8};
use kernel::text::excerpt;

use super::{
    Fault,
    bytes::{self, END, Text},
    cells::as_meant,
    table::{Filling, HEADER_WITHIN, MOST_BYTES, Odd, Reads, Table, Unreadable, known_headers},
};

/// What may stand between values.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];
/// So much of a file is looked at to see what stands between its values.
const HEAD: u64 = 64 << 10;

fn unreadable(error: &std::io::Error) -> Unreadable {
    match error.kind() {
        ErrorKind::FileTooLarge => Unreadable::too_large(MOST_BYTES),
        _ => Unreadable::file(),
    }
}

fn open<R: Read + Seek>(file: R, encoding: &'static Encoding) -> Reads<Text<R>> {
    Text::new(file, encoding, MOST_BYTES).map_err(|error| unreadable(&error))
}

pub(super) fn read(file: &mut (impl Read + Seek)) -> Reads<Table> {
    let encoding = bytes::encoding(file).map_err(|error| unreadable(&error))?;
    let mut head = Vec::new();
    open(&mut *file, encoding)?.take(HEAD).read_to_end(&mut head).map_err(|error| unreadable(&error))?;
    let (said, passed) = said(&head);
    let separator = separator(&head[passed..], said);
    let mut text = BufReader::new(open(file, encoding)?);
    if passed > 0 {
        text.read_until(b'\n', &mut Vec::new()).map_err(|error| unreadable(&error))?;
    }
    let mut filling = Filling::default();
    if encoding != UTF_8 {
        filling.note("exchange-note-encoding", vec![("encoding", encoding.name().to_owned())]);
    }
    let reader = reader(text, separator);
    Rows { reader, separator: char::from(separator), within: 0, widths: Vec::new() }.fill(filling)
}

fn reader<R: Read>(text: R, separator: u8) -> Reader<R> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text)
}

/// What the first line says with `sep=;`, for spreadsheets alone, and how many bytes it takes.
fn said(head: &[u8]) -> (Option<u8>, usize) {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let words = line.trim_ascii().strip_prefix(b"\"").unwrap_or(line.trim_ascii_start());
    match words {
        [s, e, p, b'=', sign, ..] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => (Some(*sign), line.len() + 1),
        _ => (None, 0),
    }
}

/// The sign between the names of columns that we know; else the one that stands most often in the first line, outside quotes.
fn separator(head: &[u8], said: Option<u8>) -> u8 {
    let known = |sign: u8| {
        let mut reader = reader(head, sign);
        let rows = reader.byte_records().flatten().take(HEADER_WITHIN);
        let count = |row: csv::ByteRecord| known_headers(row.iter().filter_map(|cell| std::str::from_utf8(cell).ok()));
        rows.map(count).max().unwrap_or(0)
    };
    let first = head.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty()).unwrap_or_default();
    let mut quoted = false;
    let outside: Vec<u8> = first
        .iter()
        .filter(|byte| {
            quoted ^= **byte == b'"';
            !quoted
        })
        .copied()
        .collect();
    let often = |sign: u8| outside.iter().filter(|byte| **byte == sign).count();
    let tried = SEPARATORS.into_iter().chain(said.filter(|sign| sign.is_ascii_punctuation()));
    tried.max_by_key(|sign| (known(*sign), said == Some(*sign), often(*sign), *sign == b';')).unwrap_or(b';')
}

/// Whether a value has swallowed the end of the file.
fn is_open(value: &str) -> bool {
    value.trim_end_matches('\n').ends_with(END)
}

/// The rows of a text file, as they are read.
struct Rows<R> {
    reader: Reader<R>,
    separator: char,
    /// Line ends within values so far.
    within: usize,
    /// How many cells each row has, empty ones too.
    widths: Vec<(usize, usize)>,
}

impl<R: Read> Rows<R> {
    fn fill(mut self, mut filling: Filling) -> Reads<Table> {
        let mut record = StringRecord::new();
        while self.next(&mut record)? {
            let lines_in = |value: &str| value.matches('\n').count();
            self.within += record.iter().map(lines_in).sum::<usize>();
            // As a spreadsheet counts: a value over several lines is in one row, and blank lines are rows.
            let open = record.iter().next_back().is_some_and(|value| value.len() > END.len() && is_open(value));
            let after = usize::try_from(self.reader.position().line()).unwrap_or(usize::MAX) - self.within;
            // The line end of a row whose quote does not close is within that.
            let number = if open { after } else { after - 1 };
            if record.len() == 1 && record.get(0) == Some(END) {
                break;
            }
            let mut row = Vec::new();
            for (column, value) in record.iter().enumerate() {
                if open && is_open(value) {
                    filling.table.odd.push((number, column, Odd::OpenQuote));
                    filling.put(&mut row, column, excerpt(value.trim_end_matches(['\n', '\u{4}']), 60))?;
                } else {
                    filling.put(&mut row, column, as_meant(value.trim()).to_owned())?;
                }
            }
            if !row.is_empty() {
                self.widths.push((number, record.len()));
            }
            filling.end_row(number, row)?;
        }
        let mut table = filling.end()?;
        self.swallowed(&mut table);
        self.slipped(&mut table);
        Ok(table)
    }

    fn next(&mut self, record: &mut StringRecord) -> Reads<bool> {
        self.reader.read_record(record).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => unreadable(&error),
            _ => Unreadable::file(),
        })
    }

    /// Rows with more cells than there are names, also where the last of them is empty, unless most rows end like that; and how
    /// many have fewer.
    fn slipped(&self, table: &mut Table) {
        let Some((first, _)) = table.rows.first() else { return };
        let begin = self.widths.partition_point(|(row, _)| row < first);
        let (head, rows) = self.widths.split_at(begin);
        let header = head.last().map_or(0, |(_, cells)| *cells);
        let longer = rows.iter().filter(|(_, cells)| *cells > header);
        let usual =
            if longer.clone().count() * 2 > rows.len().max(4) { longer.map(|(_, cells)| *cells).min() } else { None };
        let most = usual.unwrap_or(header);
        table.slipped.extend(rows.iter().copied().filter(|(_, cells)| *cells > most));
        let mut short = rows.iter().filter(|(_, cells)| *cells < table.headers.len()).peekable();
        if let Some((row, _)) = short.peek().copied() {
            let args = vec![("row", row.to_string()), ("count", short.count().to_string())];
            table.notes.push(Fault { key: "exchange-note-short".into(), args, ..Fault::default() });
        }
    }

    /// A value over several lines in which the end of a row and the beginning of another seem to stand: somewhere a quote was
    /// opened, and another one closed it.
    fn swallowed(&self, table: &mut Table) {
        let between = table.headers.len() - 1;
        if between < 2 {
            return;
        }
        for (row, values) in &table.rows {
            for (column, value) in values.iter().enumerate().filter(|(_, value)| value.contains('\n')) {
                let known = table.odd.contains(&(*row, column, Odd::OpenQuote));
                if !known && self.separators(value) >= between {
                    table.odd.push((*row, column, Odd::OpenQuote));
                }
            }
        }
    }

    /// How many separators stand between values; one in a sentence has a space behind it, or ends the line.
    fn separators(&self, value: &str) -> usize {
        let signs: Vec<char> = value.chars().collect();
        let is_one = |place: usize| signs.get(place) == Some(&self.separator);
        let between = |place: &usize| match signs.get(place + 1) {
            Some(' ') | None => false,
            Some('\n') => *place > 0 && is_one(place - 1),
            Some(_) => true,
        };
        (0..signs.len()).filter(|place| is_one(*place)).filter(between).count()
    }
}
