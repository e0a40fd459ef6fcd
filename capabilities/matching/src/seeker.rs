//! From what somebody told in a profile to what the engine asks, and which questions are still open. Pure.

use kernel::{Point, codes, text::Codes};

use super::model::{Commitment, Seeker};
use facets::model::{DutchLevel, Facets, WeekPart, When};
use people::{Profile, model as people};

codes! {
    /// A question of the profile that matters for matching.
    pub enum Question {
        /// What one likes to do.
        Tasks = "tasks",
        /// For which cause.
        Themes = "themes",
        /// When one has time.
        When = "when",
        /// For how long.
        Commitment = "commitment",
        /// How many hours.
        Hours = "hours",
        Postcode = "postcode",
        /// How far one travels.
        Travel = "travel",
        /// How well one speaks Dutch.
        Dutch = "dutch",
        /// Which languages one speaks.
        Languages = "languages",
        /// Born in which year.
        BirthYear = "birth_year",
    }
}

impl Question {
    /// Where on the page of the profile it is asked: what stands behind `#` in an address.
    pub const fn anchor(self) -> &'static str {
        match self {
            // Many boxes below a heading: of these no single one is the place to begin.
            Self::Tasks => "like",
            Self::When => "time",
            Self::Themes => "f-themes",
            Self::Commitment => "f-commitment",
            Self::Hours => "f-hours",
            Self::Postcode => "f-postcode",
            Self::Travel => "f-travel",
            Self::Dutch => "f-dutch",
            Self::Languages => "f-languages",
            Self::BirthYear => "f-birth_year",
        }
    }
}

/// What somebody told, as the engine asks it. `point` is where their postcode or wijk lies.
pub fn of_profile(id: impl ToString, profile: &Profile, point: Option<Point>, this_year: i16) -> Seeker {
    let years = |born: u32| u32::try_from(this_year).unwrap_or_default().saturating_sub(born);
    Seeker {
        id: id.to_string(),
        themes: profile.themes.clone(),
        tasks: profile.tasks.clone(),
        learn: profile.learn.clone(),
        when: profile.when.iter().filter_map(week_part).collect(),
        commitment: profile.commitment.iter().filter_map(|wanted| Commitment::parse(wanted.code())).collect(),
        hours_per_week: profile.hours_per_week.map(|hours| hours as f32),
        point,
        travel_km: profile.travel_km.map(f64::from),
        languages: profile.languages.clone(),
        dutch: profile.dutch.and_then(|level| DutchLevel::parse(level.code())),
        // Whose birthday is still to come this year is one year younger than the years say.
        age: profile.birth_year.map(|born| years(born).saturating_sub(1)),
        age_or_one_more: profile.birth_year.is_some(),
        vog: None,
        driving_licence: None,
    }
}

fn week_part(part: &people::WeekPart) -> Option<WeekPart> {
    let weekday = i8::try_from(part.weekday).ok()?;
    Some(WeekPart { weekday, part: Codes::parse(part.part.code())? })
}

/// When somebody has time, in words that `words` finds for parts of the week.
pub fn week(profile: &Profile, words: impl Fn(&[WeekPart]) -> Vec<String>) -> Vec<String> {
    let parts: Vec<WeekPart> = profile.when.iter().filter_map(week_part).collect();
    words(&parts)
}

/// Somebody of whom is known only what they responded to: they like that.
pub fn like(facets: &Facets) -> Seeker {
    let when = match &facets.when {
        When::Period { parts, .. } | When::Flexible { parts } => parts.clone(),
        When::Once { .. } | When::Series { .. } => Vec::new(),
    };
    Seeker {
        themes: facets.themes.clone(),
        tasks: facets.tasks.clone(),
        when,
        point: facets.place.point,
        ..Seeker::default()
    }
}

/// What is known of somebody, with what they responded to in the place of what they did not tell.
pub fn completed(known: Seeker, by: Seeker) -> Seeker {
    let or = |mine: Vec<String>, theirs: Vec<String>| if mine.is_empty() { theirs } else { mine };
    Seeker {
        themes: or(known.themes, by.themes),
        tasks: or(known.tasks, by.tasks),
        when: if known.when.is_empty() { by.when } else { known.when },
        point: known.point.or(by.point),
        ..known
    }
}

/// The questions that were not answered, in the order of the profile.
pub fn unanswered(profile: &Profile) -> Vec<Question> {
    let open = |question: &Question| match question {
        Question::Tasks => profile.tasks.is_empty(),
        Question::Themes => profile.themes.is_empty(),
        Question::When => profile.when.is_empty(),
        Question::Commitment => profile.commitment.is_empty(),
        Question::Hours => profile.hours_per_week.is_none(),
        Question::Postcode => profile.postcode.is_none() && profile.area_code.is_none(),
        Question::Travel => profile.travel_km.is_none(),
        Question::Dutch => profile.dutch.is_none(),
        Question::Languages => profile.languages.is_empty(),
        Question::BirthYear => profile.birth_year.is_none(),
    };
    Question::ALL.iter().copied().filter(open).collect()
}
