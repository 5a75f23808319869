package vn.toancanh.server.alarms;

import java.time.Duration;
import vn.toancanh.base.Clock;
import vn.toancanh.server.http.ApiProblem;

/**
 * How many bytes of pictures one sender may add in a day, so that a device that runs wild does not fill the disk, which would stop everybody's
 * work. Alarms without a picture need little room, and none is refused for it: of too many that wait the least urgent are closed ({@link Backlog}). Any thread.
 */
final class PictureRoom {
    /** Bytes a day: thousands of usual pictures. */
    static final long MOST = 1L << 30;

    private final Allowance allowance;

    PictureRoom(Clock clock) {
        this.allowance = new Allowance(Duration.ofDays(1), clock);
    }

    /**
     * Takes the room of a picture.
     *
     * @throws ApiProblem 429 with the time to wait
     */
    void take(Caller caller, int bytes) {
        int wait = allowance.take(caller.key(), bytes, MOST);
        if (wait > 0) {
            throw ApiProblem.passing(429, "tooMany", "Too many bytes of pictures in a day; wait", wait);
        }
    }
}
