-- What this machine keeps for the operator client. Nothing in here is secret.
CREATE TABLE preference (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- Walls by the name of the window they were in; body is JSON.
CREATE TABLE wall (
    name     TEXT PRIMARY KEY,
    body     TEXT NOT NULL,
    saved_at TEXT NOT NULL
);

-- One user's view of one server's catalogue.
CREATE TABLE catalogue (
    owner      INTEGER PRIMARY KEY,
    server     TEXT NOT NULL,
    user       TEXT NOT NULL,
    as_of      TEXT NOT NULL,
    sync_token TEXT NOT NULL,
    UNIQUE (server, user)
);

CREATE TABLE site (
    owner    INTEGER NOT NULL REFERENCES catalogue (owner) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    id       TEXT NOT NULL,
    parent   TEXT,
    name     TEXT NOT NULL,
    PRIMARY KEY (owner, position)
);

-- The body holds the camera in one piece, because a city must be read in a fraction of a second.
CREATE TABLE camera (
    row   INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES catalogue (owner) ON DELETE CASCADE,
    id    TEXT NOT NULL,
    body  BLOB NOT NULL,
    UNIQUE (owner, id)
);
