-- What people and groups offer to do.

CREATE TABLE offers (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    shown_name TEXT NOT NULL,
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    description TEXT NOT NULL,
    facets TEXT NOT NULL,
    wijk TEXT,
    group_size BIGINT NOT NULL,
    travel_km BIGINT,
    visibility TEXT NOT NULL,
    state TEXT NOT NULL,
    closing TEXT,
    moderation_note TEXT,
    published_at BIGINT NOT NULL,
    expires_on TEXT NOT NULL,
    keep_hash {{bytes}},
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX offers_person ON offers (municipality_id, person_id);
CREATE INDEX offers_state ON offers (municipality_id, state, expires_on);
CREATE INDEX offers_keep ON offers (municipality_id, keep_hash);
