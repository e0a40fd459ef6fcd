//! What counts how much in matching: a table of versions with their days and their source.

use jiff::civil::date;
use kernel::Date;
use serde::{Deserialize, Serialize};

use super::model::Factor;

/// The weights of the factors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// Which version of the numbers this is; stands with every result.
    pub version: u32,
    /// First day on which they hold.
    pub valid_from: Date,
    /// Last day on which they hold; open while they are the newest.
    pub valid_until: Option<Date>,
    /// Where the numbers come from.
    pub source: String,
    /// What one does.
    pub tasks: f64,
    /// For which cause.
    pub themes: f64,
    /// On which parts of the week.
    pub time: f64,
    /// Once, for a while, or longer.
    pub commitment: f64,
    /// How many hours.
    pub hours: f64,
    /// How far away, or from home.
    pub distance: f64,
    /// Something to learn.
    pub learning: f64,
    /// Meant for people who are learning Dutch.
    pub beginner_dutch: f64,
    /// How much not knowing weighs: as much as this weight at 0.5.
    pub prior: f64,
    /// How much of the order the fair share decides, 0 (nothing) to 1.
    pub exposure: f64,
}

impl Default for Weights {
    /// Version 1. People stay where the work suits them and fits their week (practice of mediators: task and time first,
    /// then the neighbourhood); the numbers themselves are a choice of the makers, to be held against known outcomes.
    fn default() -> Self {
        Self {
            version: 1,
            valid_from: date(2026, 1, 1),
            valid_until: None,
            source: "Makers' choice, 2026: task and time before cause and distance; to be reviewed against outcomes"
                .into(),
            tasks: 30.0,
            themes: 15.0,
            time: 25.0,
            commitment: 10.0,
            hours: 10.0,
            distance: 20.0,
            learning: 5.0,
            beginner_dutch: 10.0,
            prior: 20.0,
            exposure: 0.3,
        }
    }
}

impl Weights {
    /// Every version, the oldest first. A new one is added below the others, with its source, and gives the one before it
    /// its last day; what was suggested under an old version can so be reckoned again.
    pub fn table() -> Vec<Self> {
        vec![Self::default()]
    }

    /// The version in force on a day; before the first one that first one.
    pub fn on(day: Date) -> Self {
        let mut table = Self::table();
        let holds = |weights: &Self| weights.valid_from <= day && weights.valid_until.is_none_or(|end| day <= end);
        let place = table.iter().rposition(holds).unwrap_or(0);
        table.swap_remove(place)
    }

    /// The weight of a factor.
    pub fn of(&self, factor: Factor) -> f64 {
        match factor {
            Factor::Tasks => self.tasks,
            Factor::Themes => self.themes,
            Factor::Time => self.time,
            Factor::Commitment => self.commitment,
            Factor::Hours => self.hours,
            Factor::Distance | Factor::Home => self.distance,
            Factor::Learning => self.learning,
            Factor::BeginnerDutch => self.beginner_dutch,
        }
    }
}
