//! The search index of this process, kept in step with the database.
//!
//! A capability says with a [`SearchSource`] what of it can be found. At the start the index is
//! filled from all sources, in pages, when it is new or its make-up changed; after that it follows the feed of facts and
//! reads again what the facts are about. Every process does this for itself, so that a change made anywhere is found
//! everywhere within 2 seconds.

mod card;
pub mod filters;
mod store;

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    time::Duration,
};

pub use card::{Card, CardMeta, CardWords};
use kernel::{Instant, Lang, MunicipalityId, Problem, Result, time};
use serde::{Deserialize, Serialize};
pub use store::{STATEMENTS, SynonymRow};
use tokio::sync::{Mutex, Notify};
use uuid::Uuid;

use crate::{
    app::{App, Ctx},
    config::Config,
    db::{Conn, Tx},
    events::{
        Event,
        feed::{Fact, Follower},
    },
    plan::SearchSource,
    search::{Document, Index, Place, Query, RankingWeights, Results, SchemaVersion, SearchError, Synonyms},
};

/// Changes when what sources put into documents changes in a way the words do not show.
const CONTENT_VERSION: u32 = 2;
/// Documents read and put in at once.
const BATCH: usize = 500;
/// How often the feed is looked at when nothing in this process changed.
const POLL: Duration = Duration::from_millis(500);
/// Facts that come close together are taken together.
const GATHER: Duration = Duration::from_millis(100);
/// A place in the feed older than this is not followed from but built anew: facts are forgotten after a while.
const OLDEST_CHECKPOINT: i64 = 7 * time::DAY;
/// How far the stored place in the feed may lag behind when no document changed.
const CHECKPOINT_STEP: i64 = time::HOUR;

/// Much of a town was loaded at once (a demonstration, an import, a restore, other boundaries): everything that can be
/// found there is read again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ContentLoaded {
    pub municipality: MunicipalityId,
}

impl Event for ContentLoaded {
    const KIND: &'static str = "platform.content_loaded";
    const SUBJECT: &'static str = "municipality";
    fn subject(&self) -> Uuid {
        self.municipality.0
    }
}

/// Somebody edited the table of synonyms.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SynonymsChanged {
    pub municipality: MunicipalityId,
}

impl Event for SynonymsChanged {
    const KIND: &'static str = "platform.synonyms_changed";
    const SUBJECT: &'static str = "synonyms";
    fn subject(&self) -> Uuid {
        self.municipality.0
    }
}

/// The index of this process.
pub struct Searching {
    place: Place,
    version: SchemaVersion,
    index: OnceLock<Arc<Index>>,
    follower: Mutex<Option<Follower>>,
    ready: AtomicBool,
    followed: AtomicBool,
    /// Whether a search failed on what is on disk.
    broken: AtomicBool,
    generation: AtomicU64,
    wake: Notify,
    synonyms: parking_lot::RwLock<HashMap<MunicipalityId, Arc<Synonyms>>>,
}

impl Searching {
    /// The index of an installation with this configuration; nothing is opened yet. `words` is the fingerprint of the
    /// catalogue: cards hold words, so other words make another index.
    pub fn new(config: &Config, words: u32) -> Self {
        let place = if config.search_in_memory { Place::Memory } else { Place::Folder(config.data.join("index")) };
        Self {
            place,
            version: SchemaVersion(words.wrapping_add(CONTENT_VERSION)),
            index: OnceLock::new(),
            follower: Mutex::new(None),
            ready: AtomicBool::new(false),
            followed: AtomicBool::new(false),
            broken: AtomicBool::new(false),
            generation: AtomicU64::new(0),
            wake: Notify::new(),
            synonyms: parking_lot::RwLock::default(),
        }
    }

    /// Whether everything can be found: the index was filled, and follows the feed.
    pub fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Acquire)
    }

    /// Whether this process may serve: false only while an index that it follows is being filled.
    pub fn may_serve(&self) -> bool {
        self.is_ready() || !self.followed.load(Ordering::Acquire)
    }

    /// Counts up whenever an answer may have changed: a page made at one number may be given again at the same number.
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::Acquire)
    }

    /// How many documents can be found, in all towns together.
    pub fn documents(&self) -> u64 {
        self.index.get().map_or(0, |index| index.documents())
    }

    /// There may be something to take in.
    pub fn wake(&self) {
        self.wake.notify_one();
    }

    /// Answers a question. Before the index was opened nothing is found. One that fails is built anew by whoever follows.
    ///
    /// # Errors
    /// When the question asks more than an answer may have, or the index fails.
    pub fn ask(&self, query: &Query, weights: &RankingWeights) -> Result<Results> {
        let Some(index) = self.index.get() else { return Ok(nothing()) };
        let synonyms = self.synonyms.read().get(&MunicipalityId(query.municipality)).cloned().unwrap_or_default();
        // The engine trusts its files, and panics on what cannot be in them.
        let search = std::panic::AssertUnwindSafe(|| index.search(query, weights, &synonyms));
        match std::panic::catch_unwind(search) {
            Ok(Err(SearchError::Storage(_) | SearchError::Folder(_))) | Err(_) => {
                tracing::error!("the search index fails and is built anew");
                self.broken.store(true, Ordering::Release);
                self.wake();
                Err(Problem::Busy("the search index is built anew"))
            }
            Ok(found) => found.map_err(Problem::fault),
        }
    }

    fn open(&self) -> Result<&Arc<Index>> {
        if let Some(index) = self.index.get() {
            return Ok(index);
        }
        let index = match Index::open(&self.place, self.version) {
            Err(SearchError::InUse) => {
                tracing::warn!("another process holds the search index in this data folder; keeping one in memory");
                Index::open(&Place::Memory, self.version)
            }
            other => other,
        };
        let index = Arc::new(index.map_err(Problem::fault)?);
        Ok(self.index.get_or_init(|| index))
    }
}

fn nothing() -> Results {
    Results { total: 0, hits: Vec::new(), facets: Vec::new(), widen: None, all_words: true }
}

/// Follows the feed until `stop` is cancelled. From the call on, before the first poll, this process may not serve until
/// the index is ready: nobody finds an empty town in the first moments.
pub fn run(app: App, stop: tokio_util::sync::CancellationToken) -> impl Future<Output = ()> + Send {
    app.search.followed.store(true, Ordering::Release);
    follow(app, stop)
}

async fn follow(app: App, stop: tokio_util::sync::CancellationToken) {
    while !stop.is_cancelled() {
        if let Err(problem) = refresh(&app).await {
            tracing::error!(%problem, "the search index could not be brought up to date");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        tokio::select! {
            () = app.search.wake.notified() => tokio::time::sleep(GATHER).await,
            () = tokio::time::sleep(POLL) => {}
            () = stop.cancelled() => {}
        }
    }
    let mut follower = app.search.follower.lock().await;
    if let (Some(at), Ok(index)) = (follower.take(), app.search.open())
        && let Err(problem) = index.apply(Vec::new(), &[], Some(&checkpoint(&app, &at)))
    {
        tracing::warn!(%problem, "the place in the feed could not be kept; the next start reads a little more");
    }
}

/// Brings the index up to date with everything that was committed before: builds it when it is new, then takes in what the
/// facts since the last look are about. Jobs that search call this first, tests after a change.
///
/// # Errors
/// When the database or the index fails; the next call goes on from the last place that was kept.
pub async fn refresh(app: &App) -> Result<()> {
    let mut place = app.search.follower.lock().await;
    let mut follower = match place.take() {
        Some(follower) => follower,
        None => start(app).await?,
    };
    if app.search.broken.swap(false, Ordering::AcqRel) {
        follower = build(app).await?;
    }
    // Without a place kept after a failure, the next call starts from the index's own.
    let facts = match follower.next(&app.db).await? {
        Some(facts) => facts,
        None => {
            tracing::warn!("the feed ends before the place that was kept: the search index is built anew");
            follower = build(app).await?;
            Vec::new()
        }
    };
    take_in(app, &facts, &checkpoint(app, &follower)).await?;
    *place = Some(follower);
    app.search.ready.store(true, Ordering::Release);
    Ok(())
}

/// Opens the index, fills it where needed, and finds the place in the feed to follow from.
async fn start(app: &App) -> Result<Follower> {
    let search = &app.search;
    let index = search.open()?.clone();
    for town in app.municipalities.all() {
        load_synonyms(app, town.id).await?;
    }
    match index.checkpoint().and_then(|kept| usable(app, &kept)) {
        Some(follower) => Ok(follower),
        None => build(app).await,
    }
}

/// Reads everything into an empty index.
async fn build(app: &App) -> Result<Follower> {
    let index = app.search.open()?.clone();
    let follower = Follower::at_end(&app.db).await?;
    index.clear().map_err(Problem::fault)?;
    for town in app.municipalities.all() {
        fill(app, town.id).await?;
    }
    apply(app, Vec::new(), Vec::new(), Some(checkpoint(app, &follower))).await?;
    tracing::info!(documents = index.documents(), "the search index was built");
    Ok(follower)
}

/// When, where in the feed, and of which towns: an index that was filled from another database is not followed on.
fn checkpoint(app: &App, follower: &Follower) -> String {
    format!("{} {} {}", app.now().millis(), follower.mark(), towns(app))
}

fn towns(app: &App) -> String {
    let ids: BTreeSet<String> = app.municipalities.all().iter().map(|town| town.id.0.simple().to_string()).collect();
    ids.into_iter().collect::<Vec<_>>().join(" ")
}

fn usable(app: &App, kept: &str) -> Option<Follower> {
    let mut parts = kept.splitn(3, ' ');
    let (at, mark, of) = (parts.next()?, parts.next()?, parts.next()?);
    // Facts are forgotten after a while.
    let fresh = app.now().since(Instant::from_millis(at.parse().ok()?)).abs() < OLDEST_CHECKPOINT;
    Follower::since(mark).filter(|_| fresh && of == towns(app))
}

/// When a checkpoint was kept.
fn kept_at(checkpoint: &str) -> Option<Instant> {
    checkpoint.split(' ').next()?.parse().ok().map(Instant::from_millis)
}

/// Reads everything that can be found in a town.
async fn fill(app: &App, town: MunicipalityId) -> Result<()> {
    let ctx = app.system(town)?;
    for source in sources(app) {
        let mut after = None;
        loop {
            let mut conn = ctx.read().await?;
            let ids = (source.page)(&mut conn, &ctx, after, BATCH as i64).await?;
            let Some(last) = ids.last().copied() else { break };
            let documents = (source.load)(&mut conn, &ctx, &ids).await?;
            drop(conn);
            apply(app, documents, Vec::new(), None).await?;
            after = Some(last);
        }
    }
    Ok(())
}

fn sources(app: &App) -> impl Iterator<Item = &SearchSource> {
    app.plans.iter().flat_map(|plan| plan.search.iter())
}

async fn take_in(app: &App, facts: &[Fact], checkpoint: &str) -> Result<()> {
    let mut wanted: BTreeMap<(MunicipalityId, usize), BTreeSet<Uuid>> = BTreeMap::new();
    // What is about a town as a whole (loaded at once, other boundaries) concerns everything in it, once.
    let loaded = facts.iter().filter(|fact| fact.subject_kind == ContentLoaded::SUBJECT);
    let loaded: BTreeSet<MunicipalityId> = loaded.map(|fact| fact.municipality).collect();
    for town in &loaded {
        fill(app, *town).await?;
    }
    for fact in facts {
        match fact.subject_kind.as_str() {
            ContentLoaded::SUBJECT => {}
            SynonymsChanged::SUBJECT => load_synonyms(app, fact.municipality).await?,
            _ => {
                for (number, source) in sources(app).enumerate() {
                    let ids = touched(app, source, fact).await?;
                    if !ids.is_empty() {
                        wanted.entry((fact.municipality, number)).or_default().extend(ids);
                    }
                }
            }
        }
    }
    let (mut upserts, mut deletes) = (Vec::new(), Vec::new());
    for ((town, number), ids) in wanted {
        let Some(source) = sources(app).nth(number) else { continue };
        let ctx = app.system(town)?;
        let ids: Vec<Uuid> = ids.into_iter().collect();
        for chunk in ids.chunks(BATCH) {
            let mut conn = ctx.read().await?;
            let documents = (source.load)(&mut conn, &ctx, chunk).await?;
            let found: BTreeSet<Uuid> = documents.iter().map(|document| document.id).collect();
            deletes.extend(chunk.iter().filter(|id| !found.contains(id)).map(|id| (town.0, *id)));
            upserts.extend(documents);
        }
    }
    let behind = || {
        let kept = app.search.index.get().and_then(|index| index.checkpoint());
        let kept = kept.as_deref().and_then(kept_at);
        kept.zip(kept_at(checkpoint)).is_some_and(|(kept, at)| at.since(kept).abs() > CHECKPOINT_STEP)
    };
    if !upserts.is_empty() || !deletes.is_empty() || !loaded.is_empty() || behind() {
        apply(app, upserts, deletes, Some(checkpoint.to_owned())).await?;
    }
    Ok(())
}

async fn touched(app: &App, source: &SearchSource, fact: &Fact) -> Result<Vec<Uuid>> {
    if source.subjects.contains(&fact.subject_kind.as_str()) {
        return Ok(vec![fact.subject]);
    }
    let Some((_, related)) = source.related.iter().find(|(kind, _)| *kind == fact.subject_kind) else {
        return Ok(Vec::new());
    };
    let ctx = app.system(fact.municipality)?;
    let mut conn = ctx.read().await?;
    related(&mut conn, &ctx, fact.subject).await
}

/// Puts documents in and takes documents out, away from the threads that answer requests.
async fn apply(
    app: &App,
    upserts: Vec<Document>,
    deletes: Vec<(Uuid, Uuid)>,
    checkpoint: Option<String>,
) -> Result<()> {
    let index = app.search.open()?.clone();
    let now = app.now().millis();
    let done = tokio::task::spawn_blocking(move || {
        let done = index.apply(upserts, &deletes, checkpoint.as_deref());
        index.warm(&RankingWeights::default(), now);
        done
    });
    done.await.map_err(Problem::fault)?.map_err(Problem::fault)?;
    app.search.generation.fetch_add(1, Ordering::AcqRel);
    Ok(())
}

/// Reads the town's synonyms again.
async fn load_synonyms(app: &App, town: MunicipalityId) -> Result<()> {
    let ctx = app.system(town)?;
    let mut conn = ctx.read().await?;
    let groups = synonyms(&mut conn, &ctx).await?.into_iter().map(|group| group.words).collect();
    drop(conn);
    app.search.synonyms.write().insert(town, Arc::new(Synonyms::from_groups(groups)));
    app.search.generation.fetch_add(1, Ordering::AcqRel);
    Ok(())
}

/// Words that mean the same to the people of a town.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SynonymGroup {
    pub id: Uuid,
    /// Its words and phrases, in any mix of languages.
    pub words: Vec<String>,
}

/// The town's groups in alphabetical order: its own table, or the program's list as long as nobody changed anything.
pub async fn synonyms(conn: &mut Conn, ctx: &Ctx) -> Result<Vec<SynonymGroup>> {
    let rows = store::SYNONYMS.all(conn, (ctx.town(),)).await?;
    let mut groups: Vec<SynonymGroup> = if rows.is_empty() {
        Synonyms::own_groups().into_iter().map(own_group).collect()
    } else {
        let words = |text: &str| text.split('\t').map(str::to_owned).collect();
        rows.into_iter().map(|row| SynonymGroup { id: row.id, words: words(&row.words) }).collect()
    };
    groups.sort_by_key(|group| group.words.first().map(|word| kernel::text::fold(word)).unwrap_or_default());
    Ok(groups)
}

/// A group of the program's list; its id follows from its words, so that it is the same before and after it is stored.
fn own_group(words: Vec<String>) -> SynonymGroup {
    let mut id = [0u8; 16];
    id.copy_from_slice(&crate::auth::hash(&words.join("\t"))[..16]);
    SynonymGroup { id: uuid::Builder::from_random_bytes(id).into_uuid(), words }
}

/// Stores a group, new or changed; one without words is taken out. Taking out the last one brings the program's list back.
pub async fn set_synonyms(tx: &mut Tx, ctx: &Ctx, group: SynonymGroup) -> Result<()> {
    if store::SYNONYMS.all(tx, (ctx.town(),)).await?.is_empty() {
        for own in Synonyms::own_groups().into_iter().map(own_group) {
            store::SET_SYNONYMS.run(tx, row(ctx, own)).await?;
        }
    }
    if group.words.is_empty() {
        store::DROP_SYNONYMS.run(tx, (ctx.town(), group.id)).await?;
    } else {
        store::SET_SYNONYMS.run(tx, row(ctx, group)).await?;
    }
    tx.record(ctx, &SynonymsChanged { municipality: ctx.town() }).await
}

/// Forgets the town's own table: the program's list holds again.
pub async fn reset_synonyms(tx: &mut Tx, ctx: &Ctx) -> Result<()> {
    store::RESET_SYNONYMS.run(tx, (ctx.town(),)).await?;
    tx.record(ctx, &SynonymsChanged { municipality: ctx.town() }).await
}

fn row(ctx: &Ctx, group: SynonymGroup) -> SynonymRow {
    SynonymRow { municipality_id: ctx.town(), id: group.id, words: group.words.join("\t"), changed_at: ctx.now }
}

/// The words of a card in every language, made with the catalogue.
pub fn in_every_language(mut words: impl FnMut(Lang) -> CardWords) -> BTreeMap<String, CardWords> {
    Lang::ALL.iter().map(|lang| (lang.code().to_owned(), words(*lang))).collect()
}
