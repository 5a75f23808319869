package vn.toancanh.server.walls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wall as it is described and answered.
 *
 * @param siteId where it hangs, which says who may do what at it; null where it is the whole city's
 */
record WallBody(String id, String name, @Nullable String siteId, List<Screen> screens, long version) {
    /**
     * One screen.
     *
     * @param number what people call it, unique on the wall
     * @param x left edge in the wall's own unit, the same for all its screens; likewise y, w, h
     * @param publishedOnly shows only cameras that are published for visitors
     * @param username the one account that may register as this screen; any where null
     */
    record Screen(
            String id,
            int number,
            int x,
            int y,
            int w,
            int h,
            boolean publishedOnly,
            @Nullable String username) {}

    record All(List<WallBody> items) {}
}
