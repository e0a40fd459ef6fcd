//! Sample pages.

use platform::templates::{Form, FormMessage, Sample, Typed};

use super::{
    pages::{ExchangePage, kinds},
    runs::{
        model::{Outcome, RunId, Told},
        pages::{RunLine, RunPage, mending, outcome_view},
    },
};

const RUN: RunId = RunId(uuid::Uuid::from_u128(34));

fn form() -> Form {
    let mut form = Form::default();
    form.values.insert("what".into(), Typed::One("vacancies".into()));
    form.values.insert("try".into(), Typed::One("ja".into()));
    form
}

fn line(state: &'static str) -> RunLine {
    RunLine {
        href: format!("/beheer/import/{RUN}"),
        what: "vacancies",
        file_name: "vacatures.csv".into(),
        state,
        rows: 1200,
        since: "2026-03-03T10:00:00".into(),
    }
}

fn page(runs: Vec<RunLine>, form: Form) -> ExchangePage {
    ExchangePage { form, kinds: kinds(), runs }
}

fn run(state: &'static str, outcome: Option<Outcome>) -> RunPage {
    let open = matches!(state, "tried" | "refused") && !outcome.as_ref().is_some_and(Outcome::is_hopeless);
    let faults = outcome.as_ref().filter(|_| open).map_or(&[][..], |outcome| &outcome.faults);
    let (mending, form) = mending(faults, 1, str::to_owned);
    let outcome = outcome.map(|outcome| outcome_view(outcome, RUN));
    RunPage { run: line(state), outcome, open, mending, form, can_turn_back: state == "stored" }
}

fn told(row: usize, column: &str, value: &str, reason: &str) -> Told {
    let field = if column == "titel" { "title".to_owned() } else { String::new() };
    Told { row: Some(row), column: column.into(), reason: reason.into(), value: value.into(), field, cells: Vec::new() }
}

/// Sample pages for the sweep.
pub(crate) fn samples() -> Vec<Sample> {
    let stored = Outcome {
        rows: 12,
        added: 9,
        changed: 1,
        same: 1,
        passed: 1,
        organisations: 2,
        check_refused: 3,
        check_advised: 4,
        advice: vec![told(4, "organisatie", "", "Bedoelde je Buurttuin De Proef?")],
        stored: true,
        ..Outcome::default()
    };
    let undone = Outcome { taken_back: 9, left: 1, ..stored.clone() };
    let many = Outcome {
        rows: 300,
        bad: 201,
        faults: (2..203).map(|row| told(row, "titel", "Samen\nthee", "Vul dit in.")).collect(),
        unknown_columns: vec!["kleur".into()],
        ..Outcome::default()
    };
    let slipped = Told {
        cells: vec![("title".into(), "Koken".into()), ("description".into(), "samen eten".into())],
        ..told(7, "", "Kom erbij", "Deze rij heeft 6 cellen, en er zijn 5 kolommen.")
    };
    let some = Outcome {
        rows: 12,
        bad: 3,
        faults: vec![told(3, "titel", "", "Vul dit in."), told(5, "titel", "#N/B", "Hier staat een fout."), slipped],
        ..Outcome::default()
    };
    let whole = Told { row: None, ..told(0, "titel", "", "Deze kolom ontbreekt.") };
    let lacking = Outcome { rows: 3, faults: vec![whole], ..Outcome::default() };
    let mut bare = form();
    bare.errors.insert("file".into(), "Kies een bestand.".into());
    bare.summary.push(FormMessage { field: "file".into(), message: "Kies een bestand.".into() });
    let lines = ["stored", "tried", "refused", "undone", "waiting", "busy", "failed"].map(line).into();
    vec![
        Sample::new("exchange/empty", page(lines, form())),
        Sample::new("exchange/no-file", page(Vec::new(), bare)),
        Sample::new("exchange/run-waiting", run("waiting", None)),
        Sample::new("exchange/run-failed", run("failed", None)),
        Sample::new("exchange/run-stored", run("stored", Some(stored))),
        Sample::new("exchange/run-undone", run("undone", Some(undone))),
        Sample::new("exchange/run-tried", run("tried", Some(Outcome { rows: 12, added: 12, ..Outcome::default() }))),
        Sample::new("exchange/run-refused", run("refused", Some(some))),
        Sample::new("exchange/run-many-faults", run("refused", Some(many))),
        Sample::new("exchange/run-lacking", run("refused", Some(lacking))),
    ]
}
