package vn.toancanh.store;

import java.sql.ResultSet;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.base.Clock;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallMemory;

/** The last wall, as JSON. */
final class WallTable implements WallMemory {
    private static final String LAST = "last";

    private final Writer writer;
    private final Clock clock;
    private final LayoutJson json = new LayoutJson();

    WallTable(Writer writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public void save(Layout wall) {
        String savedAt = clock.now().toString();
        writer.keep("wall", connection -> {
            try (var statement = connection.prepareStatement(
                    "INSERT INTO wall (name, body, saved_at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at")) {
                statement.setString(1, LAST);
                statement.setString(2, json.write(wall));
                statement.setString(3, savedAt);
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void load(Consumer<Optional<Layout>> answer) {
        writer.read(
                "the last wall",
                connection -> {
                    try (var statement = connection.prepareStatement("SELECT body FROM wall WHERE name = ?")) {
                        statement.setString(1, LAST);
                        try (ResultSet rows = statement.executeQuery()) {
                            return rows.next() ? Optional.of(json.read(rows.getString(1))) : Optional.empty();
                        }
                    }
                },
                answer);
    }
}
