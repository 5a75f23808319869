package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.base.Threads;
import vn.toancanh.server.relay.Admission;
import vn.toancanh.server.relay.Allowance;
import vn.toancanh.server.relay.Grants;
import vn.toancanh.server.relay.RelayAddress;
import vn.toancanh.server.relay.RelayFigures;
import vn.toancanh.server.relay.StreamRelay;

/**
 * The relay in a process of its own. It is found again where an earlier server of the same data has left it, started where
 * there is none, and replaced, at the same port, where it falls, takes no orders, or leaves five questions in a row unanswered.
 */
public final class RelayBeside implements StreamRelay {
    private static final Logger LOG = LoggerFactory.getLogger(RelayBeside.class);

    /** How long an orderly end waits for a relay that is just being replaced. */
    private static final Duration REPLACING = Duration.ofSeconds(15);

    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final RelaySetup setup;
    private final ThreadLane lane;
    private final Neighbours neighbours;
    private final Answers answers = new Answers();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread reader = Threads.daemon("relay-beside", this::hear);
    private final Pulse pulse;
    private final boolean fresh;
    private final int port;
    private volatile Neighbour relay;
    private volatile OrderQueue orders;
    private volatile @Nullable Grants grants;

    private RelayBeside(RelaySetup setup, Clock clock, ThreadLane lane) throws IOException {
        this.setup = setup;
        this.lane = lane;
        this.pulse = new Pulse(clock);
        this.neighbours = new Neighbours(setup.folder(), setup.program(), setup.secret(), setup.version(), clock, lane);
        Optional<Neighbour> left = neighbours.find(setup.serving());
        this.fresh = left.isEmpty();
        this.relay = left.isPresent() ? left.get() : neighbours.start();
        try {
            this.port = relay.serve(setup.serving(), setup.grace(), lane, this::heard);
        } catch (IOException | RuntimeException failed) {
            relay.socket().close();
            relay.kill();
            throw failed;
        }
        this.orders = OrderQueue.to(relay.socket(), OrderQueue.MOST);
    }

    /**
     * Where sockets of relays of those data are; made where it is missing.
     *
     * @return empty where no path is short enough for a socket
     * @throws IOException where it cannot be made
     */
    public static Optional<Path> folder(Path data, Path runtime) throws IOException {
        return MeetingPlace.of(data, runtime);
    }

    /**
     * Finds it, or starts it.
     *
     * @throws FailureException CONFLICT where its port is taken, RESOURCES where it cannot serve for another reason
     * @throws IOException where its process does not start
     */
    public static RelayBeside start(RelaySetup setup, Clock clock) throws IOException {
        ThreadLane lane = new ThreadLane("RELAY");
        try {
            return new RelayBeside(setup, clock, lane);
        } catch (IOException | RuntimeException failed) {
            lane.close();
            throw failed;
        }
    }

    @Override
    public void open(Grants standing) {
        grants = standing;
        try {
            new Briefing(relay, lane).give(standing, fresh);
        } catch (IOException | RuntimeException fell) {
            LOG.warn("the relay could not be told what stands: {}", fell.toString());
            relay.socket().close();
        }
        reader.start();
        lane.every(Pulse.EVERY, this::count);
    }

    private void hear() {
        boolean goesOn = true;
        while (goesOn) {
            String why = "it has ended";
            try {
                Neighbour from = relay;
                for (Word word = from.socket().read(Word.class);
                        word != null;
                        word = from.socket().read(Word.class)) {
                    pulse.heard();
                    heard(word);
                }
            } catch (IOException | RuntimeException broken) {
                why = broken.toString();
            }
            answers.lost();
            goesOn = closing.getCount() > 0;
            if (goesOn) {
                LOG.warn("the relay is gone: {}; another is started", why);
                replace();
            }
        }
        ended.countDown();
    }

    private void replace() {
        Backoff waits = new Backoff(FIRST_WAIT, LONGEST_WAIT, new SecureRandom());
        while (closing.getCount() > 0) {
            try {
                orders.close();
                relay.kill();
                Neighbour next = neighbours.start();
                relay = next;
                orders = OrderQueue.to(next.socket(), OrderQueue.MOST);
                pulse.heard();
                if (endedMeanwhile(next)) {
                    return;
                }
                next.serve(setup.serving().at(port), setup.grace(), lane, this::heard);
                // From here on what is granted is told to it too: a grant that is told twice is let in once.
                new Briefing(next, lane).give(Objects.requireNonNull(grants), true);
                if (!endedMeanwhile(next)) {
                    LOG.info("the relay of process {} serves at {}", next.pid(), port);
                }
                return;
            } catch (IOException | RuntimeException failed) {
                LOG.warn("no relay: {}", failed.toString());
                pause(waits.next());
            }
        }
    }

    /** Nobody else ends a relay that came while the server was ending. */
    private boolean endedMeanwhile(Neighbour next) {
        if (closing.getCount() > 0) {
            return false;
        }
        next.end();
        return true;
    }

    private void pause(Duration wait) {
        try {
            closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void heard(Word word) {
        switch (word) {
            case Word.Watching some ->
                Threads.virtual("relay-rights", () -> look(some)).start();
            case Word.Synced synced -> answers.synced(synced.number());
            case Word.Counted counted -> answers.counted(counted.number(), counted.figures());
            default -> LOG.debug("a word that nobody waits for");
        }
    }

    private void look(Word.Watching some) {
        Set<Admission> watching =
                some.viewers().stream().map(Watcher::admission).collect(Collectors.toSet());
        try {
            Set<Admission> over = Objects.requireNonNull(grants).ended(watching);
            if (!over.isEmpty()) {
                tell(new Order.Cut(over.stream().map(Admission::grantId).toList(), List.of()));
            }
        } catch (RuntimeException unknown) {
            LOG.warn("rights of viewers could not be looked at: {}", unknown.toString());
        }
    }

    /** On lane RELAY. */
    private void count() {
        switch (pulse.next()) {
            case ASK -> tell(new Order.Count(answers.next()));
            case LOST -> {
                LOG.warn("the relay does not answer");
                relay.kill();
            }
            case WAIT -> {
                // The server itself was paused.
            }
        }
    }

    private boolean tell(Order order) {
        return orders.add(order);
    }

    @Override
    public RelayAddress address() {
        return new RelayAddress(setup.certificate() != null, port, setup.pins().get());
    }

    @Override
    public void admit(List<Allowance> allowances) {
        Order.Admit.lines(allowances).forEach(this::tell);
    }

    @Override
    public void settle() {
        answers.await(number -> tell(new Order.Sync(number)));
    }

    @Override
    public void cutGrant(String grantId) {
        tell(new Order.Cut(List.of(grantId), List.of()));
    }

    @Override
    public void cutSession(String sessionId) {
        tell(new Order.Cut(List.of(), List.of(sessionId)));
    }

    @Override
    public CompletableFuture<RelayFigures> figures() {
        return answers.figures(number -> tell(new Order.Count(number)));
    }

    /** The number of its process now. */
    public long pid() {
        return relay.pid();
    }

    /** Has it end: an orderly end of the server is an end of its streams. */
    @Override
    public void close() {
        closing.countDown();
        if (grants == null) {
            relay.end();
        } else {
            relay.end(ended);
            awaitReader();
            // One that came meanwhile and could not serve.
            relay.kill();
        }
        orders.close();
        lane.close();
    }

    /** It may be replacing the relay, and ends the new one then. */
    private void awaitReader() {
        try {
            if (!reader.join(REPLACING)) {
                LOG.warn("a relay that is just being started ends by itself");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
