//! What fair exposure does: the same visitors, the same total, two ways of ranking. Pure and seeded; `make bench` shows it.
//!
//! The model is that of the study behind [`super::exposure`], made small: openings differ in how much they draw people; a
//! visitor looks for one theme, looks through that list from the top, sees each next place with a lower chance, takes to
//! one of what was seen in proportion to how much it draws, and responds to it once. So both rankings have the same number
//! of connections. Towns differ from this one: what it shows is a direction, not the size of the effect in a real town,
//! where people also look near their home, at other moments, and through a mediator.

use kernel::random::SplitMix64;
use serde::{Deserialize, Serialize};

use super::exposure::exposure;

/// Places of the list that anybody gets to.
const SEEN_PLACES: usize = 20;
/// Themes people look for, each as often: as many as the classification of organisations (ICNPO) has groups.
const THEMES: usize = 12;
/// The chance to look at the next place, in per mille of the one before: one in five stops at each fourth place or so.
const GOES_ON: u64 = 930;

/// What is simulated.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Simulation {
    pub openings: u32,
    /// Visitors, each of whom responds once.
    pub visitors: u32,
    /// What part of its share an opening loses with each connection, in per cent.
    pub penalty_percent: u32,
    /// Seed; the same seed gives the same outcome.
    pub seed: u64,
}

impl Default for Simulation {
    /// A demonstration town in a month.
    fn default() -> Self {
        Self { openings: 400, visitors: 600, penalty_percent: 30, seed: 1 }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// Connections in all, the same for both.
    pub total: u32,
    /// Openings with at least one response when the most popular stand on top.
    pub by_popularity: u32,
    /// Openings with at least one response under fair exposure.
    pub fair: u32,
}

pub fn run(what: &Simulation) -> Outcome {
    // A few draw many and many draw a few: 1, 1/2, 1/3 … (Zipf), in an order that says nothing.
    let mut draws: Vec<f64> = (1..=what.openings).map(|place| 1.0 / f64::from(place)).collect();
    SplitMix64::for_item(what.seed, 0, 0).shuffle(&mut draws);
    let popular = ranked(what, &draws, |draw, connections| draw * f64::from(1 + connections));
    let fair = ranked(what, &draws, |draw, connections| {
        // The order mixes how much something draws with its share, as the index does.
        draw * exposure(connections, 0, 1.0, what.penalty_percent)
    });
    Outcome { total: what.visitors, by_popularity: popular, fair }
}

/// How many openings have at least one connection when the list is ordered by `score`.
fn ranked(what: &Simulation, draws: &[f64], score: impl Fn(f64, u32) -> f64) -> u32 {
    let mut connections = vec![0u32; draws.len()];
    for visitor in 0..what.visitors {
        // The same visitor is as patient and as easily pleased under both rankings.
        let mut chance = SplitMix64::for_item(what.seed, 1, u64::from(visitor));
        let themes = THEMES.min(draws.len()).max(1);
        let theme = chance.below(themes as u64) as usize;
        let mut order: Vec<usize> = (theme..draws.len()).step_by(themes).collect();
        let key = |opening: &usize| score(draws[*opening], connections[*opening]);
        order.sort_by(|a, b| key(b).total_cmp(&key(a)).then(a.cmp(b)));
        let mut seen = 1;
        while seen < SEEN_PLACES.min(order.len()) && chance.below(1000) < GOES_ON {
            seen += 1;
        }
        let Some(looked_at) = order.get(..seen) else { continue };
        // The root: whoever looks at something is drawn by it less unequally than crowds are.
        let appeal: Vec<f64> = looked_at.iter().map(|opening| draws[*opening].sqrt()).collect();
        let mut left = appeal.iter().sum::<f64>() * (chance.below(1 << 32) as f64 / f64::from(u32::MAX));
        let mut chosen = looked_at.last().copied();
        for (opening, weight) in looked_at.iter().zip(&appeal) {
            if left < *weight {
                chosen = Some(*opening);
                break;
            }
            left -= weight;
        }
        if let Some(chosen) = chosen {
            connections[chosen] += 1;
        }
    }
    u32::try_from(connections.iter().filter(|count| **count > 0).count()).unwrap_or(u32::MAX)
}
