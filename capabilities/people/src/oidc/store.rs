//! Statements over who people are at an identity provider.

use kernel::{Instant, MunicipalityId, PersonId};
use platform::statements;

statements! {
    /// Who this is.
    PERSON: (MunicipalityId, String, String) => (PersonId,) =
        "SELECT person_id FROM person_identities WHERE municipality_id = $1 AND issuer = $2 AND subject = $3";
    /// Remembers who this is.
    LINK: (MunicipalityId, String, String, PersonId, Instant) => () =
        "INSERT INTO person_identities (municipality_id, issuer, subject, person_id, created_at) VALUES ($1, $2, $3, $4, $5)";
    /// Who somebody is elsewhere.
    OF_PERSON: (MunicipalityId, PersonId) => (String, String, Instant) =
        "SELECT issuer, subject, created_at FROM person_identities WHERE municipality_id = $1 AND person_id = $2 \
         ORDER BY created_at, issuer, subject";
    /// Of somebody who is erased.
    FORGET_PERSON: (MunicipalityId, PersonId) => () =
        "DELETE FROM person_identities WHERE municipality_id = $1 AND person_id = $2";
}
