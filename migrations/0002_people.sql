-- owner: people

CREATE TABLE persons (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    lang TEXT,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    erased_at BIGINT,
    PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX persons_email ON persons (municipality_id, email);
CREATE INDEX persons_sort ON persons (municipality_id, sort_key);

CREATE TABLE person_roles (
    municipality_id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    role TEXT NOT NULL,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, person_id, role),
    FOREIGN KEY (municipality_id, person_id) REFERENCES persons (municipality_id, id)
);
