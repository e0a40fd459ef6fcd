-- The file of an import is kept until it is stored, so that what is wrong with it can be filled in without sending it again.

CREATE TABLE import_parts (
    municipality_id {{uuid}} NOT NULL,
    run_id {{uuid}} NOT NULL,
    part BIGINT NOT NULL,
    bytes {{bytes}} NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, run_id, part),
    FOREIGN KEY (municipality_id, run_id) REFERENCES import_runs (municipality_id, id)
);
CREATE INDEX import_parts_created ON import_parts (municipality_id, created_at);

INSERT INTO import_parts (municipality_id, run_id, part, bytes, created_at)
    SELECT municipality_id, id, 0, file, created_at FROM import_runs WHERE file IS NOT NULL;

ALTER TABLE import_runs DROP COLUMN file;
ALTER TABLE import_runs ADD COLUMN kept BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE import_runs ADD COLUMN corrections TEXT;
-- Since when it is turned back.
ALTER TABLE import_runs ADD COLUMN undone_at BIGINT;
UPDATE import_runs SET kept = TRUE WHERE state IN ('waiting', 'busy');

-- What an import added and changed, to turn it back by: what was there before (nothing, when it added it), and after.
CREATE TABLE import_changes (
    municipality_id {{uuid}} NOT NULL,
    run_id {{uuid}} NOT NULL,
    place BIGINT NOT NULL,
    kind TEXT NOT NULL,
    subject_id {{uuid}} NOT NULL,
    was TEXT,
    became TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, run_id, place)
);
CREATE INDEX import_changes_created ON import_changes (municipality_id, created_at);
