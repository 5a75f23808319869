package vn.toancanh.wall.remote;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a screen is answered when it reports.
 *
 * @param visitors true where it shows only cameras that are published for visitors
 * @param stateVersion of the wall when that was said; an answer of an older one says nothing of what was done since
 * @param heartbeat how often it is to report
 * @param orders that wait for this screen, the oldest first
 */
public record Registered(
        boolean visitors, long stateVersion, Duration heartbeat, Optional<Control> control, List<WallOrder> orders) {
    public Registered {
        orders = List.copyOf(orders);
    }
}
