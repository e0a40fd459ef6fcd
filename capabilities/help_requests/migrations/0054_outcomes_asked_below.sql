-- What was asked of asker and helper is kept by followups now (0050).
DROP TABLE help_request_outcome_links;
DROP TABLE help_request_outcomes;
