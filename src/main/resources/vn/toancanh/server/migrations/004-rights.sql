-- Rights narrowed to sites and tags, what else a role says, and what administration needs.
-- A right with a site granted nothing until now, so it must not begin to grant by itself.
DELETE FROM role_right WHERE site_id IS NOT NULL;
ALTER TABLE role_right ADD COLUMN tag TEXT;
ALTER TABLE role_right ADD COLUMN effect TEXT NOT NULL DEFAULT 'allow' CHECK (effect IN ('allow', 'deny'));
CREATE INDEX role_right_by_site ON role_right (site_id);

-- changed_revision: the catalogue's revision at which what the role's people see changed last.
ALTER TABLE role ADD COLUMN ptz_priority INTEGER NOT NULL DEFAULT 50 CHECK (ptz_priority BETWEEN 0 AND 100);
ALTER TABLE role ADD COLUMN published_only INTEGER NOT NULL DEFAULT 0 CHECK (published_only IN (0, 1));
ALTER TABLE role ADD COLUMN second_person INTEGER NOT NULL DEFAULT 0 CHECK (second_person IN (0, 1));
ALTER TABLE role ADD COLUMN hours TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(hours));
ALTER TABLE role ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE role ADD COLUMN changed_revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE role ADD COLUMN gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1));
UPDATE role SET ptz_priority = 100 WHERE id = 'administrator';
UPDATE role SET ptz_priority = 0 WHERE id = 'viewer';

-- An account that is gone stays as a row: layouts and the record name it.
ALTER TABLE account ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE account ADD COLUMN role_revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account ADD COLUMN gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1));
CREATE INDEX account_by_role ON account (role_id);

-- moved_revision: when it last got another parent, so that what is seen through it changed without a camera changing.
ALTER TABLE site ADD COLUMN moved_revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE site ADD COLUMN gone INTEGER NOT NULL DEFAULT 0 CHECK (gone IN (0, 1));

ALTER TABLE camera ADD COLUMN published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1));

-- By what a camera was seen before: who saw it then and no longer may is told that it is removed.
CREATE TABLE camera_before (
    camera_id TEXT NOT NULL REFERENCES camera (id) ON DELETE CASCADE,
    until_revision INTEGER NOT NULL,
    site_id TEXT NOT NULL,
    tags TEXT NOT NULL CHECK (json_valid(tags)),
    published INTEGER NOT NULL,
    PRIMARY KEY (camera_id, until_revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX camera_before_by_revision ON camera_before (until_revision);
