//! Statements over profiles.

use kernel::{MunicipalityId, PersonId};
use platform::{statements, table};

use super::Told;

table! { Told in "profiles" key (municipality_id, person_id) {
    municipality_id: municipality,
    person_id: person,
    profile as json,
    changed_at;
    findable = |told| told.profile.findable,
    postcode = |told| told.profile.postcode.clone(),
    area_code = |told| told.profile.area_code.clone(),
} }

statements! {
    /// What somebody told.
    FIND: (MunicipalityId, PersonId) => Told = select "AND person_id = $2";
    /// Everybody who agreed to be found.
    FINDABLE: (MunicipalityId,) => Told = select "AND findable ORDER BY person_id";
    /// What somebody tells from now on.
    SAVE: Told => () = save;
    /// Forgets what somebody told.
    FORGET: (MunicipalityId, PersonId) => () = "DELETE FROM profiles WHERE municipality_id = $1 AND person_id = $2";
}
