//! Sample pages for the sweep: everybody in them is invented.

use platform::{
    samples::{filled, wrong},
    templates::{Form, Sample},
};

use super::{
    demo::pages::{DemoPage, LetterLine, LetterPage, MailboxPage, Part, PartsPage},
    site::pages::{AboutPage, AccessibilityPage, ContactPage, Kept, Owner, PrivacyPage},
};

/// A moment for samples, local.
const MOMENT: &str = "2026-03-03T10:00:00";

/// Every page of this capability but the home page, of which those who show something on it give samples.
pub(crate) fn samples() -> Vec<Sample> {
    let mut samples = sites();
    samples.extend(demonstration());
    samples
}

fn sites() -> Vec<Sample> {
    let owner = || Owner {
        name: "Informatiepunt Voorbeeldstad".to_owned(),
        email: Some("punt@voorbeeldstad.example".to_owned()),
        phone: Some("099 123 45 67".to_owned()),
        address: Some("Verzonnen Plein 1\nVoorbeeldstad".to_owned()),
        hours: Some("Maandag tot en met vrijdag, 10.00-16.00 uur".to_owned()),
    };
    let bare = || Owner { name: "Voorbeeldstad".to_owned(), ..Owner::default() };
    let statement = |owner, status: &str, checked_on: Option<&str>| AccessibilityPage {
        owner,
        status: status.to_owned(),
        checked_on: checked_on.map(str::to_owned),
    };
    let kept = vec![Kept { kind: "sign-ins", days: 1 }];
    vec![
        Sample::new("town/accessibility/full", statement(owner(), "full", Some("2026-02-01"))),
        Sample::new("town/accessibility/partial", statement(owner(), "partial", Some("2026-02-01"))),
        Sample::new("town/accessibility/started", statement(bare(), "started", None)),
        Sample::new("town/accessibility/none", statement(bare(), "none", None)),
        Sample::new("town/accessibility/excluded", statement(bare(), "excluded", None)),
        Sample::new("town/privacy/usual", PrivacyPage { owner: owner(), email: owner().email, kept }),
        Sample::new("town/privacy/empty", PrivacyPage { owner: bare(), email: None, kept: Vec::new() }),
        Sample::new("town/contact/usual", ContactPage { owner: owner() }),
        Sample::new("town/contact/empty", ContactPage { owner: bare() }),
        Sample::new("town/about/usual", AboutPage { owner: owner(), words: Some("Welkom in onze stad.".to_owned()) }),
        Sample::new("town/about/empty", AboutPage { owner: bare(), words: None }),
    ]
}

fn demonstration() -> Vec<Sample> {
    let line = || LetterLine {
        id: "1".to_owned(),
        to: "noor@inwoner.voorbeeld.example".to_owned(),
        subject: "Je code om in te loggen".to_owned(),
        sent: MOMENT.to_owned(),
    };
    let part = Part {
        id: "1".to_owned(),
        name: "Bram Bedenksel".to_owned(),
        roles: vec!["mediator"],
        organisations: vec!["Stichting De Denkbeeldige Tafel".to_owned()],
    };
    let demo = |form, people: Vec<Part>| DemoPage { form, now: MOMENT.to_owned(), clock: !people.is_empty(), people };
    let letter = LetterPage {
        letter: line(),
        text: "Dag Noor,\n\n    123456\n".to_owned(),
        links: vec!["http://localhost/inloggen".to_owned()],
        attachments: vec!["afspraak.ics".to_owned()],
    };
    vec![
        Sample::new("town/demo/usual", demo(Form::default(), vec![part])),
        Sample::new("town/demo/empty", demo(Form::default(), Vec::new())),
        Sample::new("town/demo/error", demo(wrong(&[("dagen", "x")], "dagen"), Vec::new())),
        Sample::new("town/mailbox/usual", MailboxPage { form: filled(&[("aan", "")]), letters: vec![line()] }),
        Sample::new("town/mailbox/empty", MailboxPage { form: Form::default(), letters: Vec::new() }),
        Sample::new("town/letter/usual", letter),
        Sample::new("town/parts/all", PartsPage {}),
    ]
}
