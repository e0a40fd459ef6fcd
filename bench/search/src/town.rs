//! Invented vacancies in something like Dutch: the words are real, their frequencies lifelike, the sentences not.

use platform::search::{Document, Kind, Synonyms, Visibility};
use uuid::Uuid;

const PARTS: &str = include_str!("../../../crates/platform/src/search/compound_parts.txt");
const SMALL_WORDS: [&str; 16] =
    ["je", "de", "het", "een", "en", "met", "voor", "van", "in", "op", "bij", "of", "wij", "die", "ook", "is"];
/// Words that say the same thing in nearly every vacancy.
const USUAL: [&str; 8] = ["vrijwilliger", "helpen", "samen", "mensen", "team", "week", "uur", "organisatie"];

/// Chance that can be repeated (xorshift).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Chance(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end.max(1)
    }

    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Low numbers often, high ones seldom.
    pub(crate) fn skewed(&mut self, end: usize) -> usize {
        ((end as f64).powf(self.unit()) - 1.0) as usize % end.max(1)
    }
}

pub(crate) struct Town {
    themes: Vec<Vec<String>>,
    words: Vec<String>,
    towns: usize,
    now: i64,
}

impl Town {
    pub(crate) fn new(towns: usize, now: i64) -> Self {
        let mut words: Vec<String> = PARTS
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(|line| line.split(','))
            .filter_map(|entry| entry.trim().trim_start_matches(['+', '*', '!']).split(' ').next().map(str::to_owned))
            .filter(|word| word.len() > 2)
            .collect();
        let mut chance = Chance::new(7);
        for place in (1..words.len()).rev() {
            words.swap(place, chance.below(place + 1));
        }
        let themes =
            Synonyms::own_groups().into_iter().take(80).map(|group| group.into_iter().take(5).collect()).collect();
        Town { themes, words, towns, now }
    }

    pub(crate) fn municipality(&self, number: usize) -> Uuid {
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number as u128 % self.towns as u128)
    }

    pub(crate) fn themes(&self) -> &[Vec<String>] {
        &self.themes
    }

    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// The middle of a town in degrees: one lies in Zuid-Holland, more are strewn over the country.
    pub(crate) fn middle(&self, number: usize) -> (f64, f64) {
        let number = number % self.towns;
        (51.0 + 2.2 * ((number * 37 + 16) % 34) as f64 / 34.0, 3.6 + 3.3 * ((number * 61 + 9) % 33) as f64 / 33.0)
    }

    pub(crate) fn vacancy(&self, number: usize, version: i64) -> Document {
        let mut chance = Chance::new(number as u64 + 1);
        let own: Vec<usize> = (0..2).map(|_| chance.skewed(self.themes.len())).collect();
        let mut title = String::new();
        for place in 0..3 + chance.below(4) {
            let word = if place % 2 == 0 { self.theme_word(&own, &mut chance) } else { self.word(&mut chance) };
            title.push_str(&word);
            title.push(' ');
        }
        let mut body = String::new();
        for place in 0..70 + chance.below(80) {
            let word = match chance.below(10) {
                0..4 => SMALL_WORDS[chance.below(16)].to_owned(),
                4 => USUAL[chance.below(8)].to_owned(),
                5 => self.theme_word(&own, &mut chance),
                _ => self.word(&mut chance),
            };
            body.push_str(&word);
            body.push_str(if place % 12 == 11 { ". " } else { " " });
        }
        let (lat, lon) = self.middle(number);
        let position = (chance.below(10) > 0).then(|| (lat + chance.unit() * 0.06, lon + chance.unit() * 0.1));
        let facets = vec![
            format!("theme:{:02}", own[0]),
            format!("theme:{:02}", own[1]),
            format!("wijk:{:02}", chance.below(26)),
            format!("when:{}", ["day", "evening", "weekend", "flexible"][chance.below(4)]),
            format!("dutch:{}", ["A1", "A2", "B1", "B2"][chance.below(4)]),
        ];
        Document {
            municipality: self.municipality(number),
            id: Uuid::from_u128((number as u128) << 64 | u128::from(chance.next())),
            kind: Kind::new(["vacancy", "vacancy", "vacancy", "offer"][chance.below(4)]),
            visibility: if chance.below(20) == 0 { Visibility::Organisations } else { Visibility::Public },
            organisation: format!("Stichting {} {}", self.word(&mut chance), number % 5000),
            title,
            body,
            keywords: own.iter().map(|theme| self.themes[*theme][0].clone()).collect::<Vec<_>>().join(" "),
            facets,
            position,
            published_at: self.now - 86_400_000 * 200 + (number % 100_000) as i64 * 170_000,
            starts_on: None,
            exposure: chance.unit() as f32,
            card: vec![b'x'; 400],
            version,
        }
    }

    fn theme_word(&self, own: &[usize], chance: &mut Chance) -> String {
        let theme = &self.themes[own[chance.below(own.len())]];
        theme[chance.skewed(theme.len())].clone()
    }

    fn word(&self, chance: &mut Chance) -> String {
        let one = &self.words[chance.skewed(self.words.len())];
        if chance.below(6) == 0 { format!("{one}{}", self.words[chance.below(self.words.len())]) } else { one.clone() }
    }
}
