package vn.toancanh.server;

import java.io.File;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.accounts.Accounts;
import vn.toancanh.server.accounts.OfflineTerms;
import vn.toancanh.server.administration.Administration;
import vn.toancanh.server.audit.AuditEndpoints;
import vn.toancanh.server.audit.GrantNotes;
import vn.toancanh.server.audit.ShownPictures;
import vn.toancanh.server.audit.Trail;
import vn.toancanh.server.events.EventEndpoints;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Callers;
import vn.toancanh.server.http.Endpoints;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.http.WebServer;
import vn.toancanh.server.inventory.CameraPins;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.inventory.InventoryEndpoints;
import vn.toancanh.server.inventory.SiteEndpoints;
import vn.toancanh.server.layouts.LayoutEndpoints;
import vn.toancanh.server.layouts.PreferenceEndpoints;
import vn.toancanh.server.layouts.SharedLayouts;
import vn.toancanh.server.layouts.ShiftEndpoints;
import vn.toancanh.server.metrics.ServerMetrics;
import vn.toancanh.server.metrics.WatchEndpoints;
import vn.toancanh.server.relay.Admissions;
import vn.toancanh.server.relay.StreamRelay;
import vn.toancanh.server.store.DataFolder;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.StoreException;
import vn.toancanh.server.store.Vault;
import vn.toancanh.server.store.WriteProbe;
import vn.toancanh.server.streams.CertificateEndpoints;
import vn.toancanh.server.streams.StreamEndpoints;
import vn.toancanh.server.streams.StreamPolicy;
import vn.toancanh.server.tls.Encryption;
import vn.toancanh.server.tls.Identity;
import vn.toancanh.server.tls.LocalNames;
import vn.toancanh.server.tls.Transport;

/**
 * The embedded central server: REST and server-sent events over a SQLite database, as {@code openapi.yaml} says. Any
 * thread; its doors block.
 */
public final class CentralServer implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(CentralServer.class);
    private static final int EVENTS_KEPT = 4096;

    private final Accounts accounts;
    private final Inventory inventory;
    private final SharedLayouts layouts;
    private final Streams streams;
    private final Optional<Secret> firstPassword;
    private final URI baseUri;
    private final Optional<Encryption> encryption;
    private final Deque<Handle> parts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CentralServer(
            AccessControl control,
            Inventory inventory,
            SharedLayouts layouts,
            Streams streams,
            Optional<Secret> firstPassword,
            URI baseUri,
            Optional<Encryption> encryption,
            Deque<Handle> parts) {
        this.accounts = control.accounts();
        this.inventory = inventory;
        this.layouts = layouts;
        this.streams = streams;
        this.firstPassword = firstPassword;
        this.baseUri = baseUri;
        this.encryption = encryption;
        this.parts = parts;
    }

    /**
     * Opens the data and listens. Blocks until requests are answered.
     *
     * @throws vn.toancanh.base.FailureException with a text for the operator where the data are held by another server, damaged, newer than
     *     this program or not writable, the port is taken, the certificate cannot be used, or the
     *     address is not this machine's, or not loopback without TLS
     */
    public static CentralServer start(ServerOptions options) {
        options.requireUsableAddress();
        Deque<Handle> parts = new ArrayDeque<>();
        try {
            return assemble(options, parts);
        } catch (StoreException refused) {
            parts.forEach(Handle::close);
            throw refused.asFailure();
        } catch (RuntimeException refused) {
            parts.forEach(Handle::close);
            throw refused;
        }
    }

    private static CentralServer assemble(ServerOptions options, Deque<Handle> parts) {
        Clock clock = options.clock();
        DataFolder folder = DataFolder.open(options.data());
        parts.push(folder);
        Vault vault = Vault.of(folder);
        // Before the database: what cannot be reached must not be brought to a newer schema.
        Optional<Encryption> encryption = encryption(options);
        Database database = Database.open(folder.database(), folder.backups(), clock);
        parts.push(database);
        String instanceId = instanceId(database, vault, folder);
        Json json = new Json(options.clock());
        Trail trail = new Trail(vault, clock).begin(database);
        ThreadLane lane = new ThreadLane("AUDIT");
        GrantNotes grants = new GrantNotes(database, trail, lane);
        parts.push(grants::catchUp);
        parts.push(lane);
        ZoneId zone = ZoneId.systemDefault();
        OfflineTerms offline = new OfflineTerms(options.offlineFor(), zone);
        AccessControl control = new AccessControl(database, json, clock, zone, trail, offline);
        Optional<Secret> firstPassword = control.makeFirstAdministrator();
        EventRing ring = new EventRing(EVENTS_KEPT, control.tokens().id(6).replace('-', '_'));
        Inventory inventory = new Inventory(database, vault, ring, clock, control.places());
        EventEndpoints events =
                new EventEndpoints(ring, control.sessions(), json, clock, options.heartbeat(), inventory::revision);
        Streams relayed = Streams.assemble(
                options, encryption, database, vault, inventory, control, control.places(), trail, grants, json, parts);
        StreamEndpoints streams = relayed.endpoints();
        WriteProbe writing = new WriteProbe(database::tryWriting, clock);
        AboutEndpoints about = new AboutEndpoints(
                options.version(),
                instanceId,
                json,
                clock,
                writing,
                inventory::countByState,
                events::listening,
                streams::open);
        ShownPictures shown = new ShownPictures(database, trail, grants, clock);
        Incidents incidents = Incidents.open(
                database, ring, control, control.places(), inventory, options.cameras(), trail, shown, json, clock);
        parts.push(incidents);
        ServerMetrics metrics = metrics(options, folder, database, inventory, grants);
        metrics.gauge("toancanh_event_streams", "Desks that listen", events::listening);
        relayed.tell(metrics);
        List<Endpoints> endpoints = new ArrayList<>(List.of(
                about,
                control.endpoints(),
                control.own(),
                new Administration(database, control, inventory, trail, json, clock),
                new SiteEndpoints(database, inventory, control.sessions(), control.tokens(), trail, json, instanceId),
                new InventoryEndpoints(inventory, options.cameras(), json, instanceId, trail),
                new CertificateEndpoints(new CameraPins(database, inventory, trail), options.cameras(), json, clock),
                streams,
                relayed.policyEndpoints(),
                relayed.mediaMtx(),
                new LayoutEndpoints(database, ring, control.places(), json, clock, trail),
                new ShiftEndpoints(database, ring, json, clock, trail),
                new PreferenceEndpoints(database, json),
                new AuditEndpoints(database, trail, grants, json, clock),
                new WatchEndpoints(metrics, writing, json),
                events));
        endpoints.addAll(incidents.endpoints());
        Callers callers = new Callers(clock);
        metrics.gauge("toancanh_connections", "Connections to the port of the API", callers::count);
        WebServer web = WebServer.start(
                options.address(), options.port(), encryption, json, control.gate(), endpoints, metrics, callers);
        parts.push(web);
        parts.push(ring::close);
        Upkeep.begin(lane, database, trail, grants, options);
        URI baseUri = URI.create(
                (encryption.isPresent() ? "https://" : "http://") + host(options.address()) + ":" + web.port());
        LOG.info("central server listens at {}{}", baseUri, Routes.BASE);
        SharedLayouts layouts = new SharedLayouts(database, ring, json, clock, inventory, trail);
        return new CentralServer(control, inventory, layouts, relayed, firstPassword, baseUri, encryption, parts);
    }

    private static Optional<Encryption> encryption(ServerOptions options) {
        return switch (options.transport()) {
            case Transport.Plain plain -> Optional.empty();
            case Transport.Own own -> Optional.of(Encryption.own(options.data(), options.address(), options.clock()));
            case Transport.Given files -> Optional.of(Encryption.given(files, options.clock()));
        };
    }

    /** As others may call it: who listens everywhere has no address of his own. */
    private static String host(String address) {
        if (address.equals("0.0.0.0") || address.equals("::")) {
            return LocalNames.own();
        }
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static ServerMetrics metrics(
            ServerOptions options, DataFolder folder, Database database, Inventory inventory, GrantNotes grants) {
        ServerMetrics metrics = new ServerMetrics(options.version());
        File data = folder.database().toFile();
        File log = new File(data.getPath() + "-wal");
        metrics.gauge("toancanh_database_bytes", "Length of the database", data::length);
        metrics.gauge("toancanh_database_log_bytes", "Length of its write-ahead log", log::length);
        metrics.gauge("toancanh_disk_free_bytes", "Room where the data lie", data::getUsableSpace);
        metrics.gauges("toancanh_cameras", "Cameras in the catalogue", "state", inventory::countByState);
        metrics.gauge("toancanh_audit_notes_waiting", "Notes of what was shown, not written yet", grants::waiting);
        metrics.gauge(
                "toancanh_audit_entries_last",
                "Place of the last entry of the audit trail",
                () -> database.read(sql -> sql.number("SELECT seq FROM audit_mark WHERE name = 'head'")));
        return metrics;
    }

    /** Tells these data from others. Beside it stands a mark made with the key, which proves that the key is theirs. */
    private static String instanceId(Database database, Vault vault, DataFolder folder) {
        String id = setting(database, "instanceId", UUID.randomUUID().toString());
        String mark = vault.mark("instance " + id);
        if (!setting(database, "keyMark", mark).equals(mark)) {
            throw Vault.wrongKey(folder.key());
        }
        return id;
    }

    /** The value stored, which is {@code first} where there was none. */
    private static String setting(Database database, String name, String first) {
        return database.write(sql -> {
            sql.change("INSERT OR IGNORE INTO setting (name, value) VALUES (?, ?)", name, first);
            return sql.first("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), name)
                    .orElse(first);
        });
    }

    /** Scheme, host and port, without a path; the contract's paths begin with {@code /api/v1}. */
    public URI baseUri() {
        return baseUri;
    }

    /** What callers are shown now; empty where it is plain HTTP. */
    public Optional<Identity> identity() {
        return encryption.map(Encryption::identity);
    }

    /** The password of {@code admin}, where this start has made that account; it is stored as a hash only. */
    public Optional<Secret> firstAdministratorPassword() {
        return firstPassword;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Inventory inventory() {
        return inventory;
    }

    /** Layouts for everybody, from files. */
    public SharedLayouts layouts() {
        return layouts;
    }

    /** Which way grants to streams lead. */
    public StreamPolicy streamPolicy() {
        return streams.policy();
    }

    /** Grants that are good now, by what their viewers are let in. */
    Admissions admissions() {
        return streams.admissions();
    }

    /** The RTSP relay. */
    public StreamRelay relay() {
        return streams.relay();
    }

    /** Ends event streams, lets requests under way finish for two seconds, and closes the data. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            parts.forEach(Handle::close);
        }
    }
}
