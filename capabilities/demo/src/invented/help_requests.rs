//! Invented help requests: 40 for every unit of size. They hold no name and no address, only a wijk. Texts are built as for
//! offers: every digit chooses a sentence that stands in the text.

use jiff::civil::Date;
use kernel::random::{Digits, SplitMix64, spread};

use super::{
    help_request_kinds::{KINDS, Kind},
    help_request_texts::{CLOSINGS, MOMENTS, MOMENTS_ONCE},
    model::{HelpRequestStatus, SampleHelpRequest},
    people, stream,
};

/// Help requests in one unit of size.
pub(super) const PER_UNIT: u64 = 40;

const WRITERS: [&str; 5] = [
    "bemiddelaar van het punt",
    "dochter of zoon",
    "buurvrouw of buurman",
    "wijkverpleegkundige",
    "maatschappelijk werker",
];

/// Number of different texts of a kind.
pub(super) fn variants(kind: &Kind) -> u64 {
    (kind.openings.len() * kind.details.len() * kind.audience.about().len() * MOMENTS.len() * CLOSINGS.len()) as u64
}

/// A help request of one of the `people_count` residents.
pub(super) fn help_request(seed: u64, key: u64, people_count: u64, today: Date) -> SampleHelpRequest {
    let kinds = KINDS.len() as u64;
    let which = spread(key % kinds, kinds, seed % kinds);
    let kind = &KINDS[which as usize];
    let mut random = SplitMix64::for_item(seed, stream::HELP_REQUEST, key);
    let variants = variants(kind);
    let offset = SplitMix64::for_item(seed, stream::HELP_REQUEST_OFFSET, which).below(variants);
    let mut digits = Digits(spread(key / kinds, variants, offset));
    let opening = digits.take(kind.openings.len());
    let detail = kind.details[digits.take(kind.details.len())];
    let lines = kind.audience.about();
    let about = &lines[digits.take(lines.len())];
    let moment = if kind.once { &MOMENTS_ONCE } else { &MOMENTS }[digits.take(MOMENTS.len())];
    let closing = CLOSINGS[digits.take(CLOSINGS.len())];
    let person = (0..80)
        .map(|_| people::person(seed, random.below(people_count), today))
        .find(|person| kind.audience.fits(person, about, today))
        .unwrap_or_else(|| people::person(seed, key % people_count, today));
    let (title, opening) = (kind.titles[opening], kind.openings[opening]);
    let (wanted, about) = (format!("{opening} {detail}"), about.text);
    let description = if random.chance(50) {
        format!("{about} {wanted} {} {closing}", moment.0)
    } else {
        format!("{wanted} {about} {} {closing}", moment.0)
    };
    let status = match random.below(100) {
        0..4 => HelpRequestStatus::Draft,
        4..12 => HelpRequestStatus::WaitingForModeration,
        12..66 => HelpRequestStatus::Open,
        66..88 => HelpRequestStatus::Matched,
        _ => HelpRequestStatus::Closed,
    };
    SampleHelpRequest {
        key,
        person_key: person.key,
        on_behalf_by: (person.email.is_none() || random.chance(25)).then(|| *random.pick(&WRITERS)),
        title: title.to_owned(),
        description,
        themes: kind.themes.to_vec(),
        tasks: vec![kind.task],
        week_parts: people::week_parts(&mut random),
        hours_per_week: moment.1,
        once: kind.once,
        wijk: person.wijk,
        languages: person.languages,
        published_days_ago: match status {
            HelpRequestStatus::Draft | HelpRequestStatus::WaitingForModeration => 0,
            HelpRequestStatus::Open => random.between(0, 35),
            HelpRequestStatus::Matched | HelpRequestStatus::Closed => random.between(5, 150),
        },
        status,
    }
}
