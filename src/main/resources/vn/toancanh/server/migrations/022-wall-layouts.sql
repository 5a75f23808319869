-- What a command brings to each screen: a layout, each text once and under the first screen that gets it; where there is neither a layout nor
-- another screen that gets the same, the screen is left blank.
CREATE TABLE wall_layout (
    command_id TEXT NOT NULL REFERENCES wall_command (id) ON DELETE CASCADE,
    screen_id TEXT NOT NULL,
    layout TEXT CHECK (json_valid(layout)),
    same_as TEXT,
    PRIMARY KEY (command_id, screen_id)
) STRICT;

INSERT INTO wall_layout (command_id, screen_id, layout)
    SELECT c.id, l.key, CASE l.type WHEN 'object' THEN l.value END FROM wall_command c, json_each(c.body, '$.args.layouts') l;
UPDATE wall_command SET body = json_remove(body, '$.args.layouts') WHERE json_type(body, '$.args.layouts') = 'object';
