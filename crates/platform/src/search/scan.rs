//! Finds the documents that have the words of a question, window by window, and how well.

use tantivy::TERMINATED;
use tantivy::postings::BlockSegmentPostings;
use tantivy::schema::IndexRecordOption;

use super::model::{How, RankingWeights, SearchError};
use super::plan::Slot;
use super::schema::{IN_BODY, IN_EXTRA, IN_TITLE};
use super::segment::{Core, WINDOW, WINDOW_WORDS};
use super::sets;

/// Below this many candidates in a window a long list is asked for each of them instead of being read through.
const FEW: u32 = 24;

/// What a word is worth by where it stands, see [`super::schema`].
pub(super) fn worths(weights: &RankingWeights) -> [f32; 16] {
    let mut worths = [0.0; 16];
    for (code, worth) in (0u32..).zip(&mut worths) {
        let mut missing = 1.0;
        if code & IN_TITLE != 0 {
            missing *= 1.0 - weights.title;
        }
        if code & IN_EXTRA != 0 {
            missing *= 1.0 - weights.extra;
        }
        missing *= match code & IN_BODY {
            0 => 1.0,
            1 => 1.0 - weights.body,
            2 => 1.0 - weights.body * 1.2,
            _ => 1.0 - weights.body * 1.35,
        };
        *worth = (1.0 - missing).clamp(0.0, 1.0);
    }
    worths
}

/// The documents with one stem.
struct List {
    postings: BlockSegmentPostings,
    at: usize,
    worth: [f32; 16],
}

/// Lists of which one must have the document.
type Any = Vec<List>;

/// A slot, opened in one segment.
pub(super) struct Opened {
    /// Ways of one atom each, together.
    any: Any,
    /// Ways of several atoms.
    all: Vec<(f32, Vec<Any>)>,
    /// Documents, at most; what is rare is looked at first.
    often: u32,
    /// Its share of the score.
    share: f32,
    /// Which slot of the question it is.
    pub slot: usize,
}

/// How often the main way of each slot occurs in one segment.
pub(super) fn frequency(core: &Core, town: &str, slot: &Slot) -> Result<u32, SearchError> {
    let mut most = 0;
    for way in slot.ways.iter().filter(|way| way.how == How::Exact || slot.guessed) {
        let mut least = u32::MAX;
        for atom in &way.atoms {
            let mut sum = 0;
            for (stem, _) in atom {
                sum += core.text.terms().get(format!("{town}{stem}"))?.map_or(0, |info| info.doc_freq);
            }
            least = least.min(sum);
        }
        most = most.max(least);
    }
    Ok(most)
}

/// Opens the lists of the slots in one segment, the rarest slot first.
pub(super) fn open(
    core: &Core,
    town: &str,
    slots: &[Slot],
    shares: &[f32],
    worths: &[f32; 16],
) -> Result<Vec<Opened>, SearchError> {
    let mut opened = Vec::with_capacity(slots.len());
    for (number, slot) in slots.iter().enumerate() {
        let mut one = Opened { any: Vec::new(), all: Vec::new(), often: 0, share: shares[number], slot: number };
        for way in &slot.ways {
            let mut atoms = Vec::with_capacity(way.atoms.len());
            for atom in &way.atoms {
                let mut any = Vec::new();
                for (stem, left) in atom {
                    let Some(info) = core.text.terms().get(format!("{town}{stem}"))? else {
                        continue;
                    };
                    let postings = core.text.read_block_postings_from_terminfo(&info, IndexRecordOption::WithFreqs)?;
                    let quality = if way.atoms.len() == 1 { left * way.quality } else { *left };
                    any.push(List { postings, at: 0, worth: worths.map(|worth| worth * quality) });
                }
                atoms.push(any);
            }
            if atoms.iter().any(Vec::is_empty) {
                continue;
            }
            let frequency = |any: &Any| any.iter().map(|list| list.postings.doc_freq()).sum::<u32>();
            one.often = one.often.saturating_add(atoms.iter().map(frequency).min().unwrap_or(0));
            if atoms.len() == 1 {
                one.any.extend(atoms.pop().into_iter().flatten());
            } else {
                atoms.sort_by_key(frequency);
                one.all.push((way.quality, atoms));
            }
        }
        opened.push(one);
    }
    opened.sort_by_key(|slot| slot.often);
    Ok(opened)
}

/// Bits of one window.
pub(super) type Mask = [u64; WINDOW_WORDS];
type Scores = Vec<f32>;

/// Room to work in, used again for every window.
pub(super) struct Room {
    slot: (Scores, Mask),
    part: (Scores, Mask),
    sum: (Scores, Mask),
    few: Vec<u32>,
    /// The words' part of the score, 0 to 1.
    pub score: Scores,
    /// How many slots each document has; only kept when not all are needed.
    pub had: Vec<u8>,
}

impl Room {
    pub(super) fn new() -> Self {
        let scores = || vec![0.0; WINDOW as usize];
        let pair = || (scores(), [0; WINDOW_WORDS]);
        Room {
            slot: pair(),
            part: pair(),
            sum: pair(),
            few: Vec::new(),
            score: scores(),
            had: vec![0; WINDOW as usize],
        }
    }
}

impl List {
    fn document(&self) -> u32 {
        self.postings.docs().get(self.at).copied().unwrap_or(TERMINATED)
    }

    fn seek(&mut self, target: u32) {
        if self.document() < target {
            self.at = self.postings.seek(target);
        }
    }

    fn fill(&mut self, base: u32, scores: &mut [f32], mask: &mut Mask) {
        let end = base + WINDOW;
        self.seek(base);
        loop {
            let documents = self.postings.docs();
            let codes = self.postings.freqs();
            let length = documents.len();
            while self.at < length {
                let document = documents[self.at];
                if document >= end {
                    return;
                }
                note(scores, mask, (document - base) as usize, self.worth[(codes[self.at] & 15) as usize]);
                self.at += 1;
            }
            if length == 0 {
                return;
            }
            self.postings.advance();
            self.at = 0;
        }
    }

    fn probe(&mut self, base: u32, few: &[u32], scores: &mut [f32], mask: &mut Mask) {
        for document in few {
            self.seek(*document);
            if self.document() == *document {
                let code = self.postings.freq(self.at) & 15;
                note(scores, mask, (document - base) as usize, self.worth[code as usize]);
            }
        }
    }
}

/// The best way counts; each other one adds a little.
fn note(scores: &mut [f32], mask: &mut Mask, place: usize, worth: f32) {
    let before = scores[place];
    scores[place] = before.max(worth) + 0.1 * before.min(worth);
    mask[place / 64] |= 1 << (place % 64);
}

fn fill_any(any: &mut Any, base: u32, few: Option<&[u32]>, (scores, mask): &mut (Scores, Mask)) {
    scores.fill(0.0);
    mask.fill(0);
    for list in any {
        match few {
            Some(few) => list.probe(base, few, scores, mask),
            None => list.fill(base, scores, mask),
        }
    }
}

impl Opened {
    /// Fills `room.slot` with the documents of this window that have the slot, and how well.
    fn fill(&mut self, base: u32, candidates: &Mask, windows: u32, room: &mut Room) {
        let number: u32 = candidates.iter().map(|word| word.count_ones()).sum();
        let few = number <= FEW && self.often / windows.max(1) > number * 4;
        if few {
            room.few.clear();
            room.few.extend(sets::each(candidates, base));
        }
        let few = few.then_some(room.few.as_slice());
        fill_any(&mut self.any, base, few, &mut room.slot);
        for (quality, atoms) in &mut self.all {
            room.sum.1.copy_from_slice(candidates);
            let share = *quality / atoms.len() as f32;
            for (number, any) in atoms.iter_mut().enumerate() {
                fill_any(any, base, few, &mut room.part);
                sets::and(&mut room.sum.1, &room.part.1);
                if room.sum.1.iter().all(|word| *word == 0) {
                    break;
                }
                for place in sets::each(&room.sum.1, 0) {
                    let place = place as usize;
                    let before = if number == 0 { 0.0 } else { room.sum.0[place] };
                    room.sum.0[place] = before + room.part.0[place] * share;
                }
            }
            for place in sets::each(&room.sum.1, 0) {
                note(&mut room.slot.0, &mut room.slot.1, place as usize, room.sum.0[place as usize]);
            }
        }
    }
}

/// Goes through a segment. `visit` gets the first document of each window, the documents among `base` that have at least
/// `needed` slots, and the room with their scores.
pub(super) fn scan(
    core: &Core,
    slots: &mut [Opened],
    needed: usize,
    among: &[u64],
    room: &mut Room,
    mut visit: impl FnMut(u32, &Mask, &Room),
) {
    let windows = core.windows();
    let all = needed >= slots.len();
    if all && slots.iter().any(|slot| slot.often == 0) {
        return;
    }
    for (window, candidates) in (0..windows).zip(among.chunks(WINDOW_WORDS)) {
        if candidates.iter().all(|word| *word == 0) {
            continue;
        }
        let base = window * WINDOW;
        let mut mask: Mask = [0; WINDOW_WORDS];
        mask[..candidates.len()].copy_from_slice(candidates);
        let found = if all {
            scan_all(slots, base, windows, mask, room)
        } else {
            scan_some(slots, needed, base, windows, &mask, room)
        };
        if found.iter().any(|word| *word != 0) {
            visit(base, &found, room);
        }
    }
}

fn scan_all(slots: &mut [Opened], base: u32, windows: u32, mut mask: Mask, room: &mut Room) -> Mask {
    for (number, slot) in slots.iter_mut().enumerate() {
        slot.fill(base, &mask, windows, room);
        sets::and(&mut mask, &room.slot.1);
        if mask.iter().all(|word| *word == 0) {
            return mask;
        }
        for place in sets::each(&mask, 0) {
            let place = place as usize;
            let before = if number == 0 { 0.0 } else { room.score[place] };
            room.score[place] = before + slot.share * room.slot.0[place].min(1.0);
        }
    }
    mask
}

fn scan_some(slots: &mut [Opened], needed: usize, base: u32, windows: u32, mask: &Mask, room: &mut Room) -> Mask {
    let mut found: Mask = [0; WINDOW_WORDS];
    room.score.fill(0.0);
    room.had.fill(0);
    for slot in slots {
        slot.fill(base, mask, windows, room);
        sets::and(&mut room.slot.1, mask);
        for place in sets::each(&room.slot.1, 0) {
            let place = place as usize;
            room.score[place] += slot.share * room.slot.0[place].min(1.0);
            room.had[place] += 1;
            found[place / 64] |= u64::from(usize::from(room.had[place]) >= needed) << (place % 64);
        }
    }
    found
}

/// In how many slots documents among `among` are found, and which slots are found at all.
pub(super) fn survey(
    core: &Core,
    slots: &mut [Opened],
    among: &[u64],
    room: &mut Room,
    most: &mut usize,
    found: &mut [bool],
) {
    for (window, candidates) in (0..core.windows()).zip(among.chunks(WINDOW_WORDS)) {
        let mut mask: Mask = [0; WINDOW_WORDS];
        mask[..candidates.len()].copy_from_slice(candidates);
        if mask.iter().all(|word| *word == 0) {
            continue;
        }
        room.had.fill(0);
        for slot in &mut *slots {
            slot.fill(window * WINDOW, &mask, core.windows(), room);
            sets::and(&mut room.slot.1, &mask);
            for place in sets::each(&room.slot.1, 0) {
                found[slot.slot] = true;
                let had = &mut room.had[place as usize];
                *had += 1;
                *most = (*most).max(usize::from(*had));
            }
        }
    }
}
