//! Signs that no font of ours has are left out before a document is made: PDF/UA refuses a document with a sign that cannot be shown,
//! and a sheet without its emoji is better than none.

use std::sync::LazyLock;

use serde_json::Value;
use typst::{foundations::Bytes, text::Font};

static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| typst_assets::fonts().flat_map(|data| Font::iter(Bytes::new(data))).collect());

/// Which signs are kept.
pub(crate) type Keep = fn(char) -> bool;

/// Those that a font of ours has. Private signs mean nothing to a reader, whatever a font draws for them (PDF/UA-1, 7.21.7).
pub(crate) fn in_fonts(sign: char) -> bool {
    let private = matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    is_space(sign) || !private && FONTS.iter().any(|font| font.info().coverage.contains(u32::from(sign)))
}

/// Those of Latin and Cyrillic alone: what no shaping turns into something else.
pub(crate) fn plain(sign: char) -> bool {
    let simple = matches!(sign, ' '..='\u{24f}' | '\u{400}'..='\u{45f}' | '\u{2010}'..='\u{2027}' | '€');
    is_space(sign) || simple && in_fonts(sign)
}

fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\n' | '\t')
}

/// Signs that say something of the sign before them alone.
fn is_joiner(sign: char) -> bool {
    matches!(sign, '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' | '\u{20d0}'..='\u{20ff}')
}

/// The data with these signs alone in its texts.
pub(crate) fn only(data: Value, keep: Keep) -> Value {
    match data {
        Value::String(text) => Value::String(text_of(text, keep)),
        Value::Array(all) => Value::Array(all.into_iter().map(|one| only(one, keep)).collect()),
        Value::Object(all) => Value::Object(all.into_iter().map(|(name, one)| (name, only(one, keep))).collect()),
        other => other,
    }
}

/// Words that cannot be shown become an ellipsis, so that somebody sees that there was something; other signs go.
fn text_of(text: String, keep: Keep) -> String {
    if text.chars().all(keep) {
        return text;
    }
    let mut shown = String::with_capacity(text.len());
    let mut after_kept = false;
    for sign in text.chars() {
        let twice = sign == ' ' && shown.ends_with([' ', '\n']);
        let kept = keep(sign) && (after_kept || !is_joiner(sign));
        match sign {
            _ if twice => {}
            _ if kept => shown.push(sign),
            _ if sign.is_alphanumeric() && !shown.ends_with('…') => shown.push('…'),
            _ => {}
        }
        after_kept = kept;
    }
    let shown = shown.trim_end_matches(is_joiner).trim_end();
    if shown.is_empty() { "…".to_owned() } else { shown.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_font_has_is_left_out_and_words_leave_a_trace() {
        for (text, shown) in [
            ("Koken 🍲 met elkaar", "Koken met elkaar"),
            ("👩\u{200d}🌾", "…"),
            ("中文 cursus", "… cursus"),
            ("Тарас Шевченко", "Тарас Шевченко"),
            ("Żółć, Şahin, œuvre", "Żółć, Şahin, œuvre"),
            ("a\u{e000}b\u{f8ff}", "ab"),
            ("een\ntwee 🎉\ndrie", "een\ntwee \ndrie"),
        ] {
            assert_eq!(text_of(text.to_owned(), in_fonts), shown, "{text}");
        }
        assert_eq!(text_of("العربية".to_owned(), in_fonts), "العربية");
        assert_eq!(text_of("العربية Ali".to_owned(), plain), "… Ali");
    }
}
