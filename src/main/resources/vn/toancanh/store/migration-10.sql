-- The address of the server at which a wall stood, so that a wall whose cameras are all gone is known from one of another city; null for
-- those from before.
ALTER TABLE wall ADD COLUMN server TEXT;
