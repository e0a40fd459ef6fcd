CREATE TABLE organisations (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    external_id TEXT,
    slug TEXT NOT NULL,
    kind TEXT NOT NULL,
    chamber_number TEXT,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    name_key TEXT NOT NULL,
    size TEXT NOT NULL,
    sectors TEXT NOT NULL,
    areas TEXT NOT NULL,
    description TEXT NOT NULL,
    website TEXT,
    email TEXT,
    phone TEXT,
    search_text TEXT NOT NULL,
    state TEXT NOT NULL,
    state_reason TEXT,
    answer TEXT,
    registered_by {{uuid}},
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    changed_at BIGINT NOT NULL,
    unreachable_since BIGINT,
    PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX organisations_slug ON organisations (municipality_id, slug);
CREATE UNIQUE INDEX organisations_external ON organisations (municipality_id, external_id);
CREATE INDEX organisations_sort ON organisations (municipality_id, state, sort_key);
CREATE INDEX organisations_changed ON organisations (municipality_id, state, changed_at);
CREATE INDEX organisations_chamber ON organisations (municipality_id, chamber_number);
CREATE INDEX organisations_name ON organisations (municipality_id, name_key);

-- The same sectors and areas as in the row itself, for looking from that side.
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
    bounced_at BIGINT,
    PRIMARY KEY (municipality_id, organisation_id, person_id),
    FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisations (municipality_id, id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES persons (municipality_id, id)
);
CREATE INDEX contacts_person ON contacts (municipality_id, person_id);

-- Somebody is asked to become a contact; with from_person, to take over that contact's role.
CREATE TABLE contact_invitations (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    organisation_id {{uuid}} NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    task TEXT NOT NULL,
    note TEXT NOT NULL,
    invited_by {{uuid}},
    from_person {{uuid}},
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    answered_at BIGINT,
    answered_by {{uuid}},
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisations (municipality_id, id)
);
CREATE INDEX contact_invitations_organisation ON contact_invitations (municipality_id, organisation_id, state);
CREATE INDEX contact_invitations_email ON contact_invitations (municipality_id, email, state);
CREATE INDEX contact_invitations_open ON contact_invitations (municipality_id, state, expires_at);

CREATE TABLE api_keys (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    organisation_id {{uuid}} NOT NULL,
    name TEXT NOT NULL,
    key_hash {{bytes}} NOT NULL,
    made_by {{uuid}},
    created_at BIGINT NOT NULL,
    revoked_at BIGINT,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisations (municipality_id, id)
);
CREATE UNIQUE INDEX api_keys_hash ON api_keys (municipality_id, key_hash);
CREATE INDEX api_keys_organisation ON api_keys (municipality_id, organisation_id);
