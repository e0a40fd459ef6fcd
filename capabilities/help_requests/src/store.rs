//! Statements over help requests, their exact data, and helpers.

use kernel::{Date, Instant, MunicipalityId, OrganisationId, PersonId};
use platform::{
    db::{Code, Json, Many},
    row, statements,
};

use super::model::{Candidacy, Candidate, Checked, Closing, HelpRequest, Helper, Helping, Private, State, WrittenBy};
use facets::model::{Facets, HelpRequestId};

row! {
    /// A help request as it is stored.
    pub struct RequestRow {
        pub municipality_id: MunicipalityId,
        pub id: HelpRequestId,
        pub person_id: Option<PersonId>,
        pub steward_id: PersonId,
        pub entered_by_id: PersonId,
        pub written_by: Code<WrittenBy>,
        pub relation: Option<String>,
        pub title: String,
        pub description: String,
        pub facets: Json<Facets>,
        pub wijk: Option<String>,
        pub state: Code<State>,
        pub note: Option<String>,
        pub closing: Option<Code<Closing>>,
        pub helper_id: Option<PersonId>,
        pub helper_organisation_id: Option<OrganisationId>,
        pub matched_at: Option<Instant>,
        pub published_at: Option<Instant>,
        pub expires_on: Option<Date>,
        pub keep_hash: Option<Vec<u8>>,
        pub tell_since: Option<Instant>,
        pub due_at: Option<Instant>,
        pub taken_over_at: Option<Instant>,
        pub closed_at: Option<Instant>,
        pub created_at: Instant,
        pub changed_at: Instant,
    }
}

row! {
    /// A request in a list.
    pub struct ListedRow {
        pub title: String,
        pub wijk: Option<String>,
        pub state: String,
        pub created_at: Instant,
        pub published_at: Option<Instant>,
        pub taken_over_at: Option<Instant>,
        pub matched_at: Option<Instant>,
        pub closed_at: Option<Instant>,
    }
}

row! {
    /// Exact data as they are stored.
    pub struct PrivateRow {
        pub municipality_id: MunicipalityId,
        pub help_request_id: HelpRequestId,
        pub name: String,
        pub address: String,
        pub phone: Option<String>,
        pub email: Option<String>,
        pub remark: Option<String>,
        pub changed_at: Instant,
    }
}

row! {
    /// Somebody who would help, as stored.
    pub struct CandidateRow {
        pub municipality_id: MunicipalityId,
        pub help_request_id: HelpRequestId,
        pub person_id: PersonId,
        pub organisation_id: Option<OrganisationId>,
        pub message: String,
        pub state: Code<Candidacy>,
        pub agreed_at: Instant,
        pub decided_at: Option<Instant>,
    }
}

row! {
    /// A helper as stored.
    pub struct HelperRow {
        pub municipality_id: MunicipalityId,
        pub person_id: PersonId,
        pub state: Code<Helping>,
        pub motivation: String,
        pub checked: Option<Code<Checked>>,
        pub valid_until: Option<Date>,
        pub answer: Option<String>,
        pub decided_by_id: Option<PersonId>,
        pub asked_at: Instant,
        pub decided_at: Option<Instant>,
        pub changed_at: Instant,
    }
}

macro_rules! request_columns {
    () => {
        "municipality_id, id, person_id, steward_id, entered_by_id, written_by, relation, title, description, facets, wijk, \
         state, note, closing, helper_id, helper_organisation_id, matched_at, published_at, expires_on, keep_hash, tell_since, \
         due_at, taken_over_at, closed_at, created_at, changed_at"
    };
}

macro_rules! requests {
    ($rest:literal) => {
        concat!("SELECT ", request_columns!(), " FROM help_requests WHERE municipality_id = $1 ", $rest)
    };
}

macro_rules! candidates {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, help_request_id, person_id, organisation_id, message, state, agreed_at, decided_at \
             FROM help_request_helpers WHERE municipality_id = $1 ",
            $rest
        )
    };
}

macro_rules! helpers {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, person_id, state, motivation, checked, valid_until, answer, decided_by_id, asked_at, \
             decided_at, changed_at FROM helpers WHERE municipality_id = $1 ",
            $rest
        )
    };
}

statements! {
    /// One.
    FIND: (MunicipalityId, HelpRequestId) => RequestRow = requests!("AND id = $2");
    /// A new one, or the same one changed.
    SAVE: RequestRow => () = concat!(
        "INSERT INTO help_requests (", request_columns!(), ") \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26) \
         ON CONFLICT (municipality_id, id) DO UPDATE SET \
         written_by = excluded.written_by, relation = excluded.relation, title = excluded.title, \
         description = excluded.description, facets = excluded.facets, wijk = excluded.wijk, state = excluded.state, \
         note = excluded.note, closing = excluded.closing, helper_id = excluded.helper_id, \
         helper_organisation_id = excluded.helper_organisation_id, matched_at = excluded.matched_at, \
         published_at = excluded.published_at, expires_on = excluded.expires_on, keep_hash = excluded.keep_hash, \
         tell_since = excluded.tell_since, due_at = excluded.due_at, taken_over_at = excluded.taken_over_at, closed_at = excluded.closed_at, changed_at = excluded.changed_at"
    );
    /// Those somebody leads, the newest first.
    OF_STEWARD: (MunicipalityId, PersonId) => RequestRow = requests!("AND steward_id = $2 ORDER BY created_at DESC, id");
    /// Those in which somebody helps or helped, the newest first.
    OF_HELPER: (MunicipalityId, PersonId) => RequestRow =
        requests!("AND helper_id = $2 ORDER BY matched_at DESC, id");
    /// The live ones, in order of their ids.
    LIVE: (MunicipalityId, i64) => RequestRow = requests!("AND state = 'live' ORDER BY id LIMIT $2");
    /// The live ones after an id.
    LIVE_AFTER: (MunicipalityId, HelpRequestId, i64) => RequestRow =
        requests!("AND state = 'live' AND id > $2 ORDER BY id LIMIT $3");
    /// Some of those that are public.
    PUBLIC_BY_IDS: (MunicipalityId, Many<HelpRequestId, 20>) => RequestRow = requests!(
        "AND state IN ('live', 'matched') AND id IN \
         ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)"
    );
    /// Those in a state, the one that changed longest ago first.
    IN_STATE: (MunicipalityId, Code<State>, i64) => RequestRow =
        requests!("AND state = $2 ORDER BY changed_at, id LIMIT $3");
    /// Those in a state for which the point does not look along, the one that changed longest ago first, page by page.
    QUEUE: (MunicipalityId, Code<State>, i64, i64) => RequestRow =
        requests!("AND state = $2 AND taken_over_at IS NULL ORDER BY changed_at, id LIMIT $3 OFFSET $4");
    /// How many of those there are.
    COUNT_QUEUE: (MunicipalityId, Code<State>) => (i64,) =
        "SELECT COUNT(*) FROM help_requests WHERE municipality_id = $1 AND state = $2 AND taken_over_at IS NULL";
    /// Those about which somebody must be called, the longest waiting first, page by page.
    TO_TELL: (MunicipalityId, i64, i64) => RequestRow =
        requests!("AND tell_since IS NOT NULL ORDER BY tell_since, id LIMIT $2 OFFSET $3");
    /// How many of those there are.
    COUNT_TO_TELL: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM help_requests WHERE municipality_id = $1 AND tell_since IS NOT NULL";
    /// Those for which the point looks too, the longest waiting first, page by page.
    TAKEN_OVER: (MunicipalityId, i64, i64) => RequestRow =
        requests!("AND taken_over_at IS NOT NULL ORDER BY taken_over_at, id LIMIT $2 OFFSET $3");
    /// How many of those there are.
    COUNT_TAKEN_OVER: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM help_requests WHERE municipality_id = $1 AND taken_over_at IS NOT NULL";
    /// The one of the secret in a mail.
    BY_KEEP: (MunicipalityId, Vec<u8>) => RequestRow = requests!("AND keep_hash = $2");
    /// Those whose term ends on or before a day and whose asker was not asked yet.
    TO_ASK: (MunicipalityId, Date, i64) => (HelpRequestId,) =
        "SELECT id FROM help_requests WHERE municipality_id = $1 AND state IN ('live', 'matched') AND expires_on <= $2 \
         AND keep_hash IS NULL ORDER BY expires_on, id LIMIT $3";
    /// Those whose term ended before a day.
    TO_EXPIRE: (MunicipalityId, Date, i64) => (HelpRequestId,) =
        "SELECT id FROM help_requests WHERE municipality_id = $1 AND state IN ('live', 'matched') AND expires_on < $2 \
         ORDER BY expires_on, id LIMIT $3";
    /// Those that are over, or whose draft nobody touched, since before a moment.
    TO_FORGET: (MunicipalityId, Instant, i64) => (HelpRequestId,) =
        "SELECT id FROM help_requests WHERE municipality_id = $1 \
         AND state IN ('draft', 'done', 'closed', 'expired') AND changed_at < $2 ORDER BY changed_at, id LIMIT $3";
    /// Forgets one; its exact data and helpers go first.
    FORGET: (MunicipalityId, HelpRequestId) => () = "DELETE FROM help_requests WHERE municipality_id = $1 AND id = $2";

    /// Exact data.
    PRIVATE: (MunicipalityId, HelpRequestId) => PrivateRow =
        "SELECT municipality_id, help_request_id, name, address, phone, email, remark, changed_at \
         FROM help_request_private WHERE municipality_id = $1 AND help_request_id = $2";
    /// Whether there are exact data, without looking at them.
    HAS_PRIVATE: (MunicipalityId, HelpRequestId) => (i64,) =
        "SELECT COUNT(*) FROM help_request_private WHERE municipality_id = $1 AND help_request_id = $2";
    /// New exact data, or others.
    SAVE_PRIVATE: PrivateRow => () =
        "INSERT INTO help_request_private (municipality_id, help_request_id, name, address, phone, email, remark, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (municipality_id, help_request_id) DO UPDATE SET \
         name = excluded.name, address = excluded.address, phone = excluded.phone, email = excluded.email, \
         remark = excluded.remark, changed_at = excluded.changed_at";
    /// Erases exact data.
    ERASE_PRIVATE: (MunicipalityId, HelpRequestId) => () =
        "DELETE FROM help_request_private WHERE municipality_id = $1 AND help_request_id = $2";
    /// Erases the exact data of requests that ended, or expired, before a moment.
    ERASE_OLD_PRIVATE: (MunicipalityId, Instant) => () =
        "DELETE FROM help_request_private WHERE municipality_id = $1 AND help_request_id IN \
         (SELECT id FROM help_requests WHERE municipality_id = $1 \
         AND state IN ('draft', 'done', 'closed', 'expired') AND changed_at < $2)";

    /// Those who would help, in order.
    CANDIDATES: (MunicipalityId, HelpRequestId) => CandidateRow =
        candidates!("AND help_request_id = $2 ORDER BY agreed_at, person_id");
    /// One who would help.
    CANDIDATE: (MunicipalityId, HelpRequestId, PersonId) => CandidateRow =
        candidates!("AND help_request_id = $2 AND person_id = $3");
    /// What somebody would help with.
    CANDIDACIES: (MunicipalityId, PersonId) => CandidateRow =
        candidates!("AND person_id = $2 ORDER BY agreed_at DESC, help_request_id");
    /// Somebody new who would help, or the same one changed.
    SAVE_CANDIDATE: CandidateRow => () =
        "INSERT INTO help_request_helpers \
         (municipality_id, help_request_id, person_id, organisation_id, message, state, agreed_at, decided_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (municipality_id, help_request_id, person_id) DO UPDATE SET \
         organisation_id = excluded.organisation_id, message = excluded.message, state = excluded.state, \
         agreed_at = excluded.agreed_at, decided_at = excluded.decided_at";
    /// Forgets who would have helped with one.
    FORGET_CANDIDATES: (MunicipalityId, HelpRequestId) => () =
        "DELETE FROM help_request_helpers WHERE municipality_id = $1 AND help_request_id = $2";
    /// Forgets with what somebody would have helped.
    FORGET_CANDIDACIES: (MunicipalityId, PersonId) => () =
        "DELETE FROM help_request_helpers WHERE municipality_id = $1 AND person_id = $2";

    /// One helper.
    HELPER: (MunicipalityId, PersonId) => HelperRow = helpers!("AND person_id = $2");
    /// Helpers in a state, the longest waiting first, page by page.
    HELPERS: (MunicipalityId, Code<Helping>, i64, i64) => HelperRow =
        helpers!("AND state = $2 ORDER BY asked_at, person_id LIMIT $3 OFFSET $4");
    /// How many of those there are.
    COUNT_HELPERS: (MunicipalityId, Code<Helping>) => (i64,) =
        "SELECT COUNT(*) FROM helpers WHERE municipality_id = $1 AND state = $2";
    /// Confirmed helpers whose last day has passed.
    HELPERS_OVER: (MunicipalityId, Date) => HelperRow =
        helpers!("AND state = 'confirmed' AND valid_until < $2 ORDER BY valid_until, person_id");
    /// A new helper, or the same one changed.
    SAVE_HELPER: HelperRow => () =
        "INSERT INTO helpers (municipality_id, person_id, state, motivation, checked, valid_until, answer, decided_by_id, \
         asked_at, decided_at, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) \
         ON CONFLICT (municipality_id, person_id) DO UPDATE SET state = excluded.state, motivation = excluded.motivation, \
         checked = excluded.checked, valid_until = excluded.valid_until, answer = excluded.answer, \
         decided_by_id = excluded.decided_by_id, asked_at = excluded.asked_at, decided_at = excluded.decided_at, \
         changed_at = excluded.changed_at";
    /// Forgets a helper.
    FORGET_HELPER: (MunicipalityId, PersonId) => () =
        "DELETE FROM helpers WHERE municipality_id = $1 AND person_id = $2";
    /// Forgets helpers who stopped or were refused before a moment.
    FORGET_HELPERS: (MunicipalityId, Instant) => () =
        "DELETE FROM helpers WHERE municipality_id = $1 AND state IN ('refused', 'ended') AND changed_at < $2";
    /// Requests to look at.
    HELD_WAITING: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(changed_at) FROM help_requests WHERE municipality_id = $1 AND state = 'waiting'";
    /// Requests for which nobody came or was chosen in time.
    HELD_STUCK: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(taken_over_at) FROM help_requests WHERE municipality_id = $1 AND state = 'live' \
         AND taken_over_at IS NOT NULL";
    /// People without e-mail who must be told something.
    HELD_TO_TELL: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(tell_since) FROM help_requests WHERE municipality_id = $1 AND tell_since IS NOT NULL";
    /// People who asked to be confirmed as a helper.
    HELD_HELPERS: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(asked_at) FROM helpers WHERE municipality_id = $1 AND state = 'asked'";
    /// Requests that were sent in, the newest first, without who asks; what was not public has no title here.
    LISTED: (MunicipalityId,) => ListedRow =
        "SELECT CASE WHEN published_at IS NULL THEN '' ELSE title END AS title, wijk, state, created_at, published_at, \
         taken_over_at, matched_at, closed_at FROM help_requests \
         WHERE municipality_id = $1 AND state <> 'draft' ORDER BY created_at DESC, id LIMIT 10000";
    /// Helpers and who wants to be one, the newest first, without who they are.
    LISTED_HELPERS: (MunicipalityId,) => (String, Option<String>, Instant, Option<Instant>, Option<Date>) =
        "SELECT state, checked, asked_at, decided_at, valid_until FROM helpers \
         WHERE municipality_id = $1 ORDER BY asked_at DESC, person_id LIMIT 10000";
}

impl From<RequestRow> for HelpRequest {
    fn from(row: RequestRow) -> Self {
        Self {
            municipality: row.municipality_id,
            id: row.id,
            person: row.person_id,
            steward: row.steward_id,
            entered_by: row.entered_by_id,
            written_by: row.written_by.0,
            relation: row.relation,
            title: row.title,
            description: row.description,
            facets: row.facets.0,
            state: row.state.0,
            note: row.note,
            closing: row.closing.map(|code| code.0),
            helper: row.helper_id,
            helper_organisation: row.helper_organisation_id,
            matched_at: row.matched_at,
            published_at: row.published_at,
            expires_on: row.expires_on,
            keep_hash: row.keep_hash,
            tell_since: row.tell_since,
            due_at: row.due_at,
            taken_over_at: row.taken_over_at,
            closed_at: row.closed_at,
            created_at: row.created_at,
            changed_at: row.changed_at,
        }
    }
}

impl From<HelpRequest> for RequestRow {
    fn from(request: HelpRequest) -> Self {
        Self {
            municipality_id: request.municipality,
            id: request.id,
            person_id: request.person,
            steward_id: request.steward,
            entered_by_id: request.entered_by,
            written_by: Code(request.written_by),
            relation: request.relation,
            title: request.title,
            description: request.description,
            wijk: request.facets.place.wijk.clone(),
            facets: Json(request.facets),
            state: Code(request.state),
            note: request.note,
            closing: request.closing.map(Code),
            helper_id: request.helper,
            helper_organisation_id: request.helper_organisation,
            matched_at: request.matched_at,
            published_at: request.published_at,
            expires_on: request.expires_on,
            keep_hash: request.keep_hash,
            tell_since: request.tell_since,
            due_at: request.due_at,
            taken_over_at: request.taken_over_at,
            closed_at: request.closed_at,
            created_at: request.created_at,
            changed_at: request.changed_at,
        }
    }
}

impl From<PrivateRow> for Private {
    fn from(row: PrivateRow) -> Self {
        Self { name: row.name, address: row.address, phone: row.phone, email: row.email, remark: row.remark }
    }
}

impl PrivateRow {
    /// As a row of this request.
    pub fn new(town: MunicipalityId, request: HelpRequestId, private: Private, now: Instant) -> Self {
        Self {
            municipality_id: town,
            help_request_id: request,
            name: private.name,
            address: private.address,
            phone: private.phone,
            email: private.email,
            remark: private.remark,
            changed_at: now,
        }
    }
}

impl From<CandidateRow> for Candidate {
    fn from(row: CandidateRow) -> Self {
        Self {
            request: row.help_request_id,
            person: row.person_id,
            organisation: row.organisation_id,
            message: row.message,
            state: row.state.0,
            agreed_at: row.agreed_at,
            decided_at: row.decided_at,
        }
    }
}

impl CandidateRow {
    /// As a row of this town.
    pub fn new(town: MunicipalityId, candidate: Candidate) -> Self {
        Self {
            municipality_id: town,
            help_request_id: candidate.request,
            person_id: candidate.person,
            organisation_id: candidate.organisation,
            message: candidate.message,
            state: Code(candidate.state),
            agreed_at: candidate.agreed_at,
            decided_at: candidate.decided_at,
        }
    }
}

impl From<HelperRow> for Helper {
    fn from(row: HelperRow) -> Self {
        Self {
            person: row.person_id,
            state: row.state.0,
            motivation: row.motivation,
            checked: row.checked.map(|code| code.0),
            valid_until: row.valid_until,
            answer: row.answer,
            decided_by: row.decided_by_id,
            asked_at: row.asked_at,
            decided_at: row.decided_at,
            changed_at: row.changed_at,
        }
    }
}

impl HelperRow {
    /// As a row of this town.
    pub fn new(town: MunicipalityId, helper: Helper) -> Self {
        Self {
            municipality_id: town,
            person_id: helper.person,
            state: Code(helper.state),
            motivation: helper.motivation,
            checked: helper.checked.map(Code),
            valid_until: helper.valid_until,
            answer: helper.answer,
            decided_by_id: helper.decided_by,
            asked_at: helper.asked_at,
            decided_at: helper.decided_at,
            changed_at: helper.changed_at,
        }
    }
}
