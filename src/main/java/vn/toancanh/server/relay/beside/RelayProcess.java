package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.base.Threads;
import vn.toancanh.server.store.DataFolder;

/**
 * A relay's process: waits at its socket for the server of its data, serves as that says, and ends when it says so, or when no
 * server was heard for longer than the grace. Its state lives on lane RELAY; whoever has shown nothing yet waits on a thread of
 * his own, for five seconds, and there are eight of those at most.
 */
public final class RelayProcess implements Handle {
    /** Of what is said over the socket. */
    static final int PROTOCOL = 3;

    private static final Logger LOG = LoggerFactory.getLogger(RelayProcess.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MOST_STRANGERS = 8;
    private static final long REST_MILLIS = 500;

    private final String version;
    private final Proof proof;
    private final Clock clock;
    private final ThreadLane lane = new ThreadLane("RELAY");
    private final AtomicInteger strangers = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Service service;
    private final ServerSocketChannel door;
    private final Path file;
    private volatile @Nullable ControlSocket server;
    private volatile long heardNanos;

    private RelayProcess(ServerSocketChannel door, Path file, Secret secret, String version, Clock clock) {
        this.door = door;
        this.file = file;
        this.version = version;
        this.clock = clock;
        this.proof = new Proof(secret);
        this.service = new Service(clock, lane);
        this.heardNanos = clock.nanos();
    }

    /**
     * Opens the socket.
     *
     * @param folder of sockets, which nobody else may enter
     * @param secret by which it knows its server, and shows itself
     * @param version of the product: a server of another one has it end
     * @throws IOException where the socket cannot be made
     */
    public static RelayProcess open(Path folder, Secret secret, String version, Clock clock) throws IOException {
        Path file = MeetingPlace.socket(folder, ProcessHandle.current().pid());
        Files.deleteIfExists(file);
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            door.bind(UnixDomainSocketAddress.of(file));
            DataFolder.restrict(file, "rw-------");
        } catch (IOException | RuntimeException refused) {
            door.close();
            throw refused;
        }
        RelayProcess relay = new RelayProcess(door, file, secret, version, clock);
        relay.lane.every(LOOK, relay::look);
        Threads.daemon("relay-door", relay::take).start();
        return relay;
    }

    /** Waits until it has ended. */
    public void await() throws InterruptedException {
        over.await();
    }

    private void take() {
        while (door.isOpen()) {
            try {
                SocketChannel channel = door.accept();
                if (strangers.incrementAndGet() > MOST_STRANGERS) {
                    strangers.decrementAndGet();
                    channel.close();
                } else {
                    ControlSocket caller = new ControlSocket(channel);
                    Threads.daemon("relay-caller", () -> meet(caller)).start();
                }
            } catch (IOException closedOrExhausted) {
                rest();
            }
        }
    }

    /** With no files left every turn would fail again at once. */
    private void rest() {
        try {
            over.await(REST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Finds out who calls; goes on reading what he says where it is the server. */
    private void meet(ControlSocket caller) {
        Handle patience = lane.after(PATIENCE, caller::close);
        boolean proven = false;
        try (caller) {
            String own = proof.nonce();
            caller.write(new Word.Hello(PROTOCOL, version, own));
            Order first = caller.read(Order.class);
            if (first instanceof Order.Prove shown && Proof.same(shown.proof(), proof.ofServer(own, shown.nonce()))) {
                patience.close();
                strangers.decrementAndGet();
                proven = true;
                caller.write(new Word.Proved(proof.ofRelay(own, shown.nonce()), service.serving()));
                lane.execute(() -> become(caller));
                obey(caller);
            } else if (first != null) {
                LOG.warn("somebody who is not this relay's server called");
            }
        } catch (IOException | RuntimeException bad) {
            LOG.info("a caller is let go: {}", bad.toString());
        } finally {
            patience.close();
            if (proven) {
                lane.execute(() -> left(caller));
            } else {
                strangers.decrementAndGet();
            }
        }
    }

    private void become(ControlSocket caller) {
        ControlSocket former = server;
        server = caller;
        if (former != null) {
            former.close();
        }
        service.reached(caller);
        LOG.info("the server is here");
    }

    private void obey(ControlSocket caller) throws IOException {
        for (Order order = caller.read(Order.class); order != null; order = caller.read(Order.class)) {
            Order next = order;
            lane.execute(() -> {
                if (caller.equals(server)) {
                    heardNanos = clock.nanos();
                    obey(caller, next);
                }
            });
        }
    }

    private void obey(ControlSocket caller, Order order) {
        try {
            if (order instanceof Order.End) {
                LOG.info("the server has it end");
                close();
            } else {
                service.obey(order);
            }
        } catch (IOException | RuntimeException unable) {
            LOG.warn("the server is let go: {}", unable.toString());
            caller.close();
        }
    }

    private void left(ControlSocket caller) {
        if (caller.equals(server)) {
            server = null;
            service.lost();
            LOG.warn("the server is away; whoever has a grant goes on for {} at most", service.grace());
            look();
        }
    }

    private void look() {
        service.sweep();
        if (server == null && !Files.exists(file)) {
            LOG.warn("its socket is gone, no server can find it: it ends");
            close();
            return;
        }
        Duration grace = service.grace();
        // A server that is there speaks every few seconds only.
        Duration longest = server == null || grace.compareTo(KnownGrants.SILENCE) > 0 ? grace : KnownGrants.SILENCE;
        if (clock.nanos() - heardNanos >= longest.toNanos()) {
            LOG.warn("no server was heard for {}: it ends", longest);
            close();
        }
    }

    /** Ends it: viewers and cameras are let go. Any thread. */
    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.debug("closing: {}", stays.toString());
        }
        service.close();
        lane.close();
        ControlSocket last = server;
        if (last != null) {
            last.close();
        }
        over.countDown();
    }
}
