package vn.toancanh.server.relay;

/** Counts for {@link RelayFigures}; the relay's thread. */
final class Tally {
    long bytesSent;
    long skips;
    long dropped;
    long turnedAway;
    long refused;
}
