package vn.toancanh.server.accounts;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What decides who sees a camera: where it hangs, its tags, and whether it is published for visitors. */
public record Spot(String siteId, List<String> tags, boolean published) {
    public Spot {
        tags = List.copyOf(tags);
    }

    /**
     * Of a row.
     *
     * @param tags as they stand in the database, a JSON list of texts
     */
    public static Spot of(String siteId, String tags, boolean published) {
        if (tags.equals("[]")) {
            return new Spot(siteId, List.of(), published);
        }
        List<String> words = JsonMapper.shared()
                .readTree(tags)
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return new Spot(siteId, words, published);
    }
}
