package vn.toancanh.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;

/**
 * What a central server is started with.
 *
 * @param data folder of its database, key and backups; made where it is missing
 * @param port 0 for any free one
 * @param relayPort of the RTSP relay; 0 for the one it had last time, or any free one
 * @param address where it listens: a loopback address, as long as there is no TLS
 * @param version the product's version as {@code /info} tells it
 * @param clock time
 * @param heartbeat longest silence of an event stream, at most 15 s
 */
public record ServerOptions(
        Path data, int port, int relayPort, String address, String version, Clock clock, Duration heartbeat) {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    public ServerOptions {
        if (port < 0 || port > 65_535 || relayPort < 0 || relayPort > 65_535) {
            throw new IllegalArgumentException("port " + port + ", relay's " + relayPort);
        }
        if (heartbeat.isNegative() || heartbeat.isZero() || heartbeat.compareTo(LONGEST_SILENCE) > 0) {
            throw new IllegalArgumentException("heartbeat " + heartbeat);
        }
    }

    /** On the loopback address, at any free port. */
    public static ServerOptions at(Path data) {
        return at(data, 0);
    }

    /** On the loopback address. */
    public static ServerOptions at(Path data, int port) {
        return new ServerOptions(data, port, 0, "127.0.0.1", builtVersion(), Clock.SYSTEM, Duration.ofSeconds(10));
    }

    /** With the relay at that port. */
    public ServerOptions withRelayPort(int other) {
        return new ServerOptions(data, port, other, address, version, clock, heartbeat);
    }

    public ServerOptions withAddress(String other) {
        return new ServerOptions(data, port, relayPort, other, version, clock, heartbeat);
    }

    public ServerOptions withClock(Clock other) {
        return new ServerOptions(data, port, relayPort, address, version, other, heartbeat);
    }

    public ServerOptions withHeartbeat(Duration other) {
        return new ServerOptions(data, port, relayPort, address, version, clock, other);
    }

    private static String builtVersion() {
        String built = ServerOptions.class.getPackage().getImplementationVersion();
        return built == null ? "development" : built;
    }

    /**
     * Refuses plain HTTP on addresses others can reach: passwords would cross the network in clear.
     *
     * @throws FailureException where the address is not loopback, or unknown
     */
    void requireLoopback() {
        boolean loopback;
        try {
            loopback = InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            loopback = false;
        }
        if (!loopback) {
            throw new FailureException(
                    Failure.of(Failure.Kind.UNSUPPORTED, "plain HTTP on " + address + " would show passwords")
                            .withText("server.needsTls", address));
        }
    }
}
