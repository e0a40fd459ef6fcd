//! Bulk import and export from the command line, and the manual of the files.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use exchange::{
    Table, What,
    columns::{self, Column, Values},
    words,
};

const ORGANISATIONS: &str = "extern id;naam;omschrijving;sectoren;telefoon\n\
    o1;Leesclub De Proef;We lezen samen.;Kunst en cultuur;+31 79 123 45 67\n";

const GOOD: &str = "extern id;organisatie;titel;omschrijving;dagdelen\n\
    v1;Leesclub De Proef;Voorlezen;Je leest voor aan kinderen.;maandagochtend\n\
    v2;o1;Boeken ophalen;Je haalt boeken op bij mensen thuis.;\n\
    v3;o1;Koffie schenken;Je schenkt koffie na het lezen.;\n\
    v4;o1;Stoelen klaarzetten;Je zet de stoelen klaar.;\n";

/// What the vacancy check asks beside title and description.
const STORY: &str = "Je komt elke week een paar uur bij ons langs. Samen met een vaste vrijwilliger help je mee en drink je \
    koffie. Je hoeft niets te kunnen, want we leggen alles rustig uit. Je bent verzekerd, je krijgt begeleiding en we \
    vergoeden je reiskosten als je met de bus komt.";

const THREE_BAD: &str = "extern id;organisatie;titel;omschrijving;minimumleeftijd\n\
    v1;Leesclub De Proef;Voorlezen;Je leest voor aan kinderen.;\n\
    v2;o1;Boeken ophalen;;\n\
    v3;o1;;Je schenkt koffie na het lezen.;\n\
    v4;o1;Stoelen klaarzetten;Je zet de stoelen klaar.;honderd\n";

struct Folder(tempfile::TempDir);

impl Folder {
    /// A folder with an installation of one municipality.
    fn with_a_town() -> Self {
        let folder = Self(tempfile::tempdir().expect("a folder"));
        folder.run(&["municipality", "add", "stad", "--name", "Stad", "--base-url", "https://a.example"], 0);
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn file(&self, name: &str, text: &str) {
        fs::write(self.path().join(name), text).expect("it is written");
    }

    fn output(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_samenstuur"));
        command.env_clear().current_dir(self.path()).args(args).output().expect("the program runs")
    }

    #[track_caller]
    fn run(&self, args: &[&str], code: i32) -> String {
        let output = self.output(args);
        let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "{args:?}: {text}");
        text
    }

    /// What an export writes to standard output.
    fn exported(&self, what: &str) -> String {
        String::from_utf8(self.output(&["export", what]).stdout).expect("text")
    }
}

#[test]
fn bad_rows_are_named_and_nothing_is_loaded_unless_asked_for() {
    let folder = Folder::with_a_town();
    folder.file("o.csv", ORGANISATIONS);
    folder.file("bad.csv", THREE_BAD);
    folder.run(&["import", "organisations", "o.csv"], 0);
    let said = folder.run(&["import", "vacancies", "bad.csv"], 1);
    for expected in [
        "bad.csv: row 3, column omschrijving: ",
        "bad.csv: row 4, column titel: ",
        "bad.csv: row 5, column minimumleeftijd: ",
        "has 3 bad rows of 4; nothing was changed",
    ] {
        assert!(said.contains(expected), "{expected} is not in:\n{said}");
    }
    assert!(!folder.exported("vacancies").contains("Voorlezen"));
    let said = folder.run(&["import", "vacancies", "bad.csv", "--partial"], 0);
    assert!(said.contains("Stad: 1 added, 0 changed, 0 unchanged, 3 refused") && said.contains("row 4"), "{said}");
    assert!(folder.exported("vacancies").contains("Voorlezen"));
    assert!(folder.run(&["import", "vacancies", "nowhere.csv"], 2).contains("cannot be read"));
    folder.file("empty.csv", "");
    assert!(folder.run(&["import", "people", "empty.csv"], 2).contains("empty"));
    folder.file("short.csv", "extern id\np1\n");
    assert!(folder.run(&["import", "people", "short.csv"], 1).contains("column naam: This column is missing"));
}

#[test]
fn a_second_import_changes_what_the_first_one_brought() {
    let folder = Folder::with_a_town();
    folder.file("o.csv", ORGANISATIONS);
    folder.file("v.csv", GOOD);
    folder.run(&["import", "organisations", "o.csv"], 0);
    let ahead = folder.run(&["import", "vacancies", "v.csv", "--dry-run"], 0);
    assert!(ahead.contains("4 added") && ahead.contains("look ahead"), "{ahead}");
    assert!(folder.run(&["import", "vacancies", "v.csv"], 0).contains("4 added, 0 changed, 0 unchanged"));
    assert!(folder.run(&["import", "vacancies", "v.csv"], 0).contains("0 added, 0 changed, 4 unchanged"));
    folder.file("v.csv", &GOOD.replace("Je schenkt koffie", "Je schenkt koffie en thee"));
    assert!(folder.run(&["import", "vacancies", "v.csv"], 0).contains("0 added, 1 changed, 3 unchanged"));
    assert_eq!(folder.exported("vacancies").matches("koffie en thee").count(), 2, "description and summary, once");
}

#[test]
fn what_people_leave_out_stays_as_it_was() {
    let folder = Folder::with_a_town();
    folder.file(
        "p.csv",
        "external id;name;email;phone;language\np1;Piet Proef;piet@proef.example;079 123 45 67;Engels\n",
    );
    assert!(folder.run(&["import", "people", "p.csv"], 0).contains("1 added"));
    folder.file("names.csv", "external id;name\np1;Pieter Proef\n");
    assert!(folder.run(&["import", "people", "names.csv"], 0).contains("0 added, 1 changed"));
    let people = folder.exported("people");
    assert!(people.contains("p1;Pieter Proef;piet@proef.example;079 123 45 67;en"), "{people}");
}

#[test]
fn what_goes_out_comes_back_the_same() {
    let folder = Folder::with_a_town();
    folder.file("o.csv", ORGANISATIONS);
    folder.file("v.csv", GOOD);
    folder.run(&["import", "organisations", "o.csv"], 0);
    folder.run(&["import", "vacancies", "v.csv"], 0);
    for (what, rows) in [("organisations", 1), ("vacancies", 4)] {
        for ending in ["csv", "xlsx"] {
            let file = format!("out.{ending}");
            let said = folder.run(&["export", what, "--out", &file, "--lang", "en"], 0);
            assert!(said.contains(&format!("{rows} rows of Stad")), "{said}");
            let again = folder.run(&["import", what, &file], 0);
            assert!(again.contains(&format!("0 added, 0 changed, {rows} unchanged, 0 refused")), "{what}: {again}");
        }
    }
    let sheet = folder.output(&["export", "vacancies", "--format", "xlsx"]).stdout;
    let table = Table::read(&sheet).expect("a spreadsheet");
    assert_eq!((table.headers[0].as_str(), table.rows.len()), ("extern id", 4));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(folder.path().join("out.csv")).expect("the file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "personal data are not for everybody on the machine");
    }
}

#[test]
fn four_columns_of_unknown_organisations_are_enough() {
    let folder = Folder::with_a_town();
    let rows = (1..=40).map(|n| format!("v{n};Proefclub {};Samen aan de slag {n};Je helpt mee met klus {n}.\n", n % 8));
    let rows = rows.collect::<String>();
    folder.file("v.csv", &format!("external id;organisation;title;description\n{rows}"));
    let said = folder.run(&["import", "vacancies", "v.csv"], 0);
    assert!(said.contains("40 added, 0 changed, 0 unchanged, 0 refused"), "{said}");
    assert!(said.contains("8 organisations added") && said.contains("kept as drafts"), "{said}");
    assert_eq!(folder.exported("organisations").matches("Proefclub").count(), 8);
    assert_eq!(
        folder.exported("vacancies").matches(";concept;draft").count(),
        40,
        "the check would not let them through"
    );
    // Once the file says what the check asks, they are live at once.
    let more = rows.replace(".\n", &format!(". {STORY};Anna, coördinator;verzekering\n"));
    folder.file("more.csv", &format!("external id;organisation;title;description;who answers;offered\n{more}"));
    let said = folder.run(&["import", "vacancies", "more.csv"], 0);
    assert!(said.contains("0 added, 40 changed") && !said.contains("draft"), "{said}");
    assert_eq!(folder.exported("vacancies").matches(";open;live").count(), 40);
    folder.file("v.csv", &format!("external id;organisation;title;description;who answers;offered\n{more}"));
    let said = folder.run(&["import", "vacancies", "v.csv"], 0);
    assert!(said.contains("0 added, 0 changed, 40 unchanged") && !said.contains("organisations added"), "{said}");
    folder.file(
        "one.csv",
        "external id;organisation;title;description\nv1;Stichting Proefclub 1;Nieuwe titel;Je helpt.\n",
    );
    let said = folder.run(&["import", "vacancies", "one.csv"], 0);
    assert!(said.contains("0 added, 1 changed") && !said.contains("organisation added"), "{said}");
    folder.file("slip.csv", "external id;organisation;title;description\nv1;Prooefclub 1;Een titel;Je helpt.\n");
    let said = folder.run(&["import", "vacancies", "slip.csv", "--dry-run"], 0);
    assert!(said.contains("1 organisation added") && said.contains("Did you mean Proefclub 1?"), "{said}");
    // What a file of organisations tells later, is told of the same ones.
    folder.file("o.csv", "external id;name;description;sectors\no-1;Proefclub 1;We doen van alles.;Sport\n");
    assert!(folder.run(&["import", "organisations", "o.csv"], 0).contains("0 added, 1 changed"));
}

#[test]
fn a_new_installation_needs_nothing_but_the_file() {
    let folder = Folder(tempfile::tempdir().expect("a folder"));
    folder.file("v.csv", "external id;organisation;title;description\nv1;Proefclub;Samen lezen;Je leest voor.\n");
    assert!(folder.run(&["import", "vacancies", "v.csv"], 0).contains("1 added"));
    assert!(folder.exported("vacancies").contains("Samen lezen"));
    assert!(folder.run(&["import", "vacancies", "v.csv", "--municipality", "elders"], 2).contains("gemeente"));
}

#[test]
fn a_name_that_two_have_and_a_word_that_is_neither_yes_nor_no_are_faults() {
    let folder = Folder::with_a_town();
    folder.file(
        "o.csv",
        "extern id;naam;omschrijving;sectoren\no1;Leesclub De Proef;We lezen.;Sport\no2;Leesclub De Proef;Wij ook.;Sport\n",
    );
    folder.run(&["import", "organisations", "o.csv"], 0);
    folder.file(
        "v.csv",
        "extern id;organisatie;titel;omschrijving;VOG\n\nv1;Leesclub De Proef;Voorlezen;Je leest voor.;ja\n\n\n\
         v2;o2;Schenken;\"Je schenkt\nkoffie.\";verplicht\nv3;o2;Halen;Je haalt.;misschien\n",
    );
    let said = folder.run(&["import", "vacancies", "v.csv"], 1);
    for expected in [
        "row 3, column organisatie: More than one organisation has this name",
        "row 6, column VOG: It says 'verplicht' here. Fill in 'yes' or 'no'",
        "row 7, column VOG: It says 'misschien' here",
    ] {
        assert!(said.contains(expected), "{expected} is not in:\n{said}");
    }
}

#[test]
fn what_the_file_has_no_column_for_stays() {
    let folder = Folder::with_a_town();
    folder.file(
        "v.csv",
        "extern id;organisatie;titel;omschrijving;themas;wanneer;weekdag;begintijd;eindtijd;VOG;wie antwoordt\n\
         v1;Proefclub;Voorlezen;Je leest voor.;Ouderen;vast;dinsdag;10;12;ja;Anna\n",
    );
    folder.run(&["import", "vacancies", "v.csv"], 0);
    folder.file("less.csv", "extern id;organisatie;titel;omschrijving\nv1;Proefclub;Samen lezen;Je leest voor.\n");
    assert!(folder.run(&["import", "vacancies", "less.csv"], 0).contains("1 changed"));
    let kept = folder.exported("vacancies");
    for expected in ["Samen lezen", "elderly", "series", "10.00", "Anna", ";ja;"] {
        assert!(kept.contains(expected), "{expected} is gone:\n{kept}");
    }
    assert!(folder.run(&["import", "vacancies", "less.csv"], 0).contains("1 unchanged"));
}

/// What may stand under a header, in a few words.
fn meaning(column: &Column) -> String {
    let words = words::of(column.field);
    let one_of = || {
        let name = |word: &words::Word| match bare(&word.nl) == bare(&word.en) {
            true => word.nl.clone(),
            false => format!("{} / {}", word.nl, word.en),
        };
        words.iter().map(name).collect::<Vec<_>>().join(", ")
    };
    match (column.values, words.len()) {
        (Values::Text, _) => "text".into(),
        (Values::YesNo, _) => "ja / yes or nee / no".into(),
        (Values::Told, _) => format!("in exports; one of: {}", one_of()),
        (Values::Date, _) => "a day".into(),
        (Values::Time, _) => "a time of day".into(),
        (Values::Number, _) => "a number".into(),
        (Values::List, 0) => "one or more, with `;` or `|` between them".into(),
        (Values::List, 13..) => format!("one or more [words](#words-of-{})", column.en.replace(' ', "-")),
        (Values::List, _) => format!("one or more of: {}", one_of()),
        (Values::Choice, _) => format!("one of: {}", one_of()),
    }
}

fn bare(text: &str) -> String {
    text.to_lowercase()
}

fn tables() -> String {
    let mut text = String::new();
    for (what, title) in
        [(What::Vacancies, "Vacancies"), (What::Organisations, "Organisations"), (What::People, "People")]
    {
        text += &format!("\n## {title}\n\n| Dutch | English | | What may stand there |\n|---|---|---|---|\n");
        for column in columns::of(what) {
            let must = if column.required { "required" } else { "" };
            text += &format!("| `{}` | `{}` | {must} | {} |\n", column.nl, column.en, meaning(column));
        }
    }
    for what in [What::Vacancies, What::Organisations] {
        for column in columns::of(what).iter().filter(|column| column.values == Values::List) {
            let words = words::of(column.field);
            if words.len() > 12 {
                text += &format!("\n### Words of {}\n\n| Dutch | English | Code |\n|---|---|---|\n", column.en);
                for word in words {
                    text += &format!("| {} | {} | `{}` |\n", word.nl, word.en, word.code);
                }
            }
        }
    }
    text
}

#[test]
fn the_manual_names_every_column_and_word() {
    const BEGIN: &str = "<!-- from here on: written by the test exchange_command with SAMENSTUUR_UPDATE=1 -->\n";
    let file = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/import.md"));
    let kept = fs::read_to_string(&file).expect("docs/import.md");
    let (own, _) = kept.split_once(BEGIN).expect("the line from which on tables are written");
    let text = format!("{own}{BEGIN}{}", tables());
    if std::env::var_os("SAMENSTUUR_UPDATE").is_some() {
        fs::write(&file, &text).expect("the manual is written");
        return;
    }
    assert!(
        kept == text,
        "docs/import.md is out of date: run this test with SAMENSTUUR_UPDATE=1 and read the difference"
    );
}

#[test]
fn two_people_and_one_address_are_named_and_nobody_is_overwritten() {
    let folder = Folder::with_a_town();
    folder.file("p.csv", "id;naam;e-mail\nk1;Piet Samen;samen@proef.example\nk2;Mieke Samen;Samen@proef.example\n");
    let said = folder.run(&["import", "people", "p.csv"], 1);
    assert!(said.contains("row 3, column e-mail: This e-mail address is also in row 2"), "{said}");
    folder.file("one.csv", "id;naam;e-mail\nk1;Piet Samen;samen@proef.example\n");
    folder.run(&["import", "people", "one.csv"], 0);
    folder.file("two.csv", "id;naam;e-mail\nk2;Mieke Samen;samen@proef.example\n");
    let said = folder.run(&["import", "people", "two.csv"], 1);
    assert!(
        said.contains("row 2, column e-mail: This e-mail address belongs to somebody with another id: k1"),
        "{said}"
    );
    folder.file("same.csv", "id;naam;e-mail\nk3;Piet Samen;samen@proef.example\n");
    folder.run(&["import", "people", "same.csv"], 1);
    assert!(folder.exported("people").contains("k1;Piet Samen;samen@proef.example"));
}

#[test]
fn numbers_that_a_spreadsheet_spoiled_are_given_back_or_named() {
    let folder = Folder::with_a_town();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip([
        ["extern id", "naam", "omschrijving", "sectoren", "kvk nummer", "telefoon"],
        ["o7", "Proefclub", "Wij doen van alles.", "Sport", "", ""],
    ]) {
        for (column, text) in (0..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write(row, column, text).expect("a cell");
        }
    }
    sheet.write(1, 4, 1_234_567.0).expect("E2").write(1, 5, 612_345_678.0).expect("F2");
    book.save(folder.path().join("o.xlsx")).expect("a workbook");
    folder.run(&["import", "organisations", "o.xlsx"], 0);
    let kept = folder.exported("organisations");
    assert!(kept.contains("'01234567") && kept.contains("06 12345678"), "{kept}");
    folder.file(
        "n.csv",
        "id;organisatie;titel;omschrijving;aantal mensen\nf1;o7;Tuinieren;Samen.;2.0\nf2;o7;Wieden;Samen.;veel\nf3;o7;Harken;Samen.;1.5\n",
    );
    let said = folder.run(&["import", "vacancies", "n.csv", "--partial"], 0);
    for row in ["row 3, column aantal mensen", "row 4, column aantal mensen", "1 added"] {
        assert!(said.contains(row), "{said}");
    }
    assert!(folder.exported("vacancies").contains(";2;"), "2.0 is 2");
}

#[test]
fn what_is_not_known_is_named_with_what_is() {
    let folder = Folder::with_a_town();
    folder.file("v.csv", "id;organisatie;titel;omschrijving;weekdag;wanneer;themas\nv1;Proefclub;Koken;Je kookt.;dinsdag;soms;Sport|Zweven\n");
    let said = folder.run(&["import", "vacancies", "v.csv"], 1);
    for expected in [
        "column wanneer: We do not know 'soms'. Choose from: one-off, once, weekly",
        "column themas: We do not know 'Zweven'",
    ] {
        assert!(said.contains(expected), "{expected} is not in {said}");
    }
}
