-- Imports on the page: what was asked and what became of it, so that a long one can be left and found back.

CREATE TABLE import_runs (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    what TEXT NOT NULL,
    file_name TEXT NOT NULL,
    dry_run BOOLEAN NOT NULL,
    partial BOOLEAN NOT NULL,
    file_rows BIGINT NOT NULL,
    lang TEXT NOT NULL,
    state TEXT NOT NULL,
    -- The file itself, as long as it waits.
    file {{bytes}},
    report TEXT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX import_runs_created ON import_runs (municipality_id, created_at);
