//! The program `samenstuur`: wiring and commands.

pub mod capabilities;
pub mod cli;
pub mod commands;
pub mod first_run;
pub mod identity;
pub mod patience;
pub mod serve;

use std::sync::Arc;

pub use self::capabilities::plans;

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
    let parts =
        Parts { config, db, clock, random, plans: crate::plans(), identity: Arc::new(identity::FromCapabilities) };
    let app = App::new(parts).await?;
    matching::provide(&app);
    Ok(app)
}

/// Everything that can be asked of an installation over HTTP.
pub fn router(app: &App) -> axum::Router {
    platform::http::router(app, crate::plans())
}
