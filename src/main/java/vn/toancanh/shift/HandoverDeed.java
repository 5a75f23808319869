package vn.toancanh.shift;

import java.time.Instant;
import java.util.Map;
import vn.toancanh.model.SiteId;

/** How a handover stands among the deeds that wait to be told to the server: the words that both ends know. */
public final class HandoverDeed {
    public static final String ACTION = "shift.handover";
    public static final String TITLE = "title";
    public static final String SITE = "site";
    public static final String BEGAN = "beganAt";
    public static final String ENDED = "endedAt";
    public static final String DOCUMENT = "document";

    private HandoverDeed() {}

    /**
     * What is told.
     *
     * @param site where it happened: whoever may manage there may take it over
     * @param document as {@link HandoverService#write} made it
     */
    public static Map<String, String> facts(String title, SiteId site, Instant began, Instant ended, String document) {
        return Map.of(
                TITLE, title, SITE, site.value(), BEGAN, began.toString(), ENDED, ended.toString(), DOCUMENT, document);
    }
}
