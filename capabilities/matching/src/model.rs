//! Who fits what: the engine. Pure; the same input gives the same output, on a page and on the command line.
//!
//! Two kinds of questions, kept apart:
//!
//! * **Gates** — age where the work asks one, a certificate of conduct, a language that is asked. A gate is open or closed.
//!   An open gate adds nothing: whoever passes it is not better for it. A gate about which somebody said nothing is open,
//!   with a question to ask.
//! * **Factors** — tasks, themes, time, distance … Each has a fit from 0 to 1 and a weight ([`super::weights`]).
//!
//! The score is the weighted mean of what both sides told, drawn towards the middle (0.5) when little is known: someone
//! who told little is neither first nor last. A question that either side left open counts as answered as well as the
//! rest, and never as less than the middle. From that follows, and a test over any answers holds it:
//!
//! * an answer that fits no better than the middle never puts anyone above where silence would have put them;
//! * silence never pulls a score below what the other answers give;
//! * only an answer that fits better than both gains something. Were even that one worth no more than silence, nothing
//!   told could ever help anyone to what suits them.

use kernel::{Point, codes};
use serde::{Deserialize, Serialize};

use super::weights::Weights;
use facets::model::{Asked, DayPart, DutchLevel, Facets, SuitableFor, WeekPart, When};

/// Kilometres at which distance fits half, for somebody who did not say how far they travel.
const USUAL_TRAVEL_KM: f64 = 4.0;
/// A fit from this on is a reason for, one below the other a reason against; in between it is not worth a word.
const FITS: f64 = 0.6;
const MISFITS: f64 = 0.4;
/// Neither for nor against.
const MIDDLE: f64 = 0.5;

/// Somebody who wants to do something, as far as they told. Every field may be empty or absent: *not said*.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seeker {
    /// Which, as the caller knows them.
    pub id: String,
    /// Slugs of themes they like.
    pub themes: Vec<String>,
    /// Slugs of tasks they like.
    pub tasks: Vec<String>,
    /// Slugs of skills they want to learn.
    pub learn: Vec<String>,
    /// When they have time.
    pub when: Vec<WeekPart>,
    /// For how long: `once`, `period`, `longer`.
    pub commitment: Vec<Commitment>,
    /// Most hours a week.
    pub hours_per_week: Option<f32>,
    pub point: Option<Point>,
    /// How far they travel, in kilometres.
    pub travel_km: Option<f64>,
    /// Languages they speak, ISO 639-1.
    pub languages: Vec<String>,
    /// Their level of spoken Dutch.
    pub dutch: Option<DutchLevel>,
    /// Age in whole years.
    pub age: Option<u32>,
    /// Whether the age may be one year more: of somebody who told the year of birth alone.
    pub age_or_one_more: bool,
    /// Whether they have or will ask for a certificate of conduct.
    pub vog: Option<bool>,
    /// Whether they have a driving licence.
    pub driving_licence: Option<bool>,
}

codes! {
    /// For how long somebody wants to do something.
    pub enum Commitment {
        Once = "once",
        /// For some weeks or months.
        Period = "period",
        /// With no end in sight.
        Longer = "longer",
    }
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    /// Which, as the caller knows it.
    pub id: String,
    /// What it asks and offers.
    pub facets: Facets,
    /// Its fair share of attention, 1 (nobody came yet) to 0 (has had its share).
    #[serde(default = "whole")]
    pub exposure: f64,
}

const fn whole() -> f64 {
    1.0
}

codes! {
    /// What may shut somebody out, because the law or the work asks it.
    pub enum Gate {
        /// Old enough.
        Age = "age",
        /// Enough spoken Dutch.
        Dutch = "dutch",
        /// Speaks what is asked beside Dutch.
        Languages = "languages",
        /// Has or will ask for a certificate of conduct.
        Vog = "vog",
        /// Has a driving licence.
        DrivingLicence = "driving_licence",
    }
}

codes! {
    /// What makes something fit more or less.
    pub enum Factor {
        /// What one does.
        Tasks = "tasks",
        /// For which cause.
        Themes = "themes",
        /// On which parts of the week.
        Time = "time",
        /// Once, for a while, or longer.
        Commitment = "commitment",
        /// How many hours.
        Hours = "hours",
        /// How far away.
        Distance = "distance",
        /// From home, for somebody who need not travel then.
        Home = "home",
        /// There is something to learn for who wants that.
        Learning = "learning",
        /// Meant for people who are learning Dutch.
        BeginnerDutch = "beginner_dutch",
    }
}

/// A factor with how it came out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    pub factor: Factor,
    /// How well it fits, 0 to 1.
    pub fit: f64,
    /// What it weighed.
    pub weight: f64,
    /// What it is about: shared slugs, kilometres, hours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
}

/// How somebody and something fit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fit {
    /// 0 to 1; 0.5 is *nothing known*.
    pub score: f64,
    /// The score with the fair share in it: what lists are ordered by.
    pub rank: f64,
    /// What speaks for it, the weightiest first.
    pub fits: Vec<Reason>,
    /// What does not fit, the weightiest first.
    pub misfits: Vec<Reason>,
    /// What is asked and was not told: to be talked about.
    pub to_ask: Vec<Gate>,
}

/// How somebody and something fit, or which gates are closed.
///
/// # Errors
/// The closed gates, when there are any.
pub fn judge(seeker: &Seeker, opening: &Opening, weights: &Weights) -> Result<Fit, Vec<Gate>> {
    let asked = &opening.facets.asked;
    let answers = Gate::all_of(seeker, asked);
    let closed: Vec<Gate> =
        answers.iter().filter(|(_, passes)| *passes == Some(false)).map(|(gate, _)| *gate).collect();
    if !closed.is_empty() {
        return Err(closed);
    }
    let to_ask = answers.into_iter().filter(|(_, passes)| passes.is_none()).map(|(gate, _)| gate).collect();
    let known: Vec<Reason> = factors(seeker, &opening.facets, weights);
    let score = score(&known, weights);
    let share = opening.exposure.clamp(0.0, 1.0);
    let rank = score * (1.0 - weights.exposure + weights.exposure * share);
    let worth = |reason: &Reason| reason.weight * (reason.fit - MIDDLE).abs();
    let mut sorted = known;
    sorted.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then(a.factor.cmp(&b.factor)));
    let fits = sorted.iter().filter(|reason| reason.fit >= FITS).cloned().collect();
    let misfits = sorted.into_iter().filter(|reason| reason.fit < MISFITS).collect();
    Ok(Fit { score, rank, fits, misfits, to_ask })
}

/// The factors that are questions to both sides; the others only add something where they apply.
const QUESTIONS: [Factor; 6] =
    [Factor::Tasks, Factor::Themes, Factor::Time, Factor::Commitment, Factor::Hours, Factor::Distance];

/// The weighted mean of what is known, with the middle in it as much as `prior` weighs.
pub(super) fn known_mean(known: &[Reason], weights: &Weights) -> f64 {
    let weight: f64 = known.iter().map(|reason| reason.weight).sum();
    let sum: f64 = known.iter().map(|reason| reason.weight * reason.fit).sum();
    let all = weight + weights.prior;
    if all > 0.0 { (sum + weights.prior * MIDDLE) / all } else { MIDDLE }
}

/// What is known, with every question that was left open as good as that, and never below the middle.
fn score(known: &[Reason], weights: &Weights) -> f64 {
    let mean = known_mean(known, weights);
    let weight: f64 = known.iter().map(|reason| reason.weight).sum::<f64>() + weights.prior;
    // From home there is no distance to ask about: that question has been answered.
    let answered = |factor: &Factor| {
        known
            .iter()
            .any(|reason| reason.factor == *factor || (*factor == Factor::Distance && reason.factor == Factor::Home))
    };
    let open: f64 = QUESTIONS.iter().filter(|factor| !answered(factor)).map(|factor| weights.of(*factor)).sum();
    let all = weight + open;
    if all > 0.0 { (mean * weight + mean.max(MIDDLE) * open) / all } else { MIDDLE }
}

impl Gate {
    /// The gates that are there, each with whether somebody passes: yes, no, or not told.
    fn all_of(seeker: &Seeker, asked: &Asked) -> Vec<(Self, Option<bool>)> {
        let mut gates = Vec::new();
        if let Some(least) = asked.min_age {
            gates.push((Self::Age, old_enough(seeker, u32::from(least))));
        }
        if asked.dutch != DutchLevel::None {
            gates.push((Self::Dutch, seeker.dutch.map(|level| level >= asked.dutch)));
        }
        if !asked.languages.is_empty() {
            let speaks = |language: &String| seeker.languages.contains(language);
            let told = (!seeker.languages.is_empty()).then(|| asked.languages.iter().all(speaks));
            gates.push((Self::Languages, told));
        }
        if asked.vog {
            gates.push((Self::Vog, seeker.vog));
        }
        if asked.driving_licence {
            gates.push((Self::DrivingLicence, seeker.driving_licence));
        }
        gates
    }
}

/// Yes, no, or unknown: not told, or it depends on the birthday.
fn old_enough(seeker: &Seeker, least: u32) -> Option<bool> {
    let age = seeker.age?;
    let birthday_decides = seeker.age_or_one_more && age + 1 == least;
    (!birthday_decides).then_some(age >= least)
}

/// Every factor about which both sides said something.
pub(super) fn factors(seeker: &Seeker, facets: &Facets, weights: &Weights) -> Vec<Reason> {
    let mut known = Vec::new();
    let mut add = |factor, found: Option<(f64, Vec<String>)>| {
        if let Some((fit, about)) = found {
            known.push(Reason { factor, fit, weight: weights.of(factor), about });
        }
    };
    add(Factor::Tasks, overlap(&seeker.tasks, &facets.tasks));
    add(Factor::Themes, overlap(&seeker.themes, &facets.themes));
    add(Factor::Time, time(&seeker.when, &facets.when));
    add(Factor::Commitment, commitment(&seeker.commitment, &facets.when));
    add(Factor::Hours, hours(seeker.hours_per_week, facets));
    if facets.place.from_home {
        add(Factor::Home, seeker.point.map(|_| (1.0, Vec::new())));
    } else {
        add(Factor::Distance, distance(seeker, facets.place.point));
    }
    let learns = !seeker.learn.is_empty() && (facets.offered.training || facets.offered.guidance);
    add(Factor::Learning, learns.then(|| (1.0, Vec::new())));
    let beginner = seeker.dutch.is_some_and(|level| level <= DutchLevel::A2);
    let meant = facets.suitable.contains(&SuitableFor::BeginnerDutch);
    add(Factor::BeginnerDutch, (beginner && meant).then(|| (1.0, Vec::new())));
    known
}

/// Whether anything is shared; one thing in common is most of it, a second the rest.
fn overlap(mine: &[String], theirs: &[String]) -> Option<(f64, Vec<String>)> {
    if mine.is_empty() || theirs.is_empty() {
        return None;
    }
    let shared: Vec<String> = theirs.iter().filter(|slug| mine.contains(slug)).cloned().collect();
    let fit = match shared.len() {
        0 => 0.0,
        1 => 0.8,
        _ => 1.0,
    };
    Some((fit, shared))
}

/// Whether somebody has time then. Nothing to say when it goes as agreed.
fn time(free: &[WeekPart], when: &When) -> Option<(f64, Vec<String>)> {
    let wanted = match when {
        When::Once { date, starts, ends } => parts_between(date.weekday().to_monday_one_offset(), *starts, *ends),
        When::Series { weekday, starts, ends, .. } => parts_between(*weekday, *starts, *ends),
        When::Period { parts, .. } | When::Flexible { parts } => parts.clone(),
    };
    if free.is_empty() || wanted.is_empty() {
        return None;
    }
    let shared = wanted.iter().filter(|part| free.contains(part));
    let about: Vec<String> = shared.map(|part| format!("{}-{}", part.weekday, part.part)).collect();
    // A fixed moment must be free as a whole; of several that would do, one is enough.
    let fixed = matches!(when, When::Once { .. } | When::Series { .. });
    let fit = match (fixed, about.len()) {
        (_, 0) => 0.0,
        (true, some) if some < wanted.len() => 0.5,
        _ => 1.0,
    };
    Some((fit, about))
}

fn parts_between(weekday: i8, starts: jiff::civil::Time, ends: jiff::civil::Time) -> Vec<WeekPart> {
    let minutes = |time: jiff::civil::Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
    let spans = [(DayPart::Morning, 0, 12), (DayPart::Afternoon, 12, 18), (DayPart::Evening, 18, 24)];
    let touched = |(_, from, to): &&(DayPart, i32, i32)| minutes(starts) < to * 60 && minutes(ends) > from * 60;
    spans.iter().filter(touched).map(|(part, ..)| WeekPart { weekday, part: *part }).collect()
}

fn commitment(wanted: &[Commitment], when: &When) -> Option<(f64, Vec<String>)> {
    if wanted.is_empty() {
        return None;
    }
    let (exact, near) = match when {
        When::Once { .. } => (Commitment::Once, None),
        When::Period { .. } => (Commitment::Period, Some(Commitment::Longer)),
        When::Series { .. } | When::Flexible { .. } => (Commitment::Longer, Some(Commitment::Period)),
    };
    let fit = if wanted.contains(&exact) {
        1.0
    } else if near.is_some_and(|near| wanted.contains(&near)) {
        0.5
    } else {
        0.0
    };
    Some((fit, vec![exact.to_string()]))
}

fn hours(most: Option<f32>, facets: &Facets) -> Option<(f64, Vec<String>)> {
    let (most, asked) = (f64::from(most?), f64::from(facets.hours?));
    if matches!(facets.when, When::Once { .. }) || most <= 0.0 {
        return None;
    }
    let fit = if asked <= most { 1.0 } else { (1.0 - (asked - most) / most).max(0.0) };
    Some((fit, vec![asked.to_string()]))
}

/// Within what somebody travels the nearer half is as good as next door; beyond it, it falls off quickly.
fn distance(seeker: &Seeker, there: Option<Point>) -> Option<(f64, Vec<String>)> {
    let km = seeker.point?.distance_km(there?);
    let fit = match seeker.travel_km {
        Some(most) if most > 0.0 => {
            if km <= most {
                1.0 - 0.4 * ((km / most - 0.5) * 2.0).max(0.0)
            } else {
                (0.4 - 0.4 * (km / most - 1.0)).max(0.0)
            }
        }
        _ => 1.0 / (1.0 + (km / USUAL_TRAVEL_KM).powi(2)),
    };
    Some((fit, vec![format!("{km:.2}")]))
}

/// Somebody or something in a list of suggestions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Suggestion {
    pub id: String,
    /// How it fits.
    #[serde(flatten)]
    pub fit: Fit,
}

/// What was left out, because a gate is closed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Excluded {
    pub id: String,
    /// The closed gates.
    pub gates: Vec<Gate>,
}

/// The openings for a seeker, the best first; equals in the order of their ids.
pub fn openings_for(seeker: &Seeker, openings: &[Opening], weights: &Weights) -> (Vec<Suggestion>, Vec<Excluded>) {
    let pairs = openings.iter().map(|opening| (opening.id.as_str(), judge(seeker, opening, weights)));
    ordered(pairs)
}

/// The seekers for an opening, the best first; equals in the order of their ids.
pub fn seekers_for(opening: &Opening, seekers: &[Seeker], weights: &Weights) -> (Vec<Suggestion>, Vec<Excluded>) {
    let pairs = seekers.iter().map(|seeker| (seeker.id.as_str(), judge(seeker, opening, weights)));
    ordered(pairs)
}

fn ordered<'a>(judged: impl Iterator<Item = (&'a str, Result<Fit, Vec<Gate>>)>) -> (Vec<Suggestion>, Vec<Excluded>) {
    let (mut suggestions, mut excluded) = (Vec::new(), Vec::new());
    for (id, outcome) in judged {
        match outcome {
            Ok(fit) => suggestions.push(Suggestion { id: id.to_owned(), fit }),
            Err(gates) => excluded.push(Excluded { id: id.to_owned(), gates }),
        }
    }
    suggestions.sort_by(|a, b| b.fit.rank.total_cmp(&a.fit.rank).then_with(|| a.id.cmp(&b.id)));
    (suggestions, excluded)
}
