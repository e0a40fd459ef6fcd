//! The filters of a list as a table: a row for each says its word in the address, its name for programs, its values and how
//! they are found in the index. Reading an address, a program's question and a form, chips, reasons, what would bring more and
//! the description of the API follow from the row.

use kernel::{Choice, Fields, form::FormReader};
use serde::Serialize;
use utoipa::openapi::{
    RefOr, Required,
    path::{Parameter, ParameterBuilder, ParameterIn},
    schema::{ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type},
};

use crate::{app::Ctx, i18n::FluentValue, plan::Plan};

/// How the values of a filter count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Chosen or not; in the address `ja`.
    Yes,
    /// One of those chosen is enough.
    Any,
    /// All that are chosen count.
    All,
    /// One is chosen, and what asks no more than that fits; values stand from low to high.
    UpTo,
    /// An id, which comes from a link and not from the form.
    Id,
    /// As [`How::Any`], but the list itself sees to it: no facet of documents.
    Apart,
}

/// The sentence that says why something is found. `$what` is what was chosen and fits.
#[derive(Clone, Copy, Debug)]
pub enum Why {
    /// It goes without saying.
    Untold,
    What(&'static str),
    /// One for a single choice, another for more.
    OneOrMore(&'static str, &'static str),
}

#[derive(Clone, Copy, Debug)]
pub struct Filter {
    /// Its word in an address: `thema`. Two rows may share it, and then count apart.
    pub name: &'static str,
    /// Its name for programs: `theme`.
    pub param: &'static str,
    /// What it is for, for those who write programs.
    pub describes: &'static str,
    /// How its values count.
    pub how: How,
    /// The values one can choose from, in order.
    pub values: fn() -> Vec<&'static str>,
    /// The facet of documents that a value means.
    pub facet: fn(&str) -> String,
    /// Key of the question, or for [`How::Yes`] of the statement; with `-hint` and `-any` where one value is chosen.
    pub label: &'static str,
    /// A value in words.
    pub words: fn(&Ctx, &str) -> String,
    /// Why something with this value is found.
    pub why: Why,
    /// The lists that ask it, by code; none means every list.
    pub lists: &'static [&'static str],
}

/// How a chosen yes stands in an address.
const YES: &str = "ja";

impl Filter {
    fn read<'a>(&self, given: impl Iterator<Item = &'a str>) -> Vec<String> {
        let given: Vec<&str> = given.collect();
        let known = (self.values)().into_iter().filter(|value| given.contains(value)).map(str::to_owned);
        match self.how {
            How::Yes => {
                given.first().filter(|value| **value == YES).map(|value| (*value).to_owned()).into_iter().collect()
            }
            How::Id => {
                given.iter().find_map(|id| id.parse::<uuid::Uuid>().ok()).map(|id| id.to_string()).into_iter().collect()
            }
            How::UpTo => known.take(1).collect(),
            How::Any | How::All | How::Apart => known.collect(),
        }
    }

    fn is_of(&self, list: &str) -> bool {
        self.lists.is_empty() || self.lists.contains(&list)
    }
}

/// One value that was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Picked {
    row: usize,
    pub value: String,
}

/// What a document must have for a row of filters: one of these facets.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// What it came from.
    pub picked: Vec<Picked>,
    /// Facets of which one is enough.
    pub facets: Vec<String>,
}

/// What was chosen in a table of filters.
#[derive(Clone, Debug)]
pub struct Chosen {
    rows: &'static [Filter],
    values: Vec<Vec<String>>,
}

impl PartialEq for Chosen {
    fn eq(&self, other: &Self) -> bool {
        self.values == other.values
    }
}

impl Chosen {
    /// Nothing yet.
    pub fn none(rows: &'static [Filter]) -> Self {
        Self { rows, values: vec![Vec::new(); rows.len()] }
    }

    /// From an address. What is no value of a filter is left out: a shared link must lead somewhere.
    pub fn parse(rows: &'static [Filter], fields: &Fields) -> Self {
        Self { rows, values: rows.iter().map(|row| row.read(fields.all(row.name))).collect() }
    }

    /// From a program's question. What is wrong is told, with the values there are.
    pub fn ask(rows: &'static [Filter], form: &mut FormReader<'_>) -> Self {
        let mut values = Vec::with_capacity(rows.len());
        for row in rows {
            let known: Vec<&str> =
                rows.iter().filter(|other| other.param == row.param).flat_map(|other| (other.values)()).collect();
            values.push(match row.how {
                How::Apart => Vec::new(),
                How::Yes => form.flag(row.param).then(|| YES.to_owned()).into_iter().collect(),
                How::Id => form
                    .choices(row.param, |id| id.parse::<uuid::Uuid>().ok())
                    .pop()
                    .map(|id| id.to_string())
                    .into_iter()
                    .collect(),
                How::Any | How::All | How::UpTo => {
                    let given = form.choices(row.param, |code| known.iter().copied().find(|value| *value == code));
                    row.read(given.into_iter())
                }
            });
        }
        Self { rows, values }
    }

    /// With one value more, or for a filter that has one value with another.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        for (row, values) in self.rows.iter().zip(&mut self.values).filter(|(row, _)| row.name == name) {
            let read = row.read(values.iter().map(String::as_str).filter(|_| row.how != How::Id).chain([value]));
            if !read.is_empty() {
                *values = read;
            }
        }
        self
    }

    /// The values of a filter, by its word in an address.
    pub fn of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let rows = self.rows.iter().zip(&self.values).filter(move |(row, _)| row.name == name);
        rows.flat_map(|(_, values)| values.iter().map(String::as_str))
    }

    /// The pairs of an address.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        self.picked().into_iter().map(|picked| (self.rows[picked.row].name, picked.value)).collect()
    }

    /// Every value, in the order of the table.
    pub fn picked(&self) -> Vec<Picked> {
        let rows = self.values.iter().enumerate();
        rows.flat_map(|(row, values)| values.iter().map(move |value| Picked { row, value: value.clone() })).collect()
    }

    /// The same without these.
    #[must_use]
    pub fn without(&self, dropped: &[Picked]) -> Self {
        let mut rest = self.clone();
        for picked in dropped {
            rest.values[picked.row].retain(|value| *value != picked.value);
        }
        rest
    }

    /// What documents must have.
    pub fn demands(&self) -> Vec<Demand> {
        let mut demands = Vec::new();
        for (row, (filter, values)) in self.rows.iter().zip(&self.values).enumerate() {
            let picked: Vec<Picked> = values.iter().map(|value| Picked { row, value: value.clone() }).collect();
            let Some(first) = picked.first() else { continue };
            match filter.how {
                How::Apart => {}
                How::All => demands.extend(
                    picked
                        .into_iter()
                        .map(|one| Demand { facets: vec![(filter.facet)(&one.value)], picked: vec![one] }),
                ),
                How::UpTo => {
                    let all = (filter.values)();
                    let last = all.iter().position(|value| *value == first.value).unwrap_or_default();
                    demands.push(Demand {
                        facets: all[..=last].iter().map(|value| (filter.facet)(value)).collect(),
                        picked,
                    });
                }
                How::Yes | How::Any | How::Id => {
                    demands
                        .push(Demand { facets: picked.iter().map(|one| (filter.facet)(&one.value)).collect(), picked });
                }
            }
        }
        demands
    }

    /// A value in words.
    pub fn words(&self, ctx: &Ctx, picked: &Picked) -> String {
        (self.rows[picked.row].words)(ctx, &picked.value)
    }

    /// Why something is found, in sentences. `has` says whether it has a facet, where only some of those chosen may fit.
    pub fn reasons(&self, ctx: &Ctx, has: impl Fn(&str) -> bool) -> Vec<String> {
        let mut reasons = Vec::new();
        for (filter, values) in self.rows.iter().zip(&self.values) {
            let some = filter.how == How::Any && matches!(filter.why, Why::What(_));
            let fits = |value: &&String| !some || has(&(filter.facet)(value));
            let words: Vec<String> = values.iter().filter(fits).map(|value| (filter.words)(ctx, value)).collect();
            let key = match (filter.why, words.len()) {
                (_, 0) | (Why::Untold, _) => continue,
                (Why::What(key), _) | (Why::OneOrMore(key, _), 1) | (Why::OneOrMore(_, key), _) => key,
            };
            reasons.push(ctx.t_with(key, &[("what", FluentValue::from(ctx.listed(&words)))]));
        }
        reasons
    }

    /// The questions of a list's form, with the number of results of a facet beside each value where `count` knows it.
    pub fn questions(&self, ctx: &Ctx, list: &str, count: impl Fn(&str) -> Option<String>) -> Vec<Question> {
        let mut questions: Vec<Question> = Vec::new();
        for filter in self.rows.iter().filter(|filter| filter.is_of(list) && filter.how != How::Id) {
            let choice = |value: &'static str| {
                let words = (filter.words)(ctx, value);
                let number = count(&(filter.facet)(value));
                Choice::new(value, number.map_or(words.clone(), |number| format!("{words} ({number})")))
            };
            let choices = (filter.values)().into_iter().map(choice);
            if let Some(same) = questions.iter_mut().find(|question| question.name == filter.name) {
                same.choices.extend(choices);
                continue;
            }
            questions.push(Question {
                name: filter.name,
                label: filter.label,
                kind: match filter.how {
                    How::Yes => "yes",
                    How::UpTo => "one",
                    How::Any | How::All | How::Id | How::Apart => "many",
                },
                choices: choices.collect(),
            });
        }
        questions
    }
}

impl Plan {
    /// The filters of a list: their words belong to the capability.
    #[must_use]
    pub fn filters(mut self, rows: &'static [Filter]) -> Self {
        for row in rows {
            self.texts.push(row.label.to_owned());
            if row.how == How::UpTo {
                self.texts.extend(["hint", "any"].map(|part| format!("{}-{part}", row.label)));
            }
        }
        self
    }
}

/// A filter as a form asks it.
#[derive(Clone, Debug, Serialize)]
pub struct Question {
    /// Name of the field.
    pub name: &'static str,
    /// Key of the question.
    pub label: &'static str,
    /// `yes` (one box), `one` (a list to choose from) or `many` (boxes).
    pub kind: &'static str,
    pub choices: Vec<Choice>,
}

/// The values that a program may send for a parameter; none for another parameter.
pub fn allowed(rows: &[Filter], param: &str) -> Option<String> {
    let values: Vec<&str> = rows.iter().filter(|row| row.param == param).flat_map(|row| (row.values)()).collect();
    (!values.is_empty()).then(|| values.join(", "))
}

/// The parameters of these filters, for the API's description.
pub fn parameters(rows: &[Filter]) -> Vec<Parameter> {
    let mut parameters: Vec<Parameter> = Vec::new();
    for row in rows.iter().filter(|row| row.how != How::Apart) {
        if parameters.iter().any(|known| known.name == row.param) {
            continue;
        }
        let values: Vec<&str> =
            rows.iter().filter(|other| other.param == row.param).flat_map(|other| (other.values)()).collect();
        let codes = || ObjectBuilder::new().schema_type(Type::String).enum_values(Some(values.clone()));
        let schema: Schema = match row.how {
            How::Yes => ObjectBuilder::new().schema_type(Type::Boolean).into(),
            How::Id => ObjectBuilder::new()
                .schema_type(Type::String)
                .format(Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)))
                .into(),
            How::UpTo => codes().into(),
            How::Any | How::All | How::Apart => {
                Schema::Array(ArrayBuilder::new().items(RefOr::T(codes().into())).build())
            }
        };
        let parameter =
            ParameterBuilder::new().name(row.param).parameter_in(ParameterIn::Query).required(Required::False);
        parameters.push(parameter.description(Some(row.describes)).schema(Some(schema)).build());
    }
    parameters
}
