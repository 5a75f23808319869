-- Accounts, roles, sessions.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE role (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    builtin INTEGER NOT NULL DEFAULT 0 CHECK (builtin IN (0, 1))
) STRICT, WITHOUT ROWID;

-- A right without a site holds everywhere. Rights narrowed to a site are stored by a later version; this one grants nothing by them.
CREATE TABLE role_right (
    role_id TEXT NOT NULL REFERENCES role (id) ON DELETE CASCADE,
    level TEXT NOT NULL CHECK (level IN ('view', 'operate', 'manage', 'configure')),
    site_id TEXT
) STRICT;
CREATE INDEX role_right_by_role ON role_right (role_id);

INSERT INTO role (id, name, builtin) VALUES
    ('administrator', 'Administrator', 1),
    ('operator', 'Operator', 1),
    ('viewer', 'Viewer', 1);
INSERT INTO role_right (role_id, level, site_id) VALUES
    ('administrator', 'configure', NULL),
    ('operator', 'operate', NULL),
    ('viewer', 'view', NULL);

-- Times are milliseconds since 1970.
CREATE TABLE account (
    id TEXT PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    role_id TEXT NOT NULL REFERENCES role (id),
    password_hash TEXT NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Tokens are kept as SHA-256 only.
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    access_hash BLOB NOT NULL UNIQUE,
    access_expires_at INTEGER NOT NULL,
    refresh_hash BLOB NOT NULL UNIQUE,
    refresh_expires_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    address TEXT NOT NULL,
    client TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_account ON session (account_id);

CREATE TABLE spent_refresh (
    hash BLOB PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX spent_refresh_by_session ON spent_refresh (session_id);
