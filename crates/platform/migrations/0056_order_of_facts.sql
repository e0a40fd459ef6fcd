-- Facts stand in an order of the database's own, not of anybody's clock; facts of before stand before all others.
ALTER TABLE events ADD COLUMN position BIGINT NOT NULL DEFAULT 0;
DROP INDEX events_feed;
CREATE INDEX events_feed ON events (position, id);

-- Who runs a job, so that what a process left behind when it died is known as such; sign-in letters go before all else.
ALTER TABLE jobs ADD COLUMN runner {{uuid}};
ALTER TABLE jobs ADD COLUMN turn BIGINT NOT NULL DEFAULT 1;
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (state, turn, run_at);
