-- When layouts are to stand on windows, as the server told that user last: a row a user, as JSON.
CREATE TABLE kept_timetable (
    place  INTEGER PRIMARY KEY AUTOINCREMENT,
    server TEXT NOT NULL,
    user   TEXT NOT NULL,
    body   TEXT NOT NULL,
    UNIQUE (server, user)
);
