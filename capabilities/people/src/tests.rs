//! Tables of cases over the rules of people.

use kernel::{Actor, Fields, Instant, Person, PersonId, PersonRole};

use super::{
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
    assert!(policy::act_for(&mediator, other, &[None]).is_allowed());
    assert!(!policy::act_for(&mediator, other, &[]).is_allowed());
    assert!(policy::act_for(&somebody(&[]), PersonId(uuid::Uuid::from_u128(1)), &[]).is_allowed());
    assert!(!policy::act_for(&somebody(&[]), other, &[None]).is_allowed());
}

#[test]
fn roles_are_given_by_managers_and_the_system() {
    assert!(policy::grant(&Actor::System).is_allowed());
    assert!(policy::grant(&somebody(&[PersonRole::Manager])).is_allowed());
    assert!(!policy::grant(&somebody(&[PersonRole::Mediator])).is_allowed());
    assert!(!policy::grant(&Actor::Visitor).is_allowed());
    assert!(!policy::demonstrate(&Actor::System, false).is_allowed());
}

mod profiles {
    use kernel::{FieldErrors, Fields, Point};

    use crate::{
        model::{DayPart, DutchLevel, Profile, WeekPart},
        profile::forms::{ChangeProfile, Places, fill, parse},
    };
    use places::Postcode;

    fn loaded(found: bool) -> Places {
        let postcode = Postcode {
            postcode: "1234".into(),
            place: "Voorbeeldstad".into(),
            point: Point { lat: 52.0, lon: 4.5 },
            buurt_code: None,
            wijk_code: Some("WK000001".into()),
            wijk_name: Some("Noorderbuurt".into()),
        };
        Places {
            wijken: vec![("WK000001".into(), "Noorderbuurt".into()), ("WK000002".into(), "Zuiderveld".into())],
            postcode: found.then_some(postcode),
        }
    }

    fn errors(fields: &Fields, places: &Places) -> Vec<(String, &'static str)> {
        let FieldErrors(errors) = parse(fields, places, 2026).expect_err("it is refused");
        errors.into_iter().map(|error| (error.field, &*error.key.into_owned().leak())).collect()
    }

    #[test]
    fn a_name_is_enough() {
        let change = parse(&Fields::default().with("name", " Noor  Voorbeeld "), &Places::default(), 2026);
        let expected = ChangeProfile { name: "Noor Voorbeeld".into(), phone: None, profile: Profile::default() };
        assert_eq!(change, Ok(expected));
        assert_eq!(errors(&Fields::default(), &Places::default()), [("name".into(), "common-error-required")]);
    }

    #[test]
    fn what_was_filled_in_comes_back() {
        let profile = Profile {
            themes: vec!["nature".into(), "sport".into()],
            tasks: vec!["cooking".into()],
            skills: vec!["patience".into()],
            learn: vec!["singing".into()],
            when: vec![WeekPart { weekday: 3, part: DayPart::Evening }],
            hours_per_week: Some(4),
            travel_km: Some(5),
            postcode: Some("1234".into()),
            area_code: Some("WK000001".into()),
            languages: vec!["nl".into(), "tr".into()],
            dutch: Some(DutchLevel::A2),
            considerations: Some("Ik begin graag rustig.".into()),
            birth_year: Some(1950),
            findable: true,
            ..Profile::default()
        };
        let change = ChangeProfile { name: "Noor".into(), phone: Some("06 12345678".into()), profile };
        assert_eq!(parse(&fill(&change), &loaded(true), 2026), Ok(change));
    }

    #[test]
    fn places_are_checked_and_a_wijk_saves_an_unknown_postcode() {
        let typed = |postcode: &str| Fields::default().with("name", "Noor").with("postcode", postcode);
        let place = |fields: &Fields, places: &Places| {
            let profile = parse(fields, places, 2026).expect("it is good").profile;
            (profile.postcode, profile.area_code)
        };
        assert_eq!(place(&typed("1234 AB"), &loaded(true)), (Some("1234".into()), Some("WK000001".into())));
        assert_eq!(place(&typed("9999"), &Places::default()), (Some("9999".into()), None));
        assert_eq!(errors(&typed("9999"), &loaded(false)), [("postcode".into(), "places-postcode-unknown")]);
        assert_eq!(errors(&typed("Dorp"), &loaded(false)), [("postcode".into(), "people-error-postcode")]);
        let both = typed("9999").with("area", "WK000002");
        assert_eq!(place(&both, &loaded(false)), (None, Some("WK000002".into())));
        let unknown = Fields::default().with("name", "Noor").with("area", "WK999999");
        assert_eq!(errors(&unknown, &loaded(false)), [("area".into(), "common-error-choose")]);
    }

    #[test]
    fn a_postcode_typed_later_goes_before_the_wijk_of_before() {
        let profile =
            Profile { postcode: Some("2718".into()), area_code: Some("WK000002".into()), ..Profile::default() };
        let kept = fill(&ChangeProfile { name: "Noor".into(), phone: None, profile });
        assert_eq!(kept.get("area"), None, "it follows from the postcode");
        let typed = |postcode: &str| Fields::default().with("name", "Noor").with("postcode", postcode);
        let moved = parse(&typed("1234").with("area", "WK000002"), &loaded(true), 2026).expect("it is good").profile;
        assert_eq!((moved.postcode.as_deref(), moved.area_code.as_deref()), (Some("1234"), Some("WK000001")));
        assert_eq!(errors(&typed("9999"), &loaded(false)), [("postcode".into(), "places-postcode-unknown")]);
        let wijk = Profile { area_code: Some("WK000002".into()), ..Profile::default() };
        let kept = fill(&ChangeProfile { name: "Noor".into(), phone: None, profile: wijk });
        assert_eq!(kept.get("area"), Some("WK000002"), "what was chosen without a postcode stays chosen");
    }

    #[test]
    fn answers_out_of_range_are_refused() {
        let cases = [
            ("themes", "gokken", "common-error-choose"),
            ("when", "8-evening", "common-error-choose"),
            ("hours", "41", "common-error-number"),
            ("birth_year", "2027", "common-error-number"),
            ("phone", "bel mij", "common-error-phone"),
            ("dutch", "c9", "common-error-choose"),
        ];
        for (field, value, key) in cases {
            let fields = Fields::default().with("name", "Noor").with(field, value);
            assert_eq!(errors(&fields, &Places::default()), [(field.to_owned(), key)]);
        }
    }
}

mod desk {
    use jiff::civil::date;
    use kernel::{Fields, Instant};

    use crate::desk::{
        ConsentId, forms,
        model::{Consent, Purpose, Sight, Way, allows, paper_code_of, sight},
    };

    fn consent(until: kernel::Date, withdrawn: bool) -> Consent {
        let key = (kernel::MunicipalityId(uuid::Uuid::nil()), ConsentId(uuid::Uuid::from_u128(1)));
        let agreed = (Purpose::Respond, Way::Spoken, until);
        let withdrawn_at = withdrawn.then(|| Instant::from_millis(1));
        let person = kernel::PersonId(uuid::Uuid::nil());
        Consent { withdrawn_at, ..Consent::new(key, person, agreed, Instant::from_millis(0), None) }
    }

    #[test]
    fn consent_holds_up_to_its_last_day_and_can_be_renewed_for_sixty_more() {
        let today = date(2026, 3, 3);
        let cases = [
            (vec![], Sight::Nothing),
            (vec![consent(date(2026, 3, 3), false)], Sight::Agreed),
            (vec![consent(date(2026, 3, 2), false)], Sight::Lapsed),
            (vec![consent(date(2026, 1, 2), false)], Sight::Lapsed),
            (vec![consent(date(2026, 1, 1), false)], Sight::Nothing),
            (vec![consent(date(2027, 1, 1), true)], Sight::Nothing),
            (vec![consent(date(2027, 1, 1), true), consent(date(2026, 3, 3), false)], Sight::Agreed),
        ];
        for (consents, expected) in cases {
            assert_eq!(sight(&consents, today), expected, "{consents:?}");
        }
        let held = [consent(today, false)];
        assert!(allows(&held, Purpose::Respond, today) && !allows(&held, Purpose::Profile, today));
    }

    #[test]
    fn consent_says_what_for_how_and_until_when() {
        let today = date(2026, 3, 3);
        let good = Fields::default().with("purposes", "respond").with("way", "spoken").with("agreed", "ja");
        let agreement = forms::agreement(&good, today).expect("it is good");
        assert_eq!((agreement.valid_until, agreement.way), (date(2027, 3, 3), Way::Spoken));
        let cases = [
            (Fields::default().with("way", "spoken").with("agreed", "ja"), "purposes"),
            (Fields::default().with("purposes", "respond").with("agreed", "ja"), "way"),
            (Fields::default().with("purposes", "respond").with("way", "online").with("agreed", "ja"), "way"),
            (Fields::default().with("purposes", "respond").with("way", "spoken"), "agreed"),
            (good.clone().with("until", "2-3-2026"), "until"),
            (good.clone().with("until", "4-3-2028"), "until"),
        ];
        for (fields, field) in cases {
            let errors = forms::agreement(&fields, today).expect_err("it is refused");
            assert!(errors.has(field), "{field}: {errors:?}");
        }
        assert!(forms::register(&good, today).expect_err("no name").has("name"));
    }

    #[test]
    fn a_paper_code_is_read_as_people_type_it() {
        for typed in ["ABCD-EFGH-JKLM", "abcd efgh jklm", "abcdefghjklm"] {
            assert_eq!(paper_code_of(typed), "ABCDEFGHJKLM");
        }
    }
}
