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

    private final StreamPolicy policy;
    private final Supplier<RelayAddress> relays;

    /** @param relays tells where the relay here is, and by which certificate it is known now */
    public GrantAddress(StreamPolicy policy, Supplier<RelayAddress> relays) {
        this.policy = policy;
        this.relays = relays;
    }

    /**
     * For the grants of one request.
     *
     * @param host as the desk reaches this machine
     */
    From from(String host) {
        return new From(policy, relays.get(), host);
    }

    /** The relay here as it is at one moment: its certificate is looked at once, however many grants lead to it. */
    record From(StreamPolicy policy, RelayAddress relay, String host) {
        Told of(Admission admission, Inventory.Source source) {
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
                return byRelay(admission, false, url, List.of());
            }
            return byRelay(admission, true, relay.of(host, admission.cameraId(), admission.role()), relay.tlsPins());
        }

        private static Told byRelay(Admission admission, boolean revocable, String url, List<String> tlsPins) {
            return new Told(
                    StreamPolicy.RELAY,
                    revocable,
                    url,
                    admission.grantId(),
                    admission.token(),
                    tlsPins,
                    TransportPolicy.TCP_ONLY.words());
        }

        /** Datagrams are not encrypted. */
        private static List<String> transports(Inventory.Source source) {
            boolean encrypted = source.uri().toLowerCase(Locale.ROOT).startsWith("rtsps:");
            return (encrypted ? TransportPolicy.TCP_ONLY : CameraTarget.policy(source)).words();
        }
    }
}
