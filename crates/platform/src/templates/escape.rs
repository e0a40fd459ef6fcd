//! Writes values into HTML. The template engine's own way also turns every `/` into a number, which is of no use in quoted
//! attributes and makes each address longer and unreadable in the source of a page.

use std::fmt::{self, Write};

use minijinja::{AutoEscape, Error, ErrorKind, Output, State, Value, escape_formatter};

/// The formatter of the environment: plain text in HTML is escaped here, everything else as the engine does it.
///
/// # Errors
/// When the value cannot be written.
pub(super) fn format(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() && matches!(state.auto_escape(), AutoEscape::Html) => html(text, out)
            .map_err(|error| Error::new(ErrorKind::WriteFailure, "the page cannot be written").with_source(error)),
        _ => escape_formatter(out, state, value),
    }
}

/// Writes `text` so that it is text, in an element as well as in an attribute with either kind of quotes.
fn html(text: &str, out: &mut impl Write) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.write_str(&rest[..at])?;
        out.write_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &rest[at + 1..];
    }
    out.write_str(rest)
}

#[cfg(test)]
mod tests {
    use minijinja::{Environment, context};

    fn rendered(template: &str, text: &str) -> String {
        let mut env = Environment::new();
        env.set_formatter(super::format);
        env.add_template_owned("page.html", template.to_owned()).unwrap();
        env.get_template("page.html").unwrap().render(context! { text }).unwrap()
    }

    #[test]
    fn text_stays_text_and_addresses_stay_readable() {
        let cases = [
            ("", ""),
            ("/vacatures?q=a&kind=b", "/vacatures?q=a&amp;kind=b"),
            ("<script>\"'&", "&lt;script&gt;&quot;&#39;&amp;"),
            ("één — ‘twee’", "één — ‘twee’"),
        ];
        for (typed, written) in cases {
            assert_eq!(rendered("{{ text }}", typed), written);
        }
        assert_eq!(rendered("{{ text|safe }}", "<b>"), "<b>");
        assert_eq!(rendered("{{ [text] }}", "<b>"), "[&#x27;&lt;b&gt;&#x27;]");
    }
}
