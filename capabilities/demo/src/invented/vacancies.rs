//! Invented vacancies: 400 for every unit of size.
//!
//! Why no two descriptions are alike: every vacancy of one archetype gets a number of its own, [`spread`] turns it into
//! another number of its own, and the digits of that choose the opening, three activities and how they are joined, the
//! closing and the moment. Those sentences all stand in the text. What else is in it (the organisation, what is offered) only adds.

use jiff::civil::Date;
use kernel::random::{Digits, SplitMix64, spread, triples};

use super::{
    archetypes::{self, Archetype, At},
    model::{Asked, Location, Offered, OrganisationState, SampleVacancy, SuitableFor, VacancyStatus, When},
    moments::{self, Moment, Setting, moment},
    organisations::{self, Core, profile_of},
    places::{INDUSTRIAL, OUTSKIRTS, SPOTS, Spot, spots_of},
    stream,
    text::{fill, fill_into, sentences},
};

/// Vacancies in one unit of size.
pub(super) const PER_UNIT: u64 = 400;

/// A card shows one line of so many characters.
const SUMMARY_CHARS: usize = 140;
/// No place is longer than this.
const LONGEST_PLACE: &str = "op bedrijventerrein Lansinghage";
const MOST_SENTENCES: usize = 6;
/// Ways to join three activities.
const JOINS: usize = 5;

/// What every vacancy draws from: which archetype comes how often, and which organisations ask for it.
pub(super) struct Sources {
    entries: Vec<Entry>,
    /// One element per vacancy of a unit: the entry, and the how-manieth of that entry in the unit.
    deck: Vec<(usize, u64)>,
}

struct Entry {
    archetype: &'static Archetype,
    /// Lines for cards, each another; `{in}` and `{org}` are still in them.
    summaries: Vec<String>,
    per_unit: u64,
    /// Number of different descriptions.
    variants: u64,
    /// Places in a unit whose organisation may ask this.
    slots: Vec<u64>,
}

impl Sources {
    /// Divides the 400 vacancies of a unit over the archetypes by their weight.
    pub(super) fn new() -> Self {
        let archetypes: Vec<&'static Archetype> = archetypes::all().collect();
        let total: u64 = archetypes.iter().map(|archetype| u64::from(archetype.weight)).sum();
        let (mut entries, mut deck, mut weight_so_far) = (Vec::new(), Vec::new(), 0);
        for (index, archetype) in archetypes.into_iter().enumerate() {
            let before = weight_so_far * PER_UNIT / total;
            weight_so_far += u64::from(archetype.weight);
            let per_unit = weight_so_far * PER_UNIT / total - before;
            let slots = (0..organisations::PER_UNIT)
                .filter(|slot| archetype.sectors.contains(&profile_of(*slot).code))
                .collect();
            deck.extend((0..per_unit).map(|nth| (index, nth)));
            entries.push(Entry {
                archetype,
                summaries: summaries(archetype),
                per_unit,
                variants: variants(archetype),
                slots,
            });
        }
        Self { entries, deck }
    }

    /// Largest size for which every description is different.
    #[cfg(test)]
    pub(super) fn most_units(&self) -> u64 {
        self.entries.iter().map(|entry| entry.variants / entry.per_unit.max(1)).min().unwrap_or(0)
    }

    /// The order in which the vacancies of a unit come.
    pub(super) fn unit(&self, seed: u64, unit: u64) -> Vec<(usize, u64)> {
        let mut deck = self.deck.clone();
        SplitMix64::for_item(seed, stream::VACANCY_ORDER, unit).shuffle(&mut deck);
        deck
    }

    /// One vacancy: the `nth` of an entry in its unit.
    pub(super) fn vacancy(&self, seed: u64, today: Date, key: u64, (index, nth): (usize, u64)) -> SampleVacancy {
        let entry = &self.entries[index];
        let offset = SplitMix64::for_item(seed, stream::VACANCY_OFFSET, index as u64).below(entry.variants);
        let unit = key / PER_UNIT;
        let mut random = SplitMix64::for_item(seed, stream::VACANCY, key);
        let organisation_key = unit * organisations::PER_UNIT + random.pick(&entry.slots);
        let number = unit * entry.per_unit + nth;
        let draft = Draft {
            archetype: entry.archetype,
            summary: &entry.summaries[usize::try_from(number).unwrap_or(0) % entry.summaries.len()],
            organisation: organisations::core(seed, organisation_key),
            organisation_key,
            number,
            digits: Digits(spread(number, entry.variants, offset)),
            random,
        };
        draft.finish(key, today)
    }
}

fn variants(archetype: &Archetype) -> u64 {
    let texts = archetype.openings.len() * archetype.closings.len() * triples(archetype.acts.len()) * JOINS;
    texts as u64 * moments::count(archetype.rhythm)
}

/// The lines that cards can show of an archetype, first those with its own words, then what one does; each once. Those
/// that might become too long with a place in them are left out.
fn summaries(archetype: &Archetype) -> Vec<String> {
    let acts = archetype.acts;
    let mut lines = Vec::new();
    for step in 1..acts.len() {
        for (nth, first) in acts.iter().enumerate() {
            let second = acts[(nth + step) % acts.len()];
            for line in archetype.summaries {
                if step == 1 {
                    lines.push(format!("{line} Je {first}."));
                }
                lines.push(format!("{line} Je {first} en je {second}."));
            }
        }
    }
    for step in 1..acts.len() {
        for nth in 0..acts.len() {
            for other in (1..acts.len()).filter(|other| *other != step) {
                let [first, second, third] = [0, step, other].map(|far| acts[(nth + far) % acts.len()]);
                lines.push(format!("Je {first}, je {second} en je {third}."));
                lines.push(format!("Je {first} en je {second}. Je {third}."));
            }
        }
    }
    // The largest towns need many: what one does beside what it is about and what makes it pleasant.
    let remarks = archetype.openings.iter().chain(archetype.closings).filter(|remark| !remark.contains("{org}"));
    for remark in remarks {
        for (nth, first) in acts.iter().enumerate() {
            lines.push(format!("Je {first}. {remark}"));
            lines.extend(acts.iter().skip(nth + 1).map(|second| format!("Je {first} en je {second}. {remark}")));
        }
        lines.extend(archetype.summaries.iter().map(|line| format!("{line} {remark}")));
    }
    lines.retain(|line| line.replace("{in}", LONGEST_PLACE).chars().count() <= SUMMARY_CHARS);
    if lines.is_empty() { archetype.summaries.iter().map(|line| (*line).to_owned()).collect() } else { lines }
}

struct Draft<'a> {
    archetype: &'static Archetype,
    /// The line for its card.
    summary: &'a str,
    organisation: Core,
    organisation_key: u64,
    /// The how-manieth vacancy of this archetype in the town.
    number: u64,
    digits: Digits,
    random: SplitMix64,
}

impl Draft<'_> {
    fn finish(mut self, key: u64, today: Date) -> SampleVacancy {
        let archetype = self.archetype;
        let status = self.status();
        let spot = self.spot();
        let past = matches!(status, VacancyStatus::Filled | VacancyStatus::Closed);
        // Texts take the fastest digits, so that vacancies of one archetype use its openings evenly.
        let core = self.core();
        let moment = moment(
            &mut self.digits,
            &mut Setting { rhythm: archetype.rhythm, season: archetype.season, today, past, random: &mut self.random },
        );
        let mut offered = self.offered();
        let description = self.description(&core, spot, &moment, &mut offered);
        let phrase = spot.map_or("", |spot| spot.phrase);
        let rotation = self.number as usize;
        SampleVacancy {
            key,
            organisation_key: self.organisation_key,
            external_id: format!("demo-{key:07}"),
            title: fill(archetype.titles[rotation % archetype.titles.len()], phrase, &self.organisation.name),
            summary: fill(self.summary, phrase, &self.organisation.name),
            description,
            themes: archetype.themes.to_vec(),
            tasks: vec![archetype.task],
            when: moment.when,
            week_parts: moment.week_parts,
            hours_per_week: moment.hours_per_week,
            people_wanted: self.random.between(1, archetype.people),
            location: spot.map_or(Location::FromHome, |spot| Location::At { postcode: spot.postcode, wijk: spot.wijk }),
            asked: self.asked(),
            offered,
            suitable_for: self.suitable_for(),
            published_days_ago: self.published_days_ago(status),
            closes_in_days: self.closes_in_days(status, moment.when, today),
            status,
        }
    }

    fn status(&mut self) -> VacancyStatus {
        if self.organisation.state == OrganisationState::WaitingForConfirmation {
            return if self.random.chance(30) { VacancyStatus::Draft } else { VacancyStatus::WaitingForModeration };
        }
        match self.random.below(100) {
            0..3 => VacancyStatus::Draft,
            3..5 => VacancyStatus::WaitingForModeration,
            5..9 => VacancyStatus::Paused,
            9..15 => VacancyStatus::Filled,
            15..20 => VacancyStatus::Closed,
            _ => VacancyStatus::Live,
        }
    }

    /// A spot in one of the organisation's wijken where this work can be done; none for work from home.
    fn spot(&mut self) -> Option<Spot> {
        let special = match self.archetype.at {
            At::Remote => return None,
            At::Outdoors => Some(OUTSKIRTS),
            At::Hall => Some(INDUSTRIAL),
            At::Home | At::Building => None,
        };
        let wijken = &self.organisation.wijken;
        if let Some(special) = special.filter(|special| wijken.contains(special))
            && self.random.chance(45)
        {
            return Some(*self.random.pick(spots_of(special)));
        }
        let homes: Vec<&str> =
            wijken.iter().copied().filter(|wijk| *wijk != OUTSKIRTS && *wijk != INDUSTRIAL).collect();
        if homes.is_empty() {
            return Some(SPOTS[0]);
        }
        let wijk: &str = self.random.pick::<&str>(&homes);
        Some(*self.random.pick(spots_of(wijk)))
    }

    fn offered(&mut self) -> Offered {
        Offered {
            guidance: self.random.chance(85),
            training: self.archetype.training,
            expenses: self.random.chance(60),
            insurance: self.random.chance(80),
        }
    }

    fn asked(&mut self) -> Asked {
        let languages = if self.archetype.languages.is_empty() {
            Vec::new()
        } else {
            vec![*self.random.pick(self.archetype.languages)]
        };
        Asked {
            languages,
            dutch: self.archetype.dutch,
            min_age: self.archetype.min_age,
            vog: self.archetype.vog,
            driving_licence: self.archetype.licence,
        }
    }

    fn suitable_for(&mut self) -> Vec<SuitableFor> {
        let suits = self.archetype.suits;
        if suits.is_empty() { Vec::new() } else { self.random.some(suits, 1, suits.len() as u32) }
    }

    fn published_days_ago(&mut self, status: VacancyStatus) -> u32 {
        match status {
            VacancyStatus::Draft | VacancyStatus::WaitingForModeration => 0,
            VacancyStatus::Live if self.random.chance(25) => self.random.between(0, 6),
            // Paused by two responses that nobody answered, which takes a while.
            VacancyStatus::Paused => self.random.between(14, 120),
            VacancyStatus::Live => self.random.between(3, 120),
            VacancyStatus::Filled | VacancyStatus::Closed => self.random.between(110, 330),
        }
    }

    fn closes_in_days(&mut self, status: VacancyStatus, when: When, today: Date) -> Option<u32> {
        if matches!(status, VacancyStatus::Filled | VacancyStatus::Closed) {
            return None;
        }
        let last = match when {
            When::Once { date, .. } => Some(date),
            When::Period { from, .. } => Some(from),
            When::Series { .. } | When::Flexible => None,
        };
        let days = last.and_then(|date| date.since(today).ok()).map(|span| span.get_days().unsigned_abs());
        days.or_else(|| self.random.chance(35).then(|| self.random.between(7, 90)))
    }

    /// The sentences that only this vacancy combines: opening, activities, closing.
    fn core(&mut self) -> [String; 3] {
        let archetype = self.archetype;
        let opening = archetype.openings[self.digits.take(archetype.openings.len())];
        let closing = archetype.closings[self.digits.take(archetype.closings.len())];
        let [a, b, c] = self.digits.take_three(archetype.acts.len()).map(|index| archetype.acts[index]);
        let acts = match self.digits.take(JOINS) {
            0 => format!("Je {a}. Je {b} en je {c}."),
            1 => format!("Wat ga je doen? Je {a}, je {b} en je {c}."),
            2 => format!("Je {a}, je {b} en je {c}."),
            3 => format!("Je {a} en je {b}. Je {c}."),
            _ => format!("Dit doe je: je {a}, je {b} en je {c}."),
        };
        [opening.to_owned(), acts, closing.to_owned()]
    }

    /// Opening, activities, moment and closing in one of six orders, and as many other lines as fit into six sentences.
    fn description(
        &mut self,
        [opening, acts, closing]: &[String; 3],
        spot: Option<Spot>,
        moment: &Moment,
        offered: &mut Offered,
    ) -> String {
        // The order of the parts belongs to the organisation: one secretary writes all its texts.
        let layout = SplitMix64::for_item(self.organisation_key, stream::VOICE, 0).below(6);
        let core: [&str; 4] = [opening, acts, &moment.sentence, closing];
        let mut room = MOST_SENTENCES.saturating_sub(core.iter().map(|part| sentences(part)).sum());
        let who = self.who_line(&mut room, layout != 2 && layout != 3);
        let gain = self.gain_line(&mut room, offered, layout != 3);
        let [opening, acts, when, closing] = core;
        let order: [&str; 6] = match layout {
            0 => [opening, acts, when, closing, gain, who],
            1 => [who, opening, acts, closing, gain, when],
            2 => [opening, when, acts, closing, gain, who],
            3 => [opening, closing, acts, when, who, gain],
            4 => [who, opening, acts, when, closing, gain],
            _ => [opening, who, acts, when, gain, closing],
        };
        let phrase = spot.map_or("", |spot| spot.phrase);
        let mut text = String::with_capacity(400);
        for part in order.into_iter().filter(|part| !part.is_empty()) {
            if !text.is_empty() {
                text.push(' ');
            }
            fill_into(&mut text, part, phrase, &self.organisation.name);
        }
        text
    }

    fn who_line(&mut self, room: &mut usize, wanted: bool) -> &'static str {
        if *room == 0 || !wanted || !self.random.chance(65) {
            return "";
        }
        *room -= 1;
        let lines: &[&'static str] = match self.organisation.volunteers {
            0..10 => &WHO_SMALL,
            10..60 => &WHO_MIDDLE,
            _ => &WHO_LARGE,
        };
        self.random.pick::<&'static str>(lines)
    }

    fn gain_line(&mut self, room: &mut usize, offered: &mut Offered, wanted: bool) -> &'static str {
        if *room == 0 || !wanted || !self.random.chance(75) {
            return "";
        }
        *room -= 1;
        let (line, guidance, expenses, insurance) = *self.random.pick(&GAINS);
        offered.guidance |= guidance;
        offered.expenses |= expenses;
        offered.insurance |= insurance;
        line
    }
}

const WHO_SMALL: [&str; 5] = [
    "{org} is een kleine groep waar iedereen elkaar kent.",
    "Met een handvol vrijwilligers houdt {org} alles draaiend.",
    "{org} bestaat uit een paar enthousiaste mensen en zoekt versterking.",
    "Wij zijn {org}, klein maar heel actief.",
    "Bij {org} telt elk paar handen.",
];
const WHO_MIDDLE: [&str; 14] = [
    "{org} draait op een hechte ploeg vrijwilligers.",
    "Bij {org} werken jong en oud samen.",
    "De sfeer bij {org} is los en hartelijk.",
    "{org} heeft een vaste groep vrijwilligers die je graag leert kennen.",
    "Bij {org} begint elke dienst met koffie.",
    "{org} is er voor iedereen in de stad.",
    "Wie bij {org} binnenloopt, blijft vaak langer dan gepland.",
    "Bij {org} kennen we elkaar bij de voornaam.",
    "{org} kan je hulp goed gebruiken.",
    "Bij {org} kom je in een gezellig team terecht.",
    "{org} zoekt mensen die graag iets voor een ander doen.",
    "Je hoort er bij {org} meteen bij.",
    "Bij {org} mag je fouten maken en vragen stellen.",
    "De vrijwilligers van {org} komen uit de hele stad.",
];
const WHO_LARGE: [&str; 4] = [
    "{org} heeft veel vrijwilligers, dus je kunt altijd met iemand ruilen.",
    "Bij {org} werken meer dan 60 vrijwilligers in kleine teams.",
    "{org} is een bekende naam in de wijk en kan nog mensen gebruiken.",
    "Binnen {org} is er voor elke ploeg een eigen aanspreekpunt.",
];

/// Each line with what it promises: guidance, expenses, insurance.
const GAINS: [(&str, bool, bool, bool); 14] = [
    ("Je krijgt een vaste contactpersoon.", true, false, false),
    ("Onkosten die je maakt, krijg je terug.", false, true, false),
    ("Je bent via ons verzekerd.", false, false, true),
    ("Je reiskosten betalen we terug en je bent verzekerd.", false, true, true),
    ("De eerste keren loopt er iemand met je mee.", true, false, false),
    ("We werken je rustig in.", true, false, false),
    ("Na een maand vragen we hoe het bevalt.", true, false, false),
    ("Met vragen kun je altijd bij iemand terecht.", true, false, false),
    ("Elk jaar gaan we met alle vrijwilligers een dag uit.", false, false, false),
    ("Voor een ongelukje zijn je spullen en jijzelf verzekerd.", false, false, true),
    ("Ben je onzeker of dit iets voor je is, kom dan een keer meekijken.", true, false, false),
    ("Parkeren of reizen hoeft je niets te kosten.", false, true, false),
    ("Je mag het eerst een maand proberen.", true, false, false),
    ("Op papier zetten we kort wat je van ons mag verwachten.", true, false, false),
];
