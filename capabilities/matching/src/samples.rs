//! Sample pages for the sweep: everybody in them is invented.

use platform::templates::Sample;

use super::{
    pages::{DeskPage, DeskPerson, DeskVacancy, MinePage, PeoplePage},
    seeker::Question,
    views::{Fitting, InvitationView, LeftOut, OpenQuestion, PersonView, SuggestionView},
    words::FitWords,
};

fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn suggestion(strength: &'static str, by: &str) -> SuggestionView {
    SuggestionView {
        href: "/vacatures/1".into(),
        title: "Samen tuinieren op dinsdag".into(),
        by: by.into(),
        place: Some("Noorderwijk".into()),
        when: "elke week op dinsdag, 09.30–12.00 uur".into(),
        respond: "/vacatures/1/reageer".into(),
        words: FitWords {
            strength,
            fits: lines(&["Taken die passen: tuinieren", "Dichtbij: 1,2 km"]),
            misfits: lines(&["Ander moment: elke week op dinsdag, 09.30–12.00 uur"]),
            to_ask: lines(&["VOG (verklaring omtrent het gedrag)"]),
        },
    }
}

fn fitting() -> Fitting {
    use kernel::text::Codes;
    let open = |question: &Question| OpenQuestion { code: question.code().replace('_', "-"), place: question.anchor() };
    let gates = ["age", "dutch", "languages", "vog", "driving-licence"];
    let left_out = gates.iter().zip(1..).map(|(gate, count)| LeftOut { gate: (*gate).to_owned(), count });
    Fitting {
        vacancies: vec![
            suggestion("strong", "Buurttuin De Proef"),
            suggestion("good", "Sportclub De Ander"),
            suggestion("maybe", "Stichting Verzonnen"),
        ],
        requests: vec![suggestion("good", "")],
        left_out: left_out.collect(),
        open: Question::ALL.iter().map(open).collect(),
        told: true,
    }
}

fn invitation() -> InvitationView {
    InvitationView {
        href: "/vacatures/2".into(),
        title: "Koffie schenken op zondag".into(),
        by: "Buurthuis Verzonnen".into(),
    }
}

fn person(invited: Option<&str>) -> PersonView {
    PersonView {
        id: "1".into(),
        name: "Noor Bedacht".into(),
        wants: vec!["Tuinieren"],
        can: vec!["Luisteren"],
        when: lines(&["dinsdag: ochtend, middag"]),
        words: suggestion("good", "").words,
        invited: invited.map(str::to_owned),
    }
}

/// Every page, usual and empty.
pub fn samples() -> Vec<Sample> {
    let mine = |fitting, invitations, findable| MinePage { fitting, invitations, profile: "/mijn/profiel", findable };
    let people = |open, people| PeoplePage {
        base: "/organisatie/1/vacatures/1".into(),
        title: "Samen tuinieren op dinsdag".into(),
        organisation: "Buurttuin De Proef".into(),
        workplace: "/organisatie/1".into(),
        open,
        people,
    };
    let at_desk = |fitting, invitations| DeskPage {
        person: Some(DeskPerson {
            href: "/balie/personen/1".into(),
            name: "Greet Bedacht".into(),
            profile: "/balie/personen/1/profiel".into(),
            fitting,
            invitations,
        }),
        vacancy: None,
    };
    let for_vacancy = |people| DeskPage {
        person: None,
        vacancy: Some(DeskVacancy { href: "/vacatures/1".into(), title: "Samen tuinieren op dinsdag".into(), people }),
    };
    vec![
        Sample::new("matching/mine/usual", mine(fitting(), vec![invitation()], true)),
        Sample::new("matching/mine/empty", mine(Fitting::default(), Vec::new(), false)),
        Sample::new("matching/people/usual", people(true, vec![person(None), person(Some("2026-03-03"))])),
        Sample::new("matching/people/empty", people(true, Vec::new())),
        Sample::new("matching/people/closed", people(false, Vec::new())),
        Sample::new("matching/desk/empty", DeskPage::default()),
        Sample::new("matching/desk/person", at_desk(fitting(), vec![invitation()])),
        Sample::new("matching/desk/person_without_profile", at_desk(Fitting::default(), Vec::new())),
        Sample::new("matching/desk/vacancy", for_vacancy(vec![person(None)])),
        Sample::new("matching/desk/vacancy_without_people", for_vacancy(Vec::new())),
    ]
}
