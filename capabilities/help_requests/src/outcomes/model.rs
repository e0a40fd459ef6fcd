//! Questions about what came of a match, and what an answer means. Pure.

use kernel::{Instant, PersonId, codes};
use serde::{Deserialize, Serialize};

use facets::model::HelpRequestId;

codes! {
    /// When the question is asked. Each is asked once: the later one is the reminder of the first.
    pub enum Moment {
        /// Some days after the match: has it begun?
        First = "first",
        /// Some weeks after the match: is there help?
        Later = "later",
    }
}

codes! {
    /// To whom.
    pub enum Side {
        /// Who leads the request.
        Asker = "asker",
        /// The helper who was chosen.
        Helper = "helper",
    }
}

codes! {
    /// What came of it.
    pub enum Answer {
        /// It has begun.
        Started = "started",
        /// Not yet.
        NotYet = "not_yet",
        /// It goes on.
        Still = "still",
        /// It was done.
        Done = "done",
        /// Nothing came of it, or it stopped.
        No = "no",
    }
}

impl Moment {
    /// The answers to choose from.
    pub fn answers(self) -> &'static [Answer] {
        match self {
            Self::First => &[Answer::Started, Answer::NotYet, Answer::No],
            Self::Later => &[Answer::Still, Answer::Done, Answer::No],
        }
    }

    /// An answer that fits the question.
    pub fn answer(self, code: &str) -> Option<Answer> {
        use kernel::text::Codes;
        Answer::parse(code).filter(|answer| self.answers().contains(answer))
    }
}

/// Which question to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// About which request.
    pub help_request: HelpRequestId,
    /// About which helper.
    pub helper: PersonId,
    /// When.
    pub moment: Moment,
    /// To whom.
    pub side: Side,
}

/// A question to one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Which.
    pub asked: Asked,
    /// Whether no mail reached who was asked: the point calls.
    pub by_phone: bool,
    /// What they said.
    pub answer: Option<Answer>,
    /// When it was asked.
    pub asked_at: Instant,
    /// When it was answered.
    pub answered_at: Option<Instant>,
}

/// How much is known of what became of the matches of a period. Unknown is itself a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Known {
    /// How often it was asked.
    pub asked: i64,
    /// How often the outcome is known.
    pub known: i64,
    /// How often it is not: nobody said, or it had not begun yet.
    pub unknown: i64,
}
