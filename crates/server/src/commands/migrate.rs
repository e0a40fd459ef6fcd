//! `samenstuur migrate`.

use platform::config::Loaded;

use super::{Installation, Outcome};

pub(super) async fn migrate(loaded: Loaded) -> Outcome {
    let installation = Installation::open(loaded).await?;
    let ran = installation.db.migrate(kernel::Clock::now(&*installation.clock)).await?;
    if ran.is_empty() {
        println!("The database is up to date; nothing was to be done.");
    }
    for name in &ran {
        println!("ran {name}");
    }
    installation.db.close().await;
    Ok(())
}
