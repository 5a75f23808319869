package vn.toancanh.live;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;

/**
 * Notices that this machine is connected to a network that it was not connected to, or by another address: a plug, a wireless
 * network. What waits for a network is tried at once then, also a camera that is alone in its own, of which no other can tell. Of
 * what lies behind the next switch it knows nothing; that {@link Comeback} learns from attempts. Lane: DESK.
 */
public final class NetworkWatch implements Handle {
    static final Duration PERIOD = Duration.ofSeconds(2);

    /** A switch passes nothing on for up to half a minute after its port is up (IEEE 802.1D), and a router may start up with it. */
    static final List<Duration> TRIES =
            List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(35));

    /** One that comes and goes has everything tried at once no more often than this. */
    static final Duration APART = Duration.ofSeconds(10);

    private final Lane desk;
    private final LocalNetworks networks;
    private final Runnable back;
    private final Handle reading;
    private @Nullable Set<String> known;
    private List<Handle> tries = List.of();
    private boolean justTried;

    /**
     * @param reader where networks are read
     * @param back on DESK: whatever waits is to be tried
     */
    public NetworkWatch(Lane desk, Lane reader, LocalNetworks networks, Runnable back) {
        this.desk = desk;
        this.networks = networks;
        this.back = back;
        this.reading = reader.every(PERIOD, this::read);
    }

    private void read() {
        Set<String> now = Set.copyOf(networks.up());
        desk.execute(() -> seen(now));
    }

    private void seen(Set<String> now) {
        Set<String> before = known;
        known = now;
        if (before != null && !before.containsAll(now)) {
            tries.forEach(Handle::close);
            tries = TRIES.stream()
                    .filter(after -> !justTried || !after.isZero())
                    .map(after -> desk.after(after, back))
                    .toList();
            if (!justTried) {
                justTried = true;
                desk.after(APART, () -> justTried = false);
            }
        }
    }

    @Override
    public void close() {
        reading.close();
        tries.forEach(Handle::close);
    }
}
