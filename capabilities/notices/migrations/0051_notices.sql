-- Who wants to hear of what, and how often; what was kept for saved searches alone moves in under the same ids.

CREATE TABLE subscriptions (
    municipality_id {{uuid}} NOT NULL REFERENCES municipalities (municipality_id),
    id {{uuid}} NOT NULL,
    person_id {{uuid}},
    email TEXT,
    lang TEXT NOT NULL,
    topic_kind TEXT NOT NULL,
    topic TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    state TEXT NOT NULL,
    confirm_hash {{bytes}},
    seen_until BIGINT NOT NULL,
    sent TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    renewed_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, id)
);
CREATE INDEX subscriptions_person ON subscriptions (municipality_id, person_id);
CREATE INDEX subscriptions_email ON subscriptions (municipality_id, email);
CREATE INDEX subscriptions_due ON subscriptions (municipality_id, topic_kind, state, rhythm);
CREATE UNIQUE INDEX subscriptions_confirm ON subscriptions (municipality_id, confirm_hash);

CREATE TABLE subscription_links (
    municipality_id {{uuid}} NOT NULL,
    token_hash {{bytes}} NOT NULL,
    subscription_id {{uuid}} NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (municipality_id, token_hash),
    FOREIGN KEY (municipality_id, subscription_id) REFERENCES subscriptions (municipality_id, id) ON DELETE CASCADE
);
CREATE INDEX subscription_links_subscription ON subscription_links (municipality_id, subscription_id);

INSERT INTO subscriptions (municipality_id, id, person_id, email, lang, topic_kind, topic, rhythm, state, confirm_hash,
    seen_until, sent, created_at, renewed_at)
SELECT municipality_id, id, person_id, email, lang, 'saved_search', filters, rhythm, state, confirm_hash,
    seen_until, sent, created_at, renewed_at
FROM saved_searches;

INSERT INTO subscription_links (municipality_id, token_hash, subscription_id, made_at)
SELECT municipality_id, token_hash, saved_search_id, made_at FROM saved_search_links;
