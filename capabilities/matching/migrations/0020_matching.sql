-- Who was invited to look at a vacancy: people who agreed to be found, once per vacancy.

CREATE TABLE match_invitations (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    vacancy_id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    organisation_id {{uuid}} NOT NULL,
    invited_by {{uuid}},
    invited_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, vacancy_id, person_id)
);
CREATE INDEX match_invitations_person ON match_invitations (municipality_id, person_id, invited_at);
CREATE INDEX match_invitations_organisation ON match_invitations (municipality_id, organisation_id, invited_at);
CREATE INDEX match_invitations_age ON match_invitations (municipality_id, invited_at);
