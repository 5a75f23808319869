package vn.toancanh.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.deeds.DeedStore;

/** Deeds that the central server is to learn, a row each. */
final class DeedTable implements DeedStore {
    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};

    private final Writer writer;
    private final JsonMapper json = JsonMapper.builder().build();

    DeedTable(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void append(DeedOwner owner, Deed deed) {
        writer.keep("deed " + deed.id(), connection -> {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT OR IGNORE INTO deed (id, server, user, done_at, action, subject, facts) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                statement.setString(1, deed.id().toString());
                statement.setString(2, owner.server().toString());
                statement.setString(3, owner.user());
                statement.setString(4, deed.doneAt().toString());
                statement.setString(5, deed.action());
                statement.setString(6, deed.subject());
                statement.setString(7, json.writeValueAsString(deed.facts()));
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void oldest(DeedOwner owner, boolean notes, int most, Consumer<List<Deed>> answer) {
        writer.read(
                "what was done here",
                connection -> Optional.of(oldest(connection, owner, notes, most)),
                found -> answer.accept(found.orElse(List.of())));
    }

    private List<Deed> oldest(Connection connection, DeedOwner owner, boolean notes, int most) throws SQLException {
        List<Deed> deeds = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, done_at, action, subject, facts FROM deed WHERE server = ? AND user = ? AND aside = 0"
                        + " AND (? OR instr(action, ?) <> 1) ORDER BY place LIMIT ?")) {
            statement.setString(1, owner.server().toString());
            statement.setString(2, owner.user());
            statement.setBoolean(3, notes);
            statement.setString(4, Deed.NOTES);
            statement.setInt(5, most);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, String> facts = json.readValue(rows.getString(5), FACTS);
                    deeds.add(new Deed(
                            UUID.fromString(rows.getString(1)),
                            Instant.parse(rows.getString(2)),
                            rows.getString(3),
                            rows.getString(4),
                            facts));
                }
            }
        }
        return deeds;
    }

    @Override
    public void remove(Set<UUID> ids) {
        each(ids, "DELETE FROM deed WHERE id = ?");
    }

    @Override
    public void setAside(Set<UUID> ids) {
        each(ids, "UPDATE deed SET aside = 1 WHERE id = ?");
    }

    /** Under a key of its own each time: what waits for room on the disk must not take the place of what waits before it. */
    private void each(Set<UUID> ids, String sql) {
        if (ids.isEmpty()) {
            return;
        }
        writer.keep(sql + " " + ids, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (UUID id : ids) {
                    statement.setString(1, id.toString());
                    statement.executeUpdate();
                }
            }
        });
    }

    @Override
    public void count(DeedOwner owner, IntConsumer answer) {
        writer.read(
                "how much was done here",
                connection -> {
                    try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT count(*) FROM deed WHERE server = ? AND user = ? AND aside = 0")) {
                        statement.setString(1, owner.server().toString());
                        statement.setString(2, owner.user());
                        try (ResultSet rows = statement.executeQuery()) {
                            return Optional.of(rows.getInt(1));
                        }
                    }
                },
                found -> answer.accept(found.orElse(0)));
    }
}
