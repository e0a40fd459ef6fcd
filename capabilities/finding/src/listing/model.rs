//! What somebody looks for: the filters as the address holds them, and the question they make. Pure.
//!
//! Every filter is in the address, under a Dutch name: `q`, `bij`, `straal`, `thema`, `wanneer`, `taal`, `geschikt`,
//! `thuis`, `soort`, `organisatie`, `sorteer`, `weergave`, `page`. An address with the same filters is always the same.

use kernel::{OrganisationId, Point, codes, text::Codes};
use platform::{
    search::{Kind as DocumentKind, MOST_HITS, Near, Order, Query, Visibility},
    searching::filters::{Chosen, Demand, Picked},
};
use serde::{Deserialize, Serialize};

use super::filters::FILTERS;
use facets::model::DayPart;

/// The longest question that is looked at, in characters: more is no question any more.
pub const LONGEST_QUESTION: usize = 200;
/// The radii people choose from, in kilometres: a walk, a short and a longer ride on a bicycle, the town.
pub const RADII: [u32; 4] = [1, 2, 5, 10];
/// The widest radius a program may ask, in kilometres.
pub const WIDEST_RADIUS_KM: f64 = 100.0;

codes! {
    /// The lists people look through.
    pub enum Scope {
        /// Vacancies alone.
        Vacancies = "vacancies",
        /// Offers alone.
        Offers = "offers",
        /// Help requests alone.
        HelpRequests = "help-requests",
        /// Whatever can be found.
        Everything = "everything",
    }
}

impl Scope {
    /// Path of its page.
    pub fn path(self) -> &'static str {
        match self {
            Self::Vacancies => "/vacatures",
            Self::Offers => "/aanbod",
            Self::HelpRequests => "/hulpvragen",
            Self::Everything => "/zoeken",
        }
    }

    /// The kind of thing it holds; none for the list of everything.
    pub fn kind(self) -> Option<Thing> {
        match self {
            Self::Vacancies => Some(Thing::Vacancy),
            Self::Offers => Some(Thing::Offer),
            Self::HelpRequests => Some(Thing::HelpRequest),
            Self::Everything => None,
        }
    }
}

codes! {
    /// What can be found, as the address names it.
    pub enum Thing {
        Vacancy = "vacature",
        Offer = "aanbod",
        /// A help request.
        HelpRequest = "hulpvraag",
        Organisation = "organisatie",
    }
}

impl Thing {
    /// The kind of its documents in the index.
    pub const fn document(self) -> DocumentKind {
        DocumentKind::new(match self {
            Self::Vacancy => "vacancy",
            Self::Offer => "offer",
            Self::HelpRequest => "help_request",
            Self::Organisation => "organisation",
        })
    }

    /// The kind with these documents.
    pub fn of_document(kind: &DocumentKind) -> Option<Self> {
        Self::ALL.iter().copied().find(|thing| thing.document() == *kind)
    }
}

codes! {
    /// When somebody has time.
    pub enum Moment {
        /// Until noon.
        Morning = "ochtend",
        /// From noon to six.
        Afternoon = "middag",
        /// After six.
        Evening = "avond",
        /// On Saturday or Sunday.
        Weekend = "weekend",
        /// One day only, nothing to tie oneself to.
        Once = "eenmalig",
    }
}

impl Moment {
    /// The facet that documents have.
    pub const fn facet(self) -> &'static str {
        match self {
            Self::Morning => "when:morning",
            Self::Afternoon => "when:afternoon",
            Self::Evening => "when:evening",
            Self::Weekend => "when:weekend",
            Self::Once => "when:once",
        }
    }

    /// The moment of a part of a day.
    pub const fn of(part: DayPart) -> Self {
        match part {
            DayPart::Morning => Self::Morning,
            DayPart::Afternoon => Self::Afternoon,
            DayPart::Evening => Self::Evening,
        }
    }
}

codes! {
    /// What comes first.
    pub enum Sort {
        /// What fits best.
        Best = "best",
        /// What is near; needs a place.
        Nearby = "dichtbij",
        /// What is new.
        Newest = "nieuw",
    }
}

codes! {
    /// How results are shown.
    pub enum Shown {
        /// As a list.
        List = "lijst",
        /// On the map.
        Map = "kaart",
    }
}

/// Where somebody wants to look, understood by [`places`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Somewhere {
    /// From where distances are measured.
    pub point: Point,
    /// How to name it; empty for a point on the globe.
    pub label: String,
    /// The wijk, when a whole wijk was meant rather than what is around a place.
    pub wijk: Option<String>,
}

/// Instead of the code of a wijk: what lies in none.
pub const NO_WIJK: &str = "geen";

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Filters {
    pub q: String,
    /// Where, as it was typed: a postcode, a wijk, `lat,lon`.
    pub near: Option<String>,
    /// At most so far, in kilometres.
    pub radius_km: Option<f64>,
    /// In this wijk, whatever place is asked around: how the map leads to the list. [`NO_WIJK`] is what has none.
    pub wijk: Option<String>,
    /// What was chosen in the table of filters.
    pub chosen: Chosen,
    /// What comes first.
    pub sort: Sort,
    /// How it is shown.
    pub shown: Shown,
    /// One-based.
    pub page: u32,
}

impl Default for Filters {
    fn default() -> Self {
        Self {
            q: String::new(),
            near: None,
            radius_km: None,
            wijk: None,
            chosen: Chosen::none(FILTERS),
            sort: Sort::Best,
            shown: Shown::List,
            page: 1,
        }
    }
}

/// One condition, which can be dropped to find more.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    Words(String),
    /// The place, and the radius when there is one.
    Place,
    /// The radius alone.
    Radius(f64),
    Wijk(String),
    /// A value of a filter.
    Picked(Picked),
}

impl Filters {
    /// Every condition, in the order in which people see them.
    pub fn conditions(&self) -> Vec<Condition> {
        let mut all = Vec::new();
        if !self.q.is_empty() {
            all.push(Condition::Words(self.q.clone()));
        }
        if self.near.is_some() {
            all.push(Condition::Place);
            all.extend(self.radius_km.map(Condition::Radius));
        }
        all.extend(self.wijk.clone().map(Condition::Wijk));
        all.extend(self.chosen.picked().into_iter().map(Condition::Picked));
        all
    }

    /// The same without one condition, from the first page on.
    #[must_use]
    pub fn without(&self, condition: &Condition) -> Self {
        let mut rest = Self { page: 1, ..self.clone() };
        match condition {
            Condition::Words(_) => rest.q.clear(),
            Condition::Place => {
                (rest.near, rest.radius_km) = (None, None);
                if rest.sort == Sort::Nearby {
                    rest.sort = Sort::Best;
                }
            }
            Condition::Radius(_) => rest.radius_km = None,
            Condition::Wijk(_) => rest.wijk = None,
            Condition::Picked(picked) => rest.chosen = rest.chosen.without(std::slice::from_ref(picked)),
        }
        rest
    }

    /// The same without any of the conditions a group of facets came from.
    #[must_use]
    pub fn without_group(&self, group: &Group) -> Self {
        let mut rest = Self { page: 1, ..self.clone() };
        match group {
            Group::Picked(picked) => rest.chosen = rest.chosen.without(picked),
            Group::Wijk => (rest.near, rest.radius_km) = (None, None),
            Group::OnlyWijk => rest.wijk = None,
        }
        rest
    }

    /// The pairs of the address, each in its place, without what is as usual.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs = Vec::new();
        let mut add = |name, value: String| pairs.push((name, value));
        if !self.q.is_empty() {
            add("q", self.q.clone());
        }
        if let Some(near) = &self.near {
            add("bij", near.clone());
        }
        if let Some(radius) = self.radius_km {
            add("straal", radius.to_string());
        }
        if let Some(wijk) = &self.wijk {
            add("wijk", wijk.clone());
        }
        self.chosen.pairs().into_iter().for_each(|(name, value)| add(name, value));
        if self.sort != Sort::Best {
            add("sorteer", self.sort.to_string());
        }
        if self.shown != Shown::List {
            add("weergave", self.shown.to_string());
        }
        if self.page > 1 {
            add("page", self.page.to_string());
        }
        pairs
    }

    /// The address under `path` that holds these filters.
    pub fn url(&self, path: &str) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(self.pairs()).finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    /// The same from the first page on, in another order.
    #[must_use]
    pub fn sorted(&self, sort: Sort) -> Self {
        Self { sort, page: 1, ..self.clone() }
    }

    /// The same from the first page on, shown otherwise.
    #[must_use]
    pub fn shown_as(&self, shown: Shown) -> Self {
        Self { shown, page: 1, ..self.clone() }
    }

    /// The organisation whose things alone are looked for.
    pub fn organisation(&self) -> Option<OrganisationId> {
        self.chosen.of("organisatie").find_map(|id| id.parse().ok())
    }

    /// What is looked for, without how it is shown: what a saved search keeps.
    #[must_use]
    pub fn bare(&self) -> Self {
        Self { sort: Sort::Best, shown: Shown::List, page: 1, ..self.clone() }
    }
}

/// A group of facets in the question, for saying what dropping it would bring.
#[derive(Clone, Debug, PartialEq)]
pub enum Group {
    /// Values of a filter.
    Picked(Vec<Picked>),
    /// In this wijk.
    Wijk,
    /// In this wijk, whatever place is asked around.
    OnlyWijk,
}

/// A question, with what each of its groups of facets stands for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub query: Query,
    /// In the order of the query's `all_of`.
    pub groups: Vec<Group>,
}

/// Who asks, where, when: what the filters alone do not say.
#[derive(Clone, Debug)]
pub struct Asker {
    pub municipality: uuid::Uuid,
    /// The widest circle they belong to.
    pub visibility: Visibility,
    /// The moment, UTC milliseconds.
    pub now: i64,
}

/// The question that filters make. `place` is what their `near` means, if anything.
pub fn question(scope: Scope, filters: &Filters, place: Option<&Somewhere>, asker: &Asker, per_page: u32) -> Asked {
    let mut query = Query::new(asker.municipality, asker.now);
    query.visibility = asker.visibility;
    query.text = filters.q.chars().take(LONGEST_QUESTION).collect();
    let wanted: Vec<Thing> = filters.chosen.of("soort").filter_map(Thing::parse).collect();
    query.kinds = match scope.kind() {
        Some(thing) => vec![thing.document()],
        None if wanted.is_empty() => Thing::ALL.iter().map(|thing| thing.document()).collect(),
        None => wanted.iter().map(|thing| thing.document()).collect(),
    };
    let (mut groups, mut all_of) = (Vec::new(), Vec::new());
    let mut demand = |group, facets: Vec<String>| {
        if !facets.is_empty() {
            groups.push(group);
            all_of.push(facets);
        }
    };
    for Demand { picked, facets } in filters.chosen.demands() {
        demand(Group::Picked(picked), facets);
    }
    // A wijk by itself means what is in it; with a radius, what is around it.
    let within = place.and_then(|place| place.wijk.as_ref()).filter(|_| filters.radius_km.is_none());
    demand(Group::Wijk, within.map(|code| format!("wijk:{code}")).into_iter().collect());
    demand(Group::OnlyWijk, filters.wijk.iter().map(|code| format!("wijk:{code}")).collect());
    query.all_of = all_of;
    query.near = place.map(|place| Near {
        lat: place.point.lat,
        lon: place.point.lon,
        radius_km: filters.radius_km,
        // Nobody knows whether it is near; only what is done from home is near everybody.
        unplaced: false,
        anywhere: Some("home:yes"),
    });
    query.order = match filters.sort {
        Sort::Best => Order::Relevance,
        Sort::Nearby => Order::Distance,
        Sort::Newest => Order::Newest,
    };
    query.limit = (per_page as usize).min(MOST_HITS);
    query.offset = (filters.page.max(1) as usize - 1) * query.limit;
    Asked { query, groups }
}
