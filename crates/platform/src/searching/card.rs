//! What a document carries along for the lists it is shown in, so that a list needs nothing from the database.

use std::{borrow::Cow, collections::BTreeMap};

use kernel::{Lang, Problem, Result};
use serde::{Deserialize, Serialize};

/// A thing that can be found, as a list shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Path of its page.
    pub href: String,
    /// What it is called.
    pub title: String,
    /// Above the title: the organisation's name, or what sort of thing it is; the same in every language.
    pub kicker: String,
    /// One line about it.
    pub text: String,
    /// Id in the owner's own system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// The organisation it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<uuid::Uuid>,
    /// Code of the wijk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wijk: Option<String>,
    /// Name of the wijk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Slugs of themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<String>,
    /// When it was published, UTC milliseconds.
    #[serde(default)]
    pub published_at: i64,
    /// When it last changed, UTC milliseconds.
    #[serde(default)]
    pub changed_at: i64,
    /// When it begins and ends, as local texts (`2026-03-03T14:00`), if it is on one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<(String, String)>,
    /// The words that differ per language, by the language's code.
    pub words: BTreeMap<String, CardWords>,
}

/// The words of a card in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CardWords {
    /// Facts with an icon: where, when, how long.
    #[serde(default)]
    pub meta: Vec<CardMeta>,
    /// Labels with an icon: for whom it suits.
    #[serde(default)]
    pub badges: Vec<CardMeta>,
    /// Words at the foot: how many are wanted, how fast the organisation answers.
    #[serde(default)]
    pub foot: Vec<String>,
}

/// A fact or label with its icon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardMeta {
    /// Name of the icon.
    pub icon: Cow<'static, str>,
    pub text: String,
}

impl CardMeta {
    /// A fact with an icon of the sprite.
    pub fn new(icon: &'static str, text: impl Into<String>) -> Self {
        Self { icon: Cow::Borrowed(icon), text: text.into() }
    }
}

impl Card {
    /// As a document carries it.
    ///
    /// # Errors
    /// Never at present.
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        Ok(serde_json::to_vec(self)?)
    }

    /// From what a hit carries.
    ///
    /// # Errors
    /// When the bytes are no card.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        serde_json::from_slice(bytes).map_err(Problem::from)
    }

    /// The words in a language; of a language that was added since, those in the default one.
    pub fn words(&self, lang: Lang) -> Option<&CardWords> {
        self.words.get(lang.code()).or_else(|| self.words.get(Lang::default().code()))
    }
}
