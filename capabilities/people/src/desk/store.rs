//! Statements over consents and cards.

use kernel::{Date, Instant, MunicipalityId, OrganisationId, PersonId};
use platform::{db::Code, row, statements, table};

use super::{
    CardId, ConsentId,
    model::{Consent, Purpose},
};

table! { Consent in "consents" key (municipality_id, id) {
    municipality_id: municipality,
    id,
    person_id: person,
    purpose as code,
    way as code,
    valid_until,
    given_at,
    recorded_by,
    withdrawn_at,
    replaced,
    organisation_id: organisation,
    organisation_name
} }

row! {
    /// A person in the list of the desk.
    pub struct ListedRow {
        pub id: PersonId,
        pub name: String,
        pub until: Option<String>,
    }
}

/// People with a consent that nobody withdrew and that holds on `$2` or later.
macro_rules! agreed {
    ($columns:literal, $rest:literal) => {
        concat!(
            "SELECT ",
            $columns,
            " FROM persons p JOIN consents c ON c.municipality_id = p.municipality_id AND c.person_id = p.id \
             WHERE p.municipality_id = $1 AND p.erased_at IS NULL AND c.withdrawn_at IS NULL AND c.valid_until >= $2 ",
            $rest
        )
    };
}

statements! {
    /// A new consent.
    SAVE: Consent => () = save;
    /// Somebody's consents, the newest first.
    OF_PERSON: (MunicipalityId, PersonId) => Consent = select "AND person_id = $2 ORDER BY given_at DESC, id DESC";
    /// Withdraws one.
    WITHDRAW: (MunicipalityId, PersonId, ConsentId, Instant) => () =
        "UPDATE consents SET withdrawn_at = $4 \
         WHERE municipality_id = $1 AND person_id = $2 AND id = $3 AND withdrawn_at IS NULL";
    /// A newer consent for the same purpose, given to the same, takes the place of the older ones.
    REPLACE: (MunicipalityId, PersonId, Code<Purpose>, Instant, Option<OrganisationId>) => () =
        "UPDATE consents SET withdrawn_at = $4, replaced = TRUE \
         WHERE municipality_id = $1 AND person_id = $2 AND purpose = $3 AND withdrawn_at IS NULL \
         AND organisation_id IS NOT DISTINCT FROM $5";
    /// Those who gave it to the information point, of whom all four words occur in the name.
    LIST: (MunicipalityId, Date, String, String, String, String, i64, i64) => ListedRow = agreed!(
        "p.id, p.name, MAX(c.valid_until) AS until",
        "AND c.organisation_id IS NULL AND p.sort_key LIKE $3 \
         AND p.sort_key LIKE $4 AND p.sort_key LIKE $5 \
         AND p.sort_key LIKE $6 \
         GROUP BY p.id, p.name, p.sort_key ORDER BY p.sort_key, p.id LIMIT $7 OFFSET $8"
    );
    /// How many of them there are.
    COUNT: (MunicipalityId, Date, String, String, String, String) => (i64,) = agreed!(
        "COUNT(DISTINCT p.id)",
        "AND c.organisation_id IS NULL AND p.sort_key LIKE $3 \
         AND p.sort_key LIKE $4 AND p.sort_key LIKE $5 \
         AND p.sort_key LIKE $6"
    );
    /// Those whose last consent to the information point ends on `$3` or earlier, the first first.
    ENDING: (MunicipalityId, Date, Date, i64) => ListedRow = agreed!(
        "p.id, p.name, MAX(c.valid_until) AS until",
        "AND c.organisation_id IS NULL GROUP BY p.id, p.name, p.sort_key HAVING MAX(c.valid_until) <= $3 \
         ORDER BY MAX(c.valid_until), p.sort_key, p.id LIMIT $4"
    );
    /// Those who gave it to one organisation.
    LIST_FOR: (MunicipalityId, Date, OrganisationId, i64, i64) => ListedRow = agreed!(
        "p.id, p.name, MAX(c.valid_until) AS until",
        "AND c.organisation_id = $3 GROUP BY p.id, p.name, p.sort_key ORDER BY p.sort_key, p.id LIMIT $4 OFFSET $5"
    );
    /// How many of them there are.
    COUNT_FOR: (MunicipalityId, Date, OrganisationId) => (i64,) =
        agreed!("COUNT(DISTINCT p.id)", "AND c.organisation_id = $3");
    /// How many people a consent holds for on `$2`.
    HELPED: (MunicipalityId, Date) => (i64,) =
        "SELECT COUNT(DISTINCT person_id) FROM consents \
         WHERE municipality_id = $1 AND withdrawn_at IS NULL AND valid_until >= $2 AND organisation_id IS NULL";
    /// A new card.
    MAKE_CARD: (MunicipalityId, CardId, PersonId, Vec<u8>, Option<PersonId>, Instant, Instant) => () =
        "INSERT INTO paper_cards (municipality_id, id, person_id, code_hash, made_by, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// Ends somebody's cards.
    END_CARDS: (MunicipalityId, PersonId) => () =
        "DELETE FROM paper_cards WHERE municipality_id = $1 AND person_id = $2";
    /// Whose card has this code, while it holds.
    BY_CODE: (MunicipalityId, Vec<u8>, Instant) => (PersonId,) =
        "SELECT person_id FROM paper_cards WHERE municipality_id = $1 AND code_hash = $2 AND expires_at > $3";
    /// Forgets cards that have ended.
    FORGET_CARDS: (MunicipalityId, Instant) => () =
        "DELETE FROM paper_cards WHERE municipality_id = $1 AND expires_at <= $2";
    /// Forgets what somebody agreed to.
    FORGET_PERSON: (MunicipalityId, PersonId) => () =
        "DELETE FROM consents WHERE municipality_id = $1 AND person_id = $2";
    /// Forgets who recorded consents of others.
    FORGET_RECORDER: (MunicipalityId, Option<PersonId>) => () =
        "UPDATE consents SET recorded_by = NULL WHERE municipality_id = $1 AND recorded_by = $2";
    /// Forgets who made cards for others.
    FORGET_MAKER: (MunicipalityId, Option<PersonId>) => () =
        "UPDATE paper_cards SET made_by = NULL WHERE municipality_id = $1 AND made_by = $2";
    /// Consents that ended by themselves before a day, or were withdrawn before a moment.
    FORGET_OLD: (MunicipalityId, Date, Instant) => () =
        "DELETE FROM consents WHERE municipality_id = $1 AND (valid_until < $2 OR withdrawn_at < $3)";
    /// People without e-mail or role, registered before `$2`, who left no consent behind: nobody can help them, and
    /// they cannot come in.
    ADRIFT: (MunicipalityId, Instant, i64) => (PersonId,) =
        "SELECT p.id FROM persons p WHERE p.municipality_id = $1 AND p.erased_at IS NULL AND p.email IS NULL \
         AND p.created_at < $2 AND p.seen_at < $2 AND NOT EXISTS \
         (SELECT 1 FROM consents c WHERE c.municipality_id = p.municipality_id AND c.person_id = p.id) \
         AND NOT EXISTS (SELECT 1 FROM person_roles r WHERE r.municipality_id = p.municipality_id AND r.person_id = p.id) \
         ORDER BY p.created_at, p.id LIMIT $3";
}
