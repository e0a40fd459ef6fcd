//! The search engine: what a town has on offer, found by Dutch words, facets and distance, within the process.
//!
//! The index is a copy: everything in it can be had from the database again. It is kept up to date from the event feed
//! ([`Index::apply`] with a checkpoint), opened anew when its make-up changes ([`Index::is_new`]), and asked with
//! [`Index::search`].
//!
//! * `model` — documents, questions, answers, weights
//! * `dutch`, `compounds`, `synonyms` — words: cutting, folding, stemming, taking apart, meaning the same
//! * `schema`, `segment`, `sets` — how documents lie in the index and in memory
//! * `plan`, `scan`, `rank`, `ask`, `explain` — from a question to ranked hits with their reasons

mod ask;
mod compounds;
mod dutch;
mod explain;
mod model;
mod plan;
mod rank;
mod scan;
mod schema;
mod segment;
mod sets;
mod synonyms;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::{Mutex, RwLock};
use tantivy::directory::MmapDirectory;
use tantivy::index::{SegmentId, SegmentMeta};
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy, NoMergePolicy};
use tantivy::schema::Value;
use tantivy::{
    DocAddress, IndexReader, IndexSettings, IndexWriter, ReloadPolicy, Searcher, TantivyDocument, TantivyError, Term,
};
use uuid::Uuid;

pub use model::{
    DEEPEST_HIT, Document, FacetCount, Hit, How, Kind, MOST_HITS, Match, Near, Order, Query, RankingWeights, Results,
    SearchError, TextField, Visibility, Widen,
};
pub use synonyms::Synonyms;

use explain::Stored;
use schema::Fields;
use segment::Segment;

/// Bytes a writer may hold: the least tantivy takes. A commit of a few documents needs far less.
const WRITER_MEMORY: usize = 15_000_000;
/// The same while a large batch is put in: fewer and larger segments come of it.
const LARGE_WRITER_MEMORY: usize = 150_000_000;
/// Documents from which on a batch is large.
const LARGE_BATCH: usize = 10_000;
/// Stored documents are packed in blocks of this many bytes: small, because a page of hits reads some twenty of them.
const BLOCK: usize = 4096;
/// Unpacked blocks kept per segment.
const CACHED_BLOCKS: usize = 64;

/// The caller's version of what it puts into documents. An index filled under another version is built anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchemaVersion(pub u32);

/// Where the index is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In a folder of its own; made when it isn't there.
    Folder(PathBuf),
    /// In memory, for tests and short-lived tools.
    Memory,
}

/// The index: one per process, shared by reference among its threads.
pub struct Index {
    index: tantivy::Index,
    fields: Fields,
    /// None between writers, and after a failure that one did not survive.
    writer: Mutex<Option<IndexWriter>>,
    reader: IndexReader,
    snapshot: RwLock<Arc<Snapshot>>,
    new: bool,
}

/// What searchers see until the next commit.
struct Snapshot {
    searcher: Searcher,
    segments: Vec<Segment>,
    checkpoint: Option<String>,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("documents", &self.documents()).finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index, or begins an empty one where there is none, where it was filled under another version, where it
    /// cannot be read or where a file is not what was written.
    ///
    /// # Errors
    /// When the folder cannot be used, or another process writes to it.
    pub fn open(place: &Place, version: SchemaVersion) -> Result<Self, SearchError> {
        let (schema, fields) = schema::schema();
        let settings = IndexSettings {
            docstore_blocksize: BLOCK,
            docstore_compress_dedicated_thread: false,
            ..IndexSettings::default()
        };
        let builder = tantivy::Index::builder().schema(schema).settings(settings);
        let Place::Folder(folder) = place else {
            return Self::begin(builder.create_in_ram()?, fields);
        };
        let own = prepared(folder, version)?;
        if std::fs::read_dir(&own)?.next().is_some() {
            match whole(&own).and_then(|index| Self::begin(index, fields)) {
                Err(SearchError::Storage(problem)) => {
                    tracing::warn!(%problem, "the search index cannot be read and is built anew");
                    std::fs::remove_dir_all(&own)?;
                    std::fs::create_dir_all(&own)?;
                }
                opened => return opened,
            }
        }
        let directory = MmapDirectory::open(&own).map_err(TantivyError::from)?;
        Self::begin(builder.open_or_create(directory)?, fields)
    }

    fn begin(index: tantivy::Index, fields: Fields) -> Result<Self, SearchError> {
        index.tokenizers().register(schema::Coded::NAME, schema::Coded::default());
        let writer = writer(&index, WRITER_MEMORY)?;
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(CACHED_BLOCKS)
            .try_into()?;
        let snapshot = Snapshot::take(&index, &reader, &fields, None)?;
        let new = snapshot.searcher.num_docs() == 0 && snapshot.checkpoint.is_none();
        Ok(Index {
            index,
            fields,
            writer: Mutex::new(Some(writer)),
            reader,
            snapshot: RwLock::new(Arc::new(snapshot)),
            new,
        })
    }

    /// Whether the index was empty when it was opened, and wants to be filled from the database.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.new
    }

    /// How far the index has followed the event feed: what was given to the last [`Index::apply`] that gave one.
    #[must_use]
    pub fn checkpoint(&self) -> Option<String> {
        self.snapshot.read().checkpoint.clone()
    }

    /// Documents that can be found, of all towns.
    #[must_use]
    pub fn documents(&self) -> u64 {
        self.snapshot.read().searcher.num_docs()
    }

    /// Puts documents in, in place of what had the same municipality and id, and takes documents out. On return everybody
    /// who searches sees it. Of several with one id the highest version stays, in the batch and against the index; what is
    /// both put in and taken out is taken out.
    ///
    /// `checkpoint` says how far in the event feed this brings the index; it is stored in the same commit.
    ///
    /// # Errors
    /// When the storage fails; nothing has changed then.
    pub fn apply(
        &self,
        upserts: Vec<Document>,
        deletes: &[(Uuid, Uuid)],
        checkpoint: Option<&str>,
    ) -> Result<(), SearchError> {
        let mut slot = self.writer.lock();
        let large = upserts.len() >= LARGE_BATCH;
        if large {
            Self::rest(&mut slot)?;
            *slot = Some(writer(&self.index, LARGE_WRITER_MEMORY)?);
        }
        let writer = self.at_work(&mut slot)?;
        if let Err(problem) = self.write(writer, upserts, deletes, checkpoint) {
            if writer.rollback().is_err() {
                *slot = None;
            }
            return Err(problem);
        }
        if large {
            Self::rest(&mut slot)?;
        }
        self.renew(!large)
    }

    /// Ends the writer once its merges are done; the next change begins with a new one.
    fn rest(slot: &mut Option<IndexWriter>) -> Result<(), SearchError> {
        slot.take().map_or(Ok(()), |writer| Ok(writer.wait_merging_threads()?))
    }

    fn at_work<'a>(&self, slot: &'a mut Option<IndexWriter>) -> Result<&'a mut IndexWriter, SearchError> {
        match slot {
            Some(writer) => Ok(writer),
            none => Ok(none.insert(writer(&self.index, WRITER_MEMORY)?)),
        }
    }

    fn write(
        &self,
        writer: &mut IndexWriter,
        upserts: Vec<Document>,
        deletes: &[(Uuid, Uuid)],
        checkpoint: Option<&str>,
    ) -> Result<(), SearchError> {
        let snapshot = Arc::clone(&self.snapshot.read());
        let gone: HashSet<Vec<u8>> = deletes.iter().map(|(municipality, id)| schema::key(*municipality, *id)).collect();
        let mut latest: HashMap<Vec<u8>, usize> = HashMap::with_capacity(upserts.len());
        for (place, document) in upserts.iter().enumerate() {
            let key = schema::key(document.municipality, document.id);
            let known = latest.entry(key).or_insert(place);
            if upserts[*known].version <= document.version {
                *known = place;
            }
        }
        for key in &gone {
            writer.delete_term(Term::from_field_bytes(self.fields.key, key));
        }
        for (place, document) in upserts.iter().enumerate() {
            let key = schema::key(document.municipality, document.id);
            if gone.contains(&key) || latest.get(&key) != Some(&place) {
                continue;
            }
            if let Some(version) = snapshot.version(&key)? {
                if version > document.version {
                    continue;
                }
                writer.delete_term(Term::from_field_bytes(self.fields.key, &key));
            }
            writer.add_document(schema::taken_apart(document, &self.fields))?;
        }
        let checkpoint = checkpoint.map(str::to_owned).or_else(|| snapshot.checkpoint.clone());
        let mut commit = writer.prepare_commit()?;
        if let Some(checkpoint) = &checkpoint {
            commit.set_payload(checkpoint);
        }
        commit.commit()?;
        Ok(())
    }

    /// Puts all documents into one segment. Worth its while after a large load, at a quiet moment: searching goes on
    /// meanwhile, applying waits.
    ///
    /// # Errors
    /// When the storage fails; the index is as it was then.
    pub fn compact(&self) -> Result<(), SearchError> {
        let mut slot = self.writer.lock();
        Self::rest(&mut slot)?;
        let writer = self.at_work(&mut slot)?;
        let segments = self.index.searchable_segment_metas()?;
        if segments.len() > 1 || segments.iter().any(SegmentMeta::has_deletes) {
            writer.set_merge_policy(Box::new(NoMergePolicy));
            let ids: Vec<SegmentId> = segments.iter().map(SegmentMeta::id).collect();
            let merged = writer.merge(&ids).wait();
            writer.set_merge_policy(Box::new(usual_merges()));
            merged?;
            writer.garbage_collect_files().wait()?;
        }
        self.renew(true)
    }

    /// Empties the index, for all towns, and forgets the checkpoint.
    ///
    /// # Errors
    /// When the storage fails; the index is as it was then.
    pub fn clear(&self) -> Result<(), SearchError> {
        let mut slot = self.writer.lock();
        let writer = self.at_work(&mut slot)?;
        writer.delete_all_documents()?;
        writer.prepare_commit()?.commit()?;
        self.renew(true)
    }

    /// Shows searchers what is committed. Called with the writer locked.
    fn renew(&self, warm: bool) -> Result<(), SearchError> {
        self.reader.reload()?;
        let before = Arc::clone(&self.snapshot.read());
        let snapshot = Snapshot::take(&self.index, &self.reader, &self.fields, Some(&before))?;
        let key = before.segments.iter().find_map(|segment| segment.core.standing_key());
        if let Some(key) = key.filter(|_| warm) {
            for segment in &snapshot.segments {
                segment.core.standing(&key);
            }
        }
        *self.snapshot.write() = Arc::new(snapshot);
        Ok(())
    }

    /// Gets ready what questions of this hour need. Freshness is told by the hour: called at its beginning, this spares the
    /// first question the work (some 20 ms in a million documents).
    pub fn warm(&self, weights: &RankingWeights, now: i64) {
        let snapshot = Arc::clone(&self.snapshot.read());
        let key = rank::StandingKey::new(weights, now);
        for segment in &snapshot.segments {
            segment.core.standing(&key);
        }
    }

    /// Answers a question. The same question to the same index has the same answer.
    ///
    /// # Errors
    /// When more hits are asked than an answer may have, the place is not on earth, or the storage fails.
    pub fn search(&self, query: &Query, weights: &RankingWeights, synonyms: &Synonyms) -> Result<Results, SearchError> {
        ask::check(query)?;
        let snapshot = Arc::clone(&self.snapshot.read());
        let asking = ask::Asking::new(query, weights, synonyms, &snapshot.segments, &self.fields);
        asking.answer(|segment, document| self.stored(&snapshot, DocAddress::new(segment, document)))
    }

    fn stored(&self, snapshot: &Snapshot, address: DocAddress) -> Result<Stored, SearchError> {
        let document: TantivyDocument = snapshot.searcher.doc(address)?;
        let bytes = document.get_first(self.fields.card).and_then(|value| value.as_bytes().map(<[u8]>::to_vec));
        let shown = document.get_first(self.fields.shown).and_then(|value| value.as_str().map(str::to_owned));
        Ok(Stored { card: bytes.unwrap_or_default(), shown: shown.unwrap_or_default() })
    }
}

impl Snapshot {
    fn take(
        index: &tantivy::Index,
        reader: &IndexReader,
        fields: &Fields,
        before: Option<&Snapshot>,
    ) -> Result<Self, SearchError> {
        let searcher = reader.searcher();
        let ids =
            before.iter().flat_map(|before| before.searcher.segment_readers().iter().map(|reader| reader.segment_id()));
        let known: HashMap<SegmentId, &Segment> = ids.zip(before.iter().flat_map(|before| &before.segments)).collect();
        let segments = searcher
            .segment_readers()
            .iter()
            .map(|reader| Segment::open(reader, fields, known.get(&reader.segment_id()).copied()))
            .collect::<Result<_, _>>()?;
        let checkpoint = index.load_metas()?.payload;
        Ok(Snapshot { searcher, segments, checkpoint })
    }

    /// The version of a document by its key, if it is there.
    fn version(&self, key: &[u8]) -> Result<Option<i64>, SearchError> {
        let mut highest = None;
        for segment in &self.segments {
            highest = highest.max(segment.version(key)?);
        }
        Ok(highest)
    }
}

/// An index on disk of which each file is what was written.
fn whole(folder: &Path) -> Result<tantivy::Index, SearchError> {
    let index = tantivy::Index::open_in_dir(folder)?;
    let damaged = index.validate_checksum()?;
    match damaged.iter().next() {
        None => Ok(index),
        Some(file) => Err(TantivyError::InternalError(format!("{} is damaged", file.display())).into()),
    }
}

fn writer(index: &tantivy::Index, memory: usize) -> Result<IndexWriter, SearchError> {
    let options = IndexWriterOptions::builder()
        .memory_budget_per_thread(memory)
        .num_worker_threads(1)
        .num_merge_threads(1)
        .build();
    let writer: IndexWriter = index.writer_with_options(options).map_err(|problem| match problem {
        TantivyError::LockFailure(..) => SearchError::InUse,
        other => SearchError::Storage(other),
    })?;
    writer.set_merge_policy(Box::new(usual_merges()));
    Ok(writer)
}

/// Small segments are put together in tens; a large one is left alone until a fifth of it is deleted.
fn usual_merges() -> LogMergePolicy {
    let mut policy = LogMergePolicy::default();
    policy.set_min_num_segments(10);
    policy.set_min_layer_size(500);
    policy.set_del_docs_ratio_before_merge(0.2);
    policy
}

/// The folder of this version within the given one; those of other versions are removed.
fn prepared(folder: &Path, version: SchemaVersion) -> Result<PathBuf, SearchError> {
    let name = format!("index-{}-{}", schema::ENGINE_VERSION, version.0);
    std::fs::create_dir_all(folder)?;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let other = entry.file_name();
        let other = other.to_string_lossy();
        if other.starts_with("index-") && other != name.as_str() && entry.file_type()?.is_dir() {
            std::fs::remove_dir_all(entry.path())?;
        }
    }
    let own = folder.join(name);
    std::fs::create_dir_all(&own)?;
    Ok(own)
}
