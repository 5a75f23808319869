-- The token before the one that is good, and when it was changed: a desk whose answer was lost presents it again.
ALTER TABLE session ADD COLUMN refresh_before BLOB;
ALTER TABLE session ADD COLUMN refresh_changed_at INTEGER;
CREATE INDEX session_by_refresh_before ON session (refresh_before) WHERE refresh_before IS NOT NULL;
