//! Tables of cases over the life of a vacancy, its forms and who may do what.

use jiff::civil::{date, time};
use kernel::{
    Actor, ContactRole, Fields, Instant, MunicipalityId, Office, OrganisationId, Person, PersonId, PersonRole, Problem,
    permit::Decision, text::Codes,
};
use proptest::prelude::*;
use uuid::Uuid;

use super::{
    forms::{self, Around, Start},
    model::{Closing, Content, PauseReason, State, Vacancy, needs_moderation},
    moderation, policy,
    subject::{Candidate, best},
};
use facets::{
    fields::Nowhere,
    model::{Asked, Facets, Offered, Place, VacancyId, When},
};

const NOW: Instant = Instant::from_millis(1_772_528_400_000);

fn organisation(number: u128) -> OrganisationId {
    OrganisationId(Uuid::from_u128(number))
}

fn vacancy(state: State) -> Vacancy {
    let draft = Vacancy::draft(MunicipalityId(Uuid::nil()), VacancyId(Uuid::from_u128(1)), organisation(1), NOW);
    Vacancy { state, ..draft }
}

/// From each state, where it can go.
const STEPS: [(State, &[State]); 7] = [
    (State::Draft, &[State::Waiting, State::Live, State::Closed]),
    (State::Waiting, &[State::Draft, State::Live, State::Closed, State::TakenDown]),
    (State::Live, &[State::Waiting, State::Paused, State::Filled, State::Closed, State::TakenDown]),
    (State::Paused, &[State::Waiting, State::Live, State::Filled, State::Closed, State::TakenDown]),
    (State::Filled, &[State::Waiting, State::Live, State::Closed, State::TakenDown]),
    (State::Closed, &[State::Draft]),
    (State::TakenDown, &[State::Draft, State::Closed]),
];

#[test]
fn every_step_is_allowed_or_refused_as_the_drawing_says() {
    for (from, allowed) in STEPS {
        for to in State::ALL {
            let mut vacancy = vacancy(from);
            let later = NOW.plus(1000);
            let taken = vacancy.step(*to, later);
            assert_eq!(taken.is_ok(), allowed.contains(to), "{from} to {to}");
            match taken {
                Ok(()) => assert_eq!((vacancy.state, vacancy.changed_at), (*to, later)),
                Err(problem) => {
                    assert!(matches!(problem, Problem::Conflict("vacancy-step-impossible")));
                    assert_eq!((vacancy.state, vacancy.changed_at), (from, NOW), "nothing has changed");
                }
            }
        }
    }
}

#[test]
fn the_drawing_in_the_docs_has_these_steps_and_no_others() {
    let drawing = include_str!("../../../docs/state-machines/vacancy.md");
    let mut drawn: Vec<(String, String)> = drawing
        .lines()
        .filter_map(|line| line.trim().split_once(" --> "))
        .filter(|(from, _)| *from != "[*]")
        .map(|(from, to)| (from.to_owned(), to.split([' ', ':']).next().unwrap_or_default().to_owned()))
        .collect();
    let mut real: Vec<(String, String)> = STEPS
        .iter()
        .flat_map(|(from, to)| to.iter().map(move |to| (from.code().to_owned(), to.code().to_owned())))
        .collect();
    drawn.sort();
    drawn.dedup();
    real.sort();
    assert_eq!(drawn, real);
}

#[test]
fn a_first_vacancy_waits_unless_the_town_trusts_everybody() {
    // Town wants it, organisation confirmed, ever live, sent back or taken down before.
    let table = [
        ((true, true, true, false), false),
        ((true, true, false, false), true),
        ((true, false, true, false), true),
        ((true, false, false, false), true),
        ((false, false, false, false), false),
        ((false, true, true, true), true),
        ((true, true, true, true), true),
    ];
    for ((wants, confirmed, live, noted), waits) in table {
        assert_eq!(needs_moderation(wants, confirmed, live, noted), waits, "{wants} {confirmed} {live} {noted}");
    }
}

#[test]
fn a_live_vacancy_always_has_a_last_day() {
    let today = date(2026, 3, 3);
    let once = When::Once { date: date(2026, 4, 1), starts: time(9, 0, 0, 0), ends: time(12, 0, 0, 0) };
    let flexible = When::Flexible { parts: Vec::new() };
    // Own last day, when the work is done, what it becomes.
    let table = [
        (None, flexible.clone(), date(2026, 8, 30)),
        (None, once.clone(), date(2026, 4, 1)),
        (Some(date(2026, 3, 20)), once, date(2026, 3, 20)),
        (Some(date(2026, 3, 3)), flexible.clone(), date(2026, 3, 3)),
        (Some(date(2026, 3, 2)), flexible, date(2026, 8, 30)),
    ];
    for (own, when, expected) in table {
        let mut vacancy = vacancy(State::Live);
        (vacancy.closes_on, vacancy.facets.when) = (own, when);
        vacancy.settle_last_day(today, 180);
        assert_eq!(vacancy.closes_on, Some(expected), "{own:?} {:?}", vacancy.facets.when);
    }
}

#[test]
fn still_needed_adds_days_but_never_beyond_the_work() {
    let today = date(2026, 3, 3);
    let mut vacancy = vacancy(State::Live);
    vacancy.closes_on = Some(date(2026, 3, 6));
    assert_eq!(vacancy.extended(today, 90), Some(date(2026, 6, 1)));
    vacancy.facets.when = When::Period { from: date(2026, 3, 1), until: date(2026, 3, 20), parts: Vec::new() };
    assert_eq!(vacancy.extended(today, 90), Some(date(2026, 3, 20)));
    vacancy.closes_on = Some(date(2026, 3, 20));
    assert_eq!(vacancy.extended(today, 90), None);
}

#[test]
fn counting_says_when_the_last_place_is_taken() {
    let mut vacancy = vacancy(State::Live);
    vacancy.people_wanted = 2;
    assert_eq!((vacancy.count_one(), vacancy.people_left()), (false, 1));
    assert_eq!((vacancy.count_one(), vacancy.people_left()), (true, 0));
    assert_eq!((vacancy.count_one(), vacancy.people_left()), (false, 0));
}

fn person(number: u128, role: Option<PersonRole>, office: Option<OrganisationId>) -> Actor {
    Actor::Person(Person {
        id: PersonId(Uuid::from_u128(number)),
        name: "Proef Persoon".into(),
        roles: role.into_iter().collect(),
        offices: office
            .map(|organisation| Office {
                organisation,
                name: "Proef".into(),
                role: ContactRole::Coordinator,
                confirmed: true,
            })
            .into_iter()
            .collect(),
    })
}

#[test]
fn who_may_do_what() {
    let own = organisation(1);
    let live = vacancy(State::Live);
    let answer = |decision: Decision<_>| match decision {
        Decision::Allow(_) => "yes",
        Decision::Hide => "hidden",
        Decision::Deny(_) => "no",
        Decision::SignIn => "sign in",
    };
    // Writing, moderating.
    let table = [
        (Actor::Visitor, "sign in", false),
        (person(1, None, None), "hidden", false),
        (person(2, None, Some(own)), "yes", false),
        (person(3, None, Some(organisation(2))), "hidden", false),
        (person(4, Some(PersonRole::Mediator), None), "hidden", false),
        (person(5, Some(PersonRole::Manager), None), "hidden", true),
        (Actor::ApiKey(own), "yes", false),
        (Actor::ApiKey(organisation(2)), "hidden", false),
        (Actor::System, "yes", true),
    ];
    for (actor, writes, moderates) in table {
        assert_eq!(answer(policy::write(&actor, own)), writes, "{actor:?}");
        assert_eq!(policy::moderate(&actor).is_allowed(), moderates, "{actor:?}");
        assert!(policy::report(&actor, &live).is_allowed());
        assert!(!policy::report(&actor, &vacancy(State::Draft)).is_allowed());
        let sees = moderates || writes == "yes";
        assert_eq!(policy::see_unpublished(&actor, &vacancy(State::Draft)).is_allowed(), sees, "{actor:?}");
        assert_eq!(policy::system(&actor).is_allowed(), actor == Actor::System);
    }
}

fn good_form() -> Fields {
    Fields::default()
        .with("title", "Samen tuinieren")
        .with("summary", "Je werkt met\nburen.")
        .with("description", "Je zaait en oogst.")
        .with("themes", "nature")
        .with("when", "flexible")
        .with("people_wanted", "3")
        .with("contact", Uuid::from_u128(7).to_string())
        .with("contact_label", "Annet")
        .with("closes_on", "1-6-2026")
}

fn read(fields: &Fields) -> Result<Content, Vec<(String, &'static str)>> {
    let contacts = [PersonId(Uuid::from_u128(7))];
    let around = Around { today: date(2026, 3, 3), town: &Nowhere, contacts: &contacts };
    forms::content(fields, &around)
        .map_err(|errors| errors.0.into_iter().map(|error| (error.field, &*error.key.into_owned().leak())).collect())
}

#[test]
fn what_takes_responses_and_has_its_last_day_near_ends_soon() {
    let soon = date(2026, 3, 10);
    for (state, last, expected) in [
        (State::Live, Some(date(2026, 3, 10)), true),
        (State::Live, Some(date(2026, 3, 1)), true),
        (State::Live, Some(date(2026, 3, 11)), false),
        (State::Live, None, false),
        (State::Paused, Some(date(2026, 3, 10)), false),
        (State::Filled, Some(date(2026, 3, 10)), false),
        (State::Draft, Some(date(2026, 3, 10)), false),
    ] {
        let vacancy = Vacancy { closes_on: last, ..vacancy(state) };
        assert_eq!(vacancy.ends_soon(soon), expected, "{state} {last:?}");
    }
}

#[test]
fn what_was_written_can_be_edited_and_written_again() {
    let content = read(&good_form()).expect("it is good");
    assert_eq!(content.summary, "Je werkt met buren.", "a summary stands on one line");
    assert_eq!((content.people_wanted, content.closes_on), (3, Some(date(2026, 6, 1))));
    assert_eq!(read(&forms::fields(&content)).expect("it is still good"), content);
}

#[test]
fn what_is_wrong_is_named() {
    let without =
        |name: &str| Fields::new(good_form().pairs().iter().filter(|(known, _)| known != name).cloned().collect());
    let table = [
        (without("title"), vec![("title", "common-error-required")]),
        (without("themes"), vec![("themes", "vacancy-error-theme")]),
        (without("when"), vec![("when", "common-error-choose")]),
        (good_form().with("people_wanted", "0"), vec![("people_wanted", "common-error-number")]),
        (good_form().with("closes_on", "1-3-2026"), vec![("closes_on", "marketplace-error-date-past")]),
        (good_form().with("contact", Uuid::from_u128(8).to_string()), vec![("contact", "common-error-choose")]),
        (good_form().with("title", "x".repeat(91)), vec![("title", "common-error-too-long")]),
    ];
    for (fields, expected) in table {
        let found = read(&fields).expect_err("it is wrong");
        let found: Vec<_> = found.iter().map(|(field, key)| (field.as_str(), *key)).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn only_what_belongs_to_the_form_is_kept() {
    let sent = good_form().with("doe", "concept").with("vreemd", "x").with("hours", "  ");
    let kept = forms::kept(&sent);
    assert_eq!(kept.get("title"), Some("Samen tuinieren"));
    assert_eq!((kept.get("doe"), kept.get("vreemd"), kept.get("hours")), (None, None, None));
}

#[test]
fn small_forms_are_read() {
    let one = |name: &str, value: &str| Fields::default().with(name, value);
    assert_eq!(forms::closing(&one("closing", "otherwise")), Ok(Closing::Otherwise));
    assert!(forms::closing(&Fields::default()).is_err());
    assert_eq!(forms::start(&one("start", "leeg")), Ok(Start::Empty));
    assert_eq!(forms::start(&one("start", "voorbeeld-taal")), Ok(Start::Starter("taal".into())));
    assert!(forms::start(&one("start", "iets")).is_err());
    assert!(moderation::forms::report(&one("reason", "unsafe")).is_ok());
    let other = moderation::forms::report(&one("reason", "other")).expect_err("something else needs words");
    assert!(other.has("note"));
    assert!(moderation::forms::report(&one("reason", "unsafe").with("email", "geen adres")).is_err());
    assert!(moderation::forms::note(&Fields::default()).is_err());
    let down = moderation::forms::take_down(&one("reason", "Betaald werk.")).expect("it is good");
    assert_eq!((down.reason.as_str(), down.answer), ("Betaald werk.", None));
}

proptest! {
    #[test]
    fn whatever_happens_a_vacancy_stays_sound(steps in prop::collection::vec(0usize..7, 0..40)) {
        let mut vacancy = vacancy(State::Draft);
        for (count, step) in (1..).zip(steps) {
            let (before, to) = (vacancy.clone(), State::ALL[step]);
            if vacancy.step(to, NOW.plus(count)).is_ok() && to == State::Paused {
                vacancy.pause_reason = Some(PauseReason::Asked);
            }
            prop_assert!(vacancy.published_at >= before.published_at, "the first publication is never forgotten");
            prop_assert_eq!(vacancy.pause_reason.is_some(), vacancy.state == State::Paused);
            if vacancy.is_public() {
                prop_assert!(vacancy.published_at.is_some());
            }
            prop_assert!(!(vacancy.is_public() && vacancy.is_gone()));
            prop_assert!(!vacancy.takes_responses(date(2026, 3, 3)) || vacancy.state == State::Live);
        }
    }

    #[test]
    fn no_form_breaks_reading(name in "title|description|when|closes_on|contact|people_wanted", value in "\\PC{0,60}") {
        let fields = good_form().with(name, value);
        read(&fields).ok();
        forms::kept(&fields);
    }
}

#[test]
fn doors_share_something_and_lead_to_different_organisations() {
    let facets = |themes: &[&str], tasks: &[&str], wijk: Option<&str>| Facets {
        themes: themes.iter().map(|slug| (*slug).to_owned()).collect(),
        tasks: tasks.iter().map(|slug| (*slug).to_owned()).collect(),
        when: When::Flexible { parts: Vec::new() },
        hours: None,
        place: Place { wijk: wijk.map(str::to_owned), ..Place::default() },
        asked: Asked::default(),
        offered: Offered::default(),
        suitable: Vec::new(),
    };
    let candidate = |id: u128, organisation: u128, facets: Facets| Candidate {
        id: VacancyId(Uuid::from_u128(id)),
        title: String::new(),
        organisation: OrganisationId(Uuid::from_u128(organisation)),
        facets,
    };
    let wanted = facets(&["nature"], &["gardening"], Some("WK1"));
    let candidates = vec![
        candidate(1, 1, facets(&["sport"], &[], None)),
        candidate(2, 2, facets(&["sport"], &[], Some("WK1"))),
        candidate(3, 3, facets(&["nature"], &[], None)),
        candidate(4, 4, facets(&["nature"], &["gardening"], None)),
        candidate(5, 4, facets(&["nature"], &["gardening"], Some("WK1"))),
        candidate(6, 5, facets(&["nature"], &[], None)),
    ];
    let found: Vec<u128> = best(&wanted, candidates).iter().map(|door| door.id.0.as_u128()).collect();
    assert_eq!(found, [5, 3, 6], "the best of each, at most three, and nothing that shares nothing");
}
