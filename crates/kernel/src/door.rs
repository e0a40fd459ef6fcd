//! Text at the door: what a person typed, a program sent or a file holds, as it is kept from then on. Everything that comes in
//! goes through here once, so that two spellings that look the same are the same, and no sign that nobody sees is kept.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Text in its one form: composed (Unicode NFC), every space an ordinary one, line ends as `\n`, without control signs, signs
/// that turn the direction of what follows, and other signs that nobody sees. Joiners stay where a script or an emoji needs them.
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| byte == b'\n' || byte == b'\t' || (b' '..0x7f).contains(&byte)) {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut letters = text.nfc().filter(|letter| sort(*letter) != Sort::Unseen).peekable();
    while let Some(letter) = letters.next() {
        match sort(letter) {
            Sort::Seen => kept.push(letter),
            Sort::Space => kept.push(' '),
            Sort::LineEnd => {
                if letter == '\r' && letters.peek() == Some(&'\n') {
                    letters.next();
                }
                kept.push('\n');
            }
            Sort::Joiner => {
                if kept.chars().next_back().is_some_and(joins) && letters.peek().is_some_and(|next| joins(*next)) {
                    kept.push(letter);
                }
            }
            Sort::Variant => {
                if kept.chars().next_back().is_some_and(varies) {
                    kept.push(letter);
                }
            }
            Sort::Tag => {
                if kept.chars().next_back().is_some_and(|last| last == BLACK_FLAG || sort(last) == Sort::Tag) {
                    kept.push(letter);
                }
            }
            Sort::Unseen => {}
        }
    }
    // What stood between a letter and its accent is gone.
    match is_nfc_quick(kept.chars()) {
        IsNormalized::Yes => Cow::Owned(kept),
        _ => Cow::Owned(kept.nfc().collect()),
    }
}

/// Clean text on one line: a line end or tab becomes a space, several spaces one, none at either end.
pub fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in clean(text).split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Begins the flags of England, Scotland and Wales, which are spelt with tags.
const BLACK_FLAG: char = '\u{1f3f4}';

#[derive(PartialEq, Eq)]
enum Sort {
    Seen,
    Space,
    LineEnd,
    Joiner,
    Variant,
    Tag,
    Unseen,
}

fn sort(letter: char) -> Sort {
    match letter {
        '\t' => Sort::Seen,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Sort::LineEnd,
        // The braille cell without dots is seen as a space.
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{2800}' | '\u{3000}' => {
            Sort::Space
        }
        '\u{200c}' | '\u{200d}' => Sort::Joiner,
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' => Sort::Variant,
        '\u{e0020}'..='\u{e007f}' => Sort::Tag,
        // Soft hyphen, grapheme joiner, fillers of Hangul and Khmer, Mongolian separators.
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}' => {
            Sort::Unseen
        }
        '\u{3164}' | '\u{ffa0}' => Sort::Unseen,
        // Marks of direction, zero width, invisible operators, byte order mark, annotations, musical and shorthand controls.
        '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => Sort::Unseen,
        '\u{feff}' | '\u{fff9}'..='\u{fffc}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' => Sort::Unseen,
        '\u{e0000}'..='\u{e0fff}' => Sort::Unseen,
        // Not characters at all (Unicode 23.7).
        '\u{fdd0}'..='\u{fdef}' => Sort::Unseen,
        _ if (u32::from(letter) & 0xfffe) == 0xfffe || letter.is_control() => Sort::Unseen,
        _ => Sort::Seen,
    }
}

/// Whether a joiner beside this sign means something: in Arabic, Indic and other scripts behind them, and in emoji.
fn joins(letter: char) -> bool {
    letter >= '\u{600}'
        && !('\u{1e00}'..='\u{20ff}').contains(&letter)
        && matches!(sort(letter), Sort::Seen | Sort::Variant)
}

/// Whether a selector of a variant can belong to this sign: an emoji, also of a digit or # and *, or an ideograph.
fn varies(letter: char) -> bool {
    letter.is_ascii_digit() || matches!(letter, '#' | '*') || (!letter.is_ascii() && !letter.is_whitespace())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_nobody_sees_is_not_kept() {
        for (typed, kept) in [
            ("Zo\u{308}e", "Zöe"),
            ("ab\u{200b}c\u{ad}d\u{feff}", "abcd"),
            ("Jan\u{202e}gpj.exe", "Jangpj.exe"),
            ("\u{2066}a\u{2069}\u{61c}\u{200e}b", "ab"),
            ("a\0b\u{7f}c\u{9b}d\u{1b}[31m", "abcd[31m"),
            ("10\u{a0}000\u{202f}km\u{3000}", "10 000 km "),
            ("een\r\ntwee\rdrie\u{2028}vier\u{85}vijf\u{b}zes", "een\ntwee\ndrie\nvier\nvijf\nzes"),
            ("a\u{e0041}\u{e0042}b", "ab"),
            ("\u{fffe}\u{1ffff}\u{fdd0}x\u{3164}\u{180e}", "x"),
            ("a\u{200d}b\u{200c}c", "abc"),
            ("a\u{fe0f}", "a"),
        ] {
            assert_eq!(clean(typed), kept, "{typed:?}");
        }
    }

    #[test]
    fn what_a_script_or_an_emoji_needs_is_kept() {
        for text in [
            "👩\u{200d}🌾 plukt ❤\u{fe0f}",
            "🏳\u{fe0f}\u{200d}🌈",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "1\u{fe0f}\u{20e3}",
            "می\u{200c}خواهم",
            "क\u{94d}\u{200d}ष",
            "Тарас Шевченко",
            "中文 العربية",
            "kolom\tkolom\nregel",
        ] {
            assert_eq!(clean(text), text);
        }
    }

    #[test]
    fn one_line_is_one_line() {
        assert_eq!(one_line("  Jan\nTweede\t regel\u{2029}\u{b}einde\r\n"), "Jan Tweede regel einde");
        assert_eq!(one_line("\u{202e}\u{200b} "), "");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let once = clean(&text).into_owned();
            prop_assert_eq!(&clean(&once), &once);
            let line = one_line(&text);
            prop_assert_eq!(&one_line(&line), &line);
            prop_assert!(!line.chars().any(char::is_control));
        }
    }
}
