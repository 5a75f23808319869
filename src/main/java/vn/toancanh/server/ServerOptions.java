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
 * @param address where it listens: a loopback address, as long as there is no TLS
 * @param version the product's version as {@code /info} tells it
 * @param clock time
 * @param heartbeat longest silence of an event stream, at most 15 s
 * @param auditDays how long entries of the audit trail are kept; 0 for ever
 */
public record ServerOptions(
        Path data, int port, String address, String version, Clock clock, Duration heartbeat, int auditDays) {
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
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
        return new ServerOptions(data, port, "127.0.0.1", builtVersion(), Clock.SYSTEM, Duration.ofSeconds(10), 0);
    }

    public ServerOptions withAddress(String other) {
        return new ServerOptions(data, port, other, version, clock, heartbeat, auditDays);
    }

    public ServerOptions withClock(Clock other) {
        return new ServerOptions(data, port, address, version, other, heartbeat, auditDays);
    }

    public ServerOptions withHeartbeat(Duration other) {
        return new ServerOptions(data, port, address, version, clock, other, auditDays);
    }

    /** Entries of the audit trail that are older are purged at the start and once a day. */
    public ServerOptions withAuditDays(int other) {
        return new ServerOptions(data, port, address, version, clock, heartbeat, other);
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
