-- What is asked afterwards: questions to each side, and the links with which they are answered. What conversations and help
-- requests kept in tables of their own is copied; each of them drops its own (0053, 0054).

CREATE TABLE followup_questions (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    question TEXT NOT NULL,
    subject_id {{uuid}} NOT NULL,
    with_id {{uuid}} NOT NULL,
    moment TEXT NOT NULL,
    side TEXT NOT NULL,
    organisation_id {{uuid}},
    by_phone BOOLEAN NOT NULL,
    ended BOOLEAN NOT NULL,
    answer TEXT,
    known BOOLEAN NOT NULL,
    reason TEXT,
    asked_at BIGINT NOT NULL,
    asked_times BIGINT NOT NULL,
    answered_at BIGINT,
    PRIMARY KEY (municipality_id, question, subject_id, with_id, moment, side)
);
CREATE INDEX followup_questions_asked ON followup_questions (municipality_id, question, asked_at);
CREATE INDEX followup_questions_call ON followup_questions (municipality_id, question, by_phone, ended, asked_at);
CREATE INDEX followup_questions_with ON followup_questions (municipality_id, question, with_id);
CREATE INDEX followup_questions_organisation ON followup_questions (municipality_id, organisation_id, question);

-- Each mail has a link of its own.
CREATE TABLE followup_links (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    token_hash {{bytes}} NOT NULL,
    question TEXT NOT NULL,
    subject_id {{uuid}} NOT NULL,
    with_id {{uuid}} NOT NULL,
    moment TEXT NOT NULL,
    side TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, token_hash)
);
CREATE INDEX followup_links_subject ON followup_links (municipality_id, question, subject_id);
CREATE INDEX followup_links_with ON followup_links (municipality_id, question, with_id);

INSERT INTO followup_questions (municipality_id, question, subject_id, with_id, moment, side, organisation_id, by_phone, ended,
    answer, known, reason, asked_at, asked_times, answered_at)
SELECT o.municipality_id, 'response-outcome', o.response_id, o.response_id, o.moment, o.side,
    CASE WHEN o.side = 'owner' THEN r.organisation_id END,
    CASE WHEN o.side = 'person' AND r.email IS NULL THEN TRUE ELSE FALSE END,
    CASE WHEN r.erased_at IS NULL THEN FALSE ELSE TRUE END,
    o.answer, CASE WHEN o.answer <> 'talking' THEN TRUE ELSE FALSE END, o.reason, o.asked_at, o.asked_times, o.answered_at
FROM outcomes o JOIN responses r ON r.municipality_id = o.municipality_id AND r.id = o.response_id;

INSERT INTO followup_questions (municipality_id, question, subject_id, with_id, moment, side, organisation_id, by_phone, ended,
    answer, known, reason, asked_at, asked_times, answered_at)
SELECT o.municipality_id, 'help-request-outcome', o.help_request_id, o.helper_id, o.moment, o.side, NULL, o.by_phone,
    CASE WHEN h.helper_id = o.helper_id AND h.state = 'matched' THEN FALSE ELSE TRUE END,
    o.answer, CASE WHEN o.answer <> 'not_yet' THEN TRUE ELSE FALSE END, NULL, o.asked_at, 1, o.answered_at
FROM help_request_outcomes o JOIN help_requests h ON h.municipality_id = o.municipality_id AND h.id = o.help_request_id;

INSERT INTO followup_links (municipality_id, token_hash, question, subject_id, with_id, moment, side, expires_at)
SELECT municipality_id, token_hash, 'response-outcome', response_id, response_id, moment, side, expires_at FROM outcome_links;

INSERT INTO followup_links (municipality_id, token_hash, question, subject_id, with_id, moment, side, expires_at)
SELECT municipality_id, token_hash, 'help-request-outcome', help_request_id, helper_id, moment, side, expires_at
FROM help_request_outcome_links;
