//! Every key of the configuration: what it is for and what it may be. The same list serves `samenstuur doctor`,
//! the messages about wrong values and the table in `docs/operations.md`.

#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its name; dots between the parts, `*` for a name of one's own choice.
    pub name: &'static str,
    /// What it is for.
    pub what: &'static str,
    /// What it may be.
    pub allowed: &'static str,
    /// Whether its value is hidden wherever values are shown.
    pub secret: bool,
}

const fn key(name: &'static str, what: &'static str, allowed: &'static str) -> Key {
    Key { name, what, allowed, secret: false }
}

const fn secret(name: &'static str, what: &'static str, allowed: &'static str) -> Key {
    Key { name, what, allowed, secret: true }
}

/// Every key, in the order in which they are shown.
pub const KEYS: &[Key] = &[
    key("listen", "Address to serve on", "an address with a port, such as 127.0.0.1:8080"),
    key(
        "base_url",
        "Address of the site as browsers see it, for the first municipality and the demonstration",
        "http:// or https:// with a host name and no slash at the end",
    ),
    key("data", "Folder for the embedded database, the search index and files", "a folder that can be written"),
    key(
        "search_in_memory",
        "Whether the search index is kept in memory instead of the data folder, and built at every start",
        "true or false",
    ),
    key(
        "live_templates",
        "For work on pages: templates and style are read from disk at each request (not in a release), and no page is kept",
        "true or false",
    ),
    secret("database_url", "PostgreSQL, instead of the embedded database", "postgres://user:password@host:5432/name"),
    key("database_connections", "Most connections to PostgreSQL", "a whole number from 2 to 1000"),
    key("worker", "Whether jobs (mails, reminders, imports) run inside `serve`", "true or false"),
    key(
        "demo",
        "Makes an empty installation a demonstration: a banner, mail and people open to everybody",
        "true or false",
    ),
    key(
        "now",
        "The moment at which the clock starts, for training and demonstration",
        "a moment with its zone (RFC 3339), such as 2026-03-03T09:00:00Z",
    ),
    key("log", "What is logged", "error, warn, info, debug or trace; per part: info,platform=debug"),
    key("log_format", "How it is logged", "text or json"),
    key("max_body_bytes", "Largest accepted form or upload, in bytes", "a whole number from 65536 to 1073741824"),
    key("request_seconds", "Longest a request may take, in seconds", "a whole number from 1 to 600"),
    key("trust_proxy", "Whether X-Forwarded-For of a proxy in front is believed", "true or false"),
    secret(
        "metrics_token",
        "Secret with which /metrics may be read from elsewhere; empty: only from this machine",
        "empty, or at least 16 characters",
    ),
    key("mail.transport", "How mail leaves", "smtp, or mailbox (kept here, readable at /demo/postvak)"),
    secret("mail.smtp_url", "The mail server", "smtps://user:password@host:465 or smtp://host:25"),
    key("mail.from", "Sender of every mail; the municipality's name stands before it", "an e-mail address"),
    key("oidc", "Sign-in through a municipality's own identity provider", "a table per municipality: [oidc.SLUG]"),
    key("oidc.*.issuer", "Address of the identity provider", "https://…"),
    key("oidc.*.client_id", "Client id as registered there", "text"),
    secret("oidc.*.client_secret", "Client secret as registered there", "text"),
    key("oidc.*.name", "Name on the button", "text"),
    key(
        "oidc.*.trust_email",
        "Whether addresses count of which the provider does not say email_verified (Entra ID): only when its manager alone fills them in",
        "true or false",
    ),
    key("mail", "Mail", "a table: [mail]"),
];

/// The key under this name, `oidc.zoetermeer.issuer` under `oidc.*.issuer`.
pub fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| {
        let mut known = key.name.split('.');
        let mut given = name.split('.');
        loop {
            match (known.next(), given.next()) {
                (None, None) => return true,
                (Some(known), Some(given)) if known == "*" || known == given => {}
                _ => return false,
            }
        }
    })
}

/// The environment variable that sets a key.
pub fn variable(name: &str) -> String {
    format!("{}{}", super::load::PREFIX, name.replace('.', "__").to_uppercase())
}
