//! Tables of cases over model, policy and forms; no I/O.

use jiff::{
    civil::{date, time},
    tz::TimeZone,
};
use kernel::{
    Actor, ContactRole, Fields, Instant, Lang, MunicipalityId, Office, OrganisationId, Person, PersonId, PersonRole,
    WorkingCalendar, text::Codes, time as units,
};
use uuid::Uuid;

use super::{
    decisions,
    figures::model::{AnswerFigures, Answered, Counts, MonthFigures, count, shown},
    forms::{self, Filler},
    introductions::{
        self,
        model::{Introduction, Slot, State as MeetingState},
    },
    model::{Door, Entry, IntroductionId, NewResponse, Owner, Reach, Response, ResponseId, Side, State, Subject, Verb},
    outcomes::{self, INTRODUCTION, MONTH, OUTCOME},
    policy::{self, Via},
    settings::Terms,
    views,
};
use people::desk::model::Way;

const NOW: Instant = Instant::from_millis(1_772_528_400_000);
const ORGANISATION: OrganisationId = OrganisationId(Uuid::from_u128(7));
const PERSON: PersonId = PersonId(Uuid::from_u128(8));

fn response(state: State) -> Response {
    let new = NewResponse {
        subject: Subject { kind: "thing".into(), id: Uuid::from_u128(3), title: "Tuinieren".into() },
        owner: Owner::Organisation(ORGANISATION),
        name: "Noor".into(),
        email: Some("noor@inwoner.voorbeeld.example".into()),
        phone: Some("06 00 00 00 00".into()),
        reach: Reach::Email,
        question: String::new(),
        entry: Entry::Account(PERSON),
        agreed: None,
        lang: Lang::Nl,
    };
    let key = (MunicipalityId(Uuid::from_u128(1)), ResponseId(Uuid::from_u128(2)));
    let confirmed_at = (state != State::Unconfirmed).then_some(NOW);
    Response { state, confirmed_at, ..Response::new(key, new, NOW) }
}

/// Every step there is; what is not here is refused.
const KNOWN: [(State, &[(Verb, State)]); 9] = {
    use State::{Accepted, Declined, Expired, InConversation, Invited, Open, Started, Unconfirmed, Withdrawn};
    [
        (Unconfirmed, &[(Verb::Confirm, Open), (Verb::Expire, Expired), (Verb::Withdraw, Withdrawn)]),
        (
            Open,
            &[
                (Verb::Answer, InConversation),
                (Verb::Invite, Invited),
                (Verb::Accept, Accepted),
                (Verb::Start, Started),
                (Verb::Reserve, InConversation),
                (Verb::Decline, Declined),
                (Verb::Withdraw, Withdrawn),
            ],
        ),
        (
            InConversation,
            &[
                (Verb::Answer, InConversation),
                (Verb::Invite, Invited),
                (Verb::Accept, Accepted),
                (Verb::Start, Started),
                (Verb::Reserve, InConversation),
                (Verb::CallUp, InConversation),
                (Verb::Decline, Declined),
                (Verb::Withdraw, Withdrawn),
            ],
        ),
        (
            Invited,
            &[
                (Verb::Answer, Invited),
                (Verb::Invite, Invited),
                (Verb::CancelMeeting, InConversation),
                (Verb::Accept, Accepted),
                (Verb::Start, Started),
                (Verb::Reserve, InConversation),
                (Verb::Decline, Declined),
                (Verb::Withdraw, Withdrawn),
            ],
        ),
        (
            Accepted,
            &[
                (Verb::Answer, Accepted),
                (Verb::Invite, Invited),
                (Verb::CancelMeeting, Accepted),
                (Verb::Start, Started),
                (Verb::Decline, Declined),
                (Verb::Withdraw, Withdrawn),
            ],
        ),
        (Started, &[(Verb::Answer, Started)]),
        (Declined, &[(Verb::Answer, Declined), (Verb::CallUp, InConversation)]),
        (Withdrawn, &[]),
        (Expired, &[]),
    ]
};

#[test]
fn every_state_knows_its_steps() {
    for (state, steps) in KNOWN {
        for verb in Verb::ALL {
            let expected = steps.iter().find(|(known, _)| known == verb).map(|(_, to)| *to);
            assert_eq!(state.after(*verb), expected, "{state} {verb}");
        }
    }
}

#[test]
fn only_the_first_answer_counts_and_the_other_side_takes_it_back_from_the_point() {
    let mut asked = Response { with_point: true, ..response(State::Open) };
    assert_eq!(asked.answer(Verb::Answer, Side::Point, NOW).ok(), Some(true));
    assert!(asked.with_point, "the point has it until it gives it back");
    let later = NOW.plus(units::HOUR);
    assert_eq!(asked.answer(Verb::Answer, Side::Owner, later).ok(), Some(false));
    assert_eq!((asked.answered_at, asked.with_point), (Some(NOW), false));
    assert!(asked.answer(Verb::Confirm, Side::Owner, later).is_err());
}

#[test]
fn nobody_without_mail_goes_unnoticed() {
    let mut told = Response { email: None, ..response(State::Open) };
    told.must_be_told(NOW);
    told.must_be_told(NOW.plus(units::DAY));
    assert_eq!(told.tell_since, Some(NOW));
    let mut mailed = response(State::Open);
    mailed.must_be_told(NOW);
    assert_eq!(mailed.tell_since, None);
}

#[test]
fn contact_data_are_shown_only_as_the_person_chose() {
    for (reach, email, phone) in
        [(Reach::Email, true, false), (Reach::Phone, false, true), (Reach::Point, false, false)]
    {
        let chosen = Response { reach, ..response(State::Open) };
        assert_eq!((chosen.shown_email().is_some(), chosen.shown_phone().is_some()), (email, phone), "{reach}");
    }
}

fn person(id: PersonId, roles: &[PersonRole], office: Option<OrganisationId>) -> Actor {
    let office = office.map(|organisation| Office {
        organisation,
        name: "Proef".into(),
        role: ContactRole::Coordinator,
        confirmed: true,
    });
    let offices = office.into_iter().collect();
    Actor::Person(Person { id, name: "Iemand".into(), roles: roles.to_vec(), offices })
}

#[test]
fn each_comes_to_their_own_side_or_to_none() {
    let stranger = PersonId(Uuid::from_u128(9));
    let contact = person(stranger, &[], Some(ORGANISATION));
    let mediator = person(stranger, &[PersonRole::Mediator], None);
    let own = Via::Own(None);
    let here = Via::Organisation(ORGANISATION);
    let elsewhere = Via::Organisation(OrganisationId(Uuid::from_u128(70)));
    let same_mail = Via::Own(Some("noor@inwoner.voorbeeld.example".into()));
    let resident = person(stranger, &[], None);
    let cases = [
        (Actor::Visitor, &Via::Link(Side::Person), Some(Side::Person)),
        (Actor::Visitor, &Via::Link(Side::Owner), None),
        (resident.clone(), &Via::Link(Side::Owner), None),
        (contact.clone(), &Via::Link(Side::Owner), Some(Side::Owner)),
        (Actor::Visitor, &here, None),
        (Actor::Visitor, &own, None),
        (person(PERSON, &[], None), &own, Some(Side::Person)),
        (resident.clone(), &own, None),
        (resident.clone(), &same_mail, Some(Side::Person)),
        (resident.clone(), &Via::Desk, None),
        (contact.clone(), &here, Some(Side::Owner)),
        (contact.clone(), &elsewhere, None),
        (contact.clone(), &Via::Desk, None),
        (mediator.clone(), &Via::Desk, Some(Side::Point)),
        (mediator, &here, None),
    ];
    for (actor, via, side) in cases {
        assert_eq!(policy::side(&actor, &response(State::Open), via), side, "{actor:?} {via:?}");
    }
    assert_eq!(policy::side(&contact, &response(State::Unconfirmed), &here), None, "not before it is confirmed");
    assert!(policy::decide(&contact, &response(State::Open), &here).is_allowed());
    assert!(!policy::choose(&contact, &response(State::Open), &here).is_allowed());
    assert!(!policy::decide(&Actor::Visitor, &response(State::Open), &Via::Link(Side::Person)).is_allowed());
    assert!(!policy::respond(&Actor::ApiKey(ORGANISATION)).is_allowed());
    assert!(policy::system(&Actor::System).is_allowed() && !policy::system(&resident).is_allowed());
}

fn fields(pairs: &[(&str, &str)]) -> Fields {
    Fields::new(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

/// What is filled in, field by field.
type Filled<'a> = &'a [(&'a str, &'a str)];

/// What the desk fills in for somebody opposite, who agreed.
const AGREED: [(&str, &str); 6] =
    [("on_behalf", "ja"), ("agreed", "ja"), ("way", "phone"), ("name", "Bep"), ("reach", "point"), ("ask", "look")];

#[test]
fn neither_mail_nor_telephone_is_asked_of_everybody() {
    let visitor = Filler { account_email: None, account_name: None, desk: false };
    let known = Filler { account_email: Some("rik@thuis.example"), account_name: Some("Rik"), desk: false };
    let mediator = Filler { desk: true, ..known };
    let cases: [(Filler<'_>, Filled<'_>, &[&str]); 9] = [
        (visitor, &[("name", "Noor"), ("reach", "point"), ("ask", "look")], &[]),
        (visitor, &[("name", "Noor"), ("reach", "email"), ("question", "Hoi")], &["email"]),
        (visitor, &[("name", "Noor"), ("reach", "phone"), ("question", "Hoi")], &["phone"]),
        (visitor, &[("name", "Noor"), ("reach", "phone"), ("phone", "06 12"), ("ask", "when")], &["phone"]),
        (visitor, &[("reach", "point")], &["name", "question"]),
        (visitor, &[("name", "Noor"), ("reach", "duif"), ("ask", "look")], &["reach"]),
        (known, &[("reach", "email"), ("question", "Hoi")], &[]),
        (mediator, &[("on_behalf", "ja"), ("name", "Bep"), ("reach", "point"), ("ask", "look")], &["agreed", "way"]),
        (mediator, &AGREED, &[]),
    ];
    for (filler, pairs, wrong) in cases {
        let found = forms::respond(&fields(pairs), filler).err().unwrap_or_default();
        let found: Vec<&str> = found.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(found, wrong, "{pairs:?}");
    }
    let behalf = forms::respond(&fields(cases[8].1), mediator).unwrap();
    assert_eq!((behalf.email, behalf.name.as_str()), (None, "Bep"), "the mediator's own address is not used");
    assert_eq!(behalf.agreed, Some(Way::Phone), "how it was said is kept");
}

#[test]
fn a_no_has_doors_or_a_reason() {
    let door =
        |id: u128| Door { kind: "thing".into(), id: Uuid::from_u128(id), title: "Soep".into(), by: "Proef".into() };
    let suggested = [door(1), door(2)];
    let first = suggested[0].id.to_string();
    let strange = Uuid::from_u128(9).to_string();
    let decline = |pairs: &[(&str, &str)], doors: &[Door]| decisions::forms::decline(&fields(pairs), doors);
    let good = decline(&[("verdict", "full"), ("door", &first), ("no_doors", "x")], &suggested).unwrap();
    assert_eq!((good.doors.len(), good.no_doors_reason), (1, None));
    let bare = decline(&[("verdict", "full")], &suggested).unwrap_err();
    assert!(bare.has("door"));
    assert!(decline(&[("verdict", "full"), ("door", &strange)], &suggested).unwrap_err().has("door"));
    assert!(decline(&[("verdict", "reserve")], &[]).unwrap_err().has("no_doors"));
    assert!(decline(&[("verdict", "no_fit"), ("no_doors", "Niets gevonden")], &[]).is_ok());
    assert!(decline(&[("door", &first)], &suggested).unwrap_err().has("verdict"));
}

fn zone() -> TimeZone {
    TimeZone::get("Europe/Amsterdam").unwrap()
}

fn at(month: i8, day: i8, hour: i8) -> Instant {
    Instant::at(date(2026, month, day), time(hour, 0, 0, 0), &zone())
}

#[test]
fn promises_step_over_sundays_and_holidays() {
    let terms = Terms { first_reminder: 2, second_reminder: 4, take_over: 5 };
    let calendar = WorkingCalendar::new(zone(), true, []);
    let cases = [
        (at(3, 3, 10), at(3, 5, 10), at(3, 7, 10), at(3, 9, 10)),
        (at(3, 5, 11), at(3, 7, 11), at(3, 10, 11), at(3, 11, 11)),
        // Summer time begins on 29 March: the same time of day.
        (at(3, 27, 9), at(3, 30, 9), at(4, 1, 9), at(4, 2, 9)),
        // Good Friday, Easter Sunday and Monday.
        (at(4, 2, 9), at(4, 7, 9), at(4, 9, 9), at(4, 10, 9)),
    ];
    for (from, first, second, due) in cases {
        let found = terms.deadlines(&calendar, from);
        assert_eq!((found.first, found.second, found.due), (first, second, due), "{from}");
    }
    let odd = Terms { first_reminder: 9, second_reminder: 9, take_over: 1 }.deadlines(&calendar, at(3, 3, 10));
    assert!(odd.first <= odd.due && odd.second <= odd.due, "a reminder never comes after the end");
}

#[test]
fn invitations_are_read_as_people_type_them() {
    let read = |pairs: &[(&str, &str)]| introductions::forms::invite(&fields(pairs), at(3, 3, 10), &zone());
    let good =
        read(&[("date1", "12-3-2026"), ("time1", "9.30"), ("date2", "10/3/2026"), ("time2", "14"), ("place", "Hier")]);
    let good = good.unwrap();
    assert_eq!(good.times[0], Slot { starts: at(3, 10, 14), ends: at(3, 10, 14).plus(30 * units::MINUTE) });
    assert_eq!(good.times.len(), 2);
    let wrong: [(Filled<'_>, &[&str]); 6] = [
        (&[("place", "Hier")], &["date1"]),
        (&[("date1", "12-3-2026"), ("place", "Hier")], &["time1"]),
        (&[("time3", "10.00"), ("date1", "12-3-2026"), ("time1", "10"), ("place", "Hier")], &["date3"]),
        (&[("date1", "3-3-2026"), ("time1", "9.00"), ("place", "Hier")], &["date1"]),
        (&[("date1", "12-3-2026"), ("time1", "10")], &["place"]),
        (
            &[
                ("date1", "12-3-2026"),
                ("time1", "10"),
                ("date2", "13-3-2026"),
                ("time2", "10"),
                ("place", "Hier"),
                ("agreed", "ja"),
            ],
            &["agreed"],
        ),
    ];
    for (pairs, expected) in wrong {
        let found = read(pairs).unwrap_err();
        let found: Vec<&str> = found.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(found, expected, "{pairs:?}");
    }
}

fn meeting() -> Introduction {
    let key = (MunicipalityId(Uuid::from_u128(1)), IntroductionId(Uuid::from_u128(4)));
    Introduction::new(key, ResponseId(Uuid::from_u128(2)), NOW)
}

#[test]
fn calendars_follow_every_change() {
    let slot = |hour| Slot { starts: at(3, 10, hour), ends: at(3, 10, hour + 1) };
    let mut meeting = meeting();
    meeting.propose(vec![slot(10), slot(14)], "Hier".into(), NOW);
    assert!(meeting.choose(2, NOW).is_err() && meeting.choose(0, at(3, 10, 12)).is_err());
    meeting.choose(1, NOW).unwrap();
    assert_eq!(meeting.chosen(), Some(slot(14)));
    assert!(meeting.choose(0, NOW).is_err(), "a time that is chosen is not chosen again");
    assert_eq!(meeting.sequence, 0);
    meeting.propose(vec![slot(16)], "Daar".into(), NOW);
    assert_eq!((meeting.state, meeting.chosen()), (MeetingState::Proposed, Some(slot(14))));
    meeting.choose(0, NOW).unwrap();
    assert_eq!(meeting.sequence, 1);
    assert_eq!(meeting.cancel(NOW).ok(), Some(true));
    assert_eq!(meeting.sequence, 2);
    assert!(meeting.cancel(NOW).is_err());
}

#[test]
fn an_answer_fits_its_question() {
    for (moment, code, good) in [
        (INTRODUCTION, "started", true),
        (INTRODUCTION, "still_there", false),
        (MONTH, "stopped", true),
        (MONTH, "talking", false),
        (MONTH, "misschien", false),
    ] {
        let read = followups::questions::read_answer(&fields(&[("antwoord", code)]), &OUTCOME, moment);
        assert_eq!(read.is_ok(), good, "{moment} {code}");
    }
    let all = OUTCOME.moments.iter().flat_map(|moment| moment.answers);
    assert!(all.into_iter().all(|answer| answer.known == (answer.code != "talking")));
    let open = |state, moment| outcomes::is_open(&response(state), moment);
    assert!(open(State::Invited, INTRODUCTION) && !open(State::Declined, INTRODUCTION));
    assert!(open(State::Started, MONTH) && !open(State::Accepted, MONTH));
}

#[test]
fn figures_are_what_their_definitions_say() {
    let answered = |hours: Option<i64>, taken_over| Answered {
        confirmed_at: NOW,
        due_at: NOW.plus(100 * units::HOUR),
        answered_at: hours.map(|hours| NOW.plus(hours * units::HOUR)),
        taken_over,
    };
    let list = [
        answered(Some(2), false),
        answered(Some(30), false),
        answered(Some(120), false),
        answered(Some(101), true),
        answered(None, false),
    ];
    let early = count(&list, NOW.plus(units::HOUR));
    assert_eq!((early.due, early.in_time, early.answered, early.usual_hours), (4, 2, 3, Some(30)));
    let late = count(&list, NOW.plus(200 * units::HOUR));
    assert_eq!((late.due, late.in_time), (5, 2));
    assert_eq!(count(&[], NOW).usual_hours, None);
    assert_eq!(count(&list[..2], NOW).usual_hours, Some(16), "of two the mean");
    assert_eq!(shown(2, 2, 2, Some(5)), AnswerFigures::default());
    assert_eq!(shown(3, 2, 2, Some(5)), AnswerFigures { answered_percent: Some(67), usual_hours: None });
    assert_eq!(shown(4, 4, 3, Some(5)), AnswerFigures { answered_percent: Some(100), usual_hours: Some(5) });
    let one = Counts { responses: 4, started: 1, declined: 1, withdrawn: 1, ..Counts::default() };
    let mut month = MonthFigures::default();
    month.add("thing".into(), one);
    month.add("other".into(), one);
    assert_eq!((month.total.responses, month.total.outcome_known(), month.total.outcome_unknown()), (8, 6, 2));
}

#[test]
fn every_state_has_its_sentence() {
    let planned = |state| {
        let slot = Slot { starts: at(3, 10, 10), ends: at(3, 10, 11) };
        let mut meeting = meeting();
        meeting.plan(slot, NOW);
        meeting.state = state;
        meeting
    };
    let code = |response: &Response, meeting: Option<&Introduction>| views::clock_code(response, meeting);
    assert_eq!(code(&response(State::Open), None), "open");
    assert_eq!(code(&Response { with_point: true, ..response(State::Open) }, None), "with-point");
    assert_eq!(code(&Response { reserve: true, ..response(State::InConversation) }, None), "reserve");
    assert_eq!(code(&response(State::Invited), Some(&planned(MeetingState::Planned))), "planned");
    assert_eq!(code(&response(State::Invited), Some(&planned(MeetingState::Proposed))), "invited");
    assert_eq!(code(&Response { ended_at: Some(NOW), ..response(State::Started) }, None), "stopped");
}
