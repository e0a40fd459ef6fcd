//! Statements over the outcomes of help requests.

use kernel::{Instant, MunicipalityId, PersonId};
use platform::{db::Code, row, statements};

use super::model::{Answer, Asked, Moment, Question, Side};
use facets::model::HelpRequestId;

row! {
    /// A question as it is stored.
    pub struct QuestionRow {
        pub municipality_id: MunicipalityId,
        pub help_request_id: HelpRequestId,
        pub helper_id: PersonId,
        pub moment: Code<Moment>,
        pub side: Code<Side>,
        pub by_phone: bool,
        pub answer: Option<Code<Answer>>,
        pub asked_at: Instant,
        pub answered_at: Option<Instant>,
    }
}

macro_rules! questions {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, help_request_id, helper_id, moment, side, by_phone, answer, asked_at, answered_at \
             FROM help_request_outcomes WHERE municipality_id = $1 ",
            $rest
        )
    };
}

statements! {
    /// One question.
    FIND: (MunicipalityId, HelpRequestId, PersonId, Code<Moment>, Code<Side>) => QuestionRow =
        questions!("AND help_request_id = $2 AND helper_id = $3 AND moment = $4 AND side = $5");
    /// Every question about one request, the oldest first.
    OF_REQUEST: (MunicipalityId, HelpRequestId) => QuestionRow =
        questions!("AND help_request_id = $2 ORDER BY asked_at, moment, side, helper_id");
    /// Every question about one helper, the oldest first.
    OF_HELPER: (MunicipalityId, PersonId) => QuestionRow =
        questions!("AND helper_id = $2 ORDER BY asked_at, help_request_id, moment, side");
    /// A new question, or the same one answered.
    SAVE: QuestionRow => () =
        "INSERT INTO help_request_outcomes \
         (municipality_id, help_request_id, helper_id, moment, side, by_phone, answer, asked_at, answered_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
         ON CONFLICT (municipality_id, help_request_id, helper_id, moment, side) DO UPDATE SET \
         answer = excluded.answer, answered_at = excluded.answered_at";
    /// To people whom no mail reaches, not answered yet and still about who helps, the oldest first.
    TO_CALL: (MunicipalityId, i64, i64) => QuestionRow =
        "SELECT o.municipality_id, o.help_request_id, o.helper_id, o.moment, o.side, o.by_phone, o.answer, o.asked_at, \
         o.answered_at FROM help_request_outcomes o \
         JOIN help_requests h ON h.municipality_id = o.municipality_id AND h.id = o.help_request_id \
         AND h.helper_id = o.helper_id WHERE o.municipality_id = $1 AND o.by_phone AND o.answer IS NULL \
         AND h.state = 'matched' ORDER BY o.asked_at, o.help_request_id, o.moment, o.side LIMIT $2 OFFSET $3";
    /// How many of those there are.
    COUNT_TO_CALL: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM help_request_outcomes o \
         JOIN help_requests h ON h.municipality_id = o.municipality_id AND h.id = o.help_request_id \
         AND h.helper_id = o.helper_id WHERE o.municipality_id = $1 AND o.by_phone AND o.answer IS NULL \
         AND h.state = 'matched'";
    /// How often was asked since a moment, and how often the outcome is known.
    KNOWN_SINCE: (MunicipalityId, Instant) => (i64, i64) =
        "SELECT COUNT(*), COUNT(CASE WHEN answer <> 'not_yet' THEN 1 END) FROM help_request_outcomes \
         WHERE municipality_id = $1 AND asked_at >= $2";
    /// Forgets what was asked before a moment.
    FORGET_OLD: (MunicipalityId, Instant) => () =
        "DELETE FROM help_request_outcomes WHERE municipality_id = $1 AND asked_at < $2";
    /// Forgets what was asked about one request.
    FORGET: (MunicipalityId, HelpRequestId) => () =
        "DELETE FROM help_request_outcomes WHERE municipality_id = $1 AND help_request_id = $2";
    /// Forgets what was asked about a helper.
    FORGET_OF_HELPER: (MunicipalityId, PersonId) => () =
        "DELETE FROM help_request_outcomes WHERE municipality_id = $1 AND helper_id = $2";

    /// A link to answer with.
    ADD_LINK: (MunicipalityId, Vec<u8>, HelpRequestId, PersonId, Code<Moment>, Code<Side>, Instant) => () =
        "INSERT INTO help_request_outcome_links \
         (municipality_id, token_hash, help_request_id, helper_id, moment, side, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// What a link asks, when it still holds.
    BY_LINK: (MunicipalityId, Vec<u8>, Instant) => (HelpRequestId, PersonId, Code<Moment>, Code<Side>) =
        "SELECT help_request_id, helper_id, moment, side FROM help_request_outcome_links \
         WHERE municipality_id = $1 AND token_hash = $2 AND expires_at > $3";
    /// Ends the links of one request.
    END_LINKS: (MunicipalityId, HelpRequestId) => () =
        "DELETE FROM help_request_outcome_links WHERE municipality_id = $1 AND help_request_id = $2";
    /// Ends the links about a helper.
    END_LINKS_OF_HELPER: (MunicipalityId, PersonId) => () =
        "DELETE FROM help_request_outcome_links WHERE municipality_id = $1 AND helper_id = $2";
    /// Forgets links that hold no more.
    FORGET_LINKS: (MunicipalityId, Instant) => () =
        "DELETE FROM help_request_outcome_links WHERE municipality_id = $1 AND expires_at <= $2";
}

impl From<QuestionRow> for Question {
    fn from(row: QuestionRow) -> Self {
        Self {
            asked: Asked {
                help_request: row.help_request_id,
                helper: row.helper_id,
                moment: row.moment.0,
                side: row.side.0,
            },
            by_phone: row.by_phone,
            answer: row.answer.map(|code| code.0),
            asked_at: row.asked_at,
            answered_at: row.answered_at,
        }
    }
}

impl QuestionRow {
    /// As it is stored in a town.
    pub fn of(town: MunicipalityId, question: &Question) -> Self {
        Self {
            municipality_id: town,
            help_request_id: question.asked.help_request,
            helper_id: question.asked.helper,
            moment: Code(question.asked.moment),
            side: Code(question.asked.side),
            by_phone: question.by_phone,
            answer: question.answer.map(Code),
            asked_at: question.asked_at,
            answered_at: question.answered_at,
        }
    }
}
