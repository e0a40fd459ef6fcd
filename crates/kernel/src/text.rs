//! Words as people sort, search and shorten them.

use unicode_normalization::{
    UnicodeNormalization,
    char::{decompose_canonical, is_combining_mark},
};

/// Text as it is compared, everywhere: lower case, Latin letters without accents and in the letters of a plain keyboard, one sign
/// for every apostrophe and one for every hyphen. `Café` and `cafe` are the same, `Şahin` and `sahin`, `Strauß` and `strauss`.
/// Letters of other scripts are kept as they are.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.trim().to_ascii_lowercase().replace('`', "'");
    }
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfc().flat_map(char::to_lowercase) {
        match letter {
            _ if letter.is_ascii() => folded.push(letter),
            '\u{300}'..='\u{36f}' => {}
            '’' | '‘' | '‛' | 'ʼ' | 'ʻ' | 'ʹ' | '′' | '´' | '＇' => folded.push('\''),
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => folded.push('-'),
            _ => match plain(letter) {
                Some(letters) => folded.push_str(letters),
                None => folded.push(without_accent(letter)),
            },
        }
    }
    folded.trim().replace('`', "'")
}

/// Letters that Unicode does not take apart, as people type them who do not have them.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'ŋ' => "n",
        'ə' => "e",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ĳ' => "ij",
        'þ' => "th",
        _ => return None,
    })
}

/// The Latin letter without what stands on or below it; other letters as they are.
fn without_accent(letter: char) -> char {
    let mut bare = letter;
    let mut first = true;
    decompose_canonical(letter, |part| {
        if std::mem::take(&mut first) && part.is_ascii() {
            bare = part;
        }
    });
    bare
}

/// Dutch surname particles that do not count in sorting (`de Vries` sorts under V).
const PARTICLES: [&str; 16] =
    ["van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "op", "in", "la", "le", "el", "al", "bij"];
/// What else stands before the telling part of a name, once apostrophes and hyphens are taken apart: `O'Brien`, `d'Anjou`.
const SMALL: [&str; 20] = [
    "t", "s", "o", "d", "l", "n", "von", "zu", "du", "des", "da", "dos", "di", "del", "aan", "bin", "ibn", "ould",
    "af", "av",
];

/// What a name, or a text with names in it, is found by: its words in the folded form, those with a hyphen or apostrophe in them
/// in parts and as one. Made to be searched with [`search_words`], whatever was typed.
pub fn search_key(text: &str) -> String {
    let folded = dutch_order(&fold(text));
    let mut key = String::with_capacity(folded.len() + 2);
    for word in folded.split_whitespace() {
        let parts: Vec<&str> = parts(word).collect();
        for part in &parts {
            key.push(' ');
            key.push_str(part);
        }
        if parts.len() > 1 {
            key.push(' ');
            key.extend(parts);
        }
    }
    key.push(' ');
    key
}

/// As [`search_key`], of a person's name: also found as one word, as some write `vandenberg`.
pub fn name_search_key(name: &str) -> String {
    format!("{}{} ", search_key(name), letters(name))
}

/// A name without what people leave out or write in another way: two names with the same letters are the same name.
/// `Meerzicht-West` and `meerzicht west` are.
pub fn letters(name: &str) -> String {
    parts(&dutch_order(&fold(name))).collect()
}

/// What must all occur in a [`search_key`] when this is looked for, in any order; the first `most` words. Particles count only where nothing else was typed. One letter is the first of a word.
pub fn search_words(typed: &str, most: usize) -> Vec<String> {
    let folded = dutch_order(&fold(typed));
    let all: Vec<&str> = parts(&folded).collect();
    let telling = |word: &&str| !PARTICLES.contains(word) && !SMALL.contains(word);
    let mut words: Vec<&str> = all.iter().copied().filter(telling).collect();
    if words.is_empty() {
        words = all;
    }
    let as_pattern = |word: &str| if word.chars().count() == 1 { format!(" {word}") } else { word.to_owned() };
    words.into_iter().take(most).map(as_pattern).collect()
}

fn parts(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|part| !part.is_empty())
}

/// The key by which a person's name sorts: surname first without particles, `ij` as `y`.
/// `Anna van der IJssel` gives `yssel anna`.
pub fn person_sort_key(name: &str) -> String {
    let words: Vec<String> = fold(name).split_whitespace().map(str::to_owned).collect();
    let Some((last, first)) = words.split_last() else { return String::new() };
    let mut key = dutch_order(last);
    for word in first.iter().filter(|word| !PARTICLES.contains(&word.as_str())) {
        key.push(' ');
        key.push_str(&dutch_order(word));
    }
    key
}

/// The key by which a title or an organisation's name sorts: without a leading article.
pub fn title_sort_key(title: &str) -> String {
    let folded = fold(title);
    let bare = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let rest = ["de ", "het ", "een ", "'t ", "the "].iter().find_map(|article| bare.strip_prefix(article));
    dutch_order(rest.unwrap_or(bare))
}

fn dutch_order(word: &str) -> String {
    word.replace("ij", "y")
}

/// The part of a web address made from a name: `Café 't Hoekje` gives `cafe-t-hoekje`.
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in fold(text).chars() {
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').chars().take(60).collect()
}

/// Up to two initials, for a round badge.
pub fn initials(name: &str) -> String {
    let mut letters = name.split_whitespace().filter_map(|word| word.chars().next()).filter(|c| c.is_alphanumeric());
    let first = letters.next();
    let last = letters.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// The first `max` characters, cut at a word, with an ellipsis when something was left out.
pub fn excerpt(text: &str, max: usize) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= max {
        return one_line;
    }
    let cut: String = one_line.chars().take(max).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', ';', ':', '.']))
}

/// A closed list of values, each with a code: in the database, in forms, in the API and in catalogue keys.
/// Made by [`codes!`](crate::codes).
pub trait Codes: Copy + PartialEq + Send + Sync + 'static {
    /// Every value, in the order in which people see them.
    const ALL: &'static [Self];

    /// The code of this value.
    fn code(self) -> &'static str;

    /// The value with this code.
    fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.code() == code)
    }
}

/// A value of a closed list, or perhaps none: what a column of codes holds.
pub trait MaybeCode: Sized {
    /// Whether it may be none.
    const OPTIONAL: bool;

    /// The code, if there is a value.
    fn maybe_code(&self) -> Option<&'static str>;

    /// What a code, or none, stands for; `None` when it stands for nothing.
    fn of_code(code: Option<&str>) -> Option<Self>;
}

impl<T: Codes> MaybeCode for T {
    const OPTIONAL: bool = false;

    fn maybe_code(&self) -> Option<&'static str> {
        Some(self.code())
    }

    fn of_code(code: Option<&str>) -> Option<Self> {
        code.and_then(T::parse)
    }
}

impl<T: Codes> MaybeCode for Option<T> {
    const OPTIONAL: bool = true;

    fn maybe_code(&self) -> Option<&'static str> {
        self.map(Codes::code)
    }

    fn of_code(code: Option<&str>) -> Option<Self> {
        match code {
            Some(code) => T::parse(code).map(Some),
            None => Some(None),
        }
    }
}

/// Declares a closed list of values with their codes.
///
/// ```
/// kernel::codes! {
///     /// Part of a day.
///     pub enum DayPart {
///         /// Until noon.
///         Morning = "morning",
///         /// From six.
///         Evening = "evening",
///     }
/// }
/// use kernel::text::Codes;
/// assert_eq!(DayPart::parse("evening"), Some(DayPart::Evening));
/// ```
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $vis enum $name { $($(#[$vmeta])* #[serde(rename = $code)] $variant),+ }

        impl $crate::text::Codes for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::text::Codes::code(*self))
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dutch_names_sort_as_in_the_telephone_book() {
        let mut names = vec!["Bob Zwart", "Anna van der IJssel", "Cor de Vries", "Dina Yildiz", "Els 't Hart"];
        names.sort_by_key(|name| person_sort_key(name));
        assert_eq!(names, ["Els 't Hart", "Cor de Vries", "Dina Yildiz", "Anna van der IJssel", "Bob Zwart"]);
        assert_eq!(title_sort_key("De Buurttuin"), "buurttuin");
        assert_eq!(title_sort_key("'t Hoekje"), "t hoekje");
    }

    #[test]
    fn every_spelling_of_a_letter_is_compared_as_one() {
        for (one, other) in [
            ("Café", "CAFE"),
            ("Cafe\u{301}", "café"),
            ("Şahin", "sahin"),
            ("İpek Işık", "ipek isik"),
            ("Łukasz Sørensen", "lukasz sorensen"),
            ("Strauß", "STRAUSS"),
            ("Đorđe", "dorde"),
            ("Nguyễn Ước", "nguyen uoc"),
            ("Ægir Œuvre", "aegir oeuvre"),
            ("Ĳsbrand", "ijsbrand"),
            ("van ’t Hof", "van 't hof"),
            ("O‘Brien", "o`brien"),
            ("El‑Amrani", "el-amrani"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        assert_eq!(fold("Олена Й"), "олена й");
        assert_eq!(fold("हिन्दी"), "हिन्दी");
    }

    #[test]
    fn a_person_is_found_by_any_part_of_the_name() {
        let found = |name: &str, typed: &str| {
            let (key, words) = (name_search_key(name), search_words(typed, 4));
            !words.is_empty() && words.iter().all(|word| key.contains(word.as_str()))
        };
        for (name, typed) in [
            ("Anna van der Berg", "van der Berg"),
            ("Anna van der Berg", "berg anna"),
            ("Anna van der Berg", "VANDERBERG"),
            ("Anna van der Berg", "Berg, Anna van der"),
            ("Anna Vandenberg", "van den Berg"),
            ("Hans van 't Hof", "van ’t hof"),
            ("Hans van 't Hof", "'t Hof"),
            ("Hans van 't Hof", "hans hof"),
            ("Pat O'Brien", "O’Brien"),
            ("Pat O'Brien", "obrien"),
            ("Fatima El-Amrani", "El-Amrani"),
            ("Fatima El-Amrani", "el amrani"),
            ("Fatima El-Amrani", "elamrani"),
            ("Jean-Luc Dupont", "jean luc"),
            ("Jean-Luc Dupont", "Jean-Luc"),
            ("Els Jansen-de Vries", "Jansen-de Vries"),
            ("Els Jansen-de Vries", "de vries"),
            ("Els Jansen – de Vries", "vries jansen"),
            ("Mehmet Şahin", "sahin"),
            ("Mehmet Sahin", "Şahin"),
            ("J.P. Balk", "j balk"),
            ("J.P. Balk", "JP Balk"),
            ("Anna van der IJssel", "ijssel"),
            ("Anna van der Yssel", "IJssel"),
            ("Олена Ковальчук", "ковальчук"),
            ("Al", "al"),
            ("Wies de Wit", "de"),
        ] {
            assert!(
                found(name, typed),
                "{typed} does not find {name}: {:?} {:?}",
                name_search_key(name),
                search_words(typed, 4)
            );
        }
        for (name, typed) in [("Anna van der Berg", "anna bos"), ("Bob Zwart", "x"), ("Bob Zwart", "o")] {
            assert!(!found(name, typed), "{typed} finds {name}");
        }
        assert!(search_words("  -' ", 4).is_empty());
    }

    #[test]
    fn slugs_and_excerpts() {
        assert_eq!(slug("Café 't Hoekje & Co."), "cafe-t-hoekje-co");
        assert_eq!(excerpt("Wandelen met ouderen, elke week", 22), "Wandelen met ouderen…");
        assert_eq!(initials("Anna van der Berg"), "AB");
    }

    proptest! {
        #[test]
        fn no_text_breaks_them(text in "\\PC{0,60}", max in 1usize..40) {
            prop_assert!(excerpt(&text, max).chars().count() <= max + 1);
            slug(&text);
            person_sort_key(&text);
            title_sort_key(&text);
            initials(&text);
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
            for word in search_words(&text, 9) {
                prop_assert!(name_search_key(&text).contains(&word));
            }
        }
    }
}
