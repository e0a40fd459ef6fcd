//! Statements over questions and their links.

use kernel::{Instant, MunicipalityId, OrganisationId};
use platform::{row, statements};
use serde::Serialize;
use uuid::Uuid;

row! {
    /// A question to one side. Codes are those of its [`platform::followups::Question`].
    #[derive(PartialEq, Eq, Serialize)]
    pub struct Asked in "followup_questions" key (municipality_id, question, subject_id, with_id, moment, side) {
        pub municipality_id: MunicipalityId,
        /// Key of the question.
        pub question: String,
        pub subject_id: Uuid,
        /// With whom; the subject itself where it is had once.
        pub with_id: Uuid,
        pub moment: String,
        pub side: String,
        /// The organisation whose contacts answer.
        pub organisation_id: Option<OrganisationId>,
        /// Whether no mail reaches the person: the point calls.
        pub by_phone: bool,
        /// Whether what it is about has ended, so that nobody is called any more; asked again it begins anew.
        pub ended: bool,
        pub answer: Option<String>,
        /// Whether the answer says what came of it.
        pub known: bool,
        pub reason: Option<String>,
        pub asked_at: Instant,
        pub asked_times: u32,
        pub answered_at: Option<Instant>,
    }
}

row! {
    /// How many subjects were asked in one of two periods that follow each other: 0 is the first, 1 the second. With a moment
    /// those of that moment, with an answer those of which a side gave it; with neither all.
    pub struct Tally {
        pub half: i64,
        pub moment: Option<String>,
        pub answer: Option<String>,
        pub asked: i64,
        /// Of how many of them some side said what came of it.
        pub known: i64,
    }
}

macro_rules! tallies {
    ($columns:literal, $group:literal) => {
        concat!(
            "SELECT CASE WHEN asked_at < $4 THEN CAST(0 AS BIGINT) ELSE CAST(1 AS BIGINT) END AS half, ",
            $columns,
            ", COUNT(DISTINCT subject_id) AS asked, COUNT(DISTINCT CASE WHEN known THEN subject_id END) AS known \
             FROM followup_questions WHERE municipality_id = $1 AND question = $2 AND asked_at >= $3 AND asked_at < $5 ",
            $group
        )
    };
}

/// What a link asks: question, subject, with whom, moment, side.
pub(crate) type Linked = (String, Uuid, Uuid, String, String);

statements! {
    FIND: (MunicipalityId, String, Uuid, Uuid, String, String) => Asked =
        select "AND question = $2 AND subject_id = $3 AND with_id = $4 AND moment = $5 AND side = $6";
    /// Everything that was asked about a subject, the oldest first.
    OF_SUBJECT: (MunicipalityId, String, Uuid) => Asked =
        select "AND question = $2 AND subject_id = $3 ORDER BY asked_at, moment, side, with_id";
    /// Everything that was asked about somebody with whom it was had, the oldest first.
    OF_WITH: (MunicipalityId, String, Uuid) => Asked =
        select "AND question = $2 AND with_id = $3 ORDER BY asked_at, subject_id, moment, side";
    /// A new question, or the same one asked again or answered.
    SAVE: Asked => () = save;
    /// To people whom no mail reaches, not answered yet, the oldest first.
    TO_CALL: (MunicipalityId, String) => Asked =
        pages "AND question = $2 AND by_phone AND ended = FALSE AND answer IS NULL"
        by "asked_at, subject_id, moment, side, with_id";
    /// How many those are, and since when the first.
    HELD: (MunicipalityId, String) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(asked_at) FROM followup_questions WHERE municipality_id = $1 AND question = $2 \
         AND by_phone AND ended = FALSE AND answer IS NULL";
    /// About how many subjects the contacts of an organisation were asked, and have not answered.
    UNANSWERED: (MunicipalityId, OrganisationId, String) => (i64,) =
        "SELECT COUNT(DISTINCT subject_id) FROM followup_questions WHERE municipality_id = $1 AND organisation_id = $2 \
         AND question = $3 AND ended = FALSE AND answer IS NULL";
    /// How often was asked since a moment, and how often it is known what came of it.
    KNOWN_SINCE: (MunicipalityId, String, Instant) => (i64, i64) =
        "SELECT COUNT(*), COUNT(CASE WHEN known THEN 1 END) FROM followup_questions \
         WHERE municipality_id = $1 AND question = $2 AND asked_at >= $3";
    /// Two periods that follow each other ($3 to $4, $4 to $5): in all, by moment, by moment and answer.
    TALLIES: (MunicipalityId, String, Instant, Instant, Instant) => Tally = concat!(
        tallies!("CAST(NULL AS TEXT) AS moment, CAST(NULL AS TEXT) AS answer", "GROUP BY 1"),
        " UNION ALL ",
        tallies!("moment, CAST(NULL AS TEXT)", "GROUP BY 1, moment"),
        " UNION ALL ",
        tallies!("moment, answer", "AND answer IS NOT NULL GROUP BY 1, moment, answer")
    );
    /// What it was about has ended: nobody is called any more.
    END: (MunicipalityId, String, Uuid) => () =
        "UPDATE followup_questions SET ended = TRUE WHERE municipality_id = $1 AND question = $2 AND subject_id = $3 \
         AND ended = FALSE";
    /// At one moment it makes no sense any more: nobody is asked again, and what was said stays.
    END_MOMENT: (MunicipalityId, String, Uuid, String) => () =
        "UPDATE followup_questions SET ended = TRUE WHERE municipality_id = $1 AND question = $2 AND subject_id = $3 \
         AND moment = $4 AND answer IS NULL AND ended = FALSE";
    /// What somebody said in their own words is forgotten with the person, and nobody is called any more.
    FORGET_WORDS: (MunicipalityId, String, Uuid) => () =
        "UPDATE followup_questions SET reason = NULL, ended = TRUE \
         WHERE municipality_id = $1 AND question = $2 AND subject_id = $3";
    /// Forgets what was asked about a subject.
    FORGET: (MunicipalityId, String, Uuid) => () =
        "DELETE FROM followup_questions WHERE municipality_id = $1 AND question = $2 AND subject_id = $3";
    /// Forgets what was asked about somebody with whom it was had.
    FORGET_WITH: (MunicipalityId, String, Uuid) => () =
        "DELETE FROM followup_questions WHERE municipality_id = $1 AND question = $2 AND with_id = $3";
    /// Forgets what was asked before a moment.
    FORGET_BEFORE: (MunicipalityId, String, Instant) => () =
        "DELETE FROM followup_questions WHERE municipality_id = $1 AND question = $2 AND asked_at < $3";

    /// A link to answer with.
    ADD_LINK: (MunicipalityId, Vec<u8>, String, Uuid, Uuid, String, String, Instant) => () =
        "INSERT INTO followup_links (municipality_id, token_hash, question, subject_id, with_id, moment, side, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (municipality_id, token_hash) DO NOTHING";
    /// What a link asks, when it still holds.
    BY_LINK: (MunicipalityId, Vec<u8>, Instant) => Linked =
        "SELECT question, subject_id, with_id, moment, side FROM followup_links \
         WHERE municipality_id = $1 AND token_hash = $2 AND expires_at > $3";
    /// Ends the links about a subject.
    END_LINKS: (MunicipalityId, String, Uuid) => () =
        "DELETE FROM followup_links WHERE municipality_id = $1 AND question = $2 AND subject_id = $3";
    /// Ends the links about somebody with whom it was had.
    END_LINKS_WITH: (MunicipalityId, String, Uuid) => () =
        "DELETE FROM followup_links WHERE municipality_id = $1 AND question = $2 AND with_id = $3";
    /// Forgets links that hold no more.
    FORGET_LINKS: (MunicipalityId, Instant) => () =
        "DELETE FROM followup_links WHERE municipality_id = $1 AND expires_at <= $2";
}
