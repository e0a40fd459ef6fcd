//! Invented offers: 60 for every unit of size. As with vacancies, the number of an offer within its kind is spread and read
//! as digits, and every digit chooses a sentence that stands in the text.

use jiff::civil::Date;

use super::model::{OfferedBy, SampleOffer, SamplePerson};
use super::offer_texts::{CLOSINGS, KINDS, Kind, MOMENTS, WHO, WHO_GROUP, Who};
use super::people;
use super::random::{Digits, SplitMix64, spread};
use super::stream;

/// Offers in one unit of size.
pub const PER_UNIT: u64 = 60;

/// Number of different texts of a kind.
pub fn variants(kind: &Kind) -> u64 {
    let who = if kind.group { WHO_GROUP.len() } else { WHO.len() };
    (kind.openings.len() * kind.details.len() * who * MOMENTS.len() * CLOSINGS.len()) as u64
}

/// An offer of one of the `people_count` residents.
pub fn offer(seed: u64, key: u64, people_count: u64, today: Date) -> SampleOffer {
    let kinds = KINDS.len() as u64;
    let kind = &KINDS[spread(key % kinds, kinds, seed % kinds) as usize];
    let mut random = SplitMix64::for_item(seed, stream::OFFER, key);
    let mut digits = Digits(spread(key / kinds, variants(kind), seed % variants(kind)));
    let opening = kind.openings[digits.take(kind.openings.len())];
    let detail = kind.details[digits.take(kind.details.len())];
    let who = if kind.group {
        &WHO_GROUP[digits.take(WHO_GROUP.len())]
    } else {
        &WHO[digits.take(WHO.len())]
    };
    let moment = &MOMENTS[digits.take(MOMENTS.len())];
    let closing = CLOSINGS[digits.take(CLOSINGS.len())];
    let person = somebody(seed, people_count, today, &mut random, who);
    let [moment_text, closing] = if kind.group {
        [moment.we, closing.1]
    } else {
        [moment.i, closing.0]
    };
    let description = if random.chance(50) {
        format!("{} {opening} {detail} {moment_text} {closing}", who.text)
    } else {
        format!("{opening} {} {detail} {moment_text} {closing}", who.text)
    };
    SampleOffer {
        key,
        person_key: person.key,
        by: if kind.group {
            OfferedBy::Group {
                people: random.between(4, 24),
            }
        } else {
            OfferedBy::Person
        },
        title: (*random.pick(kind.titles)).to_owned(),
        description,
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
