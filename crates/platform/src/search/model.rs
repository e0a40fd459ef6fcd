//! What goes into the index, what is asked of it, and what it answers.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The most hits in one answer.
pub const MOST_HITS: usize = 100;
/// The deepest hit that can be paged to: deeper than any town is large, so that a program can walk through everything.
pub const DEEPEST_HIT: usize = 100_000_000;

/// What sort of thing a document stands for: `vacancy`, `offer`, `organisation` … The caller's own short words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Kind(std::borrow::Cow<'static, str>);

impl Kind {
    /// A kind known when the program is built.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Kind(std::borrow::Cow::Borrowed(name))
    }

    /// A kind read from somewhere.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Kind(std::borrow::Cow::Owned(name.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Who may find a document. Each circle contains the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    Public,
    /// Confirmed organisations and staff.
    Organisations,
    /// Staff of the municipality and the mediators only.
    Staff,
}

impl Visibility {
    pub(super) const ALL: [Visibility; 3] = [Visibility::Public, Visibility::Organisations, Visibility::Staff];

    pub(super) const fn byte(self) -> u8 {
        match self {
            Visibility::Public => 0,
            Visibility::Organisations => 1,
            Visibility::Staff => 2,
        }
    }
}

/// Something that can be found.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The town it belongs to. It is never found from another.
    pub municipality: Uuid,
    /// Its identity within the town.
    pub id: Uuid,
    /// What sort of thing it is.
    pub kind: Kind,
    /// Who may find it.
    pub visibility: Visibility,
    /// Its title; words in it count most.
    pub title: String,
    /// The name of the organisation.
    pub organisation: String,
    /// The running text.
    pub body: String,
    /// Further words it should be found by: themes, tasks, wijk by name.
    pub keywords: String,
    /// What can be filtered and counted, as `prefix:value`: `theme:taal`, `wijk:WK063700`, `when:evening`.
    pub facets: Vec<String>,
    /// Latitude and longitude in degrees (WGS 84); none for what has no place.
    pub position: Option<(f64, f64)>,
    /// When it was published, UTC milliseconds.
    pub published_at: i64,
    /// When it begins, UTC milliseconds, if it begins at a moment.
    pub starts_on: Option<i64>,
    /// The factor of fair ranking, 0 (has had its share) to 1 (nobody has seen it yet).
    pub exposure: f32,
    /// Given back with a hit, as it is; the index doesn't look inside.
    pub card: Vec<u8>,
    /// Counts up with each change: an older version never replaces a newer one.
    pub version: i64,
}

/// A place to search around.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Near {
    /// Latitude in degrees.
    pub lat: f64,
    /// Longitude in degrees.
    pub lon: f64,
    /// What lies further away than this is left out; none: the distance only orders.
    pub radius_km: Option<f64>,
    /// Whether what has no place passes the radius.
    pub unplaced: bool,
    /// A facet with which something passes the radius wherever it is: work that is done from home.
    pub anywhere: Option<&'static str>,
}

/// What comes first. Equal hits are ordered by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// The best blend of words, distance, fair exposure and freshness.
    #[default]
    Relevance,
    /// The nearest; what has no place comes last. Without a place to search around: as relevance.
    Distance,
    /// The latest published.
    Newest,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    pub municipality: Uuid,
    /// The kinds wanted; none means all.
    pub kinds: Vec<Kind>,
    /// The widest circle the person who asks belongs to.
    pub visibility: Visibility,
    /// What was typed in the search box.
    pub text: String,
    /// Facets: one of each inner list must be there. An empty inner list asks nothing.
    pub all_of: Vec<Vec<String>>,
    pub near: Option<Near>,
    /// What comes first.
    pub order: Order,
    /// Hits to skip; together with `limit` at most [`DEEPEST_HIT`].
    pub offset: usize,
    /// Hits wanted, at most [`MOST_HITS`].
    pub limit: usize,
    /// Prefixes of facets whose values are counted, such as `theme:`. A filter on the same prefix is left out of its own
    /// count, so that a list of choices shows what each of them would bring.
    pub count_facets: Vec<String>,
    /// The moment of asking, UTC milliseconds. Freshness is told by the hour.
    pub now: i64,
    /// Whether the last word may be unfinished: *taalm* finds *taalmaatje*.
    pub complete_last: bool,
}

impl Query {
    /// Everything that is public in a town, the best first, twenty at a time.
    #[must_use]
    pub fn new(municipality: Uuid, now: i64) -> Self {
        Query {
            municipality,
            kinds: Vec::new(),
            visibility: Visibility::Public,
            text: String::new(),
            all_of: Vec::new(),
            near: None,
            order: Order::default(),
            offset: 0,
            limit: 20,
            count_facets: Vec::new(),
            now,
            complete_last: false,
        }
    }
}

/// How a word of the question was found, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// The same word.
    Exact,
    /// Another form of it: *bezoeken* for *bezoek*.
    Stem,
    /// Within a longer word, or as separate words: *ouderen bezoeken* for *ouderenbezoek*.
    Compound,
    /// The beginning of a word was typed.
    Beginning,
    /// A word that means the same.
    Synonym,
    /// A word that differs by a letter or two.
    Typo,
}

/// Where a word was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TextField {
    Title,
    /// The name of the organisation.
    Organisation,
    Keywords,
    /// The running text.
    Body,
}

/// Why a hit is there: one word or phrase of the question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Match {
    /// As it was asked.
    pub asked: String,
    /// As it stands in the text, in lower case.
    pub found: String,
    /// How the two belong together.
    pub how: How,
    /// Where it stands.
    pub field: TextField,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Its identity within the town.
    pub id: Uuid,
    /// What sort of thing it is.
    pub kind: Kind,
    /// 0 to 1; comparable within one answer.
    pub score: f32,
    /// As the crow flies; none without a place on either side.
    pub distance_km: Option<f64>,
    /// Which words of the question brought it here.
    pub matches: Vec<Match>,
    /// What the document carried along.
    pub card: Vec<u8>,
}

/// How many there are of each value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FacetCount {
    /// The prefix asked for.
    pub prefix: String,
    /// The values after the prefix that occur, in alphabetical order, with their numbers.
    pub values: Vec<(String, u64)>,
}

/// How many there would be if one condition were dropped and the others kept. Only filled when there are fewer hits than fit
/// on the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Widen {
    /// Without the words.
    pub without_text: Option<u64>,
    /// Without the limit on distance.
    pub without_radius: Option<u64>,
    /// Without each of the groups of facets, in the order of the question.
    pub without_group: Vec<u64>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// How many there are in all.
    pub total: u64,
    /// The page asked for.
    pub hits: Vec<Hit>,
    /// Numbers for the filters.
    pub facets: Vec<FacetCount>,
    /// What would bring more, when there are few.
    pub widen: Option<Widen>,
    /// Whether every hit has all words of the question. When nothing has them all, the hits have as many as possible.
    pub all_words: bool,
}

/// What the order of hits by relevance is made of. A versioned table of the caller: change the version with the numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RankingWeights {
    /// Which version of the numbers this is.
    pub version: u32,
    /// A word in the title, 0 to 1.
    pub title: f32,
    /// A word in the name of the organisation or the keywords, 0 to 1.
    pub extra: f32,
    /// A word in the running text, 0 to 1.
    pub body: f32,
    /// What remains of a compound found as separate words.
    pub compound: f32,
    /// What remains of a word found by another with the same meaning.
    pub synonym: f32,
    /// What remains of a word found by a likely typing error.
    pub typo: f32,
    /// At this distance in km half of the distance's share is gone.
    pub distance_half_km: f32,
    /// What remains at any distance.
    pub distance_floor: f32,
    /// The factor for what has no place, when a place is asked.
    pub unplaced: f32,
    /// After so many days half of the freshness's share is gone.
    pub freshness_half_days: f32,
    /// What remains at any age.
    pub freshness_floor: f32,
    /// The factor for what began more than a day ago.
    pub begun: f32,
    /// How much fair exposure counts, 0 (not) to 1 (fully).
    pub exposure: f32,
}

impl Default for RankingWeights {
    fn default() -> Self {
        RankingWeights {
            version: 1,
            title: 0.8,
            extra: 0.6,
            body: 0.4,
            compound: 0.7,
            synonym: 0.7,
            typo: 0.6,
            distance_half_km: 3.0,
            distance_floor: 0.1,
            unplaced: 0.6,
            freshness_half_days: 45.0,
            freshness_floor: 0.5,
            begun: 0.5,
            exposure: 0.5,
        }
    }
}

/// Why the index could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The storage failed, or what is on disk is damaged. Opening the index anew after removing its folder mends it.
    #[error("the search index failed: {0}")]
    Storage(#[from] tantivy::TantivyError),
    /// The folder could not be read or written.
    #[error("the folder of the search index cannot be used: {0}")]
    Folder(#[from] std::io::Error),
    /// Another process writes to the same folder.
    #[error("the search index is in use by another process")]
    InUse,
    /// More hits asked than an answer may have, or deeper than can be paged.
    #[error("hits {offset} to {offset} + {limit} asked; at most {MOST_HITS} at a time and {DEEPEST_HIT} in all")]
    TooMany {
        /// Hits to skip.
        offset: usize,
        /// Hits wanted.
        limit: usize,
    },
    /// A place that is not on earth.
    #[error("{lat}, {lon} is not a place: latitude −90 to 90 and longitude −180 to 180 degrees")]
    NoSuchPlace {
        /// Latitude as given.
        lat: f64,
        /// Longitude as given.
        lon: f64,
    },
}
