-- Who moved a head last; walls, what is told to them, and scenes. Times are milliseconds since 1970.
CREATE TABLE last_mover (
    camera_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL,
    name TEXT NOT NULL,
    moved_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The state version counts what was told to a wall and what its screens showed; the version counts how it is described.
CREATE TABLE wall (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    screens TEXT NOT NULL CHECK (json_valid(screens)),
    version INTEGER NOT NULL CHECK (version >= 1),
    state_version INTEGER NOT NULL DEFAULT 0,
    controlled_by TEXT,
    controlled_since INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE wall_shown (
    wall_id TEXT NOT NULL REFERENCES wall (id) ON DELETE CASCADE,
    screen_id TEXT NOT NULL,
    shows TEXT NOT NULL CHECK (json_valid(shows)),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (wall_id, screen_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE wall_command (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    wall_id TEXT NOT NULL REFERENCES wall (id) ON DELETE CASCADE,
    account_id TEXT NOT NULL,
    made_by TEXT NOT NULL,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    body TEXT NOT NULL CHECK (json_valid(body)),
    screens TEXT NOT NULL CHECK (json_valid(screens)),
    answers TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(answers)),
    state TEXT NOT NULL CHECK (state IN ('pending', 'done', 'failed', 'expired')),
    state_version INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    UNIQUE (account_id, key)
) STRICT;
CREATE INDEX wall_command_by_wall ON wall_command (wall_id, ordinal);
CREATE INDEX wall_command_by_state ON wall_command (state);

CREATE TABLE scene (
    id TEXT PRIMARY KEY,
    wall_id TEXT NOT NULL REFERENCES wall (id) ON DELETE CASCADE,
    owner_id TEXT NOT NULL,
    name TEXT NOT NULL,
    screens TEXT NOT NULL CHECK (json_valid(screens)),
    version INTEGER NOT NULL CHECK (version >= 1),
    modified_by TEXT NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX scene_by_wall ON scene (wall_id);
