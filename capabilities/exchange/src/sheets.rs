//! Reads a table of a workbook: the one sheet in which columns have names that we know, cell by cell.

use std::{
    collections::HashSet,
    io::{BufReader, Read, Seek, SeekFrom},
};

use calamine::{Data, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx};

use super::{
    cells::as_meant,
    table::{Filling, HEADER_WITHIN, MOST_ROWS, Odd, Reads, Table, Unreadable, known_headers},
    unpack,
};

type Book<R> = Xlsx<BufReader<R>>;

pub(super) fn read(file: &mut (impl Read + Seek)) -> Reads<Table> {
    let unvalued = unpack::check(file)?;
    file.seek(SeekFrom::Start(0)).map_err(|_| Unreadable::file())?;
    let mut book = Xlsx::new(BufReader::new(file)).map_err(|_| Unreadable::file())?;
    let mut filling = Filling::default();
    let sheet = choose(&mut book, &mut filling)?;
    let merged = merged(&mut book, &sheet);
    let mut cells = book.worksheet_cells_reader(&sheet).map_err(|_| Unreadable::file())?;
    let (mut number, mut row) = (0, Vec::new());
    // A rectangle around two cells in opposite corners would be larger than any memory.
    while let Some(found) = cells.next_cell().map_err(|_| Unreadable::file())? {
        let (line, column) = (found.get_position().0 as usize + 1, found.get_position().1 as usize);
        if line != number {
            filling.end_row(number, std::mem::take(&mut row))?;
            number = line;
        }
        let data: Data = found.get_value().clone().into();
        let odd = match &data {
            Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) => Some(Odd::Day),
            Data::Empty if unvalued.contains(&found.get_position()) => Some(Odd::Unvalued),
            _ => None,
        };
        filling.table.odd.extend(odd.map(|odd| (line, column, odd)));
        filling.put(&mut row, column, text(&data))?;
    }
    filling.end_row(number, row)?;
    let mut table = filling.end()?;
    table.odd.extend(merged);
    Ok(table)
}

/// The sheet with the most names of columns; which one it was is said, where there are more.
fn choose<R: Read + Seek>(book: &mut Book<R>, filling: &mut Filling) -> Reads<String> {
    let sheets: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
        .collect();
    // A hidden sheet is read only where there is no other.
    let none_visible = !sheets.iter().any(|(_, visible)| *visible);
    let seen = sheets.iter().filter(|(_, visible)| *visible || none_visible);
    let mut best: Option<((usize, bool), &String)> = None;
    for (name, _) in seen.take(HEADER_WITHIN) {
        let here = glance(book, name);
        if best.is_none_or(|(most, _)| here > most) {
            best = Some((here, name));
        }
    }
    let (_, chosen) = best.ok_or_else(Unreadable::file)?;
    if sheets.len() > 1 {
        let args = vec![("sheet", chosen.clone()), ("count", (sheets.len() - 1).to_string())];
        filling.note("exchange-note-sheet", args);
    }
    Ok(chosen.clone())
}

/// How many known names stand in one row among the first of a sheet, and whether there is anything in it.
fn glance<R: Read + Seek>(book: &mut Book<R>, sheet: &str) -> (usize, bool) {
    let Ok(mut cells) = book.worksheet_cells_reader(sheet) else { return (0, false) };
    let (mut rows, mut row, mut number, mut best) = (0, Vec::new(), u32::MAX, 0);
    while let Ok(Some(found)) = cells.next_cell() {
        let value = text(&found.get_value().clone().into());
        if value.is_empty() {
            continue;
        }
        if found.get_position().0 != number {
            number = found.get_position().0;
            best = best.max(known_headers(row.iter().map(String::as_str)));
            row.clear();
            rows += 1;
            if rows > HEADER_WITHIN {
                break;
            }
        }
        row.push(value);
    }
    (best.max(known_headers(row.iter().map(String::as_str))), rows > 0)
}

/// The cells that are part of a merged one and do not have its value, of those that can be read.
fn merged<R: Read + Seek>(book: &mut Book<R>, sheet: &str) -> HashSet<(usize, usize, Odd)> {
    let regions = book.merge_cells_by_sheet_name(sheet).unwrap_or_default();
    let mut cells = HashSet::new();
    for region in regions {
        let ((top, left), (bottom, right)) = (region.start, region.end);
        // A title over all columns is merged too, and a whole column may be: what is beyond the last row has nothing in it.
        for row in top..=bottom.min(top.saturating_add(u32::try_from(MOST_ROWS).unwrap_or(u32::MAX))) {
            for column in left..=right.min(left + 100) {
                if (row, column) != (top, left) && cells.len() < MOST_ROWS {
                    cells.insert((row as usize + 1, column as usize, Odd::Merged));
                }
            }
        }
    }
    cells
}

/// What stands in a cell, as somebody would type it.
fn text(data: &Data) -> String {
    match data {
        Data::Empty => String::new(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        // Beyond fifteen digits a spreadsheet has made zeroes of the rest.
        Data::Float(number) if number.abs() >= 1e15 => format!("{number:E}").replace('E', "E+"),
        Data::Float(number) => number.to_string(),
        Data::DateTime(moment) => day_or_time(moment),
        Data::String(text) => as_meant(text.replace("\r\n", "\n").replace('\r', "\n").trim()).to_owned(),
        other => other.to_string().trim().to_owned(),
    }
}

fn day_or_time(moment: &ExcelDateTime) -> String {
    if moment.is_duration() && moment.as_f64() >= 1.0 {
        let minutes = (moment.as_f64() * 1440.0).round();
        return format!("{:.0}:{:02.0}", (minutes / 60.0).floor(), minutes % 60.0);
    }
    // Programs that reckon in fractions of a day write 9:59:59.999 for ten o'clock.
    let to_the_second = (moment.as_f64() * 86_400.0).round() / 86_400.0;
    let kind = calamine::ExcelDateTimeType::DateTime;
    let (year, month, day, hour, minute, second, _) =
        ExcelDateTime::new(to_the_second, kind, is_1904(moment)).to_ymd_hms_milli();
    let time =
        if second == 0 { format!("{hour:02}:{minute:02}") } else { format!("{hour:02}:{minute:02}:{second:02}") };
    match (moment.as_f64() < 1.0, time.as_str()) {
        (true, _) => time,
        (false, "00:00") => format!("{year:04}-{month:02}-{day:02}"),
        (false, _) => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}

/// Whether the days are counted from 1904: the library knows it and does not say so.
fn is_1904(moment: &ExcelDateTime) -> bool {
    let here = moment.to_ymd_hms_milli();
    let usual = ExcelDateTime::new(moment.as_f64(), calamine::ExcelDateTimeType::DateTime, false).to_ymd_hms_milli();
    here != usual
}
