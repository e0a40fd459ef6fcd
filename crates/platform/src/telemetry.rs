//! Logs and figures of the running program. Neither holds personal data: paths stand without their query, and of a panic
//! only the place and a fixed text are told, because a text put together at run time may hold what somebody typed.

use std::{net::SocketAddr, time::Duration};

use axum::{
    Router,
    extract::{ConnectInfo, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing,
};
use kernel::{Problem, Result};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tracing_subscriber::EnvFilter;

use crate::config::Config;

/// Starts the log on standard error, as the configuration says, and lets panics be told there.
///
/// # Errors
/// When a log was started before, or the filter is not one.
pub fn start_log(config: &Config) -> Result<()> {
    // What PostgreSQL remarks at every start ("already exists, skipping") tells nobody anything.
    let filter = format!("sqlx::postgres::notice=warn,{}", config.log);
    let filter = EnvFilter::builder().parse(filter).map_err(Problem::fault)?;
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let started = if config.log_format == "json" {
        builder.json().flatten_event(true).with_current_span(true).with_span_list(false).try_init()
    } else {
        builder.with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr())).try_init()
    };
    started.map_err(Problem::fault)?;
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map_or_else(|| "an unknown place".into(), ToString::to_string);
        let text = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("(text left out)");
        tracing::error!("panicked at {place}: {text}");
        tracing::debug!("{panic}");
    }));
    Ok(())
}

/// Upper ends of the classes in which durations are counted, in seconds.
const SECONDS: [f64; 12] = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// Starts counting; what comes back shows the figures.
///
/// # Errors
/// When counting was started before.
pub fn start_metrics() -> Result<PrometheusHandle> {
    let builder = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &SECONDS)
        .map_err(Problem::fault)?;
    let handle = builder.install_recorder().map_err(Problem::fault)?;
    describe();
    Ok(handle)
}

/// What a figure is.
#[derive(Clone, Copy, Debug)]
pub enum Figure {
    /// Only ever grows.
    Counter,
    /// How it is now.
    Gauge,
    /// Durations in classes.
    Histogram,
}

/// Every figure: its name, what it is, what it tells. `docs/operations.md` has the same list.
pub const FIGURES: [(&str, Figure, &str); 9] = [
    ("samenstuur_requests_total", Figure::Counter, "Answered requests by method and status"),
    ("samenstuur_request_seconds", Figure::Histogram, "How long an answer took"),
    (
        "samenstuur_request_statements_total",
        Figure::Counter,
        "Statements run to answer requests, without those of jobs",
    ),
    ("samenstuur_jobs_done_total", Figure::Counter, "Jobs that succeeded, by kind"),
    ("samenstuur_jobs_failed_total", Figure::Counter, "Jobs that failed and are tried again, by kind"),
    ("samenstuur_jobs_due", Figure::Gauge, "Jobs that are due and wait"),
    ("samenstuur_jobs_oldest_seconds", Figure::Gauge, "How long the oldest due job waits"),
    ("samenstuur_mails_sent_total", Figure::Counter, "Mails handed over"),
    ("samenstuur_statements", Figure::Gauge, "Statements run since the start"),
];

fn describe() {
    for (name, kind, text) in FIGURES {
        match kind {
            Figure::Counter => metrics::describe_counter!(name, text),
            Figure::Gauge => metrics::describe_gauge!(name, text),
            Figure::Histogram => metrics::describe_histogram!(name, text),
        }
    }
}

/// Keeps the figures small; call it every few seconds.
pub async fn keep_tidy(handle: PrometheusHandle) {
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        handle.run_upkeep();
    }
}

#[derive(Clone)]
struct Shown {
    handle: PrometheusHandle,
    token: String,
}

/// `/metrics`, for whoever has the token; without a token for callers on this machine. A request that came through a
/// proxy is not one from this machine.
pub fn routes(handle: PrometheusHandle, config: &Config) -> Router {
    let shown = Shown { handle, token: config.metrics_token.clone() };
    Router::new().route("/metrics", routing::get(show)).with_state(shown)
}

async fn show(State(shown): State<Shown>, ConnectInfo(from): ConnectInfo<SocketAddr>, headers: HeaderMap) -> Response {
    if !may_read(&shown.token, from, &headers) {
        return StatusCode::NOT_FOUND.into_response();
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], shown.handle.render()).into_response()
}

fn may_read(token: &str, from: SocketAddr, headers: &HeaderMap) -> bool {
    if token.is_empty() {
        let proxied = ["x-forwarded-for", "forwarded", "via"].iter().any(|name| headers.contains_key(*name));
        return from.ip().to_canonical().is_loopback() && !proxied;
    }
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given = given.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    // Hashes are compared, so that the time it takes tells nothing of the token.
    crate::auth::hash(given) == crate::auth::hash(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_for_this_machine_or_for_who_has_the_token() {
        let here: SocketAddr = "127.0.0.1:1".parse().expect("an address");
        let there: SocketAddr = "192.0.2.1:1".parse().expect("an address");
        let mut proxied = HeaderMap::new();
        proxied.insert("x-forwarded-for", "192.0.2.7".parse().expect("a header"));
        let mut right = HeaderMap::new();
        right.insert(header::AUTHORIZATION, "Bearer abc".parse().expect("a header"));
        for (token, from, headers, expected) in [
            ("", here, &HeaderMap::new(), true),
            ("", there, &HeaderMap::new(), false),
            ("", here, &proxied, false),
            ("abc", here, &HeaderMap::new(), false),
            ("abc", there, &right, true),
            ("abd", there, &right, false),
        ] {
            assert_eq!(may_read(token, from, headers), expected, "{token:?} {from} {headers:?}");
        }
    }
}
