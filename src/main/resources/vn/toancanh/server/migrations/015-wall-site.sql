-- Where a wall hangs, which says who may do what at it; NULL: it is the whole city's, as every wall was taken for before.
ALTER TABLE wall ADD COLUMN site_id TEXT;
CREATE INDEX wall_by_site ON wall (site_id) WHERE site_id IS NOT NULL;
