//! Results in words: cards with the reasons why they are there, what was chosen, what would widen the search.

use std::collections::HashMap;

use kernel::{Choice, Result, text::Codes};
use platform::{
    Ctx,
    i18n::FluentValue,
    search::{Hit, How, Match, RankingWeights, Results, Visibility},
    searching::{Card, CardMeta, filters::Question},
    templates::format,
};
use serde::Serialize;

use super::{
    forms,
    model::{Asked, Asker, Condition, Filters, Group, NO_WIJK, Scope, Shown, Somewhere, Sort, Thing, question},
};
use places::TownPlaces;

/// What was found, before it is put in words.
#[derive(Debug)]
pub(crate) struct Found {
    pub asked: Asked,
    /// Where around.
    pub place: Option<Somewhere>,
    pub results: Results,
    /// The town's places.
    pub town: std::sync::Arc<TownPlaces>,
}

/// The widest circle of documents somebody may find.
pub(crate) fn visibility(ctx: &Ctx) -> Visibility {
    let actor = &ctx.actor;
    let speaks = actor.person().is_some_and(|person| person.offices.iter().any(|office| office.confirmed));
    if actor.is_manager() || actor.is_mediator() {
        Visibility::Staff
    } else if speaks {
        Visibility::Organisations
    } else {
        Visibility::Public
    }
}

/// What is asked beside the filters.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Ask<'a> {
    /// Hits on a page.
    pub per_page: u32,
    /// Prefixes of facets that are counted.
    pub count: &'a [&'a str],
    /// A facet that everything must have.
    pub only: Option<&'a str>,
}

impl Ask<'_> {
    /// So many hits, and nothing else.
    pub(crate) const fn page(per_page: u32) -> Self {
        Ask { per_page, count: &[], only: None }
    }
}

/// Answers filters. Asks the database at most whether other places were loaded.
pub(crate) async fn find(ctx: &Ctx, scope: Scope, filters: &Filters, ask: Ask<'_>) -> Result<Found> {
    let town = places::cached_alone(ctx).await?;
    let place = filters.near.as_deref().and_then(|near| forms::somewhere(&town, near));
    let asker = Asker { municipality: ctx.town().0, visibility: visibility(ctx), now: ctx.now.millis() };
    let mut asked = question(scope, filters, place.as_ref(), &asker, ask.per_page);
    asked.query.count_facets = ask.count.iter().map(|prefix| (*prefix).to_owned()).collect();
    asked.query.all_of.extend(ask.only.map(|facet| vec![facet.to_owned()]));
    let results = ctx.app.search.ask(&asked.query, &RankingWeights::default())?;
    Ok(Found { asked, place, results, town })
}

/// A card in a list.
#[derive(Clone, Debug, Serialize)]
pub struct CardView {
    /// Where it leads.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// Above the title.
    pub kicker: String,
    pub text: String,
    pub meta: Vec<CardMeta>,
    pub badges: Vec<CardMeta>,
    /// At the foot.
    pub foot: Vec<String>,
    /// Why it is here.
    pub why: String,
}

/// A card in the reader's language, with the reasons of this search.
pub(crate) fn card_view(ctx: &Ctx, card: Card, reasons: &[String], distance_km: Option<f64>) -> CardView {
    let mut words = card.words(ctx.lang).cloned().unwrap_or_default();
    if let Some(km) = distance_km
        && let Some(place) = words.meta.iter_mut().find(|fact| fact.icon == "map-pin")
    {
        place.text = format!("{}, {}", place.text, format::distance(km, ctx.lang));
    }
    CardView {
        href: card.href,
        title: card.title,
        kicker: card.kicker,
        text: card.text,
        meta: words.meta,
        badges: words.badges,
        foot: words.foot,
        why: reasons.join(" "),
    }
}

/// The card of a hit as a list of one kind, or of every kind, shows it.
///
/// # Errors
/// When the index gave something that is no card.
pub(crate) fn hit_view(
    ctx: &Ctx,
    scope: Scope,
    filters: &Filters,
    hit: &Hit,
    place: Option<&Somewhere>,
) -> Result<CardView> {
    let card = Card::from_bytes(&hit.card)?;
    let reasons = reasons(ctx, filters, hit, &card.themes, place);
    let mut view = card_view(ctx, card, &reasons, told_distance(hit, place));
    if scope == Scope::Everything
        && let Some(thing) = Thing::of_document(&hit.kind)
    {
        let kind = ctx.t(&format!("listing-kind-{thing}"));
        view.kicker = if view.kicker.is_empty() { kind } else { format!("{kind} · {}", view.kicker) };
    }
    Ok(view)
}

/// The distance as far as it says something: of a help request the wijk alone is known, so within or between wijken there
/// is none to tell.
fn told_distance(hit: &Hit, place: Option<&Somewhere>) -> Option<f64> {
    let from_wijk = place.is_some_and(|place| place.wijk.is_some());
    hit.distance_km.filter(|_| !from_wijk || Thing::of_document(&hit.kind) != Some(Thing::HelpRequest))
}

/// Why a hit with these themes is there, in whole sentences: its words, its distance, and what of the filters it has.
pub(crate) fn reasons(
    ctx: &Ctx,
    filters: &Filters,
    hit: &Hit,
    themes: &[String],
    place: Option<&Somewhere>,
) -> Vec<String> {
    let mut reasons = Vec::new();
    let same = |found: &&Match| matches!(found.how, How::Exact) || found.asked == found.found;
    let literally: Vec<String> = hit.matches.iter().filter(same).map(|found| format!("“{}”", found.found)).collect();
    if !literally.is_empty() {
        let words = ctx.listed(&literally);
        let count = FluentValue::from(literally.len() as i64);
        reasons.push(ctx.t_with("listing-why-words", &[("words", words.into()), ("count", count)]));
    }
    for found in hit.matches.iter().filter(|found| !same(found)) {
        let key = match found.how {
            How::Synonym => "listing-why-synonym",
            How::Typo => "listing-why-typo",
            _ => "listing-why-form",
        };
        let (asked, hit) = (FluentValue::from(found.asked.as_str()), FluentValue::from(found.found.as_str()));
        reasons.push(ctx.t_with(key, &[("asked", asked), ("found", hit)]));
    }
    if let (Some(km), Some(place)) = (told_distance(hit, place), place) {
        let distance = FluentValue::from(format::distance(km, ctx.lang));
        reasons.push(if place.label.is_empty() {
            ctx.t_with("listing-why-distance-here", &[("distance", distance)])
        } else {
            ctx.t_with("listing-why-distance", &[("distance", distance), ("place", place.label.as_str().into())])
        });
    }
    let of_theme =
        |facet: &str| facet.strip_prefix("theme:").is_some_and(|slug| themes.iter().any(|theme| theme == slug));
    reasons.extend(filters.chosen.reasons(ctx, of_theme));
    reasons
}

/// A link with words.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct LinkView {
    pub label: String,
    /// Where it leads.
    pub url: String,
    /// Whether this is what is shown now.
    pub current: bool,
}

/// A condition with the way to drop it.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Chip {
    /// What was chosen.
    pub label: String,
    /// The list without it.
    pub remove_url: String,
}

/// Everything that was chosen, each with a way to drop it.
pub(crate) fn chips(ctx: &Ctx, scope: Scope, filters: &Filters, found: &Found) -> Vec<Chip> {
    let chip = |condition: &Condition| Chip {
        label: condition_words(ctx, filters, condition, found.place.as_ref(), &found.town),
        remove_url: filters.without(condition).url(scope.path()),
    };
    filters.conditions().iter().map(chip).collect()
}

/// A condition in words.
pub(crate) fn condition_words(
    ctx: &Ctx,
    filters: &Filters,
    condition: &Condition,
    place: Option<&Somewhere>,
    town: &TownPlaces,
) -> String {
    match condition {
        Condition::Words(words) => format!("“{words}”"),
        Condition::Place => match place {
            Some(place) if place.label.is_empty() => ctx.t("listing-place-here"),
            Some(place) if place.wijk.is_some() && filters.radius_km.is_none() => {
                ctx.t_with("listing-place-in", &[("place", place.label.as_str().into())])
            }
            Some(place) => ctx.t_with("listing-place-around", &[("place", place.label.as_str().into())]),
            None => filters.near.clone().unwrap_or_default(),
        },
        Condition::Radius(km) => ctx.t_with("listing-within", &[("distance", format::distance(*km, ctx.lang).into())]),
        Condition::Wijk(code) if code == NO_WIJK => ctx.t("listing-place-no-wijk"),
        Condition::Wijk(code) => ctx.t_with("listing-place-in", &[("place", town.name_of(code).into())]),
        Condition::Picked(picked) => filters.chosen.words(ctx, picked),
    }
}

/// What would bring more, when there are few: each with how many.
pub(crate) fn widen(ctx: &Ctx, scope: Scope, filters: &Filters, found: &Found) -> Vec<LinkView> {
    let Some(widen) = &found.results.widen else { return Vec::new() };
    let total = found.results.total;
    let mut ways = Vec::new();
    let mut offer = |key: &str, what: String, number: u64, rest: Filters| {
        if number > total {
            let count = FluentValue::from(i64::try_from(number).unwrap_or(i64::MAX));
            let label = ctx.t_with(key, &[("what", what.into()), ("count", count)]);
            ways.push(LinkView { label, url: rest.url(scope.path()), current: false });
        }
    };
    if let (Some(number), Some(km)) = (widen.without_radius, filters.radius_km) {
        let what = format::distance(km, ctx.lang);
        offer("listing-widen-radius", what, number, filters.without(&Condition::Radius(km)));
    }
    if let Some(number) = widen.without_text {
        let words = Condition::Words(filters.q.clone());
        offer("listing-widen-words", filters.q.clone(), number, filters.without(&words));
    }
    for (group, number) in found.asked.groups.iter().zip(&widen.without_group) {
        let what = group_words(ctx, filters, group, found);
        offer("listing-widen-without", what, *number, filters.without_group(group));
    }
    ways
}

fn group_words(ctx: &Ctx, filters: &Filters, group: &Group, found: &Found) -> String {
    let words = |condition: &Condition| condition_words(ctx, filters, condition, found.place.as_ref(), &found.town);
    match group {
        Group::Picked(picked) => picked.iter().map(|one| filters.chosen.words(ctx, one)).collect::<Vec<_>>().join(", "),
        Group::Wijk => words(&Condition::Place),
        Group::OnlyWijk => filters.wijk.clone().map(|code| words(&Condition::Wijk(code))).unwrap_or_default(),
    }
}

/// The orders one can choose from; nearby needs a place.
pub(crate) fn sorts(ctx: &Ctx, scope: Scope, filters: &Filters, place: Option<&Somewhere>) -> Vec<LinkView> {
    let possible = |sort: &&Sort| **sort != Sort::Nearby || place.is_some();
    let link = |sort: &Sort| LinkView {
        label: ctx.t(&format!("listing-sort-{sort}")),
        url: filters.sorted(*sort).url(scope.path()),
        current: filters.sort == *sort,
    };
    Sort::ALL.iter().filter(possible).map(link).collect()
}

/// The same results as a list or on the map.
pub(crate) fn shown_links(ctx: &Ctx, scope: Scope, filters: &Filters) -> Vec<LinkView> {
    let link = |shown: &Shown| LinkView {
        label: ctx.t(&format!("listing-shown-{shown}")),
        url: filters.shown_as(*shown).url(scope.path()),
        current: filters.shown == *shown,
    };
    Shown::ALL.iter().map(link).collect()
}

/// The list of what lies in a wijk, with everything else that was asked: as many as the map counts there.
fn there(scope: Scope, filters: &Filters, code: &str) -> String {
    let bare = filters.near.is_none() && code != NO_WIJK;
    let (near, wijk) = match bare {
        true => (Some(code.to_owned()), None),
        false => (filters.near.clone(), Some(code.to_owned())),
    };
    Filters { near, wijk, ..filters.clone() }.shown_as(Shown::List).url(scope.path())
}

/// The map with the number in each wijk, each a link to what is there.
pub(crate) fn map(scope: Scope, filters: &Filters, found: &Found) -> places::MapView {
    let counts: HashMap<String, u64> = counts(&found.results, "wijk:").into_iter().collect();
    let selected = filters.wijk.as_deref().or(found.place.as_ref().and_then(|place| place.wijk.as_deref()));
    // A place that is a wijk as a whole says no more than the wijk one taps.
    let whole = found.place.as_ref().is_some_and(|place| place.wijk.is_some()) && filters.radius_km.is_none();
    let around = if whole { Filters { near: None, ..filters.clone() } } else { filters.clone() };
    places::map(&found.town, &counts, |area| there(scope, &around, &area.code), selected)
}

/// What lies in no wijk, and so is not on the map.
pub(crate) fn off_the_map(ctx: &Ctx, scope: Scope, filters: &Filters, found: &Found) -> Option<LinkView> {
    let counts = counts(&found.results, "wijk:");
    let number = counts.iter().find(|(code, _)| code == NO_WIJK).map(|(_, number)| *number)?;
    let count = FluentValue::from(i64::try_from(number).unwrap_or(i64::MAX));
    let label = ctx.t_with("listing-map-elsewhere", &[("count", count)]);
    Some(LinkView { label, url: there(scope, filters, NO_WIJK), current: false })
}

/// The numbers of a facet.
pub(crate) fn counts(results: &Results, prefix: &str) -> Vec<(String, u64)> {
    let counted = results.facets.iter().find(|counted| counted.prefix == prefix);
    counted.map(|counted| counted.values.clone()).unwrap_or_default()
}

/// What the filters offer.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Choices {
    /// What can be chosen in the filters.
    pub filters: Vec<Question>,
    pub radii: Vec<Choice>,
    /// Wijken, for when a postcode is not known.
    pub wijken: Vec<Choice>,
}

/// What the filters offer, with numbers.
pub(crate) fn choices(ctx: &Ctx, scope: Scope, filters: &Filters, found: &Found) -> Choices {
    let counted: HashMap<&str, Vec<(String, u64)>> =
        ["theme:", "when:"].into_iter().map(|prefix| (prefix, counts(&found.results, prefix))).collect();
    // Only these two are counted; a day that stands by itself is one of the moments.
    let number = |facet: &str| {
        let (prefix, value) = counted.keys().find_map(|prefix| Some((prefix, facet.strip_prefix(prefix)?)))?;
        let number = counted[prefix].iter().find(|(code, _)| code == value).map_or(0, |(_, number)| *number);
        Some(format::number(number as f64, ctx.lang))
    };
    let km = |radius: String| {
        let distance = format::distance(radius.parse().unwrap_or_default(), ctx.lang);
        Choice { value: radius, label: ctx.t_with("listing-within", &[("distance", distance.into())]) }
    };
    Choices {
        filters: filters.chosen.questions(ctx, scope.code(), number),
        radii: forms::radii(filters).into_iter().map(km).collect(),
        wijken: found.town.wijken().map(|wijk| Choice { value: wijk.code.clone(), label: wijk.name.clone() }).collect(),
    }
}
