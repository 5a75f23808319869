-- What is to be done at alarms of a type, and what came of them.
CREATE TABLE alarm_procedure (
    type TEXT PRIMARY KEY,
    text TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE alarm ADD COLUMN outcome TEXT CHECK (outcome IN ('handled', 'falseAlarm', 'noAction'));
-- Cameras that a device may name, a JSON list; all of its site where null.
ALTER TABLE webhook ADD COLUMN camera_ids TEXT CHECK (camera_ids IS NULL OR json_valid(camera_ids));
CREATE INDEX alarm_closed ON alarm (changed_at) WHERE state = 'closed';
