//! Sample pages of offers for the sweep: everybody in them is invented.

use followups::terms::KeepPage;
use jiff::civil::date;
use kernel::{Choice, Instant, Lang, MunicipalityId, PageRequest, Paged, PersonId, text::Codes};
use platform::{
    queues::{Line, QueuePage},
    samples::{NOW, filled, wrong},
    steps::StepButton,
    templates::{Form, Sample},
};
use uuid::Uuid;

use super::{
    actions::{BY_LINK, SHOWN},
    model::{Closing, Draft, Offer, State, Visibility},
    pages::{Acting, ClosePage, FormPage, MinePage, OfferPage, OwnOffer, TakeDownPage, approach::ApproachPage},
    views::{OfferShown, SampleOffer},
};
use facets::{
    model::{Facets, OfferId, Place},
    samples::{choices, facets},
    words::{FacetsShown, Since},
};

fn draft() -> Draft {
    Draft {
        shown_name: "Noor".into(),
        title: "Ik help graag met computer of telefoon".into(),
        description: "Ik leg rustig uit hoe het werkt, zo vaak als nodig is.".into(),
        facets: facets(),
        group_size: 1,
        travel_km: Some(5),
        visibility: Visibility::Everybody,
    }
}

/// An invented offer.
pub fn sample() -> Offer {
    let key = (MunicipalityId(Uuid::from_u128(1)), OfferId(Uuid::from_u128(7)));
    Offer::new(key, PersonId(Uuid::from_u128(1)), draft(), Instant::from_millis(NOW), date(2026, 8, 30))
}

/// An invented offer of this person that everybody may see, for a demonstration and for tests.
pub fn of_person(person: PersonId) -> SampleOffer {
    let draft = Draft { facets: Facets { place: Place::default(), ..facets() }, ..draft() };
    SampleOffer { person, draft, closed: false, published_at: Instant::from_millis(NOW) }
}

fn shown(state: State) -> OfferShown {
    let offer = Offer { state, ..sample() };
    let note = (state == State::TakenDown).then(|| "Dit is betaald werk.".to_owned());
    OfferShown {
        href: format!("/aanbod/{}", offer.id),
        id: offer.id.to_string(),
        title: offer.title,
        description: offer.description,
        shown_name: offer.shown_name,
        group_size: 1,
        travel_km: offer.travel_km,
        visibility: offer.visibility.code(),
        state: state.code(),
        mark: "open",
        expires_on: "2026-08-30".into(),
        published_at: Since { text: "2026-03-02T10:00:00".into(), at: NOW - 86_400_000 },
        note,
        facets: FacetsShown::new(&offer.facets, Lang::Nl, &[Choice::new("WK1", "Noorderwijk")]),
    }
}

fn own(state: State) -> OwnOffer {
    let button = |label: &str, icon| StepButton { action: "/mijn/aanbod/7/pauzeren".into(), label: label.into(), icon };
    let steps = match state {
        State::Live => vec![button("offer-pause", "player-pause"), button("offer-extend", "refresh")],
        State::Paused | State::Closed | State::Expired => vec![button("offer-show-again", "refresh")],
        State::TakenDown | State::Waiting => Vec::new(),
    };
    OwnOffer { look: shown(state), steps }
}

fn line() -> Line {
    let offer = sample();
    Line {
        href: "/aanbod/7".into(),
        title: offer.title,
        status: Some(("waiting", "offer-state-waiting".into())),
        by: ("offer-by", "Noor".into()),
        text: offer.description,
        note: String::new(),
        steps: vec![StepButton { action: "/aanbod/7/plaatsen".into(), label: "offer-let-in".into(), icon: "check" }],
        ways: vec![("offer-take-down", "/aanbod/7/weghalen".into(), "ban")],
    }
}

fn form_page(form: Form, is_new: bool) -> FormPage {
    let visibilities = Visibility::ALL.iter().map(|visibility| visibility.code()).collect();
    let acting = is_new.then(|| Acting { id: "1".into(), name: "Toos Bedacht".into() });
    FormPage { form, choices: choices(), visibilities, is_new, days: 180, sends_in: !is_new, acting }
}

fn offer_page(state: State, role: u8) -> OfferPage {
    OfferPage {
        offer: shown(state),
        now: NOW,
        own: role == 1,
        may_invite: role == 2,
        takes_responses: state == State::Live,
        may_take_down: role == 3,
        acting: (role == 3).then(|| Acting { id: "1".into(), name: "Toos Bedacht".into() }),
    }
}

/// Every page of offers, as usual, empty, and with errors.
pub fn samples() -> Vec<Sample> {
    let mut two_errors = wrong(&[], "organisation");
    two_errors.summary.extend(wrong(&[], "question").summary);
    two_errors.errors.extend(wrong(&[], "question").errors);
    let close = |form| ClosePage {
        form,
        title: sample().title,
        closings: vec![Closing::ThroughUs.code(), Closing::Otherwise.code(), Closing::Stopped.code()],
        back: "/mijn/aanbod".into(),
    };
    let take_down = |form| TakeDownPage { form, title: sample().title, href: "/aanbod/7".into() };
    let typed = [("title", "Ik help graag"), ("when", "once"), ("date", "31-02-2026"), ("tasks", "digital-help")];
    let all = || State::ALL.iter().map(|state| own(*state)).collect();
    let acting = Some(Acting { id: "1".into(), name: "Toos Bedacht".into() });
    let waiting = |lines: Vec<Line>| {
        let lines = Paged::new(lines, PageRequest::default(), 1);
        QueuePage { code: "offers", lines, above: ("/balie", "common-desk") }
    };
    let group = OfferPage {
        offer: OfferShown { group_size: 12, visibility: "organisations", ..shown(State::Live) },
        ..offer_page(State::Live, 2)
    };
    vec![
        Sample::new("offers/mine/acting", MinePage { offers: all(), acting: acting.clone() }),
        Sample::new("offers/mine/usual", MinePage { offers: all(), acting: None }),
        Sample::new("offers/mine/empty", MinePage { offers: Vec::new(), acting: None }),
        Sample::new("offers/mine/acting-empty", MinePage { offers: Vec::new(), acting }),
        Sample::new("offers/waiting/usual", waiting(vec![line()])),
        Sample::new("offers/waiting/empty", waiting(Vec::new())),
        Sample::new("offers/form/empty", form_page(filled(&[("when", "flexible")]), true)),
        Sample::new("offers/form/known", form_page(filled(&typed), false)),
        Sample::new("offers/form/error", form_page(wrong(&typed, "date"), true)),
        Sample::new("offers/show/visitor", offer_page(State::Live, 0)),
        Sample::new("offers/show/own", offer_page(State::TakenDown, 1)),
        Sample::new("offers/show/group", group),
        Sample::new("offers/show/desk", offer_page(State::Paused, 3)),
        Sample::new("offers/show/sent-in", offer_page(State::Waiting, 3)),
        Sample::new("offers/close/empty", close(Form::default())),
        Sample::new("offers/close/error", close(wrong(&[], "closing"))),
        Sample::new("offers/keep/good", KeepPage::new(&SHOWN, &BY_LINK, Some(sample().title), 180)),
        Sample::new("offers/keep/over", KeepPage::new(&SHOWN, &BY_LINK, None, 180)),
        Sample::new("offers/take-down/empty", take_down(Form::default())),
        Sample::new("offers/take-down/error", take_down(wrong(&[], "reason"))),
        Sample::new("offers/approach/usual", approach(Form::default(), 1, true)),
        Sample::new("offers/approach/errors", approach(two_errors, 2, true)),
        Sample::new("offers/approach/closed", approach(Form::default(), 0, false)),
    ]
}

fn approach(form: Form, organisations: usize, open: bool) -> ApproachPage {
    let choice = |(value, label): &(&str, &str)| conversations::Choice {
        value: (*value).to_owned(),
        label: (*label).to_owned(),
    };
    ApproachPage {
        form,
        title: "Ik kan gitaar spelen".to_owned(),
        href: "/aanbod/1".to_owned(),
        maker: "Noor Voorbeeld".to_owned(),
        organisations: [("1", "Buurttuin De Proef"), ("2", "Buurthuis De Proef")]
            .iter()
            .take(organisations)
            .map(choice)
            .collect(),
        days: 5,
        open,
    }
}
