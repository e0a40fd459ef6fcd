CREATE TABLE areas (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    parent_code TEXT,
    lat DOUBLE PRECISION NOT NULL,
    lon DOUBLE PRECISION NOT NULL,
    geometry TEXT NOT NULL,
    PRIMARY KEY (municipality_id, code)
);

CREATE TABLE postcodes (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    postcode TEXT NOT NULL,
    place TEXT NOT NULL,
    lat DOUBLE PRECISION NOT NULL,
    lon DOUBLE PRECISION NOT NULL,
    buurt_code TEXT,
    wijk_code TEXT,
    PRIMARY KEY (municipality_id, postcode)
);

CREATE TABLE place_sources (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    subject TEXT NOT NULL,
    credit TEXT NOT NULL,
    schematic BOOLEAN NOT NULL,
    version {{uuid}} NOT NULL,
    loaded_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, subject)
);
