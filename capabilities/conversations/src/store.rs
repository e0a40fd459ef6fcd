//! Statements over responses, their private links and their threads.

use kernel::{Instant, Lang, MunicipalityId, OrganisationId, PersonId};
use platform::{
    db::{Code, Json, Many},
    row, statements,
};
use uuid::Uuid;

use super::model::{
    DeclineKind, Door, Message, MessageId, MessageKind, Owner, Reach, Response, ResponseId, Side, State, Subject,
};

row! {
    /// A response as it is stored, without the secrets that confirm it.
    pub struct ResponseRow {
        pub municipality_id: MunicipalityId,
        pub id: ResponseId,
        pub subject_kind: String,
        pub subject_id: Uuid,
        pub subject_title: String,
        pub organisation_id: Option<OrganisationId>,
        pub owner_person_id: Option<PersonId>,
        pub person_id: Option<PersonId>,
        pub entered_by_id: Option<PersonId>,
        pub name: String,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub reach: Code<Reach>,
        pub lang: Lang,
        pub keep_longer: bool,
        pub state: Code<State>,
        pub reserve: bool,
        pub with_point: bool,
        pub handler_id: Option<PersonId>,
        pub handler_name: Option<String>,
        pub created_at: Instant,
        pub confirmed_at: Option<Instant>,
        pub answer_due_at: Option<Instant>,
        pub reminders: u32,
        pub answered_at: Option<Instant>,
        pub taken_over_at: Option<Instant>,
        pub counted_for_pause: bool,
        pub decided_at: Option<Instant>,
        pub started_at: Option<Instant>,
        pub ended_at: Option<Instant>,
        pub decline_kind: Option<Code<DeclineKind>>,
        pub doors: Json<Vec<Door>>,
        pub no_doors_reason: Option<String>,
        pub tell_since: Option<Instant>,
        pub erased_at: Option<Instant>,
        pub changed_at: Instant,
    }
}

row! {
    /// A line of a thread as it is stored.
    pub struct MessageRow {
        pub municipality_id: MunicipalityId,
        pub id: MessageId,
        pub response_id: ResponseId,
        pub side: Code<Side>,
        pub kind: Code<MessageKind>,
        pub author_id: Option<PersonId>,
        pub author_name: String,
        pub body: String,
        pub created_at: Instant,
    }
}

row! {
    /// What confirms a response.
    pub struct SecretsRow {
        pub code_hash: Option<Vec<u8>>,
        pub link_hash: Option<Vec<u8>>,
        pub tries: u32,
    }
}

macro_rules! columns {
    () => {
        "municipality_id, id, subject_kind, subject_id, subject_title, organisation_id, owner_person_id, person_id, \
         entered_by_id, name, email, phone, reach, lang, keep_longer, state, reserve, with_point, handler_id, \
         handler_name, created_at, confirmed_at, answer_due_at, reminders, answered_at, taken_over_at, \
         counted_for_pause, decided_at, started_at, ended_at, decline_kind, doors, no_doors_reason, tell_since, \
         erased_at, changed_at"
    };
}

macro_rules! select {
    ($rest:literal) => {
        concat!("SELECT ", columns!(), " FROM responses WHERE municipality_id = $1 ", $rest)
    };
}

statements! {
    /// One.
    FIND: (MunicipalityId, ResponseId) => ResponseRow = select!("AND id = $2");
    /// A new one, or the same one changed. Who it belongs to never changes.
    SAVE: ResponseRow => () = concat!(
        "INSERT INTO responses (", columns!(), ", confirm_tries) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, \
         $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, 0) \
         ON CONFLICT (municipality_id, id) DO UPDATE SET \
         person_id = excluded.person_id, name = excluded.name, email = excluded.email, phone = excluded.phone, \
         keep_longer = excluded.keep_longer, state = excluded.state, reserve = excluded.reserve, \
         with_point = excluded.with_point, handler_id = excluded.handler_id, handler_name = excluded.handler_name, \
         confirmed_at = excluded.confirmed_at, answer_due_at = excluded.answer_due_at, reminders = excluded.reminders, \
         answered_at = excluded.answered_at, taken_over_at = excluded.taken_over_at, \
         counted_for_pause = excluded.counted_for_pause, decided_at = excluded.decided_at, \
         started_at = excluded.started_at, ended_at = excluded.ended_at, decline_kind = excluded.decline_kind, \
         doors = excluded.doors, no_doors_reason = excluded.no_doors_reason, tell_since = excluded.tell_since, \
         erased_at = excluded.erased_at, changed_at = excluded.changed_at"
    );
    /// Keeps what confirms it.
    SET_SECRETS: (MunicipalityId, ResponseId, Option<Vec<u8>>, Option<Vec<u8>>) => () =
        "UPDATE responses SET confirm_code_hash = $3, confirm_link_hash = $4 WHERE municipality_id = $1 AND id = $2";
    /// What confirms it.
    SECRETS: (MunicipalityId, ResponseId) => SecretsRow =
        "SELECT confirm_code_hash AS code_hash, confirm_link_hash AS link_hash, confirm_tries AS tries \
         FROM responses WHERE municipality_id = $1 AND id = $2";
    /// A wrong code was tried.
    TRIED: (MunicipalityId, ResponseId) => () =
        "UPDATE responses SET confirm_tries = confirm_tries + 1 WHERE municipality_id = $1 AND id = $2";
    /// An open response of the same person to the same thing.
    SAME: (MunicipalityId, PersonId, String, Uuid) => (ResponseId,) =
        "SELECT id FROM responses WHERE municipality_id = $1 AND person_id = $2 AND subject_kind = $3 \
         AND subject_id = $4 AND state IN ('open', 'in_conversation', 'invited', 'accepted') ORDER BY id LIMIT 1";
    /// Everything of an organisation: first what it has to answer, then what goes on, then its reserve list, the longest
    /// waiting first; at the end what is over, the newest first.
    WORK_OF_ORGANISATION: (MunicipalityId, OrganisationId, i64, i64) => ResponseRow = select!(
        "AND organisation_id = $2 AND confirmed_at IS NOT NULL \
         ORDER BY CASE WHEN state = 'open' THEN 0 WHEN state IN ('in_conversation', 'invited', 'accepted') THEN \
         CASE WHEN reserve = FALSE THEN 1 ELSE 2 END ELSE 3 END, \
         CASE WHEN state IN ('open', 'in_conversation', 'invited', 'accepted') THEN confirmed_at ELSE -changed_at END, id \
         LIMIT $3 OFFSET $4");
    /// All confirmed responses of an organisation, the newest first.
    OF_ORGANISATION: (MunicipalityId, OrganisationId, i64, i64) => ResponseRow = select!(
        "AND organisation_id = $2 AND confirmed_at IS NOT NULL ORDER BY confirmed_at DESC, id LIMIT $3 OFFSET $4");
    /// How many those are.
    COUNT_OF_ORGANISATION: (MunicipalityId, OrganisationId) => (i64,) =
        "SELECT COUNT(*) FROM responses WHERE municipality_id = $1 AND organisation_id = $2 AND confirmed_at IS NOT NULL";
    /// How many wait for an answer, since when.
    WAITING_OF_ORGANISATION: (MunicipalityId, OrganisationId) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(CASE WHEN with_point = FALSE THEN answer_due_at END) FROM responses WHERE municipality_id = $1 AND organisation_id = $2 \
         AND state = 'open'";
    /// How many of some it is not decided yet what becomes of them.
    COUNT_UNDECIDED: (MunicipalityId, Many<Uuid, 20>) => (i64,) =
        "SELECT COUNT(*) FROM responses WHERE municipality_id = $1 AND ended_at IS NULL \
         AND state IN ('in_conversation', 'invited', 'accepted', 'started') AND id IN \
         ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";
    /// How many wait for an answer, by what they are about.
    WAITING_BY_SUBJECT: (MunicipalityId, OrganisationId, String) => (Uuid, i64) =
        "SELECT subject_id, COUNT(*) FROM responses WHERE municipality_id = $1 AND organisation_id = $2 \
         AND subject_kind = $3 AND state = 'open' GROUP BY subject_id ORDER BY subject_id";
    /// What somebody sent in, by account or by the address they signed in with, the newest first.
    OF_PERSON: (MunicipalityId, PersonId, Option<String>, i64) => ResponseRow = select!(
        "AND (person_id = $2 OR email = $3) AND state <> 'expired' ORDER BY created_at DESC, id LIMIT $4");
    /// All of that, also what expired, until it is emptied.
    EVERYTHING_OF_PERSON: (MunicipalityId, PersonId, Option<String>) => ResponseRow = select!(
        "AND (person_id = $2 OR email = $3) AND erased_at IS NULL ORDER BY created_at DESC, id");
    /// What came in on what is somebody's own, the newest first.
    OF_OWNER: (MunicipalityId, PersonId, i64) => ResponseRow = select!(
        "AND owner_person_id = $2 AND confirmed_at IS NOT NULL ORDER BY confirmed_at DESC, id LIMIT $3");
    /// What can still be opened of somebody who only has an address, the newest first.
    OPEN_OF_EMAIL: (MunicipalityId, String, Instant, i64) => ResponseRow = select!(
        "AND email = $2 AND confirmed_at IS NOT NULL AND changed_at > $3 ORDER BY created_at DESC, id LIMIT $4");
    /// What can still be decided of one subject.
    ACTIVE_OF_SUBJECT: (MunicipalityId, String, Uuid) => ResponseRow = select!(
        "AND subject_kind = $2 AND subject_id = $3 AND state IN ('open', 'in_conversation', 'invited') \
         ORDER BY confirmed_at, id");
    /// Everything about one subject that was confirmed.
    OF_SUBJECT: (MunicipalityId, String, Uuid) => ResponseRow = select!(
        "AND subject_kind = $2 AND subject_id = $3 AND confirmed_at IS NOT NULL ORDER BY confirmed_at, id");
    /// What the point has to answer; what nobody of it has taken comes first.
    WITH_POINT: (MunicipalityId, i64, i64) => ResponseRow = select!(
        "AND with_point = TRUE AND state IN ('open', 'in_conversation', 'invited', 'accepted') \
         ORDER BY CASE WHEN handler_id IS NULL AND state = 'open' THEN 0 ELSE 1 END, taken_over_at, id \
         LIMIT $2 OFFSET $3");
    /// How many those are.
    COUNT_WITH_POINT: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM responses WHERE municipality_id = $1 AND with_point = TRUE \
         AND state IN ('open', 'in_conversation', 'invited', 'accepted')";
    /// What a mediator has to confirm, because no mail reaches the person.
    TO_CONFIRM: (MunicipalityId, i64, i64) => ResponseRow = select!(
        "AND state = 'unconfirmed' AND email IS NULL ORDER BY created_at, id LIMIT $2 OFFSET $3");
    /// How many those are.
    COUNT_TO_CONFIRM: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM responses WHERE municipality_id = $1 AND state = 'unconfirmed' AND email IS NULL";
    /// Whom the point has to tell something.
    TO_TELL: (MunicipalityId, i64, i64) => ResponseRow =
        select!("AND tell_since IS NOT NULL ORDER BY tell_since, id LIMIT $2 OFFSET $3");
    /// How many those are.
    COUNT_TO_TELL: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM responses WHERE municipality_id = $1 AND tell_since IS NOT NULL";
    /// Waits for an answer, the promise nearest to breaking first, for the municipality.
    WAITING: (MunicipalityId, i64, i64) => ResponseRow = select!(
        "AND state = 'open' AND with_point = FALSE AND answered_at IS NULL ORDER BY answer_due_at, id LIMIT $2 OFFSET $3");
    /// How many those are.
    COUNT_WAITING: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM responses WHERE municipality_id = $1 AND state = 'open' AND with_point = FALSE \
         AND answered_at IS NULL";
    /// Responses to one subject that still wait although the point had to take over, and that no pause was made for.
    SILENT: (MunicipalityId, String, Uuid) => (i64,) =
        "SELECT COUNT(*) FROM responses WHERE municipality_id = $1 AND subject_kind = $2 AND subject_id = $3 \
         AND taken_over_at IS NOT NULL AND counted_for_pause = FALSE AND state = 'open' AND answered_at IS NULL";
    /// The pause was made.
    COUNT_SILENT: (MunicipalityId, String, Uuid) => () =
        "UPDATE responses SET counted_for_pause = TRUE WHERE municipality_id = $1 AND subject_kind = $2 \
         AND subject_id = $3 AND taken_over_at IS NOT NULL";
    /// Those whose personal data have been kept long enough after the end.
    TO_ERASE: (MunicipalityId, Instant, Instant) => ResponseRow = select!(
        "AND erased_at IS NULL AND state IN ('declined', 'withdrawn', 'expired') AND \
         ((keep_longer = FALSE AND decided_at <= $2) OR decided_at <= $3) ORDER BY decided_at, id LIMIT 200");
    /// Those that nobody confirmed since a moment.
    STALE_UNCONFIRMED: (MunicipalityId, Instant) => ResponseRow = select!(
        "AND state = 'unconfirmed' AND created_at <= $2 ORDER BY created_at, id LIMIT 200");
    /// Those of volunteers who stopped, or of whom nothing was heard any more, long enough ago.
    TO_ERASE_ENDED: (MunicipalityId, Instant) => ResponseRow = select!(
        "AND erased_at IS NULL AND state NOT IN ('declined', 'withdrawn', 'expired') AND changed_at <= $2 \
         ORDER BY changed_at, id LIMIT 200");
    /// Takes the words out of a thread whose person is forgotten.
    EMPTY_THREAD: (MunicipalityId, ResponseId) => () =
        "UPDATE messages SET body = '', author_id = NULL, author_name = '' WHERE municipality_id = $1 AND response_id = $2";
    /// Takes somebody's name off what they wrote for an organisation or the point.
    UNSIGN: (MunicipalityId, PersonId) => () =
        "UPDATE messages SET author_id = NULL, author_name = '' WHERE municipality_id = $1 AND author_id = $2";
    /// Takes somebody's name off the responses they handled.
    UNHANDLE: (MunicipalityId, PersonId) => () =
        "UPDATE responses SET handler_id = NULL, handler_name = NULL WHERE municipality_id = $1 AND handler_id = $2";

    /// A private link.
    ADD_LINK: (MunicipalityId, Vec<u8>, ResponseId, Code<Side>, Option<PersonId>, Instant) => () =
        "INSERT INTO response_links (municipality_id, token_hash, response_id, side, person_id, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6)";
    /// The response of a private link that still holds, the side it stands for, and who of the other side holds it.
    BY_LINK: (MunicipalityId, Vec<u8>, Instant) => (ResponseId, Code<Side>, Option<PersonId>) =
        "SELECT response_id, side, person_id FROM response_links \
         WHERE municipality_id = $1 AND token_hash = $2 AND expires_at > $3";
    /// Ends the links of somebody who answered for an organisation.
    END_LINKS_OF: (MunicipalityId, PersonId) => () =
        "DELETE FROM response_links WHERE municipality_id = $1 AND person_id = $2";
    /// Ends the links of one response.
    END_LINKS: (MunicipalityId, ResponseId) => () =
        "DELETE FROM response_links WHERE municipality_id = $1 AND response_id = $2";
    /// Forgets links that hold no more.
    FORGET_LINKS: (MunicipalityId, Instant) => () =
        "DELETE FROM response_links WHERE municipality_id = $1 AND expires_at <= $2";

    /// A new line of a thread.
    SAY: MessageRow => () =
        "INSERT INTO messages (municipality_id, id, response_id, side, kind, author_id, author_name, body, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    /// A thread, the oldest first.
    THREAD: (MunicipalityId, ResponseId) => MessageRow =
        "SELECT municipality_id, id, response_id, side, kind, author_id, author_name, body, created_at FROM messages \
         WHERE municipality_id = $1 AND response_id = $2 ORDER BY created_at, id";
    /// First questions of a page of responses.
    QUESTIONS: (MunicipalityId, Many<ResponseId, 20>) => (ResponseId, String) =
        "SELECT response_id, body FROM messages WHERE municipality_id = $1 AND kind = 'asked' AND response_id IN \
         ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)";
    /// One line.
    LINE: (MunicipalityId, MessageId) => MessageRow =
        "SELECT municipality_id, id, response_id, side, kind, author_id, author_name, body, created_at FROM messages \
         WHERE municipality_id = $1 AND id = $2";
    /// Responses without an answer after the promise ended, and since when the oldest waits.
    HELD_OVERDUE: (MunicipalityId, Instant) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(confirmed_at) FROM responses WHERE municipality_id = $1 AND state = 'open' \
         AND with_point = FALSE AND answer_due_at <= $2";
    /// Responses that the point took over and that are not decided.
    HELD_TAKEN_OVER: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(taken_over_at) FROM responses WHERE municipality_id = $1 AND with_point = TRUE \
         AND state IN ('open', 'in_conversation', 'invited', 'accepted')";
    /// Responses of people without e-mail, to be confirmed by telephone.
    HELD_TO_CONFIRM: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(created_at) FROM responses WHERE municipality_id = $1 AND state = 'unconfirmed' \
         AND email IS NULL";
    /// People without e-mail who must be told something.
    HELD_TO_TELL: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(tell_since) FROM responses WHERE municipality_id = $1 AND tell_since IS NOT NULL";
}

impl From<ResponseRow> for Response {
    fn from(row: ResponseRow) -> Self {
        let owner = match (row.organisation_id, row.owner_person_id) {
            (Some(organisation), _) => Owner::Organisation(organisation),
            (None, person) => Owner::Person(person.unwrap_or(PersonId(Uuid::nil()))),
        };
        Self {
            municipality: row.municipality_id,
            id: row.id,
            subject: Subject { kind: row.subject_kind, id: row.subject_id, title: row.subject_title },
            owner,
            person: row.person_id,
            entered_by: row.entered_by_id,
            name: row.name,
            email: row.email,
            phone: row.phone,
            reach: row.reach.0,
            lang: row.lang,
            keep_longer: row.keep_longer,
            state: row.state.0,
            reserve: row.reserve,
            with_point: row.with_point,
            handler: row.handler_id.zip(row.handler_name),
            created_at: row.created_at,
            confirmed_at: row.confirmed_at,
            answer_due_at: row.answer_due_at,
            reminders: row.reminders,
            answered_at: row.answered_at,
            taken_over_at: row.taken_over_at,
            counted_for_pause: row.counted_for_pause,
            decided_at: row.decided_at,
            started_at: row.started_at,
            ended_at: row.ended_at,
            decline_kind: row.decline_kind.map(|code| code.0),
            doors: row.doors.0,
            no_doors_reason: row.no_doors_reason,
            tell_since: row.tell_since,
            erased_at: row.erased_at,
            changed_at: row.changed_at,
        }
    }
}

impl From<&Response> for ResponseRow {
    fn from(response: &Response) -> Self {
        let (handler_id, handler_name) = response.handler.clone().unzip();
        Self {
            municipality_id: response.municipality,
            id: response.id,
            subject_kind: response.subject.kind.clone(),
            subject_id: response.subject.id,
            subject_title: response.subject.title.clone(),
            organisation_id: response.owner.organisation(),
            owner_person_id: response.owner.person(),
            person_id: response.person,
            entered_by_id: response.entered_by,
            name: response.name.clone(),
            email: response.email.clone(),
            phone: response.phone.clone(),
            reach: Code(response.reach),
            lang: response.lang,
            keep_longer: response.keep_longer,
            state: Code(response.state),
            reserve: response.reserve,
            with_point: response.with_point,
            handler_id,
            handler_name,
            created_at: response.created_at,
            confirmed_at: response.confirmed_at,
            answer_due_at: response.answer_due_at,
            reminders: response.reminders,
            answered_at: response.answered_at,
            taken_over_at: response.taken_over_at,
            counted_for_pause: response.counted_for_pause,
            decided_at: response.decided_at,
            started_at: response.started_at,
            ended_at: response.ended_at,
            decline_kind: response.decline_kind.map(Code),
            doors: Json(response.doors.clone()),
            no_doors_reason: response.no_doors_reason.clone(),
            tell_since: response.tell_since,
            erased_at: response.erased_at,
            changed_at: response.changed_at,
        }
    }
}

impl MessageRow {
    /// As it is stored in a town.
    pub fn of(town: MunicipalityId, message: Message) -> Self {
        Self {
            municipality_id: town,
            id: message.id,
            response_id: message.response,
            side: Code(message.side),
            kind: Code(message.kind),
            author_id: message.author,
            author_name: message.author_name,
            body: message.body,
            created_at: message.created_at,
        }
    }
}

impl From<MessageRow> for Message {
    fn from(row: MessageRow) -> Self {
        Self {
            id: row.id,
            response: row.response_id,
            side: row.side.0,
            kind: row.kind.0,
            author: row.author_id,
            author_name: row.author_name,
            body: row.body,
            created_at: row.created_at,
        }
    }
}
