package vn.toancanh.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallMemory;

/** The last wall of one window, or the one before, as JSON. */
final class WallTable implements WallMemory {
    private static final Logger LOG = LoggerFactory.getLogger(WallTable.class);
    private static final String LAST = "last";
    private static final String UNREADABLE = "-unreadable-";

    private final String name;
    private final Writer writer;
    private final KeptWalls ahead;
    private final Clock clock;
    private final Consumer<Failure> unreadable;
    private final Supplier<Optional<URI>> server;
    private final LayoutJson json = new LayoutJson();

    /**
     * @param window by its id; 1 is the main window
     * @param ahead what was read already
     * @param unreadable told on STORE of one that cannot be read and is set aside
     * @param server that is signed in at now; empty while that is none
     */
    WallTable(
            int window,
            Writer writer,
            KeptWalls ahead,
            Clock clock,
            Consumer<Failure> unreadable,
            Supplier<Optional<URI>> server) {
        this(window == 1 ? LAST : LAST + "-" + window, writer, ahead, clock, unreadable, server);
    }

    private WallTable(
            String name,
            Writer writer,
            KeptWalls ahead,
            Clock clock,
            Consumer<Failure> unreadable,
            Supplier<Optional<URI>> server) {
        this.name = name;
        this.writer = writer;
        this.ahead = ahead;
        this.clock = clock;
        this.unreadable = unreadable;
        this.server = server;
    }

    /** What stood on a window before it was told from elsewhere what to show. */
    static WallTable beneath(int window, Writer writer, KeptWalls ahead, Clock clock, Consumer<Failure> unreadable) {
        return new WallTable("beneath-" + window, writer, ahead, clock, unreadable, Optional::empty);
    }

    @Override
    public void save(Layout wall) {
        ahead.keptAnew(name);
        String savedAt = clock.now().toString();
        @Nullable String at = server.get().map(URI::toString).orElse(null);
        writer.keep("wall " + name, connection -> {
            try (var statement = connection.prepareStatement("INSERT INTO wall (name, body, saved_at, server)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET body = excluded.body,"
                    + " saved_at = excluded.saved_at, server = coalesce(excluded.server, server)")) {
                statement.setString(1, name);
                statement.setString(2, json.write(wall));
                statement.setString(3, savedAt);
                statement.setString(4, at);
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void load(Consumer<Optional<Layout>> answer) {
        read(row -> answer.accept(row.map(KeptWalls.Row::wall)));
    }

    @Override
    public void loadHere(BiConsumer<Optional<Layout>, Boolean> answer) {
        Optional<String> now = server.get().map(URI::toString);
        read(row -> {
            @Nullable String then = row.isPresent() ? row.get().server() : null;
            boolean here = then != null && now.filter(then::equals).isPresent();
            boolean elsewhere = then != null && now.isPresent() && !here;
            answer.accept(elsewhere ? Optional.empty() : row.map(KeptWalls.Row::wall), here);
        });
    }

    private void read(Consumer<Optional<KeptWalls.Row>> answer) {
        Optional<KeptWalls.Row> known = ahead.take(name);
        if (known.isPresent()) {
            answer.accept(known);
            return;
        }
        writer.read(
                "the last wall",
                connection -> {
                    try (var statement = connection.prepareStatement("SELECT body, server FROM wall WHERE name = ?")) {
                        statement.setString(1, name);
                        try (ResultSet rows = statement.executeQuery()) {
                            return rows.next()
                                    ? understood(connection, rows.getString(1), rows.getString(2))
                                    : Optional.empty();
                        }
                    }
                },
                answer);
    }

    private Optional<KeptWalls.Row> understood(Connection connection, String body, @Nullable String at)
            throws SQLException {
        try {
            return Optional.of(new KeptWalls.Row(json.read(body), at));
        } catch (RuntimeException damaged) {
            setAside(connection, damaged);
            return Optional.empty();
        }
    }

    /** Out of the way of the next that is kept, which would replace it: somebody may still have need of it. */
    private void setAside(Connection connection, RuntimeException damaged) throws SQLException {
        String aside = name + UNREADABLE + clock.now();
        try (var statement = connection.prepareStatement("UPDATE wall SET name = ? WHERE name = ?")) {
            statement.setString(1, aside);
            statement.setString(2, name);
            statement.executeUpdate();
        }
        LOG.warn("wall {} cannot be understood and is kept as {}", name, aside, damaged);
        unreadable.accept(Failure.of(Kind.BAD_INPUT, "wall " + name + " kept as " + aside, damaged)
                .withText("store.wallUnreadable", aside));
    }
}
