package vn.toancanh.server;

import java.net.URI;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.audit.GrantNotes;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.relay.Admissions;
import vn.toancanh.server.relay.Relay;
import vn.toancanh.server.relay.RelaySettings;
import vn.toancanh.server.relay.RelayTls;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.streams.GrantAddress;
import vn.toancanh.server.streams.MediaMtxEndpoints;
import vn.toancanh.server.streams.PolicyEndpoints;
import vn.toancanh.server.streams.StreamEndpoints;
import vn.toancanh.server.streams.StreamPolicy;
import vn.toancanh.server.streams.StreamSessions;
import vn.toancanh.server.tls.Encryption;

/** Grants, the policy where they lead, and the relay they lead to, put together. */
record Streams(
        StreamPolicy policy,
        Relay relay,
        Admissions admissions,
        StreamEndpoints endpoints,
        PolicyEndpoints policyEndpoints,
        MediaMtxEndpoints mediaMtx) {
    private static final String PORT = "relayPort";

    /** @param parts takes the relay, to be closed with the server */
    static Streams assemble(
            ServerOptions options,
            Optional<Encryption> encryption,
            Database database,
            Inventory inventory,
            AccessControl control,
            CameraRights rights,
            AuditTrail audit,
            GrantNotes notes,
            Json json,
            Deque<Handle> parts) {
        Clock clock = options.clock();
        StreamPolicy policy = new StreamPolicy(database, json);
        Relay relay = relay(options, encryption, database);
        parts.push(relay);
        StreamSessions sessions = new StreamSessions(
                inventory,
                control.tokens(),
                control.sessions(),
                rights,
                new GrantAddress(policy, relay::address),
                clock);
        sessions.onCut(relay::cut);
        relay.open(sessions, (camera, role) -> target(inventory, camera, role));
        return new Streams(
                policy,
                relay,
                sessions,
                new StreamEndpoints(sessions, notes, json),
                new PolicyEndpoints(policy, audit, json),
                new MediaMtxEndpoints(sessions, policy, json));
    }

    /** At the port of last time where no other is asked for: grants that desks hold go on leading there after a restart. */
    private static Relay relay(ServerOptions options, Optional<Encryption> encryption, Database database) {
        int asked = options.relayPort();
        int last = asked != 0 ? asked : lastPort(database);
        Relay bound;
        try {
            bound = bind(options, encryption, last);
        } catch (FailureException taken) {
            if (asked != 0 || last == 0) {
                throw taken;
            }
            bound = bind(options, encryption, 0);
        }
        int port = bound.address().port();
        if (port != last) {
            database.write(sql -> sql.change(
                    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    PORT,
                    Integer.toString(port)));
        }
        return bound;
    }

    private static Relay bind(ServerOptions options, Optional<Encryption> encryption, int port) {
        RelaySettings plain = RelaySettings.usual(options.address(), port).withCameras(options.cameras());
        RelaySettings settings = encryption
                .map(tls -> plain.withTls(new RelayTls(
                        tls.context(),
                        () -> List.of(tls.identity().fingerprint().base64()))))
                .orElse(plain);
        return Relay.bind(settings, options.clock());
    }

    private static int lastPort(Database database) {
        return database.read(
                        sql -> sql.first("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), PORT))
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port <= 65_535)
                .orElse(0);
    }

    private static Optional<RtspTarget> target(Inventory inventory, String cameraId, StreamRole role) {
        return Optional.ofNullable(inventory.source(cameraId, role).source())
                .map(source -> new RtspTarget(URI.create(source.uri()), source.username(), source.password()));
    }
}
