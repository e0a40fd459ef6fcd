//! Putting sentences together.

/// Replaces `{in}` by the spot and `{org}` by the name of the organisation.
pub(super) fn fill(template: &str, spot: &str, organisation: &str) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    fill_into(&mut text, template, spot, organisation);
    text
}

/// As [`fill`], at the end of `text`.
pub(super) fn fill_into(text: &mut String, template: &str, spot: &str, organisation: &str) {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            rest = after;
            break;
        };
        text.push_str(match name {
            "in" => spot,
            "org" => organisation,
            _ => "",
        });
        rest = tail;
    }
    text.push_str(rest);
}

/// Number of sentences: full stops, question and exclamation marks at the end of a word.
pub(super) fn sentences(text: &str) -> usize {
    let bytes = text.as_bytes();
    (0..bytes.len())
        .filter(|&at| matches!(bytes[at], b'.' | b'?' | b'!') && bytes.get(at + 1).is_none_or(|next| *next == b' '))
        .count()
}
