//! Statements over invitations to look at a vacancy.

use kernel::{Instant, MunicipalityId, OrganisationId, PersonId};
use platform::statements;

use facets::model::VacancyId;

statements! {
    /// A new invitation; whoever was invited before is not invited again.
    INVITE: (MunicipalityId, VacancyId, PersonId, OrganisationId, Option<PersonId>, Instant) => () =
        "INSERT INTO match_invitations (municipality_id, vacancy_id, person_id, organisation_id, invited_by, invited_at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality_id, vacancy_id, person_id) DO NOTHING";
    /// Who was invited to a vacancy, and when.
    OF_VACANCY: (MunicipalityId, VacancyId) => (PersonId, Instant) =
        "SELECT person_id, invited_at FROM match_invitations WHERE municipality_id = $1 AND vacancy_id = $2 \
         ORDER BY person_id";
    /// To what somebody was invited, the newest first.
    OF_PERSON: (MunicipalityId, PersonId) => (VacancyId, OrganisationId, Instant) =
        "SELECT vacancy_id, organisation_id, invited_at FROM match_invitations \
         WHERE municipality_id = $1 AND person_id = $2 ORDER BY invited_at DESC, vacancy_id LIMIT 50";
    /// How many people an organisation invited since a moment.
    SINCE: (MunicipalityId, OrganisationId, Instant) => (i64,) =
        "SELECT COUNT(*) FROM match_invitations WHERE municipality_id = $1 AND organisation_id = $2 AND invited_at > $3";
    /// Forgets old ones.
    FORGET_OLD: (MunicipalityId, Instant) => () =
        "DELETE FROM match_invitations WHERE municipality_id = $1 AND invited_at < $2";
    /// Forgets those of somebody.
    FORGET_PERSON: (MunicipalityId, PersonId) => () =
        "DELETE FROM match_invitations WHERE municipality_id = $1 AND person_id = $2";
    /// Forgets who invited.
    FORGET_INVITER: (MunicipalityId, Option<PersonId>) => () =
        "UPDATE match_invitations SET invited_by = NULL WHERE municipality_id = $1 AND invited_by = $2";
}
