-- A draft that was thrown away can be had back for a while.

ALTER TABLE vacancies ADD COLUMN discarded_at BIGINT;
CREATE INDEX vacancies_discarded ON vacancies (municipality_id, discarded_at);
