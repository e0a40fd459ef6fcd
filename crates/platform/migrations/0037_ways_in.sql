-- How somebody came in: with what is theirs alone, or with a code on paper that somebody else may find.

ALTER TABLE sessions ADD COLUMN way TEXT NOT NULL DEFAULT 'full';
