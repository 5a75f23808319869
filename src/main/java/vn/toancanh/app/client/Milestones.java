package vn.toancanh.app.client;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ProcessAge;

/** When a start came to what, in milliseconds since the client was made; told to the log as it happens. Lane: DESK. */
final class Milestones {
    /** What a start comes to, in this order. */
    enum Point {
        /** The window is on the screen. */
        WINDOW,
        /** The server knows who sits here. */
        SIGNED_IN,
        /** The cameras are known, every wall has what is to stand on it first, and asks for its pictures. */
        CONTENTS,
        /** Every tile asked for is live. */
        ALL_LIVE
    }

    private static final Logger LOG = LoggerFactory.getLogger(Milestones.class);

    private final Clock clock;
    private final long begun;
    private final Map<Point, Long> reached = new EnumMap<>(Point.class);

    Milestones(Clock clock) {
        this.clock = clock;
        this.begun = clock.nanos();
        tell("made", clock);
    }

    /** Tells the log what the start has come to, by the age of this process. Any thread. */
    static void tell(String what, Clock clock) {
        ProcessAge.now(clock).ifPresent(age -> LOG.info("start: {} {} ms after its process", what, age.toMillis()));
    }

    /** Notes a point; only its first time counts. */
    void reached(Point point) {
        if (!reached.containsKey(point)) {
            long millis = sinceBegin().toMillis();
            reached.put(point, millis);
            LOG.info("start: {} after {} ms", point, millis);
        }
    }

    boolean has(Point point) {
        return reached.containsKey(point);
    }

    /** Milliseconds until a point; 0 where it was not reached. */
    long millis(Point point) {
        return reached.getOrDefault(point, 0L);
    }

    Duration sinceBegin() {
        return Duration.ofNanos(clock.nanos() - begun);
    }
}
