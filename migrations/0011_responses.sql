-- owner: marketplace

CREATE TABLE responses (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id {{uuid}} NOT NULL,
    subject_title TEXT NOT NULL,
    organisation_id {{uuid}},
    owner_person_id {{uuid}},
    person_id {{uuid}},
    name TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    reach TEXT NOT NULL,
    lang TEXT NOT NULL,
    question TEXT NOT NULL,
    confirm_hash {{bytes}},
    person_token_hash {{bytes}},
    state TEXT NOT NULL,
    reserve BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    answer_due_at BIGINT,
    answered_at BIGINT,
    taken_over_at BIGINT,
    decided_at BIGINT,
    started_at BIGINT,
    ended_at BIGINT,
    doors TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX responses_subject ON responses (municipality_id, subject_kind, subject_id, state);
CREATE INDEX responses_organisation ON responses (municipality_id, organisation_id, state, created_at);
CREATE INDEX responses_person ON responses (municipality_id, person_id, created_at);
CREATE INDEX responses_confirm ON responses (municipality_id, confirm_hash);
CREATE INDEX responses_token ON responses (municipality_id, person_token_hash);

CREATE TABLE messages (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    response_id {{uuid}} NOT NULL,
    side TEXT NOT NULL,
    author_id {{uuid}},
    author_name TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, response_id) REFERENCES responses (municipality_id, id)
);
CREATE INDEX messages_response ON messages (municipality_id, response_id);

CREATE TABLE introductions (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    response_id {{uuid}} NOT NULL,
    proposed TEXT NOT NULL,
    place TEXT NOT NULL,
    note TEXT NOT NULL,
    chosen_at BIGINT,
    chosen_until BIGINT,
    sequence BIGINT NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, response_id) REFERENCES responses (municipality_id, id)
);
CREATE INDEX introductions_response ON introductions (municipality_id, response_id);

CREATE TABLE outcomes (
    municipality_id {{uuid}} NOT NULL,
    response_id {{uuid}} NOT NULL,
    moment TEXT NOT NULL,
    side TEXT NOT NULL,
    token_hash {{bytes}} NOT NULL,
    answer TEXT,
    reason TEXT,
    asked_at BIGINT NOT NULL,
    answered_at BIGINT,
    PRIMARY KEY (municipality_id, response_id, moment, side),
    FOREIGN KEY (municipality_id, response_id) REFERENCES responses (municipality_id, id)
);
CREATE INDEX outcomes_token ON outcomes (municipality_id, token_hash);
