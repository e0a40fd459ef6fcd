//! From what was typed to what is looked up: for each word or phrase its stem, its parts, its synonyms, its likely meaning.

use std::collections::BTreeMap;
use std::sync::Arc;

use tantivy::Term;
use tantivy::query::FuzzyTermQuery;

use super::dutch::{Forms, Word, dutch};
use super::model::{How, Query, RankingWeights, SearchError};
use super::schema::{Fields, TOWN_LETTERS};
use super::segment::Segment;
use super::synonyms::Synonyms;

/// The longest question, in bytes; the rest is not read.
const LONGEST_TEXT: usize = 400;
/// Words of a question that count; the rest of a longer one is not looked at.
const MOST_SLOTS: usize = 10;
/// Ways to find one word.
const MOST_WAYS: usize = 40;
/// Words that one mistyped word may be meant for.
const MOST_GUESSES: usize = 6;
/// Words an unfinished one may become.
const MOST_ENDINGS: usize = 12;

/// One word or phrase of the question.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    /// As it was typed, in lower case.
    pub asked: String,
    /// As it is compared to the words of a text, for single words.
    pub plain: Option<Box<str>>,
    pub ways: Vec<Way>,
    /// Whether typing errors were looked for.
    pub guessed: bool,
}

/// One way to find it: every atom must be there.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub how: How,
    pub quality: f32,
    pub atoms: Vec<Atom>,
}

/// Stems of which one must be there, each with what it leaves of the score.
pub(super) type Atom = Vec<(Box<str>, f32)>;

impl Slot {
    fn add(&mut self, way: Way) {
        if self.ways.len() < MOST_WAYS && !self.ways.iter().any(|known| known.atoms == way.atoms) {
            self.ways.push(way);
        }
    }
}

/// The slots of a question; none when it has no words that say anything: then everything answers it.
pub(super) fn slots(query: &Query, weights: &RankingWeights, synonyms: &Synonyms) -> Vec<Slot> {
    let words = dutch().words(&query.text[..query.text.floor_char_boundary(LONGEST_TEXT)]);
    let forms: Vec<Arc<Forms>> = words.iter().map(|word| dutch().forms(&word.folded)).collect();
    let stems: Vec<&str> = forms.iter().map(|form| &*form.stem).collect();
    let mut slots = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = synonyms.at(&stems[at..]);
        let taken = found.as_ref().map_or(1, |(taken, _)| *taken);
        let mut slot = own_ways(&words[at..at + taken], &forms[at..at + taken], weights, synonyms);
        for phrase in found.iter().flat_map(|(_, others)| others) {
            let atoms = phrase.iter().map(|stem| vec![(stem.clone(), 1.0)]).collect();
            let quality = weights.synonym * if phrase.len() > 1 { weights.compound } else { 1.0 };
            slot.add(Way { how: How::Synonym, quality, atoms });
        }
        let unfinished = query.complete_last && at + taken == words.len();
        let noise = found.is_none() && !unfinished && dutch().is_noise(&words[at].folded);
        if !noise && !slots.iter().any(|known: &Slot| known.asked == slot.asked) {
            slots.push(slot);
        }
        at += taken;
    }
    slots.truncate(MOST_SLOTS);
    slots
}

fn own_ways(words: &[Word], forms: &[Arc<Forms>], weights: &RankingWeights, synonyms: &Synonyms) -> Slot {
    let asked = words.iter().map(|word| word.shown.as_str()).collect::<Vec<_>>().join(" ");
    let plain = (words.len() == 1).then(|| forms[0].plain.clone());
    let atoms = forms.iter().map(|form| vec![(form.stem.clone(), 1.0)]).collect();
    let mut slot = Slot { asked, plain, ways: vec![Way { how: How::Exact, quality: 1.0, atoms }], guessed: false };
    if let ([form], [word]) = (forms, words)
        && form.parts.len() > 1
        && !word.folded.is_empty()
    {
        let atoms = form.parts.iter().map(|part| part_and_synonyms(part, weights, synonyms)).collect();
        slot.add(Way { how: How::Compound, quality: weights.compound, atoms });
    }
    slot
}

fn part_and_synonyms(part: &str, weights: &RankingWeights, synonyms: &Synonyms) -> Atom {
    let mut atom: Atom = vec![(part.into(), 1.0)];
    if let Some((1, others)) = synonyms.at(&[part]) {
        for other in others.iter().filter(|other| other.len() == 1) {
            atom.push((other[0].clone(), weights.synonym));
        }
    }
    atom
}

/// Adds the words that the last, unfinished one may become.
pub(super) fn add_endings(slot: &mut Slot, town: &str, segments: &[Segment]) -> Result<(), SearchError> {
    let Some(plain) = slot.plain.clone().filter(|plain| plain.chars().count() >= 2) else {
        return Ok(());
    };
    let start = format!("{town}{plain}");
    let mut endings: BTreeMap<String, u32> = BTreeMap::new();
    for segment in segments {
        let mut stream = segment.dictionary().range().ge(start.as_bytes()).into_stream()?;
        while stream.advance() {
            let Some(word) = std::str::from_utf8(stream.key()).ok().filter(|word| word.starts_with(&start)) else {
                break;
            };
            *endings.entry(word[TOWN_LETTERS..].to_owned()).or_default() += stream.value().doc_freq;
        }
    }
    let mut endings: Vec<_> = endings.into_iter().collect();
    endings.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for (word, _) in endings.into_iter().take(MOST_ENDINGS) {
        let atoms = vec![vec![(dutch().forms(&word).stem.clone(), 1.0)]];
        slot.add(Way { how: How::Beginning, quality: 0.8, atoms });
    }
    Ok(())
}

/// Where mistyped words are looked up.
pub(super) struct Guessing<'a> {
    pub town: &'a str,
    pub segments: &'a [Segment],
    pub fields: &'a Fields,
    pub weights: &'a RankingWeights,
    pub synonyms: &'a Synonyms,
}

impl Guessing<'_> {
    /// Adds the words that a word without any hit may be meant for: one letter wrong, missing, too many or swapped from five
    /// letters on, two from nine.
    pub(super) fn add(&self, slot: &mut Slot) -> Result<(), SearchError> {
        slot.guessed = true;
        let Some(plain) = slot.plain.clone() else { return Ok(()) };
        let most = match plain.chars().count() {
            0..=4 => return Ok(()),
            5..=8 => 1,
            _ => 2,
        };
        for word in self.nearest(&plain, most)? {
            let stem = dutch().forms(&word).stem.clone();
            slot.add(Way { how: How::Typo, quality: self.weights.typo, atoms: vec![vec![(stem.clone(), 1.0)]] });
            for phrase in self.synonyms.at(&[&stem]).into_iter().flat_map(|(_, others)| others) {
                let atoms = phrase.iter().map(|stem| vec![(stem.clone(), 1.0)]).collect();
                slot.add(Way { how: How::Typo, quality: self.weights.typo * self.weights.synonym, atoms });
            }
        }
        Ok(())
    }

    /// The words of the town's texts and of the synonyms with the fewest letters changed, the likeliest first.
    fn nearest(&self, plain: &str, most: u8) -> Result<Vec<String>, SearchError> {
        let mut guesses: BTreeMap<String, u32> = BTreeMap::new();
        let term = Term::from_field_text(self.fields.surface, &format!("{}{plain}", self.town));
        let fuzzy = FuzzyTermQuery::new(term, most, true);
        for segment in self.segments {
            let mut stream = segment.dictionary().search(fuzzy.automaton()?).ge(self.town.as_bytes()).into_stream()?;
            while stream.advance() {
                let word = std::str::from_utf8(stream.key()).ok().and_then(|word| word.strip_prefix(self.town));
                if let Some(word) = word {
                    *guesses.entry(word.to_owned()).or_default() += stream.value().doc_freq;
                }
            }
        }
        let most = usize::from(most);
        for word in self.synonyms.words() {
            if word.len().abs_diff(plain.len()) <= most && errors(plain, word) <= most {
                guesses.entry(word.to_string()).or_default();
            }
        }
        let first = plain.chars().next();
        let mut guesses: Vec<_> = guesses
            .into_iter()
            .map(|(word, often)| (errors(plain, &word), word.chars().next() != first, std::cmp::Reverse(often), word))
            .collect();
        guesses.sort();
        let fewest = guesses.first().map_or(0, |guess| guess.0).min(most);
        let nearest = guesses.into_iter().take_while(|guess| guess.0 <= fewest).take(MOST_GUESSES);
        Ok(nearest.map(|(_, _, _, word)| word).collect())
    }
}

/// Letters wrong, missing, too many, or swapped with their neighbour (optimal string alignment).
fn errors(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i; b.len() + 1];
        for j in 1..=b.len() {
            let changed = usize::from(a[i - 1] != b[j - 1]);
            row[j] = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + changed);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}
