//! Tables of cases over the model, the policy and the forms of help requests.

use jiff::civil::date;
use kernel::{
    Actor, ContactRole, Decision, Fields, Instant, Office, OrganisationId, Person, PersonId, PersonRole, text::Codes,
    time,
};
use uuid::Uuid;

use super::{
    forms::{self, Answer},
    model::{Candidacy, Candidate, Closing, HelpRequest, Standing, State, Step, Trust},
    policy,
    samples::sample,
    views::PublicHelpRequest,
};
use facets::fields::Nowhere;

fn id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

fn person(number: u128, roles: &[PersonRole]) -> Actor {
    Actor::Person(Person { id: id(number), name: "Iemand".into(), roles: roles.to_vec(), offices: Vec::new() })
}

fn contact(number: u128) -> Actor {
    let office = Office {
        organisation: OrganisationId(Uuid::from_u128(9)),
        name: "Stichting Verzonnen".into(),
        role: ContactRole::Coordinator,
        confirmed: true,
    };
    Actor::Person(Person { id: id(number), name: "Iemand".into(), roles: Vec::new(), offices: vec![office] })
}

fn matched(helper: u128) -> HelpRequest {
    HelpRequest { helper: Some(id(helper)), ..sample(State::Matched) }
}

#[test]
fn every_step_is_in_the_drawing() {
    use State::{Closed, Done, Draft, Expired, Live, Matched, Waiting};
    let allowed = [
        (Draft, Waiting),
        (Draft, Live),
        (Draft, Closed),
        (Waiting, Live),
        (Waiting, Draft),
        (Waiting, Closed),
        (Live, Draft),
        (Live, Matched),
        (Live, Done),
        (Live, Closed),
        (Live, Expired),
        (Matched, Live),
        (Matched, Done),
        (Matched, Closed),
        (Expired, Live),
        (Expired, Draft),
        (Expired, Closed),
    ];
    for from in State::ALL {
        for to in State::ALL {
            let mut request = sample(*from);
            let went = request.step(*to, Instant::from_millis(5)).is_ok();
            assert_eq!(went, allowed.contains(&(*from, *to)), "{from} to {to}");
            assert_eq!(request.state, if went { *to } else { *from });
        }
    }
}

#[test]
fn closing_says_how_it_ended() {
    for (state, closing, expected) in [
        (State::Draft, Closing::NotNeeded, Some(State::Closed)),
        (State::Waiting, Closing::Helped, Some(State::Closed)),
        (State::Live, Closing::NobodyFound, Some(State::Closed)),
        (State::Live, Closing::Helped, Some(State::Done)),
        (State::Matched, Closing::Helped, Some(State::Done)),
        (State::Matched, Closing::Otherwise, Some(State::Closed)),
        (State::Expired, Closing::Helped, Some(State::Closed)),
        (State::Done, Closing::Helped, None),
        (State::Closed, Closing::NotNeeded, None),
    ] {
        let mut request = sample(state);
        let closed = request.close(closing, Instant::from_millis(5)).is_ok();
        assert_eq!(closed.then_some(request.state), expected, "{state} {closing}");
        assert_eq!(request.closed_at.is_some(), closed);
    }
}

#[test]
fn one_helper_is_chosen_and_only_once() {
    let candidate = |person, state| Candidate {
        municipality: sample(State::Live).municipality,
        request: sample(State::Live).id,
        person: id(person),
        organisation: None,
        message: String::new(),
        state,
        agreed_at: Instant::from_millis(1),
        decided_at: None,
    };
    let mut request = sample(State::Live);
    assert!(request.choose(&candidate(5, Candidacy::Withdrawn), Instant::from_millis(2)).is_err());
    assert!(request.choose(&candidate(5, Candidacy::Open), Instant::from_millis(2)).is_ok());
    assert_eq!((request.state, request.helper), (State::Matched, Some(id(5))));
    assert!(request.choose(&candidate(6, Candidacy::Open), Instant::from_millis(3)).is_err());
    assert!(request.release(Instant::from_millis(4)).is_ok());
    assert_eq!((request.state, request.helper), (State::Live, None));
}

/// The table of the task: nobody but who leads it and the chosen helper, whatever their role.
#[test]
fn who_sees_exact_data() {
    let now = Instant::from_millis(1_000_000 * time::DAY);
    let actors = [
        Actor::Visitor,
        person(1, &[]),
        person(2, &[]),
        person(5, &[PersonRole::ConfirmedHelper]),
        person(6, &[PersonRole::ConfirmedHelper]),
        contact(7),
        person(8, &[PersonRole::Mediator]),
        person(9, &[PersonRole::Manager]),
        Actor::ApiKey(OrganisationId(Uuid::from_u128(9))),
        Actor::System,
    ];
    let seen_with = |request: &HelpRequest, standing| {
        actors.each_ref().map(|actor| u8::from(policy::see_private(actor, request, standing, 14, now).is_allowed()))
    };
    let seen = |request: &HelpRequest| seen_with(request, Standing::Confirmed);
    let over =
        |days: i64| HelpRequest { state: State::Done, closed_at: Some(now.plus(-days * time::DAY)), ..matched(5) };
    assert_eq!(seen(&sample(State::Draft)), [0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(seen(&sample(State::Live)), [0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(seen(&matched(5)), [0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    assert_eq!(seen(&over(14)), [0, 1, 0, 1, 0, 0, 0, 0, 0, 0]);
    assert_eq!(seen(&over(15)), [0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(seen_with(&matched(5), Standing::None), [0, 1, 0, 0, 0, 0, 0, 0, 0, 0], "no longer confirmed");
    assert_eq!(seen_with(&over(1), Standing::None), [0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(
        actors.each_ref().map(|actor| u8::from(policy::see_private_at_desk(actor).is_allowed())),
        [0, 0, 0, 0, 0, 0, 1, 1, 0, 0]
    );
}

#[test]
fn who_leads_and_who_helps() {
    let request = sample(State::Live);
    let mediator = person(8, &[PersonRole::Mediator]);
    assert!(policy::lead(&person(1, &[]), None, &request).is_allowed());
    assert!(matches!(policy::lead(&Actor::Visitor, None, &request), Decision::SignIn));
    assert!(matches!(policy::lead(&person(2, &[]), None, &request), Decision::Hide));
    assert!(matches!(policy::lead(&mediator, None, &request), Decision::Hide), "without a consent that holds");
    assert!(policy::lead(&mediator, Some(id(1)), &request).is_allowed());
    assert!(matches!(policy::lead(&mediator, Some(id(2)), &request), Decision::Hide), "a consent of somebody else");
    assert!(matches!(policy::lead(&person(2, &[]), Some(id(1)), &request), Decision::Hide), "consent is for the desk");

    let helper = person(5, &[PersonRole::ConfirmedHelper]);
    assert!(policy::help(&helper, Standing::Confirmed, &request).is_allowed());
    assert!(matches!(policy::help(&helper, Standing::None, &request), Decision::Deny(_)), "the term has passed");
    assert!(matches!(policy::help(&Actor::Visitor, Standing::None, &request), Decision::SignIn));
    let own = person(1, &[PersonRole::ConfirmedHelper]);
    assert!(matches!(policy::help(&own, Standing::Confirmed, &request), Decision::Deny(_)));
    assert!(matches!(policy::help(&helper, Standing::Confirmed, &sample(State::Waiting)), Decision::Hide));
}

#[test]
fn trust_does_not_carry_over() {
    let (ours, theirs) = (OrganisationId(Uuid::from_u128(9)), OrganisationId(Uuid::from_u128(10)));
    let trust = |confirmed, contact_of: &[OrganisationId], contacts_may_help| Trust {
        confirmed,
        contact_of: contact_of.to_vec(),
        contacts_may_help,
    };
    for (known, standing, alone, with_ours) in [
        (trust(false, &[], false), Standing::None, false, false),
        (trust(true, &[], false), Standing::Confirmed, true, false),
        (trust(false, &[ours], false), Standing::None, false, false),
        (trust(true, &[ours], false), Standing::Organisation(ours), true, true),
        (trust(false, &[ours], true), Standing::Organisation(ours), false, true),
        (trust(false, &[theirs], true), Standing::Organisation(theirs), false, false),
    ] {
        assert_eq!(known.standing(), standing, "{known:?}");
        assert_eq!(known.standing_for(None) != Standing::None, alone, "{known:?}");
        assert_eq!(known.standing_for(Some(ours)) != Standing::None, with_ours, "{known:?}");
    }
}

#[test]
fn only_what_is_public_or_expired_is_kept() {
    for state in State::ALL {
        let kept = sample(*state).extend(date(2026, 3, 3), 60, Instant::from_millis(5)).is_ok();
        assert_eq!(kept, matches!(state, State::Live | State::Matched | State::Expired), "{state}");
    }
}

#[test]
fn the_public_part_holds_nothing_exact() {
    for state in State::ALL {
        let public = PublicHelpRequest::of(&sample(*state));
        assert_eq!(public.is_some(), matches!(state, State::Live | State::Matched), "{state}");
    }
    let mut request = sample(State::Live);
    request.facets.place.postcode = Some("2711".into());
    request.facets.place.name = Some("Denkbeeldigestraat 1".into());
    request.facets.place.point = kernel::Point::new(52.06, 4.49);
    let place = PublicHelpRequest::of(&request).expect("it is public").facets.place;
    assert_eq!((place.postcode, place.name, place.point), (None, None, None));
    assert_eq!(place.wijk.as_deref(), Some("WK1"));
}

fn answer(step: Step, fields: &Fields, refuse: bool) -> Result<Answer, forms::Refused> {
    forms::answer(step, fields, date(2026, 3, 3), &Nowhere, refuse)
}

#[test]
fn sensitive_words_are_shown_once_and_contact_data_are_refused() {
    let words =
        |title: &str, description: &str| Fields::default().with("title", title).with("description", description);
    assert!(answer(Step::What, &words("Samen wandelen", "Een rondje door het park."), true).is_ok());

    let ill = words("Samen wandelen", "Ik ben ziek geweest.");
    let refused = answer(Step::What, &ill, true).expect_err("it is shown first");
    assert!(refused.errors.is_empty() && refused.findings.len() == 1, "{refused:?}");
    assert!(answer(Step::What, &ill.clone().with("toch", "ja"), true).is_ok(), "seen, and left as it is");

    let phone = words("Samen wandelen", "Bel 06-12345678.").with("toch", "ja");
    let refused = answer(Step::What, &phone, true).expect_err("contact data are refused");
    assert!(refused.errors.has("description"));
    assert!(answer(Step::What, &phone, false).is_ok(), "the municipality only advises");
}

#[test]
fn exact_data_need_a_way_to_be_reached() {
    let bare = Fields::default().with("name", "Noor").with("address", "Denkbeeldigestraat 1");
    let refused = answer(Step::Private, &bare, true).expect_err("no way to be reached");
    assert!(refused.errors.has("phone"));
    assert!(answer(Step::Private, &bare.clone().with("no_phone", "ja"), true).is_ok());
    let Ok(Answer::Private(private)) = answer(Step::Private, &bare.with("phone", "079 123 45 67"), true) else {
        panic!("it is good")
    };
    let known = forms::known(Step::Private, &sample(State::Draft), Some(&private));
    assert_eq!(answer(Step::Private, &known, true), Ok(Answer::Private(private)));
}

#[test]
fn asking_for_somebody_else_needs_their_agreement() {
    let relative = Fields::default().with("written_by", "relative");
    let errors = forms::for_whom(&relative).expect_err("two things are missing");
    assert!(errors.has("relation") && errors.has("knows"));
    assert!(forms::for_whom(&relative.with("relation", "dochter").with("knows", "ja")).is_ok());
    assert!(forms::for_whom(&Fields::default().with("written_by", "own")).is_ok());
    assert!(
        forms::for_whom(&Fields::default().with("written_by", "desk")).is_err(),
        "only the desk writes as the desk"
    );
}

#[test]
fn a_confirmation_names_how_and_until_when() {
    let read = |fields: Fields| forms::confirmation(&fields, date(2026, 3, 3)).is_ok();
    assert!(read(Fields::default().with("checked", "vog").with("valid_until", "3-3-2029")));
    assert!(!read(Fields::default().with("checked", "vog")));
    assert!(!read(Fields::default().with("valid_until", "3-3-2029")));
    assert!(!read(Fields::default().with("checked", "vog").with("valid_until", "2-3-2026")), "the day has passed");
}

#[test]
fn what_is_missing_is_asked_before_sending() {
    let mut request = sample(State::Draft);
    assert_eq!(request.missing(true, true), []);
    assert_eq!(request.missing(false, true), [Step::Private]);
    request.facets.place.wijk = None;
    request.description = String::new();
    assert_eq!(request.missing(true, true), [Step::What, Step::Where]);
    assert_eq!(request.missing(true, false), [Step::What], "a town without wijken does not ask for one");
}
