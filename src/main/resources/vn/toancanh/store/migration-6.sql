-- The layouts that one user could use at one server when it was last heard, in their order; body is JSON.
CREATE TABLE kept_layout (
    place  INTEGER PRIMARY KEY AUTOINCREMENT,
    server TEXT NOT NULL,
    user   TEXT NOT NULL,
    id     TEXT NOT NULL,
    body   TEXT NOT NULL,
    UNIQUE (server, user, id)
);
