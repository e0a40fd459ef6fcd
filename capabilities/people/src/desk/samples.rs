//! Sample pages of the desk: everybody in them is invented.

use kernel::{OrganisationId, PageRequest, Paged};
use platform::{
    samples::wrong,
    templates::{Form, Sample},
};

use super::{
    model::GivenTo,
    pages::{
        ListPage, MinePage, PersonPage, Place, RegisterPage,
        cards::{CardDoorPage, CardFormPage, CardPage, CardPdfPage},
    },
    views::{ConsentView, Listed, purposes, ways},
};
use crate::samples::MOMENT;

const UNTIL: &str = "2027-03-03";

fn consent(purpose: &'static str, way: &'static str, state: &'static str) -> ConsentView {
    let given_to = (state == "replaced").then(|| "Buurttuin De Proef".to_owned());
    ConsentView { id: "1".to_owned(), purpose, way, given: MOMENT.to_owned(), until: UNTIL.to_owned(), state, given_to }
}

/// The pages of the desk.
pub fn samples() -> Vec<Sample> {
    let mut samples = people();
    samples.extend(cards());
    samples
}

fn person(form: Form, agreed: bool, consents: Vec<ConsentView>) -> PersonPage {
    PersonPage {
        form,
        id: "1".to_owned(),
        name: "Greet Bedacht".to_owned(),
        email: None,
        phone: agreed.then(|| "099 123 45 67".to_owned()),
        agreed,
        may_profile: agreed,
        may_ask_help: agreed,
        may_offer: agreed,
        may_respond: agreed,
        consents,
        purposes: purposes(),
        ways: ways(),
        place: Place::desk(),
    }
}

fn people() -> Vec<Sample> {
    let listed =
        |name: &str, holds| Listed { id: "1".to_owned(), name: name.to_owned(), until: UNTIL.to_owned(), holds };
    let list = |items: Vec<Listed>| {
        let total = items.len() as u64;
        ListPage {
            form: Form::default(),
            people: Paged::new(items, PageRequest::default(), total),
            place: Place::desk(),
        }
    };
    let by = GivenTo { organisation: OrganisationId(uuid::Uuid::nil()), name: "Buurttuin De Proef".to_owned() };
    let organisation = || Place { base: "/organisatie/1/mensen".to_owned(), organisation: Some(by.clone()) };
    let register = |form| RegisterPage {
        form,
        purposes: purposes(),
        ways: ways(),
        place: Place::desk(),
        action: "/balie/personen/nieuw".to_owned(),
        cancel: "/balie/personen".to_owned(),
    };
    let consents = || {
        vec![
            consent("respond", "spoken", "holds"),
            consent("profile", "signed", "ended"),
            consent("help_request", "phone", "withdrawn"),
            consent("offer", "online", "withdrawn"),
            consent("respond", "spoken", "replaced"),
        ]
    };
    let mine = |form, consents| MinePage { form, consents, purposes: purposes() };
    vec![
        Sample::new("people/desk_list/usual", list(vec![listed("Greet Bedacht", true), listed("Wim Fictief", false)])),
        Sample::new("people/desk_list/empty", list(Vec::new())),
        Sample::new(
            "people/proxies_list/usual",
            ListPage { place: organisation(), ..list(vec![listed("Greet Bedacht", true)]) },
        ),
        Sample::new(
            "people/proxies_register/empty",
            RegisterPage { place: organisation(), ..register(Form::default()) },
        ),
        Sample::new(
            "people/proxies_person/usual",
            PersonPage { place: organisation(), ..person(Form::default(), true, consents()) },
        ),
        Sample::new("people/desk_register/empty", register(Form::default())),
        Sample::new("people/desk_register/error", register(wrong(&[("purposes", "respond")], "purposes"))),
        Sample::new("people/desk_person/usual", person(Form::default(), true, consents())),
        Sample::new("people/desk_person/lapsed", person(Form::default(), false, consents())),
        Sample::new("people/desk_person/error", person(wrong(&[("until", "gisteren")], "until"), true, consents())),
        Sample::new("people/consents/usual", mine(Form::default(), consents())),
        Sample::new("people/consents/empty", mine(Form::default(), Vec::new())),
        Sample::new("people/consents/error", mine(wrong(&[], "purposes"), Vec::new())),
    ]
}

fn cards() -> Vec<Sample> {
    let form = |form| CardFormPage { form, id: "1".to_owned(), name: "Greet Bedacht".to_owned() };
    let card = |line: Option<&str>, phone: Option<&str>| CardPage {
        id: "1".to_owned(),
        name: "Greet Bedacht".to_owned(),
        who: line.map(str::to_owned),
        when: line.map(str::to_owned),
        about: line.map(str::to_owned),
        code: "ABCD-EFGH-JKLM".to_owned(),
        address: "voorbeeldstad.example/inloggen/kaart".to_owned(),
        phone: phone.map(str::to_owned),
        until: UNTIL.to_owned(),
    };
    let card_pdf = |failed| CardPdfPage { id: "1".to_owned(), name: "Greet Bedacht".to_owned(), failed };
    let words = Some("Mevrouw Verzonnen belt jou");
    vec![
        Sample::new("people/desk_card/empty", form(Form::default())),
        Sample::new("people/desk_card/error", form(wrong(&[("who", "x")], "who"))),
        Sample::new("people/card/usual", card(words, Some("099 123 45 67"))),
        Sample::new("people/card/empty", card(None, None)),
        Sample::new("people/card_pdf/usual", card_pdf(false)),
        Sample::new("people/card_pdf/failed", card_pdf(true)),
        Sample::new("people/card_door/empty", CardDoorPage { form: Form::default() }),
        Sample::new("people/card_door/error", CardDoorPage { form: wrong(&[("code", "ABC")], "code") }),
    ]
}
