package vn.toancanh.alarms;

import java.time.Duration;

/**
 * On what terms alarms come to the tiles of a desk.
 *
 * @param on whether they come at all
 * @param least the lowest priority that comes, 1 to 100
 * @param stay how long one stays that nobody accepts; zero: until somebody does
 */
public record AlarmTerms(boolean on, int least, Duration stay) {
    /** No alarm comes. */
    public static final AlarmTerms OFF = new AlarmTerms(false, 100, Duration.ZERO);
}
