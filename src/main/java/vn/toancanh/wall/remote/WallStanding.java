package vn.toancanh.wall.remote;

import java.util.List;
import java.util.Optional;
import vn.toancanh.model.Layout;

/**
 * What stands on a wall now.
 *
 * @param stateVersion grows with every command and with every change at the wall itself
 */
public record WallStanding(long stateVersion, Optional<Control> control, List<ScreenStanding> screens) {
    /**
     * One screen.
     *
     * @param online true while a program shows it
     * @param health empty while none does
     * @param layout empty where nothing was ever said of it, or it has what may not be seen here
     */
    public record ScreenStanding(String id, boolean online, Optional<ScreenHealth> health, Optional<Layout> layout) {}

    public WallStanding {
        screens = List.copyOf(screens);
    }

    /** The screen of that id. */
    public Optional<ScreenStanding> screen(String screenId) {
        return screens.stream().filter(each -> each.id().equals(screenId)).findFirst();
    }
}
