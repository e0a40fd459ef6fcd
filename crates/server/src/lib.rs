//! The program `samenstuur`: wiring and commands.

pub mod cli;
pub mod commands;
pub mod demo;
pub mod first_run;
pub mod identity;
pub mod patience;
pub mod serve;

use std::sync::Arc;

use kernel::Result;
use platform::{
    App, Db,
    app::{MovableClock, Parts, Random},
    config::Config,
};

/// Puts an installation together from its configuration and an open, migrated database.
///
/// # Errors
/// When the words, the pages or the towns cannot be read.
pub async fn build(config: Config, db: Db, clock: Arc<MovableClock>, random: Random) -> Result<App> {
    let parts = Parts {
        config,
        db,
        clock,
        random,
        plans: capabilities::plans(),
        identity: Arc::new(identity::FromCapabilities),
    };
    let app = App::new(parts).await?;
    capabilities::matching::provide(&app);
    Ok(app)
}

/// Everything that can be asked of an installation over HTTP.
pub fn router(app: &App) -> axum::Router {
    platform::http::router(app, capabilities::plans())
}
