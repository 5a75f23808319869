-- What people sign, and moments they mark. Times are milliseconds since 1970; a record is never changed.
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

CREATE TABLE bookmark (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    camera_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    title TEXT NOT NULL,
    note TEXT,
    account_id TEXT NOT NULL,
    name TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX bookmark_by_camera ON bookmark (camera_id, at);
