//! Statements over passkeys.

use kernel::{Instant, MunicipalityId, PersonId};
use platform::{db::Json, row, statements};
use webauthn_rs::prelude::Passkey;

use super::PasskeyId;

row! {
    /// A passkey. What is stored of it is public: the secret stays in the device.
    pub struct PasskeyRow in "passkeys" key (municipality_id, id) {
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

statements! {
    /// A new passkey.
    SAVE: PasskeyRow => () = save;
    /// Somebody's passkeys, the newest first.
    OF_PERSON: (MunicipalityId, PersonId) => PasskeyRow = select "AND person_id = $2 ORDER BY created_at DESC, id DESC";
    /// The passkey a browser speaks of.
    BY_CREDENTIAL: (MunicipalityId, String) => PasskeyRow = select "AND credential_id = $2";
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
