//! The installation's own settings: from defaults, a file, the environment and flags, in that order of strength.
//!
//! [`keys`] describes each of them, [`load`] puts the layers together and remembers where each value came from.

pub mod keys;
pub mod load;

use std::{collections::BTreeMap, net::SocketAddr, path::PathBuf};

use kernel::Instant;
pub use load::{Loaded, Wrong};

use serde::{Deserialize, Serialize};

/// How mail leaves this installation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MailTransport {
    /// Kept in the database and readable at `/demo/postvak`; for demonstration, training and tests.
    #[default]
    Mailbox,
    /// Handed to an SMTP server.
    Smtp,
}

/// Mail settings.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct MailConfig {
    /// How mail leaves.
    pub transport: MailTransport,
    /// `smtps://user:password@host:port` or `smtp://…`; secret.
    pub smtp_url: String,
    /// Address in `From`; the municipality's name stands before it.
    pub from: String,
}

impl Default for MailConfig {
    fn default() -> Self {
        Self { transport: MailTransport::Mailbox, smtp_url: String::new(), from: "samenstuur@localhost.example".into() }
    }
}

/// Sign-in through the municipality's own identity provider (OpenID Connect).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OidcConfig {
    /// Issuer address; its discovery document must be reachable.
    pub issuer: String,
    /// Client id as registered there.
    pub client_id: String,
    /// Client secret; secret.
    pub client_secret: String,
    /// Name on the button.
    pub name: String,
    /// Whether an address is believed of which the provider does not say whether it was verified (Entra ID never does).
    /// One that it calls unverified is never believed.
    #[serde(default)]
    pub trust_email: bool,
}

/// Everything the system manager decides.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Address to serve on.
    pub listen: SocketAddr,
    /// Scheme and host as browsers see them, for the first municipality and for the demonstration;
    /// made from `listen` when absent.
    pub base_url: Option<String>,
    /// Folder for the embedded database, the search index and files.
    pub data: PathBuf,
    /// `postgres://…` when PostgreSQL holds the data; secret.
    pub database_url: Option<String>,
    /// Most connections to PostgreSQL.
    pub database_connections: u32,
    /// Whether jobs run inside `serve`.
    pub worker: bool,
    /// Makes an empty installation a demonstration. What is open to everybody is a matter of the town's own mark.
    pub demo: bool,
    /// RFC 3339 moment at which the clock starts; for training and demonstration.
    pub now: Option<String>,
    /// Log filter, as `info` or `info,platform=debug`.
    pub log: String,
    /// `text` or `json`.
    pub log_format: String,
    /// Largest accepted request body in bytes.
    pub max_body_bytes: usize,
    /// Longest a request may take, in seconds.
    pub request_seconds: u64,
    /// Whether `X-Forwarded-For` of a proxy in front is believed.
    pub trust_proxy: bool,
    /// Secret that Prometheus sends as a bearer token to `/metrics`; empty: only callers on this machine.
    pub metrics_token: String,
    /// Whether the search index is kept in memory alone and built at every start.
    pub search_in_memory: bool,
    /// For work on pages: templates and style are read anew at each request and no page is kept.
    pub live_templates: bool,
    pub mail: MailConfig,
    /// Identity providers, by municipality.
    pub oidc: BTreeMap<String, OidcConfig>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            base_url: None,
            data: PathBuf::from("data"),
            database_url: None,
            database_connections: 10,
            worker: true,
            demo: false,
            now: None,
            log: "info".into(),
            log_format: "text".into(),
            max_body_bytes: 2 * 1024 * 1024,
            request_seconds: 30,
            trust_proxy: false,
            metrics_token: String::new(),
            search_in_memory: false,
            live_templates: false,
            mail: MailConfig::default(),
            oidc: BTreeMap::new(),
        }
    }
}

impl Config {
    /// Where the data are, according to this configuration.
    pub fn location(&self) -> crate::db::Location {
        match &self.database_url {
            Some(url) => crate::db::Location::Postgres { url: url.clone(), connections: self.database_connections },
            None => crate::db::Location::Sqlite { file: self.sqlite_file(), sync: true },
        }
    }

    /// The file of the embedded database.
    pub fn sqlite_file(&self) -> PathBuf {
        self.data.join("samenstuur.sqlite")
    }

    /// Scheme and host of links when no municipality says otherwise. `localhost` rather than the loopback address:
    /// browsers offer passkeys to names only.
    pub fn own_address(&self) -> String {
        if let Some(address) = &self.base_url {
            return address.clone();
        }
        let ip = self.listen.ip();
        if ip.is_loopback() || ip.is_unspecified() {
            format!("http://localhost:{}", self.listen.port())
        } else {
            format!("http://{}", self.listen)
        }
    }

    /// The moment at which the clock starts, when it is not the real one. A text that is no moment was refused before.
    pub fn start(&self) -> Option<Instant> {
        self.now.as_deref().and_then(|text| text.parse().ok()).map(Instant::from_timestamp)
    }
}
