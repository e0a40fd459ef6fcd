//! A look into a workbook before it is read. It is a zip, and what reads it keeps whole parts in memory and believes what they
//! say of themselves: a file of some kilobytes could take all the memory there is.

use std::{
    collections::HashSet,
    io::{BufReader, Read, Seek},
};

use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::table::{MOST_ROWS, Reads, Unreadable};

/// Most bytes of all parts together.
const MOST_BYTES: usize = 256 << 20;
/// Most parts; a workbook with pictures and notes on each sheet has some hundreds.
const MOST_PARTS: usize = 2_000;

/// How many times smaller than its content a part may be. Sheets become ten to thirty times smaller, a bomb hundreds of times.
const RATIO: u64 = 100;
/// A part up to this size does no harm, however small it was packed.
const HARMLESS: u64 = 8 << 20;
/// So many strings are foreseen without being asked how many there really are: some programs count each use of one.
const STRINGS: u64 = 1_000_000;
/// `<si/>`: nothing shorter is a string.
const SHORTEST_STRING: u64 = 5;
/// Of each of these the reader makes a thing of at most [`THING`] bytes, and copies into it what another tag says.
const COPYING: [&str; 5] = ["sheet", "xf", "font", "fill", "border"];
const THING: u64 = 512;

/// Row and column of a cell, from 0.
type Position = (u32, u32);

/// What the parts of a workbook would cost.
#[derive(Default)]
struct Cost {
    copies: u64,
    longest_tag: u64,
    /// The cell that is being read: where it stands, and whether it has a formula and a value.
    cell: Option<(Position, bool, bool)>,
    unvalued: HashSet<Position>,
}

/// Refuses a workbook that would become too large in memory. Gives the cells with a formula that was never worked out: what
/// reads the values takes them for empty.
pub(super) fn check(file: &mut (impl Read + Seek)) -> Reads<HashSet<Position>> {
    let mut zip = ZipArchive::new(file).map_err(|_| Unreadable::file())?;
    if zip.len() > MOST_PARTS {
        return Err(Unreadable::new("exchange-error-packed"));
    }
    let mut left = MOST_BYTES as u64;
    let mut sizes = Vec::new();
    for index in 0..zip.len() {
        let part = zip.by_index(index).map_err(|_| Unreadable::file())?;
        let packed = part.compressed_size();
        // Counted while it is unpacked: what a part says of its size need not be true.
        let size = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| Unreadable::file())?;
        left = left.checked_sub(size).ok_or_else(|| Unreadable::too_large(MOST_BYTES))?;
        if size > HARMLESS && size / RATIO > packed {
            return Err(Unreadable::new("exchange-error-packed"));
        }
        sizes.push(size);
    }
    let mut cost = Cost::default();
    for (index, size) in sizes.into_iter().enumerate() {
        let part = zip.by_index(index).map_err(|_| Unreadable::file())?;
        cost.add(part, size)?;
    }
    if cost.copies.saturating_mul(cost.longest_tag + THING) > MOST_BYTES as u64 {
        return Err(Unreadable::new("exchange-error-packed"));
    }
    Ok(cost.unvalued)
}

impl Cost {
    /// Reads a part as the library will. Where that stops, so does the library.
    fn add(&mut self, part: impl Read, size: u64) -> Reads<()> {
        let mut xml = quick_xml::Reader::from_reader(BufReader::new(part));
        let config = xml.config_mut();
        config.check_end_names = false;
        config.expand_empty_elements = true;
        let mut buffer = Vec::new();
        let mut in_value = false;
        loop {
            match xml.read_event_into(&mut buffer) {
                Ok(Event::Start(tag)) => {
                    let name = tag.local_name();
                    self.longest_tag = self.longest_tag.max(tag.len() as u64);
                    self.copies += u64::from(COPYING.contains(&name.as_ref()));
                    if name.as_ref() == "sst" && promised_strings(&tag) > STRINGS + size / SHORTEST_STRING {
                        return Err(Unreadable::new("exchange-error-packed"));
                    }
                    in_value = matches!(name.as_ref(), "v" | "is");
                    self.opens(name.as_ref(), &tag);
                }
                Ok(Event::Text(_)) if in_value => self.cell.iter_mut().for_each(|(.., valued)| *valued = true),
                Ok(Event::End(tag)) => {
                    in_value = in_value && !matches!(tag.local_name().as_ref(), "v" | "is");
                    self.closes(tag.local_name().as_ref());
                }
                Ok(Event::Eof) | Err(_) => return Ok(()),
                Ok(_) => {}
            }
            buffer.clear();
        }
    }

    fn opens(&mut self, name: &str, tag: &BytesStart) {
        match (name, &mut self.cell) {
            ("c", cell) => {
                // A formula that gives no signs says so with its type.
                let value = |key: &str| attribute(tag, key);
                let position = value("r").and_then(|place| position(&place));
                *cell = position.map(|position| (position, false, value("t").as_deref() == Some("str")));
            }
            ("f", Some((_, formula, _))) => *formula = true,
            _ => {}
        }
    }

    fn closes(&mut self, name: &str) {
        if name == "c"
            && let Some((position, true, false)) = self.cell.take()
            && self.unvalued.len() < MOST_ROWS
        {
            self.unvalued.insert(position);
        }
    }
}

fn attribute(tag: &BytesStart, key: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.0 == key)?;
    Some(found.value.to_string())
}

/// `B3` as row and column from 0.
fn position(place: &str) -> Option<Position> {
    let digits = place.find(|sign: char| sign.is_ascii_digit())?;
    let letter = |column: u32, sign: u8| column.checked_mul(26)?.checked_add(u32::from(sign.checked_sub(b'A')?) + 1);
    let column = place[..digits].bytes().try_fold(0, letter)?;
    Some((place[digits..].parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// How many strings the list of strings says to hold: the reader makes room for all of them at once.
fn promised_strings(tag: &BytesStart) -> u64 {
    let mut attributes = tag.attributes();
    let counts = attributes.with_checks(false).flatten().filter(|attribute| attribute.key.0 == "uniqueCount");
    counts.filter_map(|attribute| attribute.value.trim().parse().ok()).max().unwrap_or(0)
}
