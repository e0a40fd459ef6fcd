//! What makes one hit come before another: words, distance, freshness, fair exposure.

use std::sync::Arc;

use super::model::{Near, RankingWeights};
use super::segment::WINDOW;

/// Mean radius of the earth in km (IUGG).
const EARTH_KM: f64 = 6371.0088;
const HOUR_MS: i64 = 3_600_000;
const DAY_MS: f64 = 86_400_000.0;

/// A place as a point on the unit sphere: the square of the straight line between two such points grows with their distance,
/// and costs no sine or cosine per document. 32 bits are good for half a metre.
pub(super) fn point(lat: f64, lon: f64) -> [f32; 3] {
    let (lat, lon) = (lat.to_radians(), lon.to_radians());
    [(lat.cos() * lon.cos()) as f32, (lat.cos() * lon.sin()) as f32, lat.sin() as f32]
}

/// The square of the straight line between two points; not a number when one has no place.
pub(super) fn apart(a: [f32; 3], b: [f32; 3]) -> f32 {
    let (x, y, z) = (a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    x * x + y * y + z * z
}

/// The distance over the ground: the haversine formula, begun at its chord.
pub(super) fn kilometres(apart: f32) -> f64 {
    2.0 * EARTH_KM * (f64::from(apart).sqrt() / 2.0).min(1.0).asin()
}

/// A place to search around, made ready.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    pub point: [f32; 3],
    reach: Option<f32>,
    unplaced_pass: bool,
    unplaced: f32,
    floor: f32,
    scale: f32,
}

impl Around {
    pub(super) fn new(near: &Near, weights: &RankingWeights) -> Self {
        let reach = near.radius_km.map(|km| {
            let half_angle = (km.max(0.0) / (2.0 * EARTH_KM)).min(std::f64::consts::FRAC_PI_2);
            (2.0 * half_angle.sin()).powi(2) as f32
        });
        let half = f64::from(weights.distance_half_km).max(0.001) / EARTH_KM;
        Around {
            point: point(near.lat, near.lon),
            reach,
            unplaced_pass: near.unplaced,
            unplaced: weights.unplaced,
            floor: weights.distance_floor,
            scale: (1.0 / (half * half)) as f32,
        }
    }

    pub(super) fn has_radius(&self) -> bool {
        self.reach.is_some()
    }

    /// Whether something at this place is near enough.
    pub(super) fn reaches(&self, place: [f32; 3]) -> bool {
        let Some(reach) = self.reach else { return true };
        let apart = apart(self.point, place);
        if apart.is_nan() { self.unplaced_pass } else { apart <= reach }
    }

    /// What the distance leaves of a score.
    pub(super) fn factor(&self, place: [f32; 3]) -> f32 {
        let apart = apart(self.point, place);
        if apart.is_nan() { self.unplaced } else { self.floor + (1.0 - self.floor) / (1.0 + apart * self.scale) }
    }

    /// Sorts the nearest first and what has no place last.
    pub(super) fn nearness(&self, place: [f32; 3]) -> f64 {
        let apart = apart(self.point, place);
        if apart.is_nan() { -9.0 } else { -f64::from(apart) }
    }
}

/// What the standing of documents depends on besides themselves: the weights and the hour.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StandingKey {
    weights: Arc<RankingWeights>,
    hour: i64,
}

impl StandingKey {
    pub(super) fn new(weights: &RankingWeights, now: i64) -> Self {
        StandingKey { weights: Arc::new(weights.clone()), hour: now.div_euclid(HOUR_MS) }
    }
}

/// Freshness and exposure of every document of a segment.
#[derive(Debug)]
pub(super) struct Standing {
    pub key: StandingKey,
    pub of: Vec<f32>,
    /// The highest within each window.
    pub highest: Vec<f32>,
}

impl Standing {
    pub(super) fn new(key: StandingKey, of: Vec<f32>) -> Self {
        let highest = of.chunks(WINDOW as usize).map(|window| window.iter().copied().fold(0.0, f32::max)).collect();
        Standing { key, of, highest }
    }
}
pub(super) fn standing_of(key: &StandingKey, published: i64, starts: Option<i64>, exposure: f64) -> f32 {
    let weights = &key.weights;
    let now = (key.hour * HOUR_MS) as f64;
    let days = ((now - published as f64) / DAY_MS).max(0.0);
    let fresh = (-days / f64::from(weights.freshness_half_days).max(0.01)).exp2();
    let floor = f64::from(weights.freshness_floor);
    let mut factor = floor + (1.0 - floor) * fresh;
    factor *= 1.0 - f64::from(weights.exposure) * (1.0 - exposure);
    if starts.is_some_and(|starts| (starts as f64) < now - DAY_MS) {
        factor *= f64::from(weights.begun);
    }
    factor.clamp(0.0, 1.0) as f32
}

/// A document and what it is ordered by: the higher first, then the smaller id.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ranked {
    pub by: f64,
    pub id: u128,
    pub score: f32,
    pub segment: u32,
    pub document: u32,
}

impl Ranked {
    fn order(&self, other: &Self) -> std::cmp::Ordering {
        other.by.total_cmp(&self.by).then(self.id.cmp(&other.id))
    }
}

/// Keeps the best `most` of what is offered.
#[derive(Debug)]
pub(super) struct Best {
    kept: Vec<Ranked>,
    most: usize,
    /// What an offer must at least have to matter.
    pub bar: f64,
}

impl Best {
    pub(super) fn new(most: usize) -> Self {
        Best { kept: Vec::with_capacity(most.saturating_mul(2).min(4096)), most, bar: f64::NEG_INFINITY }
    }

    pub(super) fn offer(&mut self, ranked: Ranked) {
        if ranked.by < self.bar || self.most == 0 {
            return;
        }
        self.kept.push(ranked);
        if self.kept.len() >= self.most * 2 + 16 {
            self.kept.select_nth_unstable_by(self.most - 1, Ranked::order);
            self.kept.truncate(self.most);
            self.bar = self.kept[self.most - 1].by;
        }
    }

    /// The best in order, without the first `skipped`.
    pub(super) fn page(mut self, skipped: usize) -> Vec<Ranked> {
        self.kept.sort_unstable_by(Ranked::order);
        self.kept.truncate(self.most);
        self.kept.split_off(skipped.min(self.kept.len()))
    }
}
