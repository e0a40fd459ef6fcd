//! Invented offers: 60 for every unit of size. As with vacancies, the number of an offer within its kind is spread and read
//! as digits, and every digit chooses a sentence that stands in the text.

use jiff::civil::Date;
use kernel::random::{Digits, SplitMix64, spread};

use super::{
    model::{OfferedBy, SampleOffer, SamplePerson},
    offer_kinds::{By, KINDS, Kind},
    offer_texts::{CLOSINGS, EXPERIENCED, MOMENTS, MOMENTS_GROUP, Moment, WHO, WHO_GROUP, Who},
    people, stream,
};

/// Offers in one unit of size.
pub(super) const PER_UNIT: u64 = 60;

/// The lines about oneself and about time that a kind chooses from.
fn choices(kind: &Kind) -> (&'static [Who], &'static [Moment]) {
    match kind.by {
        By::Anyone => (&WHO, &MOMENTS),
        By::Experienced => (&WHO[..EXPERIENCED], &MOMENTS),
        By::Group => (&WHO_GROUP, &MOMENTS_GROUP),
    }
}

/// Number of different texts of a kind.
pub(super) fn variants(kind: &Kind) -> u64 {
    let (who, moments) = choices(kind);
    (kind.openings.len() * kind.details.len() * who.len() * moments.len() * CLOSINGS.len()) as u64
}

/// An offer of one of the `people_count` residents.
pub(super) fn offer(seed: u64, key: u64, people_count: u64, today: Date) -> SampleOffer {
    let kinds = KINDS.len() as u64;
    let which = spread(key % kinds, kinds, seed % kinds);
    let kind = &KINDS[which as usize];
    let mut random = SplitMix64::for_item(seed, stream::OFFER, key);
    let variants = variants(kind);
    let offset = SplitMix64::for_item(seed, stream::OFFER_OFFSET, which).below(variants);
    let mut digits = Digits(spread(key / kinds, variants, offset));
    let (who, moments) = choices(kind);
    let opening = digits.take(kind.openings.len());
    let detail = kind.details[digits.take(kind.details.len())];
    let who = &who[digits.take(who.len())];
    let moment = &moments[digits.take(moments.len())];
    let closing = CLOSINGS[digits.take(CLOSINGS.len())];
    let by = if kind.by == By::Group { OfferedBy::Group { people: who.people } } else { OfferedBy::Person };
    let closing = if by == OfferedBy::Person { closing.0 } else { closing.1 };
    let person = somebody(seed, people_count, today, &mut random, who);
    let (title, opening) = (kind.titles[opening], kind.openings[opening]);
    let beginning = if by != OfferedBy::Person || random.chance(50) {
        format!("{} {opening}", who.text)
    } else {
        format!("{opening} {}", who.text)
    };
    SampleOffer {
        key,
        person_key: person.key,
        by,
        title: title.to_owned(),
        description: format!("{beginning} {detail} {} {closing}", moment.text),
        themes: kind.themes.to_vec(),
        tasks: vec![kind.task],
        week_parts: moment.week_parts(),
        hours_per_week: moment.hours,
        postcode: person.postcode,
        wijk: person.wijk,
        travel_km: person.travel_km,
        languages: person.languages,
        dutch: person.dutch,
        public: random.chance(60),
        published_days_ago: random.between(0, 100),
        withdrawn: random.chance(8),
    }
}

/// A resident with an e-mail address whom the line about oneself fits.
fn somebody(seed: u64, people_count: u64, today: Date, random: &mut SplitMix64, who: &Who) -> SamplePerson {
    let mut best = None;
    for _ in 0..60 {
        let person = people::person(seed, random.below(people_count), today);
        if person.email.is_none() {
            continue;
        }
        if who.fits(&person, today) {
            return person;
        }
        best = Some(person);
    }
    best.unwrap_or_else(|| people::person(seed, 0, today))
}
