//! One segment of the index, with what every question needs held ready in memory.

use std::collections::HashMap;
use std::sync::Arc;

use parking_lot::{Mutex, RwLock};
use tantivy::columnar::Column;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;
use tantivy::termdict::TermDictionary;
use tantivy::{InvertedIndexReader, SegmentReader};
use uuid::Uuid;

use super::model::SearchError;
use super::rank::{self, Standing, StandingKey};
use super::schema::Fields;
use super::sets::{self, Set};

/// Documents that are scored together; their scores fit the processor's first cache.
pub(super) const WINDOW: u32 = 4096;
/// The same in words of 64 bits.
pub(super) const WINDOW_WORDS: usize = WINDOW as usize / 64;
/// Bytes of term sets a segment keeps before it starts afresh.
const MOST_SETS: usize = 48 << 20;

/// What stays the same as long as the segment exists; deletions are not part of it.
pub(super) struct Core {
    pub documents: u32,
    pub text: Arc<InvertedIndexReader>,
    pub surface: Arc<InvertedIndexReader>,
    gate: Arc<InvertedIndexReader>,
    facet: Arc<InvertedIndexReader>,
    key: Arc<InvertedIndexReader>,
    /// Where each document is, as a point on the unit sphere; not a number where it has no place.
    pub places: Vec<[f32; 3]>,
    pub published: Vec<i64>,
    /// The latest publication within each window.
    pub latest: Vec<i64>,
    exposure: Column<f64>,
    starts: Column<i64>,
    version: Column<i64>,
    id_high: Column<u64>,
    id_low: Column<u64>,
    standing: Mutex<Option<Arc<Standing>>>,
    sets: RwLock<Sets>,
}

#[derive(Default)]
struct Sets {
    by_term: HashMap<Name, Option<Arc<Set>>>,
    by_prefix: HashMap<Name, Terms>,
    bytes: usize,
}

/// A field and a term of it, or the beginning of one.
type Name = (Which, Box<[u8]>);

/// The terms with some beginning, the rest of each, and the documents that have it.
pub(super) type Terms = Arc<Vec<(Box<[u8]>, Arc<Set>)>>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Which {
    Gate,
    Facet,
}

/// A segment as one searcher sees it.
pub(super) struct Segment {
    pub core: Arc<Core>,
    /// The documents that are not deleted; none when nothing is deleted.
    pub alive: Option<Arc<Vec<u64>>>,
    pub deleted_at: Option<u64>,
}

impl Core {
    pub(super) fn open(reader: &SegmentReader, fields: &Fields) -> Result<Self, SearchError> {
        let fast = reader.fast_fields();
        let documents = reader.max_doc();
        let (lat, lon) = (fast.f64("lat")?, fast.f64("lon")?);
        let published_at = fast.i64("published")?;
        let mut places = Vec::with_capacity(documents as usize);
        let mut published = Vec::with_capacity(documents as usize);
        for document in 0..documents {
            places.push(match (lat.first(document), lon.first(document)) {
                (Some(lat), Some(lon)) => rank::point(lat, lon),
                _ => [f32::NAN; 3],
            });
            published.push(published_at.first(document).unwrap_or(0));
        }
        let latest =
            published.chunks(WINDOW as usize).map(|window| window.iter().copied().max().unwrap_or(i64::MIN)).collect();
        Ok(Core {
            documents,
            text: reader.inverted_index(fields.text)?,
            surface: reader.inverted_index(fields.surface)?,
            gate: reader.inverted_index(fields.gate)?,
            facet: reader.inverted_index(fields.facet)?,
            key: reader.inverted_index(fields.key)?,
            places,
            published,
            latest,
            exposure: fast.f64("exposure")?,
            starts: fast.i64("starts")?,
            version: fast.i64("version")?,
            id_high: fast.u64("id_high")?,
            id_low: fast.u64("id_low")?,
            standing: Mutex::new(None),
            sets: RwLock::default(),
        })
    }

    pub(super) fn windows(&self) -> u32 {
        self.documents.div_ceil(WINDOW)
    }

    pub(super) fn id(&self, document: u32) -> u128 {
        let (high, low) = (self.id_high.first(document).unwrap_or(0), self.id_low.first(document).unwrap_or(0));
        u128::from(high) << 64 | u128::from(low)
    }

    /// Freshness and exposure of every document under these weights, this hour; kept for the next question.
    pub(super) fn standing(&self, key: &StandingKey) -> Arc<Standing> {
        let mut held = self.standing.lock();
        if let Some(standing) = held.as_ref().filter(|standing| standing.key == *key) {
            return Arc::clone(standing);
        }
        let factor = |document: u32| {
            let exposure = self.exposure.first(document).unwrap_or(1.0);
            rank::standing_of(key, self.published[document as usize], self.starts.first(document), exposure)
        };
        let standing = Arc::new(Standing::new(key.clone(), (0..self.documents).map(factor).collect()));
        *held = Some(Arc::clone(&standing));
        standing
    }

    /// The key the standing was last asked for, to have it ready in the segments that replace this one.
    pub(super) fn standing_key(&self) -> Option<StandingKey> {
        self.standing.lock().as_ref().map(|standing| standing.key.clone())
    }

    fn reader(&self, which: Which) -> &InvertedIndexReader {
        match which {
            Which::Gate => &self.gate,
            Which::Facet => &self.facet,
        }
    }

    /// The documents with a term.
    pub(super) fn set(&self, which: Which, term: &[u8]) -> Result<Option<Arc<Set>>, SearchError> {
        let name = (which, Box::from(term));
        if let Some(set) = self.sets.read().by_term.get(&name) {
            return Ok(set.clone());
        }
        let reader = self.reader(which);
        let info = reader.terms().get(term)?;
        let set =
            info.map(|info| reader.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)).transpose()?;
        let set = set.map(|postings| Arc::new(Set::new(listed(postings), self.documents)));
        let mut sets = self.sets.write();
        sets.make_room(set.as_ref().map_or(0, |set| set.size()) + term.len() + 64);
        sets.by_term.insert(name, set.clone());
        Ok(set)
    }

    /// All terms with some beginning.
    pub(super) fn sets(&self, which: Which, prefix: &[u8]) -> Result<Terms, SearchError> {
        let name = (which, Box::from(prefix));
        if let Some(terms) = self.sets.read().by_prefix.get(&name) {
            return Ok(Arc::clone(terms));
        }
        let reader = self.reader(which);
        let mut found = Vec::new();
        let mut bytes = prefix.len() + 64;
        let mut stream = reader.terms().range().ge(prefix).into_stream()?;
        while stream.advance() {
            let Some(rest) = stream.key().strip_prefix(prefix) else {
                break;
            };
            let postings = reader.read_block_postings_from_terminfo(stream.value(), IndexRecordOption::Basic)?;
            let set = Set::new(listed(postings), self.documents);
            bytes += set.size() + rest.len() + 64;
            found.push((Box::from(rest), Arc::new(set)));
        }
        let found = Arc::new(found);
        let mut sets = self.sets.write();
        sets.make_room(bytes);
        sets.by_prefix.insert(name, Arc::clone(&found));
        Ok(found)
    }
}

impl Sets {
    fn make_room(&mut self, bytes: usize) {
        if self.bytes + bytes > MOST_SETS {
            *self = Sets::default();
        }
        self.bytes += bytes;
    }
}

fn listed(mut postings: BlockSegmentPostings) -> Vec<u32> {
    let mut list = Vec::with_capacity(postings.doc_freq() as usize);
    while !postings.docs().is_empty() {
        list.extend_from_slice(postings.docs());
        postings.advance();
    }
    list
}

impl Segment {
    /// Takes over from the searcher before what has not changed.
    pub(super) fn open(reader: &SegmentReader, fields: &Fields, before: Option<&Segment>) -> Result<Self, SearchError> {
        let core = match before {
            Some(before) => Arc::clone(&before.core),
            None => Arc::new(Core::open(reader, fields)?),
        };
        let deleted_at = reader.delete_opstamp();
        let alive = match (reader.alive_bitset(), before) {
            (None, _) => None,
            (Some(_), Some(before)) if before.deleted_at == deleted_at => before.alive.clone(),
            (Some(alive), _) => {
                let mut bits = sets::none(reader.max_doc());
                for document in alive.iter_alive() {
                    bits[document as usize / 64] |= 1 << (document % 64);
                }
                Some(Arc::new(bits))
            }
        };
        Ok(Segment { core, alive, deleted_at })
    }

    pub(super) fn dictionary(&self) -> &TermDictionary {
        self.core.surface.terms()
    }

    fn is_alive(&self, document: u32) -> bool {
        self.alive.as_ref().is_none_or(|alive| alive[document as usize / 64] >> (document % 64) & 1 == 1)
    }

    /// The version of a living document, by its key.
    pub(super) fn version(&self, key: &[u8]) -> Result<Option<i64>, SearchError> {
        let Some(info) = self.core.key.terms().get(key)? else {
            return Ok(None);
        };
        let postings = self.core.key.read_block_postings_from_terminfo(&info, IndexRecordOption::Basic)?;
        let living = listed(postings).into_iter().filter(|document| self.is_alive(*document));
        Ok(living.filter_map(|document| self.core.version.first(document)).max())
    }

    /// The living documents among these bits.
    pub(super) fn keep_alive(&self, bits: &mut [u64]) {
        if let Some(alive) = &self.alive {
            sets::and(bits, alive);
        }
    }

    /// The living documents of a town that somebody may find, of the kinds wanted.
    pub(super) fn gate(&self, query: &super::model::Query) -> Result<Vec<u64>, SearchError> {
        let mut bits = sets::none(self.core.documents);
        for visibility in super::model::Visibility::ALL {
            if visibility > query.visibility {
                break;
            }
            if query.kinds.is_empty() {
                let start = super::schema::gate(query.municipality, visibility, None);
                for (_, set) in self.core.sets(Which::Gate, &start)?.iter() {
                    set.add_to(&mut bits);
                }
            }
            for kind in &query.kinds {
                let term = super::schema::gate(query.municipality, visibility, Some(kind));
                if let Some(set) = self.core.set(Which::Gate, &term)? {
                    set.add_to(&mut bits);
                }
            }
        }
        self.keep_alive(&mut bits);
        Ok(bits)
    }

    /// The documents that have one of these facets; all when none is named.
    pub(super) fn any_facet(&self, municipality: Uuid, facets: &[String]) -> Result<Vec<u64>, SearchError> {
        if facets.is_empty() {
            return Ok(vec![u64::MAX; (self.core.documents as usize).div_ceil(64)]);
        }
        let mut bits = sets::none(self.core.documents);
        for facet in facets {
            if let Some(set) = self.core.set(Which::Facet, &super::schema::facet(municipality, facet))? {
                set.add_to(&mut bits);
            }
        }
        Ok(bits)
    }
}
