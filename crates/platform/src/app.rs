//! The parts of a running installation, and the context in which everything is done.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use futures::future::BoxFuture;
use kernel::{
    Actor, Clock, Ids, Instant, Lang, Municipality, MunicipalityId, Permit, Person, PersonId, Problem, Result,
};
use parking_lot::RwLock;

use crate::{
    config::Config,
    db::{Conn, Db, Tx},
    events::Bus,
    files::Files,
    health::Health,
    i18n::{Catalogue, FluentValue},
    jobs::Runner,
    limits::Limits,
    mail::Mailer,
    municipalities::Municipalities,
    plan::Plan,
    searching::Searching,
    templates::{self, Templates},
};

/// The clock on the wall, moved by a fixed amount (`--now`, demonstration) that is normally zero.
pub struct MovableClock {
    offset: AtomicI64,
}

impl MovableClock {
    /// A clock that stands at `start`, or at the real time.
    pub fn starting_at(start: Option<Instant>) -> Self {
        let offset = start.map_or(0, |start| start.since(real_now()));
        Self { offset: AtomicI64::new(offset) }
    }

    /// Moves the clock; milliseconds, forward when positive.
    pub fn advance(&self, millis: i64) {
        self.offset.fetch_add(millis, Ordering::SeqCst);
    }
}

impl Clock for MovableClock {
    fn now(&self) -> Instant {
        real_now().plus(self.offset.load(Ordering::SeqCst))
    }
}

#[allow(clippy::disallowed_methods, reason = "the one place that looks at the clock on the wall")]
fn real_now() -> Instant {
    Instant::from_timestamp(jiff::Timestamp::now())
}

/// Source of secrets and ids: fills a buffer with unpredictable bytes.
pub type Random = Arc<dyn Fn(&mut [u8]) + Send + Sync>;

/// The operating system's randomness.
#[allow(clippy::disallowed_methods, reason = "the one place that asks the operating system for randomness")]
pub fn system_random() -> Random {
    Arc::new(|buffer| rand::Rng::fill_bytes(&mut rand::rng(), buffer))
}

/// A person, and the language they chose.
pub type Known = (Person, Option<Lang>);

/// Finds out who somebody is. Given by the program that wires the capabilities together,
/// because a person's roles come from more than one of them.
pub trait Identity: Send + Sync {
    /// Name, roles and offices of a signed-in person, and the language they chose.
    fn person<'a>(
        &'a self,
        conn: &'a mut Conn,
        town: MunicipalityId,
        person: PersonId,
    ) -> BoxFuture<'a, Result<Option<Known>>>;

    /// The organisation whose API key has this hash.
    fn api_key<'a>(
        &'a self,
        conn: &'a mut Conn,
        town: MunicipalityId,
        hash: Vec<u8>,
    ) -> BoxFuture<'a, Result<Option<kernel::OrganisationId>>>;
}

/// What is needed to make an [`App`].
pub struct Parts {
    /// The system manager's settings.
    pub config: Config,
    /// The database, open and migrated.
    pub db: Db,
    /// What tells the time.
    pub clock: Arc<MovableClock>,
    /// Source of secrets and ids.
    pub random: Random,
    /// What the capabilities have.
    pub plans: Vec<Plan>,
    /// Who is who.
    pub identity: Arc<dyn Identity>,
}

/// A running installation. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// The parts, for everybody who holds an [`App`].
pub struct Inner {
    /// The system manager's settings.
    pub config: Config,
    pub db: Db,
    /// What tells the time.
    pub clock: Arc<MovableClock>,
    /// New identifiers.
    pub ids: Ids,
    /// Unpredictable bytes.
    pub random: Random,
    /// The towns, kept fresh.
    pub municipalities: Municipalities,
    /// The words on pages.
    pub catalogue: Catalogue,
    pub templates: Templates,
    /// Which jobs follow from which events.
    pub bus: Bus,
    pub runner: Runner,
    /// Sends mail, for jobs.
    pub mailer: Mailer,
    /// Posters, cards, uploads.
    pub files: Files,
    /// How often something may be tried.
    pub limits: Limits,
    /// The search index of this process.
    pub search: Searching,
    pub health: Health,
    /// What the capabilities have.
    pub plans: Vec<Plan>,
    /// Who is who.
    pub identity: Arc<dyn Identity>,
    services: RwLock<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>,
}

impl std::ops::Deref for App {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// Puts the parts together and reads the towns from the database.
    ///
    /// # Errors
    /// When the database, the words or the pages cannot be read.
    pub async fn new(parts: Parts) -> Result<Self> {
        let Parts { config, db, clock, random, plans, identity } = parts;
        let plans = crate::plan::as_shown(plans);
        let ids_random = random.clone();
        let ids = Ids::new(
            clock.clone(),
            Arc::new(move || {
                let mut bytes = [0; 10];
                ids_random(&mut bytes);
                bytes
            }),
        );
        let catalogue = Catalogue::load()?;
        if config.live_templates {
            templates::assets::follow_changes();
        }
        let templates = Templates::load(catalogue.clone(), config.live_templates)?;
        let municipalities = Municipalities::load(&db, &plans).await?;
        let mailer = Mailer::new(&config.mail)?;
        let inner = Inner {
            bus: Bus::from_plans(&plans),
            runner: Runner::from_plans(&plans, ids.next()),
            limits: Limits::new(clock.clone()),
            files: Files::in_folder(&config.data)?,
            search: Searching::new(&config, catalogue.fingerprint()),
            health: Health::default(),
            services: RwLock::default(),
            config,
            db,
            clock,
            ids,
            random,
            municipalities,
            catalogue,
            templates,
            mailer,
            plans,
            identity,
        };
        Ok(Self(Arc::new(inner)))
    }

    /// The present moment.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Something a capability keeps beside the database (an index, keys of a protocol): made at the first call.
    pub fn service<T: Send + Sync + 'static>(&self, make: impl FnOnce() -> T) -> Arc<T> {
        let found = self.services.read().get(&TypeId::of::<T>()).cloned();
        let any = found.unwrap_or_else(|| {
            self.services.write().entry(TypeId::of::<T>()).or_insert_with(|| Arc::new(make())).clone()
        });
        any.downcast().unwrap_or_else(|_| unreachable!("a service is kept under its own type"))
    }

    /// The context of the system itself (jobs, commands) in a town.
    ///
    /// # Errors
    /// When there is no such town.
    pub fn system(&self, municipality: MunicipalityId) -> Result<Ctx> {
        let municipality = self.municipalities.by_id(municipality).ok_or(Problem::NotFound)?;
        Ok(Ctx {
            lang: municipality.default_lang(),
            app: self.clone(),
            municipality,
            actor: Actor::System,
            on_behalf_of: None,
            now: self.now(),
            request: Arc::default(),
        })
    }
}

/// What is known of the request, for layouts, logs and messages. Empty in jobs and commands.
#[derive(Clone, Debug, Default)]
pub struct RequestInfo {
    /// Id in the log and on the error page.
    pub id: String,
    /// Path without query. It may hold the secret of somebody's private link: it goes to who asked, never into a log.
    pub path: String,
    /// The route that answers, as its plan names it (`/vacatures/{vacancy}`), for the log.
    pub route: String,
    /// Path with query.
    pub here: String,
    /// Where somebody comes back to who must sign in first: here, or the page with the form that was sent.
    pub back: String,
    /// Whether htmx asks for a part of the page.
    pub wants_fragment: bool,
    /// Whether the answer may be compressed with gzip.
    pub takes_gzip: bool,
    /// Whether JSON was asked for, or the path is the API's.
    pub wants_json: bool,
    /// Catalogue key of a message to show once.
    pub notice: Option<String>,
    /// The session in which this is asked.
    pub session: Option<kernel::SessionId>,
    /// Address of the caller, for limits; never logged.
    pub remote: String,
    /// `User-Agent`, for the list of one's sessions.
    pub user_agent: String,
    /// Scheme and host as the browser sees them, for links of this very request.
    pub origin: String,
}

/// Who asks, in which town, in which language, when.
#[derive(Clone)]
pub struct Ctx {
    pub app: App,
    pub municipality: Arc<Municipality>,
    pub actor: Actor,
    /// For whom, when it is not for oneself.
    pub on_behalf_of: Option<PersonId>,
    /// In which language.
    pub lang: Lang,
    /// When; the same moment for everything that follows from one request.
    pub now: Instant,
    /// What is known of the request.
    pub request: Arc<RequestInfo>,
}

impl Ctx {
    /// The town's id: the first argument of nearly every statement.
    pub fn town(&self) -> MunicipalityId {
        self.municipality.id
    }

    /// Whether this is the demonstration: a property of the town, so that a real town beside it stays closed.
    pub fn is_demonstration(&self) -> bool {
        self.municipality.is_demonstration()
    }

    /// What stands on paper, feeds and files of a demonstration, so that nobody takes them for real.
    pub fn demonstration_mark(&self) -> Option<String> {
        self.is_demonstration().then(|| format!("{}. {}", self.t("common-demo-label"), self.t("common-demo-text")))
    }

    /// The town's calendar day.
    pub fn today(&self) -> kernel::Date {
        self.now.date(&self.municipality.zone)
    }

    /// A moment as the town's clocks show it, as the date filters of templates read it: `2026-03-03T14:00:00`.
    pub fn local(&self, at: Instant) -> String {
        at.timestamp().to_zoned_datetime(self.municipality.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S").to_string()
    }

    /// A day in words, with its year: *dinsdag 3 maart 2026*.
    pub fn date(&self, day: kernel::Date) -> String {
        let day = day.to_string();
        templates::format::date(&self.app.catalogue, self.lang, &day).unwrap_or(day)
    }

    /// A connection to read with.
    ///
    /// # Errors
    /// When none can be had.
    pub async fn read(&self) -> Result<Conn> {
        Ok(self.app.db.read().await?)
    }

    /// Begins a transaction, which only somebody with a permit may.
    ///
    /// # Errors
    /// When none can be had.
    pub async fn begin<A>(&self, _permit: &Permit<A>) -> Result<Tx> {
        let mut tx = self.app.db.begin().await?;
        tx.must_account = true;
        Ok(tx)
    }

    /// Commits, and wakes those who wait for what it brought.
    ///
    /// # Errors
    /// When the database or the disk did not take it.
    pub async fn commit(&self, tx: Tx) -> Result<()> {
        let wakes = tx.wakes;
        tx.commit().await?;
        if wakes {
            self.app.runner.wake();
            self.app.search.wake();
        }
        Ok(())
    }

    /// A new identifier.
    pub fn id<T: From<uuid::Uuid>>(&self) -> T {
        self.app.ids.next()
    }

    /// A text of the catalogue in the language of this context.
    pub fn t(&self, key: &str) -> String {
        self.app.catalogue.text(self.lang, key, &[])
    }

    /// A text of the catalogue with arguments.
    pub fn t_with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.app.catalogue.text(self.lang, key, args)
    }

    /// Words in a row: *a*, *a en b*, *a, b en c*.
    pub fn listed(&self, words: &[String]) -> String {
        match words {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let args = [("first", FluentValue::from(first.join(", "))), ("last", FluentValue::from(last.as_str()))];
                self.t_with("common-and", &args)
            }
        }
    }

    /// A path as a full address, for mails and files: the town's own address.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.municipality.base_url)
    }

    /// The same context as somebody else: a job that acts for the system, a test.
    #[must_use]
    pub fn acting_as(&self, actor: Actor) -> Self {
        Self { actor, ..self.clone() }
    }

    /// The same context in another language: a mail to somebody who reads that one.
    #[must_use]
    pub fn in_language(&self, lang: Lang) -> Self {
        Self { lang, ..self.clone() }
    }
}
