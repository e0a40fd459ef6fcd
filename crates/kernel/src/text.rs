//! Words as people sort, search and shorten them.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Lower case without accents, for comparing what people type: `Café` and `cafe` are the same.
pub fn fold(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect::<String>().trim().to_owned()
}

/// Dutch surname particles that do not count in sorting (`de Vries` sorts under V).
const PARTICLES: [&str; 16] =
    ["van", "de", "der", "den", "het", "'t", "ten", "ter", "te", "op", "in", "la", "le", "el", "al", "bij"];

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
        }
    }
}
