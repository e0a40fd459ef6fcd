-- Nobody is called about a response that moved on; this ends what had stayed open about those of before.
UPDATE followup_questions SET ended = TRUE
WHERE question = 'response-outcome' AND answer IS NULL AND EXISTS (
    SELECT 1 FROM responses r
    WHERE r.municipality_id = followup_questions.municipality_id AND r.id = followup_questions.subject_id
    AND (r.ended_at IS NOT NULL OR r.reserve OR r.state IN ('open', 'declined', 'withdrawn', 'expired')
        OR (r.state = 'started' AND followup_questions.moment = 'introduction'))
);
