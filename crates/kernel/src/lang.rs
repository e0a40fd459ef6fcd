//! The languages people read. Adding one is adding files (`locales/<code>/`) and a line here.

use serde::{Deserialize, Serialize};

/// A language in which every page, mail and document exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Dutch, the default.
    #[default]
    Nl,
    En,
}

impl Lang {
    /// Every language, in the order in which it is offered.
    pub const ALL: [Self; 2] = [Self::Nl, Self::En];

    /// The BCP 47 code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::Nl => "Nederlands",
            Self::En => "English",
        }
    }

    /// Writing direction, for the `dir` attribute.
    pub const fn dir(self) -> &'static str {
        "ltr"
    }

    /// The language with this code, if it is one of ours; `nl-NL` counts as `nl`.
    pub fn parse(code: &str) -> Option<Self> {
        let primary = code.split(['-', '_']).next().unwrap_or(code);
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// The best of our languages for an `Accept-Language` header; `None` when it names none of them.
    pub fn negotiate(accept: &str) -> Option<Self> {
        let mut wanted: Vec<(f32, Self)> = accept
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(";q=");
                let lang = Self::parse(pieces.next()?.trim())?;
                Some((pieces.next().and_then(|q| q.trim().parse().ok()).unwrap_or(1.0), lang))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.first().map(|(_, lang)| *lang)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_is_weighed() {
        assert_eq!(Lang::negotiate("en-GB,en;q=0.9,nl;q=0.8"), Some(Lang::En));
        assert_eq!(Lang::negotiate("tr;q=1, nl;q=0.3, en;q=0.2"), Some(Lang::Nl));
        assert_eq!(Lang::negotiate("tr,pl"), None);
    }
}
