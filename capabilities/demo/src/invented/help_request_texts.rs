//! The sentences of help requests: first person, plain, without names and addresses.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::model::{DutchLevel, SamplePerson};

/// A line about oneself, with the ages it fits.
pub(super) struct About {
    pub text: &'static str,
    pub ages: RangeInclusive<i16>,
}

const fn about(text: &'static str, from: i16, to: i16) -> About {
    About { text, ages: from..=to }
}

/// Lines about oneself: first those of older people, then those that fit anyone, last those of parents.
pub(super) const ABOUT: [About; 17] = [
    about("Ik ben ruim over de 80 en woon alleen.", 81, 99),
    about("Ik ben slecht ter been en kom weinig buiten.", 55, 99),
    about("Sinds mijn partner er niet meer is, is het stil in huis.", 55, 99),
    about("Ik heb reuma en mijn handen doen niet wat ik wil.", 55, 99),
    about("Mijn ogen worden snel minder.", 55, 99),
    about("De trap op en af gaat steeds moeilijker.", 55, 99),
    about("Ik herstel van een operatie en mag nog niet veel.", 18, 99),
    about("Ik woon nog niet lang in deze wijk.", 18, 99),
    about("Mijn broers en zussen wonen ver weg.", 18, 99),
    about("Ik heb een klein inkomen en kan niemand betalen.", 18, 99),
    about("Ik ben snel moe door een ziekte.", 18, 99),
    about("Ik ken hier nog weinig mensen.", 18, 99),
    about("Ik vraag niet graag om hulp, maar nu lukt het niet alleen.", 18, 99),
    about("Ik heb al aan vrienden gevraagd, maar die werken allemaal.", 18, 99),
    about("Ik zorg alleen voor mijn twee kinderen.", 20, 55),
    about("Mijn kinderen zijn nog jong en ik kom handen tekort.", 20, 55),
    about("Ik werk in ploegen en het is elke week passen en meten.", 20, 55),
];

/// Whose request it is: decides on the lines about oneself and on the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Audience {
    Old,
    Anyone,
    /// Anyone who may still look for a job.
    Working,
    /// Parents of young children.
    Family,
    /// People who learn Dutch.
    Newcomer,
}

impl Audience {
    /// The lines about oneself that may be chosen.
    pub(super) fn about(self) -> &'static [About] {
        match self {
            Self::Old => &ABOUT[..14],
            Self::Family => &ABOUT[6..],
            Self::Anyone | Self::Working | Self::Newcomer => &ABOUT[6..14],
        }
    }

    /// Whether a resident can be the one who asks; an unknown age fits.
    pub(super) fn fits(self, person: &SamplePerson, about: &About, today: Date) -> bool {
        let ages = match self {
            Self::Old => 55..=99,
            Self::Family => 20..=55,
            Self::Working => 18..=66,
            Self::Anyone | Self::Newcomer => 18..=99,
        };
        let learns = self != Self::Newcomer || person.dutch < DutchLevel::B1;
        learns
            && person.birth_year.is_none_or(|year| {
                let age = today.year() - year;
                ages.contains(&age) && about.ages.contains(&age)
            })
    }
}

/// When help is wanted again and again, with hours per week.
pub(super) const MOMENTS: [(&str, f32); 15] = [
    ("Eén keer per week zou fijn zijn.", 1.5),
    ("Om de week is ook al mooi.", 1.0),
    ("Op dinsdag of donderdag komt het mij goed uit.", 2.0),
    ("De ochtend is voor mij de beste tijd.", 1.5),
    ("Liefst in de middag.", 2.0),
    ("In het weekend duurt de dag het langst, dus graag dan.", 2.0),
    ("Een uurtje per keer is genoeg.", 1.0),
    ("Na 10 uur 's ochtends ben ik altijd thuis.", 1.5),
    ("Een vaste dag vind ik prettig.", 1.5),
    ("Op woensdag heb ik andere afspraken, verder kan het altijd.", 1.5),
    ("Een paar maanden zou al helpen.", 2.0),
    ("'s Avonds na het eten zou mooi zijn.", 1.5),
    ("Twee keer per maand is ook prima.", 0.75),
    ("Op vrijdag of zaterdag lukt het bij mij.", 2.0),
    ("De tijd kunnen we samen kiezen.", 1.5),
];

/// When help is wanted once, with hours.
pub(super) const MOMENTS_ONCE: [(&str, f32); 15] = [
    ("Het hoeft maar één keer.", 2.0),
    ("Binnen twee weken zou fijn zijn.", 2.0),
    ("Er is geen haast bij.", 2.0),
    ("Op een zaterdag kan ook.", 3.0),
    ("Ik ben overdag thuis.", 2.0),
    ("Het liefst voor het eind van de maand.", 3.0),
    ("Een ochtend is denk ik genoeg.", 3.0),
    ("Met twee mensen is het zo gedaan.", 2.0),
    ("Na 4 uur 's middags kan het altijd.", 2.0),
    ("Ik denk dat het twee uur kost.", 2.0),
    ("Elke dag behalve maandag is goed.", 2.0),
    ("In de avond mag ook.", 2.0),
    ("Deze of volgende week zou heel fijn zijn.", 2.0),
    ("De dag mag jij kiezen.", 2.0),
    ("Met een uurtje ben je klaar.", 1.0),
];

/// Last lines.
pub(super) const CLOSINGS: [&str; 9] = [
    "De koffie staat klaar.",
    "Ik zou er heel blij mee zijn.",
    "Een man of een vrouw, dat maakt mij niet uit.",
    "We maken eerst rustig kennis.",
    "Alvast bedankt voor het lezen.",
    "Jong of oud, iedereen is welkom.",
    "Ik trakteer op iets lekkers.",
    "Misschien klikt het en blijven we contact houden.",
    "Ik hoor graag van je.",
];

/// What people say who would help.
pub const HELP_OFFERS: [&str; 12] = [
    "Ik woon om de hoek en heb op dinsdag en donderdag tijd.",
    "Dit doe ik graag. Ik heb het eerder voor mijn buurvrouw gedaan.",
    "Ik ben net met pensioen en wil graag iets doen voor een ander.",
    "Als student heb ik in de middag vrij. Zullen we een keer kennismaken?",
    "Ik kan elke week een uurtje langskomen. Een vaste dag vind ik fijn.",
    "Mijn moeder had dit ook nodig. Ik weet hoe prettig het is als iemand helpt.",
    "Ik heb een auto en tijd in het weekend.",
    "Mijn Nederlands is nog niet perfect, maar ik help graag.",
    "Ik werk vier dagen. Op vrijdag help ik je graag.",
    "Ik kom eerst een kopje koffie drinken. Dan kijken we of het klikt.",
    "Ik ben handig en neem mijn eigen gereedschap mee.",
    "Mijn zoon van 10 wil graag mee, als dat mag.",
];

/// Why people want to be confirmed as helpers.
pub const MOTIVATIONS: [&str; 8] = [
    "Ik ben met pensioen en mis de mensen om me heen.",
    "Ik woon hier al 20 jaar en ken de buurt goed.",
    "Vroeger werkte ik in de zorg. Helpen zit in mij.",
    "Ik leer Nederlands en wil graag nieuwe mensen ontmoeten.",
    "Mijn kinderen zijn het huis uit. Nu heb ik weer tijd.",
    "Ik kreeg zelf hulp toen ik het nodig had. Nu doe ik iets terug.",
    "Naast mijn studie wil ik iets doen waar een ander blij van wordt.",
    "Ik help mijn buren al. Dat kan ik ook voor anderen.",
];
