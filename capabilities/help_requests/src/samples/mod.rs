//! Sample pages of help requests for the sweep: everybody in them is invented.

pub(crate) mod inserts;

use followups::{
    questions::{Known, QuestionPage},
    terms::KeepPage,
};
use jiff::civil::date;
use kernel::{Choice, Instant, Lang, MunicipalityId, PageRequest, Paged, PersonId, text::Codes};
use platform::{
    followups::Ways,
    samples::{NOW, filled, wrong},
    templates::{Form, Sample},
};
use uuid::Uuid;

use super::{
    SampleHelpRequest,
    actions::still_needed::{BY_LINK, SHOWN},
    alternatives::DoorShown,
    model::{
        Begin, Candidacy, Checked, Closing, HelpRequest, Helping, LookReason, Private, STEPS, State, Step, WrittenBy,
    },
    outcomes::{ASKER, FIRST, HELPER, OUTCOME},
    pages::{
        desk::{DeskPage, LookPage, NewPage},
        helpers::{ApplyPage, ConfirmPage, HelperShown, HelpersPage},
        mine::{ClosePage, HelpingShown, LeadPage, LetterPage, MinePage},
        public::{OfferPage, PrivatePage, ShowPage},
        queue::{AskShown, QueuePage, StuckShown, TellShown},
        writing::{StartPage, StepPage, SummaryPage},
    },
    views::{CandidateShown, LookShown, RequestShown, mark, mark_of_candidacy},
};
use facets::{
    model::{Facets, HelpRequestId, Place},
    samples::{choices, facets},
    sensitive,
    words::{FacetsShown, Since},
};

fn own(person: PersonId) -> Begin {
    Begin { person: Some(person), steward: person, entered_by: person, written_by: WrittenBy::Own, relation: None }
}

/// An invented request in `state`.
pub fn sample(state: State) -> HelpRequest {
    let (town, id, now) = (Uuid::from_u128(1), Uuid::from_u128(7), Instant::from_millis(NOW));
    let begin = own(PersonId(Uuid::from_u128(1)));
    let mut request = HelpRequest::draft(MunicipalityId(town), HelpRequestId(id), begin, now);
    request.title = "Wie wil met mij wandelen?".into();
    request.description = "Ik loop graag een rondje door het park. Samen is gezelliger.".into();
    request.facets = Facets { place: Place { wijk: Some("WK1".into()), ..Place::default() }, ..facets() };
    request.state = state;
    request.published_at = Some(now);
    request.expires_on = Some(date(2026, 5, 2));
    request
}

/// Invented exact data.
pub fn private() -> Private {
    Private {
        name: "Noor Verzonnen".into(),
        address: "Denkbeeldigestraat 1, 2700 XX Voorbeeldstad".into(),
        phone: Some("0799 00 00 00".into()),
        email: None,
        remark: Some("Bel twee keer aan.".into()),
    }
}

/// A live request of this person, for a demonstration and for tests.
pub fn of_person(person: PersonId) -> SampleHelpRequest {
    let request = sample(State::Live);
    SampleHelpRequest {
        begin: own(person),
        title: request.title,
        description: request.description,
        facets: Facets { place: Place::default(), ..request.facets },
        private: private(),
        state: State::Live,
        closing: None,
        candidates: Vec::new(),
        tell: false,
        at: Instant::from_millis(NOW),
    }
}

fn since(days: i64) -> Since {
    Since { text: format!("2026-03-{:02}T10:00:00", 3 - days), at: NOW - days * 86_400_000 }
}

fn shown(state: State) -> RequestShown {
    let request = sample(state);
    let fresh = state == State::Draft;
    RequestShown {
        id: request.id.to_string(),
        href: format!("/hulpvragen/{}", request.id),
        title: if fresh { String::new() } else { request.title },
        description: request.description,
        state: state.code(),
        mark: mark(state),
        written_by: if fresh { WrittenBy::Relative.code() } else { WrittenBy::Own.code() },
        relation: fresh.then(|| "dochter".into()),
        note: fresh.then(|| "Laat de naam van je moeder weg.".into()),
        expires_on: request.expires_on.map(|day| day.to_string()),
        changed_at: since(0),
        published_at: (!fresh).then(|| since(1)),
        due_on: (state == State::Live).then(|| "2026-03-10".into()),
        taken_over_at: None,
        facets: FacetsShown::new(&request.facets, Lang::Nl, &[Choice::new("WK1", "Noorderwijk")]),
    }
}

fn candidates(state: Candidacy) -> Vec<CandidateShown> {
    let one = |person: &str, organisation: Option<&str>, state: Candidacy| CandidateShown {
        person: person.into(),
        name: "Bram Bedenksel".into(),
        organisation: organisation.map(str::to_owned),
        checked: Some(Checked::Met.code()),
        trusted: organisation.is_none(),
        message: "Ik woon vlakbij en wandel elke dag.".into(),
        state: state.code(),
        mark: mark_of_candidacy(state),
        at: since(1),
    };
    vec![one("1", None, state), one("2", Some("Stichting De Denkbeeldige Tafel"), Candidacy::Open)]
}

fn doors() -> Vec<DoorShown> {
    vec![DoorShown { label: "Wie leest de krant voor? – hulpvraag".into(), href: "/hulpvragen".into() }]
}

fn look_rows() -> Vec<LookShown> {
    let look = |name: &str, looked_as: &str, reason: &str| LookShown {
        name: name.into(),
        looked_as: looked_as.into(),
        reason: reason.into(),
        at: since(1),
    };
    vec![look("Bram Bedenksel", "helper", ""), look("", "desk", "to-call")]
}

fn writing() -> Vec<Sample> {
    let start = |form, signed_in| StartPage { form, signed_in, writers: vec!["own", "relative", "professional"] };
    let step = |form, step: Step, text: &str| {
        let findings = sensitive::look(text);
        StepPage {
            form,
            id: "1".into(),
            step: step.code(),
            number: step.number(),
            total: STEPS,
            may_insist: !findings.is_empty(),
            findings,
            for_other: step == Step::Private,
            choices: choices(),
            note: (step == Step::Kind).then(|| "Laat de naam weg.".into()),
        }
    };
    let summary = |form, state, private, missing: &[Step]| SummaryPage {
        form,
        request: shown(state),
        private,
        missing: missing.iter().map(|step| step.code()).collect(),
        total: STEPS,
    };
    let words = [("title", "Mevrouw Verzonnen zoekt hulp"), ("description", "Bel 06-12345678, ik ben ziek.")];
    vec![
        Sample::new("help-requests/start/visitor", start(Form::default(), false)),
        Sample::new("help-requests/start/empty", start(Form::default(), true)),
        Sample::new("help-requests/start/error", start(wrong(&[("written_by", "relative")], "knows"), true)),
        Sample::new("help-requests/step/what", step(Form::default(), Step::What, "")),
        Sample::new(
            "help-requests/step/words",
            step(filled(&words), Step::What, "Mevrouw Verzonnen is ziek, bel 06-12345678"),
        ),
        Sample::new("help-requests/step/kind", step(filled(&[("na", "controle")]), Step::Kind, "")),
        Sample::new("help-requests/step/when", step(filled(&[("when", "flexible")]), Step::When, "")),
        Sample::new("help-requests/step/where", step(wrong(&[], "wijk"), Step::Where, "")),
        Sample::new("help-requests/step/private", step(wrong(&[], "phone"), Step::Private, "")),
        Sample::new(
            "help-requests/summary/missing",
            summary(Form::default(), State::Draft, None, &[Step::What, Step::Private]),
        ),
        Sample::new("help-requests/summary/whole", summary(wrong(&[], "agreed"), State::Draft, Some(private()), &[])),
        Sample::new("help-requests/summary/sent", summary(Form::default(), State::Waiting, Some(private()), &[])),
    ]
}

fn mine() -> Vec<Sample> {
    let lead = |form, state: State, candidates, looks| LeadPage {
        form,
        request: shown(state),
        candidates,
        looks,
        now: NOW,
        acting_for: (state == State::Draft).then(|| "Noor Verzonnen".into()),
        editable: sample(state).is_editable(),
    };
    let helping = |state: Candidacy, request: State| HelpingShown {
        request: shown(request),
        state: state.code(),
        mark: mark_of_candidacy(state),
        data_open: state == Candidacy::Chosen,
    };
    let close = |form| ClosePage {
        form,
        request: shown(State::Matched),
        closings: vec![Closing::Helped.code(), Closing::NotNeeded.code(), Closing::NobodyFound.code()],
    };
    let all = || {
        let helping = vec![helping(Candidacy::Chosen, State::Matched), helping(Candidacy::Declined, State::Closed)];
        MinePage { asked: State::ALL.iter().map(|state| shown(*state)).collect(), helping, doors: doors() }
    };
    let letter = |state, candidates| LetterPage {
        name: "Noor".into(),
        request: shown(state),
        candidates,
        today: "2026-03-03".into(),
    };
    vec![
        Sample::new("help-requests/mine/usual", all()),
        Sample::new("help-requests/mine/empty", MinePage { asked: Vec::new(), helping: Vec::new(), doors: Vec::new() }),
        Sample::new("help-requests/lead/draft", lead(Form::default(), State::Draft, Vec::new(), Vec::new())),
        Sample::new("help-requests/lead/nobody", lead(Form::default(), State::Live, Vec::new(), Vec::new())),
        Sample::new(
            "help-requests/lead/choose",
            lead(wrong(&[], "agreed"), State::Live, candidates(Candidacy::Open), Vec::new()),
        ),
        Sample::new(
            "help-requests/lead/matched",
            lead(Form::default(), State::Matched, candidates(Candidacy::Chosen), look_rows()),
        ),
        Sample::new("help-requests/close/empty", close(Form::default())),
        Sample::new("help-requests/close/error", close(wrong(&[], "closing"))),
        Sample::new("help-requests/letter/usual", letter(State::Matched, candidates(Candidacy::Chosen))),
        Sample::new("help-requests/letter/empty", letter(State::Waiting, Vec::new())),
    ]
}

fn public() -> Vec<Sample> {
    let show = |state, may_help, own, offered| ShowPage {
        request: shown(state),
        now: NOW,
        open: state == State::Live,
        may_help,
        own,
        data_open: offered == Some("chosen"),
        desk: own,
        offered,
        doors: if offered == Some("declined") { doors() } else { Vec::new() },
    };
    let offer = |form| OfferPage { form, request: shown(State::Live) };
    let data = |private, helper| PrivatePage { request: shown(State::Matched), private, helper, days: 14 };
    vec![
        Sample::new("help-requests/show/visitor", show(State::Live, false, false, None)),
        Sample::new("help-requests/show/helper", show(State::Live, true, false, None)),
        Sample::new("help-requests/show/chosen", show(State::Matched, true, false, Some("chosen"))),
        Sample::new("help-requests/show/thanked", show(State::Live, true, false, Some("declined"))),
        Sample::new("help-requests/show/own", show(State::Waiting, false, true, None)),
        Sample::new("help-requests/offer/empty", offer(Form::default())),
        Sample::new("help-requests/offer/error", offer(wrong(&[("message", "Ik kom")], "agreed"))),
        Sample::new("help-requests/private/helper", data(Some(private()), true)),
        Sample::new("help-requests/private/gone", data(None, false)),
        Sample::new("help-requests/keep/good", KeepPage::new(&SHOWN, &BY_LINK, Some("Wandelen".into()), 60)),
        Sample::new("help-requests/keep/over", KeepPage::new(&SHOWN, &BY_LINK, None, 60)),
    ]
}

fn queue() -> Vec<Sample> {
    let tell = |phone: Option<&str>| TellShown {
        request: shown(State::Live),
        name: "Noor Verzonnen".into(),
        phone: phone.map(str::to_owned),
        since: since(1),
    };
    let stuck = |offered| StuckShown {
        request: RequestShown { taken_over_at: Some(since(1)), ..shown(State::Live) },
        offered,
        since: since(1),
    };
    let ask = |side: &str| AskShown {
        tell: tell(Some("0799 00 00 00")),
        helper: "1".into(),
        moment: FIRST.to_owned(),
        side: side.to_owned(),
        answers: vec![Choice::new("started", "Ja, het is begonnen"), Choice::new("no", "Nee")],
    };
    let empty = || QueuePage {
        only: None,
        waiting: paged(Vec::new(), 0),
        stuck: paged(Vec::new(), 0),
        to_tell: paged(Vec::new(), 0),
        to_ask: paged(Vec::new(), 0),
        live: paged(Vec::new(), 0),
        matched: paged(Vec::new(), 0),
        known: Known::default(),
        now: NOW,
    };
    let queue = QueuePage {
        waiting: paged(vec![shown(State::Waiting)], 1),
        stuck: paged(vec![stuck(0), stuck(2)], 2),
        to_tell: paged(vec![tell(Some("0799 00 00 00")), tell(None)], 2),
        to_ask: paged(vec![ask(ASKER), ask(HELPER)], 2),
        live: paged(vec![shown(State::Live)], 45),
        matched: paged(vec![shown(State::Matched)], 1),
        known: Known { asked: 10, known: 6, unknown: 4 },
        ..empty()
    };
    let one = QueuePage { only: Some("zoekt"), live: paged(vec![shown(State::Live)], 45), ..empty() };
    vec![
        Sample::new("help-requests/desk-queue/usual", queue),
        Sample::new("help-requests/desk-queue/one", one),
        Sample::new("help-requests/desk-queue/empty", empty()),
    ]
}

/// The first page of a list of `total`.
fn paged<T>(items: Vec<T>, total: u64) -> Paged<T> {
    Paged::new(items, PageRequest::default(), total)
}

fn outcomes() -> Vec<Sample> {
    let page = |form, chosen: Option<&str>, thanks, code: &str| QuestionPage {
        form,
        path: "/hulpvragen/uitkomst/x".into(),
        words: OUTCOME.words,
        question: format!("help-request-outcome-question-{code}"),
        args: [("title", "Wie wil met mij wandelen?".into()), ("name", "Bram Bedenksel".into())].into(),
        answers: vec![Choice::new("started", "Ja, het is begonnen"), Choice::new("no", "Nee")],
        chosen: chosen.map(str::to_owned),
        thanks,
        ways: Ways { next: Some(("help-request-mine-title", "/mijn/hulpvragen".into())), ..Ways::default() },
        ..QuestionPage::default()
    };
    vec![
        Sample::new("help-requests/outcome/asked", page(Form::default(), None, false, "first-asker")),
        Sample::new("help-requests/outcome/error", page(wrong(&[], "antwoord"), None, false, "later-helper")),
        Sample::new(
            "help-requests/outcome/tapped",
            page(filled(&[("antwoord", "started")]), Some("Ja, het is begonnen"), false, "first-helper"),
        ),
        Sample::new("help-requests/outcome/thanks", page(Form::default(), None, true, "later-asker")),
        Sample::new("help-requests/outcome/gone", QuestionPage { gone: true, ..QuestionPage::default() }),
    ]
}

fn desk() -> Vec<Sample> {
    let page = |form, state, text: &str, has_email, candidates| DeskPage {
        form,
        request: shown(state),
        steward: "Noor Verzonnen".into(),
        steward_id: "1".into(),
        has_email,
        tell_since: (!has_email).then(|| since(1)),
        may_act: !has_email,
        findings: sensitive::look(text),
        candidates,
        looks: look_rows(),
        now: NOW,
    };
    let look = |form, private: Option<Private>, looked| LookPage {
        form,
        request: shown(State::Live),
        reasons: LookReason::ALL.iter().map(|reason| reason.code()).collect(),
        private,
        looked,
    };
    let new = |name: Option<&str>| NewPage { form: filled(&[("persoon", "1")]), name: name.map(str::to_owned) };
    vec![
        Sample::new("help-requests/desk-new/chosen", new(Some("Noor Verzonnen"))),
        Sample::new("help-requests/desk-new/nobody", new(None)),
        Sample::new(
            "help-requests/desk-show/waiting",
            page(wrong(&[], "note"), State::Waiting, "Ik ben ziek", false, Vec::new()),
        ),
        Sample::new(
            "help-requests/desk-show/live",
            page(Form::default(), State::Live, "", true, candidates(Candidacy::Open)),
        ),
        Sample::new("help-requests/desk-look/ask", look(Form::default(), None, false)),
        Sample::new("help-requests/desk-look/error", look(wrong(&[], "reason"), None, false)),
        Sample::new("help-requests/desk-look/seen", look(Form::default(), Some(private()), true)),
        Sample::new("help-requests/desk-look/gone", look(Form::default(), None, true)),
    ]
}

fn helpers() -> Vec<Sample> {
    let apply = |form, state: Option<Helping>| ApplyPage {
        form,
        state: state.map(Codes::code),
        answer: (state == Some(Helping::Refused)).then(|| "Kom eerst langs op het punt.".into()),
        valid_until: (state == Some(Helping::Confirmed)).then(|| "2029-03-02".into()),
        for_organisation: state.is_none(),
        contact_too: state == Some(Helping::Refused),
    };
    let helper = |checked: Option<Checked>| HelperShown {
        id: "1".into(),
        name: "Bram Bedenksel".into(),
        motivation: "Ik heb tijd over.".into(),
        checked: checked.map(Codes::code),
        valid_until: checked.map(|_| "2029-03-02".into()),
        asked_at: since(1),
    };
    let confirm = |form, asked: bool| ConfirmPage {
        form,
        id: "1".into(),
        name: "Bram Bedenksel".into(),
        motivation: Some("Ik heb tijd over.".into()),
        phone: asked.then(|| "0799 00 00 01".into()),
        email: Some("bram@bedenksel.example".into()),
        asked,
        confirmed: !asked,
        ways: Checked::ALL.iter().map(|way| way.code()).collect(),
    };
    let list = |only, asked, confirmed| HelpersPage { only, asked, confirmed, now: NOW };
    let full = list(None, paged(vec![helper(None)], 1), paged(vec![helper(Some(Checked::Vog))], 45));
    let one = list(Some("confirmed"), paged(Vec::new(), 0), paged(vec![helper(Some(Checked::Vog))], 45));
    vec![
        Sample::new("help-requests/apply/empty", apply(Form::default(), None)),
        Sample::new("help-requests/apply/error", apply(wrong(&[], "motivation"), None)),
        Sample::new("help-requests/apply/asked", apply(Form::default(), Some(Helping::Asked))),
        Sample::new("help-requests/apply/confirmed", apply(Form::default(), Some(Helping::Confirmed))),
        Sample::new("help-requests/apply/refused", apply(Form::default(), Some(Helping::Refused))),
        Sample::new("help-requests/helpers/usual", full),
        Sample::new("help-requests/helpers/one", one),
        Sample::new("help-requests/helpers/empty", list(None, paged(Vec::new(), 0), paged(Vec::new(), 0))),
        Sample::new("help-requests/confirm/asked", confirm(filled(&[("valid_until", "02-03-2029")]), true)),
        Sample::new("help-requests/confirm/error", confirm(wrong(&[], "checked"), false)),
    ]
}

/// Every page of help requests, as usual, empty, and with errors.
pub fn samples() -> Vec<Sample> {
    let mut samples = writing();
    samples.extend(mine());
    samples.extend(public());
    samples.extend(queue());
    samples.extend(outcomes());
    samples.extend(desk());
    samples.extend(helpers());
    samples
}
