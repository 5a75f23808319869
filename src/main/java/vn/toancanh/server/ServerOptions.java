package vn.toancanh.server;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.accounts.OfflineTerms;
import vn.toancanh.server.alarms.AlarmPurge;
import vn.toancanh.server.inventory.CameraAddresses;
import vn.toancanh.server.relay.beside.RelayProgram;
import vn.toancanh.server.streams.StreamPolicy;
import vn.toancanh.server.tls.Transport;

/** What a central server is started with: usual values, and copies with one of them changed. Immutable; any thread. */
public final class ServerOptions {
    /** The usual {@link #offlineGrace}. */
    public static final Duration OFFLINE_GRACE = Duration.ofMinutes(30);

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final Path data;
    private int port;
    private int relayPort;
    private String address = "127.0.0.1";
    private Transport transport = new Transport.Plain();
    private String version = builtVersion();
    private Clock clock = Clock.SYSTEM;
    private Duration heartbeat = Duration.ofSeconds(10);
    private boolean camerasHere;
    private int auditDays;
    private int alarmDays = AlarmPurge.USUAL_DAYS;
    private Duration offlineGrace = OFFLINE_GRACE;
    private @Nullable RelayProgram relayProgram;
    private Duration offlineFor = OfflineTerms.USUAL;
    private StreamPolicy.@Nullable Way streams;

    private ServerOptions(Path data) {
        this.data = data;
    }

    private ServerOptions(ServerOptions other) {
        data = other.data;
        port = other.port;
        relayPort = other.relayPort;
        address = other.address;
        transport = other.transport;
        version = other.version;
        clock = other.clock;
        heartbeat = other.heartbeat;
        camerasHere = other.camerasHere;
        auditDays = other.auditDays;
        alarmDays = other.alarmDays;
        offlineGrace = other.offlineGrace;
        relayProgram = other.relayProgram;
        offlineFor = other.offlineFor;
        streams = other.streams;
    }

    /** Plain HTTP on the loopback address, at any free port. */
    public static ServerOptions at(Path data) {
        return new ServerOptions(data);
    }

    /** Plain HTTP on the loopback address. */
    public static ServerOptions at(Path data, int port) {
        ServerOptions made = at(data);
        made.port = checked(port);
        return made;
    }

    private static int checked(int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
        return port;
    }

    /** With the relay at that port. */
    public ServerOptions withRelayPort(int other) {
        ServerOptions next = new ServerOptions(this);
        next.relayPort = checked(other);
        return next;
    }

    public ServerOptions withAddress(String other) {
        ServerOptions next = new ServerOptions(this);
        next.address = other;
        return next;
    }

    public ServerOptions withTransport(Transport other) {
        ServerOptions next = new ServerOptions(this);
        next.transport = other;
        return next;
    }

    /** As that version of the product. */
    public ServerOptions withVersion(String other) {
        ServerOptions next = new ServerOptions(this);
        next.version = other;
        return next;
    }

    public ServerOptions withClock(Clock other) {
        ServerOptions next = new ServerOptions(this);
        next.clock = other;
        return next;
    }

    public ServerOptions withHeartbeat(Duration other) {
        if (other.isNegative() || other.isZero() || other.compareTo(LONGEST_SILENCE) > 0) {
            throw new IllegalArgumentException("heartbeat " + other);
        }
        ServerOptions next = new ServerOptions(this);
        next.heartbeat = other;
        return next;
    }

    /** With cameras on this machine too: a simulator, or another program's relay. */
    public ServerOptions withCamerasHere(boolean other) {
        ServerOptions next = new ServerOptions(this);
        next.camerasHere = other;
        return next;
    }

    /** Entries of the audit trail that are older are purged at the start and once a day. */
    public ServerOptions withAuditDays(int other) {
        ServerOptions next = new ServerOptions(this);
        next.auditDays = other;
        return next;
    }

    /** Alarms that were closed longer ago are purged at the start and once a day. */
    public ServerOptions withAlarmDays(int other) {
        ServerOptions next = new ServerOptions(this);
        next.alarmDays = other;
        return next;
    }

    /** With another term for what goes on while the server is away. */
    public ServerOptions withOfflineGrace(Duration other) {
        if (other.isNegative()) {
            throw new IllegalArgumentException("offline grace " + other);
        }
        ServerOptions next = new ServerOptions(this);
        next.offlineGrace = other;
        return next;
    }

    /** With the relay as a process of its own, which outlives this one. */
    public ServerOptions withRelayProgram(RelayProgram other) {
        ServerOptions next = new ServerOptions(this);
        next.relayProgram = other;
        return next;
    }

    /** Has the streams of the city take that way, but for sites that have a word of their own; null: as before. */
    public ServerOptions withStreams(StreamPolicy.@Nullable Way way) {
        ServerOptions next = new ServerOptions(this);
        next.streams = way;
        return next;
    }

    /** With another term for what people may do while the server is away. */
    public ServerOptions withOfflineFor(Duration other) {
        ServerOptions next = new ServerOptions(this);
        next.offlineFor = other;
        return next;
    }

    /** Folder of its database, key and backups; made where it is missing. */
    public Path data() {
        return data;
    }

    /** 0 for any free one. */
    public int port() {
        return port;
    }

    /** Of the RTSP relay; 0 for the one it had last time, or any free one. */
    public int relayPort() {
        return relayPort;
    }

    /** Where it listens: a loopback address, where it is without TLS. */
    public String address() {
        return address;
    }

    /** How it talks to its callers. */
    public Transport transport() {
        return transport;
    }

    /** The product's version as {@code /info} tells it. */
    public String version() {
        return version;
    }

    /** Time. */
    public Clock clock() {
        return clock;
    }

    /** Longest silence of an event stream, at most 15 s. */
    public Duration heartbeat() {
        return heartbeat;
    }

    /** True where cameras may be on this machine too; they may anyhow where it listens on a loopback address. */
    public boolean camerasHere() {
        return camerasHere;
    }

    /** How long entries of the audit trail are kept, days; 0 for ever. */
    public int auditDays() {
        return auditDays;
    }

    /** How long closed alarms are kept, days; 0 for ever. */
    public int alarmDays() {
        return alarmDays;
    }

    /** How long grants may be used, and the relay goes on, while the server is away; zero: not at all. */
    public Duration offlineGrace() {
        return offlineGrace;
    }

    /** How the relay is started as a process of its own; null: it is in this one, and ends with it. */
    public @Nullable RelayProgram relayProgram() {
        return relayProgram;
    }

    /** How long desks may go on by the rights they were told last, while the server is away. */
    public Duration offlineFor() {
        return offlineFor;
    }

    /** Which way the streams of the city are to take from now on; null: as before. */
    StreamPolicy.@Nullable Way streams() {
        return streams;
    }

    /** Where cameras may be. */
    CameraAddresses cameras() {
        return new CameraAddresses(camerasHere || isLoopback());
    }

    private boolean isLoopback() {
        return new ListenAddress(address, true).isLoopback();
    }

    private static String builtVersion() {
        String built = ServerOptions.class.getPackage().getImplementationVersion();
        return built == null ? "development" : built;
    }

    /**
     * Refuses an address that cannot be listened at, see {@link ListenAddress}.
     *
     * @throws FailureException where it is so
     */
    void requireUsableAddress() {
        new ListenAddress(address, transport instanceof Transport.Plain).requireUsable();
    }
}
