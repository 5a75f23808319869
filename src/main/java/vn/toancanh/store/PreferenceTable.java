package vn.toancanh.store;

import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.prefs.PreferenceStore;

/** Settings, one row each. */
final class PreferenceTable implements PreferenceStore {
    private final Writer writer;

    PreferenceTable(Writer writer) {
        this.writer = writer;
    }

    @Override
    public Map<String, String> load() {
        Optional<Map<String, String>> kept = writer.readNow("preferences", connection -> {
            Map<String, String> values = new HashMap<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT name, value FROM preference")) {
                while (rows.next()) {
                    values.put(rows.getString(1), rows.getString(2));
                }
            }
            return Optional.of(values);
        });
        return Map.copyOf(kept.orElse(Map.of()));
    }

    @Override
    public void save(String name, String value) {
        writer.keep("preference " + name, connection -> {
            try (var statement = connection.prepareStatement(
                    "INSERT INTO preference (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")) {
                statement.setString(1, name);
                statement.setString(2, value);
                statement.executeUpdate();
            }
        });
    }
}
