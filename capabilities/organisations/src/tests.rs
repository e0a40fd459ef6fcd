//! Tables of cases over states, rules, policy, forms and sectors.

use std::collections::BTreeSet;

use kernel::{
    Actor, ContactRole, Decision, Fields, Instant, MunicipalityId, Office, OrganisationId, Person, PersonId,
    PersonRole, text::Codes, time::DAY,
};
use proptest::prelude::*;
use uuid::Uuid;

use super::{
    forms,
    model::{self, Contact, Details, Organisation, OrganisationState, Reach, Search, Step},
    policy, sectors,
};
use places::samples::town;

const OWN: OrganisationId = OrganisationId(Uuid::from_u128(1));
const OTHER: OrganisationId = OrganisationId(Uuid::from_u128(2));

fn person(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

#[test]
fn every_state_takes_only_its_steps() {
    use OrganisationState::{Closed, Confirmed, Pending, Refused};
    let allowed = [
        (Pending, Step::Confirm, Confirmed),
        (Pending, Step::Refuse, Refused),
        (Pending, Step::Close, Closed),
        (Refused, Step::Confirm, Confirmed),
        (Refused, Step::Resubmit, Pending),
        (Refused, Step::Close, Closed),
        (Confirmed, Step::Close, Closed),
    ];
    for state in OrganisationState::ALL {
        for step in Step::ALL {
            let expected = allowed.iter().find(|(from, by, _)| from == state && by == step).map(|(.., to)| *to);
            assert_eq!(state.after(*step), expected, "{state} {step}");
            let key = (MunicipalityId(Uuid::nil()), OWN);
            let begun = Organisation::new(key, String::new(), Details::named("Proef"), Instant::from_millis(0));
            let mut organisation = Organisation { state: *state, ..begun };
            let taken = organisation.step(*step, Instant::from_millis(1)).is_ok();
            assert_eq!((taken, organisation.state), (expected.is_some(), expected.unwrap_or(*state)));
        }
    }
}

#[test]
fn names_that_say_the_same_are_alike() {
    for (one, other) in [
        ("Stichting De Buurt-tuin", "buurttuin"),
        ("Vereniging Café 't Hoekje", "cafe T hoekje"),
        ("De Stichting", "de stichting!"),
    ] {
        assert_eq!(model::name_key(one), model::name_key(other), "{one} and {other}");
    }
    assert_ne!(model::name_key("Buurttuin Noord"), model::name_key("Buurttuin Zuid"));
    assert!(!model::name_key("Stichting").is_empty());
}

#[test]
fn numbers_and_addresses_are_read_as_people_type_them() {
    assert_eq!(model::chamber_number("0123 45.67").as_deref(), Some("01234567"));
    for bad in ["1234567", "123456789", "1234567a", ""] {
        assert_eq!(model::chamber_number(bad), None, "{bad}");
    }
    assert_eq!(model::website("www.voorbeeld.example").as_deref(), Some("https://www.voorbeeld.example/"));
    assert_eq!(model::website("http://voorbeeld.example/x?y=1").as_deref(), Some("http://voorbeeld.example/x?y=1"));
    for bad in [
        "javascript://x.y/%0aalert(1)",
        "voorbeeld",
        "ftp://a.example",
        "https://",
        "a b.example",
        "https://u@a.example",
    ] {
        assert_eq!(model::website(bad), None, "{bad}");
    }
}

#[test]
fn the_sectors_are_the_whole_classification() {
    assert_eq!(sectors::groups().count(), 12);
    let codes: BTreeSet<u32> = sectors::SECTORS.iter().map(|sector| sector.code).collect();
    assert_eq!(codes.len(), 42, "no code is there twice");
    for group in sectors::groups() {
        assert!(sectors::parts_of(group.code).count() > 0, "{} has parts", group.code);
    }
    for sector in sectors::SECTORS {
        assert!(sectors::find(sector.group()).is_some_and(sectors::Sector::is_group));
        for lang in kernel::Lang::ALL {
            assert!(!sector.label(lang).is_empty());
        }
    }
    assert_eq!((sectors::group_of(1200), sectors::group_of(10_100), sectors::group_of(3)), (1, 10, 3));
    assert_eq!((sectors::parse("1200"), sectors::parse("1250"), sectors::parse("x")), (Some(1200), None, None));
}

fn good() -> Fields {
    Fields::default()
        .with("kind", "registered")
        .with("chamber_number", "0000 0001")
        .with("name", "Buurttuin De Proef")
        .with("description", "Tuinieren")
        .with("sectors", "5100")
        .with("sectors", "1300")
        .with("size", "up_to_24")
        .with("areas", "WK063701")
        .with("website", "tuin.example")
        .with("task", "voorzitter")
}

#[test]
fn a_registration_is_read_and_its_mistakes_are_all_named() {
    let read = forms::register(&good(), &town()).expect("it is good");
    assert_eq!(read.details.chamber_number.as_deref(), Some("00000001"));
    assert_eq!(
        (read.details.sectors.clone(), read.task.as_str(), read.different),
        (vec![5100, 1300], "voorzitter", false)
    );
    let fields = forms::fields_of(&read.details);
    assert_eq!(forms::details(&fields, &town()), Ok(read.details), "what is filled in is read back the same");
    let without = |name: &str| Fields::new(good().pairs().iter().filter(|(key, _)| key != name).cloned().collect());
    let cases: [(Fields, &str, &str); 10] = [
        (without("kind"), "kind", "common-error-choose"),
        (without("chamber_number"), "chamber_number", "organisations-error-chamber-missing"),
        (good().with("chamber_number", "12"), "chamber_number", "organisations-error-chamber-number"),
        (without("name"), "name", "common-error-required"),
        (good().with("name", "-"), "name", "organisations-error-name"),
        (without("sectors"), "sectors", "organisations-error-sectors"),
        (good().with("sectors", "77"), "sectors", "common-error-choose"),
        (good().with("areas", "WK9"), "areas", "common-error-choose"),
        (good().with("website", "nee"), "website", "organisations-error-website"),
        (good().with("phone", "bel maar"), "phone", "common-error-phone"),
    ];
    for (fields, field, key) in cases {
        let errors = forms::register(&fields, &town()).expect_err(key);
        assert!(errors.0.iter().any(|error| error.field == field && error.key == key), "{key}: {errors:?}");
    }
    let informal = good().with("kind", "informal").with("chamber_number", "nonsense");
    assert_eq!(forms::details(&informal, &town()).expect("an initiative has no number").chamber_number, None);
}

fn contact(number: u128, role: ContactRole, since: i64) -> Contact {
    let key = (MunicipalityId(Uuid::nil()), OWN);
    Contact::new(key, person(number), role, String::new(), Instant::from_millis(since))
}

#[test]
fn an_organisation_always_keeps_an_owner() {
    use ContactRole::{Coordinator, Owner};
    let one = [contact(1, Owner, 5), contact(2, Coordinator, 1)];
    assert!(model::may_stop_owning(&one, person(1)).is_err());
    assert!(model::may_stop_owning(&one, person(2)).is_ok());
    let two = [contact(1, Owner, 5), contact(2, Owner, 9), contact(3, Coordinator, 1)];
    assert!(model::may_stop_owning(&two, person(1)).is_ok());
    assert_eq!(model::heir(&two, person(1)), Some(person(2)), "an owner before a coordinator who was there earlier");
    assert_eq!(model::heir(&two, person(3)), Some(person(1)), "the owner who was there first");
    assert_eq!(model::heir(&one[1..], person(2)), None);
}

#[test]
fn a_contact_is_reachable_when_letters_are_likely_to_be_read() {
    let now = Instant::from_millis(400 * DAY);
    let seen = |days: i64| now.plus(-days * DAY);
    let reach = |has_email, days, bounced: Option<i64>, handover_expired| Reach {
        has_email,
        seen_at: seen(days),
        bounced_at: bounced.map(seen),
        handover_expired,
    };
    for (case, expected) in [
        (reach(true, 10, None, false), true),
        (reach(true, 180, None, false), true),
        (reach(true, 181, None, false), false),
        (reach(false, 10, None, false), false),
        (reach(true, 10, Some(5), false), false),
        (reach(true, 10, Some(20), false), true),
        (reach(true, 10, None, true), false),
    ] {
        assert_eq!(case.is_reachable(now, 180), expected, "{case:?}");
    }
}

fn actor(office: Option<(OrganisationId, ContactRole)>, role: Option<PersonRole>) -> Actor {
    let office = office.map(|(organisation, role)| Office { organisation, name: "X".into(), role, confirmed: true });
    Actor::Person(Person {
        id: person(1),
        name: "Iemand".into(),
        roles: role.into_iter().collect(),
        offices: office.into_iter().collect(),
    })
}

fn answer<A>(decision: Decision<A>) -> &'static str {
    match decision {
        Decision::Allow(_) => "yes",
        Decision::Hide => "hide",
        Decision::Deny(_) => "no",
        Decision::SignIn => "sign in",
    }
}

#[test]
fn each_asks_and_gets_the_answer_that_fits() {
    use ContactRole::{Coordinator, Owner};
    let actors = [
        ("visitor", Actor::Visitor),
        ("resident", actor(None, None)),
        ("owner", actor(Some((OWN, Owner)), None)),
        ("coordinator", actor(Some((OWN, Coordinator)), None)),
        ("other owner", actor(Some((OTHER, Owner)), None)),
        ("mediator", actor(None, Some(PersonRole::Mediator))),
        ("manager", actor(None, Some(PersonRole::Manager))),
        ("own key", Actor::ApiKey(OWN)),
        ("other key", Actor::ApiKey(OTHER)),
    ];
    let expected = [
        ("sign in", "hide", "sign in", "sign in", "sign in", "sign in"),
        ("yes", "hide", "hide", "hide", "hide", "no"),
        ("yes", "yes", "yes", "yes", "yes", "no"),
        ("yes", "yes", "yes", "no", "no", "no"),
        ("yes", "hide", "hide", "hide", "hide", "no"),
        ("yes", "hide", "hide", "hide", "hide", "no"),
        ("yes", "yes", "yes", "yes", "hide", "yes"),
        ("sign in", "yes", "hide", "hide", "hide", "no"),
        ("sign in", "hide", "hide", "hide", "hide", "no"),
    ];
    for ((name, actor), row) in actors.iter().zip(expected) {
        let found = (
            answer(policy::register(actor)),
            answer(policy::read(actor, OWN, OrganisationState::Pending)),
            answer(policy::work(actor, OWN)),
            answer(policy::own(actor, OWN)),
            answer(policy::keys(actor, OWN)),
            answer(policy::moderate(actor)),
        );
        assert_eq!(found, row, "{name}");
        assert_eq!(answer(policy::read(actor, OWN, OrganisationState::Confirmed)), "yes", "{name} reads");
    }
    assert_eq!(answer(policy::answer(&Actor::Visitor, true)), "sign in");
    assert_eq!(answer(policy::answer(&actor(None, None), true)), "yes");
    assert_eq!(answer(policy::answer(&actor(None, None), false)), "no");
    assert_eq!(answer(policy::system(&Actor::System)), "yes");
    assert_eq!(answer(policy::system(&actor(None, Some(PersonRole::Manager)))), "hide");
}

#[test]
fn words_to_look_for_are_plain() {
    let search = Search::new("  Café-tuin 100% _x\\ en meer", Some(5), None);
    assert_eq!(search.words, ["cafe", "tuin", "100"], "no sign that means something to the database");
    assert_eq!(search.chosen(), 2);
    assert_eq!(Search::default().chosen(), 0);
}

proptest! {
    #[test]
    fn no_form_breaks(value in "\\PC{0,60}") {
        let mut fields = Fields::default();
        for name in ["kind", "chamber_number", "name", "description", "sectors", "size", "areas", "website", "phone", "email"] {
            fields.push(name, value.clone());
        }
        prop_assert!(forms::register(&fields, &places::TownPlaces::default()).is_err());
        model::name_key(&value);
        Search::new(&value, None, None);
    }
}
