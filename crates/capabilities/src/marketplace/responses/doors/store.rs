//! The statement that finds other doors.

use kernel::{Date, MunicipalityId, OrganisationId};
use platform::{db::Json, statements};

use crate::facets::model::{Facets, VacancyId};

statements! {
    /// Live vacancies of other organisations, those in the wijk first.
    LIVE_ELSEWHERE: (MunicipalityId, VacancyId, OrganisationId, Date, String)
        => (VacancyId, String, OrganisationId, Json<Facets>) =
        "SELECT id, title, organisation_id, facets FROM vacancies WHERE municipality_id = $1 AND state = 'live' \
         AND id <> $2 AND organisation_id <> $3 AND (closes_on IS NULL OR closes_on >= $4) \
         ORDER BY CASE WHEN wijk = $5 THEN 0 ELSE 1 END, published_at DESC, id LIMIT 100";
}
