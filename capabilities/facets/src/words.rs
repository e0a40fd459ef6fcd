//! Facets on a page: what people choose from, and what was chosen in words.

use kernel::{Choice, Instant, Lang, taxonomy, text::Codes};
use platform::Ctx;
use serde::Serialize;

use super::{
    fields::{LANGUAGES, OFFERED, WHENS},
    model::{Asked, DayPart, DutchLevel, Facets, Offered, SuitableFor, When},
};

/// A moment that a page shows as the time since, exact on hover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Since {
    /// As local text, for the date filters of templates.
    pub text: String,
    /// In milliseconds.
    pub at: i64,
}

impl Since {
    /// In the town of `ctx`.
    pub fn new(ctx: &Ctx, at: Instant) -> Self {
        Self { text: ctx.local(at), at: at.millis() }
    }
}

/// Tasks under their theme.
#[derive(Clone, Debug, Serialize)]
pub struct TaskGroup {
    pub label: String,
    pub tasks: Vec<Choice>,
}

/// What a page with these fields lets people choose from, in their language. Codes whose words are in the catalogue
/// (`marketplace-when-…`) are worded by the template.
#[derive(Clone, Debug, Serialize)]
pub struct Choices {
    pub themes: Vec<Choice>,
    /// Tasks by theme.
    pub tasks: Vec<TaskGroup>,
    /// The wijken; empty when none were loaded.
    pub wijken: Vec<Choice>,
    /// Codes of [`WHENS`].
    pub whens: [&'static str; 4],
    /// Codes of [`DayPart`].
    pub day_parts: Vec<&'static str>,
    /// Codes of [`DutchLevel`].
    pub dutch: Vec<&'static str>,
    /// Codes of [`SuitableFor`].
    pub suitable: Vec<&'static str>,
    /// Codes of [`OFFERED`].
    pub offered: [&'static str; 4],
    /// Codes of [`LANGUAGES`].
    pub languages: [&'static str; 14],
}

impl Choices {
    /// In `lang`, with the wijken of the town.
    pub fn new(lang: Lang, wijken: Vec<Choice>) -> Self {
        let task = |task: &taxonomy::Task| Choice::new(task.slug, task.label(lang));
        let group = |theme: &taxonomy::Theme| TaskGroup {
            label: theme.label(lang).to_owned(),
            tasks: taxonomy::TASKS.iter().filter(|known| known.theme == theme.slug).map(task).collect(),
        };
        Self {
            themes: taxonomy::THEMES.iter().map(|theme| Choice::new(theme.slug, theme.label(lang))).collect(),
            tasks: taxonomy::THEMES.iter().map(group).filter(|group| !group.tasks.is_empty()).collect(),
            wijken,
            whens: WHENS,
            day_parts: DayPart::ALL.iter().map(|part| part.code()).collect(),
            dutch: DutchLevel::ALL.iter().map(|level| level.code()).collect(),
            suitable: SuitableFor::ALL.iter().map(|suits| suits.code()).collect(),
            offered: OFFERED,
            languages: LANGUAGES,
        }
    }
}

/// The labels of themes in `lang`, in the order of the taxonomy; slugs that are no more are left out.
pub fn theme_labels(slugs: &[String], lang: Lang) -> Vec<&'static str> {
    let chosen = taxonomy::THEMES.iter().filter(|theme| slugs.iter().any(|slug| slug == theme.slug));
    chosen.map(|theme| theme.label(lang)).collect()
}

/// The labels of tasks in `lang`, in the order of the taxonomy; slugs that are no more are left out.
pub fn task_labels(slugs: &[String], lang: Lang) -> Vec<&'static str> {
    let chosen = taxonomy::TASKS.iter().filter(|task| slugs.iter().any(|slug| slug == task.slug));
    chosen.map(|task| task.label(lang)).collect()
}

/// Facets as a page shows them, worded in the reader's language as far as the catalogue does not do it.
#[derive(Clone, Debug, Serialize)]
pub struct FacetsShown {
    pub themes: Vec<&'static str>,
    pub tasks: Vec<&'static str>,
    /// When; worded by the macro `when_text`.
    pub when: When,
    pub hours: Option<f32>,
    /// Whether it can be done from home.
    pub from_home: bool,
    /// Name of the wijk.
    pub wijk: Option<String>,
    /// Name of the place, as an organisation writes it.
    pub place_name: Option<String>,
    /// What is asked, as it is.
    pub asked: Asked,
    /// What is offered, as it is.
    pub offered: Offered,
    /// Codes of [`SuitableFor`].
    pub suitable: Vec<&'static str>,
}

impl FacetsShown {
    /// Of these facets, in `lang`, with the names of the wijken.
    pub fn new(facets: &Facets, lang: Lang, wijken: &[Choice]) -> Self {
        let name = |code: &String| wijken.iter().find(|wijk| wijk.value == *code).map(|wijk| wijk.label.clone());
        Self {
            themes: theme_labels(&facets.themes, lang),
            tasks: task_labels(&facets.tasks, lang),
            when: facets.when.clone(),
            hours: facets.hours,
            from_home: facets.place.from_home,
            wijk: facets.place.wijk.as_ref().and_then(name),
            place_name: facets.place.name.clone(),
            asked: facets.asked.clone(),
            offered: facets.offered.clone(),
            suitable: facets.suitable.iter().map(|suits| suits.code()).collect(),
        }
    }
}
