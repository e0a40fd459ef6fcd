-- What every capability builds on: towns and their settings, the event feed, jobs, audit, sign-ins, mail that was sent.

CREATE TABLE municipalities (
    municipality_id {{uuid}} NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    base_url TEXT NOT NULL,
    hosts TEXT NOT NULL,
    is_default BOOLEAN NOT NULL,
    zone TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

CREATE TABLE settings (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    key TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, key, valid_from)
);

CREATE TABLE events (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    kind TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id {{uuid}} NOT NULL,
    payload TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX events_feed ON events (recorded_at, id);

CREATE TABLE jobs (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    dedup_key TEXT,
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    state TEXT NOT NULL,
    lease_until BIGINT,
    last_error TEXT,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX jobs_due ON jobs (state, run_at);
CREATE UNIQUE INDEX jobs_once ON jobs (municipality_id, dedup_key);

CREATE TABLE audit (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id {{uuid}},
    on_behalf_of {{uuid}},
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id {{uuid}},
    details TEXT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX audit_subject ON audit (municipality_id, subject_kind, subject_id);

CREATE TABLE sessions (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    token_hash {{bytes}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    device TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE UNIQUE INDEX sessions_token ON sessions (municipality_id, token_hash);
CREATE INDEX sessions_person ON sessions (municipality_id, person_id);

CREATE TABLE sent_mails (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    message_id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    text_body TEXT NOT NULL,
    html_body TEXT NOT NULL,
    reply_to TEXT,
    attachments TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX sent_mails_recipient ON sent_mails (municipality_id, recipient, sent_at);

CREATE TABLE synonyms (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    words TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
