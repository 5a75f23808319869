package vn.toancanh.server;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.relay.beside.RelayProgram;
import vn.toancanh.server.tls.Transport;

/**
 * What a central server is started with.
 *
 * @param data folder of its database, key and backups; made where it is missing
 * @param port 0 for any free one
 * @param relayPort of the RTSP relay; 0 for the one it had last time, or any free one
 * @param address where it listens: a loopback address, where it is without TLS
 * @param transport how it talks to its callers
 * @param version the product's version as {@code /info} tells it
 * @param clock time
 * @param heartbeat longest silence of an event stream, at most 15 s
 * @param auditDays how long entries of the audit trail are kept; 0 for ever
 * @param offlineGrace how long grants may be used, and the relay goes on, while the server is away; zero: not at all
 * @param relayProgram how the relay is started as a process of its own; null: it is in this one, and ends with it
 */
public record ServerOptions(
        Path data,
        int port,
        int relayPort,
        String address,
        Transport transport,
        String version,
        Clock clock,
        Duration heartbeat,
        int auditDays,
        Duration offlineGrace,
        @Nullable RelayProgram relayProgram) {
    /** The usual {@link #offlineGrace}. */
    public static final Duration OFFLINE_GRACE = Duration.ofMinutes(30);

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    public ServerOptions {
        if (port < 0 || port > 65_535 || relayPort < 0 || relayPort > 65_535) {
            throw new IllegalArgumentException("port " + port + ", relay's " + relayPort);
        }
        if (heartbeat.isNegative() || heartbeat.isZero() || heartbeat.compareTo(LONGEST_SILENCE) > 0) {
            throw new IllegalArgumentException("heartbeat " + heartbeat);
        }
        if (offlineGrace.isNegative()) {
            throw new IllegalArgumentException("offline grace " + offlineGrace);
        }
    }

    /** Plain HTTP on the loopback address, at any free port. */
    public static ServerOptions at(Path data) {
        return at(data, 0);
    }

    /** Plain HTTP on the loopback address. */
    public static ServerOptions at(Path data, int port) {
        return new ServerOptions(
                data,
                port,
                0,
                "127.0.0.1",
                new Transport.Plain(),
                builtVersion(),
                Clock.SYSTEM,
                Duration.ofSeconds(10),
                0,
                OFFLINE_GRACE,
                null);
    }

    public ServerOptions withAddress(String other) {
        return new ServerOptions(
                data,
                port,
                relayPort,
                other,
                transport,
                version,
                clock,
                heartbeat,
                auditDays,
                offlineGrace,
                relayProgram);
    }

    public ServerOptions withTransport(Transport other) {
        return new ServerOptions(
                data,
                port,
                relayPort,
                address,
                other,
                version,
                clock,
                heartbeat,
                auditDays,
                offlineGrace,
                relayProgram);
    }

    public ServerOptions withClock(Clock other) {
        return new ServerOptions(
                data,
                port,
                relayPort,
                address,
                transport,
                version,
                other,
                heartbeat,
                auditDays,
                offlineGrace,
                relayProgram);
    }

    public ServerOptions withHeartbeat(Duration other) {
        return new ServerOptions(
                data,
                port,
                relayPort,
                address,
                transport,
                version,
                clock,
                other,
                auditDays,
                offlineGrace,
                relayProgram);
    }

    /** Entries of the audit trail that are older are purged at the start and once a day. */
    public ServerOptions withAuditDays(int other) {
        return new ServerOptions(
                data,
                port,
                relayPort,
                address,
                transport,
                version,
                clock,
                heartbeat,
                other,
                offlineGrace,
                relayProgram);
    }

    /** With the relay at that port. */
    public ServerOptions withRelayPort(int other) {
        return new ServerOptions(
                data,
                port,
                other,
                address,
                transport,
                version,
                clock,
                heartbeat,
                auditDays,
                offlineGrace,
                relayProgram);
    }

    /** With another term for what goes on while the server is away. */
    public ServerOptions withOfflineGrace(Duration other) {
        return new ServerOptions(
                data, port, relayPort, address, transport, version, clock, heartbeat, auditDays, other, relayProgram);
    }

    /** With the relay as a process of its own, which outlives this one. */
    public ServerOptions withRelayProgram(RelayProgram other) {
        return new ServerOptions(
                data, port, relayPort, address, transport, version, clock, heartbeat, auditDays, offlineGrace, other);
    }

    /** As that version of the product. */
    public ServerOptions withVersion(String other) {
        return new ServerOptions(
                data,
                port,
                relayPort,
                address,
                transport,
                other,
                clock,
                heartbeat,
                auditDays,
                offlineGrace,
                relayProgram);
    }

    private static String builtVersion() {
        String built = ServerOptions.class.getPackage().getImplementationVersion();
        return built == null ? "development" : built;
    }

    /**
     * Refuses an address that this machine does not have, and plain HTTP on one that others can reach: passwords would cross
     * the network in clear.
     *
     * @throws FailureException where it is so
     */
    void requireUsableAddress() {
        InetAddress found = null;
        try {
            found = InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            // Said below.
        }
        if (transport instanceof Transport.Plain && (found == null || !found.isLoopbackAddress())) {
            throw new FailureException(
                    Failure.of(Failure.Kind.UNSUPPORTED, "plain HTTP on " + address + " would show passwords")
                            .withText("server.needsTls", address));
        }
        if (found == null || !isHere(found)) {
            throw new FailureException(Failure.of(Failure.Kind.BAD_INPUT, address + " is not of this machine")
                    .withText("server.notOurAddress", address));
        }
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }
}
