package vn.toancanh.server;

import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.server.accounts.AccessControl;
import vn.toancanh.server.accounts.CameraRights;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.audit.GrantNotes;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.metrics.ServerMetrics;
import vn.toancanh.server.metrics.ServerMetrics.Figure;
import vn.toancanh.server.relay.Admissions;
import vn.toancanh.server.relay.Grants;
import vn.toancanh.server.relay.RelayFigures;
import vn.toancanh.server.relay.StreamRelay;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Vault;
import vn.toancanh.server.streams.GrantAddress;
import vn.toancanh.server.streams.GrantTerms;
import vn.toancanh.server.streams.MediaMtxEndpoints;
import vn.toancanh.server.streams.NotedGrants;
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
    private static final Duration ANSWER = Duration.ofSeconds(1);

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
        StreamPolicy policy = new StreamPolicy(database, json, control.places()::sitesAbove);
        StreamPolicy.@Nullable Way way = options.streams();
        if (way != null) {
            policy.ofCity(way, audit);
        }
        StreamRelay relay = new RelayStart(options, encryption, database, vault, inventory).start();
        parts.push(relay);
        StreamSessions sessions = new StreamSessions(
                inventory,
                control.tokens(),
                control.sessions(),
                rights,
                new GrantAddress(policy, relay::address),
                relay,
                new GrantTerms(control.offline(), options.offlineGrace()),
                clock);
        Grants grants = new NotedGrants(sessions, control.sessions(), notes);
        relay.open(grants);
        return new Streams(
                policy,
                relay,
                grants,
                new StreamEndpoints(sessions, notes, json),
                new PolicyEndpoints(policy, audit, json),
                new MediaMtxEndpoints(sessions, policy, json));
    }

    /** Shows how many grants there are, and what the relay does. */
    void tell(ServerMetrics metrics) {
        metrics.gauge("toancanh_stream_sessions", "Grants that have not ended", endpoints::open);
        tell(metrics, relay);
    }

    static void tell(ServerMetrics metrics, StreamRelay relay) {
        metrics.together(
                () -> figures(relay),
                List.of(
                        new Figure<>(
                                "toancanh_relay_streams",
                                "Streams of cameras that the relay receives",
                                RelayFigures::streams),
                        new Figure<>("toancanh_relay_playing", "Those who play by the relay", RelayFigures::viewers),
                        new Figure<>(
                                "toancanh_relay_sent_bytes", "Sent since the relay began", RelayFigures::bytesSent),
                        new Figure<>(
                                "toancanh_relay_dropped", "Cut off because they took nothing", RelayFigures::dropped),
                        new Figure<>(
                                "toancanh_relay_refused",
                                "Requests with a wrong or spent right",
                                RelayFigures::refused)));
    }

    /** Empty where it does not answer. */
    private static Optional<RelayFigures> figures(StreamRelay relay) {
        try {
            return Optional.of(relay.figures().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException | CancellationException away) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
