package vn.toancanh.server.relay;

import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How the relay serves.
 *
 * @param address where it listens
 * @param port 0 for any free one
 * @param tls it then speaks RTSPS and nothing else; null: plain RTSP
 * @param mostConnections in all; more are closed as they come
 * @param mostPerAddress of one address
 * @param linger how long a camera is received on after the last viewer left
 * @param patience for a viewer to prove its right, and then to play
 * @param stalled how long a viewer may take nothing before it is dropped
 * @param cameras where cameras may be; nothing else is connected to
 * @param streamBytes the most that is kept of one stream, bytes
 * @param allBytes the most that is kept of all, bytes
 */
public record RelaySettings(
        String address,
        int port,
        @Nullable RelayTls tls,
        int mostConnections,
        int mostPerAddress,
        Duration linger,
        Duration patience,
        Duration stalled,
        Predicate<InetAddress> cameras,
        int streamBytes,
        int allBytes) {
    private static final int MIB = 1 << 20;

    /** The usual ones. A wall of a hundred tiles with as many warm streams, four times, comes from one address. */
    public static RelaySettings usual(String address, int port) {
        return new RelaySettings(
                address,
                port,
                null,
                4096,
                1024,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(15),
                any -> true,
                12 * MIB,
                192 * MIB);
    }

    public RelaySettings withTls(RelayTls encryption) {
        return new RelaySettings(
                address,
                port,
                encryption,
                mostConnections,
                mostPerAddress,
                linger,
                patience,
                stalled,
                cameras,
                streamBytes,
                allBytes);
    }

    /** With other caps of connections, in all and of one address. */
    public RelaySettings withMost(int inAll, int perAddress) {
        return new RelaySettings(
                address, port, tls, inAll, perAddress, linger, patience, stalled, cameras, streamBytes, allBytes);
    }

    /** With another patience for those who wait, prove nothing, or take nothing. */
    public RelaySettings withPatience(Duration lingerFor, Duration proving, Duration taking) {
        return new RelaySettings(
                address,
                port,
                tls,
                mostConnections,
                mostPerAddress,
                lingerFor,
                proving,
                taking,
                cameras,
                streamBytes,
                allBytes);
    }

    /** With no camera anywhere else. */
    public RelaySettings withCameras(Predicate<InetAddress> where) {
        return new RelaySettings(
                address,
                port,
                tls,
                mostConnections,
                mostPerAddress,
                linger,
                patience,
                stalled,
                where,
                streamBytes,
                allBytes);
    }

    /** With other bounds of memory. */
    public RelaySettings withBytes(int ofStream, int ofAll) {
        return new RelaySettings(
                address,
                port,
                tls,
                mostConnections,
                mostPerAddress,
                linger,
                patience,
                stalled,
                cameras,
                ofStream,
                ofAll);
    }
}
