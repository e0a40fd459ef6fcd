//! Puts the layers of configuration together and remembers where each value came from.

use std::path::{Path, PathBuf};

use figment::{
    Figment, Metadata, Profile, Provider,
    error::Kind,
    providers::{Env, Format, Toml},
    value::{Dict, Map, Value},
};

use super::{Config, MailTransport, keys};

/// What environment variables start with.
pub(super) const PREFIX: &str = "SAMENSTUUR_";
/// Name of the file that is looked for.
pub const FILE: &str = "samenstuur.toml";

/// What was said on the command line: key and value.
pub type Flags = Vec<(&'static str, String)>;

/// A configuration that is whole and allowed, with where its values came from.
#[derive(Debug)]
pub struct Loaded {
    pub config: Config,
    /// The file that was read, if any.
    pub file: Option<PathBuf>,
    /// Every value with its origin, in the order of [`keys::KEYS`]; secrets are hidden.
    pub values: Vec<Origin>,
}

/// A value and where it came from.
#[derive(Debug)]
pub struct Origin {
    pub key: String,
    /// The value as text; a secret is hidden.
    pub value: String,
    /// `default`, `file PATH`, `environment SAMENSTUUR_…` or `command line`.
    pub origin: String,
}

/// What is wrong with a value: names the key, the value and what is allowed.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Wrong(pub String);

struct Layer {
    name: &'static str,
    dict: Dict,
}

impl Provider for Layer {
    fn metadata(&self) -> Metadata {
        Metadata::named(self.name)
    }
    fn data(&self) -> Result<Map<Profile, Dict>, figment::Error> {
        Ok(Map::from([(Profile::Default, self.dict.clone())]))
    }
}

const DEFAULT: &str = "default";
const ENVIRONMENT: &str = "environment";
const COMMAND_LINE: &str = "command line";

/// Reads the configuration. `file` is the one that was asked for; without it `samenstuur.toml` in the working folder or
/// in the data folder is read when it is there.
///
/// # Errors
/// With one line for every value that is not allowed.
pub fn load(file: Option<&Path>, flags: Flags) -> Result<Loaded, Wrong> {
    let environment = environment();
    let defaults = Value::serialize(Config::default()).map_err(|error| Wrong(error.to_string()))?;
    let file = find_file(file, &environment, &flags)?;
    let mut figment = Figment::from(Layer { name: DEFAULT, dict: defaults.into_dict().unwrap_or_default() });
    if let Some(file) = &file {
        figment = figment.merge(Toml::file_exact(file));
    }
    let figment = figment.merge(Layer { name: ENVIRONMENT, dict: nested(environment) }).merge(Layer {
        name: COMMAND_LINE,
        dict: nested(flags.into_iter().map(|(key, value)| (key.to_owned(), value))),
    });
    let config: Config = figment.extract_lossy().map_err(|errors| {
        let lines: Vec<String> = errors.into_iter().map(|error| refuse(&figment, &error)).collect();
        Wrong(lines.join("\n"))
    })?;
    let wrong: Vec<String> = problems(&config).into_iter().map(|key| not_allowed(&figment, &key, None)).collect();
    if !wrong.is_empty() {
        return Err(Wrong(wrong.join("\n")));
    }
    let values = values(&figment);
    Ok(Loaded { config, file, values })
}

/// Variables that begin like ours and belong to the tools beside the program (tests, journeys, measurements).
const OF_TOOLS: [&str; 5] = ["config", "bin", "chromium", "routes", "update"];

/// Variables of ours, as key and value. Those of the tools are none of the configuration's business.
fn environment() -> Vec<(String, String)> {
    let of_tools = |key: &str| OF_TOOLS.contains(&key) || key.starts_with("test_");
    Env::prefixed(PREFIX)
        .filter(move |key| !of_tools(&key.as_str().to_ascii_lowercase()))
        .split("__")
        .iter()
        .map(|(key, value)| (key.as_str().to_ascii_lowercase(), value))
        .collect()
}

fn find_file(asked: Option<&Path>, environment: &[(String, String)], flags: &Flags) -> Result<Option<PathBuf>, Wrong> {
    if let Some(asked) = asked {
        if !asked.is_file() {
            return Err(Wrong(format!("--config {}: there is no such file", asked.display())));
        }
        return Ok(Some(asked.to_owned()));
    }
    let flag = flags.iter().find(|(key, _)| *key == "data").map(|(_, value)| value);
    let data = flag.or(environment.iter().find(|(key, _)| key == "data").map(|(_, value)| value));
    let data = data.map_or_else(|| Config::default().data, PathBuf::from);
    Ok([PathBuf::from(FILE), data.join(FILE)].into_iter().find(|path| path.is_file()))
}

/// `mail.from` becomes a table in a table.
fn nested(pairs: impl IntoIterator<Item = (String, String)>) -> Dict {
    let mut dict = Dict::new();
    for (key, value) in pairs {
        let value = figment::util::nest(&key, Value::from(value));
        if let Some(tree) = value.into_dict() {
            merge(&mut dict, tree);
        }
    }
    dict
}

fn merge(into: &mut Dict, tree: Dict) {
    for (key, value) in tree {
        match (into.get_mut(&key), value) {
            (Some(Value::Dict(_, known)), Value::Dict(_, more)) => merge(known, more),
            (_, value) => {
                into.insert(key, value);
            }
        }
    }
}

fn refuse(figment: &Figment, error: &figment::Error) -> String {
    let path = error.path.join(".");
    match &error.kind {
        Kind::UnknownField(name, known) => {
            let key = match error.path.last() {
                None => name.clone(),
                Some(last) if last == name => path,
                Some(_) => format!("{path}.{name}"),
            };
            let origin = origin(figment, &key);
            format!("{key} ({origin}): there is no such key; there are: {}", known.join(", "))
        }
        Kind::MissingField(name) => {
            let key = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
            format!("{key}: is missing; {}", allowed(&key, None))
        }
        _ if path.is_empty() => error.to_string(),
        kind => not_allowed(figment, &path, Some(&kind.to_string())),
    }
}

fn not_allowed(figment: &Figment, key: &str, why: Option<&str>) -> String {
    let value = figment.find_value(key).map_or_else(|_| "(nothing)".into(), |value| shown(key, &value));
    format!("{key} = {value} ({}) is not allowed; {}", origin(figment, key), allowed(key, why))
}

fn allowed(key: &str, why: Option<&str>) -> String {
    match keys::find(key) {
        Some(known) => format!("allowed: {}", known.allowed),
        None => why.unwrap_or("see docs/operations.md").to_owned(),
    }
}

fn origin(figment: &Figment, key: &str) -> String {
    let Some(metadata) = figment.find_metadata(key) else { return DEFAULT.into() };
    match &*metadata.name {
        ENVIRONMENT => format!("environment {}", keys::variable(key)),
        name @ (DEFAULT | COMMAND_LINE) => name.to_owned(),
        name => match metadata.source.as_ref().and_then(figment::Source::file_path) {
            Some(path) => format!("file {}", path.display()),
            None => name.to_owned(),
        },
    }
}

/// A value as text. Secrets are hidden, empty ones are seen to be empty.
fn shown(key: &str, value: &Value) -> String {
    let text = match value {
        Value::String(_, text) => text.clone(),
        Value::Empty(..) => String::new(),
        Value::Bool(_, value) => value.to_string(),
        Value::Num(_, number) => {
            let whole = number.to_u128().map(|n| n.to_string()).or(number.to_i128().map(|n| n.to_string()));
            whole.or(number.to_f64().map(|n| n.to_string())).unwrap_or_default()
        }
        _ => "(a table)".into(),
    };
    match keys::find(key) {
        _ if text.is_empty() => "(nothing)".into(),
        Some(key) if key.secret => "(hidden)".into(),
        _ => text,
    }
}

fn values(figment: &Figment) -> Vec<Origin> {
    let mut names: Vec<String> = Vec::new();
    for key in keys::KEYS {
        match key.name.split_once(".*.") {
            Some((table, field)) => {
                let entries = figment.find_value(table).ok().and_then(Value::into_dict).unwrap_or_default();
                names.extend(entries.keys().map(|entry| format!("{table}.{entry}.{field}")));
            }
            None => names.push(key.name.to_owned()),
        }
    }
    let found = names.into_iter().filter_map(|key| {
        let value = figment.find_value(&key).ok()?;
        let value = if matches!(value, Value::Dict(..)) { return None } else { shown(&key, &value) };
        Some(Origin { origin: origin(figment, &key), key, value })
    });
    found.collect()
}

/// Keys whose values are of the right type and still not allowed.
fn problems(config: &Config) -> Vec<String> {
    let is_url = |text: &str, schemes: &[&str]| {
        url::Url::parse(text).is_ok_and(|url| schemes.contains(&url.scheme()) && url.has_host())
    };
    let smtp = config.mail.transport == MailTransport::Smtp;
    let good = [
        (
            "base_url",
            config.base_url.as_deref().is_none_or(|url| is_url(url, &["http", "https"]) && !url.ends_with('/')),
        ),
        ("database_url", config.database_url.as_deref().is_none_or(|url| is_url(url, &["postgres", "postgresql"]))),
        ("database_connections", (2..=1000).contains(&config.database_connections)),
        ("now", config.now.is_none() || config.start().is_some()),
        ("log", tracing_subscriber::EnvFilter::builder().parse(&config.log).is_ok()),
        ("log_format", matches!(config.log_format.as_str(), "text" | "json")),
        ("max_body_bytes", (65_536..=1_073_741_824).contains(&config.max_body_bytes)),
        ("request_seconds", (1..=600).contains(&config.request_seconds)),
        ("metrics_token", config.metrics_token.is_empty() || config.metrics_token.len() >= 16),
        ("mail.smtp_url", !smtp || is_url(&config.mail.smtp_url, &["smtp", "smtps"])),
        ("mail.from", config.mail.from.parse::<lettre::Address>().is_ok()),
    ];
    let mut wrong: Vec<String> = good.into_iter().filter(|(_, good)| !good).map(|(key, _)| key.to_owned()).collect();
    let issuers = config.oidc.iter().filter(|(_, provider)| !is_url(&provider.issuer, &["http", "https"]));
    wrong.extend(issuers.map(|(town, _)| format!("oidc.{town}.issuer")));
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    fn toml(text: &str) -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().expect("a folder");
        let file = dir.path().join(FILE);
        std::fs::write(&file, text).expect("the file is written");
        (dir, file)
    }

    fn refusal(text: &str, flags: Flags) -> String {
        let (_dir, file) = toml(text);
        load(Some(&file), flags).expect_err("it is refused").to_string()
    }

    #[test]
    fn a_flag_is_stronger_than_a_file_and_a_file_than_the_default() {
        let (_dir, file) = toml("listen = \"127.0.0.1:1111\"\nlog = \"warn\"\n[mail]\nfrom = \"a@b.example\"\n");
        let loaded = load(Some(&file), vec![("listen", "127.0.0.1:2222".into())]).expect("it is allowed");
        assert_eq!(loaded.config.listen.port(), 2222);
        assert_eq!(loaded.config.log, "warn");
        let origin = |key: &str| loaded.values.iter().find(|value| value.key == key).map(|value| value.origin.as_str());
        assert_eq!(origin("listen"), Some(COMMAND_LINE));
        assert_eq!(origin("log"), Some(format!("file {}", file.display()).as_str()));
        assert_eq!(origin("mail.from"), Some(format!("file {}", file.display()).as_str()));
        assert_eq!(origin("mail.transport"), Some(DEFAULT));
        let value = |key: &str| loaded.values.iter().find(|value| value.key == key).map(|value| value.value.as_str());
        assert_eq!((value("request_seconds"), value("mail.smtp_url")), (Some("30"), Some("(nothing)")));
    }

    #[test]
    fn a_wrong_value_is_named_with_what_is_allowed() {
        for (text, expected) in [
            ("listen = \"here\"", "listen = here ("),
            ("log_format = \"xml\"", "allowed: text or json"),
            ("now = \"yesterday\"", "2026-03-03T09:00:00Z"),
            ("request_seconds = 0", "from 1 to 600"),
            ("request_seconds = \"soon\"", "request_seconds = soon"),
            ("colour = \"red\"", "colour (file "),
            ("[mail]\ntransport = \"smtp\"", "mail.smtp_url = (nothing)"),
            ("[mail]\ntransport = \"pigeon\"", "mail.transport = pigeon"),
            ("[mail]\nstamp = 1", "mail.stamp (file "),
            ("[oidc.town]\nissuer = \"x\"", "oidc.town.client_id: is missing"),
        ] {
            let said = refusal(text, Vec::new());
            assert!(said.contains(expected), "{text}: {said}");
        }
    }

    #[test]
    fn a_secret_is_not_shown_even_when_it_is_wrong() {
        let said = refusal("metrics_token = \"short\"", vec![("database_url", "mysql://me:pass@host/x".into())]);
        assert!(said.contains("metrics_token") && said.contains("database_url"), "{said}");
        assert!(!said.contains("short") && !said.contains("pass@"), "{said}");
    }

    #[test]
    fn every_key_is_described_and_every_description_is_of_a_key() {
        let defaults = Value::serialize(Config::default()).expect("it serializes").into_dict().unwrap_or_default();
        let mut names: Vec<String> = Vec::new();
        for (name, value) in defaults {
            if let Value::Dict(_, inner) = &value {
                names.extend(inner.keys().map(|field| format!("{name}.{field}")));
            }
            names.push(name);
        }
        names.extend(
            ["issuer", "client_id", "client_secret", "name", "trust_email"].map(|field| format!("oidc.*.{field}")),
        );
        for name in &names {
            assert!(keys::find(name).is_some(), "{name} is not described in keys.rs");
        }
        for key in keys::KEYS {
            assert!(names.iter().any(|name| name == key.name), "{} is no key", key.name);
        }
    }

    #[test]
    fn environment_variables_are_named_after_the_key() {
        assert_eq!(keys::variable("mail.smtp_url"), "SAMENSTUUR_MAIL__SMTP_URL");
    }
}
