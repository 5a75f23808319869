-- What the server said of these layouts last beside what they show: who saved that version and when, by its clock, and who keeps
-- others from changing it. Times are ISO 8601 in UTC, null where the server did not say; no lock: lock_by is null.
CREATE TABLE kept_layout_facts (
    server     TEXT NOT NULL,
    user       TEXT NOT NULL,
    id         TEXT NOT NULL,
    version    INTEGER NOT NULL,
    saved_by   TEXT NOT NULL,
    saved_at   TEXT,
    own        INTEGER NOT NULL,
    changeable INTEGER NOT NULL,
    lock_by    TEXT,
    lock_since TEXT,
    lock_own   INTEGER NOT NULL,
    PRIMARY KEY (server, user, id)
);
