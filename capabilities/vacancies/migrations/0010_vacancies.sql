CREATE TABLE vacancies (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    organisation_id {{uuid}} NOT NULL,
    external_id TEXT,
    title TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    summary TEXT NOT NULL,
    description TEXT NOT NULL,
    facets TEXT NOT NULL,
    wijk TEXT,
    people_wanted BIGINT NOT NULL,
    people_found BIGINT NOT NULL,
    contact_id {{uuid}},
    contact_label TEXT,
    state TEXT NOT NULL,
    pause_reason TEXT,
    moderation_note TEXT,
    closing TEXT,
    published_at BIGINT,
    closes_on TEXT,
    reminded_for TEXT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, organisation_id) REFERENCES organisations (municipality_id, id)
);
CREATE INDEX vacancies_organisation ON vacancies (municipality_id, organisation_id, state);
CREATE INDEX vacancies_state ON vacancies (municipality_id, state, published_at);
CREATE INDEX vacancies_closing ON vacancies (municipality_id, state, closes_on);
CREATE UNIQUE INDEX vacancies_external ON vacancies (municipality_id, organisation_id, external_id);

CREATE TABLE vacancy_reports (
    municipality_id {{uuid}} NOT NULL,
    id {{uuid}} NOT NULL,
    vacancy_id {{uuid}} NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    reporter_id {{uuid}},
    reporter_email TEXT,
    lang TEXT NOT NULL,
    state TEXT NOT NULL,
    answer TEXT,
    created_at BIGINT NOT NULL,
    closed_at BIGINT,
    PRIMARY KEY (municipality_id, id),
    FOREIGN KEY (municipality_id, vacancy_id) REFERENCES vacancies (municipality_id, id)
);
CREATE INDEX vacancy_reports_reporter ON vacancy_reports (municipality_id, reporter_id);
CREATE INDEX vacancy_reports_state ON vacancy_reports (municipality_id, state, created_at);

CREATE TABLE vacancy_drafts (
    municipality_id {{uuid}} NOT NULL,
    vacancy_id {{uuid}} NOT NULL,
    fields TEXT NOT NULL,
    saved_by {{uuid}},
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, vacancy_id),
    FOREIGN KEY (municipality_id, vacancy_id) REFERENCES vacancies (municipality_id, id)
);
