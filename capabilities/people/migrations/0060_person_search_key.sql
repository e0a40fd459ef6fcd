-- What a name is found by, folded: every part of it, also where apostrophes and hyphens stand. Rows of before have none until
-- `people.renew_rows` writes it, and are found by what they sort by until then.

ALTER TABLE persons ADD COLUMN search_key TEXT;
CREATE INDEX persons_to_renew ON persons (municipality_id) WHERE search_key IS NULL;
