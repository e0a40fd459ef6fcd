-- What was sent a moment ago, by the hash of who sent what where, and how it was answered: sent again it is answered the same.

CREATE TABLE done_once (
    municipality_id {{uuid}} NOT NULL,
    key {{bytes}} NOT NULL,
    begun_at BIGINT NOT NULL,
    answer TEXT,
    PRIMARY KEY (municipality_id, key)
);
