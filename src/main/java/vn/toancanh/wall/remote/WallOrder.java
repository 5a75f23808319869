package vn.toancanh.wall.remote;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.model.Layout;

/**
 * Something that screens are told to do.
 *
 * @param id by which it is answered
 * @param op in the contract's words, such as {@code applyScene}
 * @param screens ids of those that are to do it
 * @param by who says so, as shown
 * @param desk from where, as that desk calls itself; empty where it does not say
 * @param name of the scene or layout; empty where there is none
 * @param layouts what each of these screens is to show, by its id; empty: nothing at all
 * @param stateVersion what it made the wall's; a larger one is newer
 * @param left how long it may still be done when it was heard
 */
public record WallOrder(
        String id,
        String op,
        List<String> screens,
        String by,
        String desk,
        String name,
        Map<String, Optional<Layout>> layouts,
        long stateVersion,
        Duration left) {
    public WallOrder {
        screens = List.copyOf(screens);
        layouts = Map.copyOf(layouts);
    }
}
