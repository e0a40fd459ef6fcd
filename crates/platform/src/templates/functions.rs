//! What templates can call: texts, icons, assets, and how dates, distances and amounts are written.

use std::collections::HashMap;

use jiff::civil::Date;
use kernel::{Instant, Lang, money::Cents};
use minijinja::{Environment, Error, ErrorKind, State, Value, value::Kwargs, value::ValueKind};
use parking_lot::RwLock;

use super::{assets, format};
use crate::i18n::{Catalogue, FluentValue};

pub(super) fn register(env: &mut Environment<'static>, catalogue: Catalogue) {
    let words = catalogue.clone();
    env.add_function("t", move |state: &State, key: &str, args: Kwargs| text(&words, lang(state), key, &args));
    env.add_function("asset", |name: &str| assets::url(name));
    let icons = Icons::default();
    env.add_function("icon", move |name: &str, args: Kwargs| icons.markup(name, &args));
    env.add_function("page_url", page_url);
    env.add_filter("paragraphs", |text: &str| Value::from_safe_string(format::paragraphs(text)));
    env.add_filter("dial", kernel::phone::dial);
    env.add_filter("money", |state: &State, cents: i64| Cents(cents).display(lang(state)));
    env.add_filter("km", |state: &State, km: f64| format::distance(km, lang(state)));
    env.add_filter("number", |state: &State, number: f64| format::number(number, lang(state)));
    add_date_filters(env, catalogue);
}

fn add_date_filters(env: &mut Environment<'static>, catalogue: Catalogue) {
    type Format = fn(&Catalogue, Lang, &str, Option<Date>) -> Option<String>;
    let filters: [(&'static str, Format); 4] = [
        ("date", format::date_on),
        ("datetime", format::date_time_on),
        ("day", format::short_date_on),
        ("month", |words, lang, moment, _| format::month_of(words, lang, moment)),
    ];
    for (name, format) in filters {
        let words = catalogue.clone();
        env.add_filter(name, move |state: &State, moment: &str| {
            format(&words, lang(state), moment, today(state))
                .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, format!("{moment:?} is no moment")))
        });
    }
    let words = catalogue.clone();
    // Both moments as local texts: `2026-03-03T14:00`.
    env.add_filter("timerange", move |state: &State, start: &str, end: &str| {
        format::time_range_on(&words, lang(state), (start, end), today(state))
            .ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "no time range"))
    });
    env.add_filter("ago", move |state: &State, millis: i64, now: i64| {
        format::ago(&catalogue, lang(state), Instant::from_millis(millis), Instant::from_millis(now))
    });
}

/// The present address with another page number.
fn page_url(state: &State, number: u32) -> String {
    let here = state.lookup("here").and_then(|here| here.as_str().map(str::to_owned)).unwrap_or_default();
    let (path, query) = here.split_once('?').unwrap_or((&here, ""));
    let kept = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name != "page");
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(kept);
    if number > 1 {
        query.append_pair("page", &number.to_string());
    }
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

fn lang(state: &State) -> Lang {
    state.lookup("lang").and_then(|lang| lang.as_str().and_then(Lang::parse)).unwrap_or_default()
}

/// The day on which the page is read; letters and files, which stay, have none.
fn today(state: &State) -> Option<Date> {
    state.lookup("today")?.as_str()?.parse().ok()
}

fn text(catalogue: &Catalogue, lang: Lang, key: &str, args: &Kwargs) -> Result<Value, Error> {
    let names: Vec<&str> = args.args().collect();
    if names.is_empty()
        && let Some(plain) = catalogue.plain(lang, key)
    {
        return Ok(Value::from(plain));
    }
    let mut values = Vec::with_capacity(names.len());
    for name in names {
        let value: Value = args.get(name)?;
        values.push((name, value.kind() == ValueKind::Number, value.to_string()));
    }
    let pairs: Vec<(&str, FluentValue<'_>)> = values
        .iter()
        .map(|(name, number, value)| {
            let fluent = if *number { FluentValue::try_number(value) } else { FluentValue::from(value.as_str()) };
            (*name, fluent)
        })
        .collect();
    Ok(Value::from(catalogue.text(lang, key, &pairs)))
}

/// Icons that point somewhere, and so are mirrored where people read from right to left.
const TURNING: [&str; 6] = ["chevron-left", "chevron-right", "arrow-left", "arrow-right", "login", "logout"];

/// The markup of icons that stand beside words, made once: a list has a hundred of a dozen kinds.
#[derive(Default)]
struct Icons(RwLock<HashMap<String, Value>>);

impl Icons {
    /// Far more than the sprite has.
    const MOST: usize = 512;

    fn markup(&self, name: &str, args: &Kwargs) -> Result<Value, Error> {
        if args.args().next().is_some() {
            return icon(name, args);
        }
        if let Some(made) = self.0.read().get(name) {
            return Ok(made.clone());
        }
        let made = icon(name, args)?;
        let mut known = self.0.write();
        if known.len() < Self::MOST {
            known.insert(name.to_owned(), made.clone());
        }
        Ok(made)
    }
}

fn icon(name: &str, args: &Kwargs) -> Result<Value, Error> {
    let label: Option<String> = args.get("label").ok().flatten();
    let class: Option<String> = args.get("class").ok().flatten();
    let sprite = assets::url("icons.svg");
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let class = class.map_or(String::new(), |class| format!(" {}", escape(&class)));
    let name = escape(name);
    let label = label.filter(|label| !label.is_empty());
    let turn = if TURNING.contains(&name.as_str()) { " ss-icon--turn" } else { "" };
    let meaning = match label {
        Some(label) => format!("role=\"img\" aria-label=\"{}\"", escape(&label)),
        None => "aria-hidden=\"true\"".to_owned(),
    };
    let markup = format!(
        "<svg class=\"ss-icon{turn}{class}\" {meaning} focusable=\"false\" width=\"24\" height=\"24\">\
         <use href=\"{sprite}#{name}\"></use></svg>"
    );
    Ok(Value::from_safe_string(markup))
}
