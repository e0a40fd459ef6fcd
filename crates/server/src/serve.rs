//! Serving: http and, unless it is told not to, the worker; a graceful stop on SIGTERM or Ctrl-C.

use std::time::Duration;

use kernel::{Problem, Result};
use platform::{App, jobs::Runner};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use crate::patience::{Caller, Patience, PatientListener, open_as_many_as_allowed, tell_address};

/// Serves until `stop` is cancelled; requests and jobs that are under way are finished first.
/// `beside` are routes of the program itself, such as `/metrics`.
///
/// # Errors
/// When the address cannot be used.
pub async fn serve(app: App, listener: TcpListener, beside: axum::Router, stop: CancellationToken) -> Result<()> {
    let router = crate::router(&app).merge(beside);
    let patience = Duration::from_secs(app.config.request_seconds) + SILENCE;
    let mut background = tokio::task::JoinSet::new();
    if app.config.worker {
        background.spawn(Runner::run(app.clone(), stop.clone()));
    }
    background.spawn(follow(app.clone(), stop.clone()));
    background.spawn(platform::searching::run(app.clone(), stop.clone()));
    background.spawn(count_looks(app.clone(), stop.clone()));
    let files = open_as_many_as_allowed();
    // Behind a proxy everybody comes from its address.
    let most = if app.config.trust_proxy { usize::MAX } else { (files / 4).clamp(16, MOST) };
    answer(listener, router, patience, most, stop.clone()).await?;
    stop.cancel();
    let ended = async { while background.join_next().await.is_some() {} };
    in_time(ended, &stop, "jobs").await;
    Ok(())
}

/// Answers with these routes until `stop` is cancelled. A connection over which nothing is answered for as long as
/// `patience` ends, and of one address there are at most so many.
///
/// # Errors
/// When the address cannot be used.
pub async fn answer(
    listener: TcpListener,
    routes: axum::Router,
    patience: Duration,
    most: usize,
    stop: CancellationToken,
) -> Result<()> {
    let patience = Patience { header: HEADER, answer: patience };
    let routes = routes.layer(axum::middleware::from_fn(tell_address)).into_make_service_with_connect_info::<Caller>();
    let graceful = stop.clone();
    let serving = axum::serve(PatientListener::new(listener, patience, most), routes)
        .with_graceful_shutdown(async move { graceful.cancelled().await })
        .into_future();
    in_time(serving, &stop, "requests").await.unwrap_or(Ok(())).map_err(Problem::fault)
}

/// How long a header may take, over a slow line.
const HEADER: Duration = Duration::from_secs(15);
/// Connections from one address: a town hall or a library may have one address for all.
const MOST: usize = 1_000;

/// How long a connection may be silent beyond the longest request: longer than a proxy keeps one open for the next request.
pub const SILENCE: Duration = Duration::from_secs(75);

/// How long what is under way may take after the program was asked to stop: one visitor who reads slowly, or a job that
/// hangs, must not keep it from stopping. Less than systemd's patience in `docs/operations.md`.
const PATIENCE: Duration = Duration::from_secs(25);

/// Waits for the end of `work`; [`PATIENCE`] after `stop` it is left, and `None` comes back. A job that is left is taken
/// over when its lease runs out.
async fn in_time<T>(work: impl Future<Output = T>, stop: &CancellationToken, what: &str) -> Option<T> {
    let late = async {
        stop.cancelled().await;
        tokio::time::sleep(PATIENCE).await;
    };
    tokio::select! {
        end = work => Some(end),
        () = late => {
            tracing::warn!(what, "not finished in time; left");
            None
        }
    }
}

/// Keeps what this process holds in memory in step with what others change.
pub async fn follow(app: App, stop: CancellationToken) {
    while !stop.is_cancelled() {
        tokio::select! {
            () = tokio::time::sleep(std::time::Duration::from_secs(2)) => {}
            () = stop.cancelled() => break,
        }
        if let Err(problem) = app.municipalities.refresh(&app.db).await {
            tracing::warn!(%problem, "towns could not be refreshed");
        }
        app.limits.shrink();
        if let Err(problem) = count_jobs(&app).await {
            tracing::warn!(%problem, "jobs could not be counted");
        }
        metrics::gauge!("samenstuur_statements").set(app.db.statement_count() as f64);
    }
}

/// Writes down once a minute, and at the end, how often vacancies were looked at in this process.
async fn count_looks(app: App, stop: CancellationToken) {
    while !stop.is_cancelled() {
        tokio::select! {
            () = tokio::time::sleep(std::time::Duration::from_secs(60)) => {}
            () = stop.cancelled() => {}
        }
        if let Err(problem) = finding::listing::save_views(&app).await {
            tracing::warn!(%problem, "looks at vacancies could not be written down; tried again in a minute");
        }
    }
}

async fn count_jobs(app: &App) -> Result<()> {
    let mut conn = app.db.read().await?;
    let (due, oldest) = platform::jobs::backlog(&mut conn, app.now()).await?;
    metrics::gauge!("samenstuur_jobs_due").set(due as f64);
    metrics::gauge!("samenstuur_jobs_oldest_seconds").set(oldest.map_or(0.0, |at| app.now().since(at) as f64 / 1000.0));
    Ok(())
}

/// Cancelled when the system asks the program to stop.
pub fn stop_signal() -> CancellationToken {
    let token = CancellationToken::new();
    let stop = token.clone();
    tokio::spawn(async move {
        let interrupt = tokio::signal::ctrl_c();
        #[cfg(unix)]
        {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut terminate) => {
                    tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
                }
                Err(_) => {
                    let _ = interrupt.await;
                }
            }
        }
        #[cfg(not(unix))]
        let _ = interrupt.await;
        stop.cancel();
    });
    token
}
