package vn.toancanh.server;

import java.util.Deque;
import java.util.Optional;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.audit.GrantNotes;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.relay.Admissions;
import vn.toancanh.server.relay.StreamRelay;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Vault;
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
        StreamRelay relay,
        Admissions admissions,
        StreamEndpoints endpoints,
        PolicyEndpoints policyEndpoints,
        MediaMtxEndpoints mediaMtx) {
    /** @param parts takes the relay, to be closed with the server */
    static Streams assemble(
            ServerOptions options,
            Optional<Encryption> encryption,
            Database database,
            Vault vault,
            Inventory inventory,
            AccessControl control,
            CameraRights rights,
            AuditTrail audit,
            GrantNotes notes,
            Json json,
            Deque<Handle> parts) {
        Clock clock = options.clock();
        StreamPolicy policy = new StreamPolicy(database, json);
        StreamRelay relay = new RelayStart(options, encryption, database, vault, inventory).start();
        parts.push(relay);
        StreamSessions sessions = new StreamSessions(
                inventory,
                control.tokens(),
                control.sessions(),
                rights,
                new GrantAddress(policy, relay::address),
                relay,
                options.offlineGrace(),
                clock);
        relay.open(sessions);
        return new Streams(
                policy,
                relay,
                sessions,
                new StreamEndpoints(sessions, notes, json),
                new PolicyEndpoints(policy, audit, json),
                new MediaMtxEndpoints(sessions, policy, json));
    }
}
