//! A copy as people read it: headings, labels in their language, moments as dates; without what only programs can use.

use kernel::Instant;
use platform::{Ctx, templates::format};
use serde::Serialize;
use serde_json::Value;

/// What stands in a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Shown {
    Text(String),
    /// Labels with what belongs to them.
    Rows(Vec<Row>),
    /// One after the other.
    Items(Vec<Shown>),
}

/// A label with what belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Row {
    pub label: String,
    /// What belongs to it.
    pub shown: Shown,
}

/// Keys that say something to programs alone; they stand in the file for machines.
const FOR_PROGRAMS: [&str; 3] = ["keep_hash", "point", "municipality"];

/// Milliseconds since 1970 that are surely a moment and not a number somebody gave: from 2001.
const FIRST_MOMENT: i64 = 1_000_000_000_000;

/// What is there to read of a value; nothing when it is empty, or for programs alone.
pub(super) fn shown(ctx: &Ctx, value: &Value) -> Option<Shown> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(Shown::Text(ctx.t(if *yes { "people-copy-yes" } else { "people-copy-no" }))),
        Value::Number(number) => Some(Shown::Text(match number.as_i64().filter(|millis| *millis >= FIRST_MOMENT) {
            Some(millis) => moment(ctx, Instant::from_millis(millis)),
            None => number.to_string(),
        })),
        Value::String(text) => words(ctx, text).map(Shown::Text),
        Value::Array(items) => {
            let items: Vec<Shown> = items.iter().filter_map(|item| shown(ctx, item)).collect();
            (!items.is_empty()).then_some(Shown::Items(items))
        }
        Value::Object(fields) => {
            let told = fields.iter().filter(|(key, _)| !FOR_PROGRAMS.contains(&key.as_str()));
            let row =
                |(key, value): (&String, &Value)| shown(ctx, value).map(|shown| Row { label: label(ctx, key), shown });
            let rows: Vec<Row> = told.filter_map(row).collect();
            (!rows.is_empty()).then_some(Shown::Rows(rows))
        }
    }
}

fn moment(ctx: &Ctx, at: Instant) -> String {
    let local = ctx.local(at);
    format::date_time(&ctx.app.catalogue, ctx.lang, &local).unwrap_or(local)
}

/// A label from the catalogue; a label that is one already stays, and what nobody named is still told.
fn label(ctx: &Ctx, key: &str) -> String {
    named(ctx, "people-copy-", key).unwrap_or_else(|| key.replace('_', " "))
}

fn named(ctx: &Ctx, prefix: &str, code: &str) -> Option<String> {
    let like_code = code.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    let key = format!("{prefix}{}", code.replace('_', "-"));
    (like_code && ctx.app.catalogue.has(ctx.lang, &key)).then(|| ctx.t(&key))
}

fn words(ctx: &Ctx, text: &str) -> Option<String> {
    if text.trim().is_empty() || uuid::Uuid::try_parse(text).is_ok() {
        return None;
    }
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return Some(moment(ctx, Instant::from_millis(at.as_millisecond())));
    }
    let written = format::date_time(&ctx.app.catalogue, ctx.lang, text).filter(|_| text.contains('T'));
    let day = || text.parse::<jiff::civil::Date>().ok().and_then(|_| format::date(&ctx.app.catalogue, ctx.lang, text));
    Some(written.or_else(day).or_else(|| named(ctx, "people-code-", text)).unwrap_or_else(|| text.to_owned()))
}
