package vn.toancanh.rtsp;

import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toancanh.rtsp.message.Headers;

/** When the session must be kept alive, and with what; and when a receiver report is due. */
final class KeepAlive {
    private static final Pattern TIMEOUT = Pattern.compile(";\\s*timeout\\s*=\\s*(\\d{1,6})", Pattern.CASE_INSENSITIVE);
    private static final long SECOND = 1_000_000_000L;

    private static final long CURIOUS_NANOS = 2 * SECOND;

    /** RFC 2326 section 12.37. */
    private static final int USUAL_SECONDS = 60;

    private final RandomGenerator random;
    private long periodNanos = USUAL_SECONDS * SECOND / 2;
    private boolean byParameter;
    private long next;
    private long asked;
    private long nextReport;

    KeepAlive(RandomGenerator random) {
        this.random = random;
    }

    void offered(Headers options) {
        byParameter = options.lists("Public", "GET_PARAMETER");
    }

    /** Takes the time-out out of a {@code Session} value; between 2 s and a minute, since some cameras mean less than they say. */
    void timeout(String session) {
        Matcher matcher = TIMEOUT.matcher(session);
        int seconds = matcher.find() ? Integer.parseInt(matcher.group(1)) : USUAL_SECONDS;
        periodNanos = Math.clamp(seconds, 2, USUAL_SECONDS) * SECOND / 2;
    }

    void refused() {
        byParameter = !byParameter;
    }

    void begin(long now) {
        next = now + periodNanos;
        asked = now;
        nextReport = now + reportGap() / 2;
    }

    /** @param slowWay what comes counts as old until an answer comes quickly, so that we ask more often */
    boolean due(long now, boolean slowWay) {
        if (now - next < 0 && !(slowWay && now - asked >= CURIOUS_NANOS)) {
            return false;
        }
        next = now + periodNanos;
        asked = now;
        return true;
    }

    String method() {
        return byParameter ? "GET_PARAMETER" : "OPTIONS";
    }

    boolean reportDue(long now) {
        if (now - nextReport < 0) {
            return false;
        }
        nextReport = now + reportGap();
        return true;
    }

    /** Half to one and a half of five seconds, RFC 3550 section 6.3.1. */
    private long reportGap() {
        return 5 * SECOND / 2 + (long) (random.nextDouble() * 5 * SECOND);
    }
}
