-- What is kept of the places that heads know, beside what the heads themselves keep: the name that was given here, what the head called
-- the place then, and whether it is locked. Nothing is said of places that nobody has named or locked here.
CREATE TABLE head_preset (
    camera_id TEXT NOT NULL,
    preset_id TEXT NOT NULL,
    name TEXT,
    told TEXT,
    locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
    PRIMARY KEY (camera_id, preset_id)
) STRICT, WITHOUT ROWID;
