package vn.toancanh.onvif;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.onvif.OnvifFailure.Kind;

/**
 * Asks all networks of this machine which devices there are, by WS-Discovery over IPv4. Whatever answers is bounded: so many datagrams,
 * so many devices, so many of them from one sender. Blocks; a thread that is interrupted returns at once with what it has. Any thread.
 */
public final class Discovery {
    /** Devices at most; so many are no longer commissioned one by one. */
    static final int MOST_DEVICES = 1024;

    /** Of one sender: a recorder may answer for its cameras, and nobody can crowd out the others. */
    static final int MOST_OF_ONE = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final int PORT = 3702;
    private static final InetSocketAddress EVERYBODY = new InetSocketAddress("239.255.255.250", PORT);
    private static final int MOST_DATAGRAMS = 20_000;
    private static final int LARGEST = 65_507;

    /** Then time is looked at: whoever floods us does not keep us longer. */
    private static final int AT_ONCE = 64;

    private static final int REPETITIONS = 2;
    private static final long PAUSE_NANOS = Duration.ofMillis(400).toNanos();

    /**
     * Where a probe goes.
     *
     * @param by null: as the machine sends such things
     */
    record Way(@Nullable NetworkInterface by, InetSocketAddress to) {}

    private final Clock clock;
    private final @Nullable List<Way> ways;

    public Discovery(Clock clock) {
        this(clock, null);
    }

    /** @param ways null: all networks */
    Discovery(Clock clock, @Nullable List<Way> ways) {
        this.clock = clock;
        this.ways = ways;
    }

    /**
     * Asks, twice, and listens for so long.
     *
     * @param each told of each device once, when it answers first; on this thread
     * @return all of them, each once by what it calls itself, in the order in which they answered
     * @throws OnvifException UNREACHABLE where no network takes a probe
     */
    public List<FoundDevice> find(Duration patience, Consumer<FoundDevice> each) {
        long end = clock.nanos() + patience.toNanos();
        List<Probe> probes = Probe.all();
        Answers answers = new Answers(probes, each);
        try (Selector selector = Selector.open()) {
            Map<DatagramChannel, InetSocketAddress> open = open(selector);
            try {
                listen(selector, open, answers, end);
            } finally {
                open.keySet().forEach(Discovery::close);
            }
        } catch (IOException ended) {
            LOG.debug("discovery: {}", ended.getMessage());
        }
        return answers.all();
    }

    private void listen(Selector selector, Map<DatagramChannel, InetSocketAddress> open, Answers answers, long end)
            throws IOException {
        int sent = 0;
        long next = clock.nanos();
        long now = next;
        while (now < end && !answers.full() && !Thread.currentThread().isInterrupted()) {
            if (sent < REPETITIONS && now >= next) {
                send(open, answers.probes, sent == 0);
                sent++;
                next = now + PAUSE_NANOS;
            }
            long until = sent < REPETITIONS ? Math.min(next, end) : end;
            selector.select(
                    key -> take(key, answers),
                    Math.max(1, Duration.ofNanos(until - now).toMillis()));
            now = clock.nanos();
        }
    }

    private static void send(Map<DatagramChannel, InetSocketAddress> open, List<Probe> probes, boolean first) {
        int taken = 0;
        for (var way : open.entrySet()) {
            for (Probe probe : probes) {
                try {
                    way.getKey().send(ByteBuffer.wrap(probe.datagram()), way.getValue());
                    taken++;
                } catch (IOException refused) {
                    LOG.debug("a network takes no probe: {}", refused.getMessage());
                }
            }
        }
        if (first && taken == 0) {
            throw OnvifFailure.of(Kind.UNREACHABLE, "no network of this machine takes a probe");
        }
    }

    private static void take(SelectionKey key, Answers answers) {
        ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
        try {
            for (int read = 0; read < AT_ONCE && !answers.full(); read++) {
                buffer.clear();
                if (!(((DatagramChannel) key.channel()).receive(buffer) instanceof InetSocketAddress from)) {
                    return;
                }
                byte[] datagram = new byte[buffer.flip().remaining()];
                buffer.get(datagram);
                answers.take(datagram, from.getAddress());
            }
        } catch (IOException gone) {
            LOG.debug("a network is gone: {}", gone.getMessage());
            key.cancel();
        }
    }

    private Map<DatagramChannel, InetSocketAddress> open(Selector selector) throws IOException {
        Map<DatagramChannel, InetSocketAddress> open = new LinkedHashMap<>();
        for (Way way : ways == null ? networks() : ways) {
            @Nullable DatagramChannel channel = null;
            try {
                channel = DatagramChannel.open(StandardProtocolFamily.INET);
                channel.configureBlocking(false);
                if (way.by() != null) {
                    channel.setOption(StandardSocketOptions.IP_MULTICAST_IF, way.by());
                }
                channel.bind(null);
                channel.register(selector, SelectionKey.OP_READ);
                open.put(channel, way.to());
            } catch (IOException refused) {
                LOG.debug("a network is left out: {}", refused.getMessage());
                if (channel != null) {
                    close(channel);
                }
            }
        }
        return open;
    }

    /** All that are up, and this machine itself, on which simulated cameras listen. */
    private static List<Way> networks() throws IOException {
        List<Way> ways = new ArrayList<>();
        for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
            boolean four = each.inetAddresses().anyMatch(address -> address.getAddress().length == 4);
            if (each.isUp() && four && each.supportsMulticast() && !each.isLoopback()) {
                ways.add(new Way(each, EVERYBODY));
            }
        }
        ways.add(new Way(null, new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), PORT)));
        return ways;
    }

    private static void close(DatagramChannel channel) {
        try {
            channel.close();
        } catch (IOException gone) {
            LOG.debug("discovery: {}", gone.getMessage());
        }
    }

    /** What has come so far. One thread. */
    private static final class Answers {
        private final List<Probe> probes;
        private final Consumer<FoundDevice> each;
        private final Map<String, FoundDevice> devices = new LinkedHashMap<>();
        private final Map<InetAddress, Integer> bySender = new HashMap<>();
        private int datagrams;

        Answers(List<Probe> probes, Consumer<FoundDevice> each) {
            this.probes = probes;
            this.each = each;
        }

        boolean full() {
            return devices.size() >= MOST_DEVICES || datagrams >= MOST_DATAGRAMS;
        }

        List<FoundDevice> all() {
            return List.copyOf(devices.values());
        }

        void take(byte[] datagram, InetAddress sender) {
            datagrams++;
            try {
                Probe.read(datagram, probes, sender).forEach(found -> add(found, sender));
            } catch (OnvifException nonsense) {
                LOG.debug("an answer to a probe is none: {}", nonsense.getMessage());
            }
        }

        private void add(FoundDevice found, InetAddress sender) {
            String key = found.endpoint().isEmpty()
                    ? found.services().toString()
                    : found.endpoint().toLowerCase(Locale.ROOT).replaceFirst("^urn:", "");
            @Nullable FoundDevice before = devices.get(key);
            if (before != null) {
                devices.put(key, before.with(found));
            } else if (!full() && bySender.merge(sender, 1, Integer::sum) <= MOST_OF_ONE) {
                devices.put(key, found);
                each.accept(found);
            }
        }
    }
}
