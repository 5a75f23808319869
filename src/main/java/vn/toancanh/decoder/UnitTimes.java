package vn.toancanh.decoder;

/**
 * Stamps access units for libVLC, in microseconds of a clock of its own. What libVLC calls now is the decoding time of the
 * newest unit; it shows a picture about {@value #VLC_DELAY} microseconds after its presentation time, a delay that is
 * spent beforehand by stamping pictures as already due. Three rules keep libVLC from falling into states in which it is
 * late for ever: decoding times rise strictly and follow the local clock, never the camera's; presentation times rise
 * strictly (libavcodec counts those that do not, and then shows pictures by decoding time); and what libVLC took to start
 * is taken off again. One thread, the one that libVLC pulls with.
 */
final class UnitTimes {
    /** Fixed delay of libVLC's clock for this kind of input, 300 ms, and the 10 ms it takes to get there. */
    static final long VLC_DELAY = 310_000;

    /** Decoding times stay this far behind the clock, so that libVLC never waits for its own clock to catch up. */
    static final long BEHIND = 100_000;

    private static final long LEAST_STEP = 100;
    private static final long LONGEST_START = 1_000_000;

    private final boolean reordered;
    private final int burst;
    private long pulled;
    private long leftSecond;
    private long startUp;
    private boolean started;
    private long lastDecoding;
    private long lastPresentation;
    private long backwardPresentations;
    private long backwardDecodings;
    private long cures;

    /**
     * @param reordered pictures come in another order than they are shown
     * @param burst units of the opening burst, which follow the prime unit at once
     */
    UnitTimes(boolean reordered, int burst) {
        this.reordered = reordered;
        this.burst = burst;
    }

    /**
     * Stamps the next unit; read the result with {@link #decoding()} and {@link #presentation()}.
     *
     * @param dueMicros when the picture should be seen, by the same clock as {@code nowMicros}
     */
    void stamp(long dueMicros, long nowMicros) {
        long presentation = dueMicros - VLC_DELAY;
        long decoding;
        if (pulled == 0) {
            decoding = nowMicros - VLC_DELAY;
            presentation = decoding;
        } else if (pulled == 1) {
            decoding = Math.max(lastDecoding + 1, nowMicros);
        } else {
            decoding = Math.max(lastDecoding + 1, nowMicros - BEHIND);
            presentation -= startUp;
            if (reordered && (pulled <= burst || pulled % 16 == 0)) {
                // Pictures out of order count as faulty; a repeated decoding time counts against them.
                decoding = lastDecoding;
            }
        }
        if (pulled > 0 && !reordered) {
            presentation = Math.max(presentation, lastPresentation + LEAST_STEP);
            decoding = cured(presentation, decoding);
        }
        lastDecoding = decoding;
        lastPresentation = presentation;
        pulled++;
    }

    /** Mirrors libavcodec's two counters; were presentation ever ahead, one repeated decoding time would bring it back. */
    private long cured(long presentation, long decoding) {
        if (presentation <= lastPresentation) {
            backwardPresentations++;
        }
        if (decoding <= lastDecoding) {
            backwardDecodings++;
        }
        if (backwardPresentations > backwardDecodings) {
            backwardDecodings++;
            cures++;
            return lastDecoding;
        }
        return decoding;
    }

    /** libVLC asks for the next unit, whether there is one or not: it has started by the time it asks for the third. */
    void asked(long nowMicros) {
        if (pulled == 2 && !started) {
            started = true;
            startUp = Math.clamp(nowMicros - leftSecond, 0, LONGEST_START);
        }
    }

    /** Says that the unit just stamped is on its way into libVLC. */
    void handedOver(long nowMicros) {
        if (pulled == 2) {
            leftSecond = nowMicros;
        }
    }

    /** Decoding time for an answer without a unit. */
    long idle(long nowMicros) {
        return Math.max(lastDecoding, nowMicros - BEHIND);
    }

    long decoding() {
        return lastDecoding;
    }

    long presentation() {
        return lastPresentation;
    }

    /** How long libVLC took to start, as compensated. */
    long startUpMicros() {
        return startUp;
    }

    /** How often a decoding time had to be repeated; stays 0. */
    long cures() {
        return cures;
    }
}
