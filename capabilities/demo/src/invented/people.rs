//! Invented residents with a profile: 2,000 for every unit of size.

use jiff::civil::Date;
use kernel::{
    random::SplitMix64,
    taxonomy::{SKILLS, TASKS, THEMES},
};

use super::{
    model::{DayPart, DutchLevel, Period, SamplePerson, WeekPart},
    names,
    places::home,
    stream,
};

/// People in one unit of size.
pub(super) const PER_UNIT: u64 = 2_000;

const NOTES: [&str; 8] = [
    "Ik kan niet lang staan.",
    "Ik gebruik een rolstoel.",
    "Ik hoor minder goed in een drukke ruimte.",
    "Ik kan geen trappen lopen.",
    "Ik wil graag rustig beginnen.",
    "Ik ben alleen tijdens schooltijd beschikbaar.",
    "Ik ben allergisch voor katten.",
    "Ik leer nog Nederlands, praat graag langzaam met mij.",
];

/// A resident; the same for the same seed, key and year.
pub(super) fn person(seed: u64, key: u64, today: Date) -> SamplePerson {
    let mut random = SplitMix64::for_item(seed, stream::PERSON, key);
    let (name, background) = names::person(&mut random);
    let email = (!random.chance(8))
        .then(|| format!("{}.{key}@inwoner.voorbeeld.example", names::slug(&name).replace('-', ".")));
    let spot = home(&mut random);
    let fluent = random.chance(background.fluent);
    let dutch = if fluent {
        DutchLevel::B2
    } else {
        *random.pick(&[
            DutchLevel::None,
            DutchLevel::A1,
            DutchLevel::A1,
            DutchLevel::A2,
            DutchLevel::A2,
            DutchLevel::B1,
        ])
    };
    let themes = chosen_themes(&mut random);
    let tasks = chosen_tasks(&mut random, &themes);
    let skills: Vec<&'static str> = SKILLS.iter().map(|skill| skill.slug).collect();
    let birth_year = random.chance(70).then(|| today.year() - random.between(16, 86) as i16);
    SamplePerson {
        key,
        name,
        email,
        postcode: spot.postcode,
        wijk: spot.wijk,
        languages: languages(&mut random, background.language, dutch),
        dutch,
        can: random.some(&skills, 0, 5),
        wants_to_learn: if random.chance(45) { random.some(&skills, 1, 3) } else { Vec::new() },
        available: week_parts(&mut random),
        period: *random.pick(&[Period::Once, Period::FewMonths, Period::Longer, Period::Longer]),
        hours_per_week: *random.pick(&[1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0, 6.0, 8.0, 12.0]),
        travel_km: *random.pick(&[1, 2, 3, 3, 5, 5, 5, 8, 10]),
        findable: random.chance(55),
        driving_licence: birth_year.is_none_or(|year| today.year() - year >= 18) && random.chance(60),
        note: random.chance(9).then(|| *random.pick(if fluent { &NOTES[..7] } else { &NOTES })),
        joined_days_ago: random.between(0, 700),
        birth_year,
        themes,
        tasks,
    }
}

fn languages(random: &mut SplitMix64, mother_tongue: &'static str, dutch: DutchLevel) -> Vec<&'static str> {
    let mut languages = vec![mother_tongue];
    if dutch != DutchLevel::None && mother_tongue != "nl" {
        languages.push("nl");
    }
    if random.chance(45) {
        languages.push("en");
    }
    languages
}

fn chosen_themes(random: &mut SplitMix64) -> Vec<&'static str> {
    let all: Vec<&'static str> = THEMES.iter().map(|theme| theme.slug).collect();
    random.some(&all, 1, 4)
}

/// Tasks of the chosen themes; sometimes none, as many people leave that open.
fn chosen_tasks(random: &mut SplitMix64, themes: &[&'static str]) -> Vec<&'static str> {
    let fitting: Vec<&'static str> =
        TASKS.iter().filter(|task| themes.contains(&task.theme)).map(|task| task.slug).collect();
    random.some(&fitting, 0, 4)
}

/// Between one and eight parts of the week, such as people fill in a grid.
pub(super) fn week_parts(random: &mut SplitMix64) -> Vec<WeekPart> {
    let all: Vec<WeekPart> = (1..=7)
        .flat_map(|weekday| {
            [DayPart::Morning, DayPart::Afternoon, DayPart::Evening].map(|part| WeekPart { weekday, part })
        })
        .collect();
    random.some(&all, 1, 8)
}
