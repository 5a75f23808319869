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
import vn.toancanh.base.Failure;
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
 * there is none, and replaced, at the same port, where it falls or says nothing for fifteen seconds.
 */
public final class RelayBeside implements StreamRelay {
    private static final Logger LOG = LoggerFactory.getLogger(RelayBeside.class);
    private static final Duration COUNT = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(15);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final RelaySetup setup;
    private final Clock clock;
    private final ThreadLane lane;
    private final Neighbours neighbours;
    private final Answers answers = new Answers();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final boolean fresh;
    private final int port;
    private volatile Neighbour relay;
    private volatile @Nullable Grants grants;
    private volatile long heardNanos;
    private volatile boolean counting;

    private RelayBeside(RelaySetup setup, Clock clock, ThreadLane lane) throws IOException {
        this.setup = setup;
        this.clock = clock;
        this.lane = lane;
        this.neighbours = new Neighbours(setup.folder(), setup.program(), setup.secret(), setup.version(), clock, lane);
        Optional<Neighbour> left = neighbours.find(setup.serving());
        this.fresh = left.isEmpty();
        this.relay = left.isPresent() ? left.get() : neighbours.start();
        this.port = serve(relay, setup.serving());
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
     * @throws FailureException CONFLICT where its port is taken
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

    private int serve(Neighbour by, Serving how) throws IOException {
        by.socket().write(new Order.Serve(how, setup.grace().toSeconds()));
        Word word = by.soon(lane);
        while (!(word instanceof Word.Refused)) {
            if (word instanceof Word.Listening at) {
                return at.port();
            }
            heard(word);
            word = by.soon(lane);
        }
        by.end();
        String asked = Integer.toString(how.port());
        throw new FailureException(Failure.of(Failure.Kind.CONFLICT, how.address() + ":" + asked + " is taken")
                .withText("server.portTaken", how.address(), asked));
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
        heardNanos = clock.nanos();
        Threads.daemon("relay-beside", this::hear).start();
        lane.every(COUNT, this::count);
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
                    heardNanos = clock.nanos();
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
                relay.socket().close();
                relay.kill();
                Neighbour next = neighbours.start();
                heardNanos = clock.nanos();
                relay = next;
                serve(next, setup.serving().at(port));
                // From here on what is granted is told to it too: a grant that is told twice is let in once.
                new Briefing(next, lane).give(Objects.requireNonNull(grants), true);
                heardNanos = clock.nanos();
                LOG.info("the relay of process {} serves at {}", next.pid(), port);
                return;
            } catch (IOException | RuntimeException failed) {
                LOG.warn("no relay: {}", failed.toString());
                pause(waits.next());
            }
        }
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

    /** On lane RELAY, which never waits for the relay: a stopped one takes nothing. */
    private void count() {
        if (clock.nanos() - heardNanos > SILENCE.toNanos()) {
            LOG.warn("the relay says nothing");
            heardNanos = clock.nanos();
            relay.kill();
        }
        if (!counting) {
            counting = true;
            Threads.virtual("relay-count", () -> {
                        tell(new Order.Count(answers.next()));
                        counting = false;
                    })
                    .start();
        }
    }

    private boolean tell(Order order) {
        try {
            relay.socket().write(order);
            return true;
        } catch (IOException gone) {
            // Another one is told everything that stands.
            LOG.debug("the relay does not hear: {}", gone.toString());
            return false;
        }
    }

    @Override
    public RelayAddress address() {
        return new RelayAddress(setup.certificate() != null, port, setup.pins().get());
    }

    @Override
    public void admit(Allowance allowance) {
        tell(new Order.Admit(List.of(WireGrant.of(allowance))));
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
        }
        lane.close();
    }
}
