-- A confirmed organisation took another name, kind or number, and the municipality has not looked at that yet: since when,
-- and what it was when the municipality knew it last.

ALTER TABLE organisations ADD COLUMN altered_at BIGINT;
ALTER TABLE organisations ADD COLUMN altered_from TEXT;
