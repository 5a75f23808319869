-- By which a locked desk opens while the server is away: Argon2id hashes (PHC strings), never a password.
CREATE TABLE desk_password (
    server TEXT NOT NULL,
    user   TEXT NOT NULL,
    hash   TEXT NOT NULL,
    PRIMARY KEY (server, user)
);
