//! Statements over favourites.

use kernel::{Instant, MunicipalityId, PersonId};
use platform::statements;

use facets::model::VacancyId;

statements! {
    /// A vacancy to look at later.
    KEEP_FAVOURITE: (MunicipalityId, PersonId, VacancyId, Instant) => () =
        "INSERT INTO favourites (municipality_id, person_id, vacancy_id, kept_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (municipality_id, person_id, vacancy_id) DO NOTHING";
    /// Not kept any more.
    DROP_FAVOURITE: (MunicipalityId, PersonId, VacancyId) => () =
        "DELETE FROM favourites WHERE municipality_id = $1 AND person_id = $2 AND vacancy_id = $3";
    /// What somebody kept, the last first.
    FAVOURITES: (MunicipalityId, PersonId) => (VacancyId, Instant) =
        "SELECT vacancy_id, kept_at FROM favourites WHERE municipality_id = $1 AND person_id = $2 \
         ORDER BY kept_at DESC, vacancy_id LIMIT 200";
    /// Whether somebody kept this one.
    IS_FAVOURITE: (MunicipalityId, PersonId, VacancyId) => (VacancyId,) =
        "SELECT vacancy_id FROM favourites WHERE municipality_id = $1 AND person_id = $2 AND vacancy_id = $3";
    /// Of somebody who leaves.
    FORGET_FAVOURITES: (MunicipalityId, PersonId) => () =
        "DELETE FROM favourites WHERE municipality_id = $1 AND person_id = $2";
}
