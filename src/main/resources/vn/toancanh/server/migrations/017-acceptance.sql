-- Who took over what somebody handed over, once each. Times are milliseconds since 1970; a signature is never changed.
CREATE TABLE acceptance (
    record_id TEXT PRIMARY KEY REFERENCES record (id),
    account_id TEXT NOT NULL,
    name TEXT NOT NULL,
    signed_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    comment TEXT
) STRICT;
CREATE TRIGGER acceptance_stands BEFORE UPDATE ON acceptance
BEGIN
    SELECT raise(ABORT, 'a signature is never changed');
END;
CREATE TRIGGER acceptance_stays BEFORE DELETE ON acceptance
BEGIN
    SELECT raise(ABORT, 'a signature is never deleted');
END;
CREATE INDEX record_by_signing ON record (kind, signed_at);
