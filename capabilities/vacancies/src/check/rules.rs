//! What each rule looks at. `None` is fine; otherwise the words found, or the number that is allowed.

use super::{
    Input, Rule, Terms,
    words::{self, Words},
};
use facets::model::{DutchLevel, When};

/// Longest average sentence, in words.
const SENTENCE_WORDS: f64 = 15.0;
/// Letters from which a word is long.
const LONG_LETTERS: usize = 15;
/// Share of long words that is still easy to read.
const LONG_SHARE: f64 = 0.05;
/// Most hours of one occasion.
const MOST_HOURS_ONCE: f32 = 14.0;

/// Themes in which volunteers stand beside paid staff and people who depend on them.
const CARE: [&str; 4] = ["elderly", "youth", "health", "relief"];
/// Tasks with people who depend on the volunteer.
const DEPENDENT: [&str; 16] = [
    "youth-group",
    "playground",
    "babysitting",
    "family-support",
    "visiting",
    "buddy",
    "respite",
    "palliative-care",
    "accompanying",
    "holiday-week",
    "homework-help",
    "training-youth",
    "adapted-sport",
    "mentoring",
    "youth-work",
    "paperwork",
];
/// Tasks of which talking or writing Dutch is the heart.
const OF_LANGUAGE: [&str; 18] = [
    "language-buddy",
    "language-class",
    "interpreting",
    "local-news",
    "legal-desk",
    "secretary",
    "paperwork",
    "tax-forms",
    "mediation",
    "listening",
    "palliative-care",
    "mentoring",
    "debate-evening",
    "homework-help",
    "reading-aloud",
    "job-coaching",
    "grant-reading",
    "having-a-say",
];
/// Tasks that hands do.
const OF_HANDS: [&str; 22] = [
    "gardening",
    "cooking",
    "sorting",
    "food-packing",
    "handcraft",
    "odd-jobs",
    "clean-up",
    "nature-work",
    "school-garden",
    "repairing",
    "animal-care",
    "animal-transport",
    "grounds",
    "moving-help",
    "shopping",
    "walking-together",
    "cycling-together",
    "stage-crew",
    "making-music",
    "library-corner",
    "club-bar",
    "event-crew",
];

/// Looks at one rule.
pub(super) fn look(rule: Rule, input: &Input, terms: &Terms) -> Option<String> {
    let story = || Words::of(&format!("{} . {} . {}", input.title, input.summary, input.description));
    match rule {
        Rule::Title => title(&input.title),
        Rule::Summary => fault(input.summary.trim().chars().count() < 20 || input.summary == input.title),
        Rule::Description => {
            let few = Words::of(&input.description).count() < terms.min_words as usize;
            few.then(|| terms.min_words.to_string())
        }
        Rule::Task => {
            fault(!Words::of(&format!("{} {}", input.summary, input.description)).has_any(&["je", "jij", "you"]))
        }
        Rule::Dates => dates(input, terms),
        Rule::HoursMax => hours_max(input, terms),
        Rule::HoursPlausible => hours_plausible(input),
        Rule::Contact => fault(!input.contact_named),
        Rule::PaidWork => story().find(words::PAID),
        Rule::Profit => story().find(words::PROFIT),
        Rule::ReplacesStaff => story().find(words::REPLACES),
        Rule::Boundary => {
            let care = input.themes.iter().any(|theme| CARE.contains(&theme.as_str()));
            fault(care && !mentions(&story(), words::BOUNDARY))
        }
        Rule::Diploma => diploma(input, &story()),
        Rule::AgeSex => age_sex(input, &story()),
        Rule::DutchLevel => dutch_level(input),
        Rule::Inclusive => story().find(words::EXCLUDING),
        Rule::Vog => {
            let dependent = input.tasks.iter().any(|task| DEPENDENT.contains(&task.as_str()));
            fault(dependent && !input.asked.vog)
        }
        Rule::Insurance => fault(!input.offered.insurance && !said(input, words::INSURANCE)),
        Rule::Guidance => fault(!input.offered.guidance && !said(input, words::GUIDANCE)),
        Rule::Expenses => fault(!input.offered.expenses && !said(input, words::EXPENSES)),
        Rule::PlainLanguage => plain_language(&input.description),
        Rule::ContactData => words::contact_data(&format!("{} {}", input.summary, input.description)),
    }
}

fn fault(is: bool) -> Option<String> {
    is.then(String::new)
}

/// Whether one of the patterns is there, also where it is denied: who says *no expenses* has said it.
fn mentions(words: &Words, patterns: &[&str]) -> bool {
    words.mentions(patterns)
}

fn said(input: &Input, patterns: &[&str]) -> bool {
    let other = input.offered.other.as_deref().unwrap_or_default();
    mentions(&Words::of(&format!("{} . {} . {other}", input.summary, input.description)), patterns)
}

fn title(title: &str) -> Option<String> {
    let words = Words::of(title);
    let letters: Vec<char> = title.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    let shouts = letters.len() > 8 && capitals * 10 > letters.len() * 6 || title.contains("!!");
    let says_nothing = words.is_one_of(words::EMPTY_TITLES);
    fault(title.trim().chars().count() < 10 || words.count() < 2 || says_nothing || shouts)
}

fn dates(input: &Input, terms: &Terms) -> Option<String> {
    let today = terms.today;
    let (last, in_order) = match input.when.as_ref() {
        Some(When::Once { date, starts, ends }) => (Some(*date), starts < ends),
        Some(When::Period { from, until, .. }) => (Some(*until), from <= until),
        Some(When::Series { from, until, starts, ends, .. }) => {
            (*until, starts < ends && from.zip(*until).is_none_or(|(from, until)| from <= until))
        }
        Some(When::Flexible { .. }) | None => (None, true),
    };
    let shown_too_long = last.zip(input.closes_on).is_some_and(|(last, closes)| closes > last);
    let past = last.is_some_and(|last| last < today) || input.closes_on.is_some_and(|closes| closes < today);
    fault(past || !in_order || shown_too_long)
}

fn hours_max(input: &Input, terms: &Terms) -> Option<String> {
    let weekly = !matches!(input.when, Some(When::Once { .. }));
    let most = terms.max_hours as f32;
    (weekly && input.hours.is_some_and(|hours| hours > most)).then(|| terms.max_hours.to_string())
}

/// Hours between two times of one day.
fn between(starts: jiff::civil::Time, ends: jiff::civil::Time) -> f32 {
    let minutes = |time: jiff::civil::Time| f32::from(time.hour()) * 60.0 + f32::from(time.minute());
    ((minutes(ends) - minutes(starts)) / 60.0).max(0.0)
}

fn hours_plausible(input: &Input) -> Option<String> {
    let Some(hours) = input.hours else { return fault(true) };
    let implausible = match input.when.as_ref() {
        Some(When::Once { starts, ends, .. }) => hours > MOST_HOURS_ONCE || hours > between(*starts, *ends) + 2.0,
        Some(When::Series { starts, ends, every_weeks, .. }) => {
            let weekly = between(*starts, *ends) / f32::from((*every_weeks).max(1));
            // Preparing and clearing away take time too; twice and two hours is no slip of the pen.
            hours > 2.0 * weekly + 2.0 || hours < weekly / 2.0
        }
        Some(When::Period { .. } | When::Flexible { .. }) | None => false,
    };
    fault(implausible)
}

fn diploma(input: &Input, story: &Words) -> Option<String> {
    let asked = input.asked.diploma.as_ref().filter(|asked| !mentions(&Words::of(asked), words::NEEDED_PROOF));
    asked.cloned().or_else(|| story.find(words::DIPLOMA))
}

fn age_sex(input: &Input, story: &Words) -> Option<String> {
    if input.asked.age_reason.as_deref().is_some_and(|reason| !reason.trim().is_empty()) {
        return None;
    }
    input.asked.min_age.map(|age| age.to_string()).or_else(|| story.find(words::AGE_OR_SEX))
}

fn dutch_level(input: &Input) -> Option<String> {
    let all_of =
        |list: &[&str]| !input.tasks.is_empty() && input.tasks.iter().all(|task| list.contains(&task.as_str()));
    let any_of = |list: &[&str]| input.tasks.iter().any(|task| list.contains(&task.as_str()));
    match input.asked.dutch {
        DutchLevel::B2 => fault(!any_of(&OF_LANGUAGE)),
        DutchLevel::B1 => fault(all_of(&OF_HANDS)),
        DutchLevel::None | DutchLevel::A1 | DutchLevel::A2 => None,
    }
}

fn plain_language(text: &str) -> Option<String> {
    let words = Words::of(text);
    let long = words.long(LONG_LETTERS);
    if long.len() as f64 > words.count() as f64 * LONG_SHARE && long.len() > 2 {
        return Some(long.iter().take(3).copied().collect::<Vec<_>>().join(", "));
    }
    fault(words::sentence_length(text) > SENTENCE_WORDS)
}
