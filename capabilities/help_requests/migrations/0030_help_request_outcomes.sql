-- What came of a match: one question to the asker and to the helper, some days and some weeks after it.

CREATE TABLE help_request_outcomes (
    municipality_id {{uuid}} NOT NULL,
    help_request_id {{uuid}} NOT NULL,
    helper_id {{uuid}} NOT NULL,
    moment TEXT NOT NULL,
    side TEXT NOT NULL,
    by_phone BOOLEAN NOT NULL,
    answer TEXT,
    asked_at BIGINT NOT NULL,
    answered_at BIGINT,
    PRIMARY KEY (municipality_id, help_request_id, helper_id, moment, side),
    FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_requests (municipality_id, id)
);
CREATE INDEX help_request_outcomes_asked ON help_request_outcomes (municipality_id, asked_at);
CREATE INDEX help_request_outcomes_helper ON help_request_outcomes (municipality_id, helper_id);

-- The links with which such a question is answered; each mail has its own.
CREATE TABLE help_request_outcome_links (
    municipality_id {{uuid}} NOT NULL,
    token_hash {{bytes}} NOT NULL,
    help_request_id {{uuid}} NOT NULL,
    helper_id {{uuid}} NOT NULL,
    moment TEXT NOT NULL,
    side TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, token_hash),
    FOREIGN KEY (municipality_id, help_request_id) REFERENCES help_requests (municipality_id, id)
);
CREATE INDEX help_request_outcome_links_request ON help_request_outcome_links (municipality_id, help_request_id);
