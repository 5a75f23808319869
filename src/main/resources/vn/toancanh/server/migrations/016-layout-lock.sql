-- Who holds a layout so that others do not change it, under which name and since when (milliseconds since 1970); null: nobody.
ALTER TABLE layout ADD COLUMN locked_by TEXT REFERENCES account (id);
ALTER TABLE layout ADD COLUMN locked_name TEXT;
ALTER TABLE layout ADD COLUMN locked_at INTEGER;
