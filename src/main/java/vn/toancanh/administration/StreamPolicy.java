package vn.toancanh.administration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.toancanh.model.SiteId;

/**
 * Which way streams take from camera to desk. A site without a word of its own goes as the nearest one above it that has one.
 *
 * @param city for all else
 * @param sites words of sites, in order
 * @param relayUrl base address of a relay elsewhere; empty: the relay of the server itself
 */
public record StreamPolicy(Way city, Map<SiteId, Way> sites, String relayUrl) {
    /** The two ways. */
    public enum Way {
        /** Through a relay, which cuts a viewer off within seconds. */
        RELAY,
        /** From the camera itself: what was given cannot be taken back. */
        DIRECT
    }

    public StreamPolicy {
        sites = Collections.unmodifiableMap(new LinkedHashMap<>(sites));
    }

    /** True where that opens cameras to desks that did not reach them before. */
    public boolean opensMoreThan(StreamPolicy before) {
        boolean cityOpens = city == Way.DIRECT && before.city != Way.DIRECT;
        boolean siteOpens = sites.entrySet().stream()
                .anyMatch(word -> word.getValue() == Way.DIRECT && before.sites.get(word.getKey()) != Way.DIRECT);
        // A word that is gone leaves the site to what stands above it, which may be the other way.
        boolean wordGone = before.sites.entrySet().stream()
                .anyMatch(word -> word.getValue() == Way.RELAY && sites.get(word.getKey()) != Way.RELAY);
        return cityOpens || siteOpens || wordGone;
    }
}
