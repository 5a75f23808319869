package vn.toancanh.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.shift.HandoverDeed;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Shift;
import vn.toancanh.shift.ShiftMemory;
import vn.toancanh.shift.ShiftOwner;

/** Shifts that are not handed over, a row each, and a row for each note. */
final class ShiftTable implements ShiftMemory {
    private static final Logger LOG = LoggerFactory.getLogger(ShiftTable.class);
    private static final TypeReference<LinkedHashMap<String, String>> FACTS = new TypeReference<>() {};
    private static final int MOST_UNTOLD = 50;

    private final Writer writer;
    private final JsonMapper json = JsonMapper.builder().build();
    private long kept;

    ShiftTable(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void begin(ShiftOwner owner, UUID id, Instant at, boolean afterHandover) {
        writer.keep("shift " + id, connection -> {
            // Its notes go with it.
            try (PreparedStatement shift =
                            connection.prepareStatement("DELETE FROM shift WHERE server = ? AND user = ?");
                    PreparedStatement fresh = connection.prepareStatement(
                            "INSERT INTO shift (id, server, user, began, after_handover) VALUES (?, ?, ?, ?, ?)")) {
                shift.setString(1, owner.server().toString());
                shift.setString(2, owner.user());
                shift.executeUpdate();
                fresh.setString(1, id.toString());
                fresh.setString(2, owner.server().toString());
                fresh.setString(3, owner.user());
                fresh.setString(4, at.toString());
                fresh.setBoolean(5, afterHandover);
                fresh.executeUpdate();
            }
        });
    }

    @Override
    public void append(UUID shift, List<Note> notes) {
        // Under a key of its own each time: a note that waits for room on the disk must not take the place of one
        // before it.
        writer.keep("note " + shift + " " + kept++, connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("INSERT INTO shift_note (shift, at, what, subject, words, seconds)"
                            + " SELECT id, ?2, ?3, ?4, ?5, ?6 FROM shift WHERE id = ?1")) {
                for (Note note : notes) {
                    statement.setString(1, shift.toString());
                    statement.setString(2, note.at().toString());
                    statement.setString(3, note.what().name());
                    statement.setString(4, note.subject());
                    statement.setString(5, note.words());
                    if (note.seconds() == Note.UNKNOWN) {
                        statement.setNull(6, Types.INTEGER);
                    } else {
                        statement.setLong(6, note.seconds());
                    }
                    statement.executeUpdate();
                }
            }
        });
    }

    @Override
    public void end(UUID shift) {
        writer.keep("shift end " + shift, connection -> {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM shift WHERE id = ?")) {
                statement.setString(1, shift.toString());
                statement.executeUpdate();
            }
        });
    }

    @Override
    public void load(ShiftOwner owner, Consumer<Optional<Shift>> answer, Runnable failed) {
        writer.read(
                "the shift",
                connection -> Optional.of(open(connection, owner)),
                read -> read.ifPresentOrElse(answer, failed));
    }

    /** One that waits to be told under its own id is handed over, even where the program fell before it was forgotten. */
    private static Optional<Shift> open(Connection connection, ShiftOwner owner) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id, began, after_handover FROM shift WHERE server = ? AND user = ?"
                        + " AND id NOT IN (SELECT id FROM deed)")) {
            statement.setString(1, owner.server().toString());
            statement.setString(2, owner.user());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String id = row.getString(1);
                return Optional.of(new Shift(
                        UUID.fromString(id),
                        Instant.parse(row.getString(2)),
                        row.getBoolean(3),
                        notes(connection, id)));
            }
        }
    }

    private static List<Note> notes(Connection connection, String shift) throws SQLException {
        List<Note> notes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT at, what, subject, words, seconds FROM shift_note WHERE shift = ? ORDER BY place LIMIT ?")) {
            statement.setString(1, shift);
            statement.setInt(2, Shift.MOST_KEPT);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    try {
                        notes.add(note(rows));
                    } catch (RuntimeException damaged) {
                        // One that cannot be read is one that is not kept; the others are as good as before.
                        LOG.warn("a note of shift {} cannot be understood", shift, damaged);
                    }
                }
            }
        }
        return notes;
    }

    private static Note note(ResultSet row) throws SQLException {
        long counted = row.getLong(5);
        long seconds = row.wasNull() ? Note.UNKNOWN : counted;
        return new Note(
                Instant.parse(row.getString(1)),
                Happening.valueOf(row.getString(2)),
                row.getString(3),
                row.getString(4),
                seconds);
    }

    @Override
    public void untold(ShiftOwner owner, Consumer<List<Untold>> answer) {
        writer.read(
                "what was handed over",
                connection -> Optional.of(untold(connection, owner)),
                found -> answer.accept(found.orElse(List.of())));
    }

    private List<Untold> untold(Connection connection, ShiftOwner owner) throws SQLException {
        List<Untold> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT id, done_at, facts, aside FROM deed WHERE server = ? AND user = ? AND action = ?"
                        + " ORDER BY place DESC LIMIT ?")) {
            statement.setString(1, owner.server().toString());
            statement.setString(2, owner.user());
            statement.setString(3, HandoverDeed.ACTION);
            statement.setInt(4, MOST_UNTOLD);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, String> facts = json.readValue(rows.getString(3), FACTS);
                    found.add(new Untold(
                            UUID.fromString(rows.getString(1)),
                            Instant.parse(rows.getString(2)),
                            facts.getOrDefault(HandoverDeed.TITLE, ""),
                            Instant.parse(facts.getOrDefault(HandoverDeed.BEGAN, rows.getString(2))),
                            Instant.parse(facts.getOrDefault(HandoverDeed.ENDED, rows.getString(2))),
                            facts.getOrDefault(HandoverDeed.DOCUMENT, ""),
                            rows.getBoolean(4)));
                }
            }
        }
        return found;
    }
}
