package vn.toancanh.server.accounts;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tags as they stand in the database. A city's cameras share few lists of them: each is read once, and its cameras share it. Any thread. */
final class TagLists {
    /** More are forgotten, and read again. */
    static final int MOST = 2048;

    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    /**
     * The tags of a row.
     *
     * @param stored a JSON list of texts
     */
    List<String> of(String stored) {
        @Nullable List<String> tags = known.get(stored);
        if (tags == null) {
            tags = read(stored);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(stored, tags);
        }
        return tags;
    }

    private static List<String> read(String stored) {
        return List.copyOf(JsonMapper.shared()
                .readTree(stored)
                .valueStream()
                .map(JsonNode::asString)
                .toList());
    }
}
