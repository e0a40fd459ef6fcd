//! Sample pages of reporting and moderating.

use kernel::{PageRequest, Paged};
use platform::templates::{Form, FormMessage, Sample, Typed};

use super::pages::{ManagePage, OneReportPage, QueueLine, QueuePage, ReportPage, ReportView, ReportsPage};
use crate::samples::{ID, check, fine, page, usual};

const NOW: i64 = 1_772_600_000_000;
const LOCAL: &str = "2026-03-03T10:00:00";

fn report(state: &'static str) -> ReportView {
    ReportView {
        href: format!("/beheer/meldingen/{ID}"),
        vacancy: format!("/beheer/vacatures/{ID}"),
        title: "Samen tuinieren op dinsdag".into(),
        reason: "paid_work",
        note: "Ik kreeg een contract.\n\nMet loon.".into(),
        answerable: state == "open",
        state,
        answer: (state != "open").then(|| "We hebben de organisatie gesproken.".into()),
        created_at: NOW - 90_000_000,
        created_local: LOCAL.into(),
    }
}

fn line(confirmed: bool, refused: usize, advised: usize) -> QueueLine {
    QueueLine {
        href: format!("/beheer/vacatures/{ID}"),
        title: "Samen tuinieren op dinsdag".into(),
        organisation: "Buurttuin De Proef".into(),
        confirmed,
        since: NOW - 200_000_000,
        since_local: LOCAL.into(),
        refused,
        advised,
    }
}

fn wrong(field: &str, value: &str) -> Form {
    let mut form = Form::default();
    form.values.insert(field.into(), Typed::One(value.into()));
    form.errors.insert(field.into(), "Vul dit in.".into());
    form.summary.push(FormMessage { field: field.into(), message: "Vul dit in.".into() });
    form
}

fn manage(state: &'static str, reports: Vec<ReportView>) -> ManagePage {
    ManagePage {
        look: page(usual()),
        base: format!("/beheer/vacatures/{ID}"),
        state,
        note: None,
        confirmed: true,
        check: fine(),
        can_take_down: state != "taken_down",
        reports,
        form: Form::default(),
        now: NOW,
    }
}

fn paging(total: u64) -> Paged<()> {
    Paged::new(Vec::new(), PageRequest::default(), total)
}

pub(super) fn samples() -> Vec<Sample> {
    let form = |form| ReportPage {
        title: "Samen tuinieren op dinsdag".into(),
        href: format!("/vacatures/{ID}"),
        reasons: vec!["paid_work", "misleading", "hurtful", "unsafe", "no_answer", "other"],
        form,
    };
    let one =
        |report: ReportView, form| OneReportPage { can_take_down: report.state == "open", report, form, now: NOW };
    let waiting = vec![line(false, 2, 1), line(true, 0, 0)];
    let answered = || vec![report("kept"), report("taken_down")];
    let reports = |open: Vec<ReportView>, answered: Vec<ReportView>, only_answered: bool| ReportsPage {
        more_answered: !open.is_empty(),
        paging: paging(if answered.is_empty() { 0 } else { 45 }),
        only_answered,
        open,
        answered,
        now: NOW,
    };
    vec![
        Sample::new("vacancies/report/usual", form(Form::default())),
        Sample::new("vacancies/report/errors", form(wrong("reason", ""))),
        Sample::new(
            "vacancies/manage-queue/usual",
            QueuePage { waiting, paging: paging(45), open_reports: 3, now: NOW },
        ),
        Sample::new(
            "vacancies/manage-queue/empty",
            QueuePage { waiting: Vec::new(), paging: paging(0), open_reports: 0, now: NOW },
        ),
        Sample::new(
            "vacancies/manage/waiting",
            ManagePage { confirmed: false, check: check(), ..manage("waiting", Vec::new()) },
        ),
        Sample::new("vacancies/manage/live", manage("live", vec![report("open"), report("kept")])),
        Sample::new("vacancies/manage/errors", ManagePage { form: wrong("reason", ""), ..manage("live", Vec::new()) }),
        Sample::new(
            "vacancies/manage/taken-down",
            ManagePage { note: Some("Dit is betaald werk.".into()), ..manage("taken_down", Vec::new()) },
        ),
        Sample::new("vacancies/manage-reports/usual", reports(vec![report("open")], answered(), false)),
        Sample::new("vacancies/manage-reports/answered", reports(Vec::new(), answered(), true)),
        Sample::new("vacancies/manage-reports/empty", reports(Vec::new(), Vec::new(), false)),
        Sample::new("vacancies/manage-report/usual", one(report("open"), Form::default())),
        Sample::new("vacancies/manage-report/errors", one(report("open"), wrong("answer", ""))),
        Sample::new("vacancies/manage-report/answered", one(report("kept"), Form::default())),
    ]
}
