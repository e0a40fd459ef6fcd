//! Statements over organisations, their contacts, invitations and keys.

use kernel::{ContactRole, Instant, MunicipalityId, OrganisationId, PersonId, text::title_sort_key};
use platform::{
    db::{Code, Json, Many},
    id_column, row, statements, table, thing,
};

use super::model::{
    ApiKeyId, Contact, Details, InvitationId, InvitationState, Known, Organisation, OrganisationState, name_key,
    search_text,
};

id_column! { InvitationId, ApiKeyId }

table! { Organisation in "organisations" key (municipality_id, id) {
    municipality_id: municipality,
    id,
    external_id,
    slug,
    state as code,
    state_reason,
    answer,
    registered_by,
    created_at,
    confirmed_at,
    changed_at,
    unreachable_since,
    ..details: Details {
        kind as code,
        chamber_number,
        name,
        size as code,
        sectors as spaced,
        areas as spaced,
        description,
        website,
        email,
        phone,
    };
    sort_key = |organisation| title_sort_key(organisation.name()),
    name_key = |organisation| name_key(organisation.name()),
    search_text = |organisation| search_text(&organisation.details),
} }

thing! { Organisation as "organisation" by OrganisationId: FIND, SAVE }

table! { Contact in "contacts" key (municipality_id, organisation_id, person_id) {
    municipality_id: municipality,
    organisation_id: organisation,
    person_id: person,
    role as code,
    task,
    since,
    bounced_at
} }

row! {
    /// An invitation to become a contact, or to take over the role of `from_person`.
    pub struct Invitation in "contact_invitations" key (municipality_id, id) {
        pub municipality_id: MunicipalityId,
        pub id: InvitationId,
        pub organisation_id: OrganisationId,
        pub email: String,
        pub role: Code<ContactRole>,
        pub task: String,
        pub note: String,
        pub invited_by: Option<PersonId>,
        pub from_person: Option<PersonId>,
        pub state: Code<InvitationState>,
        pub created_at: Instant,
        pub expires_at: Instant,
        pub answered_at: Option<Instant>,
        pub answered_by: Option<PersonId>,
    }
}

row! {
    /// A key with which a program speaks for an organisation.
    pub struct ApiKey in "api_keys" key (municipality_id, id) {
        pub municipality_id: MunicipalityId,
        pub id: ApiKeyId,
        pub organisation_id: OrganisationId,
        pub name: String,
        pub key_hash: Vec<u8>,
        pub made_by: Option<PersonId>,
        pub created_at: Instant,
        pub revoked_at: Option<Instant>,
    }
}

statements! {
    FIND: (MunicipalityId, OrganisationId) => Organisation = select "AND id = $2";
    /// A new one, or the same one changed.
    SAVE: Organisation => () = save;
    /// Some whose rows an earlier program wrote: what is looked for in now begins with a space.
    TO_RENEW: (MunicipalityId, i64) => Organisation = select "AND search_text NOT LIKE ' %' ORDER BY id LIMIT $2";
    /// Writes one of those in the present form, unless it changed meanwhile: keys, words, address and number.
    RENEW: (MunicipalityId, OrganisationId, String, String, String, Option<String>, Option<String>, Instant) => () =
        "UPDATE organisations SET sort_key = $3, name_key = $4, search_text = $5, email = $6, phone = $7 \
         WHERE municipality_id = $1 AND id = $2 AND changed_at = $8";
    /// An organisation in a line.
    BRIEF: (MunicipalityId, OrganisationId) => (OrganisationId, String, String, Code<OrganisationState>) =
        "SELECT id, name, slug, state FROM organisations WHERE municipality_id = $1 AND id = $2";
    /// Some organisations, in no order.
    BY_IDS: (MunicipalityId, Many<OrganisationId, 20>) => Organisation = select "AND id IN ($2…)";
    /// The organisation at a short address.
    BY_SLUG: (MunicipalityId, String) => Organisation = select "AND slug = $2";
    /// The organisation of another system.
    BY_EXTERNAL: (MunicipalityId, String) => Organisation = select "AND external_id = $2";
    /// Organisations that take part or want to, with this number of the trade register.
    BY_CHAMBER: (MunicipalityId, String) => Organisation =
        select "AND chamber_number = $2 AND state <> 'closed' ORDER BY created_at";
    /// Organisations that take part or want to, with a name alike.
    BY_NAME_KEY: (MunicipalityId, String) => Organisation =
        select "AND name_key = $2 AND state <> 'closed' ORDER BY created_at";
    /// Every organisation, by name.
    ALL: (MunicipalityId,) => Organisation = select "ORDER BY sort_key, id";
    /// Every confirmed organisation, by name.
    ALL_CONFIRMED: (MunicipalityId,) => Organisation = select "AND state = 'confirmed' ORDER BY sort_key, id";
    /// Every organisation, by name, in pages.
    LISTED: (MunicipalityId,) => Organisation = pages "" by "sort_key, id";
    /// Those in one state, the longest unchanged first.
    IN_STATE: (MunicipalityId, Code<OrganisationState>) => Organisation = pages "AND state = $2" by "changed_at, id";
    /// Those without a reachable contact, the longest first.
    UNREACHABLE: (MunicipalityId,) => Organisation =
        pages "AND state = 'confirmed' AND unreachable_since IS NOT NULL" by "unreachable_since, id";
    /// Those that took another name, kind or number since the municipality looked, the longest waiting first.
    ALTERED: (MunicipalityId,) => Organisation =
        pages "AND state = 'confirmed' AND altered_at IS NOT NULL" by "altered_at, id";
    /// The public list: three words, a sector with the subgroups of a group, a wijk.
    FOUND: (MunicipalityId, String, String, String, i64, i64, i64, String) => Organisation =
        pages "AND state = 'confirmed' AND search_text LIKE $2 AND search_text LIKE $3 AND search_text LIKE $4 \
         AND (CAST($5 AS BIGINT) = 0 OR EXISTS (SELECT 1 FROM organisation_sectors s \
         WHERE s.municipality_id = $1 AND s.organisation_id = organisations.id \
         AND (s.sector = $5 OR s.sector BETWEEN $6 AND $7))) \
         AND ($8 = '' OR areas = '' OR EXISTS (SELECT 1 FROM organisation_areas a \
         WHERE a.municipality_id = $1 AND a.organisation_id = organisations.id AND a.area_code = $8))"
        by "sort_key, id";
    /// Contacts of organisations that were refused or stopped before a moment.
    FORGET_ENDED_CONTACTS: (MunicipalityId, Instant) => () =
        "DELETE FROM contacts WHERE municipality_id = $1 AND organisation_id IN (SELECT o.id FROM organisations o \
         WHERE o.municipality_id = $1 AND o.state IN ('refused', 'closed') AND o.changed_at < $2)";
    /// Invitations of those.
    FORGET_ENDED_INVITATIONS: (MunicipalityId, Instant) => () =
        "DELETE FROM contact_invitations WHERE municipality_id = $1 AND organisation_id IN (SELECT o.id FROM organisations o \
         WHERE o.municipality_id = $1 AND o.state IN ('refused', 'closed') AND o.changed_at < $2)";
    /// Those of which it is still known how they could be reached, or who registered them.
    ENDED_WITH_DETAILS: (MunicipalityId, Instant) => (OrganisationId,) =
        "SELECT id FROM organisations WHERE municipality_id = $1 AND state IN ('refused', 'closed') AND changed_at < $2 \
         AND (email IS NOT NULL OR phone IS NOT NULL OR registered_by IS NOT NULL) ORDER BY id";
    /// Forgets that. To be run when it is locked: it may have come back to life.
    FORGET_DETAILS: (MunicipalityId, OrganisationId, Instant) => () =
        "UPDATE organisations SET email = NULL, phone = NULL, registered_by = NULL \
         WHERE municipality_id = $1 AND id = $2 AND state IN ('refused', 'closed') AND changed_at < $3";
    /// Keys that were taken back before a moment.
    FORGET_KEYS: (MunicipalityId, Instant) => () =
        "DELETE FROM api_keys WHERE municipality_id = $1 AND revoked_at < $2";
    /// What the municipality knew one of those as.
    ALTERED_FROM: (MunicipalityId, OrganisationId) => (Option<Json<Known>>,) =
        "SELECT altered_from FROM organisations WHERE municipality_id = $1 AND id = $2";
    /// The municipality must look again. What it knew last stays when it did not look in between.
    ALTER: (MunicipalityId, OrganisationId, Instant, Json<Known>) => () =
        "UPDATE organisations SET altered_at = COALESCE(altered_at, $3), altered_from = COALESCE(altered_from, $4) \
         WHERE municipality_id = $1 AND id = $2 AND state = 'confirmed'";
    /// The municipality looked.
    ALTERED_SEEN: (MunicipalityId, OrganisationId) => () =
        "UPDATE organisations SET altered_at = NULL, altered_from = NULL \
         WHERE municipality_id = $1 AND id = $2 AND altered_at IS NOT NULL";
    /// How many in each state, and how many of those without a reachable contact.
    COUNTS: (MunicipalityId,) => (Code<OrganisationState>, i64, i64) =
        "SELECT state, COUNT(*), COUNT(unreachable_since) FROM organisations WHERE municipality_id = $1 GROUP BY state";
    /// Organisations to confirm, and since when the oldest waits.
    HELD_PENDING: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(changed_at) FROM organisations WHERE municipality_id = $1 AND state = 'pending'";
    /// Confirmed organisations without a reachable contact, and since when the first is.
    HELD_UNREACHABLE: (MunicipalityId,) => (i64, Option<Instant>) =
        "SELECT COUNT(*), MIN(unreachable_since) FROM organisations WHERE municipality_id = $1 AND state = 'confirmed' \
         AND unreachable_since IS NOT NULL";
    /// Short addresses that begin alike, to find a free one.
    SLUGS: (MunicipalityId, String) => (String,) =
        "SELECT slug FROM organisations WHERE municipality_id = $1 AND slug LIKE $2";
    /// Forgets the sectors, before they are written anew.
    CLEAR_SECTORS: (MunicipalityId, OrganisationId) => () =
        "DELETE FROM organisation_sectors WHERE municipality_id = $1 AND organisation_id = $2";
    ADD_SECTOR: (MunicipalityId, OrganisationId, u32) => () =
        "INSERT INTO organisation_sectors (municipality_id, organisation_id, sector) VALUES ($1, $2, $3) \
         ON CONFLICT (municipality_id, organisation_id, sector) DO NOTHING";
    /// Whether somebody was asked to speak for it, or a program has a key of it.
    IN_USE: (MunicipalityId, OrganisationId) => (OrganisationId,) =
        "SELECT organisation_id FROM contact_invitations WHERE municipality_id = $1 AND organisation_id = $2 UNION \
         SELECT organisation_id FROM api_keys WHERE municipality_id = $1 AND organisation_id = $2";
    /// Away with one for which nobody speaks.
    REMOVE: (MunicipalityId, OrganisationId) => () =
        "DELETE FROM organisations WHERE municipality_id = $1 AND id = $2 AND registered_by IS NULL";
    /// Forgets the wijken, before they are written anew.
    CLEAR_AREAS: (MunicipalityId, OrganisationId) => () =
        "DELETE FROM organisation_areas WHERE municipality_id = $1 AND organisation_id = $2";
    ADD_AREA: (MunicipalityId, OrganisationId, String) => () =
        "INSERT INTO organisation_areas (municipality_id, organisation_id, area_code) VALUES ($1, $2, $3) \
         ON CONFLICT (municipality_id, organisation_id, area_code) DO NOTHING";

    /// Somebody's contact roles, with the organisation's name and state.
    OFFICES: (MunicipalityId, PersonId) => (OrganisationId, String, Code<ContactRole>, Code<OrganisationState>) =
        "SELECT o.id, o.name, c.role, o.state FROM contacts c \
         JOIN organisations o ON o.municipality_id = c.municipality_id AND o.id = c.organisation_id \
         WHERE c.municipality_id = $1 AND c.person_id = $2 AND o.state <> 'closed' ORDER BY o.sort_key";
    /// The contacts of an organisation, the first who came first.
    CONTACTS: (MunicipalityId, OrganisationId) => Contact = select "AND organisation_id = $2 ORDER BY since, person_id";
    /// Everything somebody is a contact of.
    OF_PERSON: (MunicipalityId, PersonId) => Contact = select "AND person_id = $2 ORDER BY since";
    /// A new contact, or another role and task for one.
    SAVE_CONTACT: Contact => () = save;
    /// A contact who leaves.
    DROP_CONTACT: (MunicipalityId, OrganisationId, PersonId) => () =
        "DELETE FROM contacts WHERE municipality_id = $1 AND organisation_id = $2 AND person_id = $3";
    /// Notes that letters to a contact come back. To be run when the organisation is locked.
    BOUNCED: (MunicipalityId, OrganisationId, PersonId, Instant) => () =
        "UPDATE contacts SET bounced_at = $4 WHERE municipality_id = $1 AND organisation_id = $2 AND person_id = $3";

    INVITATION: (MunicipalityId, InvitationId) => Invitation = select "AND id = $2";
    /// The invitations of an organisation that wait for an answer.
    INVITATIONS: (MunicipalityId, OrganisationId) => Invitation =
        select "AND organisation_id = $2 AND state = 'open' ORDER BY created_at";
    /// What somebody with this address is asked.
    INVITATIONS_TO: (MunicipalityId, String, Instant) => Invitation =
        select "AND email = $2 AND state = 'open' AND expires_at > $3 ORDER BY created_at";
    /// A new invitation, or the same one answered.
    SAVE_INVITATION: Invitation => () = save;
    /// Invitations whose time is over, the oldest first.
    INVITATIONS_DUE: (MunicipalityId, Instant, i64) => Invitation =
        select "AND state = 'open' AND expires_at <= $2 ORDER BY expires_at LIMIT $3";
    /// The search for a successor that somebody began and that is not over.
    SEARCH_OF: (MunicipalityId, OrganisationId, PersonId) => Invitation =
        select "AND organisation_id = $2 AND from_person = $3 AND state IN ('open', 'expired') ORDER BY created_at DESC";
    /// Contacts of an organisation who asked for a successor in vain.
    IN_VAIN: (MunicipalityId, OrganisationId) => (Option<PersonId>,) =
        "SELECT from_person FROM contact_invitations \
         WHERE municipality_id = $1 AND organisation_id = $2 AND state = 'expired' AND from_person IS NOT NULL";
    /// What is kept of who answered: nothing, when their data are erased.
    FORGET_INVITATIONS_OF: (MunicipalityId, PersonId) => () =
        "DELETE FROM contact_invitations WHERE municipality_id = $1 AND (answered_by = $2 OR from_person = $2)";
    /// What is kept of an address: nothing, when its owner's data are erased.
    FORGET_INVITATIONS_TO: (MunicipalityId, String) => () =
        "DELETE FROM contact_invitations WHERE municipality_id = $1 AND email = $2";
    /// Old invitations, whatever became of them. One in vain is kept as long as it says that somebody wants to leave.
    FORGET_INVITATIONS: (MunicipalityId, Instant) => () =
        "DELETE FROM contact_invitations WHERE municipality_id = $1 AND answered_at < $2 \
         AND NOT (state = 'expired' AND from_person IS NOT NULL)";
    /// Takes back what was asked of an address, because it is asked anew.
    WITHDRAW_FOR: (MunicipalityId, OrganisationId, String, Instant) => () =
        "UPDATE contact_invitations SET state = 'withdrawn', answered_at = $4 \
         WHERE municipality_id = $1 AND organisation_id = $2 AND email = $3 AND state = 'open'";
    /// Takes back the search for a successor of somebody who has left.
    WITHDRAW_FROM: (MunicipalityId, OrganisationId, PersonId, Instant) => () =
        "UPDATE contact_invitations SET state = 'withdrawn', answered_at = $4 \
         WHERE municipality_id = $1 AND organisation_id = $2 AND from_person = $3 AND state IN ('open', 'expired')";

    /// The organisation of an API key that was not revoked.
    BY_KEY: (MunicipalityId, Vec<u8>) => (OrganisationId,) =
        "SELECT organisation_id FROM api_keys WHERE municipality_id = $1 AND key_hash = $2 AND revoked_at IS NULL";
    /// The keys of an organisation that were not revoked.
    KEYS: (MunicipalityId, OrganisationId) => ApiKey =
        select "AND organisation_id = $2 AND revoked_at IS NULL ORDER BY created_at";
    /// A new key.
    SAVE_KEY: ApiKey => () = save;
    /// Makes a key worthless.
    REVOKE: (MunicipalityId, OrganisationId, ApiKeyId, Instant) => () =
        "UPDATE api_keys SET revoked_at = $4 \
         WHERE municipality_id = $1 AND organisation_id = $2 AND id = $3 AND revoked_at IS NULL";
    /// Makes every key of an organisation worthless.
    REVOKE_ALL: (MunicipalityId, OrganisationId, Instant) => () =
        "UPDATE api_keys SET revoked_at = $3 \
         WHERE municipality_id = $1 AND organisation_id = $2 AND revoked_at IS NULL";
}
