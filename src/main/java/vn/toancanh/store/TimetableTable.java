package vn.toancanh.store;

import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;
import vn.toancanh.wall.TimetableMemory;

/** Shifts of layouts as the last few who signed in on this machine were told them, a row a user. */
final class TimetableTable implements TimetableMemory {
    private static final int MOST_OWNERS = 5;

    private final Writer writer;
    private final JsonMapper mapper = JsonMapper.builder().build();

    TimetableTable(Writer writer) {
        this.writer = writer;
    }

    @Override
    public void keep(URI server, String user, List<Timetable> all) {
        String body = write(List.copyOf(all));
        writer.keep("shifts of layouts " + server + " " + user, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR REPLACE INTO kept_timetable (server, user, body) VALUES (?, ?, ?)")) {
                insert.setString(1, server.toString());
                insert.setString(2, user);
                insert.setString(3, body);
                insert.executeUpdate();
            }
            forgetOthers(connection);
        });
    }

    /** A row that is written anew gets the next place, so the smallest are of those who were not here for longest. */
    private static void forgetOthers(Connection connection) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM kept_timetable WHERE place NOT IN"
                + " (SELECT place FROM kept_timetable ORDER BY place DESC LIMIT ?)")) {
            delete.setInt(1, MOST_OWNERS);
            delete.executeUpdate();
        }
    }

    @Override
    public void load(URI server, String user, Consumer<List<Timetable>> answer) {
        writer.read(
                "the shifts of layouts",
                connection -> {
                    try (PreparedStatement select = connection.prepareStatement(
                            "SELECT body FROM kept_timetable WHERE server = ? AND user = ?")) {
                        select.setString(1, server.toString());
                        select.setString(2, user);
                        try (ResultSet row = select.executeQuery()) {
                            return row.next() ? Optional.of(read(row.getString(1))) : Optional.empty();
                        }
                    }
                },
                found -> answer.accept(found.orElse(List.of())));
    }

    private String write(List<Timetable> all) {
        ArrayNode list = mapper.createArrayNode();
        for (Timetable each : all) {
            ObjectNode node = list.addObject();
            node.put("layout", each.layout().value());
            node.put("scope", each.scope().name());
            node.put("shifts", Shift.write(each.shifts()));
            node.put("version", each.version());
            node.put("by", each.setBy());
            Instant at = each.setAt();
            if (at != null) {
                node.put("at", at.toString());
            }
            node.put("changeable", each.changeable());
        }
        return mapper.writeValueAsString(list);
    }

    private List<Timetable> read(String body) {
        List<Timetable> all = new ArrayList<>();
        for (JsonNode node : mapper.readTree(body)) {
            JsonNode at = node.path("at");
            all.add(new Timetable(
                    new LayoutId(node.path("layout").asString()),
                    LayoutJson.word(Scope.class, node.path("scope").asString(""), Scope.CITY),
                    Shift.read(node.path("shifts").asString("")),
                    node.path("version").asLong(0),
                    node.path("by").asString(""),
                    at.isString() ? Instant.parse(at.asString()) : null,
                    node.path("changeable").asBoolean(false)));
        }
        return all;
    }
}
