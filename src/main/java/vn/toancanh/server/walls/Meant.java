package vn.toancanh.server.walls;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import vn.toancanh.server.store.Sql;

/**
 * What is withheld from the screens of a wall, looked up in the commands that brought it: of each layout the cells that are asked for, so
 * that whoever names many of them in what his screen shows fills no memory. For one answer, within one transaction.
 */
final class Meant {
    /** Layouts that are looked into; what stands on a wall came by the last few. */
    private static final int MOST_LAYOUTS = 64;

    /** For one screen, characters. */
    private static final int MOST_OF_ONE = 256 << 10;

    private final Sql sql;
    private final CommandStore commands;
    private final String wallId;
    private final ObjectMapper mapper;
    private int layouts;
    private long left = 1 << 20;

    Meant(Sql sql, CommandStore commands, String wallId, ObjectMapper mapper) {
        this.sql = sql;
        this.commands = commands;
        this.wallId = wallId;
        this.mapper = mapper;
    }

    /** What is meant by the cells of a screen that shows this, as text by their places; what finds no room is left out. */
    Map<Integer, String> in(JsonNode shows) throws SQLException {
        Map<Integer, String> meant = new HashMap<>();
        long before = left;
        left = Math.min(left, MOST_OF_ONE);
        long here = left;
        for (Map.Entry<Withheld.Layout, Map<Integer, Integer>> each :
                Withheld.places(shows).entrySet()) {
            if (layouts == MOST_LAYOUTS) {
                break;
            }
            layouts++;
            Optional<String> layout = commands.layout(
                    sql, wallId, each.getKey().commandId(), each.getKey().screenId());
            if (layout.isPresent()) {
                take(mapper.readTree(layout.get()).path("cells"), each.getValue(), meant);
            }
        }
        left = before - (here - left);
        return meant;
    }

    private void take(JsonNode cells, Map<Integer, Integer> asked, Map<Integer, String> meant) {
        for (Map.Entry<Integer, Integer> each : asked.entrySet()) {
            JsonNode content = cells.path(each.getValue()).path("content");
            String text = content.isObject() ? content.toString() : "";
            if (!text.isEmpty() && text.length() <= left) {
                left -= text.length();
                meant.put(each.getKey(), text);
            }
        }
    }
}
