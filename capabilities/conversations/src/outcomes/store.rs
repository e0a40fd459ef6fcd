//! Statements over outcomes.

use kernel::{Instant, MunicipalityId, OrganisationId};
use platform::{db::Code, row, statements};

use super::{
    super::model::Side,
    model::{Answer, Moment, Question},
};
use crate::model::ResponseId;

row! {
    /// A question as it is stored.
    pub struct OutcomeRow {
        pub municipality_id: MunicipalityId,
        pub response_id: ResponseId,
        pub moment: Code<Moment>,
        pub side: Code<Side>,
        pub answer: Option<Code<Answer>>,
        pub reason: Option<String>,
        pub asked_at: Instant,
        pub asked_times: u32,
        pub answered_at: Option<Instant>,
    }
}

statements! {
    /// One question.
    FIND: (MunicipalityId, ResponseId, Code<Moment>, Code<Side>) => OutcomeRow =
        "SELECT municipality_id, response_id, moment, side, answer, reason, asked_at, asked_times, answered_at FROM outcomes \
         WHERE municipality_id = $1 AND response_id = $2 AND moment = $3 AND side = $4";
    /// Every question about one response.
    OF_RESPONSE: (MunicipalityId, ResponseId) => OutcomeRow =
        "SELECT municipality_id, response_id, moment, side, answer, reason, asked_at, asked_times, answered_at FROM outcomes \
         WHERE municipality_id = $1 AND response_id = $2 ORDER BY asked_at, moment, side";
    /// A new question, or the same one asked again or answered.
    SAVE: OutcomeRow => () =
        "INSERT INTO outcomes (municipality_id, response_id, moment, side, answer, reason, asked_at, asked_times, answered_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (municipality_id, response_id, moment, side) DO UPDATE SET \
         answer = excluded.answer, reason = excluded.reason, asked_times = excluded.asked_times, \
         answered_at = excluded.answered_at";
    /// The responses of people without e-mail who were asked and have not answered yet, the oldest first.
    UNANSWERED_WITHOUT_EMAIL: (MunicipalityId, i64, i64) => (ResponseId,) =
        "SELECT o.response_id FROM outcomes o JOIN responses r ON r.municipality_id = o.municipality_id AND r.id = o.response_id \
         WHERE o.municipality_id = $1 AND o.side = 'person' AND o.answer IS NULL AND r.email IS NULL AND r.erased_at IS NULL \
         ORDER BY o.asked_at, o.response_id LIMIT $2 OFFSET $3";
    /// How many those are.
    COUNT_UNANSWERED_WITHOUT_EMAIL: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM outcomes o JOIN responses r ON r.municipality_id = o.municipality_id AND r.id = o.response_id \
         WHERE o.municipality_id = $1 AND o.side = 'person' AND o.answer IS NULL AND r.email IS NULL AND r.erased_at IS NULL";
    /// Of how many responses an organisation was asked what became of it, and has not said.
    OPEN_OF_ORGANISATION: (MunicipalityId, OrganisationId) => (i64,) =
        "SELECT COUNT(DISTINCT o.response_id) FROM outcomes o \
         JOIN responses r ON r.municipality_id = o.municipality_id AND r.id = o.response_id \
         WHERE o.municipality_id = $1 AND r.organisation_id = $2 AND o.side = 'owner' AND o.answer IS NULL \
         AND r.ended_at IS NULL AND r.state IN ('in_conversation', 'invited', 'accepted', 'started')";
    /// Why they left, in their own words: forgotten with the person.
    FORGET_REASONS: (MunicipalityId, ResponseId) => () =
        "UPDATE outcomes SET reason = NULL WHERE municipality_id = $1 AND response_id = $2";
    /// A link to answer with.
    ADD_LINK: (MunicipalityId, Vec<u8>, ResponseId, Code<Moment>, Code<Side>, Instant) => () =
        "INSERT INTO outcome_links (municipality_id, token_hash, response_id, moment, side, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)";
    /// What a link asks, when it still holds.
    BY_LINK: (MunicipalityId, Vec<u8>, Instant) => (ResponseId, Code<Moment>, Code<Side>) =
        "SELECT response_id, moment, side FROM outcome_links \
         WHERE municipality_id = $1 AND token_hash = $2 AND expires_at > $3";
    /// Ends the links of one response.
    END_LINKS: (MunicipalityId, ResponseId) => () =
        "DELETE FROM outcome_links WHERE municipality_id = $1 AND response_id = $2";
    /// Forgets links that hold no more.
    FORGET_LINKS: (MunicipalityId, Instant) => () =
        "DELETE FROM outcome_links WHERE municipality_id = $1 AND expires_at <= $2";
    /// People without e-mail to ask what became of their response.
    HELD_TO_ASK: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(o.asked_at) FROM outcomes o \
         JOIN responses r ON r.municipality_id = o.municipality_id AND r.id = o.response_id \
         WHERE o.municipality_id = $1 AND o.side = 'person' AND o.answer IS NULL AND r.email IS NULL \
         AND r.erased_at IS NULL";
}

impl From<OutcomeRow> for Question {
    fn from(row: OutcomeRow) -> Self {
        Self {
            response: row.response_id,
            moment: row.moment.0,
            side: row.side.0,
            answer: row.answer.map(|code| code.0),
            reason: row.reason,
            asked_at: row.asked_at,
            asked_times: row.asked_times,
            answered_at: row.answered_at,
        }
    }
}

impl OutcomeRow {
    /// As it is stored in a town.
    pub fn of(town: MunicipalityId, question: &Question) -> Self {
        Self {
            municipality_id: town,
            response_id: question.response,
            moment: Code(question.moment),
            side: Code(question.side),
            answer: question.answer.map(Code),
            reason: question.reason.clone(),
            asked_at: question.asked_at,
            asked_times: question.asked_times,
            answered_at: question.answered_at,
        }
    }
}
