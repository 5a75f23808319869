package vn.toancanh.server.places;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;

/**
 * Whom something concerns that happened at some cameras, or at a site without one: whoever has the right at any of the
 * cameras; where none of them is there any more, or none was named, at any camera of the site. Any thread; blocks.
 */
public final class Reach {
    private final CameraRights rights;
    private final Places places;

    public Reach(CameraRights rights, Places places) {
        this.rights = rights;
        this.places = places;
    }

    /** True where there is such a camera and they may do that at it. */
    public boolean camera(Principal who, Level level, String cameraId) {
        return rights.may(who, level, cameraId) && places.spot(cameraId).isPresent();
    }

    /** True where they may look at that camera; reads nothing but rights. */
    public boolean sees(Principal who, String cameraId) {
        return rights.may(who, Level.VIEW, cameraId);
    }

    /** Those of the cameras that they may be told of. Who sees everything is told of those that are gone, too. */
    public List<String> told(Principal who, List<String> cameraIds) {
        if (who.reach().scope().everything()) {
            return cameraIds;
        }
        rights.expect(cameraIds);
        return cameraIds.stream().filter(camera -> sees(who, camera)).toList();
    }

    /**
     * The site of something that concerns them as far as they may be told of it: where they do not see that site, the one of a
     * camera which they see.
     *
     * @param seen cameras of it that they see; where there are none, those of the site are looked at
     */
    public String told(Principal who, String siteId, List<String> seen) {
        if (knows(who, siteId, seen)) {
            return siteId;
        }
        List<String> near =
                seen.isEmpty() ? first(who, Level.VIEW, siteId).stream().toList() : seen;
        return near.stream()
                .flatMap(camera -> places.spot(camera).stream())
                .map(Places.Spot::siteId)
                .findFirst()
                .orElse(siteId);
    }

    /** True where they see that site, if only because one of these cameras hangs there. */
    public boolean knows(Principal who, String siteId, List<String> seen) {
        vn.toancanh.server.accounts.Reach own = who.reach();
        return own.scope().everything()
                || (own.at(Level.VIEW, siteId) && !own.role().publishedOnly())
                || (own.touches(siteId)
                        && seen.stream()
                                .flatMap(camera -> places.spot(camera).stream())
                                .anyMatch(spot -> places.within(spot.siteId(), siteId)));
    }

    /**
     * True where they may file something under that site: where they see it, if only because one of these cameras hangs there, or
     * any that they see where none is named.
     */
    public boolean files(Principal who, String siteId, List<String> cameraIds) {
        return knows(who, siteId, cameraIds)
                || (cameraIds.isEmpty()
                        && who.reach().touches(siteId)
                        && anyOf(who, Level.VIEW, places.camerasBelow(siteId)));
    }

    /** True where they see that site and the other is that one or below it. */
    public boolean within(Principal who, String siteId, String aboveId, List<String> seen) {
        return knows(who, aboveId, seen) && places.within(siteId, aboveId);
    }

    /** True where it concerns them at that level. */
    public boolean any(Principal who, Level level, List<String> cameraIds, String siteId) {
        return cameraIds.isEmpty()
                ? below(who, level, siteId)
                : anyOf(who, level, cameraIds) || (noneIsThere(cameraIds) && below(who, level, siteId));
    }

    /** The same for many callers: what must be looked up is looked up once, here. Holds the ids that are given and no others. */
    public Predicate<Principal> audience(Level level, List<String> cameraIds, String siteId) {
        boolean ofSite = cameraIds.isEmpty() || noneIsThere(cameraIds);
        return ofSite ? who -> below(who, level, siteId) : who -> anyOf(who, level, cameraIds);
    }

    /**
     * True where they have the right at that very site: by a right to it or to what is above it, or, where their rights go by
     * tags or by what is published, by a camera that hangs there.
     */
    public boolean at(Principal who, Level level, String siteId) {
        return bySite(who, level, siteId) || anyOf(who, level, places.camerasAt(siteId));
    }

    private static boolean bySite(Principal who, Level level, String siteId) {
        vn.toancanh.server.accounts.Reach own = who.reach();
        return own.at(level, siteId) && !own.role().publishedOnly();
    }

    /** True where they have the right at a camera that hangs there or below; where none does, at the site. */
    private boolean below(Principal who, Level level, String siteId) {
        return first(who, level, siteId).isPresent()
                || (bySite(who, level, siteId) && places.camerasBelow(siteId).isEmpty());
    }

    private Optional<String> first(Principal who, Level level, String siteId) {
        return rights.firstBelow(who, level, siteId, () -> places.camerasBelow(siteId));
    }

    private boolean noneIsThere(List<String> cameraIds) {
        return cameraIds.stream().allMatch(camera -> places.spot(camera).isEmpty());
    }

    private boolean anyOf(Principal who, Level level, List<String> cameraIds) {
        return cameraIds.stream().anyMatch(camera -> rights.may(who, level, camera));
    }
}
