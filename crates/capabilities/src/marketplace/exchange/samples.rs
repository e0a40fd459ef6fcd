//! Sample pages.

use platform::templates::{Form, FormMessage, Sample, Typed};

use super::{
    Report,
    pages::{ExchangePage, FaultLine, kinds},
};

fn form() -> Form {
    let mut form = Form::default();
    form.values.insert("what".into(), Typed::One("vacancies".into()));
    form.values.insert("try".into(), Typed::One("ja".into()));
    form
}

fn page(report: Option<Report>, faults: Vec<FaultLine>, form: Form) -> ExchangePage {
    let bad_rows = report.as_ref().map_or(0, Report::bad_rows);
    ExchangePage { form, kinds: kinds(), report, bad_rows, faults, dry_run: false }
}

/// Sample pages for the sweep.
pub fn samples() -> Vec<Sample> {
    let stored = Report { rows: 12, added: 10, changed: 1, same: 1, stored: true, ..Report::default() };
    let refused = Report {
        rows: 3,
        faults: vec![super::Fault { row: Some(3), column: "titel".into(), key: "common-error-required", args: vec![] }],
        unknown_columns: vec!["kleur".into()],
        ..Report::default()
    };
    let fault = FaultLine { row: Some(3), column: "titel".into(), reason: "Vul dit in.".into() };
    let whole = FaultLine { row: None, column: "titel".into(), reason: "Deze kolom ontbreekt.".into() };
    let mut bare = form();
    bare.errors.insert("file".into(), "Kies een bestand.".into());
    bare.summary.push(FormMessage { field: "file".into(), message: "Kies een bestand.".into() });
    vec![
        Sample::new("marketplace/exchange/empty", page(None, Vec::new(), form())),
        Sample::new("marketplace/exchange/stored", page(Some(stored), Vec::new(), form())),
        Sample::new("marketplace/exchange/refused", page(Some(refused), vec![fault, whole], form())),
        Sample::new("marketplace/exchange/no-file", page(None, Vec::new(), bare)),
    ]
}
