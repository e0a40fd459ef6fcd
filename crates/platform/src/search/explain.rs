//! Why a hit is there: the words of its text that answer the words of the question.

use std::collections::HashMap;

use super::dutch::{dutch, fold};
use super::model::{How, Kind, Match, TextField};
use super::plan::Slot;

/// What a document has stored for its hits.
pub(super) struct Stored {
    pub card: Vec<u8>,
    /// See [`super::schema::Fields::shown`].
    pub shown: String,
}

/// The slots of a question, by the stems they look for.
pub(super) struct Question<'a> {
    slots: &'a [Slot],
    by_stem: HashMap<&'a str, Vec<Place>>,
}

#[derive(Clone, Copy)]
struct Place {
    slot: usize,
    way: usize,
    atom: usize,
}

/// The best word found so far for each atom of each way of a slot.
#[derive(Clone)]
struct Found<'t> {
    word: &'t str,
    how: How,
    field: TextField,
}

const FIELDS: [TextField; 4] = [TextField::Title, TextField::Organisation, TextField::Keywords, TextField::Body];

impl<'a> Question<'a> {
    pub(super) fn new(slots: &'a [Slot]) -> Self {
        let mut by_stem: HashMap<&str, Vec<Place>> = HashMap::new();
        for (slot, asked) in slots.iter().enumerate() {
            for (way, looked) in asked.ways.iter().enumerate() {
                for (atom, stems) in looked.atoms.iter().enumerate() {
                    for (stem, _) in stems {
                        by_stem.entry(stem).or_default().push(Place { slot, way, atom });
                    }
                }
            }
        }
        Question { slots, by_stem }
    }

    /// The kind of a stored document, and what of the question it has, in the order of the question.
    pub(super) fn explain(&self, shown: &str) -> (Kind, Vec<Match>) {
        let mut lines = shown.split('\n');
        let kind = Kind::from_name(lines.next().unwrap_or_default());
        if self.slots.is_empty() {
            return (kind, Vec::new());
        }
        let mut found: Vec<Vec<Vec<Option<Found>>>> =
            self.slots.iter().map(|slot| slot.ways.iter().map(|way| vec![None; way.atoms.len()]).collect()).collect();
        for (field, line) in FIELDS.into_iter().zip(lines) {
            for word in line.split(' ').filter(|word| !word.is_empty()) {
                self.look(word, field, &mut found);
            }
            if found.iter().all(|ways| ways[0].iter().all(|one| one.as_ref().is_some_and(|one| one.how == How::Exact)))
            {
                break;
            }
        }
        let matches = self.slots.iter().zip(&found).filter_map(|(slot, ways)| best_of(slot, ways));
        (kind, matches.collect())
    }

    fn look<'t>(&self, word: &'t str, field: TextField, found: &mut [Vec<Vec<Option<Found<'t>>>>]) {
        let forms = if word.is_ascii() { dutch().forms(word) } else { dutch().forms(&fold(word)) };
        for (number, stem) in std::iter::once(&forms.stem).chain(&forms.parts).enumerate() {
            let Some(places) = self.by_stem.get(&**stem) else {
                continue;
            };
            for place in places {
                let slot = &self.slots[place.slot];
                let how = match slot.ways[place.way].how {
                    How::Exact if number > 0 => How::Compound,
                    How::Exact if slot.plain.as_ref().is_some_and(|plain| *plain != forms.plain) => How::Stem,
                    how => how,
                };
                let known = &mut found[place.slot][place.way][place.atom];
                if known.as_ref().is_none_or(|known| how < known.how) {
                    *known = Some(Found { word, how, field });
                }
            }
        }
    }
}

fn best_of(slot: &Slot, ways: &[Vec<Option<Found>>]) -> Option<Match> {
    let mut best: Option<(f32, Match)> = None;
    for (way, atoms) in slot.ways.iter().zip(ways) {
        let Some(all) = atoms.iter().cloned().collect::<Option<Vec<Found>>>() else {
            continue;
        };
        let (Some(how), Some(field)) = (all.iter().map(|one| one.how).max(), all.iter().map(|one| one.field).min())
        else {
            continue;
        };
        let better = best.as_ref().is_none_or(|(quality, best)| {
            how.cmp(&best.how).then(quality.total_cmp(&way.quality)).then(field.cmp(&best.field)).is_lt()
        });
        if better {
            let mut words: Vec<&str> = all.iter().map(|one| one.word).collect();
            words.dedup();
            best = Some((way.quality, Match { asked: slot.asked.clone(), found: words.join(" "), how, field }));
        }
    }
    best.map(|(_, one)| one)
}
