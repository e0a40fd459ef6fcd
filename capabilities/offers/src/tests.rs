//! Tables of cases over the model, the policy and the forms of offers.

use jiff::civil::date;
use kernel::{
    Actor, ContactRole, Decision, Fields, Instant, MunicipalityId, Office, OrganisationId, Person, PersonId, PersonRole,
};
use uuid::Uuid;

use super::{
    forms,
    model::{Closing, Offer, State, Visibility},
    policy,
    samples::sample,
};
use facets::fields::Nowhere;

fn person(id: u128, roles: &[PersonRole], confirmed: &[bool]) -> Actor {
    let office = |confirmed: &bool| Office {
        organisation: OrganisationId(Uuid::from_u128(9)),
        name: "Stichting Verzonnen".into(),
        role: ContactRole::Coordinator,
        confirmed: *confirmed,
    };
    Actor::Person(Person {
        id: PersonId(Uuid::from_u128(id)),
        name: "Iemand".into(),
        roles: roles.to_vec(),
        offices: confirmed.iter().map(office).collect(),
    })
}

fn offer(state: State, visibility: Visibility) -> Offer {
    Offer {
        municipality: MunicipalityId(Uuid::from_u128(1)),
        person: PersonId(Uuid::from_u128(1)),
        state,
        visibility,
        ..sample()
    }
}

#[test]
fn every_step_is_in_the_drawing() {
    use State::{Closed, Expired, Live, Paused, TakenDown, Waiting};
    let allowed = [
        (Live, Paused),
        (Live, Closed),
        (Live, Expired),
        (Live, TakenDown),
        (Paused, Live),
        (Paused, Closed),
        (Paused, Expired),
        (Paused, TakenDown),
        (Expired, Live),
        (Expired, Closed),
        (Expired, TakenDown),
        (Closed, Live),
        (TakenDown, Waiting),
        (TakenDown, Closed),
        (Waiting, Live),
        (Waiting, TakenDown),
        (Waiting, Closed),
    ];
    for from in <State as kernel::text::Codes>::ALL {
        for to in <State as kernel::text::Codes>::ALL {
            let mut offer = offer(*from, Visibility::Everybody);
            let went = offer.step(*to, Instant::from_millis(5)).is_ok();
            assert_eq!(went, allowed.contains(&(*from, *to)), "{from} to {to}");
            assert_eq!(offer.state, if went { *to } else { *from });
        }
    }
}

#[test]
fn keeping_gives_a_whole_term_and_brings_back_what_ended() {
    let today = date(2026, 3, 3);
    for (state, expected) in [
        (State::Live, Some(State::Live)),
        (State::Paused, Some(State::Paused)),
        (State::Expired, Some(State::Live)),
        (State::Closed, Some(State::Live)),
        (State::TakenDown, None),
        (State::Waiting, None),
    ] {
        let mut offer =
            Offer { keep_hash: Some(vec![1]), closing: Some(Closing::Unknown), ..offer(state, Visibility::Everybody) };
        let kept = offer.extend(today, 180, Instant::from_millis(5)).is_ok();
        assert_eq!(kept.then_some(offer.state), expected, "{state}");
        if kept {
            assert_eq!((offer.expires_on, offer.keep_hash), (date(2026, 8, 30), None));
        }
    }
}

#[test]
fn who_leads_an_offer() {
    let offer = offer(State::Live, Visibility::Everybody);
    let (own, other, mediator) = (person(1, &[], &[]), person(2, &[], &[]), person(5, &[PersonRole::Mediator], &[]));
    let agreed = Some(PersonId(Uuid::from_u128(1)));
    assert!(policy::lead(&own, None, &offer).is_allowed());
    assert!(matches!(policy::lead(&Actor::Visitor, None, &offer), Decision::SignIn));
    assert!(matches!(policy::lead(&mediator, None, &offer), Decision::Hide), "without a consent that holds");
    assert!(policy::lead(&mediator, agreed, &offer).is_allowed());
    let of_another = Some(PersonId(Uuid::from_u128(2)));
    assert!(matches!(policy::lead(&mediator, of_another, &offer), Decision::Hide), "a consent of somebody else");
    assert!(matches!(policy::lead(&other, agreed, &offer), Decision::Hide), "consent is for the desk");
}

#[test]
fn who_sees_an_offer() {
    let visitor = Actor::Visitor;
    let (own, other) = (person(1, &[], &[]), person(2, &[], &[]));
    let (contact, unconfirmed) = (person(3, &[], &[true]), person(4, &[], &[false]));
    let (mediator, manager) = (person(5, &[PersonRole::Mediator], &[]), person(6, &[PersonRole::Manager], &[]));
    let everybody = [&visitor, &own, &other, &contact, &unconfirmed, &mediator, &manager];
    let seen = |state, visibility| {
        everybody.map(|actor| policy::see(actor, &offer(state, visibility)).is_allowed()).map(u8::from)
    };
    assert_eq!(seen(State::Live, Visibility::Everybody), [1, 1, 1, 1, 1, 1, 1]);
    assert_eq!(seen(State::Live, Visibility::Organisations), [0, 1, 0, 1, 0, 1, 1]);
    for state in [State::Paused, State::Closed, State::Expired, State::TakenDown, State::Waiting] {
        assert_eq!(seen(state, Visibility::Everybody), [0, 1, 0, 0, 0, 1, 1], "{state}");
    }
    let invites = |actor| policy::invite(actor, &offer(State::Live, Visibility::Everybody));
    assert!(matches!(invites(&visitor), Decision::SignIn));
    assert!(matches!(invites(&other), Decision::Deny(_)));
    assert!(matches!(invites(&unconfirmed), Decision::Deny(_)));
    assert!(invites(&contact).is_allowed());
    let hidden = policy::invite(&unconfirmed, &offer(State::Live, Visibility::Organisations));
    assert!(matches!(hidden, Decision::Hide));
    let own_contact = person(1, &[], &[true]);
    assert!(!invites(&own_contact).is_allowed(), "nobody invites themselves");
}

fn good() -> Fields {
    Fields::default()
        .with("title", "Ik help graag met de computer")
        .with("description", "Ik leg rustig uit hoe het werkt.")
        .with("shown_name", "Noor")
        .with("when", "flexible")
        .with("visibility", "everybody")
}

#[test]
fn an_offer_can_be_read_and_edited() {
    let fields = good().with("group_size", "4").with("travel_km", "5").with("themes", "digital").with("hours", "2");
    let draft = forms::parse(&fields, date(2026, 3, 3), &Nowhere).expect("it is good");
    assert_eq!((draft.group_size, draft.travel_km, draft.visibility), (4, Some(5), Visibility::Everybody));
    let known = Offer {
        shown_name: draft.shown_name.clone(),
        title: draft.title.clone(),
        description: draft.description.clone(),
        facets: draft.facets.clone(),
        group_size: draft.group_size,
        travel_km: draft.travel_km,
        ..offer(State::Live, draft.visibility)
    };
    assert_eq!(forms::parse(&forms::fields(&known), date(2026, 3, 3), &Nowhere), Ok(draft));
}

#[test]
fn contact_data_are_refused_where_they_stand() {
    for (field, text) in [
        ("title", "Bel 06-12345678 voor hulp"),
        ("description", "Mail noor@voorbeeld.example"),
        ("shown_name", "noor@voorbeeld.example"),
    ] {
        let errors = forms::parse(&good().with(field, text), date(2026, 3, 3), &Nowhere).expect_err("it is refused");
        assert_eq!(
            errors.0.iter().map(|error| (error.field.as_str(), &*error.key)).collect::<Vec<_>>(),
            [(field, "offer-error-contact")]
        );
    }
}
