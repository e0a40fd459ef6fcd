//! Statements over organisations, their contacts, invitations and keys.

use kernel::{ContactRole, Instant, MunicipalityId, OrganisationId, PersonId};
use platform::{
    db::{Code, Json, query::Many},
    id_column, row, statements,
};

use super::model::{
    ApiKeyId, Contact, Details, InvitationId, InvitationState, Known, Organisation, OrganisationKind, OrganisationSize,
    OrganisationState,
};

id_column! { InvitationId, ApiKeyId }

row! {
    /// An organisation as stored; `sectors` and `areas` are codes with spaces between.
    pub struct OrganisationRow {
        pub municipality_id: MunicipalityId,
        pub id: OrganisationId,
        pub external_id: Option<String>,
        pub slug: String,
        pub kind: Code<OrganisationKind>,
        pub chamber_number: Option<String>,
        pub name: String,
        pub sort_key: String,
        pub name_key: String,
        pub size: Code<OrganisationSize>,
        pub sectors: String,
        pub areas: String,
        pub description: String,
        pub website: Option<String>,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub search_text: String,
        pub state: Code<OrganisationState>,
        pub state_reason: Option<String>,
        pub answer: Option<String>,
        pub registered_by: Option<PersonId>,
        pub created_at: Instant,
        pub confirmed_at: Option<Instant>,
        pub changed_at: Instant,
        pub unreachable_since: Option<Instant>,
    }
}

row! {
    /// The details of an organisation, to be changed.
    pub struct DetailsRow {
        pub municipality_id: MunicipalityId,
        pub id: OrganisationId,
        pub kind: Code<OrganisationKind>,
        pub chamber_number: Option<String>,
        pub name: String,
        pub sort_key: String,
        pub name_key: String,
        pub size: Code<OrganisationSize>,
        pub sectors: String,
        pub areas: String,
        pub description: String,
        pub website: Option<String>,
        pub email: Option<String>,
        pub phone: Option<String>,
        pub search_text: String,
        pub changed_at: Instant,
    }
}

row! {
    /// A contact as stored.
    pub struct ContactRow {
        pub municipality_id: MunicipalityId,
        pub organisation_id: OrganisationId,
        pub person_id: PersonId,
        pub role: Code<ContactRole>,
        pub task: String,
        pub since: Instant,
        pub bounced_at: Option<Instant>,
    }
}

row! {
    /// An invitation as stored.
    pub struct InvitationRow {
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
    /// A key as stored.
    pub struct KeyRow {
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

/// Codes with spaces between.
fn joined<T: ToString>(codes: &[T]) -> String {
    codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

impl OrganisationRow {
    /// A whole organisation as a row.
    pub fn of(municipality_id: MunicipalityId, organisation: &Organisation) -> Self {
        let details = DetailsRow::of(municipality_id, organisation.id, &organisation.details, organisation.changed_at);
        Self {
            municipality_id,
            id: organisation.id,
            external_id: organisation.external_id.clone(),
            slug: organisation.slug.clone(),
            kind: details.kind,
            chamber_number: details.chamber_number,
            name: details.name,
            sort_key: details.sort_key,
            name_key: details.name_key,
            size: details.size,
            sectors: details.sectors,
            areas: details.areas,
            description: details.description,
            website: details.website,
            email: details.email,
            phone: details.phone,
            search_text: details.search_text,
            state: Code(organisation.state),
            state_reason: organisation.state_reason.clone(),
            answer: organisation.answer.clone(),
            registered_by: organisation.registered_by,
            created_at: organisation.created_at,
            confirmed_at: organisation.confirmed_at,
            changed_at: organisation.changed_at,
            unreachable_since: organisation.unreachable_since,
        }
    }

    /// The organisation of this row.
    pub fn model(self) -> Organisation {
        let (Code(kind), Code(size), Code(state)) = (self.kind, self.size, self.state);
        let details = Details {
            kind,
            chamber_number: self.chamber_number,
            name: self.name,
            size,
            sectors: self.sectors.split(' ').filter_map(|code| code.parse().ok()).collect(),
            areas: self.areas.split_whitespace().map(str::to_owned).collect(),
            description: self.description,
            website: self.website,
            email: self.email,
            phone: self.phone,
        };
        Organisation {
            id: self.id,
            external_id: self.external_id,
            slug: self.slug,
            details,
            state,
            state_reason: self.state_reason,
            answer: self.answer,
            registered_by: self.registered_by,
            created_at: self.created_at,
            confirmed_at: self.confirmed_at,
            changed_at: self.changed_at,
            unreachable_since: self.unreachable_since,
        }
    }
}

impl DetailsRow {
    /// Details with everything that follows from them.
    pub fn of(municipality_id: MunicipalityId, id: OrganisationId, details: &Details, changed_at: Instant) -> Self {
        Self {
            municipality_id,
            id,
            kind: Code(details.kind),
            chamber_number: details.chamber_number.clone(),
            name: details.name.clone(),
            sort_key: kernel::text::title_sort_key(&details.name),
            name_key: super::model::name_key(&details.name),
            size: Code(details.size),
            sectors: joined(&details.sectors),
            areas: joined(&details.areas),
            description: details.description.clone(),
            website: details.website.clone(),
            email: details.email.clone(),
            phone: details.phone.clone(),
            search_text: super::model::search_text(details),
            changed_at,
        }
    }
}

impl ContactRow {
    /// The contact of this row.
    pub fn model(self) -> Contact {
        let Code(role) = self.role;
        Contact { person: self.person_id, role, task: self.task, since: self.since, bounced_at: self.bounced_at }
    }
}

macro_rules! organisation {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, id, external_id, slug, kind, chamber_number, name, sort_key, name_key, size, \
             sectors, areas, description, website, email, phone, search_text, state, state_reason, answer, \
             registered_by, created_at, confirmed_at, changed_at, unreachable_since \
             FROM organisations o WHERE municipality_id = $1 ",
            $rest
        )
    };
}

/// What the public list asks, for the list and its count alike.
macro_rules! found {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            "AND state = 'confirmed' AND search_text LIKE $2 AND search_text LIKE $3 AND search_text LIKE $4 \
             AND (CAST($5 AS BIGINT) = 0 OR EXISTS (SELECT 1 FROM organisation_sectors s \
             WHERE s.municipality_id = $1 AND s.organisation_id = o.id \
             AND (s.sector = $5 OR s.sector BETWEEN $6 AND $7))) \
             AND ($8 = '' OR areas = '' OR EXISTS (SELECT 1 FROM organisation_areas a \
             WHERE a.municipality_id = $1 AND a.organisation_id = o.id AND a.area_code = $8)) ",
            $after
        )
    };
}

macro_rules! invitation {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, id, organisation_id, email, role, task, note, invited_by, from_person, state, \
             created_at, expires_at, answered_at, answered_by FROM contact_invitations WHERE municipality_id = $1 ",
            $rest
        )
    };
}

type Found = (MunicipalityId, String, String, String, i64, i64, i64, String);
type FoundPage = (MunicipalityId, String, String, String, i64, i64, i64, String, i64, i64);

statements! {
    /// One organisation.
    FIND: (MunicipalityId, OrganisationId) => OrganisationRow = organisation!("AND id = $2");
    /// An organisation in a line.
    BRIEF: (MunicipalityId, OrganisationId) => (OrganisationId, String, String, Code<OrganisationState>) =
        "SELECT id, name, slug, state FROM organisations WHERE municipality_id = $1 AND id = $2";
    /// Some organisations, in no order.
    FIND_MANY: (MunicipalityId, Many<OrganisationId, 20>) => OrganisationRow = organisation!(
        "AND id IN ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)");
    /// The organisation at a short address.
    BY_SLUG: (MunicipalityId, String) => OrganisationRow = organisation!("AND slug = $2");
    /// The organisation of another system.
    BY_EXTERNAL: (MunicipalityId, String) => OrganisationRow = organisation!("AND external_id = $2");
    /// Organisations that take part or want to, with this number of the trade register.
    BY_CHAMBER: (MunicipalityId, String) => OrganisationRow =
        organisation!("AND chamber_number = $2 AND state <> 'closed' ORDER BY created_at");
    /// Organisations that take part or want to, with a name alike.
    BY_NAME_KEY: (MunicipalityId, String) => OrganisationRow =
        organisation!("AND name_key = $2 AND state <> 'closed' ORDER BY created_at");
    /// Every confirmed organisation, by name.
    ALL_CONFIRMED: (MunicipalityId,) => OrganisationRow =
        organisation!("AND state = 'confirmed' ORDER BY sort_key, id");
    /// Those in one state, the longest unchanged first.
    IN_STATE: (MunicipalityId, Code<OrganisationState>, i64, i64) => OrganisationRow =
        organisation!("AND state = $2 ORDER BY changed_at, id LIMIT $3 OFFSET $4");
    /// All of them, by name.
    ALL: (MunicipalityId, i64, i64) => OrganisationRow = organisation!("ORDER BY sort_key, id LIMIT $2 OFFSET $3");
    /// Those without a reachable contact, the longest first.
    UNREACHABLE: (MunicipalityId, i64, i64) => OrganisationRow = organisation!(
        "AND state = 'confirmed' AND unreachable_since IS NOT NULL ORDER BY unreachable_since, id LIMIT $2 OFFSET $3");
    /// Contacts of organisations that were refused or stopped before a moment.
    FORGET_ENDED_CONTACTS: (MunicipalityId, Instant) => () =
        "DELETE FROM contacts WHERE municipality_id = $1 AND organisation_id IN (SELECT o.id FROM organisations o \
         WHERE o.municipality_id = $1 AND o.state IN ('refused', 'closed') AND o.changed_at < $2)";
    /// Invitations of those.
    FORGET_ENDED_INVITATIONS: (MunicipalityId, Instant) => () =
        "DELETE FROM contact_invitations WHERE municipality_id = $1 AND organisation_id IN (SELECT o.id FROM organisations o \
         WHERE o.municipality_id = $1 AND o.state IN ('refused', 'closed') AND o.changed_at < $2)";
    /// How those could be reached, and who registered them.
    FORGET_ENDED_DETAILS: (MunicipalityId, Instant) => () =
        "UPDATE organisations SET email = NULL, phone = NULL, registered_by = NULL \
         WHERE municipality_id = $1 AND state IN ('refused', 'closed') AND changed_at < $2";
    /// Keys that were taken back before a moment.
    FORGET_KEYS: (MunicipalityId, Instant) => () =
        "DELETE FROM api_keys WHERE municipality_id = $1 AND revoked_at < $2";
    /// Those that took another name, kind or number since the municipality looked, the longest waiting first.
    ALTERED: (MunicipalityId, i64, i64) => OrganisationRow = organisation!(
        "AND state = 'confirmed' AND altered_at IS NOT NULL ORDER BY altered_at, id LIMIT $2 OFFSET $3");
    /// How many those are.
    COUNT_ALTERED: (MunicipalityId,) => (i64,) =
        "SELECT COUNT(*) FROM organisations WHERE municipality_id = $1 AND state = 'confirmed' AND altered_at IS NOT NULL";
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
    /// One page of the public list.
    FOUND: FoundPage => OrganisationRow = found!(
        "SELECT municipality_id, id, external_id, slug, kind, chamber_number, name, sort_key, name_key, size, \
         sectors, areas, description, website, email, phone, search_text, state, state_reason, answer, \
         registered_by, created_at, confirmed_at, changed_at, unreachable_since \
         FROM organisations o WHERE municipality_id = $1 ", "ORDER BY sort_key, id LIMIT $9 OFFSET $10");
    /// How many the public list holds.
    COUNT_FOUND: Found => (i64,) = found!("SELECT COUNT(*) FROM organisations o WHERE municipality_id = $1 ", "");
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
    /// A new organisation.
    INSERT: OrganisationRow => () =
        "INSERT INTO organisations (municipality_id, id, external_id, slug, kind, chamber_number, name, sort_key, \
         name_key, size, sectors, areas, description, website, email, phone, search_text, state, state_reason, answer, \
         registered_by, created_at, confirmed_at, changed_at, unreachable_since) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, \
         $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)";
    /// Other details.
    CHANGE: DetailsRow => () =
        "UPDATE organisations SET kind = $3, chamber_number = $4, name = $5, sort_key = $6, name_key = $7, size = $8, \
         sectors = $9, areas = $10, description = $11, website = $12, email = $13, phone = $14, search_text = $15, \
         changed_at = $16 WHERE municipality_id = $1 AND id = $2";
    /// The number by which another system knows it.
    NUMBER: (MunicipalityId, OrganisationId, String) => () =
        "UPDATE organisations SET external_id = $3 WHERE municipality_id = $1 AND id = $2";
    /// Another state, with its reason and the answer to it.
    MOVE: (MunicipalityId, OrganisationId, Code<OrganisationState>, Option<String>, Option<String>, Option<Instant>, Instant)
        => () =
        "UPDATE organisations SET state = $3, state_reason = $4, answer = $5, confirmed_at = $6, changed_at = $7 \
         WHERE municipality_id = $1 AND id = $2";
    /// Since when nobody can be reached, or that somebody can.
    MARK_REACH: (MunicipalityId, OrganisationId, Option<Instant>) => () =
        "UPDATE organisations SET unreachable_since = $3 WHERE municipality_id = $1 AND id = $2";
    /// Forgets the sectors, before they are written anew.
    CLEAR_SECTORS: (MunicipalityId, OrganisationId) => () =
        "DELETE FROM organisation_sectors WHERE municipality_id = $1 AND organisation_id = $2";
    /// A sector.
    ADD_SECTOR: (MunicipalityId, OrganisationId, u32) => () =
        "INSERT INTO organisation_sectors (municipality_id, organisation_id, sector) VALUES ($1, $2, $3) \
         ON CONFLICT (municipality_id, organisation_id, sector) DO NOTHING";
    /// Forgets the wijken, before they are written anew.
    CLEAR_AREAS: (MunicipalityId, OrganisationId) => () =
        "DELETE FROM organisation_areas WHERE municipality_id = $1 AND organisation_id = $2";
    /// A wijk.
    ADD_AREA: (MunicipalityId, OrganisationId, String) => () =
        "INSERT INTO organisation_areas (municipality_id, organisation_id, area_code) VALUES ($1, $2, $3) \
         ON CONFLICT (municipality_id, organisation_id, area_code) DO NOTHING";

    /// Somebody's contact roles, with the organisation's name and state.
    OFFICES: (MunicipalityId, PersonId) => (OrganisationId, String, Code<ContactRole>, Code<OrganisationState>) =
        "SELECT o.id, o.name, c.role, o.state FROM contacts c \
         JOIN organisations o ON o.municipality_id = c.municipality_id AND o.id = c.organisation_id \
         WHERE c.municipality_id = $1 AND c.person_id = $2 AND o.state <> 'closed' ORDER BY o.sort_key";
    /// The contacts of an organisation, who came first stands first.
    CONTACTS: (MunicipalityId, OrganisationId) => ContactRow =
        "SELECT municipality_id, organisation_id, person_id, role, task, since, bounced_at \
         FROM contacts WHERE municipality_id = $1 AND organisation_id = $2 ORDER BY since, person_id";
    /// Everything somebody is a contact of.
    OF_PERSON: (MunicipalityId, PersonId) => ContactRow =
        "SELECT municipality_id, organisation_id, person_id, role, task, since, bounced_at \
         FROM contacts WHERE municipality_id = $1 AND person_id = $2 ORDER BY since";
    /// A contact, or another role and task for one.
    KEEP_CONTACT: ContactRow => () =
        "INSERT INTO contacts (municipality_id, organisation_id, person_id, role, task, since, bounced_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (municipality_id, organisation_id, person_id) DO UPDATE SET role = excluded.role, \
         task = excluded.task, bounced_at = excluded.bounced_at";
    /// A contact who leaves.
    DROP_CONTACT: (MunicipalityId, OrganisationId, PersonId) => () =
        "DELETE FROM contacts WHERE municipality_id = $1 AND organisation_id = $2 AND person_id = $3";
    /// Notes that letters to somebody come back, wherever they are a contact.
    BOUNCED: (MunicipalityId, PersonId, Instant) => () =
        "UPDATE contacts SET bounced_at = $3 WHERE municipality_id = $1 AND person_id = $2";

    /// An invitation.
    INVITATION: (MunicipalityId, InvitationId) => InvitationRow = invitation!("AND id = $2");
    /// The invitations of an organisation that wait for an answer.
    INVITATIONS: (MunicipalityId, OrganisationId) => InvitationRow =
        invitation!("AND organisation_id = $2 AND state = 'open' ORDER BY created_at");
    /// What somebody with this address is asked.
    INVITATIONS_TO: (MunicipalityId, String, Instant) => InvitationRow =
        invitation!("AND email = $2 AND state = 'open' AND expires_at > $3 ORDER BY created_at");
    /// A new invitation.
    INSERT_INVITATION: InvitationRow => () =
        "INSERT INTO contact_invitations (municipality_id, id, organisation_id, email, role, task, note, invited_by, \
         from_person, state, created_at, expires_at, answered_at, answered_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    /// Invitations whose time is over, the oldest first.
    INVITATIONS_DUE: (MunicipalityId, Instant, i64) => InvitationRow =
        invitation!("AND state = 'open' AND expires_at <= $2 ORDER BY expires_at LIMIT $3");
    /// The search for a successor that somebody began and that is not over.
    SEARCH_OF: (MunicipalityId, OrganisationId, PersonId) => InvitationRow = invitation!(
        "AND organisation_id = $2 AND from_person = $3 AND state IN ('open', 'expired') ORDER BY created_at DESC");
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
    /// What became of an invitation.
    ANSWER_INVITATION: (MunicipalityId, InvitationId, Code<InvitationState>, Instant, Option<PersonId>) => () =
        "UPDATE contact_invitations SET state = $3, answered_at = $4, answered_by = $5 \
         WHERE municipality_id = $1 AND id = $2";
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
    KEYS: (MunicipalityId, OrganisationId) => KeyRow =
        "SELECT municipality_id, id, organisation_id, name, key_hash, made_by, created_at, revoked_at \
         FROM api_keys WHERE municipality_id = $1 AND organisation_id = $2 AND revoked_at IS NULL ORDER BY created_at";
    /// A new key.
    INSERT_KEY: KeyRow => () =
        "INSERT INTO api_keys (municipality_id, id, organisation_id, name, key_hash, made_by, created_at, revoked_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// Makes a key worthless.
    REVOKE: (MunicipalityId, OrganisationId, ApiKeyId, Instant) => () =
        "UPDATE api_keys SET revoked_at = $4 \
         WHERE municipality_id = $1 AND organisation_id = $2 AND id = $3 AND revoked_at IS NULL";
    /// Makes every key of an organisation worthless.
    REVOKE_ALL: (MunicipalityId, OrganisationId, Instant) => () =
        "UPDATE api_keys SET revoked_at = $3 \
         WHERE municipality_id = $1 AND organisation_id = $2 AND revoked_at IS NULL";
}
