//! The parts of Dutch compound words: one headword for the forms of a word, and the parts of a long word.
//!
//! Dutch writes *ouderen bezoeken* as one word as soon as it is a thing: *ouderenbezoek*. The list in
//! `compound_parts.txt` knows some thirteen hundred words of the field; regular plurals, diminutives and verb forms are
//! derived here. A word is split only when parts of three letters or more, with the linking letters *s*, *e*, *n* and *en*
//! between them, cover it from its first letter to its last.

use std::collections::HashMap;

use super::dutch::fold;

const LIST: &str = include_str!("compound_parts.txt");
const LINKS: [&str; 4] = ["s", "e", "n", "en"];
const LONGEST_COMPOUND: usize = 48;
const MOST_PARTS: usize = 5;

/// The known forms of words, each leading to the number of its headword.
pub(super) struct Parts {
    heads: Vec<Box<str>>,
    forms: HashMap<Box<str>, u16>,
    longest: usize,
}

#[derive(Clone, Copy)]
enum Sort {
    Noun,
    Verb,
    Adjective,
    Whole,
}

impl Parts {
    /// Reads the list that comes with the program.
    pub(super) fn own() -> Self {
        Self::read(LIST)
    }

    fn read(list: &str) -> Self {
        let mut parts = Parts { heads: Vec::new(), forms: HashMap::new(), longest: 0 };
        let mut derived = Vec::new();
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            for entry in line.split(',').map(str::trim).filter(|entry| !entry.is_empty()) {
                parts.enter(entry, &mut derived);
            }
        }
        // What the list says outright goes before what a rule derives from another entry.
        for (form, head) in derived {
            parts.add(&form, head);
        }
        parts
    }

    fn enter(&mut self, entry: &str, derived: &mut Vec<(String, u16)>) {
        let (sort, entry) = match entry.as_bytes().first() {
            Some(b'+') => (Sort::Verb, &entry[1..]),
            Some(b'*') => (Sort::Adjective, &entry[1..]),
            Some(b'!') => (Sort::Whole, &entry[1..]),
            _ => (Sort::Noun, entry),
        };
        let mut forms = entry.split(' ').map(fold);
        let Some(base) = forms.next() else { return };
        let head = if let Some(known) = self.forms.get(base.as_str()) {
            *known
        } else {
            let Ok(number) = u16::try_from(self.heads.len()) else {
                return;
            };
            self.heads.push(base.clone().into_boxed_str());
            number
        };
        self.add(&base, head);
        for form in forms {
            self.add(&form, head);
        }
        let more = match sort {
            Sort::Noun => noun_forms(&base),
            Sort::Verb => verb_forms(&base),
            Sort::Adjective => vec![inflected(&base, "e")],
            Sort::Whole => Vec::new(),
        };
        derived.extend(more.into_iter().map(|form| (form, head)));
    }

    fn add(&mut self, form: &str, head: u16) {
        if form.len() > 1 && !self.forms.contains_key(form) {
            self.longest = self.longest.max(form.len());
            self.forms.insert(form.into(), head);
        }
    }

    /// The headword of a word that is in the list, in whichever form.
    pub(super) fn head(&self, word: &str) -> Option<&str> {
        self.forms.get(word).map(|head| &*self.heads[usize::from(*head)])
    }

    /// The headwords of the parts of a compound, in order; `None` when the word is in the list itself or is not covered.
    pub(super) fn split(&self, word: &str) -> Option<Vec<&str>> {
        let length = word.len();
        if !(6..=LONGEST_COMPOUND).contains(&length) || !word.is_ascii() || self.forms.contains_key(word) {
            return None;
        }
        // The cheapest way to reach each letter: few parts, few linking letters, and no row of three-letter words.
        let mut best: Vec<Option<(u32, usize, u16)>> = vec![None; length + 1];
        best[0] = Some((0, 0, 0));
        for start in 0..length {
            let Some((cost, _, _)) = best[start] else { continue };
            for end in start + 3..=length.min(start + self.longest) {
                let Some(head) = self.forms.get(&word[start..end]) else {
                    continue;
                };
                let cost = cost + if end - start == 3 { 14 } else { 10 };
                let mut reach = |at: usize, cost: u32| {
                    // Of equals the one whose last part begins latest: *buurt-huis*, not *buur-thuis*.
                    if best[at].is_none_or(|(known, _, _)| cost <= known) {
                        best[at] = Some((cost, start, *head));
                    }
                };
                reach(end, cost);
                for link in LINKS {
                    if word[end..].starts_with(link) && end + link.len() + 3 <= length {
                        reach(end + link.len(), cost + 2);
                    }
                }
            }
        }
        let mut parts = Vec::new();
        let mut at = length;
        while at > 0 {
            let (_, from, head) = best[at]?;
            parts.push(&*self.heads[usize::from(head)]);
            at = from;
        }
        parts.reverse();
        (2..=MOST_PARTS).contains(&parts.len()).then_some(parts)
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Dutch spelling before an ending that begins with a vowel: *taal, talen* but *les, lessen* and *huis, huizen*.
fn inflected(base: &str, ending: &str) -> String {
    let letters = base.as_bytes();
    let n = letters.len();
    if n < 3 || !base.is_ascii() || is_vowel(letters[n - 1]) {
        return format!("{base}{ending}");
    }
    let last = letters[n - 1];
    let (before, third) = (letters[n - 2], letters[n - 3]);
    if is_vowel(before) && before == third && before != b'i' {
        let last = voiced(last);
        return format!("{}{}{ending}", &base[..n - 2], char::from(last));
    }
    let single_vowel = is_vowel(before) && !is_vowel(third);
    let one_syllable = letters.iter().filter(|letter| is_vowel(**letter)).count() == 1;
    if single_vowel && one_syllable && !matches!(last, b'w' | b'x' | b'j') {
        return format!("{base}{}{ending}", char::from(last));
    }
    let long_sound = is_vowel(before) && is_vowel(third);
    if long_sound && matches!(last, b's' | b'f') {
        return format!("{}{}{ending}", &base[..n - 1], char::from(voiced(last)));
    }
    format!("{base}{ending}")
}

fn voiced(letter: u8) -> u8 {
    match letter {
        b's' => b'z',
        b'f' => b'v',
        other => other,
    }
}

fn noun_forms(base: &str) -> Vec<String> {
    let small = match base.as_bytes().last() {
        Some(b'a' | b'o' | b'u') => format!("{base}{}tje", &base[base.len() - 1..]),
        Some(b'e' | b'i' | b'n' | b'l' | b'r' | b'w' | b'j' | b'y') => format!("{base}tje"),
        Some(b'm') => format!("{base}pje"),
        _ => format!("{base}je"),
    };
    let mut forms = vec![format!("{base}s"), inflected(base, "en"), format!("{small}s"), small];
    if base.ends_with('e') {
        forms.push(format!("{base}n"));
    }
    forms
}

fn verb_forms(infinitive: &str) -> Vec<String> {
    let Some(root) = infinitive.strip_suffix("en").filter(|root| root.len() > 1) else {
        return Vec::new();
    };
    let letters = root.as_bytes();
    let n = letters.len();
    let last = letters[n - 1];
    let stem = if n > 2 && last == letters[n - 2] && !is_vowel(last) {
        root[..n - 1].to_owned()
    } else {
        let unvoiced = match last {
            b'z' => 's',
            b'v' => 'f',
            other => char::from(other),
        };
        let open = n > 1 && is_vowel(letters[n - 2]) && (n == 2 || !is_vowel(letters[n - 3]));
        // In endings such as -elen and -eren the vowel before the last consonant is mute and stays single.
        let mute =
            n > 3 && letters[n - 2] == b'e' && matches!(last, b'l' | b'r' | b'n' | b'm') && !root.ends_with("eer");
        if open && !mute && !is_vowel(last) {
            format!("{}{}{unvoiced}", &root[..n - 1], char::from(letters[n - 2]))
        } else {
            format!("{}{unvoiced}", &root[..n - 1])
        }
    };
    let mut forms = vec![format!("{infinitive}d"), format!("{infinitive}de")];
    if !stem.ends_with('t') {
        forms.push(format!("{stem}t"));
    }
    let end = if stem.ends_with(['t', 'd']) {
        ""
    } else if stem.ends_with(['k', 'f', 's', 'p']) || stem.ends_with("ch") {
        "t"
    } else {
        "d"
    };
    forms.push(format!("ge{stem}{end}"));
    if root.ends_with("er") && n > 3 {
        // *organiseren, organiseert*: the stress decides whether the vowel is long, so both spellings are kept.
        let long = format!("{}eer", &root[..n - 2]);
        forms.extend([format!("{long}t"), format!("ge{long}d"), format!("{}ing", root), long]);
    }
    forms.push(stem);
    forms
}
