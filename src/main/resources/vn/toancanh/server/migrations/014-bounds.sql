-- What one account keeps is counted when it keeps more.
CREATE INDEX layout_by_owner ON layout (owner_id) WHERE gone = 0;
CREATE INDEX record_by_account ON record (account_id, received_at);
CREATE INDEX bookmark_by_account ON bookmark (account_id);

-- A layout has its newest hundred versions.
DELETE FROM layout_version WHERE version <= (SELECT l.version FROM layout l WHERE l.id = layout_id) - 100;
CREATE TRIGGER layout_version_goes AFTER INSERT ON layout_version BEGIN
    DELETE FROM layout_version WHERE layout_id = new.layout_id AND version <= new.version - 100;
END;
