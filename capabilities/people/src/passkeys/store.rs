//! Statements over passkeys.

use kernel::{Instant, MunicipalityId, PersonId};
use platform::{db::Json, row, statements};
use webauthn_rs::prelude::Passkey;

use super::PasskeyId;

row! {
    /// A passkey. What is stored of it is public: the secret stays in the device.
    pub struct PasskeyRow {
        pub municipality_id: MunicipalityId,
        pub id: PasskeyId,
        pub person_id: PersonId,
        pub credential_id: String,
        pub name: String,
        pub passkey: Json<Passkey>,
        pub created_at: Instant,
        pub used_at: Option<Instant>,
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT municipality_id, id, person_id, credential_id, name, passkey, created_at, used_at \
             FROM passkeys WHERE municipality_id = $1 ",
            $rest
        )
    };
}

statements! {
    /// A new passkey.
    INSERT: PasskeyRow => () =
        "INSERT INTO passkeys (municipality_id, id, person_id, credential_id, name, passkey, created_at, used_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// Somebody's passkeys, the newest first.
    OF_PERSON: (MunicipalityId, PersonId) => PasskeyRow = select!("AND person_id = $2 ORDER BY created_at DESC, id DESC");
    /// The passkey a browser speaks of.
    BY_CREDENTIAL: (MunicipalityId, String) => PasskeyRow = select!("AND credential_id = $2");
    /// It was used; its counter may have moved.
    USED: (MunicipalityId, PasskeyId, Json<Passkey>, Instant) => () =
        "UPDATE passkeys SET passkey = $3, used_at = $4 WHERE municipality_id = $1 AND id = $2";
    /// Another name.
    RENAME: (MunicipalityId, PersonId, PasskeyId, String) => () =
        "UPDATE passkeys SET name = $4 WHERE municipality_id = $1 AND person_id = $2 AND id = $3";
    /// Removes one.
    REMOVE: (MunicipalityId, PersonId, PasskeyId) => () =
        "DELETE FROM passkeys WHERE municipality_id = $1 AND person_id = $2 AND id = $3";
    /// Removes all of somebody's.
    FORGET_PERSON: (MunicipalityId, PersonId) => () =
        "DELETE FROM passkeys WHERE municipality_id = $1 AND person_id = $2";
}
