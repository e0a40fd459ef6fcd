-- How often vacancies are seen and how they stand; what people keep of the list: saved searches and favourites.

CREATE TABLE vacancy_views (
    municipality_id {{uuid}} NOT NULL,
    vacancy_id {{uuid}} NOT NULL,
    day TEXT NOT NULL,
    views BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, vacancy_id, day),
    FOREIGN KEY (municipality_id, vacancy_id) REFERENCES vacancies (municipality_id, id) ON DELETE CASCADE
);
CREATE INDEX vacancy_views_day ON vacancy_views (municipality_id, day);

CREATE TABLE vacancy_standings (
    municipality_id {{uuid}} NOT NULL,
    vacancy_id {{uuid}} NOT NULL,
    views BIGINT NOT NULL,
    connections BIGINT NOT NULL,
    exposure DOUBLE PRECISION NOT NULL,
    answered_percent BIGINT,
    usual_hours BIGINT,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, vacancy_id),
    FOREIGN KEY (municipality_id, vacancy_id) REFERENCES vacancies (municipality_id, id) ON DELETE CASCADE
);

CREATE TABLE favourites (
    municipality_id {{uuid}} NOT NULL,
    person_id {{uuid}} NOT NULL,
    vacancy_id {{uuid}} NOT NULL,
    kept_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, person_id, vacancy_id),
    FOREIGN KEY (municipality_id, vacancy_id) REFERENCES vacancies (municipality_id, id) ON DELETE CASCADE
);
CREATE INDEX favourites_vacancy ON favourites (municipality_id, vacancy_id);

CREATE TABLE saved_searches (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    person_id {{uuid}},
    email TEXT,
    lang TEXT NOT NULL,
    filters TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    state TEXT NOT NULL,
    confirm_hash {{bytes}},
    seen_until BIGINT NOT NULL,
    sent TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    renewed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX saved_searches_person ON saved_searches (municipality_id, person_id);
CREATE INDEX saved_searches_email ON saved_searches (municipality_id, email);
CREATE INDEX saved_searches_due ON saved_searches (municipality_id, state, rhythm);
CREATE UNIQUE INDEX saved_searches_confirm ON saved_searches (municipality_id, confirm_hash);

CREATE TABLE saved_search_links (
    municipality_id {{uuid}} NOT NULL,
    token_hash {{bytes}} NOT NULL,
    saved_search_id {{uuid}} NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, token_hash),
    FOREIGN KEY (municipality_id, saved_search_id) REFERENCES saved_searches (municipality_id, id) ON DELETE CASCADE
);
CREATE INDEX saved_search_links_search ON saved_search_links (municipality_id, saved_search_id);
