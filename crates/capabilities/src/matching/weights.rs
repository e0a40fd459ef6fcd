//! What counts how much in matching: a table with a version. Change the version with the numbers.

use serde::{Deserialize, Serialize};

use super::model::Factor;

/// The weights of the factors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Weights {
    /// Which version of the numbers this is; stands with every result.
    pub version: u32,
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
