package vn.toancanh.inventory;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One camera's values as a file gives them, and the headers it calls them by. */
final class Values {
    private final Map<Column, String> texts = new EnumMap<>(Column.class);
    private final Map<Column, String> headers;

    Values(Map<Column, String> headers) {
        this.headers = headers;
    }

    void put(Column column, String text) {
        String plain = text.strip();
        if (!plain.isEmpty()) {
            texts.put(column, plain);
        }
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Null where the cell is empty or there is no such column. */
    @Nullable
    String get(Column column) {
        return texts.get(column);
    }

    /** The column's name for a message. */
    String header(Column column) {
        return headers.getOrDefault(column, column.header());
    }
}
