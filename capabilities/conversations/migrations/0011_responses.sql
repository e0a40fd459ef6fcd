-- Responses to vacancies, offers and help requests: threads, introductions, outcomes, and how well organisations answer.

CREATE TABLE responses (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id {{uuid}} NOT NULL,
    subject_title TEXT NOT NULL,
    organisation_id {{uuid}},
    owner_person_id {{uuid}},
    person_id {{uuid}},
    entered_by_id {{uuid}},
    name TEXT NOT NULL,
    email TEXT,
    phone TEXT,
    reach TEXT NOT NULL,
    lang TEXT NOT NULL,
    keep_longer BOOLEAN NOT NULL,
    confirm_code_hash {{bytes}},
    confirm_link_hash {{bytes}},
    confirm_tries BIGINT NOT NULL,
    state TEXT NOT NULL,
    reserve BOOLEAN NOT NULL,
    with_point BOOLEAN NOT NULL,
    handler_id {{uuid}},
    handler_name TEXT,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    answer_due_at BIGINT,
    reminders BIGINT NOT NULL,
    answered_at BIGINT,
    taken_over_at BIGINT,
    counted_for_pause BOOLEAN NOT NULL,
    decided_at BIGINT,
    started_at BIGINT,
    ended_at BIGINT,
    decline_kind TEXT,
    doors TEXT NOT NULL,
    no_doors_reason TEXT,
    tell_since BIGINT,
    erased_at BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX responses_subject ON responses (municipality_id, subject_kind, subject_id, state);
CREATE INDEX responses_organisation ON responses (municipality_id, organisation_id, state, confirmed_at);
CREATE INDEX responses_owner ON responses (municipality_id, owner_person_id, state, confirmed_at);
CREATE INDEX responses_person ON responses (municipality_id, person_id, created_at);
CREATE INDEX responses_email ON responses (municipality_id, email, created_at);
CREATE INDEX responses_point ON responses (municipality_id, with_point, created_at);
CREATE INDEX responses_tell ON responses (municipality_id, tell_since);
CREATE INDEX responses_decided ON responses (municipality_id, decided_at);
CREATE INDEX responses_created ON responses (municipality_id, created_at);

-- Private links of people without an account; each mail has its own.
CREATE TABLE response_links (
    municipality_id {{uuid}} NOT NULL,
    token_hash {{bytes}} NOT NULL,
    response_id {{uuid}} NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, token_hash),
    FOREIGN KEY (municipality_id, response_id) REFERENCES responses (municipality_id, id)
);
CREATE INDEX response_links_response ON response_links (municipality_id, response_id);

CREATE TABLE messages (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    response_id {{uuid}} NOT NULL,
    side TEXT NOT NULL,
    kind TEXT NOT NULL,
    author_id {{uuid}},
    author_name TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, response_id) REFERENCES responses (municipality_id, id)
);
CREATE INDEX messages_response ON messages (municipality_id, response_id, created_at);

CREATE TABLE introductions (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    response_id {{uuid}} NOT NULL,
    proposed TEXT NOT NULL,
    place TEXT NOT NULL,
    starts_at BIGINT,
    ends_at BIGINT,
    sequence BIGINT NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, response_id) REFERENCES responses (municipality_id, id)
);
CREATE INDEX introductions_response ON introductions (municipality_id, response_id, created_at);

CREATE TABLE outcomes (
    municipality_id {{uuid}} NOT NULL,
    response_id {{uuid}} NOT NULL,
    moment TEXT NOT NULL,
    side TEXT NOT NULL,
    answer TEXT,
    reason TEXT,
    asked_at BIGINT NOT NULL,
    asked_times BIGINT NOT NULL,
    answered_at BIGINT,
    PRIMARY KEY (municipality_id, response_id, moment, side),
    FOREIGN KEY (municipality_id, response_id) REFERENCES responses (municipality_id, id)
);
CREATE INDEX outcomes_asked ON outcomes (municipality_id, asked_at);

-- The links with which the question after an introduction is answered; each mail has its own.
CREATE TABLE outcome_links (
    municipality_id {{uuid}} NOT NULL,
    token_hash {{bytes}} NOT NULL,
    response_id {{uuid}} NOT NULL,
    moment TEXT NOT NULL,
    side TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, token_hash),
    FOREIGN KEY (municipality_id, response_id) REFERENCES responses (municipality_id, id)
);
CREATE INDEX outcome_links_response ON outcome_links (municipality_id, response_id);

-- How well an organisation answers, for every card: kept beside the responses so that a page need not count them.
CREATE TABLE answer_figures (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    organisation_id {{uuid}} NOT NULL,
    due BIGINT NOT NULL,
    in_time BIGINT NOT NULL,
    answered BIGINT NOT NULL,
    usual_hours BIGINT,
    counted_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, organisation_id)
);
