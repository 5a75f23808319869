-- When layouts are to stand on the windows of whoever sees them, as the contract sends it, with a version of its own; none where nobody has set any.
CREATE TABLE layout_shift (
    layout_id TEXT PRIMARY KEY REFERENCES layout (id) ON DELETE CASCADE,
    version INTEGER NOT NULL CHECK (version >= 1),
    shifts TEXT NOT NULL CHECK (json_valid(shifts)),
    modified_by TEXT NOT NULL,
    modified_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
