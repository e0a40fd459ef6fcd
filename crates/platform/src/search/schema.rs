//! The fields of the index, and a document taken apart into them.
//!
//! Every term begins with its municipality: word lists, frequencies and typing errors of one town never touch another's, and
//! a small town is searched as fast in a national index as alone. Where a word stands is written into its *frequency* (title,
//! organisation or keywords, running text), so that one list per word is enough.

use std::collections::{BTreeMap, HashSet};

use tantivy::TantivyDocument;
use tantivy::schema::{BytesOptions, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use uuid::Uuid;

use super::dutch::{Word, dutch, hash};
use super::model::{Document, Kind, Visibility};

/// Counts up when fields or the analysis of words change: an index of another version is built anew.
pub(super) const ENGINE_VERSION: u32 = 1;

/// A word that stands in the title.
pub(super) const IN_TITLE: u32 = 8;
/// A word that stands in the name of the organisation or the keywords.
pub(super) const IN_EXTRA: u32 = 4;
/// How often a word stands in the running text, up to three times.
pub(super) const IN_BODY: u32 = 3;

/// Bytes of running text that are indexed; the rest of a longer one is not.
const LONGEST_BODY: usize = 50_000;
/// Letters that stand for a municipality before each of its words.
pub(super) const TOWN_LETTERS: usize = 6;

#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    /// Municipality and id: what replaces and deletes go by.
    pub key: Field,
    /// Municipality, visibility and kind.
    pub gate: Field,
    /// Municipality and facet.
    pub facet: Field,
    /// Town letters and stem.
    pub text: Field,
    /// Town letters and word: what typing errors are looked up in.
    pub surface: Field,
    pub id_high: Field,
    pub id_low: Field,
    pub version: Field,
    pub published: Field,
    pub starts: Field,
    pub exposure: Field,
    pub lat: Field,
    pub lon: Field,
    pub card: Field,
    /// Kind, then the words of title, organisation, keywords and body, a line each.
    pub shown: Field,
}

pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = |option| {
        let indexing =
            TextFieldIndexing::default().set_tokenizer(Coded::NAME).set_fieldnorms(false).set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fast = || NumericOptions::default().set_fast();
    let indexed = || BytesOptions::default().set_indexed();
    let fields = Fields {
        key: builder.add_bytes_field("key", indexed()),
        gate: builder.add_bytes_field("gate", indexed()),
        facet: builder.add_bytes_field("facet", indexed()),
        text: builder.add_text_field("text", words(IndexRecordOption::WithFreqs)),
        surface: builder.add_text_field("surface", words(IndexRecordOption::Basic)),
        id_high: builder.add_u64_field("id_high", fast()),
        id_low: builder.add_u64_field("id_low", fast()),
        version: builder.add_i64_field("version", fast()),
        published: builder.add_i64_field("published", fast()),
        starts: builder.add_i64_field("starts", fast()),
        exposure: builder.add_f64_field("exposure", fast()),
        lat: builder.add_f64_field("lat", fast()),
        lon: builder.add_f64_field("lon", fast()),
        card: builder.add_bytes_field("card", BytesOptions::default().set_stored()),
        shown: builder.add_text_field("shown", TextOptions::default().set_stored()),
    };
    (builder.build(), fields)
}

/// Municipality and id as one term.
pub(super) fn key(municipality: Uuid, id: Uuid) -> Vec<u8> {
    [municipality.as_bytes().as_slice(), id.as_bytes()].concat()
}

/// Municipality, visibility and kind as one term; without a kind the beginning of all such terms.
pub(super) fn gate(municipality: Uuid, visibility: Visibility, kind: Option<&Kind>) -> Vec<u8> {
    let mut term = municipality.as_bytes().to_vec();
    term.push(visibility.byte());
    term.extend_from_slice(kind.map_or("", Kind::as_str).as_bytes());
    term
}

/// Municipality and facet, or the beginning of a facet, as one term.
pub(super) fn facet(municipality: Uuid, facet: &str) -> Vec<u8> {
    [municipality.as_bytes().as_slice(), facet.as_bytes()].concat()
}

/// Six letters for a municipality. Two towns may share them by accident; hits are still kept apart by the gate.
pub(super) fn town(municipality: Uuid) -> String {
    const LETTERS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
    let hash = hash(municipality.as_bytes());
    (0..TOWN_LETTERS).map(|place| char::from(LETTERS[(hash >> (place * 6) & 63) as usize])).collect()
}

/// The document as tantivy takes it.
pub(super) fn taken_apart(document: &Document, fields: &Fields) -> TantivyDocument {
    let mut out = TantivyDocument::new();
    let (high, low) = document.id.as_u64_pair();
    out.add_bytes(fields.key, &key(document.municipality, document.id));
    out.add_bytes(fields.gate, &gate(document.municipality, document.visibility, Some(&document.kind)));
    let mut facets: Vec<&str> = document.facets.iter().map(String::as_str).collect();
    facets.sort_unstable();
    facets.dedup();
    for each in facets {
        out.add_bytes(fields.facet, &facet(document.municipality, each));
    }
    out.add_u64(fields.id_high, high);
    out.add_u64(fields.id_low, low);
    out.add_i64(fields.version, document.version);
    out.add_i64(fields.published, document.published_at);
    if let Some(starts) = document.starts_on {
        out.add_i64(fields.starts, starts);
    }
    let exposure = if document.exposure.is_finite() { document.exposure.clamp(0.0, 1.0) } else { 1.0 };
    out.add_f64(fields.exposure, f64::from(exposure));
    if let Some((lat, lon)) = document.position.filter(|(lat, lon)| is_place(*lat, *lon)) {
        out.add_f64(fields.lat, lat);
        out.add_f64(fields.lon, lon);
    }
    out.add_bytes(fields.card, &document.card);
    add_words(document, fields, &mut out);
    out
}

/// Whether these degrees are a place on earth.
pub(super) fn is_place(lat: f64, lon: f64) -> bool {
    (-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)
}

fn add_words(document: &Document, fields: &Fields, out: &mut TantivyDocument) {
    let body = &document.body[..document.body.floor_char_boundary(LONGEST_BODY)];
    let mut stems: BTreeMap<Box<str>, u32> = BTreeMap::new();
    let mut surfaces: HashSet<Box<str>> = HashSet::new();
    let mut shown = document.kind.as_str().to_owned();
    for (text, place) in [
        (document.title.as_str(), IN_TITLE),
        (&document.organisation, IN_EXTRA),
        (&document.keywords, IN_EXTRA),
        (body, 1),
    ] {
        shown.push('\n');
        let mut seen = HashSet::new();
        for Word { shown: word, folded } in dutch().words(text) {
            let forms = dutch().forms(&folded);
            for stem in std::iter::once(&forms.stem).chain(&forms.parts) {
                let code = stems.entry(stem.clone()).or_default();
                if place == 1 {
                    *code += u32::from(*code & IN_BODY < IN_BODY);
                } else {
                    *code |= place;
                }
            }
            surfaces.insert(forms.plain.clone());
            if seen.insert(folded) {
                shown.push_str(&word);
                shown.push(' ');
            }
        }
    }
    let town = town(document.municipality);
    out.add_text(fields.text, coded(&town, stems.iter().map(|(stem, code)| (&**stem, *code))));
    out.add_text(fields.surface, coded(&town, surfaces.iter().map(|word| (&**word, 1))));
    out.add_text(fields.shown, shown);
}

/// A town and its words, each behind a letter that tells its code; [`Coded`] makes terms of them.
fn coded<'a>(town: &str, words: impl Iterator<Item = (&'a str, u32)>) -> String {
    let mut text = town.to_owned();
    for (word, code) in words {
        text.push(' ');
        text.push(char::from_digit(code.min(15), 16).unwrap_or('1'));
        text.push_str(word);
    }
    text
}

/// Makes terms of what [`coded`] wrote: each word as often as its code says, because the frequency is where the code goes.
#[derive(Debug, Clone, Default)]
pub(super) struct Coded(Token);

pub(super) struct CodedWords<'a> {
    token: &'a mut Token,
    words: std::str::Split<'a, char>,
    left: u32,
}

impl Coded {
    /// The name the fields know it by.
    pub(super) const NAME: &str = "coded";
}

impl Tokenizer for Coded {
    type TokenStream<'a> = CodedWords<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> CodedWords<'a> {
        let mut words = text.split(' ');
        self.0 = Token { text: words.next().unwrap_or_default().to_owned(), position: 0, ..Token::default() };
        CodedWords { token: &mut self.0, words, left: 0 }
    }
}

impl TokenStream for CodedWords<'_> {
    fn advance(&mut self) -> bool {
        if self.left > 1 {
            self.left -= 1;
            return true;
        }
        let Some(word) = self.words.next() else { return false };
        let (code, word) = word.split_at(word.len().min(1));
        self.left = u32::from_str_radix(code, 16).unwrap_or(1);
        self.token.text.truncate(TOWN_LETTERS);
        self.token.text.push_str(word);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
