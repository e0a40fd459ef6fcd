-- A private link stands for one side of a thread; of the other side it also says who holds it.

ALTER TABLE response_links ADD COLUMN side TEXT NOT NULL DEFAULT 'person';
ALTER TABLE response_links ADD COLUMN person_id {{uuid}};
CREATE INDEX response_links_person ON response_links (municipality_id, person_id);
