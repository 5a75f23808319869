-- What waits of one device for somebody to take it, the least urgent and oldest first.
CREATE INDEX alarm_waiting ON alarm (source_id, priority, ordinal)
    WHERE state = 'new' AND source_kind = 'webhook' AND assignee_id IS NULL;
