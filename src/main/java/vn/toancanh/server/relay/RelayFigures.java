package vn.toancanh.server.relay;

/**
 * What the relay does and did.
 *
 * @param streams cameras' streams being received
 * @param viewers those who play
 * @param connections all, those included that have proven nothing yet
 * @param bytesSent to viewers since the start
 * @param skips of slow viewers to the next key frame, since the start
 * @param dropped viewers that took nothing for too long, since the start
 * @param turnedAway connections above a cap, since the start
 * @param refused requests with a wrong, spent or unknown right, since the start
 */
public record RelayFigures(
        int streams,
        int viewers,
        int connections,
        long bytesSent,
        long skips,
        long dropped,
        long turnedAway,
        long refused) {
    /** Of a relay that serves nothing. */
    public static final RelayFigures NONE = new RelayFigures(0, 0, 0, 0, 0, 0, 0, 0);
}
