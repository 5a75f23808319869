-- Where a head is steered by ONVIF, at the host of one of its camera's streams. NULL: nothing was said of it, and it is steered at
-- http://HOST/onvif/device_service.
ALTER TABLE camera ADD COLUMN onvif_url TEXT;
