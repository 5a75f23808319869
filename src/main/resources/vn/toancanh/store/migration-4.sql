-- For the time without the server. Everything in "sealed" is encrypted with a key that lies in a file of its own; beside it
-- stands only what finds a row.
CREATE TABLE kept_rights (
    server TEXT NOT NULL,
    user   TEXT NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (server, user)
);

-- The latest time seen of a server.
CREATE TABLE server_time (
    server TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
);

-- Streams that were granted; until: seconds since 1970 by the server's clock, for clearing away what is over.
CREATE TABLE kept_grant (
    server TEXT NOT NULL,
    user   TEXT NOT NULL,
    camera TEXT NOT NULL,
    role   TEXT NOT NULL,
    until  INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (server, user, camera, role)
);
