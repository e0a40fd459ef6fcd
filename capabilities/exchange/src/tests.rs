//! Which files are read, and which are refused before they take the memory of the whole program.

use std::io::{Cursor, Write};

use kernel::Lang;
use platform::i18n::{Catalogue, argument};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{Format, Table, Unreadable, table::MOST_ROWS};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const PACKAGE: &str = r#"<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="a"/></sheets></workbook>"#;
const PARTS: &str = r#"<Relationships><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const SHEET: &str = r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;

/// A workbook by hand, with these parts beside or in place of the usual ones.
fn workbook(parts: &[(&str, &[&str])]) -> Vec<u8> {
    let usual: [(&str, &[&str]); 5] = [
        ("[Content_Types].xml", &[TYPES]),
        ("_rels/.rels", &[PACKAGE]),
        ("xl/workbook.xml", &[BOOK]),
        ("xl/_rels/workbook.xml.rels", &[PARTS]),
        ("xl/worksheets/sheet1.xml", &[SHEET]),
    ];
    let replaced = |name: &str| parts.iter().any(|(other, _)| *other == name);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in usual.iter().filter(|(name, _)| !replaced(name)).chain(parts) {
        let options = SimpleFileOptions::default().compression_level(Some(1)).large_file(false);
        zip.start_file(*name, options).expect("a part");
        content.iter().for_each(|piece| zip.write_all(piece.as_bytes()).expect("it is written"));
    }
    zip.finish().expect("a zip").into_inner()
}

fn refused(file: &[u8]) -> Unreadable {
    let read = Table::read(file).map(|table| (table.headers.len(), table.rows.len()));
    read.expect_err("it is too large")
}

#[track_caller]
fn assert_refused(file: &[u8], key: &str) {
    let refusal = refused(file);
    assert_eq!(refusal.key, key);
    let words = Catalogue::load().expect("the catalogue loads");
    let args: Vec<_> = refusal.args.iter().map(|(name, value)| (*name, argument(value))).collect();
    for lang in Lang::ALL {
        let text = words.text(lang, key, &args);
        assert!(!text.contains(platform::i18n::MISSING), "{text}");
        assert!(refusal.args.is_empty() || text.contains(['1', '2']), "{text} names the limit");
    }
}

fn saved(mut book: rust_xlsxwriter::Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn cells_in_opposite_corners_are_not_a_rectangle() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "naam").expect("A1").write(1_048_575, 16_383, "x").expect("XFD1048576");
    assert_refused(&saved(book), "exchange-error-columns");
    let mut book = rust_xlsxwriter::Workbook::new();
    let bold = rust_xlsxwriter::Format::new().set_bold();
    let sheet = book.add_worksheet();
    sheet.write(0, 1, "naam").expect("B1").write(1_048_575, 1, "Noor").expect("B1048576");
    // Laid out and empty, as many a sheet is to its last column.
    sheet.write_blank(7, 16_383, &bold).expect("XFD8");
    let table = Table::read(&saved(book)).expect("a table of one row");
    assert_eq!(table.headers, ["", "naam"]);
    assert_eq!(table.rows, [(1_048_576, vec![String::new(), "Noor".to_owned()])]);
}

#[test]
fn what_unpacks_without_end_is_refused_while_it_does() {
    let piece = "x".repeat(1 << 20);
    let mut content = vec![r#"<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>"#];
    content.extend(std::iter::repeat_n(piece.as_str(), 16));
    let end = "</v></c></row></sheetData></worksheet>";
    let bomb = [content.as_slice(), &[end]].concat();
    assert_refused(&workbook(&[("xl/worksheets/sheet1.xml", &bomb)]), "exchange-error-packed");
    content.extend(std::iter::repeat_n(piece.as_str(), 241));
    let file = workbook(&[("xl/media/image1.png", &content)]);
    assert!(file.len() < 4 << 20);
    assert_refused(&file, "exchange-error-size");
}

#[test]
fn what_a_workbook_says_of_itself_takes_no_memory() {
    let promise = r#"<sst uniqueCount="20000000000"><si><t>naam</t></si></sst>"#;
    assert_refused(&workbook(&[("xl/sharedStrings.xml", &[promise])]), "exchange-error-packed");
    let font = format!(r#"<styleSheet><fonts><font><name val="{}"/></font></fonts><cellXfs>"#, "x".repeat(1 << 20));
    let styles = [font, r#"<xf fontId="0"/>"#.repeat(1000), "</cellXfs></styleSheet>".to_owned()].concat();
    assert_refused(&workbook(&[("xl/styles.xml", &[&styles])]), "exchange-error-packed");
    // One long string, named in cell after cell.
    let long = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(6 << 20));
    let cells: String =
        (1..60).map(|row| format!(r#"<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>"#)).collect();
    let sheet = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let file = workbook(&[("xl/sharedStrings.xml", &[&long]), ("xl/worksheets/sheet1.xml", &[&sheet])]);
    assert_refused(&file, "exchange-error-size");
}

#[test]
fn a_workbook_by_hand_is_read_and_another_format_is_not() {
    let strings = r#"<sst count="1" uniqueCount="1"><si><t>naam</t></si></sst>"#;
    let table = Table::read(&workbook(&[("xl/sharedStrings.xml", &[strings])])).expect("a table");
    assert_eq!(table.headers, ["naam"]);
    let no_book = workbook(&[("xl/workbook.xml", &["<other/>"])]);
    for file in [b"PK".as_slice(), b"PK\x03\x04 not really", &no_book] {
        assert_eq!(refused(file).key, "exchange-error-unreadable");
    }
    assert_eq!(refused(b" ; ;\n\n").key, "exchange-error-empty");
}

#[test]
fn a_long_list_fits_and_a_longer_one_says_so() {
    let csv = |rows: usize| format!("naam;plaats;;;;\n{}", "Noor;Stad;;;;\n".repeat(rows));
    let table = Table::read(csv(MOST_ROWS).as_bytes()).expect("it fits");
    assert_eq!((table.headers.len(), table.rows.len()), (2, MOST_ROWS));
    assert_refused(csv(MOST_ROWS + 1).as_bytes(), "exchange-error-rows");
    assert!(Table::read(format!("naam{}\nNoor\n", ";".repeat(500)).as_bytes()).is_ok(), "empty columns do not count");
    assert_refused("naam;".repeat(101).as_bytes(), "exchange-error-columns");
}

#[test]
fn what_is_written_is_read_the_same() {
    let row = |number: usize| (number, vec!["ja".to_owned(); 34]);
    let table = Table { headers: vec!["kolom".to_owned(); 34], rows: (2..1002).map(row).collect() };
    for format in [Format::Csv, Format::Xlsx] {
        assert_eq!(Table::read(&table.write(format).expect("a file")).expect("a table"), table);
    }
}

#[tokio::test]
async fn the_file_comes_back_with_its_table() {
    let (table, file) = Table::read_aside(b"naam\nNoor\n".to_vec()).await.expect("a table");
    assert_eq!((table.rows.len(), file.as_slice()), (1, b"naam\nNoor\n".as_slice()));
}
