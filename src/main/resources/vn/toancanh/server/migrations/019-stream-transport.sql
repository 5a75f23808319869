-- By what a stream's server is asked first: tcp over the connection, or udp. NULL: nothing was said of it, and tcp is.
ALTER TABLE stream ADD COLUMN transport TEXT CHECK (transport IN ('tcp', 'udp'));
