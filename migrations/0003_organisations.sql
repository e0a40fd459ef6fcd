-- owner: organisations

CREATE TABLE organisations (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    external_id TEXT,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    slug TEXT NOT NULL,
    kind TEXT NOT NULL,
    chamber_number TEXT,
    size TEXT NOT NULL,
    description TEXT NOT NULL,
    website TEXT,
    email TEXT,
    phone TEXT,
    state TEXT NOT NULL,
    state_reason TEXT,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX organisations_slug ON organisations (municipality_id, slug);
CREATE UNIQUE INDEX organisations_external ON organisations (municipality_id, external_id);
CREATE INDEX organisations_sort ON organisations (municipality_id, state, sort_key);

CREATE TABLE organisation_sectors (
    municipality_id {{uuid}} NOT NULL,
    organisation_id {{uuid}} NOT NULL,
    sector BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, organisation_id, sector),
    FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisations (municipality_id, id)
);

CREATE TABLE organisation_areas (
    municipality_id {{uuid}} NOT NULL,
    organisation_id {{uuid}} NOT NULL,
    area_code TEXT NOT NULL,
    PRIMARY KEY (municipality_id, organisation_id, area_code),
    FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisations (municipality_id, id)
);

CREATE TABLE contacts (
    municipality_id {{uuid}} NOT NULL,
    organisation_id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    role TEXT NOT NULL,
    task TEXT NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, organisation_id, person_id),
    FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisations (municipality_id, id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES persons (municipality_id, id)
);
CREATE INDEX contacts_person ON contacts (municipality_id, person_id);

CREATE TABLE api_keys (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    organisation_id {{uuid}} NOT NULL,
    name TEXT NOT NULL,
    key_hash {{bytes}} NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisations (municipality_id, id)
);
CREATE UNIQUE INDEX api_keys_hash ON api_keys (municipality_id, key_hash);
