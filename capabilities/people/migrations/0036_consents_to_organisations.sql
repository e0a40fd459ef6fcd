-- A consent may be given to one organisation instead of the information point; its name stays as it was read aloud.
-- A consent that a newer one took the place of was not withdrawn by anybody.

ALTER TABLE consents ADD COLUMN organisation_id {{uuid}};
ALTER TABLE consents ADD COLUMN organisation_name TEXT;
ALTER TABLE consents ADD COLUMN replaced BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX consents_organisation ON consents (municipality_id, organisation_id);
