//! The kinds of volunteer work of the demonstration town. Each archetype holds hand-written Dutch for one kind of work;
//! the generator combines its sentences with a place, a time and the organisation that asks.

mod care;
mod culture;
mod learning;
mod meeting;
mod nature;
mod organising;
mod relief;
mod sport;
mod youth;

use super::model::{DutchLevel, SuitableFor};

/// In what surroundings the work happens; decides which spots of the town can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// In somebody's house.
    Home,
    /// In a building of the organisation in a residential wijk.
    Building,
    /// Outside: a residential wijk or the parks around the town.
    Outdoors,
    /// In a hall: a residential wijk or a business park.
    Hall,
    /// From the volunteer's own home.
    Remote,
}

/// Which hours of the week fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hours {
    /// Weekdays in the morning or afternoon.
    Daytime,
    /// Weekdays in the morning only.
    Morning,
    /// Weekdays around noon.
    Noon,
    /// Weekdays in the afternoon only.
    Afternoon,
    /// Weekdays after school.
    AfterSchool,
    /// Weekdays around dinner.
    Dinner,
    /// Weekday evenings.
    Evening,
    /// Saturday and Sunday.
    Weekend,
}

/// What kind of appointment it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// On a fixed moment every week or every other week.
    Weekly(Hours),
    Once(Hours),
    /// A number of weeks.
    Period(Hours),
    /// The volunteer chooses.
    Flexible,
    /// The volunteer chooses the day, but somebody counts on it every week.
    EveryWeek,
}

/// One kind of work. In the texts `{in}` stands for the spot with its preposition. `acts` follow the word "je" and start
/// with their verb; they contain no full stop.
#[derive(Clone, Copy, Debug)]
pub(super) struct Archetype {
    pub task: &'static str,
    pub themes: &'static [&'static str],
    /// ICNPO subgroups of the organisations that ask this.
    pub sectors: &'static [u32],
    pub at: At,
    pub rhythm: Rhythm,
    /// Month in which a period starts, when it depends on the time of year.
    pub season: Option<i8>,
    pub titles: &'static [&'static str],
    pub summaries: &'static [&'static str],
    pub openings: &'static [&'static str],
    pub acts: &'static [&'static str],
    pub closings: &'static [&'static str],
    /// Share of all vacancies, relative to the others; at most 8.
    pub weight: u32,
    pub dutch: DutchLevel,
    /// Languages that are asked beside Dutch, one of them.
    pub languages: &'static [&'static str],
    pub min_age: Option<u8>,
    pub vog: bool,
    pub licence: bool,
    /// The organisation trains newcomers to this work.
    pub training: bool,
    pub suits: &'static [SuitableFor],
    /// Most people that one vacancy asks for.
    pub people: u32,
}

/// What holds unless an archetype says otherwise.
const BASE: Archetype = Archetype {
    task: "",
    themes: &[],
    sectors: &[],
    at: At::Building,
    rhythm: Rhythm::Flexible,
    season: None,
    titles: &[],
    summaries: &[],
    openings: &[],
    acts: &[],
    closings: &[],
    weight: 5,
    dutch: DutchLevel::A2,
    languages: &[],
    min_age: None,
    vog: false,
    licence: false,
    training: false,
    suits: &[],
    people: 3,
};

/// Every archetype, in a fixed order.
pub(super) fn all() -> impl Iterator<Item = &'static Archetype> {
    [
        care::ARCHETYPES,
        culture::ARCHETYPES,
        learning::ARCHETYPES,
        meeting::ARCHETYPES,
        nature::ARCHETYPES,
        organising::ARCHETYPES,
        relief::ARCHETYPES,
        sport::ARCHETYPES,
        youth::ARCHETYPES,
    ]
    .into_iter()
    .flatten()
}
