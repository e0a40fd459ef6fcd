//! Statements over profiles.

use kernel::{Instant, MunicipalityId, PersonId};
use platform::{db::Json, statements};

use crate::model::Profile;

statements! {
    /// What somebody told.
    FIND: (MunicipalityId, PersonId) => (Json<Profile>,) =
        "SELECT profile FROM profiles WHERE municipality_id = $1 AND person_id = $2";
    /// Everybody who agreed to be found.
    FINDABLE: (MunicipalityId,) => (PersonId, Json<Profile>) =
        "SELECT person_id, profile FROM profiles WHERE municipality_id = $1 AND findable ORDER BY person_id";
    /// What somebody tells from now on.
    KEEP: (MunicipalityId, PersonId, Json<Profile>, bool, Option<String>, Option<String>, Instant) => () =
        "INSERT INTO profiles (municipality_id, person_id, profile, findable, postcode, area_code, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (municipality_id, person_id) DO UPDATE SET \
         profile = excluded.profile, findable = excluded.findable, postcode = excluded.postcode, \
         area_code = excluded.area_code, changed_at = excluded.changed_at";
    /// Forgets what somebody told.
    FORGET: (MunicipalityId, PersonId) => () = "DELETE FROM profiles WHERE municipality_id = $1 AND person_id = $2";
}
