package vn.toancanh.server.streams;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
import vn.toancanh.rtsp.TransportPolicy;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.RelayAddress;

/** Where grants lead, by the policy: to the relay here, to one elsewhere, or to the camera itself. Any thread. */
public final class GrantAddress {
    /**
     * What a desk is told.
     *
     * @param access {@code relay} or {@code direct}
     * @param revocable true: who plays is cut off when the grant ends early
     * @param transports what is offered, in the order in which it is to be tried
     */
    record Told(
            String access,
            boolean revocable,
            String url,
            @Nullable String username,
            @Nullable Secret password,
            List<String> tlsPins,
            List<String> transports) {}

    /** Relays send over the connection alone. */
    private static final List<String> BY_RELAY = TransportPolicy.TCP_ONLY.words();

    private final StreamPolicy policy;
    private final Supplier<RelayAddress> relays;

    /** @param relays tells where the relay here is, and by which certificate it is known now */
    public GrantAddress(StreamPolicy policy, Supplier<RelayAddress> relays) {
        this.policy = policy;
        this.relays = relays;
    }

    Told of(Admission admission, Inventory.Source source, String host) {
        if (policy.directAt(admission.cameraId())) {
            return new Told(
                    StreamPolicy.DIRECT,
                    false,
                    source.uri(),
                    source.username(),
                    source.password(),
                    source.tlsPins(),
                    transports(source));
        }
        @Nullable String elsewhere = policy.relayUrl();
        if (elsewhere != null) {
            // It asks us when somebody connects and not again: who plays there cannot be cut off from here.
            String url = elsewhere + (elsewhere.endsWith("/") ? "" : "/") + MediaMtxEndpoints.path(admission);
            return new Told(StreamPolicy.RELAY, false, url, admission.grantId(), admission.token(), List.of(), BY_RELAY);
        }
        RelayAddress relay = relays.get();
        String url = relay.of(host, admission.cameraId(), admission.role());
        return new Told(StreamPolicy.RELAY, true, url, admission.grantId(), admission.token(), relay.tlsPins(), BY_RELAY);
    }

    /** Datagrams are not encrypted. */
    private static List<String> transports(Inventory.Source source) {
        boolean encrypted = source.uri().toLowerCase(Locale.ROOT).startsWith("rtsps:");
        return (encrypted ? TransportPolicy.TCP_ONLY : CameraTarget.policy(source)).words();
    }
}
