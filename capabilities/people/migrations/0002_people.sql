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
    warned_at BIGINT,
    erased_at BIGINT,
    PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX persons_email ON persons (municipality_id, email);
CREATE INDEX persons_sort ON persons (municipality_id, sort_key);
CREATE INDEX persons_seen ON persons (municipality_id, seen_at);

CREATE TABLE person_roles (
    municipality_id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    role TEXT NOT NULL,
    granted_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, person_id, role),
    FOREIGN KEY (municipality_id, person_id) REFERENCES persons (municipality_id, id)
);

-- What identity providers call somebody.
CREATE TABLE person_identities (
    municipality_id {{uuid}} NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person_id {{uuid}} NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, issuer, subject),
    FOREIGN KEY (municipality_id, person_id) REFERENCES persons (municipality_id, id)
);
CREATE INDEX person_identities_person ON person_identities (municipality_id, person_id);

-- A wish to sign in with an e-mail address. Code and link are stored as hashes only.
CREATE TABLE sign_ins (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    email TEXT NOT NULL,
    name TEXT,
    back TEXT NOT NULL,
    lang TEXT NOT NULL,
    link_person {{uuid}},
    code_hash {{bytes}},
    token_hash {{bytes}},
    browser_hash {{bytes}},
    tries BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX sign_ins_token ON sign_ins (municipality_id, token_hash);
CREATE UNIQUE INDEX sign_ins_browser ON sign_ins (municipality_id, browser_hash);
CREATE INDEX sign_ins_created ON sign_ins (municipality_id, created_at);

-- What a browser and we must both remember between two steps of a protocol (passkeys, OpenID Connect).
CREATE TABLE ceremonies (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    browser_hash {{bytes}} NOT NULL,
    kind TEXT NOT NULL,
    person_id {{uuid}},
    state TEXT NOT NULL,
    back TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, browser_hash)
);
CREATE INDEX ceremonies_expiry ON ceremonies (municipality_id, expires_at);

CREATE TABLE passkeys (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    credential_id TEXT NOT NULL,
    name TEXT NOT NULL,
    passkey TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES persons (municipality_id, id)
);
CREATE UNIQUE INDEX passkeys_credential ON passkeys (municipality_id, credential_id);
CREATE INDEX passkeys_person ON passkeys (municipality_id, person_id);

CREATE TABLE profiles (
    municipality_id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    profile TEXT NOT NULL,
    findable BOOLEAN NOT NULL,
    postcode TEXT,
    area_code TEXT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, person_id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES persons (municipality_id, id)
);
CREATE INDEX profiles_findable ON profiles (municipality_id, findable, area_code);

-- What somebody agreed to, one row for each purpose.
CREATE TABLE consents (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    purpose TEXT NOT NULL,
    way TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    recorded_by {{uuid}},
    withdrawn_at BIGINT,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES persons (municipality_id, id)
);
CREATE INDEX consents_person ON consents (municipality_id, person_id);

-- The code on a paper card; the card itself is on paper only.
CREATE TABLE paper_cards (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    code_hash {{bytes}} NOT NULL,
    made_by {{uuid}},
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, person_id) REFERENCES persons (municipality_id, id)
);
CREATE UNIQUE INDEX paper_cards_code ON paper_cards (municipality_id, code_hash);
CREATE INDEX paper_cards_person ON paper_cards (municipality_id, person_id);
