//! Dutch words as the index sees them: cut from a text, folded, reduced to a stem, and taken apart.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::{Arc, LazyLock};

use parking_lot::RwLock;
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

use super::compounds::Parts;

/// Words longer than this are no words; they are left out.
const LONGEST_WORD: usize = 64;
/// Places for analysed words, about a hundred bytes each when taken. A town's vacancies have some ten thousand words.
const CACHED_WORDS: usize = 1 << 15;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower case, with the accents and hyphens it was written with.
    pub shown: String,
    /// Without accents; hyphens kept, because they tell where a compound comes apart.
    pub folded: String,
}

/// What a word is known by.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Forms {
    /// The word itself, folded and without hyphens.
    pub plain: Box<str>,
    /// The stem: the same for all inflected forms of the word.
    pub stem: Box<str>,
    /// The stems of the parts of a compound; empty for other words.
    pub parts: Vec<Box<str>>,
}

/// Dutch analysis: one value serves the whole program, see [`dutch`].
pub(super) struct Dutch {
    parts: Parts,
    stemmer: TextAnalyzer,
    /// A word has one place, told by its hash; a newcomer takes it over. So nothing is ever cleared out at once.
    known: Box<[RwLock<Option<Known>>]>,
    stop: HashSet<&'static str>,
    noise: HashSet<&'static str>,
}

/// A folded word and its forms.
type Known = (Box<str>, Arc<Forms>);

/// The analysis shared by index and questions; they must agree.
pub(super) fn dutch() -> &'static Dutch {
    static SHARED: LazyLock<Dutch> = LazyLock::new(|| Dutch {
        parts: Parts::own(),
        stemmer: TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::Dutch)).build(),
        known: (0..CACHED_WORDS).map(|_| RwLock::new(None)).collect(),
        stop: STOP.split_whitespace().collect(),
        noise: NOISE.split_whitespace().collect(),
    });
    &SHARED
}

/// Words that say nothing by themselves. *Niet*, *geen*, *zonder*, *samen*, *alleen* carry meaning here and are kept, and so
/// is everything that could be a task, a place or a time.
const STOP: &str = "de het een der des den en of maar want dus als dan dat die dit deze daar daarbij hier er van voor op aan in \
    te ten ter bij tot om uit over door naar is zijn waren wordt worden werd ben bent heb hebt heeft hebben had \
    kan kun kunt kunnen kon zal zul zult zullen zou zouden wil wilt willen mag mogen moet moeten ik jij je jou jouw u uw hij zij \
    ze wij we ons onze hun hen hem zich mijn mij me wat wie welke hoe ook nog wel al toch zo zoals waar met \
    the a an and or to of for with in on at is are be i you we my me your that this it";

/// Words that nearly every question or text has; left out of a question that says anything else.
const NOISE: &str = "vrijwilliger vrijwilligers vrijwilligerswerk vrijwillig vacature vacatures werk zoek zoeken gezocht graag \
    iets doen leuk leuke volunteer volunteers volunteering voluntary work help helping want like looking find vacancy something";

impl Dutch {
    /// The forms of one folded word, remembered for the next time.
    pub(super) fn forms(&self, folded: &str) -> Arc<Forms> {
        let place = &self.known[hash(folded.as_bytes()) as usize % CACHED_WORDS];
        if let Some((word, forms)) = &*place.read()
            && **word == *folded
        {
            return Arc::clone(forms);
        }
        let forms = Arc::new(self.analyse(folded));
        *place.write() = Some((folded.into(), Arc::clone(&forms)));
        forms
    }

    fn analyse(&self, folded: &str) -> Forms {
        let plain: String = folded.chars().filter(|letter| *letter != '-').collect();
        let mut parts: Vec<Box<str>> = Vec::new();
        if folded.contains('-') && self.parts.head(&plain).is_none() {
            for piece in folded.split('-').filter(|piece| piece.len() > 1) {
                match self.parts.split(piece) {
                    Some(inner) => parts.extend(inner.into_iter().map(Into::into)),
                    None => parts.push(self.stem(piece).into()),
                }
            }
        } else if let Some(inner) = self.parts.split(&plain) {
            parts.extend(inner.into_iter().map(Into::into));
        }
        let stem = if parts.len() > 1 { parts.join("|").into() } else { self.stem(&plain).into() };
        Forms { plain: plain.into(), stem, parts }
    }

    fn stem<'a>(&'a self, word: &'a str) -> Cow<'a, str> {
        if let Some(head) = self.parts.head(word) {
            return Cow::Borrowed(head);
        }
        if !word.is_ascii() || word.len() < 4 || word.bytes().any(|letter| letter.is_ascii_digit()) {
            return Cow::Borrowed(word);
        }
        let mut stemmer = self.stemmer.clone();
        let mut stream = stemmer.token_stream(word);
        if stream.advance() {
            let stem = &stream.token().text;
            // The algorithm takes *ge* for a participle anywhere: *gezellig* would become *zel*. A stem must look like its word.
            let same = stem.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
            if stem.len() >= 3 && same >= stem.len().min(4) {
                return Cow::Owned(stem.clone());
            }
        }
        let short = ["en", "e", "s"].iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() > 3));
        Cow::Borrowed(short.unwrap_or(word))
    }

    pub(super) fn is_stop(&self, folded: &str) -> bool {
        self.stop.contains(folded)
    }

    pub(super) fn is_noise(&self, folded: &str) -> bool {
        self.noise.contains(folded)
    }

    /// The words of a text that carry meaning, in order.
    pub(super) fn words(&self, text: &str) -> Vec<Word> {
        let mut words = words(text);
        words.retain(|word| !self.is_stop(&word.folded));
        words
    }
}

/// Cuts a text into words. An apostrophe ends a word and swallows a plural or genitive *s* (*oma's*); a hyphen between letters
/// joins.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut shown = String::new();
    let mut letters = text.chars().peekable();
    let mut after_apostrophe = false;
    while let Some(letter) = letters.next() {
        if letter.is_alphanumeric() || is_mark(letter) {
            shown.extend(letter.to_lowercase());
            continue;
        }
        let joins = matches!(letter, '-' | '\u{2010}' | '\u{2011}');
        if joins && !shown.is_empty() && letters.peek().is_some_and(|next| next.is_alphanumeric()) {
            shown.push('-');
            continue;
        }
        if letter == '\u{ad}' {
            continue;
        }
        finish(&mut shown, after_apostrophe, &mut found);
        after_apostrophe = matches!(letter, '\'' | '\u{2019}' | '\u{2018}' | '`');
    }
    finish(&mut shown, after_apostrophe, &mut found);
    found
}

fn finish(shown: &mut String, after_apostrophe: bool, found: &mut Vec<Word>) {
    let ending = after_apostrophe && matches!(shown.as_str(), "s" | "t" | "n" | "k" | "m" | "re" | "er" | "ers");
    if !shown.is_empty() && !ending && shown.len() <= LONGEST_WORD {
        found.push(Word { folded: fold(shown), shown: std::mem::take(shown) });
    }
    shown.clear();
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// As everything is compared ([`kernel::text::fold`]), without apostrophes.
pub(super) fn fold(word: &str) -> String {
    let mut folded = kernel::text::fold(word);
    folded.retain(|letter| letter != '\'');
    folded
}

/// The same number for the same bytes, always (FNV-1a with its upper half folded in).
pub(super) fn hash(bytes: &[u8]) -> u64 {
    let hash = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    hash ^ hash >> 29
}
