package vn.toancanh.server.walls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.server.store.Sql;

/**
 * Rows of commands. They are kept for a week, so that a repeat after a restart is still known, and as long as a screen shows what one
 * brought and names it for what is withheld from it.
 */
final class CommandStore {
    static final Duration KEPT = Duration.ofDays(7);

    /** Commands of a wall that may wait. */
    static final int MOST_WAITING = 64;

    /** What they may come to before the last of them, characters. */
    private static final int MOST_LENGTH = 1 << 20;

    private static final String SELECT =
            "SELECT id, wall_id, body, screens, made_by, state, state_version, answers, made_at, expires_at, digest"
                    + " FROM wall_command ";

    record Row(CommandBody command, String digest) {}

    /** What is told to the screens and not looked at here. */
    private record Told(
            String op, @Nullable Integer cell, @Nullable JsonNode args) {}

    private final ObjectMapper mapper;

    CommandStore(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    Optional<Row> byKey(Sql sql, String accountId, String key) throws SQLException {
        return sql.first(SELECT + "WHERE account_id = ? AND key = ?", this::row, accountId, key);
    }

    Optional<CommandBody> find(Sql sql, String id) throws SQLException {
        return sql.first(SELECT + "WHERE id = ?", this::row, id).map(Row::command);
    }

    /** All that wait for an answer; of one wall where one is named. */
    List<CommandBody> pending(Sql sql, @Nullable String wallId) throws SQLException {
        return sql
                .list(
                        SELECT + "WHERE state = 'pending' AND (? IS NULL OR wall_id = ?) ORDER BY ordinal",
                        this::row,
                        wallId,
                        wallId)
                .stream()
                .map(Row::command)
                .toList();
    }

    /** False where so much waits for the screens of a wall that no more can: each of them asks for all of it. */
    boolean hasRoom(Sql sql, String wallId) throws SQLException {
        String waiting = " FROM wall_command WHERE wall_id = ? AND state = 'pending'";
        return sql.number("SELECT count(*)" + waiting, wallId) < MOST_WAITING
                && sql.number("SELECT coalesce(sum(length(body)), 0)" + waiting, wallId) < MOST_LENGTH;
    }

    void insert(Sql sql, CommandBody command, String accountId, String key, String digest) throws SQLException {
        sql.change(
                "DELETE FROM wall_command WHERE state <> 'pending' AND made_at < ? AND NOT EXISTS (SELECT 1 FROM wall_shown s"
                        + " WHERE s.wall_id = wall_command.wall_id AND instr(s.shows, wall_command.id) > 0)",
                command.madeAt().minus(KEPT).toEpochMilli());
        sql.change(
                "INSERT INTO wall_command (id, wall_id, account_id, made_by, key, digest, body, screens, state, state_version,"
                        + " made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                command.id(),
                command.wallId(),
                accountId,
                command.by(),
                key,
                digest,
                mapper.writeValueAsString(new Told(command.op(), command.cell(), command.args())),
                mapper.writeValueAsString(command.screenIds()),
                command.state(),
                command.stateVersion(),
                command.madeAt().toEpochMilli(),
                command.expiresAt().toEpochMilli());
    }

    void update(Sql sql, CommandBody command) throws SQLException {
        sql.change(
                "UPDATE wall_command SET state = ?, answers = ? WHERE id = ?",
                command.state(),
                mapper.writeValueAsString(command.answers()),
                command.id());
    }

    private Row row(ResultSet row) throws SQLException {
        Told told = mapper.readValue(row.getString(3), Told.class);
        @Nullable JsonNode args = told.args();
        CommandBody command = new CommandBody(
                row.getString(1),
                row.getString(2),
                told.op(),
                mapper.readerForListOf(String.class).readValue(row.getString(4)),
                told.cell(),
                args == null || args.isNull() ? null : args,
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                mapper.readValue(row.getString(8), new TypeReference<>() {}),
                Instant.ofEpochMilli(row.getLong(9)),
                Instant.ofEpochMilli(row.getLong(10)));
        return new Row(command, row.getString(11));
    }
}
