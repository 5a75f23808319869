-- Days on which an account may sign in, YYYY-MM-DD by the server's calendar, both included; NULL: without a limit.
ALTER TABLE account ADD COLUMN valid_from TEXT;
ALTER TABLE account ADD COLUMN valid_until TEXT;
