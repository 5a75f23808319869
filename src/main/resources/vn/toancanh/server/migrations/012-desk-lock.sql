-- After how many minutes without hands a desk of this role locks by itself, at most; NULL: as the desk is set.
ALTER TABLE role ADD COLUMN lock_minutes INTEGER CHECK (lock_minutes BETWEEN 1 AND 480);
