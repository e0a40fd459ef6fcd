-- Help requests. Exact data stand in a table of their own, so that no list, search or export can take them along by mistake.

CREATE TABLE help_requests (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    person_id {{uuid}},
    steward_id {{uuid}} NOT NULL,
    entered_by_id {{uuid}} NOT NULL,
    written_by TEXT NOT NULL,
    relation TEXT,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    facets TEXT NOT NULL,
    wijk TEXT,
    state TEXT NOT NULL,
    note TEXT,
    closing TEXT,
    helper_id {{uuid}},
    helper_organisation_id {{uuid}},
    matched_at BIGINT,
    published_at BIGINT,
    expires_on TEXT,
    keep_hash {{bytes}},
    tell_since BIGINT,
    due_at BIGINT,
    taken_over_at BIGINT,
    closed_at BIGINT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX help_requests_steward ON help_requests (municipality_id, steward_id);
CREATE INDEX help_requests_helper ON help_requests (municipality_id, helper_id);
CREATE INDEX help_requests_state ON help_requests (municipality_id, state, expires_on);
CREATE INDEX help_requests_keep ON help_requests (municipality_id, keep_hash);
CREATE INDEX help_requests_tell ON help_requests (municipality_id, tell_since);
CREATE INDEX help_requests_taken_over ON help_requests (municipality_id, taken_over_at);

-- Seen by the matched helper after both agreed, by the asker, and by the desk with a reason; every look is in the audit log.
CREATE TABLE help_request_private (
    municipality_id {{uuid}} NOT NULL,
    help_request_id {{uuid}} NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT,
    email TEXT,
    remark TEXT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, help_request_id),
    FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_requests (municipality_id, id)
);

-- Who would help, with the moment at which they agreed to the safety text.
CREATE TABLE help_request_helpers (
    municipality_id {{uuid}} NOT NULL,
    help_request_id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    organisation_id {{uuid}},
    message TEXT NOT NULL,
    state TEXT NOT NULL,
    agreed_at BIGINT NOT NULL,
    decided_at BIGINT,
    PRIMARY KEY (municipality_id, help_request_id, person_id),
    FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_requests (municipality_id, id)
);
CREATE INDEX help_request_helpers_person ON help_request_helpers (municipality_id, person_id);

-- People who want to be confirmed as helpers, and those who are.
CREATE TABLE helpers (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    person_id {{uuid}} NOT NULL,
    state TEXT NOT NULL,
    motivation TEXT NOT NULL,
    checked TEXT,
    valid_until TEXT,
    answer TEXT,
    decided_by_id {{uuid}},
    asked_at BIGINT NOT NULL,
    decided_at BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, person_id)
);
CREATE INDEX helpers_state ON helpers (municipality_id, state, asked_at);
