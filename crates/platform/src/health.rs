//! Whether this process can do its work: asked by balancers, by whoever watches, and by the doctor.

use std::{sync::Arc, time::Duration};

use parking_lot::Mutex;
use tokio::{sync::Notify, time::Instant};

use crate::{
    app::App,
    db::{maintenance, migrate::SchemaState},
};

/// How long an answer may take: whoever watches wants to know when the database hangs.
const ANSWER: Duration = Duration::from_secs(2);
/// What was tried so shortly ago is not tried again, however many ask.
const FRESH: Duration = Duration::from_secs(1);
/// A large import keeps other changes waiting; after this something else is wrong.
const LONG: Duration = Duration::from_secs(30);

type Written = Result<(), &'static str>;

/// What became of the last change that was tried, to see whether the database takes any.
#[derive(Clone, Default)]
pub struct Health(Arc<(Mutex<Tried>, Notify)>);

#[derive(Default)]
struct Tried {
    going_on: Option<Instant>,
    last: Option<(Instant, Written)>,
}

impl Health {
    /// Whether the database answers, has the schema of this program, and takes changes, and everything can be found.
    ///
    /// # Errors
    /// With what is wrong, in a few words that may be told to anybody.
    pub async fn ready(&self, app: &App) -> Written {
        if !app.search.may_serve() {
            return Err("the search index is being built");
        }
        match tokio::time::timeout(ANSWER, self.look(app)).await {
            Ok(found) => found,
            Err(_) => Err("the database does not answer"),
        }
    }

    async fn look(&self, app: &App) -> Written {
        match app.db.schema_state().await {
            Ok(SchemaState::Current) => {}
            Ok(_) => return Err("the database is not that of this program"),
            Err(_) => return Err("the database does not answer"),
        }
        let done = self.0.1.notified();
        if self.begin() {
            tokio::spawn(self.clone().write(app.clone()));
        }
        let _ = tokio::time::timeout(ANSWER / 2, async {
            if self.0.0.lock().going_on.is_some() {
                done.await;
            }
        })
        .await;
        let tried = self.0.0.lock();
        match (tried.going_on, tried.last) {
            (Some(since), _) if since.elapsed() > LONG => Err("no change gets through"),
            (_, Some((_, written))) => written,
            (_, None) => Ok(()),
        }
    }

    /// Whether a change is to be tried now; then it is taken to be going on.
    fn begin(&self) -> bool {
        let mut tried = self.0.0.lock();
        let fresh = tried.last.is_some_and(|(at, _)| at.elapsed() < FRESH);
        let begins = !fresh && tried.going_on.is_none();
        if begins {
            tried.going_on = Some(Instant::now());
        }
        begins
    }

    async fn write(self, app: App) {
        let written = maintenance::try_write(&app.db).await;
        if let Err(error) = &written {
            tracing::warn!(%error, "the database takes no changes");
        }
        let mut tried = self.0.0.lock();
        tried.going_on = None;
        tried.last = Some((Instant::now(), written.map_err(|_| "the database takes no changes")));
        drop(tried);
        self.0.1.notify_waiters();
    }
}
