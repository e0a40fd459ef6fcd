//! Sample pages for the sweep: usual, empty, each side, each state, with errors. Everybody in them is invented.

pub(crate) mod thread;

use followups::questions::QuestionPage;
use kernel::{Choice, PageRequest, Paged};
use platform::{
    followups::Ways,
    samples::{NOW, filled, wrong},
    templates::{Form, Sample},
};

use super::{
    outcomes::{INTRODUCTION, MONTH, OUTCOME},
    pages::{
        confirm::{ConfirmPage, LinkPage, ReceivedPage},
        decide::{AnsweredPage, DeclinePage, InvitePage},
        desk::{QueueList, QueuePage},
        lists::{ListPage, MinePage},
        thread::{Can, ContactView, ThreadPage},
    },
    views::{ClockView, DoorView, Item, Line, MeetingView, OutcomeLine, SlotView},
};

const MOMENT: &str = "2026-03-03T10:00:00";
const LATER: &str = "2026-03-10T10:30:00";
const TITLE: &str = "Samen tuinieren op dinsdag";
const OWNER: &str = "Buurttuin De Proef";
const PERSON: &str = "Noor Voorbeeld";

fn doors() -> Vec<DoorView> {
    let door = |id: &str, label: &str| DoorView {
        value: id.to_owned(),
        label: label.to_owned(),
        href: format!("/vacatures/{id}"),
    };
    vec![door("1", "Soep koken – Stichting De Pollepel"), door("2", "Wandelen met een maatje – Loopclub Zonder Haast")]
}

fn confirming() -> Vec<Sample> {
    let confirm = |form, by_link, too_late, demo| ConfirmPage { form, by_link, too_late, undelivered: false, demo };
    let id = [("reactie", "00000000-0000-7000-8000-0000000000b1")];
    let link = |form, gone, sent| LinkPage { form, gone, sent };
    vec![
        Sample::new("conversations/confirm/code", confirm(filled(&id), false, false, false)),
        Sample::new(
            "conversations/confirm/undelivered",
            ConfirmPage { undelivered: true, ..confirm(filled(&id), false, false, false) },
        ),
        Sample::new("conversations/confirm/demo", confirm(filled(&id), false, false, true)),
        Sample::new("conversations/confirm/link", confirm(filled(&id), true, false, false)),
        Sample::new("conversations/confirm/error", confirm(wrong(&id, "code"), false, false, false)),
        Sample::new("conversations/confirm/late", confirm(Form::default(), false, true, false)),
        Sample::new("conversations/received/usual", ReceivedPage {}),
        Sample::new("conversations/link/usual", link(Form::default(), false, false)),
        Sample::new("conversations/link/gone", link(Form::default(), true, false)),
        Sample::new("conversations/link/sent", link(Form::default(), false, true)),
        Sample::new("conversations/link/error", link(wrong(&[("email", "noor@")], "email"), false, false)),
    ]
}

fn line(author: &str, body: &str, own: bool, system: bool) -> Line {
    let (author, body, at) = (author.to_owned(), body.to_owned(), MOMENT.to_owned());
    Line { author, at, millis: NOW, now: NOW + 7_200_000, body, own, system }
}

fn slot(number: usize) -> SlotView {
    SlotView { number, starts: LATER.to_owned(), ends: "2026-03-10T11:00:00".to_owned(), past: number == 2 }
}

fn meeting(state: &'static str, chosen: bool) -> MeetingView {
    MeetingView {
        state,
        proposed: vec![slot(0), slot(1), slot(2)],
        chosen: chosen.then(|| slot(0)),
        place: "Buurthuis De Linde".to_owned(),
    }
}

fn thread(side: &'static str, code: &str, can: Can) -> ThreadPage {
    ThreadPage {
        form: Form::default(),
        base: if side == "person" { "/reacties/mijn/1" } else { "/balie/reacties/1" }.to_owned(),
        side,
        title: TITLE.to_owned(),
        href: "/vacatures/1".to_owned(),
        owner: OWNER.to_owned(),
        person: PERSON.to_owned(),
        state: "open".to_owned(),
        status: "waiting",
        clock: ClockView {
            sentence: format!("response-clock-{}-{code}", if side == "person" { "person" } else { "owner" }),
            handler: "Mo Verzonnen".to_owned(),
            since: Some(MOMENT.to_owned()),
            due: Some(LATER.to_owned()),
            when: Some(LATER.to_owned()),
        },
        contact: (side != "person").then(|| ContactView {
            reach: "phone".to_owned(),
            email: None,
            phone: Some("06 00 00 00 00".to_owned()),
        }),
        lines: vec![
            line(PERSON, "Kan ik eerst komen kijken?\n\nIk heb zelf ook een tuintje.", side == "person", false),
            line("Voorbeeldstad", "We hebben Buurttuin De Proef eraan herinnerd dat je wacht.", false, true),
        ],
        meeting: None,
        doors: Vec::new(),
        no_doors_reason: None,
        keep_longer: false,
        can,
        ask_outcome: None,
        outcomes: Vec::new(),
        by_link: side == "person",
        undelivered: false,
        card_for: (side == "point").then(|| "1".to_owned()),
    }
}

/// Every sentence about the clock, for both sides.
const CLOCKS: [&str; 13] = [
    "unconfirmed",
    "open",
    "with-point",
    "talking",
    "reserve",
    "invited",
    "planned",
    "accepted",
    "started",
    "stopped",
    "declined",
    "withdrawn",
    "expired",
];

fn outcome_lines() -> Vec<OutcomeLine> {
    let told = |moment: &str, answer: &str, reason: Option<&str>| OutcomeLine {
        who: PERSON.to_owned(),
        moment: String::from(moment),
        answer: (!answer.is_empty()).then(|| answer.to_owned()),
        reason: reason.map(str::to_owned),
        at: (!answer.is_empty()).then(|| LATER.to_owned()),
    };
    vec![
        told("introduction", "Ja, het is begonnen", None),
        told("month", "Nee, het is gestopt", Some("Het was te ver weg.")),
        told("month", "", None),
    ]
}

fn threads() -> Vec<Sample> {
    let speaks = Can { say: true, withdraw: true, ..Can::default() };
    let decides = Can { say: true, invite: true, decline: true, accept: true, start: true, ..Can::default() };
    let chooses = Can { choose: true, cancel_meeting: true, ..speaks };
    let point = Can { take: true, pass_back: true, told: true, confirm: true, choose: true, withdraw: true, ..decides };
    let invited = ThreadPage { meeting: Some(meeting("proposed", false)), ..thread("person", "invited", chooses) };
    let planned = ThreadPage {
        meeting: Some(meeting("planned", true)),
        ..thread("owner", "planned", Can { cancel_meeting: true, ..decides })
    };
    let cancelled = ThreadPage { meeting: Some(meeting("cancelled", true)), ..thread("owner", "talking", decides) };
    let declined =
        ThreadPage { doors: doors(), ..thread("person", "declined", Can { say: true, keep: true, ..Can::default() }) };
    let no_doors = ThreadPage {
        no_doors_reason: Some("Er is nu niets wat hierop lijkt.".to_owned()),
        keep_longer: true,
        ..thread("person", "declined", Can { keep: true, ..Can::default() })
    };
    let errors = ThreadPage { form: wrong(&[], "message"), ..thread("owner", "open", decides) };
    let owner_asked = ThreadPage {
        ask_outcome: Some("introduction"),
        outcomes: outcome_lines(),
        ..thread("owner", "accepted", decides)
    };
    let person_asked =
        ThreadPage { ask_outcome: Some("month"), form: wrong(&[], "antwoord"), ..thread("person", "started", speaks) };
    let answers = Can { answered: true, ..decides };
    let asked = |moment| ThreadPage { ask_outcome: Some(moment), ..thread("point", "accepted", point) };
    vec![
        Sample::new("conversations/thread/person", thread("person", "open", speaks)),
        Sample::new("conversations/thread/owner", thread("owner", "open", answers)),
        Sample::new("conversations/thread/owner-asked", owner_asked),
        Sample::new("conversations/thread/person-asked", person_asked),
        Sample::new("conversations/thread/point", thread("point", "with-point", point)),
        Sample::new("conversations/thread/ask-introduction", asked("introduction")),
        Sample::new("conversations/thread/ask-month", asked("month")),
        Sample::new("conversations/thread/invited", invited),
        Sample::new("conversations/thread/planned", planned),
        Sample::new("conversations/thread/cancelled", cancelled),
        Sample::new("conversations/thread/declined", declined),
        Sample::new("conversations/thread/no-doors", no_doors),
        Sample::new("conversations/thread/errors", errors),
        Sample::new(
            "conversations/thread/started",
            thread("owner", "started", Can { say: true, stop: true, ..Can::default() }),
        ),
        Sample::new("conversations/thread/reserve", thread("owner", "reserve", Can { call_up: true, ..decides })),
    ]
}

/// The thread in every state, for both sides.
fn clocks() -> Vec<Sample> {
    let of = |side: &'static str| {
        CLOCKS.iter().enumerate().map(move |(number, code)| {
            let name = format!("conversations/clock/{side}-{number}");
            Sample::new(Box::leak(name.into_boxed_str()), thread(side, code, Can::default()))
        })
    };
    of("person").chain(of("owner")).collect()
}

fn item(other: &str, state: &str, status: &'static str, asks: bool) -> Item {
    Item {
        href: "/organisatie/1/reacties/1".to_owned(),
        title: TITLE.to_owned(),
        other: other.to_owned(),
        question: "Kan ik eerst komen kijken?".to_owned(),
        phone: Some("06 00 00 00 00".to_owned()),
        since: MOMENT.to_owned(),
        since_millis: NOW,
        now_millis: NOW + 7_200_000,
        due: asks.then(|| LATER.to_owned()),
        state: state.to_owned(),
        status,
        reserve: false,
        asks,
        handler: None,
    }
}

fn lists() -> Vec<Sample> {
    let list = |waiting: Vec<Item>, done: Vec<Item>| ListPage {
        organisation: OWNER.to_owned(),
        base: "/organisatie/1/reacties".to_owned(),
        going_on: if waiting.is_empty() { Vec::new() } else { vec![item("Bram Bedenksel", "invited", "busy", false)] },
        reserve: if waiting.is_empty() {
            Vec::new()
        } else {
            vec![Item { reserve: true, ..item("Sanne Proef", "in-conversation", "busy", false) }]
        },
        paging: Paged::new(Vec::new(), PageRequest::default(), done.len() as u64 * 30),
        waiting_count: if waiting.is_empty() { 0 } else { 2 },
        waiting,
        done,
    };
    let waiting = || vec![item(PERSON, "open", "waiting", true), item("Bram Bedenksel", "open", "late", true)];
    let done = || vec![item("Ali Verzonnen", "started", "done", false)];
    let queue = |full: bool| {
        let list = |code, items, total| QueueList { code, page: Paged::new(items, PageRequest::default(), total) };
        let taken = Item { handler: Some("Mo Verzonnen".to_owned()), ..item(PERSON, "open", "late", true) };
        let all = vec![
            list("overgenomen", vec![taken], 30),
            list("bellen", vec![item(PERSON, "unconfirmed", "todo", false)], 1),
            list("vertellen", vec![item(PERSON, "in-conversation", "busy", false)], 1),
            list("vragen", vec![item(PERSON, "accepted", "open", false)], 1),
            list("wachten", waiting(), 45),
        ];
        QueuePage { lists: if full { all } else { Vec::new() }, one: false }
    };
    let one = || {
        let page = Paged::new(waiting(), PageRequest::default(), 45);
        QueuePage { lists: vec![QueueList { code: "wachten", page }], one: true }
    };
    vec![
        Sample::new("conversations/list/usual", list(waiting(), done())),
        Sample::new("conversations/list/empty", list(Vec::new(), Vec::new())),
        Sample::new(
            "conversations/mine/usual",
            MinePage { received: waiting(), sent: vec![item(OWNER, "open", "waiting", true)] },
        ),
        Sample::new("conversations/mine/empty", MinePage { received: Vec::new(), sent: Vec::new() }),
        Sample::new("conversations/queue/usual", queue(true)),
        Sample::new("conversations/queue/one", one()),
        Sample::new("conversations/queue/empty", queue(false)),
    ]
}

fn decisions() -> Vec<Sample> {
    let invite = |form, moves| InvitePage {
        form,
        base: "/organisatie/1/reacties/1".to_owned(),
        person: PERSON.to_owned(),
        title: TITLE.to_owned(),
        moves,
    };
    let answered = |form, owed| AnsweredPage {
        form,
        base: "/organisatie/1/reacties/1".to_owned(),
        person: PERSON.to_owned(),
        title: TITLE.to_owned(),
        owed,
    };
    let decline = |form, doors| DeclinePage {
        form,
        base: "/organisatie/1/reacties/1".to_owned(),
        person: PERSON.to_owned(),
        title: TITLE.to_owned(),
        verdicts: vec![
            Choice::new("reserve", "Nu vol: op de reservelijst"),
            Choice::new("full", "Vol"),
            Choice::new("no_fit", "Past niet"),
        ],
        doors,
    };
    vec![
        Sample::new("conversations/answered/usual", answered(Form::default(), true)),
        Sample::new("conversations/answered/errors", answered(wrong(&[], "message"), true)),
        Sample::new("conversations/answered/over", answered(Form::default(), false)),
        Sample::new("conversations/invite/usual", invite(filled(&[("place", "Buurthuis De Linde")]), false)),
        Sample::new("conversations/invite/moves", invite(filled(&[]), true)),
        Sample::new(
            "conversations/invite/errors",
            invite(wrong(&[("date1", "31-02-2026")], "date1 time1 place"), false),
        ),
        Sample::new("conversations/decline/usual", decline(filled(&[("door", "1")]), doors())),
        Sample::new("conversations/decline/no-doors", decline(Form::default(), Vec::new())),
        Sample::new("conversations/decline/errors", decline(wrong(&[], "verdict door"), doors())),
    ]
}

fn outcomes() -> Vec<Sample> {
    let page = |moment: &str, side: &str| QuestionPage {
        path: "/uitkomst/abc".to_owned(),
        words: OUTCOME.words,
        question: format!("response-outcome-question-{moment}-{side}"),
        args: [("title", TITLE), ("owner", OWNER), ("person", PERSON)]
            .map(|(name, text)| (name, text.to_owned()))
            .into(),
        answers: OUTCOME
            .moment(moment)
            .map_or(&[][..], |moment| moment.answers)
            .iter()
            .map(|answer| kernel::Choice::new(answer.code, "Een antwoord"))
            .collect(),
        asks_why: true,
        ..QuestionPage::default()
    };
    let tapped = QuestionPage {
        form: filled(&[("antwoord", "started")]),
        chosen: Some("Ja, begonnen".to_owned()),
        ..page(INTRODUCTION, "person")
    };
    let links = doors().into_iter().map(|door| (door.label, door.href)).collect();
    let ways = Ways { next: None, title: "response-doors-title", links };
    vec![
        Sample::new("conversations/outcome/introduction-person", page(INTRODUCTION, "person")),
        Sample::new("conversations/outcome/introduction-owner", page(INTRODUCTION, "owner")),
        Sample::new("conversations/outcome/month-person", page(MONTH, "person")),
        Sample::new("conversations/outcome/month-owner", page(MONTH, "owner")),
        Sample::new("conversations/outcome/tapped", tapped),
        Sample::new(
            "conversations/outcome/error",
            QuestionPage { form: wrong(&[], "antwoord"), ..page(MONTH, "person") },
        ),
        Sample::new("conversations/outcome/thanks", QuestionPage { thanks: true, ways, ..page(MONTH, "person") }),
        Sample::new("conversations/outcome/gone", QuestionPage { gone: true, ..QuestionPage::default() }),
    ]
}

/// Every page of responses.
pub fn samples() -> Vec<Sample> {
    [confirming(), threads(), clocks(), lists(), decisions(), outcomes()].into_iter().flatten().collect()
}
