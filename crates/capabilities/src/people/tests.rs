//! Tables of cases over the rules of people.

use kernel::{Actor, Fields, Instant, Person, PersonId, PersonRole, time};

use super::{
    demo::{forms as demo_forms, model as demo_model},
    policy,
    signin::{
        forms,
        model::{Attempt, HOLDS, TRIES, Verdict, device_name, digits_of},
    },
};

fn somebody(roles: &[PersonRole]) -> Actor {
    let id = PersonId(uuid::Uuid::from_u128(1));
    Actor::Person(Person { id, name: "Noor".into(), roles: roles.to_vec(), offices: Vec::new() })
}

#[test]
fn a_code_holds_a_quarter_of_an_hour_for_five_tries_once() {
    let end = Instant::from_millis(HOLDS);
    let attempt = |right, tries, confirmed| Attempt { expires_at: end, confirmed, tries, right };
    let cases = [
        (attempt(true, 0, false), end.plus(-1), Verdict::Right),
        (attempt(true, TRIES - 1, false), end.plus(-1), Verdict::Right),
        (attempt(true, TRIES, false), end.plus(-1), Verdict::Over),
        (attempt(true, 0, false), end, Verdict::Over),
        (attempt(true, 0, true), end.plus(-1), Verdict::Over),
        (attempt(false, 0, false), end.plus(-1), Verdict::Wrong),
        (attempt(false, TRIES - 1, false), end.plus(-1), Verdict::Over),
    ];
    for (attempt, now, expected) in cases {
        assert_eq!(attempt.verdict(now), expected, "{attempt:?} at {now:?}");
    }
}

#[test]
fn codes_are_read_as_people_type_them() {
    for typed in ["123456", "123 456", " 123-456 ", "1 2 3 4 5 6"] {
        assert_eq!(digits_of(typed), "123456");
        assert!(forms::code(&Fields::default().with("code", typed)).is_ok());
    }
    for typed in ["12345", "1234567", "abc", ""] {
        assert!(forms::code(&Fields::default().with("code", typed)).is_err(), "{typed}");
    }
}

#[test]
fn the_way_back_stays_on_this_site_and_does_not_lead_to_the_door() {
    let cases = [
        ("/vacatures/1?x=2", "/vacatures/1?x=2"),
        ("https://elders.example/", "/"),
        ("//elders.example", "/"),
        ("/inloggen", "/mijn"),
        ("", "/mijn"),
    ];
    for (sent, expected) in cases {
        assert_eq!(forms::back(&Fields::default().with("terug", sent)), expected, "{sent}");
    }
}

#[test]
fn a_device_has_a_name_people_know() {
    let android =
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36";
    assert_eq!(device_name(android), "Chrome, Android");
    assert_eq!(device_name("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"), "Firefox, Linux");
    assert_eq!(device_name("curl/8"), "curl/8");
}

#[test]
fn only_the_desk_helps_and_only_with_consent() {
    let mediator = somebody(&[PersonRole::Mediator]);
    assert!(policy::assist(&mediator, true).is_allowed());
    assert!(!policy::assist(&mediator, false).is_allowed());
    assert!(!policy::assist(&somebody(&[PersonRole::ConfirmedHelper]), true).is_allowed());
    assert!(!policy::assist(&Actor::Visitor, true).is_allowed());
    let other = PersonId(uuid::Uuid::from_u128(2));
    assert!(policy::act_for(&mediator, other, true).is_allowed());
    assert!(!policy::act_for(&mediator, other, false).is_allowed());
    assert!(policy::act_for(&somebody(&[]), PersonId(uuid::Uuid::from_u128(1)), false).is_allowed());
    assert!(!policy::act_for(&somebody(&[]), other, true).is_allowed());
}

#[test]
fn roles_are_given_by_managers_and_the_system() {
    assert!(policy::grant(&Actor::System).is_allowed());
    assert!(policy::grant(&somebody(&[PersonRole::Manager])).is_allowed());
    assert!(!policy::grant(&somebody(&[PersonRole::Mediator])).is_allowed());
    assert!(!policy::grant(&Actor::Visitor).is_allowed());
    assert!(!policy::demonstrate(&Actor::System, false).is_allowed());
}

#[test]
fn programs_find_code_and_links_in_a_letter() {
    let text = "Dag Noor,\n\n    123456\n\nKlik: http://localhost/inloggen/link?sleutel=x.\n";
    assert_eq!(demo_model::code_in(text).as_deref(), Some("123456"));
    assert_eq!(demo_model::links_in(text), ["http://localhost/inloggen/link?sleutel=x"]);
    assert_eq!(demo_model::code_in("Dag,\n\ngeen code\n"), None);
}

#[test]
fn the_clock_moves_forward_by_hours_and_days() {
    let fields = Fields::default().with("uren", "2").with("dagen", "1");
    assert_eq!(demo_forms::clock(&fields), Ok(time::DAY + 2 * time::HOUR));
    for bad in [Fields::default(), Fields::default().with("dagen", "-1"), Fields::default().with("uren", "x")] {
        assert!(demo_forms::clock(&bad).is_err());
    }
}
