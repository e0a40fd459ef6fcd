//! Statements over wishes to sign in.

use kernel::{Instant, Lang, MunicipalityId, PersonId};
use platform::{db::Code, row, statements};

use super::{SignInId, ceremonies::Kind};

row! {
    /// A wish to sign in with an e-mail address.
    pub struct SignInRow in "sign_ins" key (municipality_id, id) {
        pub municipality_id: MunicipalityId,
        pub id: SignInId,
        pub email: String,
        pub back: String,
        pub lang: Lang,
        pub link_person: Option<PersonId>,
        pub code_hash: Option<Vec<u8>>,
        pub tries: u32,
        pub created_at: Instant,
        pub expires_at: Instant,
        pub confirmed_at: Option<Instant>,
    }
}

statements! {
    /// A new wish.
    SAVE: SignInRow => () = save;
    /// One of them.
    FIND: (MunicipalityId, SignInId) => SignInRow = select "AND id = $2";
    /// The one with this link.
    BY_TOKEN: (MunicipalityId, Vec<u8>) => SignInRow = select "AND token_hash = $2";
    /// The one that was confirmed in this browser.
    BY_BROWSER: (MunicipalityId, Vec<u8>) => SignInRow = select "AND browser_hash = $2";
    /// The hashes of what the letter holds.
    SECRETS: (MunicipalityId, SignInId, Vec<u8>, Vec<u8>) => () =
        "UPDATE sign_ins SET code_hash = $3, token_hash = $4 \
         WHERE municipality_id = $1 AND id = $2 AND confirmed_at IS NULL";
    /// A wrong code.
    WRONG: (MunicipalityId, SignInId) => () =
        "UPDATE sign_ins SET tries = tries + 1 WHERE municipality_id = $1 AND id = $2";
    /// The code or link was right; it is worth nothing from now on. The browser may still have to give a name.
    CONFIRMED: (MunicipalityId, SignInId, Instant, Option<Vec<u8>>) => () =
        "UPDATE sign_ins SET confirmed_at = $3, browser_hash = $4, code_hash = NULL, token_hash = NULL \
         WHERE municipality_id = $1 AND id = $2";
    /// Done with.
    DELETE: (MunicipalityId, SignInId) => () = "DELETE FROM sign_ins WHERE municipality_id = $1 AND id = $2";
    /// Every wish with this address.
    FORGET_EMAIL: (MunicipalityId, String) => () = "DELETE FROM sign_ins WHERE municipality_id = $1 AND email = $2";
    /// Every wish to give this person an address.
    FORGET_PERSON: (MunicipalityId, Option<PersonId>) => () =
        "DELETE FROM sign_ins WHERE municipality_id = $1 AND link_person = $2";
    /// The first step of a protocol.
    BEGIN: (MunicipalityId, Vec<u8>, Code<Kind>, Option<PersonId>, String, String, Instant) => () =
        "INSERT INTO ceremonies (municipality_id, browser_hash, kind, person_id, state, back, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// Takes it, once.
    TAKE: (MunicipalityId, Vec<u8>, Code<Kind>) => (Option<PersonId>, String, String, Instant) =
        "DELETE FROM ceremonies WHERE municipality_id = $1 AND browser_hash = $2 AND kind = $3 \
         RETURNING person_id, state, back, expires_at";
    /// Steps that were never followed by another.
    FORGET_STEPS: (MunicipalityId, Instant) => () =
        "DELETE FROM ceremonies WHERE municipality_id = $1 AND expires_at <= $2";
    /// Steps of somebody who is no more.
    FORGET_STEPS_OF: (MunicipalityId, Option<PersonId>) => () =
        "DELETE FROM ceremonies WHERE municipality_id = $1 AND person_id = $2";
    /// Old ones.
    FORGET: (MunicipalityId, Instant) => () = "DELETE FROM sign_ins WHERE municipality_id = $1 AND created_at < $2";
}
