//! The words people see, in every language: Fluent files, `locales/<code>/` for what all share and `locales/<code>.ftl` in
//! the folder of each capability.

use std::{collections::HashMap, sync::Arc};

pub use fluent_bundle::FluentValue;
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use kernel::{Lang, Problem, Result};
use rust_embed::RustEmbed;

use crate::resources;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../../locales"]
#[include = "*.ftl"]
struct Files;

/// Shown around a key that has no text, so that a test can find it.
pub const MISSING: char = '⟦';

struct Language {
    /// Texts without arguments, formatted once.
    plain: HashMap<String, Arc<str>>,
    bundle: FluentBundle<FluentResource>,
}

/// Every text in every language. Cheap to clone.
#[derive(Clone)]
pub struct Catalogue(Arc<HashMap<Lang, Language>>, u32);

impl Catalogue {
    /// Reads the files.
    ///
    /// # Errors
    /// When a file cannot be parsed or a key is there twice.
    pub fn load() -> Result<Self> {
        let (mut languages, mut fingerprint) = (HashMap::new(), 0);
        for lang in Lang::ALL {
            languages.insert(lang, load_language(lang, &mut fingerprint)?);
        }
        Ok(Self(Arc::new(languages), fingerprint))
    }

    /// The text of `key` in `lang`. A missing text is its key in brackets, and a line in the log.
    pub fn text(&self, lang: Lang, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let Some(language) = self.0.get(&lang) else { return missing(lang, key) };
        if args.is_empty()
            && let Some(plain) = language.plain.get(key)
        {
            return plain.to_string();
        }
        let Some(pattern) = language.bundle.get_message(key).and_then(|message| message.value()) else {
            return missing(lang, key);
        };
        let mut fluent_args = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent_args.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let text = language.bundle.format_pattern(pattern, Some(&fluent_args), &mut errors);
        if errors.is_empty() { text.into_owned() } else { missing(lang, key) }
    }

    /// The text of `key` without arguments, shared.
    pub fn plain(&self, lang: Lang, key: &str) -> Option<Arc<str>> {
        self.0.get(&lang)?.plain.get(key).cloned()
    }

    /// A number that is another one when any text is (FNV-1a over the files).
    pub fn fingerprint(&self) -> u32 {
        self.1
    }

    /// Whether `key` has a text in `lang`.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.0.get(&lang).is_some_and(|language| language.bundle.has_message(key))
    }
}

fn missing(lang: Lang, key: &str) -> String {
    tracing::error!(key, lang = lang.code(), "text is missing or lacks an argument");
    format!("{MISSING}{key}⟧")
}

/// Every file of a language with its name, always in the same order.
pub fn texts(lang: Lang) -> Vec<(String, String)> {
    let code = lang.code();
    let shared = Files::iter().filter(|name| name.starts_with(&format!("{code}/"))).filter_map(|name| {
        let file = Files::get(&name)?;
        Some((format!("locales/{name}"), String::from_utf8_lossy(&file.data).into_owned()))
    });
    let mut found: Vec<(String, String)> = shared.collect();
    found.sort();
    for file in resources::all("locales").into_iter().filter(|file| file.path == format!("{code}.ftl")) {
        let text = resources::text(&file.capability, "locales", &file.path).unwrap_or_default();
        found.push((format!("capabilities/{}/locales/{}", file.capability, file.path), text));
    }
    found
}

fn load_language(lang: Lang, fingerprint: &mut u32) -> Result<Language> {
    let id = lang.code().parse().map_err(|_| Problem::fault(format!("{} is no language code", lang.code())))?;
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    let mut keys = Vec::new();
    for (name, text) in texts(lang) {
        *fingerprint = text.bytes().fold(*fingerprint, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(16_777_619));
        keys.extend(text.lines().filter_map(|line| line.split_once(" =").or(line.split_once('='))).filter_map(
            |(key, _)| {
                let good =
                    !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                good.then(|| key.to_owned())
            },
        ));
        let resource =
            FluentResource::try_new(text).map_err(|(_, errors)| Problem::fault(format!("{name}: {errors:?}")))?;
        bundle.add_resource(resource).map_err(|errors| Problem::fault(format!("{name}: {errors:?}")))?;
    }
    let mut plain = HashMap::new();
    for key in keys {
        let Some(pattern) = bundle.get_message(&key).and_then(|message| message.value()) else { continue };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
        if errors.is_empty() {
            plain.insert(key, Arc::from(text.as_str()));
        }
    }
    Ok(Language { plain, bundle })
}

/// An argument from text: a number where it is one, so that plurals work.
pub fn argument(text: &str) -> FluentValue<'_> {
    match text.parse::<f64>() {
        Ok(_) => FluentValue::try_number(text),
        Err(_) => FluentValue::from(text),
    }
}
