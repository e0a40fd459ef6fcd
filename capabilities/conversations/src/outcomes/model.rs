//! Questions about the outcome, and what an answer means. Pure.

use kernel::{Instant, codes};
use serde::{Deserialize, Serialize};

use super::super::model::Side;
use crate::model::ResponseId;

/// How often a question is asked at most, when nobody answers or the answer is "still talking".
pub const MOST_TIMES: u32 = 3;

codes! {
    /// When the question is asked.
    pub enum Moment {
        /// After the introduction, or some days after both agreed: has it begun?
        Introduction = "introduction",
        /// Some weeks after the start: is it still going on?
        Month = "month",
    }
}

codes! {
    /// What came of it.
    pub enum Answer {
        /// It has begun.
        Started = "started",
        /// Nothing comes of it.
        NotStarted = "not_started",
        /// Not decided yet.
        Talking = "talking",
        /// Still going on.
        StillThere = "still_there",
        /// It began and has ended.
        Stopped = "stopped",
    }
}

impl Moment {
    /// The answers to choose from.
    pub fn answers(self) -> &'static [Answer] {
        match self {
            Self::Introduction => &[Answer::Started, Answer::Talking, Answer::NotStarted],
            Self::Month => &[Answer::StillThere, Answer::Stopped],
        }
    }
}

impl Answer {
    /// Whether the outcome is known with it.
    pub fn is_final(self) -> bool {
        self != Self::Talking
    }
}

/// A question to one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// About which response.
    pub response: ResponseId,
    pub moment: Moment,
    pub side: Side,
    /// What they said.
    pub answer: Option<Answer>,
    /// Why, in words.
    pub reason: Option<String>,
    /// When it was first asked.
    pub asked_at: Instant,
    /// How often it was asked.
    pub asked_times: u32,
    /// When it was answered.
    pub answered_at: Option<Instant>,
}
