-- SHA-256 of the certificates that are accepted of a stream's server, in Base64, as a JSON list. NULL: nothing was said of them. Where
-- there are none, those are accepted that the system trusts for the server's name.
ALTER TABLE stream ADD COLUMN tls_pins TEXT CHECK (tls_pins IS NULL OR json_valid(tls_pins));
