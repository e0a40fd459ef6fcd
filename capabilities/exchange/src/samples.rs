//! Sample pages.

use platform::templates::{Form, FormMessage, Sample, Typed};

use super::{
    pages::{ExchangePage, RunLine, RunPage, kinds, outcome_view},
    runs::model::{Outcome, RunId, RunState, Told},
};

const RUN: RunId = RunId(uuid::Uuid::from_u128(34));

fn form() -> Form {
    let mut form = Form::default();
    form.values.insert("what".into(), Typed::One("vacancies".into()));
    form.values.insert("try".into(), Typed::One("ja".into()));
    form
}

fn line(state: RunState) -> RunLine {
    RunLine {
        href: format!("/beheer/import/{RUN}"),
        what: "vacancies",
        file_name: "vacatures.csv".into(),
        state: kernel::Codes::code(state),
        rows: 1200,
        since: "2026-03-03T10:00".into(),
    }
}

fn page(outcome: Option<Outcome>, runs: Vec<RunLine>, form: Form) -> ExchangePage {
    let outcome = outcome.map(|outcome| outcome_view(outcome, false, RUN));
    ExchangePage { form, kinds: kinds(), outcome, runs }
}

fn run(state: RunState, outcome: Option<Outcome>) -> RunPage {
    RunPage { run: line(state), outcome: outcome.map(|outcome| outcome_view(outcome, false, RUN)) }
}

fn told(row: usize, column: &str, reason: &str) -> Told {
    Told { row: Some(row), column: column.into(), reason: reason.into() }
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
        advice: vec![told(4, "organisatie", "Bedoelde je Buurttuin De Proef?")],
        stored: true,
        ..Outcome::default()
    };
    let refused = Outcome {
        rows: 300,
        bad: 201,
        faults: (2..203).map(|row| told(row, "titel", "Vul dit in.")).collect(),
        unknown_columns: vec!["kleur".into()],
        ..Outcome::default()
    };
    let whole = Told { row: None, column: "titel".into(), reason: "Deze kolom ontbreekt.".into() };
    let lacking = Outcome { rows: 3, faults: vec![whole], ..Outcome::default() };
    let mut bare = form();
    bare.errors.insert("file".into(), "Kies een bestand.".into());
    bare.summary.push(FormMessage { field: "file".into(), message: "Kies een bestand.".into() });
    vec![
        Sample::new("exchange/empty", page(None, vec![line(RunState::Done)], form())),
        Sample::new("exchange/refused", page(Some(refused.clone()), Vec::new(), form())),
        Sample::new("exchange/lacking", page(Some(lacking), Vec::new(), form())),
        Sample::new("exchange/no-file", page(None, Vec::new(), bare)),
        Sample::new("exchange/run-waiting", run(RunState::Waiting, None)),
        Sample::new("exchange/run-failed", run(RunState::Failed, None)),
        Sample::new("exchange/run-stored", run(RunState::Done, Some(stored))),
        Sample::new("exchange/run-tried", run(RunState::Done, Some(Outcome::default()))),
        Sample::new("exchange/run-refused", run(RunState::Done, Some(refused))),
    ]
}
