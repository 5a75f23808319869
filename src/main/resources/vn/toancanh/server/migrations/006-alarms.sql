-- Alarms and who may send them. Times are milliseconds since 1970.
CREATE TABLE webhook (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    site_id TEXT,
    most_priority INTEGER NOT NULL CHECK (most_priority BETWEEN 1 AND 100),
    per_minute INTEGER NOT NULL CHECK (per_minute BETWEEN 1 AND 6000),
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    revoked_at INTEGER
) STRICT, WITHOUT ROWID;

-- The ordinal is the order of arrival. A source's key makes its repeats harmless.
CREATE TABLE alarm (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 100),
    state TEXT NOT NULL CHECK (state IN ('new', 'acknowledged', 'inProgress', 'closed')),
    camera_ids TEXT NOT NULL CHECK (json_valid(camera_ids)),
    site_id TEXT NOT NULL,
    lat REAL,
    lon REAL,
    title TEXT NOT NULL,
    procedure TEXT,
    source_kind TEXT NOT NULL CHECK (source_kind IN ('webhook', 'person')),
    source_id TEXT NOT NULL,
    source_name TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    raised_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by TEXT,
    assignee_id TEXT,
    assignee_name TEXT,
    comments TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(comments)),
    version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
    UNIQUE (source_kind, source_id, key)
) STRICT;
CREATE INDEX alarm_by_state ON alarm (state, ordinal);
CREATE INDEX alarm_by_site ON alarm (site_id, ordinal);
CREATE INDEX alarm_by_change ON alarm (changed_at);

CREATE TABLE alarm_snapshot (
    alarm_id TEXT NOT NULL UNIQUE REFERENCES alarm (id) ON DELETE CASCADE,
    content_type TEXT NOT NULL CHECK (content_type IN ('image/jpeg', 'image/png')),
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    picture BLOB NOT NULL
) STRICT;
