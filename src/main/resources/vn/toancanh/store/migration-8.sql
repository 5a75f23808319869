-- Shifts that are not handed over, one of each person at each server, with what happened in them. Times are ISO 8601 in UTC.
-- Seconds are null where nobody counted.
CREATE TABLE shift (
    id     TEXT PRIMARY KEY,
    server TEXT NOT NULL,
    user   TEXT NOT NULL,
    began  TEXT NOT NULL,
    after_handover INTEGER NOT NULL,
    UNIQUE (server, user)
);
CREATE TABLE shift_note (
    place   INTEGER PRIMARY KEY AUTOINCREMENT,
    shift   TEXT NOT NULL REFERENCES shift (id) ON DELETE CASCADE,
    at      TEXT NOT NULL,
    what    TEXT NOT NULL,
    subject TEXT NOT NULL,
    words   TEXT NOT NULL,
    seconds INTEGER
);
CREATE INDEX shift_note_by_shift ON shift_note (shift, place);
