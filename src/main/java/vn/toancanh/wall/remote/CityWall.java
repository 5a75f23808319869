package vn.toancanh.wall.remote;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.SiteId;

/**
 * A wall as it is described at the central server: its screens with size and place.
 *
 * @param id which stays, whatever it is called
 * @param site where it hangs; null: it is the whole city's
 * @param version of the description, 0 for one that is not there yet
 */
public record CityWall(String id, String name, @Nullable SiteId site, List<Screen> screens, long version) {
    /** One that is the whole city's. */
    public CityWall(String id, String name, List<Screen> screens, long version) {
        this(id, name, null, screens, version);
    }

    /**
     * One screen.
     *
     * @param id each once on the wall
     * @param number what people call it, each once on the wall
     * @param x left edge in the wall's own unit, the same for all its screens; likewise y, width, height
     * @param visitors true where it shows only cameras that are published for visitors
     * @param user name of the one account that may show it; null: any
     */
    public record Screen(
            String id,
            int number,
            int x,
            int y,
            int width,
            int height,
            boolean visitors,
            @Nullable String user) {
        /** The same for visitors or not. */
        public Screen forVisitors(boolean now) {
            return new Screen(id, number, x, y, width, height, now, user);
        }
    }

    public CityWall {
        screens = List.copyOf(screens);
    }

    /** The screen of that id. */
    public Optional<Screen> screen(String screenId) {
        return screens.stream().filter(each -> each.id().equals(screenId)).findFirst();
    }

    /** The same with other screens. */
    public CityWall with(List<Screen> others) {
        return new CityWall(id, name, site, others, version);
    }
}
