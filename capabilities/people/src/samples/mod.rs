//! Sample pages for the sweep: everybody in them is invented.

pub(crate) mod inserts;

use platform::{
    samples::{filled, wrong},
    templates::{Form, Sample},
};

use super::{
    mine::pages::{EmailPage, LetterLanguage, MyPage, PasskeyView, SecurityPage, SessionView},
    oidc::{model::Refusal, pages::RefusedPage},
    profile::pages::{Choices, ProfilePage},
    signin::pages::{CodePage, DoorPage, LinkPage, NamePage},
};

/// A moment for samples, local.
pub(crate) const MOMENT: &str = "2026-03-03T10:00:00";

/// Every page of this capability, as usual, empty, and with errors.
pub(crate) fn samples() -> Vec<Sample> {
    let mut samples = entering();
    samples.extend(refusals());
    samples.extend(mine());
    samples.extend(profiles());
    samples.extend(super::desk::samples::samples());
    samples.extend(super::data::samples::samples());
    samples
}

fn entering() -> Vec<Sample> {
    let door = |form, provider: Option<&str>| DoorPage {
        form,
        provider: provider.map(str::to_owned),
        passkeys: true,
        back: "/mijn".to_owned(),
        wait: None,
    };
    let email = "noor@inwoner.voorbeeld.example".to_owned();
    vec![
        Sample::new("people/door/empty", door(Form::default(), None)),
        Sample::new("people/door/provider", door(Form::default(), Some("Gemeente Voorbeeldstad"))),
        Sample::new(
            "people/door/wait",
            DoorPage { wait: Some(3), ..door(filled(&[("email", "noor@inwoner.voorbeeld.example")]), None) },
        ),
        Sample::new("people/door/error", door(wrong(&[("email", "noor@")], "email"), None)),
        Sample::new(
            "people/code/empty",
            CodePage { form: filled(&[("poging", "1")]), mailbox: false, undelivered: false },
        ),
        Sample::new(
            "people/code/undelivered",
            CodePage { form: filled(&[("poging", "1")]), mailbox: false, undelivered: true },
        ),
        Sample::new(
            "people/code/demo",
            CodePage { form: filled(&[("poging", "1")]), mailbox: true, undelivered: false },
        ),
        Sample::new(
            "people/code/error",
            CodePage { form: wrong(&[("poging", "1"), ("code", "12345")], "code"), mailbox: false, undelivered: false },
        ),
        Sample::new("people/link/good", LinkPage { token: "abc".to_owned(), email: Some(email.clone()) }),
        Sample::new("people/link/over", LinkPage { token: "abc".to_owned(), email: None }),
        Sample::new("people/name/empty", NamePage { form: Form::default(), email: email.clone() }),
        Sample::new("people/name/error", NamePage { form: wrong(&[], "name"), email }),
    ]
}

fn refusals() -> Vec<Sample> {
    let page = |refusal| RefusedPage { provider: "Gemeente Voorbeeldstad".to_owned(), refusal };
    vec![
        Sample::new("people/oidc/expired", page(Refusal::Expired)),
        Sample::new("people/oidc/denied", page(Refusal::Denied)),
        Sample::new("people/oidc/down", page(Refusal::Down)),
        Sample::new("people/oidc/invalid", page(Refusal::Invalid)),
        Sample::new("people/oidc/unverified", page(Refusal::Unverified)),
    ]
}

fn mine() -> Vec<Sample> {
    let languages = || {
        vec![
            LetterLanguage { value: "nl", label: "Nederlands", current: true },
            LetterLanguage { value: "en", label: "English", current: false },
        ]
    };
    let card = |title: &str, waits| platform::plan::MyCard {
        href: "/mijn".to_owned(),
        title: title.to_owned(),
        text: "Stichting De Denkbeeldige Tafel".to_owned(),
        icon: "messages",
        waits,
    };
    let full = MyPage {
        name: "Noor Voorbeeld".to_owned(),
        waiting: vec![card("Kies een tijd om kennis te maken", true)],
        going_on: vec![card("Samen koken op dinsdag", false)],
        languages: languages(),
    };
    let empty = MyPage { name: "Noor".to_owned(), waiting: Vec::new(), going_on: Vec::new(), languages: languages() };
    let session = |device: &str, current| SessionView {
        id: "1".to_owned(),
        device: device.to_owned(),
        since: MOMENT.to_owned(),
        seen: MOMENT.to_owned(),
        current,
    };
    let key = |name: &str, used: bool| PasskeyView {
        id: "1".to_owned(),
        name: name.to_owned(),
        since: MOMENT.to_owned(),
        used: used.then(|| MOMENT.to_owned()),
    };
    let security =
        |sessions, passkeys: Vec<PasskeyView>| SecurityPage { sessions, can_add: true, passkeys, by_card: false };
    vec![
        Sample::new("people/mine/usual", full),
        Sample::new("people/mine/empty", empty),
        Sample::new("people/security/one", security(vec![session("Firefox, Linux", true)], Vec::new())),
        Sample::new(
            "people/security/card",
            SecurityPage { by_card: true, ..security(vec![session("Firefox, Linux", true)], Vec::new()) },
        ),
        Sample::new(
            "people/security/more",
            security(
                vec![session("Firefox, Linux", true), session("Chrome, Android", false)],
                vec![key("Chrome, Android", true), key("Sleutelbos", false)],
            ),
        ),
    ]
}

fn profiles() -> Vec<Sample> {
    let page = |form, wijken: &[(String, String)], somebody: Option<&str>, email: Option<&str>| ProfilePage {
        form,
        action: "/mijn/profiel".to_owned(),
        cancel: "/mijn".to_owned(),
        somebody: somebody.map(str::to_owned),
        email: email.map(str::to_owned),
        choices: Choices::new(kernel::Lang::Nl, wijken),
    };
    let wijken = [("WK000001".to_owned(), "Noorderbuurt".to_owned())];
    let known =
        [("name", "Noor"), ("themes", "nature"), ("tasks", "cooking"), ("when", "3-evening"), ("area", "WK000001")];
    let address = Some("noor@inwoner.voorbeeld.example");
    let email = |form, current: Option<&str>| EmailPage { form, current: current.map(str::to_owned) };
    vec![
        Sample::new("people/profile/usual", page(filled(&known), &wijken, None, address)),
        Sample::new("people/profile/empty", page(filled(&[("name", "Noor")]), &[], None, None)),
        Sample::new("people/profile/somebody", page(filled(&known), &wijken, Some("Noor"), None)),
        Sample::new("people/profile/error", page(wrong(&[("hours", "veel")], "hours"), &wijken, None, address)),
        Sample::new("people/email/add", email(Form::default(), None)),
        Sample::new("people/email/change", email(Form::default(), address)),
        Sample::new("people/email/error", email(wrong(&[("email", "noor@")], "email"), address)),
    ]
}
