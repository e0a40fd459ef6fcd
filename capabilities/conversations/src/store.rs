//! Statements over responses, their private links and their threads.

use kernel::{Instant, JobId, MunicipalityId, OrganisationId, PersonId};
use platform::{
    db::{Code, Many},
    statements, table, thing,
};
use uuid::Uuid;

use super::model::{Message, MessageId, MessageKind, Response, ResponseId, Side};

table! { Response in "responses" key (municipality_id, id) {
    municipality_id: municipality,
    id,
    subject_kind,
    subject_id,
    subject_title,
    organisation_id: organisation,
    owner_person_id: owner_person,
    person_id: person,
    entered_by_id: entered_by,
    name,
    email,
    phone,
    reach as code,
    lang,
    keep_longer,
    confirm_code_hash,
    confirm_link_hash,
    confirm_tries,
    state as code,
    reserve,
    with_point,
    handler_id: handler,
    handler_name,
    created_at,
    confirmed_at,
    answer_due_at,
    reminders,
    answered_at,
    taken_over_at,
    decided_at,
    started_at,
    ended_at,
    decline_kind as code,
    doors as json,
    no_doors_reason,
    tell_since,
    undelivered_at,
    erased_at,
    changed_at
} }

thing! { Response as "response" by ResponseId: FIND, SAVE }

table! { Message in "messages" key (municipality_id, id) {
    municipality_id: municipality,
    id,
    response_id: response,
    side as code,
    kind as code,
    author_id: author,
    author_name,
    body,
    created_at
} }

statements! {
    FIND: (MunicipalityId, ResponseId) => Response = select "AND id = $2";
    /// A new one, or the same one changed.
    SAVE: Response => () = save;
    /// An open response of the same person, by account or address, to the same thing.
    SAME: (MunicipalityId, Option<PersonId>, Option<String>, String, Uuid) => (ResponseId,) =
        "SELECT id FROM responses WHERE municipality_id = $1 AND (person_id = $2 OR email = $3) AND subject_kind = $4 \
         AND subject_id = $5 AND state IN ('open', 'in_conversation', 'invited', 'accepted') ORDER BY id LIMIT 1";
    /// Everything of an organisation: first what it has to answer, then what goes on, then its reserve list, the longest
    /// waiting first; at the end what is over, the newest first.
    WORK_OF_ORGANISATION: (MunicipalityId, OrganisationId) => Response =
        pages "AND organisation_id = $2 AND confirmed_at IS NOT NULL"
        by "CASE WHEN state = 'open' THEN 0 WHEN state IN ('in_conversation', 'invited', 'accepted') THEN \
        CASE WHEN reserve = FALSE THEN 1 ELSE 2 END ELSE 3 END, \
        CASE WHEN state IN ('open', 'in_conversation', 'invited', 'accepted') THEN confirmed_at ELSE -changed_at END, id";
    /// All confirmed responses of an organisation, the newest first.
    OF_ORGANISATION: (MunicipalityId, OrganisationId) => Response =
        pages "AND organisation_id = $2 AND confirmed_at IS NOT NULL" by "confirmed_at DESC, id";
    /// How many wait for an answer, since when.
    WAITING_OF_ORGANISATION: (MunicipalityId, OrganisationId) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(CASE WHEN with_point = FALSE THEN answer_due_at END) FROM responses \
         WHERE municipality_id = $1 AND organisation_id = $2 AND state = 'open'";
    /// How many wait for an answer, by what they are about.
    WAITING_BY_SUBJECT: (MunicipalityId, OrganisationId, String) => (Uuid, i64) =
        "SELECT subject_id, COUNT(*) FROM responses WHERE municipality_id = $1 AND organisation_id = $2 \
         AND subject_kind = $3 AND state = 'open' GROUP BY subject_id ORDER BY subject_id";
    /// What somebody sent in, by account or by the address they signed in with, the newest first.
    OF_PERSON: (MunicipalityId, PersonId, Option<String>, i64) => Response =
        select "AND (person_id = $2 OR email = $3) AND state <> 'expired' ORDER BY created_at DESC, id LIMIT $4";
    /// All of that, also what expired, until it is emptied.
    EVERYTHING_OF_PERSON: (MunicipalityId, PersonId, Option<String>) => Response =
        select "AND (person_id = $2 OR email = $3) AND erased_at IS NULL ORDER BY created_at DESC, id";
    /// What came in on what is somebody's own, the newest first.
    OF_OWNER: (MunicipalityId, PersonId, i64) => Response =
        select "AND owner_person_id = $2 AND confirmed_at IS NOT NULL ORDER BY confirmed_at DESC, id LIMIT $3";
    /// What can still be opened of somebody who only has an address, the newest first.
    OPEN_OF_EMAIL: (MunicipalityId, String, Instant, i64) => Response =
        select "AND email = $2 AND confirmed_at IS NOT NULL AND changed_at > $3 ORDER BY created_at DESC, id LIMIT $4";
    /// What can still be decided of one subject.
    ACTIVE_OF_SUBJECT: (MunicipalityId, String, Uuid) => Response =
        select "AND subject_kind = $2 AND subject_id = $3 AND state IN ('open', 'in_conversation', 'invited') \
         ORDER BY confirmed_at, id";
    /// Everything about one subject that was confirmed.
    OF_SUBJECT: (MunicipalityId, String, Uuid) => Response =
        select "AND subject_kind = $2 AND subject_id = $3 AND confirmed_at IS NOT NULL ORDER BY confirmed_at, id";
    /// What the point has to answer; what nobody of it has taken comes first.
    WITH_POINT: (MunicipalityId,) => Response =
        pages "AND with_point = TRUE AND state IN ('open', 'in_conversation', 'invited', 'accepted')"
        by "CASE WHEN handler_id IS NULL AND state = 'open' THEN 0 ELSE 1 END, taken_over_at, id";
    /// What a mediator has to confirm, because no mail reaches the person and they can be called or came by.
    TO_CONFIRM: (MunicipalityId,) => Response =
        pages "AND state = 'unconfirmed' AND (email IS NULL OR (undelivered_at IS NOT NULL AND phone IS NOT NULL))"
        by "created_at, id";
    /// Whom the point has to tell something.
    TO_TELL: (MunicipalityId,) => Response = pages "AND tell_since IS NOT NULL" by "tell_since, id";
    /// Waits for an answer, the promise nearest to breaking first, for the municipality.
    WAITING: (MunicipalityId,) => Response =
        pages "AND state = 'open' AND with_point = FALSE AND answered_at IS NULL" by "answer_due_at, id";
    /// Responses to one subject that still wait although the point had to take over, and that no pause was made for.
    SILENT: (MunicipalityId, String, Uuid) => (i64,) =
        "SELECT COUNT(*) FROM responses WHERE municipality_id = $1 AND subject_kind = $2 AND subject_id = $3 \
         AND taken_over_at IS NOT NULL AND paused_for = FALSE AND state = 'open' AND answered_at IS NULL";
    /// The pause was made. A column of its own, which saving a response leaves alone: it is set for several at once.
    COUNT_SILENT: (MunicipalityId, String, Uuid) => () =
        "UPDATE responses SET paused_for = TRUE WHERE municipality_id = $1 AND subject_kind = $2 \
         AND subject_id = $3 AND taken_over_at IS NOT NULL";
    /// Its silence counts again.
    COUNT_AGAIN: (MunicipalityId, ResponseId) => () =
        "UPDATE responses SET paused_for = FALSE WHERE municipality_id = $1 AND id = $2";
    /// Those whose personal data have been kept long enough after the end.
    TO_ERASE: (MunicipalityId, Instant, Instant) => Response =
        select "AND erased_at IS NULL AND state IN ('declined', 'withdrawn', 'expired') AND \
         ((keep_longer = FALSE AND decided_at <= $2) OR decided_at <= $3) ORDER BY decided_at, id LIMIT 200";
    /// Those that nobody confirmed since a moment.
    STALE_UNCONFIRMED: (MunicipalityId, Instant) => Response =
        select "AND state = 'unconfirmed' AND created_at <= $2 ORDER BY created_at, id LIMIT 200";
    /// Those of volunteers who stopped, or of whom nothing was heard any more, long enough ago.
    TO_ERASE_ENDED: (MunicipalityId, Instant) => Response =
        select "AND erased_at IS NULL AND state NOT IN ('declined', 'withdrawn', 'expired') AND changed_at <= $2 \
         ORDER BY changed_at, id LIMIT 200";
    /// Takes the words out of a thread whose person is forgotten.
    EMPTY_THREAD: (MunicipalityId, ResponseId) => () =
        "UPDATE messages SET body = '', author_id = NULL, author_name = '' WHERE municipality_id = $1 AND response_id = $2";
    /// Takes somebody's name off what they wrote for an organisation or the point.
    UNSIGN: (MunicipalityId, PersonId) => () =
        "UPDATE messages SET author_id = NULL, author_name = '' WHERE municipality_id = $1 AND author_id = $2";
    /// What somebody of the point handles, or handled.
    HANDLED_BY: (MunicipalityId, PersonId) => (ResponseId,) =
        "SELECT id FROM responses WHERE municipality_id = $1 AND handler_id = $2 ORDER BY id";

    /// A private link.
    ADD_LINK: (MunicipalityId, Vec<u8>, ResponseId, Code<Side>, Option<PersonId>, Instant) => () =
        "INSERT INTO response_links (municipality_id, token_hash, response_id, side, person_id, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality_id, token_hash) DO NOTHING";
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
    SAY: Message => () = save;
    /// A thread, the oldest first.
    THREAD: (MunicipalityId, ResponseId) => Message = select "AND response_id = $2 ORDER BY created_at, id";
    /// First questions of a page of responses.
    QUESTIONS: (MunicipalityId, Many<ResponseId, 20>) => Message = select "AND kind = 'asked' AND response_id IN ($2…)";
    /// What this side said last, of a kind.
    LAST: (MunicipalityId, ResponseId, Code<Side>, Code<MessageKind>) => Message =
        select "AND response_id = $2 AND side = $3 AND kind = $4 ORDER BY created_at DESC, id DESC LIMIT 1";
    LINE: (MunicipalityId, MessageId) => Message = select "AND id = $2";
    /// A message of which a letter has yet to tell.
    UNTOLD: (MunicipalityId, MessageId) => () =
        "UPDATE messages SET untold = TRUE WHERE municipality_id = $1 AND id = $2";
    /// Takes into the letter of one message ($3) everything else that its readers ($4) were not told yet; nothing when that
    /// message stands in another letter.
    TAKE_UP: (MunicipalityId, ResponseId, MessageId, Code<Side>, JobId) => () =
        "UPDATE messages SET untold = FALSE, letter_id = $5 WHERE municipality_id = $1 AND response_id = $2 \
         AND untold = TRUE AND CASE WHEN side = 'person' THEN 'owner' ELSE 'person' END = $4 AND EXISTS \
         (SELECT 1 FROM messages m WHERE m.municipality_id = $1 AND m.id = $3 AND m.untold = TRUE)";
    /// What stands in a letter.
    IN_LETTER: (MunicipalityId, ResponseId, Option<JobId>) => Message =
        select "AND response_id = $2 AND letter_id = $3 ORDER BY created_at, id";
    /// A message that stands in no letter.
    IN_NO_LETTER: (MunicipalityId, MessageId) => Message = select "AND id = $2 AND letter_id IS NULL";
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
         AND (email IS NULL OR (undelivered_at IS NOT NULL AND phone IS NOT NULL))";
    /// People without e-mail who must be told something.
    HELD_TO_TELL: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(tell_since) FROM responses WHERE municipality_id = $1 AND tell_since IS NOT NULL";
}
