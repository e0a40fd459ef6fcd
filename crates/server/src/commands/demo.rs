//! `samenstuur demo`.

use platform::config::Loaded;

use super::{Failure, Installation, Outcome};
use crate::cli::Demo;

pub(super) async fn demo(mut loaded: Loaded, asked: &Demo) -> Outcome {
    loaded.config.demo = true;
    let installation = Installation::open_current(loaded).await?;
    if let Some(town) = installation.towns().await?.all().first() {
        return Err(Failure::failed(format!(
            "the municipality {} is there already: a demonstration fills an empty installation; choose another --data folder",
            town.name
        )));
    }
    let app = installation.start().await?;
    demo::fill(&app, asked.size, asked.seed).await?;
    app.db.close().await;
    println!("The demonstration town is ready. Look at it: samenstuur serve --data {}", app.config.data.display());
    Ok(())
}
