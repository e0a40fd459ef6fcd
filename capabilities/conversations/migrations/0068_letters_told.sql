-- Several messages within minutes are one letter: which of them nobody was told yet, and in which letter the others stand.

ALTER TABLE messages ADD COLUMN untold BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE messages ADD COLUMN letter_id {{uuid}};

-- When a letter to this person was given up: their address does not work, and the point must tell them otherwise.

ALTER TABLE responses ADD COLUMN undelivered_at BIGINT;
