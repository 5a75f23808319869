package vn.toancanh.server.relay;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.StormLog;
import vn.toancanh.base.Threads;
import vn.toancanh.model.StreamRole;
import vn.toancanh.rtsp.RtspClient;
import vn.toancanh.rtsp.RtspFailure;
import vn.toancanh.rtsp.RtspTarget;
import vn.toancanh.rtsp.wire.EventLoop;

/**
 * The RTSP relay: cameras on one side, viewers with grants on the other, one thread between. The public methods may be called
 * from any thread; the others belong to the relay's.
 */
public final class Relay implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final int BACKLOG = 512;
    private static final int MOST_STREAMS = 1024;

    /** A stream of a camera. */
    private record Key(String cameraId, StreamRole role) {}

    private final RelaySettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final StormLog storms;
    private final Tally tally = new Tally();
    private final Slabs slabs;
    private final EventLoop loop;
    private final RtspClient client;
    private final Gatehouse gatehouse;
    private final ServerSocketChannel listener;
    private final int port;
    private final Map<Key, Upstream> streams = new HashMap<>();
    private final Set<Dialogue> dialogues = new LinkedHashSet<>();
    private @Nullable Admissions admissions;
    private @Nullable StreamSources sources;
    private final RightsCheck check = new RightsCheck(this);

    private Relay(RelaySettings settings, Clock clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.storms = new StormLog(LOG, clock, Duration.ofMinutes(1));
        this.slabs = new Slabs(settings.allBytes());
        this.listener = ServerSocketChannel.open();
        try {
            listener.bind(new InetSocketAddress(settings.address(), settings.port()), BACKLOG);
            listener.configureBlocking(false);
            this.loop = new EventLoop("relay", clock, RtspClient.BUFFER, () -> {}, this::end);
        } catch (IOException | RuntimeException refused) {
            listener.close();
            throw refused;
        }
        this.port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
        this.client = new RtspClient(clock, random, loop, settings.cameras());
        this.gatehouse = new Gatehouse(this, listener);
    }

    /**
     * Takes a port. Connections wait until {@link #open}.
     *
     * @throws FailureException CONFLICT where it is taken
     */
    public static Relay bind(RelaySettings settings, Clock clock) {
        try {
            return new Relay(settings, clock);
        } catch (IOException taken) {
            String port = Integer.toString(settings.port());
            throw new FailureException(
                    Failure.of(Failure.Kind.CONFLICT, settings.address() + ":" + port + " is taken", taken)
                            .withText("server.portTaken", settings.address(), port));
        }
    }

    /** Begins to serve; once. */
    public void open(Admissions who, StreamSources where) {
        loop.execute(() -> {
            admissions = who;
            sources = where;
            try {
                listener.register(loop.selector(), SelectionKey.OP_ACCEPT, gatehouse);
            } catch (IOException closed) {
                LOG.error("the relay takes no connections", closed);
            }
            tick();
        });
        loop.start();
    }

    /** Where its streams are, but for the host. */
    public RelayAddress address() {
        RelayTls tls = settings.tls();
        return new RelayAddress(
                tls != null, port, tls == null ? List.of() : tls.pins().get());
    }

    /** Cuts off those that were let in for this. */
    public void cut(Predicate<Admission> whom) {
        loop.execute(() -> {
            for (Dialogue each : List.copyOf(dialogues)) {
                Admission admission = each.admission();
                if (admission != null && whom.test(admission)) {
                    close(each, "its right ended");
                }
            }
        });
    }

    /** Streams are there now: what is received from elsewhere ends, for the picture of another camera is none of this one. */
    public void follow(List<Allowance> told) {
        loop.execute(() -> told.forEach(each -> {
            Upstream known = streams.get(
                    new Key(each.admission().cameraId(), each.admission().role()));
            if (known != null) {
                known.isAt(each.target());
            }
        }));
    }

    /** Taken on the relay's thread; never completed once it is closed. */
    public CompletableFuture<RelayFigures> figures() {
        CompletableFuture<RelayFigures> answer = new CompletableFuture<>();
        loop.execute(() -> answer.complete(new RelayFigures(
                (int) streams.values().stream().filter(Upstream::received).count(),
                streams.values().stream().mapToInt(Upstream::viewers).sum(),
                dialogues.size(),
                tally.bytesSent,
                tally.skips,
                tally.dropped,
                tally.turnedAway,
                tally.refused)));
        return answer;
    }

    /** Ends all connections and sessions with cameras. */
    @Override
    public void close() {
        loop.close();
        try {
            // Where it was never opened the loop had nothing to close it with.
            listener.close();
        } catch (IOException kept) {
            LOG.debug("closing: {}", kept.toString());
        }
    }

    private void end() {
        List.copyOf(dialogues).forEach(each -> close(each, "the relay ends"));
        streams.values().forEach(Upstream::close);
        streams.clear();
        client.close();
        try {
            gatehouse.close();
        } catch (IOException kept) {
            LOG.debug("closing: {}", kept.toString());
        }
    }

    private void tick() {
        long now = clock.nanos();
        loop.at(now + TICK.toNanos(), this::tick);
        for (Dialogue each : new ArrayList<>(dialogues)) {
            each.overdue(now, settings).ifPresent(why -> close(each, why));
        }
        streams.values().removeIf(stream -> {
            boolean idle = stream.idle(now);
            if (idle) {
                stream.close();
            } else {
                stream.keepUp(now);
            }
            return idle;
        });
        check.tick(now, dialogues);
    }

    void opened(Dialogue dialogue) {
        dialogues.add(dialogue);
    }

    void close(Dialogue dialogue, String why) {
        if (dialogues.remove(dialogue)) {
            LOG.debug("viewer at {} ends: {}", dialogue.viewer().address(), why);
            dialogue.ended();
            dialogue.viewer().close();
            gatehouse.left(dialogue.viewer());
        }
    }

    /** The stream, received from now on where anybody asks for it; null where there are too many. */
    @Nullable
    Upstream stream(String cameraId, StreamRole role) {
        Key key = new Key(cameraId, role);
        Upstream known = streams.get(key);
        if (known == null && streams.size() < MOST_STREAMS) {
            known = new Upstream(this, cameraId, role);
            streams.put(key, known);
        }
        return known;
    }

    /** Beside the relay's thread. */
    Optional<RtspTarget> find(String cameraId, StreamRole role) {
        try {
            return Objects.requireNonNull(sources).find(cameraId, role);
        } catch (RuntimeException unreadable) {
            storms.warn("source " + cameraId, "no address of camera " + cameraId + ": " + unreadable);
            return Optional.empty();
        }
    }

    /** A fault that may come again and again. */
    void warn(String key, String what) {
        storms.warn(key, what);
    }

    void tellFailure(Upstream stream, RtspFailure why) {
        storms.warn(
                stream.cameraId + stream.role,
                "camera " + stream.cameraId + " " + stream.role + ": " + why.kind() + ", " + why.detail());
    }

    void elsewhere(Runnable work) {
        Threads.virtual("relay work", work).start();
    }

    void execute(Runnable work) {
        loop.execute(work);
    }

    void executeWith(Consumer<ByteBuffer> work) {
        loop.execute(() -> work.accept(loop.buffer()));
    }

    void after(Duration wait, Runnable work) {
        loop.at(clock.nanos() + wait.toNanos(), work);
    }

    Admissions admissions() {
        return Objects.requireNonNull(admissions);
    }

    RelaySettings settings() {
        return settings;
    }

    Selector selector() {
        return loop.selector();
    }

    RtspClient client() {
        return client;
    }

    Slabs slabs() {
        return slabs;
    }

    Tally tally() {
        return tally;
    }

    Clock clock() {
        return clock;
    }

    SecureRandom random() {
        return random;
    }
}
