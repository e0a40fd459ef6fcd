//! Invented organisations: 120 for every unit of size, over all groups of the ICNPO.

use kernel::random::{Digits, SplitMix64, spread};

use super::{
    model::{OrganisationKind, OrganisationSize, OrganisationState, SampleContact, SampleOrganisation},
    names,
    places::{INDUSTRIAL, OUTSKIRTS, RESIDENTIAL},
    profiles::{PROFILES, Profile},
    staff::{CONTACT_ORGANISATION, STAFF, StaffRole},
    stream,
};

/// Organisations in one unit of size.
pub(super) const PER_UNIT: u64 = 120;

const FIRST: [&str; 64] = [
    "Bloesem",
    "Kievits",
    "Grutto",
    "Libellen",
    "Zwaluwen",
    "Klaver",
    "Hazelaar",
    "Kastanje",
    "Klaprozen",
    "Wikke",
    "Meidoorn",
    "Waterlelie",
    "Koekoeks",
    "Dotterbloem",
    "Veldmuizen",
    "Vlieger",
    "Lampion",
    "Madelief",
    "Hommel",
    "Egel",
    "Mussen",
    "Merel",
    "Spreeuwen",
    "Lijster",
    "IJsvogel",
    "Reiger",
    "Otter",
    "Kikker",
    "Krekel",
    "Distel",
    "Varen",
    "Riet",
    "Wilgen",
    "Elzen",
    "Berken",
    "Beuken",
    "Iepen",
    "Linden",
    "Vlier",
    "Bramen",
    "Bosbessen",
    "Frambozen",
    "Peren",
    "Pruimen",
    "Kersen",
    "Appel",
    "Munt",
    "Tijm",
    "Salie",
    "Lavendel",
    "Rozemarijn",
    "Honing",
    "Maan",
    "Sterren",
    "Wolken",
    "Regen",
    "Nevel",
    "Zomer",
    "Herfst",
    "Winter",
    "Golven",
    "Schelpen",
    "Kiezel",
    "Duinen",
];

/// Only words with "de", so that an adjective before them ends in -e.
const SECOND: [&str; 48] = [
    "kring", "boog", "ladder", "trom", "lamp", "knoop", "vlag", "pluim", "toren", "wimpel", "bel", "tol", "mand",
    "kaars", "fluit", "schommel", "slinger", "spiegel", "trein", "wagen", "ketel", "sleutel", "sprong", "dans", "tuil",
    "zolder", "ark", "keten", "krans", "lantaarn", "draad", "doos", "bank", "kist", "brug", "boot", "deur", "stoel",
    "tafel", "klok", "fanfare", "schuit", "karavaan", "polka", "drempel", "parasol", "kapstok", "trommel",
];

const WORDS: u64 = (FIRST.len() * SECOND.len()) as u64;

const QUALIFIERS: [&str; 6] = ["", "Nieuwe ", "Kleine ", "Groene ", "Jonge ", "Vrolijke "];
const QUARTERS: [&str; 18] = [
    "",
    " Palenstein",
    " Dorp",
    " Driemanspolder",
    " Meerzicht",
    " Meerzicht-Oost",
    " Meerzicht-West",
    " Buytenwegh",
    " De Leyens",
    " Seghwaert",
    " Noordhove",
    " Noordhove-West",
    " Noordhove-Oost",
    " Rokkeveen",
    " Rokkeveen-Oost",
    " Rokkeveen-West",
    " Oosterheem",
    " Stadscentrum",
];

/// Organisations beyond this many would share names.
#[cfg(test)]
pub(super) const CAPACITY: u64 = WORDS * (QUALIFIERS.len() * QUARTERS.len()) as u64;

/// What the texts of an organisation need to know of it; cheap to make for any key.
pub(super) struct Core {
    pub profile: &'static Profile,
    /// Without a legal form, and without a name that suggests one.
    pub informal: bool,
    pub name: String,
    pub state: OrganisationState,
    pub volunteers: u32,
    pub wijken: Vec<&'static str>,
}

/// The profile of each of the 120 places in a unit.
pub(super) fn profile_of(slot: u64) -> &'static Profile {
    let mut left = slot as u32;
    for profile in &PROFILES {
        if left < profile.slots {
            return profile;
        }
        left -= profile.slots;
    }
    &PROFILES[0]
}

/// The short form of an organisation; the same for the same seed and key, whatever else is made.
pub(super) fn core(seed: u64, key: u64) -> Core {
    let profile = profile_of(key % PER_UNIT);
    let mut random = SplitMix64::for_item(seed, stream::ORGANISATION, key);
    let place_in_unit = spread(key % PER_UNIT, PER_UNIT, seed % PER_UNIT);
    let state = match place_in_unit {
        _ if key == CONTACT_ORGANISATION => OrganisationState::Confirmed,
        0..5 => OrganisationState::WaitingForConfirmation,
        5..9 => OrganisationState::WithoutReachableContact,
        _ => OrganisationState::Confirmed,
    };
    let informal = random.chance(profile.informal);
    // Sports clubs, hospitals and care homes are never small.
    let class = if matches!(profile.code, 1200 | 3100 | 3200) { random.between(13, 19) } else { random.between(0, 19) };
    let volunteers = match if informal { class.min(12) } else { class } {
        0..7 => random.between(3, 9),
        7..13 => random.between(10, 24),
        13..18 => random.between(25, 99),
        _ => random.between(100, 260),
    };
    let forms: &[&str] = if informal { &INFORMAL_FORMS } else { profile.forms };
    let form = forms[((key / PER_UNIT + key) % forms.len() as u64) as usize];
    Core {
        profile,
        informal,
        name: form.replace("{}", &word(seed, key)),
        state,
        volunteers,
        wijken: wijken(profile, &mut random),
    }
}

/// The invented word of an organisation: no two keys below [`CAPACITY`] share one.
fn word(seed: u64, key: u64) -> String {
    let mut digits = Digits(spread(key % WORDS, WORDS, seed % WORDS));
    let (first, second) = (FIRST[digits.take(FIRST.len())], SECOND[digits.take(SECOND.len())]);
    let mut round = Digits(key / WORDS);
    let quarter = QUARTERS[round.take(QUARTERS.len())];
    let qualifier = QUALIFIERS[round.take(QUALIFIERS.len())];
    format!("{qualifier}{first}{second}{quarter}")
}

fn wijken(profile: &Profile, random: &mut SplitMix64) -> Vec<&'static str> {
    let mut wijken = match random.below(10) {
        0..3 => RESIDENTIAL.to_vec(),
        3..7 => random.some(&RESIDENTIAL, 1, 1),
        _ => random.some(&RESIDENTIAL, 2, 4),
    };
    if random.chance(profile.industrial) {
        wijken.push(INDUSTRIAL);
    }
    if random.chance(profile.outskirts) {
        wijken.push(OUTSKIRTS);
    }
    wijken
}

const INFORMAL_FORMS: [&str; 3] = ["Initiatief {}", "Werkgroep {}", "Bewonersgroep {}"];

/// The last three suit organisations with a legal form only.
const SECOND_LINES: [&str; 12] = [
    "We zijn klein begonnen en groeien elk jaar een beetje.",
    "Wie binnenkomt, krijgt eerst koffie.",
    "Al ons werk wordt gedaan door vrijwilligers.",
    "We hebben geen kantoor, maar wel een volle agenda.",
    "We werken graag samen met andere organisaties in de stad.",
    "Nieuwe ideeën zijn bij ons altijd welkom.",
    "De meeste vrijwilligers blijven jaren bij ons.",
    "Iedereen doet mee op zijn eigen manier.",
    "Elke eerste maandag van de maand kun je binnenlopen.",
    "Naast vrijwilligers werkt er één betaalde coördinator.",
    "Ons bestuur bestaat uit 5 mensen uit de buurt.",
    "We bestaan sinds {year} en zijn nog lang niet klaar.",
];

const THIRD_LINES: [&str; 8] = [
    "Wil je meer weten, mail ons dan gerust.",
    "Je vindt ons in de wijk en op de jaarmarkt.",
    "Kom een keer kijken, dan laten we alles zien.",
    "We antwoorden meestal binnen een paar dagen.",
    "Bellen kan het best in de ochtend.",
    "Vragen over vrijwilligerswerk beantwoordt onze contactpersoon.",
    "In de zomer zijn we twee weken dicht.",
    "Ook stagiairs en scholieren kunnen bij ons terecht.",
];

const ROLES: [&str; 6] = [
    "coördinator vrijwilligers",
    "secretaris",
    "voorzitter",
    "contactpersoon",
    "activiteitenbegeleider",
    "penningmeester",
];

/// An organisation in full.
pub(super) fn organisation(seed: u64, key: u64) -> SampleOrganisation {
    let core = core(seed, key);
    let mut random = SplitMix64::for_item(seed, stream::ORGANISATION_DETAILS, key);
    let slug = names::slug(&core.name);
    let domain = format!("{slug}.example");
    let informal = core.informal;
    let kind = if informal {
        OrganisationKind::Informal
    } else {
        OrganisationKind::Registered { chamber_number: format!("{:08}", spread(key, 900_000, seed % 900_000) + 50_000) }
    };
    let mut sectors = vec![core.profile.code];
    sectors.extend(core.profile.also.filter(|_| random.chance(40)));
    let second = if informal { &SECOND_LINES[..9] } else { &SECOND_LINES[..] };
    let mission = random.pick(core.profile.missions);
    let description = format!("{} {mission}. {} {}", core.name, random.pick(second), random.pick(&THIRD_LINES));
    let description = description.replace("{year}", &random.between(1_958, 2_019).to_string());
    let website = (!informal || random.chance(30)).then(|| format!("https://www.{domain}"));
    let mut contacts = contacts(&mut random, &domain, core.state, informal);
    let signs_in =
        STAFF.iter().filter(|member| member.role == StaffRole::OrganisationContact { organisation_key: key });
    contacts.splice(
        0..0,
        signs_in.map(|member| SampleContact {
            name: member.name.to_owned(),
            role: ROLES[0],
            email: member.email.to_owned(),
        }),
    );
    SampleOrganisation {
        key,
        slug,
        kind,
        sectors,
        size: size_class(core.volunteers),
        wijken: core.wijken,
        description,
        email: format!("info@{domain}"),
        phone: random.chance(70).then(|| phone(&mut random)),
        website,
        contacts,
        state: core.state,
        registered_days_ago: match core.state {
            OrganisationState::WaitingForConfirmation => random.between(0, 12),
            _ => random.between(60, 1_500),
        },
        name: core.name,
    }
}

const fn size_class(volunteers: u32) -> OrganisationSize {
    match volunteers {
        0..10 => OrganisationSize::UpTo9,
        10..25 => OrganisationSize::UpTo24,
        25..100 => OrganisationSize::UpTo99,
        _ => OrganisationSize::From100,
    }
}

/// A number that cannot exist: no Dutch subscriber number starts with 0 after its area code.
fn phone(random: &mut SplitMix64) -> String {
    format!("079 0{:02} {:02} {:02}", random.below(100), random.below(100), random.below(100))
}

fn contacts(random: &mut SplitMix64, domain: &str, state: OrganisationState, informal: bool) -> Vec<SampleContact> {
    let count = match state {
        OrganisationState::WithoutReachableContact => 0,
        _ if informal => 1,
        _ => random.between(1, 3),
    };
    let mut roles: Vec<&'static str> = random.some(&ROLES, 3, 3);
    random.shuffle(&mut roles);
    if informal {
        roles = vec!["initiatiefnemer"];
    }
    roles
        .into_iter()
        .take(count as usize)
        .enumerate()
        .map(|(index, role)| {
            let (name, _) = names::person(random);
            // Two contacts may have the same name; the position keeps their addresses apart.
            let mark = if index == 0 { String::new() } else { (index + 1).to_string() };
            let email = format!("{}{mark}@{domain}", names::slug(&name).replace('-', "."));
            SampleContact { name, role, email }
        })
        .collect()
}
