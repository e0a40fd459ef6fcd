//! Sample pages for the sweep: usual, empty, an unknown place, the map.

use kernel::{Choice, Fields, form::FormState, text::Codes};
use platform::{
    plan::HomeFigure,
    searching::{CardMeta, filters::Question},
    templates::{Form, FormMessage, Sample, Typed},
};

use super::{
    filters::FILTERS,
    forms,
    home::fragment,
    model::{Filters, Scope, Shown},
    pages::{ListPage, Paging, for_somebody::ForSomebodyPage},
    synonyms::pages::{GroupView, SynonymsPage},
    views::{CardView, Chip, Choices, LinkView},
};
use places::samples::sample_map;
use town::home::HomePage;

/// A card as lists show it.
pub fn card(title: &str) -> CardView {
    CardView {
        href: "/vacatures/00000000-0000-7000-8000-0000000000a1".into(),
        title: title.into(),
        kicker: "Buurttuin De Proef".into(),
        text: "Je werkt met buren in de moestuin en drinkt samen koffie.".into(),
        meta: vec![
            CardMeta::new("map-pin", "De Proeftuin, Noorderbuurt, 2 km"),
            CardMeta::new("calendar-event", "Elke week op dinsdag, 09.30–12.00 uur"),
        ],
        badges: vec![CardMeta::new("users", "Samen te doen")],
        foot: vec!["Nog 2 vrijwilligers nodig".into(), "Antwoordt meestal binnen 5 uur".into()],
        why: "“tuin” staat erin. 2 km van 2711.".into(),
    }
}

fn minimal_card() -> CardView {
    CardView {
        kicker: String::new(),
        text: String::new(),
        meta: Vec::new(),
        badges: Vec::new(),
        foot: Vec::new(),
        why: String::new(),
        ..card("Helpen")
    }
}

/// A form as `Ctx::form` makes it, without errors.
pub fn form(state: &FormState) -> Form {
    let typed = |(name, values): (&String, &Vec<String>)| match values.as_slice() {
        [one] => (name.clone(), Typed::One(one.clone())),
        several => (name.clone(), Typed::Several(several.to_vec())),
    };
    Form { values: state.values.iter().map(typed).collect(), ..Form::default() }
}

/// The same form with a message at a field.
pub fn form_with_error(state: &FormState, field: &str, message: &str) -> Form {
    let mut form = form(state);
    form.errors.insert(field.to_owned(), message.to_owned());
    form.summary.push(FormMessage { field: field.to_owned(), message: message.to_owned() });
    form
}

fn choice(value: &str, label: &str) -> Choice {
    Choice { value: value.into(), label: label.into() }
}

fn link(label: &str, url: &str, current: bool) -> LinkView {
    LinkView { label: label.into(), url: url.into(), current }
}

/// As the table asks them, with a few of the values.
fn questions(scope: Scope) -> Vec<Question> {
    let asked = |name, label, kind, choices| Question { name, label, kind, choices };
    let mut all = vec![
        asked("soort", "listing-kind", "many", vec![choice("vacature", "Vacature")]),
        asked("wanneer", "listing-when", "many", vec![choice("ochtend", "Ochtend (8)"), choice("avond", "Avond (5)")]),
        asked(
            "thema",
            "listing-theme",
            "many",
            vec![choice("nature", "Natuur en milieu (12)"), choice("sport", "Sport en bewegen (3)")],
        ),
        asked(
            "taal",
            "listing-dutch",
            "one",
            vec![choice("none", "Geen Nederlands nodig"), choice("b1", "Een gewoon gesprek")],
        ),
        asked("geschikt", "listing-suitable", "many", vec![choice("wheelchair", "Met een rolstoel")]),
        asked("thuis", "marketplace-from-home", "yes", Vec::new()),
    ];
    let asks = |question: &Question| {
        FILTERS
            .iter()
            .any(|row| row.name == question.name && (row.lists.is_empty() || row.lists.contains(&scope.code())))
    };
    all.retain(asks);
    all
}

fn list(scope: Scope, filters: &Filters) -> ListPage {
    let of_vacancies = |path: &str| (scope == Scope::Vacancies).then(|| filters.url(path));
    ListPage {
        scope: kernel::text::Codes::code(scope),
        path: scope.path(),
        form: form(&FormState::filled(&forms::fields(filters))),
        rest: vec![("thema", "nature".into())],
        top: vec![("q", "tuin".into())],
        choices: Choices {
            filters: questions(scope),
            radii: vec![choice("2", "Binnen 2 km"), choice("5", "Binnen 5 km")],
            wijken: vec![choice("WK990001", "Noorderbuurt")],
        },
        chips: vec![Chip { label: "“tuin”".into(), remove_url: scope.path().into() }],
        chosen: 1,
        paging: Paging { number: 2, per_page: 20, total: 53, pages: 3 },
        cards: vec![card("Samen tuinieren op dinsdag"), minimal_card()],
        map: None,
        elsewhere: None,
        sorts: vec![
            link("Past het best", "/vacatures?q=tuin", true),
            link("Nieuwste", "/vacatures?sorteer=nieuw", false),
        ],
        shown: vec![link("Lijst", "/vacatures?q=tuin", true), link("Kaart", "/vacatures?weergave=kaart", false)],
        widen: Vec::new(),
        all_words: true,
        unknown_place: None,
        save_url: of_vacancies("/zoekopdracht"),
        feed_url: of_vacancies("/vacatures.atom"),
        calendar_url: of_vacancies("/vacatures.ics"),
        filling: false,
        fragment: false,
    }
}

fn synonyms(group: Option<&str>, form: Form) -> SynonymsPage {
    let view = |id: &str, words: &str| GroupView { id: id.into(), words: words.into() };
    let groups = vec![view("a", "oma · opa · ouderen · senioren"), view("b", "taalmaatje · language buddy")];
    let removed = group.is_none().then(|| "fiets\nfietsen".to_owned());
    SynonymsPage { form, group: group.map(str::to_owned), removed, groups }
}

/// The samples of this part.
pub fn samples() -> Vec<Sample> {
    let chosen = Filters {
        q: "tuin".into(),
        near: Some("2711".into()),
        radius_km: Some(2.0),
        chosen: Filters::default().chosen.with("thema", "nature").with("wanneer", "ochtend").with("thuis", "ja"),
        ..Filters::default()
    };
    let empty = ListPage {
        cards: Vec::new(),
        paging: Paging { number: 1, per_page: 20, total: 0, pages: 1 },
        widen: vec![link("Ook verder weg dan 2 km (14)", "/vacatures?q=tuin&bij=2711", false)],
        ..list(Scope::Vacancies, &chosen)
    };
    let unknown = ListPage {
        unknown_place: Some("9999".into()),
        all_words: false,
        filling: true,
        ..list(Scope::HelpRequests, &chosen)
    };
    let map = ListPage {
        cards: Vec::new(),
        map: Some(sample_map()),
        elsewhere: Some(link("3 zonder wijk", "/vacatures?wijk=geen", false)),
        ..list(Scope::Vacancies, &Filters { shown: Shown::Map, ..Filters::default() })
    };
    let few = ListPage {
        paging: Paging { number: 1, per_page: 20, total: 2, pages: 1 },
        widen: empty.widen.clone(),
        ..list(Scope::Everything, &chosen)
    };
    let garden = CardView {
        href: "/vacatures/1".into(),
        title: "Samen tuinieren op dinsdag".into(),
        kicker: "Buurttuin De Proef".into(),
        text: "Je zaait en oogst met buren.".into(),
        ..minimal_card()
    };
    let wrong = FormState::filled(&Fields::default().with("words", "oma"));
    let home = |fresh, figures| HomePage {
        town: "Voorbeeldstad".into(),
        fragments: fragment(fresh).into_iter().collect(),
        figures,
    };
    let figure = HomeFigure { figure: "312".into(), label: "listing-home-figure-vacancies" };
    vec![
        Sample::new("listing/list/usual", list(Scope::Vacancies, &chosen)),
        Sample::new("listing/list/offers", list(Scope::Offers, &Filters::default())),
        Sample::new("listing/list/empty", empty),
        Sample::new("listing/list/unknown-place", unknown),
        Sample::new("listing/list/map", map),
        Sample::new("listing/list/few", few),
        Sample::new("listing/synonyms/usual", synonyms(None, Form::default())),
        Sample::new("listing/synonyms/error", synonyms(Some("a"), form_with_error(&wrong, "words", "Vul er 2 in."))),
        Sample::new("listing/home/usual", home(vec![card("Samen koken"), card("Voorlezen")], vec![figure])),
        Sample::new("listing/home/empty", home(Vec::new(), Vec::new())),
        Sample::new("listing/for_somebody/usual", for_somebody(vec![garden])),
        Sample::new("listing/for_somebody/empty", for_somebody(Vec::new())),
    ]
}

fn for_somebody(cards: Vec<CardView>) -> ForSomebodyPage {
    let form = form(&FormState::filled(&Fields::default().with("voor", "1").with("q", "tuin")));
    ForSomebodyPage { form, id: "1".into(), name: "Noor Voorbeeld".into(), total: cards.len() as u64, cards }
}
