-- What looking back needs: when a vacancy was filled, and indexes by moment for figures of a month and for what waits.

ALTER TABLE vacancies ADD COLUMN filled_at BIGINT;
CREATE INDEX vacancies_published ON vacancies (municipality_id, published_at);
CREATE INDEX vacancies_filled ON vacancies (municipality_id, filled_at);
CREATE INDEX responses_confirmed ON responses (municipality_id, confirmed_at);
CREATE INDEX responses_waiting ON responses (municipality_id, state, answer_due_at);
CREATE INDEX offers_created ON offers (municipality_id, created_at);
CREATE INDEX help_requests_published ON help_requests (municipality_id, published_at);
CREATE INDEX help_requests_matched ON help_requests (municipality_id, matched_at);
