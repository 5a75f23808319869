-- What was done here and the central server is to learn, in the order in which it was done. Facts are JSON.
CREATE TABLE deed (
    place   INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    server  TEXT NOT NULL,
    user    TEXT NOT NULL,
    done_at TEXT NOT NULL,
    action  TEXT NOT NULL,
    subject TEXT NOT NULL,
    facts   TEXT NOT NULL,
    aside   INTEGER NOT NULL DEFAULT 0 CHECK (aside IN (0, 1))
);
CREATE INDEX deed_by_owner ON deed (server, user, aside, place);
