//! Why something fits, in the reader's language. The same words serve the person, the organisation and the mediator.

use kernel::text::Codes;
use platform::{Ctx, i18n::FluentValue, templates::format};
use serde::Serialize;

use super::model::{Factor, Fit, Gate, Reason};
use facets::{
    model::{DayPart, Facets, WeekPart, When},
    words::{task_labels, theme_labels},
};

/// A fit from this on is called strong, and one from the second on good.
const STRONG: f64 = 0.75;
const GOOD: f64 = 0.6;

/// Who reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The person, or a mediator with them: everything.
    Person,
    /// An organisation: only what people agree to when they let themselves be found. Not where somebody lives.
    Organisation,
}

/// A fit in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FitWords {
    /// `strong`, `good` or `maybe`.
    pub strength: &'static str,
    /// What fits, a line each, the weightiest first.
    pub fits: Vec<String>,
    /// What does not fit.
    pub misfits: Vec<String>,
    /// What is asked and was not told.
    pub to_ask: Vec<String>,
}

/// A fit in words.
pub fn fit(ctx: &Ctx, fit: &Fit, facets: &Facets, reader: Reader) -> FitWords {
    let shown = |reason: &&Reason| reader == Reader::Person || !tells_where(reason.factor);
    FitWords {
        strength: strength(fit.score),
        fits: fit.fits.iter().filter(shown).map(|reason| fits(ctx, reason, facets)).collect(),
        misfits: fit.misfits.iter().filter(shown).map(|reason| misfits(ctx, reason, facets)).collect(),
        to_ask: fit.to_ask.iter().map(|gate| asked(ctx, *gate, facets)).collect(),
    }
}

/// Where somebody lives, or how they speak: not for an organisation before they talk.
fn tells_where(factor: Factor) -> bool {
    matches!(factor, Factor::Distance | Factor::Home | Factor::BeginnerDutch)
}

/// How well it fits, in one word.
pub fn strength(score: f64) -> &'static str {
    match score {
        score if score >= STRONG => "strong",
        score if score >= GOOD => "good",
        _ => "maybe",
    }
}

fn dashed(code: impl Codes) -> String {
    code.code().replace('_', "-")
}

fn fits(ctx: &Ctx, reason: &Reason, facets: &Facets) -> String {
    let what = match reason.factor {
        Factor::Tasks => task_labels(&reason.about, ctx.lang).join(", "),
        Factor::Themes => theme_labels(&reason.about, ctx.lang).join(", "),
        _ => detail(ctx, reason, facets),
    };
    ctx.t_with(&format!("matching-fits-{}", dashed(reason.factor)), &[("what", FluentValue::from(what))])
}

fn misfits(ctx: &Ctx, reason: &Reason, facets: &Facets) -> String {
    let what = match reason.factor {
        Factor::Tasks => task_labels(&facets.tasks, ctx.lang).join(", "),
        Factor::Themes => theme_labels(&facets.themes, ctx.lang).join(", "),
        _ => detail(ctx, reason, facets),
    };
    ctx.t_with(&format!("matching-misfits-{}", dashed(reason.factor)), &[("what", FluentValue::from(what))])
}

fn detail(ctx: &Ctx, reason: &Reason, facets: &Facets) -> String {
    let number = || reason.about.first().and_then(|text| text.parse::<f64>().ok()).unwrap_or_default();
    match reason.factor {
        Factor::Time => moment(ctx, reason, facets),
        Factor::Commitment => {
            let code = reason.about.first().map(String::as_str).unwrap_or_default();
            ctx.t(&format!("matching-commitment-{code}"))
        }
        Factor::Hours => {
            facets.hours.map_or_else(String::new, |hours| vacancies::hours_words(ctx, &facets.when, hours))
        }
        Factor::Distance => format::distance(number(), ctx.lang),
        Factor::Tasks | Factor::Themes | Factor::Home | Factor::Learning | Factor::BeginnerDutch => String::new(),
    }
}

/// The shared parts of the week; without any, when it is.
fn moment(ctx: &Ctx, reason: &Reason, facets: &Facets) -> String {
    let part = |code: &String| {
        let (weekday, part) = code.split_once('-')?;
        Some(WeekPart { weekday: weekday.parse().ok()?, part: DayPart::parse(part)? })
    };
    let shared: Vec<WeekPart> = reason.about.iter().filter_map(part).collect();
    match &facets.when {
        When::Once { .. } | When::Series { .. } => vacancies::when(ctx, &facets.when),
        When::Period { parts, .. } | When::Flexible { parts } => {
            vacancies::week_parts(ctx, if shared.is_empty() { parts } else { &shared }).join("; ")
        }
    }
}

fn asked(ctx: &Ctx, gate: Gate, facets: &Facets) -> String {
    let asked = &facets.asked;
    let what = match gate {
        Gate::Age => asked.min_age.unwrap_or_default().to_string(),
        Gate::Dutch => ctx.t(&format!("marketplace-dutch-{}", asked.dutch)),
        Gate::Languages => {
            let names: Vec<String> = asked.languages.iter().map(|code| vacancies::language_name(ctx, code)).collect();
            names.join(", ")
        }
        Gate::Vog | Gate::DrivingLicence => String::new(),
    };
    ctx.t_with(&format!("matching-ask-{}", dashed(gate)), &[("what", FluentValue::from(what))])
}
