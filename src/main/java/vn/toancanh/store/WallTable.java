package vn.toancanh.store;

import java.sql.ResultSet;
import java.util.Optional;
import java.util.function.Consumer;
import vn.toancanh.base.Clock;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallMemory;

/** The last wall of one window, or the one before, as JSON. */
final class WallTable implements WallMemory {
    private static final String LAST = "last";

    private final String name;
    private final Writer writer;
    private final Clock clock;
    private final LayoutJson json = new LayoutJson();

    /** @param window by its id; 1 is the main window */
    WallTable(int window, Writer writer, Clock clock) {
        this(window == 1 ? LAST : LAST + "-" + window, writer, clock);
    }

    private WallTable(String name, Writer writer, Clock clock) {
        this.name = name;
        this.writer = writer;
        this.clock = clock;
    }

    /** What stood on a window before it was told from elsewhere what to show. */
    static WallTable beneath(int window, Writer writer, Clock clock) {
        return new WallTable("beneath-" + window, writer, clock);
    }

    @Override
    public void save(Layout wall) {
        String savedAt = clock.now().toString();
        writer.keep("wall " + name, connection -> {
            try (var statement = connection.prepareStatement(
                    "INSERT INTO wall (name, body, saved_at) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body, saved_at = excluded.saved_at")) {
                statement.setString(1, name);
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
                        statement.setString(1, name);
                        try (ResultSet rows = statement.executeQuery()) {
                            return rows.next() ? Optional.of(json.read(rows.getString(1))) : Optional.empty();
                        }
                    }
                },
                answer);
    }
}
