package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.app.Exit;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Terminal;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Secret;
import vn.toancanh.base.StandingPort;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.central.CentralClient;
import vn.toancanh.central.CentralOptions;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.store.ClientDatabase;

/**
 * What is done at a desk while a real server is killed, gone, and back: told once, in order, with the times at which it was done,
 * though the client is started anew meanwhile.
 */
@Tag("slow")
class DeedsOutliveTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration STEP = Duration.ofMillis(1);
    private static final Instant FIRST = Instant.parse("2026-11-21T01:00:00Z");

    /** Every deed is done a millisecond after the one before; how long is waited for, the machine's counter says. */
    private static final class Done implements Clock {
        private Instant now = FIRST;

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public synchronized Instant now() {
            now = now.plus(STEP);
            return now;
        }
    }

    /** A desk from its start to its end: the store, the way to the server, and the notes between. */
    private final class DeskRun implements AutoCloseable {
        final ThreadLane lane = new ThreadLane("DESK");
        final ClientDatabase database = ClientDatabase.open(folder.resolve("desk"), lane, Clock.SYSTEM, failure -> {});
        final CentralClient central = new CentralClient(CentralOptions.standard("test"), lane, Clock.SYSTEM);
        final DeedLog log = new DeedLog(
                lane,
                done,
                database.deeds(),
                central.deeds(),
                UUID::randomUUID,
                new Random(1),
                refused -> refusals.add(refused));

        DeskRun() {
            on(() -> {
                central.sessions()
                        .onChange(
                                state -> log.follow(owner(), state.connection().isOnline()));
                log.follow(owner(), false);
                return true;
            });
        }

        <T> T on(Supplier<T> work) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            lane.execute(() -> answer.complete(work.get()));
            return answer.orTimeout(60, TimeUnit.SECONDS).join();
        }

        void signIn() {
            CompletableFuture<SignInOutcome> answer = new CompletableFuture<>();
            lane.execute(() -> central.sessions().signIn(address, "admin", Secret.of(password), answer::complete));
            assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join()).isInstanceOf(SignInOutcome.SignedIn.class);
        }

        void note(int count) {
            on(() -> {
                for (int i = 0; i < count; i++) {
                    noted++;
                    log.note("desk.shown", "camera/c-" + noted, Map.of("number", Integer.toString(noted)));
                }
                return true;
            });
        }

        int waiting() {
            CompletableFuture<Integer> answer = new CompletableFuture<>();
            lane.execute(() -> database.deeds().count(owner(), answer::complete));
            return answer.orTimeout(60, TimeUnit.SECONDS).join();
        }

        @Override
        public void close() {
            central.close();
            database.close();
            lane.close();
        }
    }

    /** An entry of the trail: which note it is, and when that was made. */
    private record Told(String number, Instant doneAt) {}

    @TempDir
    Path folder;

    private final Done done = new Done();
    private final List<Integer> refusals = new CopyOnWriteArrayList<>();
    private Terminal terminal = new Terminal(Path.of("."));
    private URI address = URI.create("http://127.0.0.1");
    private String password = "";
    private int port;
    private int noted;

    @BeforeEach
    void start() throws Exception {
        terminal = new Terminal(folder);
        port = StandingPort.free();
        Command server = serve();
        password = server.awaitOut("password \\(shown only this once\\): (\\S+)", SOON);
        address = URI.create(server.awaitOut("listens at (http://\\S+);", SOON));
        first = server;
    }

    @AfterEach
    void endWhateverIsLeft() {
        terminal.close();
    }

    private @Nullable Command first;

    private Command serve() throws IOException {
        return terminal.start(
                "server",
                "--data",
                folder.resolve("served").toString(),
                "--port",
                Integer.toString(port),
                "--plain",
                "--lang",
                "en");
    }

    private DeedOwner owner() {
        return new DeedOwner(address, "admin");
    }

    private static void kill(Command server) throws InterruptedException {
        server.process().destroyForcibly().waitFor();
    }

    /** All that stands in the trail, read off the data of a server that has ended. */
    private List<Told> trail() throws Exception {
        Path out = folder.resolve("trail.csv");
        Command export = terminal.start(
                "audit", "export", "--data", folder.resolve("served").toString(), "--out", out.toString());
        assertThat(export.await(SOON)).as(export::err).isEqualTo(Exit.DONE);
        List<Told> found = new ArrayList<>();
        String whole = Files.readString(out);
        int end = whole.lastIndexOf("\nend,");
        assertThat(end).as("nothing is missing at its end").isPositive();
        String text = whole.substring(0, end + 1);
        JsonMapper json = JsonMapper.builder().build();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
            for (CsvRecord row : csv) {
                if (row.getFieldCount() > 9 && row.getField(6).equals("desk.shown")) {
                    String number =
                            json.readTree(row.getField(9)).path("number").asString();
                    found.add(new Told(number, Instant.parse(row.getField(2))));
                }
            }
        }
        return found;
    }

    @Test
    void nothingIsLostDoubledOrPutInAnotherOrder() throws Exception {
        Command server = Objects.requireNonNull(first);
        try (DeskRun desk = new DeskRun()) {
            desk.signIn();
            desk.note(5);
            terminal.waitFor("the first to be told", SOON, () -> desk.waiting() == 0);
            // Killed while requests are under way: some of their answers never come.
            for (int i = 0; i < 40; i++) {
                desk.note(25);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            kill(server);
            desk.note(100);
        }
        try (DeskRun desk = new DeskRun()) {
            desk.note(50);
            assertThat(desk.waiting()).as("they wait").isGreaterThanOrEqualTo(150);
        }
        server = serve();
        server.awaitOut("listens", SOON);
        try (DeskRun desk = new DeskRun()) {
            desk.signIn();
            desk.note(5);
            terminal.waitFor("all to be told", SOON, () -> desk.waiting() == 0);
        }
        assertThat(refusals).isEmpty();
        assertThat(server.end(SOON)).isEqualTo(143);

        List<Told> expected = new ArrayList<>();
        for (int i = 1; i <= noted; i++) {
            expected.add(new Told(Integer.toString(i), FIRST.plus(STEP.multipliedBy(i))));
        }
        assertThat(trail()).isEqualTo(expected);
    }
}
