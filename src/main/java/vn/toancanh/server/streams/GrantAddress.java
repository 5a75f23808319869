package vn.toancanh.server.streams;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Secret;
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
     */
    record Told(
            String access,
            boolean revocable,
            String url,
            @Nullable String username,
            @Nullable Secret password,
            List<String> tlsPins) {}

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
                        StreamPolicy.DIRECT, false, source.uri(), source.username(), source.password(), List.of());
            }
            @Nullable String elsewhere = policy.relayUrl();
            if (elsewhere != null) {
                // It asks us when somebody connects and not again: who plays there cannot be cut off from here.
                String url = elsewhere + (elsewhere.endsWith("/") ? "" : "/") + MediaMtxEndpoints.path(admission);
                return new Told(StreamPolicy.RELAY, false, url, admission.grantId(), admission.token(), List.of());
            }
            String url = relay.of(host, admission.cameraId(), admission.role());
            return new Told(StreamPolicy.RELAY, true, url, admission.grantId(), admission.token(), relay.tlsPins());
        }
    }
}
