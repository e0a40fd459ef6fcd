//! Sample pages of one's own data.

use platform::{
    samples::wrong,
    templates::{Form, Sample},
};

use super::{
    pages::{CopyFile, CopySheet, DataPage, ErasePage},
    readable::{Row, Shown},
};

/// The pages of one's own data.
pub fn samples() -> Vec<Sample> {
    let parts = vec!["Account en profiel".to_owned(), "Organisaties".to_owned()];
    let text = |words: &str| Shown::Text(words.to_owned());
    let row = |label: &str, shown| Row { label: label.to_owned(), shown };
    let copied = || {
        let thread = Shown::Items(vec![Shown::Rows(vec![row("Bericht", text("Is er een kas?"))]), text("Een regel")]);
        vec![
            row("Gemaakt", text("3 maart 2026")),
            row("Account", Shown::Rows(vec![row("Naam", text("Noor Voorbeeld")), row("Gesprek", thread)])),
        ]
    };
    let name = || "Noor Voorbeeld".to_owned();
    let sheet = CopySheet { back: "/balie/personen/1".to_owned(), name: name(), parts: copied() };
    vec![
        Sample::new("people/copy_file/usual", CopyFile { name: name(), parts: copied() }),
        Sample::new("people/copy_sheet/usual", sheet),
        Sample::new("people/data/usual", DataPage { parts }),
        Sample::new("people/data/empty", DataPage { parts: Vec::new() }),
        Sample::new("people/erase/empty", ErasePage { form: Form::default() }),
        Sample::new("people/erase/error", ErasePage { form: wrong(&[], "sure") }),
    ]
}
