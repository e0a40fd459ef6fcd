//! The engine on a file, so that anyone can check a result: `samenstuur match FILE`.
//!
//! Input: `{"seeker": …, "openings": […]}` or `{"opening": …, "seekers": […]}`, with `"weights"` where others than the
//! program's are wanted. Output: the version of the weights, the suggestions in order with their reasons, and what was left
//! out with the closed gates. `docs/matching.md` describes both with an example.

use serde::{Deserialize, Serialize};

use super::{
    model::{self, Excluded, Opening, Seeker, Suggestion},
    weights::Weights,
};

/// What is asked.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Question {
    Openings {
        seeker: Seeker,
        openings: Vec<Opening>,
        #[serde(default)]
        weights: Weights,
    },
    Seekers {
        opening: Opening,
        seekers: Vec<Seeker>,
        #[serde(default)]
        weights: Weights,
    },
}

/// What comes out.
#[derive(Debug, Serialize)]
struct Answer {
    weights_version: u32,
    weights_source: String,
    suggestions: Vec<Suggestion>,
    excluded: Vec<Excluded>,
}

/// Answers a question in JSON with an answer in JSON.
///
/// # Errors
/// When the question is not as described; the text says where.
pub fn answer(question: &str) -> Result<String, String> {
    let not_as_described =
        |error: serde_json::Error| format!("{error}: see docs/matching.md for what a question holds");
    let ((version, source), (suggestions, excluded)) = match serde_json::from_str(question).map_err(not_as_described)? {
        Question::Openings { seeker, openings, weights } => {
            let found = model::openings_for(&seeker, &openings, &weights);
            ((weights.version, weights.source), found)
        }
        Question::Seekers { opening, seekers, weights } => {
            let found = model::seekers_for(&opening, &seekers, &weights);
            ((weights.version, weights.source), found)
        }
    };
    let answer = Answer { weights_version: version, weights_source: source, suggestions, excluded };
    serde_json::to_string_pretty(&answer).map_err(|error| error.to_string())
}
