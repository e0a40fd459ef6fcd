//! Which files are read, and which are refused before they take the memory of the whole program.

use std::io::{Cursor, Write};

use kernel::Lang;
use platform::i18n::{Catalogue, argument};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{
    Format, Table, Unreadable, What,
    columns::{self, Correction},
    export,
    table::MOST_ROWS,
};

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
    let table = Table::new(vec!["kolom".to_owned(); 34], std::iter::repeat_n(vec!["ja".to_owned(); 34], 1000));
    for format in [Format::Csv, Format::Xlsx] {
        assert_eq!(Table::read(&table.write(format).expect("a file")).expect("a table"), table);
    }
}

#[tokio::test]
async fn the_file_comes_back_with_its_table() {
    let mut file = tempfile::tempfile().expect("a file");
    file.write_all(b"naam\nNoor\n").expect("it is written");
    let (table, _) = Table::read_aside(file).await.expect("a table");
    assert_eq!(table.rows.len(), 1);
}

fn table(text: &str) -> Table {
    Table::read(text.as_bytes()).expect("a table")
}

/// Key of each note, with what it is about.
fn notes(table: &Table) -> Vec<(&str, String)> {
    let about = |fault: &super::Fault| fault.args.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>().join(" ");
    table.notes.iter().map(|note| (&*note.key, about(note))).collect()
}

#[test]
fn separator_and_header_are_found_by_known_names() {
    for text in [
        "sep=;\nextern id;naam\np1;Noor",
        "\"sep=,\"\r\nextern id,naam\r\np1,Noor\r\n",
        "SEP=|\rextern id|naam\rp1|Noor",
        "sep=,\nextern id;naam\np1;Noor",
        "extern id\tnaam\np1\tNoor",
        "extern id|naam\np1|Noor",
        "extern id,naam\np1,Noor",
        "\u{feff}\"extern id\";\"naam\"\n\"p1\";\"Noor\"\n",
    ] {
        let table = table(text);
        assert_eq!(table.headers, ["extern id", "naam"], "{text:?}");
        assert_eq!(table.rows, [(2, vec!["p1".to_owned(), "Noor".to_owned()])], "{text:?}");
    }
    let below = table("Ledenlijst; 2026, versie 3\n\nid;naam\np1;Noor\n\np2;Piet\n");
    assert_eq!((below.headers[1].as_str(), below.rows[0].0, below.rows[1].0), ("naam", 4, 6));
    assert_eq!(notes(&below), [("exchange-note-above", "3".to_owned())]);
    let one = table("naam\nNoor; en Piet\n");
    assert_eq!((one.headers.as_slice(), one.rows.len()), (&["naam".to_owned()][..], 1));
}

#[test]
fn rows_are_counted_as_a_spreadsheet_does() {
    let mixed = table("id;naam\r\np1;\"Noor\r\nvan\rZee\"\r\n\r\np2;Piet\rp3;Pia\n");
    let rows: Vec<_> = mixed.rows.iter().map(|(row, values)| (*row, values[1].as_str())).collect();
    assert_eq!(rows, [(2, "Noor\nvan\nZee"), (4, "Piet"), (5, "Pia")]);
}

/// Row, field and key of each fault.
fn faults(what: What, table: &Table) -> Vec<(Option<usize>, String, String)> {
    let reading = columns::read(what, table, &[]);
    reading.faults.into_iter().map(|fault| (fault.row, fault.field, fault.key.into_owned())).collect()
}

fn fault(row: usize, field: &str, key: &str) -> (Option<usize>, String, String) {
    (Some(row), field.to_owned(), format!("exchange-error-{key}"))
}

#[test]
fn what_is_uncertain_is_named_by_row_and_column() {
    let people = |rows: &str| faults(What::People, &table(&format!("id;naam;e-mail;telefoon\n{rows}")));
    assert_eq!(people("p6;Jansen; Piet;piet@proef.example;0612345678\n"), [fault(2, "", "surplus")]);
    assert_eq!(people("p1;Noor;;\np2;Piet\n"), [], "a row may end early");
    assert_eq!(people("p1;Noor;;;\np2;Piet;;;\np3;Pia;;;\n"), [], "each row ends with a separator");
    assert_eq!(people("p1;Noor;;\np2;Zee; Piet;06;\np3;Pia;;\n"), [fault(3, "", "surplus")], "the last is empty");
    assert_eq!(
        people("p1;#N/B;;\np2;Piet;#VERW!;####\n"),
        [fault(2, "name", "formula"), fault(3, "email", "formula"), fault(3, "phone", "formula"),]
    );
    assert_eq!(people("p1;Jos\u{e9} Ã©;;\np2;a\u{0}b;;\n"), [fault(3, "name", "sign")]);
    assert_eq!(
        people("p1;JosÃ©;;\n3,1E+10;Piet;;3,16E+10\n"),
        [fault(2, "name", "misread"), fault(3, "external_id", "shortened"), fault(3, "phone", "shortened"),]
    );
    assert_eq!(people("p1;Noor;;201234567\n"), [fault(2, "phone", "phone-zero")]);
    assert_eq!(people("p1;Noor;;\np2;\"Piet;;\np3;Pia;;\n"), [fault(3, "", "open-quote")]);
    assert!(people("p1;\"Noor;;\np2;Piet\";;\np3;Pia;;\n").contains(&fault(2, "", "open-quote")));
    let story = "p1;\"Noor; die leest;\nen schrijft; en rekent;\nen meer\";;\n";
    assert_eq!(people(story), [], "a text over several lines may have semicolons");
    let keys = |text: &str| faults(What::People, &table(text)).into_iter().map(|fault| fault.2).collect::<Vec<_>>();
    for twice in ["id;naam;naam\np1;a;b\n", "id;naam;name\np1;a;b\n", "id;extern id;naam\np1;p2;b\n"] {
        assert_eq!(keys(twice), ["exchange-error-column-twice"], "{twice}");
    }
    assert_eq!(keys("id;e-mail\np1;a@proef.example\n"), ["exchange-error-column-missing"]);
    let reading = columns::read(What::People, &table("id;kleur;;naam\np1;rood;x;Noor\n"), &[]);
    assert_eq!(reading.unknown, ["kleur", "C"]);
}

#[test]
fn what_was_filled_in_takes_the_place_of_what_was_there() {
    let given = table("id;naam;telefoon\np1;#N/B;\np2;Jansen; Piet;06\n");
    let fill = |row, field: &str, value: &str| Correction { row, field: field.into(), value: value.into() };
    let filled = [fill(2, "name", " Noor "), fill(2, "lang", "Engels"), fill(3, "", "ja"), fill(3, "name", "Piet")];
    let reading = columns::read(What::People, &given, &filled);
    assert_eq!(reading.faults, []);
    let told = |line: usize, field: &str| reading.lines[line].fields.get(field).map(str::to_owned);
    assert_eq!((told(0, "name"), told(0, "lang")), (Some("Noor".into()), Some("en".into())));
    assert_eq!(told(1, "name"), Some("Piet".into()));
    let wrong = columns::read(What::People, &given, &[fill(2, "name", "#REF!"), fill(3, "", "ja")]);
    assert_eq!(wrong.faults.len(), 1, "what is filled in is looked at too");
}

#[test]
fn rows_without_numbers_have_the_same_ones_the_next_time() {
    let numbers = |text: &str| {
        let reading = columns::read(What::Vacancies, &table(text), &[]);
        assert!(reading.numbered);
        reading
            .lines
            .iter()
            .map(|line| line.fields.get("external_id").unwrap_or_default().to_owned())
            .collect::<Vec<_>>()
    };
    let head = "organisatie;titel;omschrijving\n";
    let first = numbers(&format!("{head}Proef;Koken;Je kookt.\nProef;Lezen;Je leest.\nProef;Lezen;Je leest voor.\n"));
    let second = numbers(&format!("{head}Proef;Lezen;Anders.\nPROEF;koken ;Je kookt.\n"));
    assert!(
        first[0].starts_with("auto-") && first[0] != first[1] && first[2] == format!("{}-2", first[1]),
        "{first:?}"
    );
    assert_eq!(second, [first[1].clone(), first[0].clone()]);
    let example = columns::read(What::People, &table("id;naam\nvoorbeeld;#N/B\np1;Noor\n"), &[]);
    assert_eq!((example.lines.len(), example.faults.len()), (1, 0), "the example is passed over");
}

#[test]
fn cells_of_a_workbook_are_what_they_say() {
    use rust_xlsxwriter::{ExcelDateTime, Format as Look, Formula};
    let mut book = rust_xlsxwriter::Workbook::new();
    let notes_sheet = book.add_worksheet().set_name("Notities").expect("a name");
    notes_sheet.write(0, 0, "naam").expect("a cell");
    let sheet = book.add_worksheet().set_name("Vacatures").expect("a name");
    let day = Look::new().set_num_format("dd-mm-yyyy");
    let time = Look::new().set_num_format("hh:mm");
    for (place, header) in
        (0..).zip(["id", "organisatie", "titel", "omschrijving", "datum", "begintijd", "uren", "vog"])
    {
        sheet.write(1, place, header).expect("a header");
    }
    sheet.write(2, 0, 7.0).expect("A3").write(2, 1, "'+Proef").expect("B3").write(2, 2, "#N/B").expect("C3");
    sheet.write_formula(2, 3, Formula::new("=1+1").set_result("Je kookt.")).expect("D3");
    let moment = ExcelDateTime::from_ymd(2026, 6, 1).expect("a day");
    sheet.write_with_format(2, 4, &moment, &day).expect("E3");
    sheet.write_with_format(2, 5, 0.416_666_66, &time).expect("F3");
    sheet.write(2, 6, 2.5).expect("G3").write(2, 7, true).expect("H3");
    sheet.write_with_format(3, 0, &moment, &day).expect("A4").write(3, 2, 3.1e16).expect("C4");
    sheet.merge_range(2, 1, 3, 1, "'+Proef", &Look::new()).expect("B3:B4");
    let table = Table::read(&saved(book)).expect("a table");
    assert_eq!(
        notes(&table),
        [("exchange-note-sheet", "Vacatures 1".to_owned()), ("exchange-note-above", "2".into())][..1]
    );
    let row = ["7", "+Proef", "#N/B", "Je kookt.", "2026-06-01", "10:00", "2.5", "true"].map(str::to_owned);
    assert_eq!(table.rows[0], (3, row.to_vec()));
    let named = faults(What::Vacancies, &table);
    for expected in [fault(3, "title", "formula"), fault(4, "external_id", "day"), fault(4, "organisation", "merged")] {
        assert!(named.contains(&expected), "{expected:?} is not in {named:?}");
    }
    assert_eq!(named.len(), 3, "{named:?}");
}

#[test]
fn a_formula_that_was_never_worked_out_is_named() {
    let cell = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let sheet = format!(
        r#"<worksheet><sheetData><row r="1">{}{}</row><row r="2">{}<c r="B2"><f>A2</f><v></v></c></row><row r="3">{}<c r="B3" t="str"><f>A3</f><v></v></c></row></sheetData></worksheet>"#,
        cell("A1", "id"),
        cell("B1", "naam"),
        cell("A2", "p1"),
        cell("A3", "p2"),
    );
    let table = Table::read(&workbook(&[("xl/worksheets/sheet1.xml", &[&sheet])])).expect("a table");
    assert_eq!(faults(What::People, &table), [fault(2, "name", "unvalued")]);
}

#[test]
fn files_of_other_programs_are_named() {
    let ods = b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
    for (file, key) in [
        (ods.as_slice(), "exchange-error-opendocument"),
        (&[0xD0, 0xCF, 0x11, 0xE0, 0xA1], "exchange-error-old-excel"),
        (b"%PDF-1.7", "exchange-error-unreadable"),
        (b"  <html><table>", "exchange-error-unreadable"),
        (b"\r\n\n", "exchange-error-empty"),
    ] {
        assert_eq!(refused(file).key, key);
    }
}

#[test]
fn an_export_has_words_and_codes_and_comes_back_in_both_languages() {
    let fields = kernel::Fields::default()
        .with("external_id", "007")
        .with("title", "=Koken")
        .with("themes", "elderly")
        .with("themes", "nature")
        .with("weekday", "2")
        .with("vog", "ja")
        .with("wijk", "WK01")
        .with("state", "live");
    for lang in Lang::ALL {
        let place = |code: &str| (code == "WK01").then(|| "Meerzicht".to_owned());
        let out = export::table(What::Vacancies, std::slice::from_ref(&fields), lang, place);
        let at = |header: &str| {
            out.headers.iter().position(|known| known == header).map(|place| out.rows[0].1[place].as_str())
        };
        let (themes, day, yes) =
            if lang == Lang::Nl { ("themas", "dinsdag", "ja") } else { ("themes", "tuesday", "yes") };
        assert_eq!(at(&format!("{themes} code")), Some("elderly;nature"));
        assert_eq!((at("wijk"), at("wijk code")), (Some("Meerzicht"), Some("WK01")));
        assert!(out.rows[0].1.contains(&day.to_owned()) && out.rows[0].1.contains(&yes.to_owned()), "{:?}", out.rows);
        for format in [Format::Csv, Format::Xlsx] {
            let back = Table::read(&out.write(format).expect("a file")).expect("a table");
            assert_eq!((&back.headers, &back.rows), (&out.headers, &out.rows));
            let reading = columns::read(What::Vacancies, &back, &[]);
            let line = &reading.lines[0].fields;
            for field in ["external_id", "title", "themes", "weekday", "vog", "state"] {
                assert_eq!(line.all(field).collect::<Vec<_>>(), fields.all(field).collect::<Vec<_>>(), "{field}");
            }
            assert_eq!(line.get("wijk"), Some("Meerzicht"));
            assert_eq!(reading.unknown, Vec::<String>::new());
        }
        // A program that has the codes alone.
        let codes =
            columns::read(What::Vacancies, &table("organisatie;titel;omschrijving;themas code\na;b;c;elderly"), &[]);
        assert_eq!(codes.lines[0].fields.get("themes"), Some("elderly"));
    }
}
