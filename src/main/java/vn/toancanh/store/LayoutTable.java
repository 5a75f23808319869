package vn.toancanh.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.LayoutMemory;

/** Layouts of the last few who signed in on this machine, a row each. */
final class LayoutTable implements LayoutMemory {
    private static final Logger LOG = LoggerFactory.getLogger(LayoutTable.class);
    private static final int MOST_OWNERS = 5;

    private final Writer writer;
    private final LayoutJson json = new LayoutJson();

    LayoutTable(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void keepAll(URI server, String user, List<Layout> layouts) {
        writer.keep("layouts " + server + " " + user, connection -> {
            delete(connection, "DELETE FROM kept_layout WHERE server = ? AND user = ?", server, user);
            forgetOthers(connection);
            for (Layout layout : layouts) {
                put(connection, server, user, layout);
            }
            LayoutFactsRows.forgetOthers(connection);
        });
    }

    @Override
    public void keepFacts(URI server, String user, List<LayoutLibrary.Entry> told) {
        List<LayoutLibrary.Entry> all = List.copyOf(told);
        writer.keep(
                "what is said of layouts " + server + " " + user,
                connection -> LayoutFactsRows.put(connection, server, user, all));
    }

    /** Places grow, so the smallest are of those who were not here for longest. */
    private static void forgetOthers(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM kept_layout WHERE (server, user) NOT IN (SELECT server, user"
                        + " FROM kept_layout GROUP BY server, user ORDER BY max(place) DESC LIMIT ?)")) {
            statement.setInt(1, MOST_OWNERS - 1);
            statement.executeUpdate();
        }
    }

    @Override
    public void keep(URI server, String user, Layout layout) {
        LayoutId id = layout.id();
        if (id != null) {
            writer.keep(key(server, user, id), connection -> put(connection, server, user, layout));
        }
    }

    private void put(Connection connection, URI server, String user, Layout layout) throws SQLException {
        @Nullable LayoutId id = layout.id();
        if (id == null) {
            return;
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO kept_layout (server, user, id, body) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (server, user, id) DO UPDATE SET body = excluded.body")) {
            statement.setString(1, server.toString());
            statement.setString(2, user);
            statement.setString(3, id.value());
            statement.setString(4, json.write(layout));
            statement.executeUpdate();
        }
    }

    @Override
    public void forget(URI server, String user, LayoutId id) {
        writer.keep(
                key(server, user, id),
                connection -> delete(
                        connection,
                        "DELETE FROM kept_layout WHERE server = ? AND user = ? AND id = ?",
                        server,
                        user,
                        id.value()));
    }

    private static void delete(Connection connection, String sql, URI server, String... more) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, server.toString());
            for (int i = 0; i < more.length; i++) {
                statement.setString(i + 2, more[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String key(URI server, String user, LayoutId id) {
        return "layout " + server + " " + user + " " + id.value();
    }

    @Override
    public void load(URI server, String user, Consumer<Kept> answer) {
        writer.read(
                "the layouts",
                connection -> Optional.of(kept(connection, server, user)),
                found -> answer.accept(found.orElse(Kept.NOTHING)));
    }

    private Kept kept(Connection connection, URI server, String user) throws SQLException {
        List<Layout> layouts = layouts(connection, server, user);
        Map<LayoutId, LayoutFactsRows.Said> said = LayoutFactsRows.load(connection, server, user);
        Map<LayoutId, LayoutFacts> facts = new HashMap<>();
        for (Layout layout : layouts) {
            LayoutId id = layout.id();
            LayoutFactsRows.@Nullable Said of = id == null ? null : said.get(id);
            // Of a version that was kept later it is not known who saved it.
            if (id != null && of != null && of.version() == layout.version()) {
                facts.put(id, of.facts());
            }
        }
        return new Kept(layouts, facts);
    }

    private List<Layout> layouts(Connection connection, URI server, String user) throws SQLException {
        List<Layout> layouts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, body FROM kept_layout WHERE server = ? AND user = ? ORDER BY place")) {
            statement.setString(1, server.toString());
            statement.setString(2, user);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    try {
                        layouts.add(json.read(rows.getString(2)));
                    } catch (RuntimeException damaged) {
                        // One that cannot be read is one that is not kept; the others are as good as before.
                        LOG.warn("what is kept of layout {} cannot be understood", rows.getString(1), damaged);
                    }
                }
            }
        }
        return layouts;
    }
}
