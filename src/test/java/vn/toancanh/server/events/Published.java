package vn.toancanh.server.events;

import java.time.Duration;
import java.util.List;

/** What a ring was told so far, for tests. */
public final class Published {
    private Published() {}

    public static List<Event> on(EventRing ring) {
        try {
            return ring.await(0, Duration.ZERO).events();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
