-- What people sign. Times are milliseconds since 1970; a row is never changed.
CREATE TABLE record (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('patrol', 'handover')),
    title TEXT NOT NULL,
    site_id TEXT NOT NULL,
    camera_ids TEXT NOT NULL CHECK (json_valid(camera_ids)),
    began_at INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    signed_at INTEGER NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    account_id TEXT NOT NULL,
    name TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    digest TEXT NOT NULL
) STRICT;
CREATE TRIGGER record_stands BEFORE UPDATE ON record
BEGIN
    SELECT raise(ABORT, 'a record is never changed');
END;
CREATE TRIGGER record_stays BEFORE DELETE ON record
BEGIN
    SELECT raise(ABORT, 'a record is never deleted');
END;
