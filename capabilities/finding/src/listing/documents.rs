//! What of the marketplace can be found: a document for each thing, with the card that lists show of it.

use std::collections::BTreeSet;

use kernel::{Codes as _, Date, Instant, Lang, Result};
use platform::{
    Ctx,
    search::Document,
    searching::{Card, CardMeta, CardWords, in_every_language},
};

use super::model::{Moment, NO_WIJK, Thing};
use facets::{
    model::{DayPart, Facets, When},
    words::{task_labels, theme_labels},
};
use places::TownPlaces;

/// What is the same for every kind of thing: made from its facets, once per document.
pub struct Common {
    /// Facets of the document.
    pub facets: Vec<String>,
    /// Words it should be found by beside its text.
    pub keywords: String,
    /// Latitude and longitude.
    pub position: Option<(f64, f64)>,
    /// When it begins, when it does so once.
    pub starts_on: Option<i64>,
    /// The card, without what is of the kind itself.
    pub card: Card,
}

/// What a thing has in common with the others, in the town's places.
pub fn common(ctx: &Ctx, facets: &Facets, places: &TownPlaces) -> Common {
    let wijk = facets.place.wijk.as_deref().map(|code| places.name_of(code).to_owned());
    let mut keywords: Vec<&str> = Vec::new();
    for lang in Lang::ALL {
        keywords.extend(theme_labels(&facets.themes, lang));
        keywords.extend(task_labels(&facets.tasks, lang));
    }
    keywords.extend(wijk.as_deref());
    keywords.extend(facets.place.name.as_deref());
    let card = Card {
        wijk: facets.place.wijk.clone(),
        place: wijk.clone(),
        themes: facets.themes.clone(),
        on: on(&facets.when),
        words: in_every_language(|lang| words(&ctx.in_language(lang), facets, wijk.as_deref())),
        ..Card::default()
    };
    Common {
        facets: search_facets(facets),
        keywords: keywords.join(" · "),
        position: facets.place.point.map(|point| (point.lat, point.lon)),
        starts_on: starts_on(ctx, &facets.when),
        card,
    }
}

impl Common {
    /// The document of a thing.
    ///
    /// # Errors
    /// When the card cannot be written.
    pub fn document(self, ctx: &Ctx, thing: Thing, id: uuid::Uuid, body: String) -> Result<Document> {
        Ok(Document {
            municipality: ctx.town().0,
            id,
            kind: thing.document(),
            visibility: platform::search::Visibility::Public,
            title: self.card.title.clone(),
            organisation: self.card.kicker.clone(),
            body,
            keywords: self.keywords,
            facets: self.facets,
            position: self.position,
            published_at: self.card.published_at,
            starts_on: self.starts_on,
            exposure: 1.0,
            version: self.card.changed_at,
            card: self.card.to_bytes()?,
        })
    }
}

/// Facts of a card in one language: where, when, how long; for whom it suits.
fn words(ctx: &Ctx, facets: &Facets, wijk: Option<&str>) -> CardWords {
    let mut meta = Vec::new();
    let place = match (&facets.place.name, wijk) {
        (Some(name), Some(wijk)) => Some(format!("{name}, {wijk}")),
        (name, wijk) => name.clone().or(wijk.map(str::to_owned)),
    };
    meta.extend(place.map(|place| CardMeta::new("map-pin", place)));
    if facets.place.from_home {
        meta.push(CardMeta::new("home", ctx.t("marketplace-from-home")));
    }
    meta.push(CardMeta::new("calendar-event", vacancies::when(ctx, &facets.when)));
    if let Some(hours) = facets.hours {
        meta.push(CardMeta::new("clock", vacancies::hours_words(ctx, &facets.when, hours)));
    }
    let suits = vacancies::suitable(ctx, &facets.suitable).into_iter();
    CardWords { meta, badges: suits.map(|mark| CardMeta::new(mark.icon, mark.text)).collect(), foot: Vec::new() }
}

/// What can be filtered on, as `prefix:value`.
pub fn search_facets(facets: &Facets) -> Vec<String> {
    let mut all: Vec<String> = facets.themes.iter().map(|slug| format!("theme:{slug}")).collect();
    all.extend(facets.tasks.iter().map(|slug| format!("task:{slug}")));
    all.push(format!("wijk:{}", facets.place.wijk.as_deref().unwrap_or(NO_WIJK)));
    all.extend(moments(&facets.when).into_iter().map(|moment| moment.facet().to_owned()));
    all.push(format!("dutch:{}", facets.asked.dutch));
    all.extend(facets.suitable.iter().map(|group| format!("suitable:{group}")));
    if facets.place.from_home {
        all.push("home:yes".to_owned());
    }
    if matches!(facets.when, When::Once { .. } | When::Series { .. }) {
        all.push("dated:yes".to_owned());
    }
    all
}

/// At which moments it can be done. What is *as agreed* without more fits every moment.
fn moments(when: &When) -> BTreeSet<Moment> {
    let mut moments = BTreeSet::new();
    let is_weekend = |weekday: i8| weekday >= 6;
    match when {
        When::Once { date, starts, ends } => {
            moments.insert(Moment::Once);
            moments.extend(day_parts(*starts, *ends));
            if is_weekend(date.weekday().to_monday_one_offset()) {
                moments.insert(Moment::Weekend);
            }
        }
        When::Series { weekday, starts, ends, .. } => {
            moments.extend(day_parts(*starts, *ends));
            if is_weekend(*weekday) {
                moments.insert(Moment::Weekend);
            }
        }
        When::Period { parts, .. } | When::Flexible { parts } if parts.is_empty() => {
            moments.extend([Moment::Morning, Moment::Afternoon, Moment::Evening, Moment::Weekend]);
        }
        When::Period { parts, .. } | When::Flexible { parts } => {
            moments.extend(parts.iter().map(|part| Moment::of(part.part)));
            if parts.iter().any(|part| is_weekend(part.weekday)) {
                moments.insert(Moment::Weekend);
            }
        }
    }
    moments
}

/// The parts of the day between two times: until 12.00, until 18.00, after that.
fn day_parts(starts: jiff::civil::Time, ends: jiff::civil::Time) -> impl Iterator<Item = Moment> {
    let begins = |part: DayPart| match part {
        DayPart::Morning => 0,
        DayPart::Afternoon => 12,
        DayPart::Evening => 18,
    };
    let until = |part: DayPart| match part {
        DayPart::Morning => 12,
        DayPart::Afternoon => 18,
        DayPart::Evening => 24,
    };
    let (from, to) = (i32::from(starts.hour()), i32::from(ends.hour()) * 60 + i32::from(ends.minute()));
    let spans = move |part: &DayPart| from < until(*part) && to > begins(*part) * 60;
    DayPart::ALL.iter().copied().filter(spans).map(Moment::of)
}

fn on(when: &When) -> Option<(String, String)> {
    let When::Once { date, starts, ends } = when else { return None };
    let local = |time: jiff::civil::Time| format!("{date}T{}", time.strftime("%H:%M"));
    Some((local(*starts), local(*ends)))
}

fn starts_on(ctx: &Ctx, when: &When) -> Option<i64> {
    let zone = &ctx.municipality.zone;
    let start_of = |date: Date| Instant::start_of(date, zone).millis();
    match when {
        When::Once { date, starts, .. } => Some(Instant::at(*date, *starts, zone).millis()),
        // A period that runs is as good as one that begins.
        When::Period { from, .. } if *from > ctx.today() => Some(start_of(*from)),
        _ => None,
    }
}
