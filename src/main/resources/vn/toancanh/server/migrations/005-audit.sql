-- Who did what, when and from where. An entry's hash covers the entry and the hash before it. The marks say where the chain
-- begins (what was purged ends there) and where it ends; each bears a MAC by the key that is not in this file.
CREATE TABLE audit_mark (
    name TEXT PRIMARY KEY CHECK (name IN ('anchor', 'head')),
    seq INTEGER NOT NULL CHECK (seq >= 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    mac TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO audit_mark (name, seq, hash, mac) VALUES
    ('anchor', 0, zeroblob(32), ''),
    ('head', 0, zeroblob(32), '');

-- Times are milliseconds since 1970: "at" by the server's clock, "original_at" by the client's, for entries that clients sent.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    at INTEGER NOT NULL,
    original_at INTEGER,
    account_id TEXT,
    username TEXT,
    session_id TEXT,
    address TEXT,
    client TEXT,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    facts TEXT NOT NULL CHECK (json_valid(facts)),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_user ON audit (username, at);
CREATE INDEX audit_by_action ON audit (action, at);
CREATE INDEX audit_by_subject ON audit (subject, at);

-- Nothing is changed; nothing is taken out but what the anchor has been moved beyond; nothing replaces another.
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'an audit entry is never changed');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit
WHEN old.seq > (SELECT seq FROM audit_mark WHERE name = 'anchor') BEGIN
    SELECT RAISE(ABORT, 'an audit entry is only purged behind the anchor');
END;
CREATE TRIGGER audit_is_in_order BEFORE INSERT ON audit
WHEN new.seq <> 1 + max(
        (SELECT max(seq) FROM audit_mark),
        coalesce((SELECT max(seq) FROM audit), 0))
    OR EXISTS (SELECT 1 FROM audit WHERE id = new.id) BEGIN
    SELECT RAISE(ABORT, 'an audit entry is only added at the end');
END;
CREATE TRIGGER audit_mark_stays BEFORE DELETE ON audit_mark BEGIN
    SELECT RAISE(ABORT, 'the marks of the audit chain stay');
END;
CREATE TRIGGER audit_mark_goes_on BEFORE UPDATE ON audit_mark
WHEN new.seq < old.seq OR new.name <> old.name BEGIN
    SELECT RAISE(ABORT, 'the marks of the audit chain only go forward');
END;
