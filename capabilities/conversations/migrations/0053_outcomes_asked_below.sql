-- What was asked of both sides is kept by followups now (0050).
DROP TABLE outcome_links;
DROP TABLE outcomes;
