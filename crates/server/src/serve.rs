//! Serving: http and, unless it is told not to, the worker; a graceful stop on SIGTERM or Ctrl-C.

use std::net::SocketAddr;

use kernel::{Problem, Result};
use platform::{App, jobs::Runner};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// Serves until `stop` is cancelled; requests and jobs that are under way are finished first.
///
/// # Errors
/// When the address cannot be used.
pub async fn serve(app: App, listener: TcpListener, stop: CancellationToken) -> Result<()> {
    let router = crate::router(&app).into_make_service_with_connect_info::<SocketAddr>();
    let mut background = tokio::task::JoinSet::new();
    if app.config.worker {
        background.spawn(Runner::run(app.clone(), stop.clone()));
    }
    background.spawn(follow(app.clone(), stop.clone()));
    background.spawn(platform::searching::run(app.clone(), stop.clone()));
    let graceful = stop.clone();
    axum::serve(listener, router)
        .with_graceful_shutdown(async move { graceful.cancelled().await })
        .await
        .map_err(Problem::fault)?;
    stop.cancel();
    while background.join_next().await.is_some() {}
    Ok(())
}

/// Keeps what this process holds in memory in step with what others change.
async fn follow(app: App, stop: CancellationToken) {
    while !stop.is_cancelled() {
        tokio::select! {
            () = tokio::time::sleep(std::time::Duration::from_secs(2)) => {}
            () = stop.cancelled() => break,
        }
        if let Err(problem) = app.municipalities.refresh(&app.db).await {
            tracing::warn!(%problem, "towns could not be refreshed");
        }
        app.limits.shrink();
    }
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
