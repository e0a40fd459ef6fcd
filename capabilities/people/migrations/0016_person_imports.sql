-- The number by which another system knows somebody, so that a second import changes instead of doubles.

CREATE TABLE person_imports (
    municipality_id {{uuid}} NOT NULL,
    external_id TEXT NOT NULL,
    person_id {{uuid}} NOT NULL,
    PRIMARY KEY (municipality_id, external_id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES persons (municipality_id, id)
);
CREATE INDEX person_imports_person ON person_imports (municipality_id, person_id);
