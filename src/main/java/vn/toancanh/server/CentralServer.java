package vn.toancanh.server;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayDeque;
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
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.accounts.Accounts;
import vn.toancanh.server.administration.Administration;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventEndpoints;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.http.Routes;
import vn.toancanh.server.http.WebServer;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.inventory.InventoryEndpoints;
import vn.toancanh.server.inventory.SiteEndpoints;
import vn.toancanh.server.layouts.LayoutEndpoints;
import vn.toancanh.server.layouts.PreferenceEndpoints;
import vn.toancanh.server.layouts.SharedLayouts;
import vn.toancanh.server.store.DataFolder;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.StoreException;
import vn.toancanh.server.store.Vault;
import vn.toancanh.server.streams.StreamEndpoints;

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
    private final Optional<Secret> firstPassword;
    private final URI baseUri;
    private final Deque<Handle> parts;
    private final AtomicBoolean closed = new AtomicBoolean();

    private CentralServer(
            AccessControl control,
            Inventory inventory,
            SharedLayouts layouts,
            Optional<Secret> firstPassword,
            URI baseUri,
            Deque<Handle> parts) {
        this.accounts = control.accounts();
        this.inventory = inventory;
        this.layouts = layouts;
        this.firstPassword = firstPassword;
        this.baseUri = baseUri;
        this.parts = parts;
    }

    /**
     * Opens the data and listens. Blocks until requests are answered.
     *
     * @throws vn.toancanh.base.FailureException with a text for the operator where the data are held by another server, damaged, newer than
     *     this program or not writable, the port is taken, or the address is not loopback
     */
    public static CentralServer start(ServerOptions options) {
        options.requireLoopback();
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
        Vault vault = Vault.open(folder.key());
        Database database = Database.open(folder.database(), folder.backups(), clock);
        parts.push(database);
        String instanceId = instanceId(database, vault, folder);
        Json json = new Json();
        AuditTrail audit = (sql, who, action, subject, facts) -> {};
        AccessControl control = new AccessControl(database, json, clock, ZoneId.systemDefault(), audit);
        Optional<Secret> firstPassword = control.makeFirstAdministrator();
        EventRing ring = new EventRing(EVENTS_KEPT, control.tokens().id(6).replace('-', '_'));
        Inventory inventory = new Inventory(database, vault, ring, clock, control.places());
        EventEndpoints events =
                new EventEndpoints(ring, control.sessions(), json, clock, options.heartbeat(), inventory::revision);
        StreamEndpoints streams =
                new StreamEndpoints(inventory, control.places(), control.sessions(), control.tokens(), json, clock);
        AboutEndpoints about = new AboutEndpoints(
                options.version(),
                instanceId,
                json,
                clock,
                database::tryWriting,
                inventory::countByState,
                events::listening,
                streams::open);
        WebServer web = WebServer.start(
                options.address(),
                options.port(),
                json,
                control.gate(),
                List.of(
                        about,
                        control.endpoints(),
                        control.own(),
                        new Administration(database, control, inventory, audit, json, clock),
                        new SiteEndpoints(
                                database, inventory, control.sessions(), control.tokens(), audit, json, instanceId),
                        new InventoryEndpoints(inventory, json, instanceId),
                        streams,
                        new LayoutEndpoints(database, ring, json, clock),
                        new PreferenceEndpoints(database, json),
                        events));
        parts.push(web);
        parts.push(ring::close);
        String host = options.address().contains(":") ? "[" + options.address() + "]" : options.address();
        URI baseUri = URI.create("http://" + host + ":" + web.port());
        LOG.info("central server listens at {}{}", baseUri, Routes.BASE);
        SharedLayouts layouts = new SharedLayouts(database, ring, json, clock, inventory);
        return new CentralServer(control, inventory, layouts, firstPassword, baseUri, parts);
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

    /** Ends event streams, lets requests under way finish for two seconds, and closes the data. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            parts.forEach(Handle::close);
        }
    }
}
