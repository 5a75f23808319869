package vn.toancanh.server.walls;

import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.http.ApiProblem;

/**
 * Who may do what at a wall: who may do it at its site, whatever the tags of the cameras there; a wall without a site is the
 * whole city's. A wall that is not seen is answered like one that is not there. Any thread.
 */
final class WallRights {
    private WallRights() {}

    /** Whoever sees published cameras only sees walls that have a screen for such, or for him. */
    static boolean sees(Principal who, WallBody wall) {
        return who.reach().at(Level.VIEW, wall.siteId())
                && (!who.role().publishedOnly() || wall.screens().stream().anyMatch(screen -> isFor(who, screen)));
    }

    /** True where they see the wall and may do that at it; looking aside, nobody does who sees published cameras only. */
    static boolean may(Principal who, Level level, WallBody wall) {
        return sees(who, wall)
                && who.reach().at(level, wall.siteId())
                && (level == Level.VIEW || !who.role().publishedOnly());
    }

    /** @throws ApiProblem 404 where they do not see it, 403 where they do and may not do that */
    static void require(Principal who, Level level, WallBody wall) {
        if (!sees(who, wall)) {
            throw ApiProblem.notFound();
        }
        if (!may(who, level, wall)) {
            throw ApiProblem.forbidden();
        }
    }

    /**
     * That a wall may hang there.
     *
     * @param there whether there is such a site, where one is named
     * @throws ApiProblem 403 for the whole city; 400 for a site where they may not configure, as for one that is not there
     */
    static void requirePlace(Principal who, @Nullable String site, boolean there) {
        boolean may = who.reach().at(Level.CONFIGURE, site) && !who.role().publishedOnly();
        if (site == null && !may) {
            throw ApiProblem.forbidden();
        }
        if (site != null && !(may && there)) {
            throw ApiProblem.badField("/siteId", "unknownSite", "no such site");
        }
    }

    /** True where they may show that screen of a wall that they see; the account that it is meant for is not looked at. */
    static boolean mayShow(Principal who, WallBody.Screen screen) {
        return !who.role().publishedOnly() || isFor(who, screen);
    }

    private static boolean isFor(Principal who, WallBody.Screen screen) {
        return screen.publishedOnly() || who.username().equalsIgnoreCase(screen.username());
    }
}
