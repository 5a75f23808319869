package vn.toancanh.app.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.app.Exit;
import vn.toancanh.app.GivenPassword;
import vn.toancanh.app.Lifetime;
import vn.toancanh.app.Surroundings;
import vn.toancanh.app.screens.ScreenMonitors;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.base.Threads;
import vn.toancanh.desk.MonitorDesk.Terms;
import vn.toancanh.model.Monitor;
import vn.toancanh.store.ClientDatabase;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.wall.MonitorMatch;

/** The operator screen as a process: opens it, waits for its end, takes pictures and figures, puts everything away. */
public final class ClientRun {
    private static final Logger LOG = LoggerFactory.getLogger(ClientRun.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    /** So many looks in a row with every tile live, before a picture is taken. */
    private static final int CALM_LOOKS = 8;

    /** What is kept of somebody's rights, and the hash of the password: one after the other. */
    private static final int READS_OF_A_SIGN_IN = 2;

    private static final Duration FOREVER = Duration.ofDays(3650);
    /** A machine that starves its programs takes its time; who waits for longer than that waits for nothing. */
    private static final Duration DESK_ANSWER = Duration.ofMinutes(3);

    private final Surroundings given;
    private final ClientOptions options;
    private boolean noSnapshot;

    public ClientRun(Surroundings given, ClientOptions options) {
        this.given = given;
        this.options = options;
    }

    /** Runs to the end; gives the exit status. */
    public int run() throws IOException {
        Optional<Secret> password = Optional.empty();
        if (options.passwordFile().isPresent()) {
            Path file = options.passwordFile().get();
            password = Optional.of(GivenPassword.read(file));
            if (options.leash()) {
                // whoever holds the leash wrote it for this process alone
                Files.deleteIfExists(file);
            }
        }
        Lifetime lifetime = Lifetime.begin();
        Milestones.tell("asked for", given.clock());
        given.ahead().await(given.folders());
        FxLane desk = new FxLane();
        // Workers and the store come up while JavaFX does, and what the monitors are called.
        ChosenMonitors monitors = ChosenMonitors.begin();
        try (Decoders decoders = new Decoders(given, desk);
                Opening<ClientDatabase> store = Opening.begin("store-opening", () -> open(desk))) {
            return run(lifetime, desk, monitors, decoders, store, password);
        } finally {
            desk.close();
            given.toolkit().end();
            lifetime.ended();
        }
    }

    private int run(
            Lifetime lifetime,
            Lane desk,
            ChosenMonitors monitors,
            Decoders decoders,
            Opening<ClientDatabase> store,
            Optional<Secret> password) {
        try {
            given.toolkit().await();
        } catch (UnsupportedOperationException noDisplay) {
            LOG.warn("no display", noDisplay);
            given.say(given.texts().get("client.noDisplay"));
            return Exit.MISSING;
        } catch (RuntimeException noGraphics) {
            LOG.error("no graphics", noGraphics);
            Path unpacked = Path.of(System.getProperty("user.home", "."), ".openjfx");
            given.say(given.texts().get("client.noGraphics", unpacked.toString()));
            return Exit.FAILED;
        }
        Milestones.tell("JavaFX up", given.clock());
        List<Monitor> told = monitors.await();
        ScreenMonitors screens = onDesk(desk, () -> monitors.open(desk, told));
        try {
            return run(lifetime, desk, screens, store, decoders, password);
        } finally {
            onDesk(desk, screens::close);
        }
    }

    private int run(
            Lifetime lifetime,
            Lane desk,
            ScreenMonitors screens,
            Opening<ClientDatabase> store,
            Decoders decoders,
            Optional<Secret> password) {
        List<Monitor> now = onDesk(desk, screens::now);
        List<Monitor> present =
                now.stream().sorted(MonitorMatch.AS_PEOPLE_COUNT).toList();
        Optional<Terms> terms = ChosenMonitors.terms(options, present);
        if (terms.isEmpty()) {
            String there = ChosenMonitors.words(present, now.getFirst(), given.texts());
            given.say(given.texts().get("client.noMonitor", options.monitor().orElse(""), there));
            return Exit.USAGE;
        }
        if (present.size() < options.monitors()) {
            given.say(given.texts().get("client.fewMonitors", present.size(), options.monitors()));
        }
        return run(lifetime, desk, screens, terms.get(), store.await(), decoders, password);
    }

    private int run(
            Lifetime lifetime,
            Lane desk,
            ScreenMonitors screens,
            Terms terms,
            ClientDatabase database,
            Decoders decoders,
            Optional<Secret> password) {
        var kept = database.preferences().load();
        Milestones.tell("store open", given.clock());
        Client client = onDesk(
                desk,
                () -> new Client(given, options, desk, screens, terms, database, kept, decoders.pool(), lifetime::end));
        Handle status = AskSockets.open(given.folders().runtime(), desk, client);
        if (options.leash()) {
            Leash leash =
                    new Leash(System.in, line -> client.steering.leash().take(line, desk, client::obey), lifetime::end);
            Threads.daemon("leash", leash::hold).start();
        }
        try {
            onDesk(desk, () -> client.begin(password));
            for (int i = 0; i < READS_OF_A_SIGN_IN; i++) {
                // Before the window keeps DESK busy, which would hold up what is computed of the answers.
                database.settle();
                onDesk(desk, () -> {});
            }
            database.readWallsAhead();
            onDesk(desk, client.window::prepare);
            if (password.isPresent()) {
                onDesk(desk, client.windows::prepare);
                Milestones.tell("windows prepared", given.clock());
            }
            client.window.await();
            Milestones.tell("form or wall decided", given.clock());
            onDesk(desk, client::open);
            RunResult result = watched(lifetime, desk, client);
            if (options.measured()) {
                onDesk(desk, client::shortfall).ifPresent(given::say);
                given.out().println(JsonMapper.builder().build().writeValueAsString(result));
                given.out().flush();
            }
            boolean whole = result.allLive() && !noSnapshot && !onDesk(desk, client::layoutMissed);
            return whole || !options.measured() ? Exit.DONE : Exit.FAILED;
        } finally {
            status.close();
            onDesk(desk, client::closeWindows);
            client.closeRest();
        }
    }

    /** Waits for the end, also that of a DESK that hangs. */
    private RunResult watched(Lifetime lifetime, Lane desk, Client client) {
        try (ThreadLane lane = new ThreadLane("desk-watch")) {
            Runnable lastWords = () -> given.say(given.texts().get("client.hangs"));
            Runnable end = () -> Runtime.getRuntime().halt(Exit.HUNG);
            Handle hangs = new DeskWatch(desk, lane, given.clock(), DeskWatch.Terms.USUAL, lastWords, end);
            RunResult result = watch(lifetime, desk, client);
            hangs.close();
            return result;
        }
    }

    /** Waits for the end; takes the pictures as soon as every tile has been live for a moment, or else at the end. */
    private RunResult watch(Lifetime lifetime, Lane desk, Client client) {
        long begun = given.clock().nanos();
        long longest = options.seconds().map(Duration::toNanos).orElse(Long.MAX_VALUE);
        boolean taken = options.snapshot().isEmpty();
        int calm = 0;
        while (given.clock().nanos() - begun < longest) {
            long left = longest - (given.clock().nanos() - begun);
            boolean idle = taken && options.seconds().isEmpty();
            if (lifetime.over(idle ? FOREVER : Duration.ofNanos(Math.min(left, LOOK.toNanos())))) {
                break;
            }
            if (!taken) {
                calm = onDesk(desk, client.readings::result).allLive() ? calm + 1 : 0;
                if (calm >= CALM_LOOKS) {
                    takePictures(desk, client);
                    taken = true;
                }
            }
        }
        RunResult result = onDesk(desk, client.readings::result);
        if (!taken) {
            takePictures(desk, client);
        }
        return result;
    }

    private void takePictures(Lane desk, Client client) {
        Path folder = options.snapshot().orElseThrow();
        List<Picture> pictures = onDesk(desk, () -> client.windows.pictures(client.window.scene()));
        try {
            Files.createDirectories(folder);
            for (Picture picture : pictures) {
                picture.write(folder);
            }
            given.say(
                    given.texts().get("client.snapshot", folder.toAbsolutePath().toString()));
        } catch (IOException full) {
            // Said, and told by the exit status; the wall itself goes on.
            noSnapshot = true;
            LOG.warn("pictures cannot be written", full);
            given.say(given.texts()
                    .get("client.noSnapshot", folder.toAbsolutePath().toString()));
        }
    }

    private ClientDatabase open(Lane desk) {
        Path folder = given.folders().data();
        Consumer<Failure> troubles = trouble -> given.say(given.texts().of(trouble));
        try {
            return ClientDatabase.open(folder, desk, given.clock(), troubles);
        } catch (FailureException refused) {
            Failure why = refused.failure();
            if (why.kind() == Failure.Kind.CONFLICT) {
                given.say(given.texts().get("client.secondOne"));
                return ClientDatabase.inMemory(desk, given.clock());
            }
            if (why.kind() != Failure.Kind.RESOURCES) {
                throw refused;
            }
            LOG.warn("nothing is kept: {}", why.detail(), refused);
            Failure told = why.withText("store.nothingKept", folder.toString());
            ClientDatabase database = ClientDatabase.untilThereIsRoom(folder, desk, given.clock(), troubles, told);
            given.say(given.texts().of(told));
            return database;
        }
    }

    private static void onDesk(Lane desk, Runnable work) {
        onDesk(desk, () -> {
            work.run();
            return true;
        });
    }

    /** Does something on DESK while this thread waits. */
    private static <T> T onDesk(Lane desk, Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        desk.execute(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException | Error fault) {
                answer.completeExceptionally(fault);
            }
        });
        try {
            return answer.get(DESK_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException fault) {
            if (fault.getCause() instanceof FailureException known) {
                throw known;
            }
            throw new IllegalStateException("fault on DESK", fault.getCause());
        } catch (TimeoutException stuck) {
            throw new IllegalStateException("DESK does not answer", stuck);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
