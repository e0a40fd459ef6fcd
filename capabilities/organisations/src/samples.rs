//! Sample pages for the sweep: every organisation and everybody in them is invented.

use kernel::{Instant, Lang, MunicipalityId, OrganisationId, PageRequest, Paged};
use platform::{
    plan::MyCard,
    samples::{filled, wrong},
    templates::{Form, Sample},
};
use uuid::Uuid;

use super::{
    model::{Details, Known, Organisation, OrganisationKind, OrganisationSize, OrganisationState},
    pages::{
        DetailChoices, LogLine,
        contacts::{ContactPage, ContactView, ContactsPage, InvitationPage, InvitationView},
        keys::{KeyView, KeysPage},
        manage::{Alike, ManagePage, QueuePage, Tab},
        public::{ListPage, OrganisationPage},
        register::RegisterPage,
        succession::{Asked, SuccessionPage},
        workplace::{ChoosePage, DetailsPage, OfficeLine, WorkplacePage},
    },
    views::{self, OrganisationView},
};
use places::samples::town;

const MOMENT: &str = "2026-03-03T10:00";
const ID: &str = "00000000-0000-7000-8000-000000000001";

fn organisation(state: OrganisationState) -> Organisation {
    let moment = Instant::from_millis(1_772_528_400_000);
    let unhappy = matches!(state, OrganisationState::Refused | OrganisationState::Closed);
    let details = Details {
        kind: OrganisationKind::Registered,
        chamber_number: Some("00000001".into()),
        name: "Stichting Buurttuin De Proef".into(),
        size: OrganisationSize::UpTo24,
        sectors: vec![5100, 1300],
        areas: vec!["WK063701".into(), "WK063705".into()],
        description: "Samen tuinieren op een verzonnen stukje grond.\n\nElke woensdag koffie.".into(),
        website: Some("https://buurttuin.voorbeeld.example/".into()),
        email: Some("info@buurttuin.voorbeeld.example".into()),
        phone: Some("079 000 00 00".into()),
    };
    let key = (MunicipalityId(Uuid::nil()), OrganisationId(Uuid::from_u128(1)));
    Organisation {
        state,
        state_reason: unhappy.then(|| "Het KvK-nummer hoort bij een andere organisatie.".to_owned()),
        answer: unhappy.then(|| "We hebben het nummer verbeterd.".to_owned()),
        ..Organisation::new(key, "buurttuin-de-proef".into(), details, moment)
    }
}

fn view(state: OrganisationState) -> OrganisationView {
    shown(&organisation(state))
}

fn shown(organisation: &Organisation) -> OrganisationView {
    let base = "https://samen.voorbeeldstad.example";
    OrganisationView::new(Lang::Nl, &town(), base, |_| MOMENT.to_owned(), organisation)
}

fn informal() -> OrganisationView {
    let mut organisation = organisation(OrganisationState::Confirmed);
    organisation.details.kind = OrganisationKind::Informal;
    organisation.details.chamber_number = None;
    organisation.details.size = OrganisationSize::Unknown;
    organisation.details.areas = Vec::new();
    (organisation.details.website, organisation.details.email, organisation.details.phone) = (None, None, None);
    organisation.unreachable_since = Some(organisation.created_at);
    shown(&organisation)
}

fn card(waits: bool) -> MyCard {
    MyCard {
        href: "/vacatures".into(),
        title: "3 vacatures".into(),
        text: "2 mensen wachten op antwoord".into(),
        icon: "users",
        waits,
    }
}

fn contact(own: bool) -> ContactView {
    ContactView {
        person: ID.into(),
        name: if own { "Tess Voorbeeld".into() } else { "Noor Verzonnen".into() },
        email: (!own).then(|| "noor@buurttuin.voorbeeld.example".to_owned()),
        role: if own { "owner" } else { "coordinator" },
        task: if own { String::new() } else { "secretaris".into() },
        since: MOMENT.into(),
        bounced: !own,
        own,
    }
}

fn log() -> Vec<LogLine> {
    let line =
        |what: &str, who: Option<&str>| LogLine { what: what.into(), who: who.map(str::to_owned), at: MOMENT.into() };
    vec![line("take-over", Some("Noor Verzonnen")), line("confirm", None), line("register", Some("Tess Voorbeeld"))]
}

fn choices(chosen: &[&str]) -> DetailChoices {
    let chosen: Vec<String> = chosen.iter().map(|code| (*code).to_owned()).collect();
    DetailChoices { groups: views::sector_groups(Lang::Nl, &chosen), wijken: views::wijk_choices(&town()) }
}

fn paged(items: Vec<OrganisationView>, total: u64) -> Paged<OrganisationView> {
    Paged::new(items, PageRequest::default(), total)
}

/// Sample pages.
pub(crate) fn samples() -> Vec<Sample> {
    let mut samples = public();
    samples.extend(workplace());
    samples.extend(contacts());
    samples.extend(succession_and_keys());
    samples.extend(manage());
    samples
}

fn succession_and_keys() -> Vec<Sample> {
    let page = |asked, form, cards: Vec<MyCard>| SuccessionPage {
        id: ID.into(),
        name: "Buurttuin".into(),
        role: "owner",
        colleagues: cards.iter().map(|_| kernel::Choice { value: ID.into(), label: "Noor Verzonnen".into() }).collect(),
        asked,
        cards,
        form,
    };
    let asked =
        |in_vain| Some(Asked { email: "noor@buurttuin.voorbeeld.example".into(), until: MOMENT.into(), in_vain });
    let key = || KeyView { id: ID.into(), name: "Onze website".into(), since: MOMENT.into() };
    let keys = |keys, new_key: Option<&str>, form| KeysPage {
        id: ID.into(),
        name: "Buurttuin".into(),
        keys,
        new_key: new_key.map(str::to_owned),
        form,
    };
    vec![
        Sample::new("organisations/succession/usual", page(None, Form::default(), vec![card(true)])),
        Sample::new("organisations/succession/asked", page(asked(false), Form::default(), vec![])),
        Sample::new("organisations/succession/in-vain", page(asked(true), Form::default(), vec![])),
        Sample::new("organisations/succession/error", page(None, wrong(&[], "note"), vec![card(false)])),
        Sample::new("organisations/keys/usual", keys(vec![key()], None, Form::default())),
        Sample::new("organisations/keys/new", keys(vec![key()], Some("sk_voorbeeld"), Form::default())),
        Sample::new("organisations/keys/error", keys(vec![], None, wrong(&[], "name"))),
    ]
}

fn public() -> Vec<Sample> {
    let list = |form, chosen, results| ListPage { form, chosen, sectors: vec![], wijken: vec![], results };
    let register = |form, signed_in, alike| RegisterPage { form, signed_in, alike, choices: choices(&["5100"]) };
    let page = |organisation, works_here, cards| OrganisationPage { organisation, works_here, cards };
    let typed = [("kind", "registered"), ("chamber_number", "123"), ("name", "Buurttuin"), ("sectors", "5100")];
    let mut full = list(filled(&[("q", "tuin")]), 2, paged(vec![view(OrganisationState::Confirmed), informal()], 42));
    full.sectors = vec![kernel::Choice { value: "5".into(), label: "Natuur, milieu en dieren".into() }];
    full.wijken = views::wijk_choices(&town());
    vec![
        Sample::new("organisations/list/usual", full),
        Sample::new("organisations/list/none-found", list(filled(&[("q", "raket")]), 1, paged(vec![], 0))),
        Sample::new("organisations/list/empty", list(Form::default(), 0, paged(vec![], 0))),
        Sample::new("organisations/page/usual", page(view(OrganisationState::Confirmed), true, vec![card(false)])),
        Sample::new("organisations/page/minimal", page(informal(), false, vec![])),
        Sample::new("organisations/page/pending", page(view(OrganisationState::Pending), true, vec![])),
        Sample::new("organisations/register/visitor", register(Form::default(), false, false)),
        Sample::new("organisations/register/empty", register(Form::default(), true, false)),
        Sample::new("organisations/register/error", register(wrong(&typed, "chamber_number"), true, true)),
    ]
}

fn workplace() -> Vec<Sample> {
    let page = |organisation, form, waiting: Vec<MyCard>| WorkplacePage {
        organisation,
        role: Some("owner"),
        owns: true,
        contacts: 2,
        going_on: waiting.iter().map(|_| card(false)).collect(),
        waiting,
        form,
    };
    let details = |form| DetailsPage { form, id: ID.into(), name: "Buurttuin".into(), choices: choices(&[]) };
    let office = |role| OfficeLine { id: ID.into(), name: "Buurttuin De Proef".into(), role };
    let usual = page(view(OrganisationState::Confirmed), Form::default(), vec![card(true)]);
    let municipality = WorkplacePage { role: None, ..page(informal(), Form::default(), vec![]) };
    let answer = wrong(&[], "answer");
    vec![
        Sample::new("organisations/workplace/usual", usual),
        Sample::new("organisations/workplace/municipality", municipality),
        Sample::new("organisations/workplace/pending", page(view(OrganisationState::Pending), Form::default(), vec![])),
        Sample::new("organisations/workplace/refused", page(view(OrganisationState::Refused), answer, vec![])),
        Sample::new("organisations/workplace/closed", page(view(OrganisationState::Closed), Form::default(), vec![])),
        Sample::new("organisations/details/usual", details(filled(&[("kind", "informal"), ("name", "Buurttuin")]))),
        Sample::new("organisations/details/error", details(wrong(&[("website", "x y")], "website"))),
        Sample::new("organisations/choose/two", ChoosePage { offices: vec![office("owner"), office("coordinator")] }),
        Sample::new("organisations/choose/none", ChoosePage { offices: vec![] }),
    ]
}

fn contacts() -> Vec<Sample> {
    let invitation = |from: Option<&str>| InvitationView {
        id: ID.into(),
        email: "nieuw@buurttuin.voorbeeld.example".into(),
        role: "coordinator",
        until: MOMENT.into(),
        from: from.map(str::to_owned),
        undelivered: from.is_some(),
    };
    let page = |contacts, invitations, owns, form| ContactsPage {
        id: ID.into(),
        name: "Buurttuin".into(),
        contacts,
        invitations,
        owns,
        form,
        log: if owns { log() } else { vec![] },
    };
    let one =
        |own, owns, form| ContactPage { id: ID.into(), name: "Buurttuin".into(), contact: contact(own), form, owns };
    let asked = |from: Option<&str>, note: &str| InvitationPage {
        id: ID.into(),
        name: "Buurttuin De Proef".into(),
        role: "owner",
        task: if note.is_empty() { String::new() } else { "secretaris".into() },
        note: note.into(),
        by: "Tess Voorbeeld".into(),
        from: from.map(str::to_owned),
        until: MOMENT.into(),
    };
    let usual = page(
        vec![contact(true), contact(false)],
        vec![invitation(None), invitation(Some("Tess Voorbeeld"))],
        true,
        Form::default(),
    );
    vec![
        Sample::new("organisations/contacts/usual", usual),
        Sample::new("organisations/contacts/empty", page(vec![], vec![], false, Form::default())),
        Sample::new(
            "organisations/contacts/error",
            page(vec![contact(true)], vec![], true, wrong(&[("email", "noor@")], "email")),
        ),
        Sample::new("organisations/contact/usual", one(false, true, filled(&[("role", "coordinator")]))),
        Sample::new("organisations/contact/own", one(true, false, Form::default())),
        Sample::new("organisations/contact/error", one(true, true, wrong(&[], "role"))),
        Sample::new("organisations/invitation/usual", asked(None, "")),
        Sample::new("organisations/invitation/succession", asked(Some("Tess Voorbeeld"), "De sleutel van de schuur.")),
    ]
}

fn manage() -> Vec<Sample> {
    let tab = |code, count| Tab { code, count, current: code == "wachten" };
    let queue = |shown, items: Vec<OrganisationView>| QueuePage {
        shown,
        tabs: vec![tab("wachten", 2), tab("onbereikbaar", 1), tab("alle", 21)],
        results: {
            let total = items.len() as u64;
            paged(items, total)
        },
    };
    let page = |state, form, steps: Vec<&'static str>| ManagePage {
        organisation: view(state),
        contacts: if steps.is_empty() { vec![] } else { vec![contact(true), contact(false)] },
        alike: vec![Alike { id: ID.into(), name: "Buurttuin De Proef".into() }],
        altered: None,
        steps,
        form,
        log: log(),
    };
    let altered = Known { name: "Buurttuin De Oude".into(), kind: OrganisationKind::Informal, chamber_number: None };
    let all = vec!["confirm", "refuse", "close"];
    vec![
        Sample::new("organisations/queue/usual", queue("wachten", vec![view(OrganisationState::Pending)])),
        Sample::new("organisations/queue/unreachable", queue("onbereikbaar", vec![informal()])),
        Sample::new("organisations/queue/empty", queue("gesloten", vec![])),
        Sample::new("organisations/manage/usual", page(OrganisationState::Pending, Form::default(), all.clone())),
        Sample::new(
            "organisations/manage/altered",
            ManagePage { altered: Some(altered), ..page(OrganisationState::Confirmed, Form::default(), vec!["close"]) },
        ),
        Sample::new("organisations/manage/closed", page(OrganisationState::Closed, Form::default(), vec![])),
        Sample::new("organisations/manage/error", page(OrganisationState::Pending, wrong(&[], "refusal"), all)),
    ]
}
