package vn.toancanh.simulator.rtsp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.rtsp.message.DigestAlgorithm;
import vn.toancanh.rtsp.message.DigestGuard;
import vn.toancanh.rtsp.wire.EventLoop;
import vn.toancanh.rtsp.wire.Selectable;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.clip.Clip;
import vn.toancanh.simulator.clip.ClipSpec;
import vn.toancanh.simulator.clip.Clips;
import vn.toancanh.simulator.clip.LiveCoders;

/**
 * The RTSP server of the simulated cameras: RTSP/1.0, RTP interleaved over TCP, digest. One thread selects, answers and
 * sends every picture when it is due.
 */
public final class RtspServer implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(RtspServer.class);
    private static final Duration NONCE_LIFE = Duration.ofHours(1);
    /** Of the loop; the connections here read into buffers of their own. */
    private static final int BUFFER = 1024;

    private static final long TURN_NANOS = 5_000_000_000L;

    private final ServerSettings settings;
    private final Clips clips;
    private final LiveCoders coders;
    private final Clock clock;
    private final Map<Integer, ServedCamera> cameras;
    private final Map<ClipSpec, Feed> feeds = new HashMap<>();
    private final List<Connection> connections = new ArrayList<>();
    private final RtpWriter writer = new RtpWriter();
    private final Requests requests;
    private final ServerSocketChannel listener;
    private final EventLoop loop;
    private final int port;

    private RtspServer(ServerSettings settings, List<ServedCamera> cameras, Clips clips, LiveCoders coders, Clock clock)
            throws IOException {
        this.settings = settings;
        this.clips = clips;
        this.coders = coders;
        this.clock = clock;
        this.cameras = cameras.stream().collect(Collectors.toMap(ServedCamera::number, camera -> camera));
        SecureRandom secure = new SecureRandom();
        DigestGuard guard = new DigestGuard(
                "Toan Canh", List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5), true, NONCE_LIFE, clock, secure);
        this.loop = new EventLoop("simulator-rtsp", clock, BUFFER, this::dropLost, this::end);
        Loops loops = new Loops(clips, loop, clock);
        this.requests = new Requests(this, loops, guard, settings, new SplittableRandom(secure.nextLong()));
        this.listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 256);
        listener.configureBlocking(false);
        listener.register(loop.selector(), SelectionKey.OP_ACCEPT, (Selectable) (key, buffer) -> accept());
        this.port = ((InetSocketAddress) listener.getLocalAddress()).getPort();
        loop.at(clock.nanos() + TURN_NANOS, this::turn);
    }

    /**
     * Starts serving on the loopback address.
     *
     * @param coders for what heads see while they move
     * @throws FailureException CONFLICT where the port is taken
     */
    public static RtspServer start(
            ServerSettings settings, List<ServedCamera> cameras, Clips clips, LiveCoders coders, Clock clock) {
        try {
            RtspServer server = new RtspServer(settings, cameras, clips, coders, clock);
            server.loop.start();
            return server;
        } catch (IOException taken) {
            String port = Integer.toString(settings.port());
            throw new FailureException(Failure.of(
                            Failure.Kind.CONFLICT, "port " + port + " cannot be opened: " + taken.getMessage(), taken)
                    .withText(
                            "server.portTaken", InetAddress.getLoopbackAddress().getHostAddress(), port));
        }
    }

    public int port() {
        return port;
    }

    /**
     * Makes a camera fail, or whole again where {@code fault} is null. Any thread.
     *
     * @param begun told {@code Clock.nanos()} of when what is sent changes, for each stream that is watched; on the
     *     server's thread, at once or when the loop for it is encoded
     */
    public void inject(int number, @Nullable Fault fault, LongConsumer begun) {
        loop.execute(() -> {
            ServedCamera camera = cameras.get(number);
            if (camera != null) {
                fail(camera, fault, begun);
            }
        });
    }

    /** Figures of the whole server, taken on its thread. Any thread. */
    public CompletableFuture<ServerFigures> figures() {
        CompletableFuture<ServerFigures> answer = new CompletableFuture<>();
        loop.execute(() -> answer.complete(ServerFigures.of(feeds.values(), connections.size())));
        return answer;
    }

    @Nullable
    ServedCamera camera(int number) {
        return cameras.get(number);
    }

    Feed feed(ServedCamera camera, Clip live) {
        return feeds.computeIfAbsent(live.spec(), spec -> {
            Feed feed = new Feed(camera, live, settings.schedule());
            feed.follow(coders, loop::execute, writer);
            return feed;
        });
    }

    long nextCount(Feed feed) {
        return feed.watchers().isEmpty()
                ? settings.schedule().countAt(feed.camera.number(), feed.role, clock.nanos()) + 1
                : feed.next();
    }

    /** Answers PLAY and lets the watcher watch. */
    void play(Watcher watcher, Runnable answer) {
        answer.run();
        Feed feed = watcher.feed;
        if (watcher.playing()) {
            return;
        }
        boolean first = feed.watchers().isEmpty();
        feed.join(watcher, clock.nanos(), settings.burst(), writer);
        if (first && !feed.showsFault()) {
            alter(feed, nanos -> {});
        }
        if (!feed.scheduled()) {
            schedule(feed);
        }
    }

    void drop(Connection connection) {
        connection.close();
        connections.remove(connection);
    }

    private void fail(ServedCamera camera, @Nullable Fault fault, LongConsumer begun) {
        LOG.info("camera {}: {}", camera.number(), fault == null ? "whole again" : fault.word());
        camera.fault(fault == Fault.DROP ? null : fault);
        List<Feed> all =
                feeds.values().stream().filter(feed -> feed.camera == camera).toList();
        all.stream().filter(feed -> feed.watchers().isEmpty()).forEach(feed -> feed.show(null));
        List<Feed> own = all.stream().filter(feed -> !feed.watchers().isEmpty()).toList();
        own.forEach(feed -> alter(feed, begun));
        if (fault == Fault.DROP || fault == Fault.OFFLINE || fault == Fault.WRONG_PASSWORD) {
            own.stream()
                    .flatMap(feed -> feed.watchers().stream())
                    .map(watcher -> watcher.connection)
                    .distinct()
                    .toList()
                    .forEach(this::drop);
        }
    }

    /** Lets a stream show what its camera's fault wants, once that is encoded. */
    private void alter(Feed feed, LongConsumer begun) {
        Fault fault = feed.camera.fault();
        ClipSpec other = feed.specOf(fault, clock.nanos());
        feed.show(null);
        if (other == null) {
            begun.accept(clock.nanos());
        } else {
            var _ = clips.get(other, Clips.Urgency.NOW)
                    .whenComplete((clip, failure) -> loop.execute(() -> {
                        if (clip != null && feed.camera.fault() == fault) {
                            feed.show(clip);
                            begun.accept(feed.insteadSince());
                            clips.forget(other);
                        }
                    }));
        }
    }

    private void schedule(Feed feed) {
        feed.scheduled(true);
        loop.at(feed.due(), () -> {
            // watchers may have left and others come since: then the next picture is due later
            if (!feed.watchers().isEmpty() && feed.due() <= clock.nanos()) {
                feed.send(writer);
            }
            if (feed.watchers().isEmpty()) {
                feed.scheduled(false);
            } else {
                schedule(feed);
            }
        });
    }

    private void turn() {
        long now = clock.nanos();
        feeds.values().forEach(feed -> feed.report(writer, now, clock.now()));
        long silent = (Requests.SESSION_SECONDS + 10) * 1_000_000_000L;
        connections.stream()
                .filter(connection -> now - connection.heardNanos() > silent)
                .toList()
                .forEach(this::drop);
        loop.at(now + TURN_NANOS, this::turn);
    }

    private void dropLost() {
        connections.stream().filter(Connection::lost).toList().forEach(this::drop);
    }

    private void end() {
        List.copyOf(connections).forEach(this::drop);
        try {
            listener.close();
        } catch (IOException kept) {
            LOG.debug("closing: {}", kept.toString());
        }
    }

    private void serve(Connection connection, SelectionKey key) {
        boolean alive = (!key.isReadable() || connection.read(clock.nanos()))
                && (connection.closed() || !key.isWritable() || connection.flush());
        if (!alive && !connection.closed()) {
            drop(connection);
        }
    }

    private void accept() {
        try {
            SocketChannel channel = listener.accept();
            if (channel == null) {
                return;
            }
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(loop.selector(), SelectionKey.OP_READ);
            Connection connection = new Connection(channel, key, requests, settings.queueBytes(), clock.nanos());
            key.attach((Selectable) (ready, buffer) -> serve(connection, ready));
            connections.add(connection);
        } catch (IOException refused) {
            LOG.warn("a connection could not be taken: {}", refused.toString());
        }
    }

    /** Ends the server and drops all connections. */
    @Override
    public void close() {
        loop.close();
    }
}
