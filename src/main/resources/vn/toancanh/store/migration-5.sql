-- The third script once made this table under its present name, and before that as "desk_password": databases of both kinds are
-- about. What is kept in either stays good.
CREATE TABLE IF NOT EXISTS desk_lock (
    server TEXT NOT NULL,
    user   TEXT NOT NULL,
    hash   TEXT NOT NULL,
    PRIMARY KEY (server, user)
);
CREATE TABLE IF NOT EXISTS desk_password (
    server TEXT NOT NULL,
    user   TEXT NOT NULL,
    hash   TEXT NOT NULL,
    PRIMARY KEY (server, user)
);
INSERT OR IGNORE INTO desk_lock (server, user, hash) SELECT server, user, hash FROM desk_password;
DROP TABLE desk_password;
