package vn.toancanh.rtsp.rtp;

/** What one source's packets tell of the network: extent, loss and jitter as receiver reports give them (RFC 3550 6.4.1). */
public final class Reception {
    /** A larger jump is a stream that began anew. */
    private static final int MOST_MISSING = 3000;

    private final int clockRate;
    private long first = -1;
    private long highest = -1;
    private long received;
    private long reportedExpected;
    private long reportedReceived;
    private long transit = Long.MIN_VALUE;
    private double jitter;

    public Reception(int clockRate) {
        this.clockRate = clockRate;
    }

    /** Takes note of a packet in the order of arrival. */
    public void packet(long extendedSequence, int timestamp, long arrivalNanos) {
        if (first < 0 || extendedSequence > highest + MOST_MISSING) {
            first = extendedSequence;
            highest = extendedSequence;
            received = 0;
            reportedExpected = 0;
            reportedReceived = 0;
        }
        highest = Math.max(highest, extendedSequence);
        received++;
        long arrival = arrivalNanos / 1_000 * clockRate / 1_000_000;
        long now = (int) (arrival - timestamp);
        if (transit != Long.MIN_VALUE) {
            // The difference of two 32-bit differences, so that neither clock's wrapping shows.
            long difference = Math.abs((int) (now - transit));
            // A source that jumps is no jitter.
            if (difference < 5L * clockRate) {
                jitter += (difference - jitter) / 16;
            }
        }
        transit = now;
    }

    /** Interarrival jitter in RTP ticks. */
    public double jitterTicks() {
        return jitter;
    }

    public double jitterMillis() {
        return jitter * 1000 / clockRate;
    }

    /** The highest sequence number seen, with its cycles, as a report carries it. */
    long highest() {
        return Math.max(0, highest);
    }

    long lost() {
        return first < 0 ? 0 : highest - first + 1 - received;
    }

    /** Loss since the last report in 1/256, and begins the next interval. */
    int fractionLost() {
        long expected = first < 0 ? 0 : highest - first + 1;
        long expectedNow = expected - reportedExpected;
        long lostNow = expectedNow - (received - reportedReceived);
        reportedExpected = expected;
        reportedReceived = received;
        return expectedNow <= 0 || lostNow <= 0 ? 0 : (int) Math.min(255, lostNow * 256 / expectedNow);
    }
}
