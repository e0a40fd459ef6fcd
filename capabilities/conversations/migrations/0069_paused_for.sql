-- Whether the silence of a response was counted when its subject was paused for it. Set for several responses at once, so it
-- stands in a column that saving one response does not write.

ALTER TABLE responses ADD COLUMN paused_for BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE responses SET paused_for = counted_for_pause;
ALTER TABLE responses DROP COLUMN counted_for_pause;
