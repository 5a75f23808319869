package vn.toancanh.rtsp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.message.RtspRequest;

/**
 * Where a server wants us to go on, and from when: RFC 2326 section 10.10. Until then it is played; no time, and one that we do
 * not understand, means at once. The session's thread.
 */
final class Onward {
    private static final Pattern CLOCK =
            Pattern.compile("\\s*clock\\s*=\\s*(\\d{8}T\\d{6})(\\.\\d{1,9})?Z.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAYED =
            Pattern.compile("\\s*npt\\s*=\\s*(\\d{1,9})(\\.\\d{1,9})?\\s*-.*", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);
    private static final long SECOND = 1_000_000_000L;
    private static final long MOST_SECONDS = 1_000_000_000L;

    private @Nullable Redirect to;
    private long due;

    /**
     * Takes what a server said; what it said before is void.
     *
     * @param said its request, which may hold a range of time
     * @param playedNanos for how long it has played
     * @param wall our wall clock
     */
    void take(Redirect redirect, RtspRequest said, long playedNanos, long now, Instant wall) {
        to = redirect;
        String range = said.headers().first("Range").orElse("");
        due = now + Math.max(0, fromNow(range, playedNanos, wall));
    }

    private static long fromNow(String range, long playedNanos, Instant wall) {
        Matcher clock = CLOCK.matcher(range);
        Matcher played = PLAYED.matcher(range);
        try {
            if (clock.matches()) {
                Instant then = UTC.parse(clock.group(1), Instant::from);
                return Math.min(Duration.between(wall, then).toSeconds(), MOST_SECONDS) * SECOND;
            }
        } catch (DateTimeException noTime) {
            return 0;
        }
        return played.matches() ? Long.parseLong(played.group(1)) * SECOND - playedNanos : 0;
    }

    /** Where to go on now; empty where we stay. */
    Optional<Redirect> due(long now) {
        return now - due >= 0 ? waiting() : Optional.empty();
    }

    /** Where to go on once what plays ends, however early; empty where that is the end. */
    Optional<Redirect> waiting() {
        return Optional.ofNullable(to);
    }
}
