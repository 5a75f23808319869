-- Layouts with their versions, and preferences.
CREATE TABLE layout (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL REFERENCES account (id),
    role_id TEXT REFERENCES role (id),
    scope TEXT NOT NULL CHECK (scope IN ('private', 'role', 'global')),
    version INTEGER NOT NULL CHECK (version >= 1),
    gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE layout_version (
    layout_id TEXT NOT NULL REFERENCES layout (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    columns INTEGER NOT NULL,
    rows INTEGER NOT NULL,
    cells TEXT NOT NULL CHECK (json_valid(cells)),
    modified_by TEXT NOT NULL,
    modified_at INTEGER NOT NULL,
    PRIMARY KEY (layout_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE preference (
    account_id TEXT PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;
