//! Statements over help requests, their exact data, and helpers.

use kernel::{Date, Instant, MunicipalityId, PersonId};
use platform::{
    db::{Code, Many},
    row, statements, table, thing,
};

use super::model::{Candidate, HelpRequest, Helper, Helping, Private, State};
use facets::model::HelpRequestId;

table! { HelpRequest in "help_requests" key (municipality_id, id) {
    municipality_id: municipality,
    id,
    person_id: person,
    steward_id: steward,
    entered_by_id: entered_by,
    written_by as code,
    relation,
    title,
    description,
    facets as json,
    state as code,
    note,
    closing as code,
    helper_id: helper,
    helper_organisation_id: helper_organisation,
    matched_at,
    published_at,
    expires_on,
    keep_hash,
    tell_since,
    due_at,
    taken_over_at,
    closed_at,
    created_at,
    changed_at;
    wijk = |request| request.facets.place.wijk.clone(),
} }

thing! { HelpRequest as "help_request" by HelpRequestId: FIND, SAVE }

table! { Candidate in "help_request_helpers" key (municipality_id, help_request_id, person_id) {
    municipality_id: municipality,
    help_request_id: request,
    person_id: person,
    organisation_id: organisation,
    message,
    state as code,
    agreed_at,
    decided_at
} }

table! { Helper in "helpers" key (municipality_id, person_id) {
    municipality_id: municipality,
    person_id: person,
    state as code,
    motivation,
    checked as code,
    valid_until,
    answer,
    decided_by_id: decided_by,
    asked_at,
    decided_at,
    changed_at
} }

row! {
    /// Exact data, apart from the request they belong to.
    pub struct PrivateRow in "help_request_private" key (municipality_id, help_request_id) {
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

statements! {
    FIND: (MunicipalityId, HelpRequestId) => HelpRequest = select "AND id = $2";
    /// A new one, or the same one changed.
    SAVE: HelpRequest => () = save;
    /// Those somebody leads, the newest first.
    OF_STEWARD: (MunicipalityId, PersonId) => HelpRequest = select "AND steward_id = $2 ORDER BY created_at DESC, id";
    /// Those in which somebody helps or helped, the newest first.
    OF_HELPER: (MunicipalityId, PersonId) => HelpRequest = select "AND helper_id = $2 ORDER BY matched_at DESC, id";
    /// The live ones after an id.
    LIVE_AFTER: (MunicipalityId, HelpRequestId, i64) => HelpRequest =
        select "AND state = 'live' AND id > $2 ORDER BY id LIMIT $3";
    /// Some of those that are public.
    PUBLIC_BY_IDS: (MunicipalityId, Many<HelpRequestId, 20>) => HelpRequest =
        select "AND state IN ('live', 'matched') AND id IN ($2…)";
    /// Those with a helper, the one that changed longest ago first.
    MATCHED: (MunicipalityId, i64) => HelpRequest = select "AND state = 'matched' ORDER BY changed_at, id LIMIT $2";
    /// Those in a state for which the point does not look along, the one that changed longest ago first.
    QUEUE: (MunicipalityId, Code<State>) => HelpRequest =
        pages "AND state = $2 AND taken_over_at IS NULL" by "changed_at, id";
    /// Those about which somebody must be called, the longest waiting first.
    TO_TELL: (MunicipalityId,) => HelpRequest = pages "AND tell_since IS NOT NULL" by "tell_since, id";
    /// Those for which the point looks too, the longest waiting first.
    TAKEN_OVER: (MunicipalityId,) => HelpRequest = pages "AND taken_over_at IS NOT NULL" by "taken_over_at, id";
    /// The one of the secret in a mail.
    BY_KEEP: (MunicipalityId, Vec<u8>) => HelpRequest = select "AND keep_hash = $2";
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
    PRIVATE: (MunicipalityId, HelpRequestId) => PrivateRow = select "AND help_request_id = $2";
    /// Whether there are exact data, without looking at them.
    HAS_PRIVATE: (MunicipalityId, HelpRequestId) => (i64,) =
        "SELECT COUNT(*) FROM help_request_private WHERE municipality_id = $1 AND help_request_id = $2";
    /// New exact data, or others.
    SAVE_PRIVATE: PrivateRow => () = save;
    /// Erases exact data.
    ERASE_PRIVATE: (MunicipalityId, HelpRequestId) => () =
        "DELETE FROM help_request_private WHERE municipality_id = $1 AND help_request_id = $2";
    /// Erases the exact data of requests that ended, or expired, before a moment.
    ERASE_OLD_PRIVATE: (MunicipalityId, Instant) => () =
        "DELETE FROM help_request_private WHERE municipality_id = $1 AND help_request_id IN \
         (SELECT id FROM help_requests WHERE municipality_id = $1 \
         AND state IN ('draft', 'done', 'closed', 'expired') AND changed_at < $2)";

    /// Those who would help, in order.
    CANDIDATES: (MunicipalityId, HelpRequestId) => Candidate =
        select "AND help_request_id = $2 ORDER BY agreed_at, person_id";
    /// One who would help.
    CANDIDATE: (MunicipalityId, HelpRequestId, PersonId) => Candidate =
        select "AND help_request_id = $2 AND person_id = $3";
    /// What somebody would help with.
    CANDIDACIES: (MunicipalityId, PersonId) => Candidate =
        select "AND person_id = $2 ORDER BY agreed_at DESC, help_request_id";
    /// Somebody new who would help, or the same one changed.
    SAVE_CANDIDATE: Candidate => () = save;
    /// Forgets who would have helped with one.
    FORGET_CANDIDATES: (MunicipalityId, HelpRequestId) => () =
        "DELETE FROM help_request_helpers WHERE municipality_id = $1 AND help_request_id = $2";
    /// Forgets with what somebody would have helped.
    FORGET_CANDIDACIES: (MunicipalityId, PersonId) => () =
        "DELETE FROM help_request_helpers WHERE municipality_id = $1 AND person_id = $2";

    HELPER: (MunicipalityId, PersonId) => Helper = select "AND person_id = $2";
    /// Helpers in a state, the longest waiting first.
    HELPERS: (MunicipalityId, Code<Helping>) => Helper = pages "AND state = $2" by "asked_at, person_id";
    /// Confirmed helpers whose last day has passed.
    HELPERS_OVER: (MunicipalityId, Date) => Helper =
        select "AND state = 'confirmed' AND valid_until < $2 ORDER BY valid_until, person_id";
    /// A new helper, or the same one changed.
    SAVE_HELPER: Helper => () = save;
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
    /// Requests that were sent in, the newest first, without the asker; what was not public has no title here.
    LISTED: (MunicipalityId,) => ListedRow =
        "SELECT CASE WHEN published_at IS NULL THEN '' ELSE title END AS title, wijk, state, created_at, published_at, \
         taken_over_at, matched_at, closed_at FROM help_requests \
         WHERE municipality_id = $1 AND state <> 'draft' ORDER BY created_at DESC, id LIMIT 10000";
    /// Helpers and who wants to be one, the newest first, without who they are.
    LISTED_HELPERS: (MunicipalityId,) => (String, Option<String>, Instant, Option<Instant>, Option<Date>) =
        "SELECT state, checked, asked_at, decided_at, valid_until FROM helpers \
         WHERE municipality_id = $1 ORDER BY asked_at DESC, person_id LIMIT 10000";
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
