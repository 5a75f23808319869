package vn.toancanh.server.accounts;

import java.util.List;

/** What decides who sees a camera: where it hangs, its tags, and whether it is published for visitors. */
public record Spot(String siteId, List<String> tags, boolean published) {
    private static final TagLists TAGS = new TagLists();

    public Spot {
        tags = List.copyOf(tags);
    }

    /**
     * Of a row.
     *
     * @param tags as they stand in the database, a JSON list of texts
     */
    public static Spot of(String siteId, String tags, boolean published) {
        return new Spot(siteId, TAGS.of(tags), published);
    }
}
