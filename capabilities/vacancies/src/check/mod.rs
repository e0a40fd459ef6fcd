//! The vacancy check: is this volunteer work, is it clear, is it fair? Pure: a vacancy as it is being written goes in,
//! a finding for each rule comes out, so that anybody can check a result. Input and findings are plain data (serde).
//!
//! The rules are those with which Dutch volunteer centres look at a vacancy (VIP Steenwijkerland, NOV) and what the law
//! asks of the treatment of people. A rule looks at words and answers; it does not understand a text. That is why most
//! rules advise, why the municipality decides which of them refuse, and why a person looks at a first vacancy.

mod rules;
pub mod words;

#[cfg(test)]
mod tests;

use kernel::{Date, Setting, SettingKind, Settings, codes, text::Codes};
use serde::{Deserialize, Serialize};

use super::{
    model::Content,
    settings::{MAX_HOURS, MIN_WORDS},
};
use facets::model::{Asked, Offered, When};

codes! {
    /// What is looked at, in the order in which people see it.
    pub enum Rule {
        /// The title says what one does.
        Title = "title",
        /// There is a summary.
        Summary = "summary",
        /// The description is long enough to say what one does.
        Description = "description",
        /// The description speaks to the reader and of what they will do.
        Task = "task",
        /// The days lie in the future and in order.
        Dates = "dates",
        /// At most so many hours a week.
        HoursMax = "hours_max",
        /// The hours fit the times.
        HoursPlausible = "hours_plausible",
        /// Somebody answers, and the page says who.
        Contact = "contact",
        /// Nobody is paid.
        PaidWork = "paid_work",
        /// Nobody makes a profit of it.
        Profit = "profit",
        /// Nobody's job is done for nothing.
        ReplacesStaff = "replaces_staff",
        /// The line with the work of paid staff is drawn, in care.
        Boundary = "boundary",
        /// No diploma is asked that the work does not need.
        Diploma = "diploma",
        /// Age or sex is asked only with a reason.
        AgeSex = "age_sex",
        /// No more Dutch is asked than the work needs.
        DutchLevel = "dutch_level",
        /// Nobody is shut out by a word.
        Inclusive = "inclusive",
        /// A certificate of conduct is asked where people depend on the volunteer.
        Vog = "vog",
        /// Insurance is named.
        Insurance = "insurance",
        /// Guidance is named.
        Guidance = "guidance",
        /// It is said what happens to expenses.
        Expenses = "expenses",
        /// Short sentences, ordinary words.
        PlainLanguage = "plain_language",
        /// No e-mail address or telephone number in the text.
        ContactData = "contact_data",
    }
}

codes! {
    /// What the check says of a rule.
    pub enum Verdict {
        Good = "good",
        /// It would be better otherwise.
        Advise = "advise",
        /// It cannot be published like this.
        Refuse = "refuse",
    }
}

codes! {
    /// What the municipality made of a rule.
    pub enum Weight {
        /// It refuses.
        Refuse = "refuse",
        /// It advises.
        Advise = "advise",
        /// It is not looked at.
        Off = "off",
    }
}

/// A vacancy as it is being written.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Input {
    pub title: String,
    pub summary: String,
    /// The whole story.
    pub description: String,
    /// Slugs of themes.
    pub themes: Vec<String>,
    /// Slugs of tasks.
    pub tasks: Vec<String>,
    /// When; absent as long as it is not filled in.
    pub when: Option<When>,
    /// Hours a week, or in all for once.
    pub hours: Option<f32>,
    /// Whether somebody was named who answers.
    pub contact_named: bool,
    /// What is asked.
    pub asked: Asked,
    /// What is offered.
    pub offered: Offered,
    /// Last day on which it is to be shown.
    pub closes_on: Option<Date>,
}

impl Input {
    /// What an organisation decided.
    pub fn of(content: &Content) -> Self {
        Self {
            title: content.title.clone(),
            summary: content.summary.clone(),
            description: content.description.clone(),
            themes: content.facets.themes.clone(),
            tasks: content.facets.tasks.clone(),
            when: Some(content.facets.when.clone()),
            hours: content.facets.hours,
            contact_named: content.contact.is_some() || content.contact_label.is_some(),
            asked: content.facets.asked.clone(),
            offered: content.facets.offered.clone(),
            closes_on: content.closes_on,
        }
    }
}

/// What the municipality decided about the check, on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Terms {
    pub today: Date,
    /// The most hours a week.
    pub max_hours: u32,
    /// The fewest words of a description.
    pub min_words: u32,
    /// The rules that are looked at, with what each does.
    pub weights: Vec<(Rule, Weight)>,
}

impl Terms {
    /// From the settings in force on `today`.
    pub fn of(settings: &Settings, today: Date) -> Self {
        let weight = |rule: &Rule| {
            let raw = settings.text(rule.setting(), today);
            (*rule, Weight::parse(raw).unwrap_or(Weight::Advise))
        };
        Self {
            today,
            max_hours: settings.count(&MAX_HOURS, today),
            min_words: settings.count(&MIN_WORDS, today),
            weights: Rule::ALL.iter().map(weight).collect(),
        }
    }
}

/// What the check says of one rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    pub rule: Rule,
    /// What it says.
    pub verdict: Verdict,
    /// The words in the text that led to it, or the number that is allowed; empty when there are none.
    pub found: String,
    /// The field of the form to change.
    pub field: &'static str,
    /// Where the rule comes from.
    pub source: &'static str,
}

/// Looks at every rule that is not switched off.
pub fn check(input: &Input, terms: &Terms) -> Vec<Finding> {
    let looked_at = terms.weights.iter().filter(|(_, weight)| *weight != Weight::Off);
    looked_at
        .map(|(rule, weight)| {
            let fault = rules::look(*rule, input, terms);
            let verdict = match (&fault, weight) {
                (None, _) => Verdict::Good,
                (Some(_), Weight::Refuse) => Verdict::Refuse,
                (Some(_), _) => Verdict::Advise,
            };
            let found = fault.unwrap_or_default();
            Finding { rule: *rule, verdict, found, field: rule.field(), source: rule.setting().source }
        })
        .collect()
}

/// The findings that stand in the way of publishing.
pub fn refusals(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| finding.verdict == Verdict::Refuse)
}

/// Whether nothing stands in the way of publishing but words, which a person can look at.
pub fn refuses_by_words_alone(findings: &[Finding]) -> bool {
    let mut refused = refusals(findings).peekable();
    refused.peek().is_some() && refused.all(|finding| finding.rule.is_by_words())
}

const NOV: &str = "Criteria of the Dutch volunteer centres for volunteer work (VIP Steenwijkerland, NOV)";
const EQUAL: &str = "Equal treatment: Algemene wet gelijke behandeling, Wet gelijke behandeling op grond van leeftijd";
const PLAIN: &str = "Plain language at level B1, as the municipality writes itself";
const WEIGHTS: &[&str] = &["refuse", "advise", "off"];

macro_rules! rule_settings {
    ($($rule:ident $key:literal $default:literal $field:literal $source:expr;)+) => {
        impl Rule {
            /// The setting with which the municipality says what the rule does.
            pub fn setting(self) -> &'static Setting {
                match self {
                    $(Self::$rule => &Setting {
                        key: concat!("vacancy.check_", $key),
                        default: $default,
                        kind: SettingKind::Choice(WEIGHTS),
                        source: $source,
                    },)+
                }
            }

            /// The field of the form the rule is about.
            pub const fn field(self) -> &'static str {
                match self { $(Self::$rule => $field,)+ }
            }
        }
    };
}

rule_settings! {
    Title "title" "advise" "title" NOV;
    Summary "summary" "advise" "summary" "Cards in lists show this line alone";
    Description "description" "refuse" "description" NOV;
    Task "task" "advise" "description" NOV;
    Dates "dates" "refuse" "when" "Nobody can help yesterday";
    HoursMax "hours_max" "refuse" "hours" NOV;
    HoursPlausible "hours_plausible" "advise" "hours" "People choose by the time it takes";
    Contact "contact" "refuse" "contact" NOV;
    PaidWork "paid_work" "refuse" "description" NOV;
    Profit "profit" "refuse" "description" NOV;
    ReplacesStaff "replaces_staff" "refuse" "description" NOV;
    Boundary "boundary" "advise" "description" NOV;
    Diploma "diploma" "advise" "diploma" NOV;
    AgeSex "age_sex" "refuse" "age_reason" EQUAL;
    DutchLevel "dutch_level" "advise" "dutch" "People who learn Dutch are left out more often than the work asks for";
    Inclusive "inclusive" "advise" "description" EQUAL;
    Vog "vog" "advise" "vog" "Regeling Gratis VOG: for all who work with people who depend on them, since 1 November 2018";
    Insurance "insurance" "refuse" "offered" NOV;
    Guidance "guidance" "advise" "offered" NOV;
    Expenses "expenses" "advise" "offered" NOV;
    PlainLanguage "plain_language" "advise" "description" PLAIN;
    ContactData "contact_data" "advise" "description" "An answer through the platform is not lost, and a number on a page is found by machines";
}

impl Rule {
    /// Whether it judges by words alone. Words can mean something else than the rule thinks (a shop that turns its
    /// stock round, help with a salary slip), so whoever writes may ask for a person to look at it.
    pub const fn is_by_words(self) -> bool {
        matches!(
            self,
            Self::PaidWork
                | Self::Profit
                | Self::ReplacesStaff
                | Self::Boundary
                | Self::Diploma
                | Self::AgeSex
                | Self::Inclusive
                | Self::ContactData
        )
    }
}

/// The settings of every rule.
pub fn settings() -> Vec<&'static Setting> {
    Rule::ALL.iter().map(|rule| rule.setting()).collect()
}
