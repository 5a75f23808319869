-- Sites, cameras, streams. Every transaction that changes them takes the next revision.
CREATE TABLE revision (
    revision INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX revision_by_time ON revision (made_at);

CREATE TABLE site (
    id TEXT PRIMARY KEY,
    parent_id TEXT REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX site_by_parent ON site (parent_id);

-- A removed camera stays as a row with gone = 1, so that those who sync learn of it.
CREATE TABLE camera (
    id TEXT PRIMARY KEY,
    number INTEGER UNIQUE CHECK (number BETWEEN 1 AND 999999),
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    site_id TEXT NOT NULL REFERENCES site (id) DEFERRABLE INITIALLY DEFERRED,
    tags TEXT NOT NULL CHECK (json_valid(tags)),
    lat REAL CHECK (lat BETWEEN -90 AND 90),
    lon REAL CHECK (lon BETWEEN -180 AND 180),
    azimuth_deg REAL,
    fov_deg REAL,
    range_m REAL,
    ptz INTEGER NOT NULL CHECK (ptz IN (0, 1)),
    state TEXT NOT NULL,
    digest TEXT NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1)),
    revision INTEGER NOT NULL
) STRICT;
CREATE INDEX camera_by_revision ON camera (revision);
CREATE INDEX camera_by_site ON camera (site_id);

-- The password is sealed with a key that is not in this file; credential_mac tells whether it changed.
CREATE TABLE stream (
    camera_id TEXT NOT NULL REFERENCES camera (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    id TEXT NOT NULL,
    role TEXT NOT NULL,
    codec TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    fps REAL NOT NULL,
    bitrate_kbps INTEGER NOT NULL,
    gop INTEGER NOT NULL,
    uri TEXT,
    username TEXT,
    password_sealed BLOB,
    credential_mac TEXT,
    PRIMARY KEY (camera_id, role)
) STRICT, WITHOUT ROWID;
