-- Layouts that were saved here and the server does not have, oldest first; body is JSON and holds the layout and all that is
-- needed to send it.
CREATE TABLE unsent_layout (
    place  INTEGER PRIMARY KEY AUTOINCREMENT,
    save   TEXT NOT NULL UNIQUE,
    server TEXT NOT NULL,
    user   TEXT NOT NULL,
    body   TEXT NOT NULL
);
