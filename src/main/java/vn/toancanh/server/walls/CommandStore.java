package vn.toancanh.server.walls;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Of these, what one account may have wait: whoever tells too much keeps nobody else from telling. */
    static final int MOST_OF_ONE = MOST_WAITING / 4;

    /** What the layouts that they bring may come to before the last of them, characters; of one account a quarter. */
    private static final int MOST_LENGTH = 2 << 20;

    private static final String LAYOUT = "SELECT coalesce(l.layout, s.layout) FROM wall_layout l"
            + " LEFT JOIN wall_layout s ON s.command_id = l.command_id AND s.screen_id = l.same_as"
            + " WHERE l.command_id = ? AND l.screen_id = ?";

    private static final String SELECT =
            "SELECT id, wall_id, body, screens, made_by, state, state_version, answers, made_at, expires_at, digest"
                    + " FROM wall_command ";

    record Row(CommandBody command, String digest) {}

    /**
     * What is to stand on a screen.
     *
     * @param layout as text; null: nothing
     */
    record Brought(@Nullable String layout) {}

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

    /**
     * False where so much waits for the screens of a wall that no more can.
     *
     * @param brings layouts; what brings none has room however large those are that wait
     */
    boolean hasRoom(Sql sql, String wallId, String accountId, boolean brings) throws SQLException {
        String waits = " WHERE c.wall_id = ? AND c.state = 'pending'";
        String his = waits + " AND c.account_id = ?";
        String count = "SELECT count(*) FROM wall_command c";
        String length =
                "SELECT coalesce(sum(length(l.layout)), 0) FROM wall_command c JOIN wall_layout l ON l.command_id = c.id";
        return sql.number(count + waits, wallId) < MOST_WAITING
                && sql.number(count + his, wallId, accountId) < MOST_OF_ONE
                && (!brings
                        || (sql.number(length + waits, wallId) < MOST_LENGTH
                                && sql.number(length + his, wallId, accountId) < MOST_LENGTH / 4));
    }

    /** What a command brings to a screen; empty where that screen stays as it is. */
    Optional<Brought> brought(Sql sql, String commandId, String screenId) throws SQLException {
        return sql.first(LAYOUT, row -> new Brought(row.getString(1)), commandId, screenId);
    }

    /** The same of a command of that wall, where it is a layout. */
    Optional<String> layout(Sql sql, String wallId, String commandId, String screenId) throws SQLException {
        return sql.first(
                        LAYOUT
                                + " AND EXISTS (SELECT 1 FROM wall_command c WHERE c.id = l.command_id AND c.wall_id = ?)",
                        row -> new Brought(row.getString(1)),
                        commandId,
                        screenId,
                        wallId)
                .flatMap(brought -> Optional.ofNullable(brought.layout()));
    }

    /** @param layouts what it brings, by the ids of screens; empty: nothing is to stand there */
    void insert(
            Sql sql,
            CommandBody command,
            Map<String, Optional<String>> layouts,
            String accountId,
            String key,
            String digest)
            throws SQLException {
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
        Map<String, String> first = new HashMap<>();
        for (Map.Entry<String, Optional<String>> each : layouts.entrySet()) {
            @Nullable String layout = each.getValue().orElse(null);
            @Nullable String same = layout == null ? null : first.putIfAbsent(layout, each.getKey());
            sql.change(
                    "INSERT INTO wall_layout (command_id, screen_id, layout, same_as) VALUES (?, ?, ?, ?)",
                    command.id(),
                    each.getKey(),
                    same == null ? layout : null,
                    same);
        }
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
