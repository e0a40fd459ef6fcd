//! The sentences of offers.

use jiff::civil::Date;

use super::model::{DayPart, DutchLevel, SamplePerson, WeekPart};

/// A line about oneself, with the ages it fits.
pub(super) struct Who {
    pub text: &'static str,
    from_age: i16,
    to_age: i16,
    /// Only somebody who still learns Dutch says this.
    learns_dutch: bool,
    /// 1 for a person.
    pub people: u32,
}

impl Who {
    /// Unknown ages fit everywhere.
    pub(super) fn fits(&self, person: &SamplePerson, today: Date) -> bool {
        let age_fits =
            person.birth_year.is_none_or(|year| (self.from_age..=self.to_age).contains(&(today.year() - year)));
        age_fits && self.learns_dutch == (person.dutch < DutchLevel::B1)
    }
}

/// When somebody has time.
pub(super) struct Moment {
    pub text: &'static str,
    weekdays: &'static [u8],
    parts: &'static [DayPart],
    pub hours: f32,
}

impl Moment {
    /// The parts of the week that the sentence names.
    pub(super) fn week_parts(&self) -> Vec<WeekPart> {
        self.weekdays
            .iter()
            .flat_map(|&weekday| self.parts.iter().map(move |&part| WeekPart { weekday, part }))
            .collect()
    }
}

const fn who(text: &'static str, from_age: i16, to_age: i16) -> Who {
    Who { text, from_age, to_age, learns_dutch: false, people: 1 }
}

const fn learner(text: &'static str, from_age: i16, to_age: i16) -> Who {
    Who { text, from_age, to_age, learns_dutch: true, people: 1 }
}

/// The person who writes for a group is grown up.
const fn group(text: &'static str, people: u32) -> Who {
    Who { text, from_age: 22, to_age: 60, learns_dutch: false, people }
}

/// Lines about oneself: first those of grown-up people who speak Dutch well, then of pupils, last of people who learn it.
pub(super) const WHO: [Who; 14] = [
    who("Ik ben sinds kort met pensioen.", 60, 80),
    who("Ik werk vier dagen en heb een dag over.", 22, 66),
    who("Mijn kinderen zijn het huis uit en ik heb tijd.", 45, 75),
    who("Ik woon al 30 jaar in de stad en ken de weg.", 35, 90),
    who("Ik ben net verhuisd en wil graag mensen leren kennen.", 20, 70),
    who("Door ziekte werk ik nu niet, maar stilzitten wil ik ook niet.", 22, 66),
    who("Ik werk in ploegen en ben vaak overdag vrij.", 22, 66),
    who("Ik ben een rustig type en houd van aanpakken.", 20, 90),
    who("Na een druk leven met veel vergaderen wil ik iets heel anders doen.", 40, 80),
    who("Ik heb zelf ooit hulp gekregen en wil iets terugdoen.", 20, 90),
    who("Ik studeer en woon nog thuis.", 17, 27),
    who("Ik zit op de middelbare school en zoek een maatschappelijke stage.", 15, 19),
    learner("Ik woon twee jaar in Nederland en leer de taal.", 18, 70),
    learner("Mijn Nederlands is nog niet zo goed, maar ik werk graag.", 18, 75),
];

/// How many lines at the start of [`WHO`] fit work that asks for experience and good Dutch.
pub(super) const EXPERIENCED: usize = 10;

/// Lines about a group.
pub(super) const WHO_GROUP: [Who; 8] = [
    group("Wij zijn een klas van 24 leerlingen met een juf.", 24),
    group("Wij zijn een team van een kantoor en krijgen een dag vrij van onze baas.", 12),
    group("Wij zijn een groep vrienden van in de twintig.", 7),
    group("Wij zijn een gezin met drie kinderen.", 5),
    group("Wij zijn zes buren uit dezelfde straat.", 6),
    group("Wij zijn een sportteam dat ook iets naast het veld wil doen.", 14),
    group("Wij vormen een koor van 18 mensen.", 18),
    group("Wij kennen elkaar van de taalles en willen samen iets doen.", 9),
];

const WORKDAYS: &[u8] = &[1, 2, 3, 4, 5];
const WEEKEND: &[u8] = &[6, 7];
const DAY: &[DayPart] = &[DayPart::Morning, DayPart::Afternoon];

const fn moment(text: &'static str, weekdays: &'static [u8], parts: &'static [DayPart], hours: f32) -> Moment {
    Moment { text, weekdays, parts, hours }
}

/// When one person has time.
pub(super) const MOMENTS: [Moment; 15] = [
    moment("Op maandag of dinsdag heb ik tijd.", &[1, 2], DAY, 4.0),
    moment("De woensdagmiddag komt mij het best uit.", &[3], &[DayPart::Afternoon], 3.0),
    moment("Op vrijdag heb ik de meeste tijd.", &[5], DAY, 5.0),
    moment("Ik kan op doordeweekse avonden.", WORKDAYS, &[DayPart::Evening], 3.0),
    moment("In het weekend heb ik tijd.", WEEKEND, DAY, 4.0),
    moment("Ik denk aan 2 uur per week.", WORKDAYS, DAY, 2.0),
    moment("Een ochtend in de week of in het weekend, beide kan.", WORKDAYS, &[DayPart::Morning], 3.0),
    moment("Een middag per week houd ik graag vrij.", WORKDAYS, &[DayPart::Afternoon], 3.0),
    moment("Om de week op zaterdag lukt altijd.", &[6], DAY, 2.0),
    moment("Donderdag is voor mij de beste dag.", &[4], DAY, 4.0),
    moment("Op maandag, woensdag of vrijdag lukt het bijna altijd.", &[1, 3, 5], DAY, 4.0),
    moment("Ik kan meestal op dinsdagavond.", &[2], &[DayPart::Evening], 2.0),
    moment("Zondag is mijn vrije dag.", &[7], DAY, 3.0),
    moment(
        "Vraag me gerust ook op het laatste moment, ik ben vaak thuis.",
        WORKDAYS,
        &[DayPart::Afternoon, DayPart::Evening],
        2.0,
    ),
    moment("Ik doe graag één dag per maand iets groots.", &[5, 6], DAY, 2.0),
];

/// When a group has time.
pub(super) const MOMENTS_GROUP: [Moment; 12] = [
    moment("Een vrijdag komt ons het best uit.", &[5], DAY, 5.0),
    moment("Op een zaterdag kunnen we allemaal.", &[6], DAY, 5.0),
    moment("We hebben één dag, van half 10 tot 3 uur.", WORKDAYS, DAY, 5.5),
    moment("Een woensdagmiddag past ons goed.", &[3], &[DayPart::Afternoon], 3.0),
    moment("In het voorjaar zouden we dit graag doen.", WEEKEND, DAY, 4.0),
    moment("De datum kunnen we samen kiezen.", WORKDAYS, DAY, 4.0),
    moment("We willen dit twee keer per jaar doen.", WEEKEND, DAY, 4.0),
    moment("Een halve dag is voor ons het mooist.", WORKDAYS, &[DayPart::Afternoon], 4.0),
    moment("Doordeweeks kunnen we overdag.", WORKDAYS, DAY, 4.0),
    moment("Op zondag zijn we vrij.", &[7], DAY, 4.0),
    moment("Binnen twee maanden zou mooi zijn.", WEEKEND, DAY, 4.0),
    moment("Als het ons bevalt, komen we vaker.", WEEKEND, DAY, 4.0),
];

/// Last lines, for one person and for a group.
pub(super) const CLOSINGS: [(&str, &str); 9] = [
    ("Ik kom op de fiets.", "We komen op de fiets."),
    (
        "Een kop koffie vooraf om kennis te maken lijkt me fijn.",
        "Een kop koffie vooraf om kennis te maken lijkt ons fijn.",
    ),
    ("Liefst dicht bij huis.", "Liefst in de buurt."),
    ("Ik wil er graag iets van leren.", "We willen er graag iets van leren."),
    ("Geld hoef ik er niet voor.", "Geld hoeven we er niet voor."),
    ("Stuur me gerust een bericht, ik antwoord snel.", "Stuur gerust een bericht, we antwoorden snel."),
    ("Alleen of samen met anderen, dat maakt me niet uit.", "Binnen of buiten, dat maakt ons niet uit."),
    ("Ik wil het eerst een paar keer proberen.", "We willen het eerst een keer proberen."),
    ("Vanaf volgende maand kan ik beginnen.", "Vanaf volgende maand kunnen we beginnen."),
];
