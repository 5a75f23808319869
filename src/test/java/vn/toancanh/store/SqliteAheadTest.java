package vn.toancanh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.base.Threads;

/** In processes of their own, since a library is loaded once in each. */
class SqliteAheadTest {
    private static final String SAID = "said: ";

    @TempDir
    Path folder;

    /** When SQLite is loaded: with the opening, as it would be without what is tested here, before it, or by another thread meanwhile. */
    enum Loaded {
        WITH_IT,
        AHEAD,
        MEANWHILE
    }

    /** A client's openings of databases, one after the other, told in lines. */
    static final class Opening {
        private Opening() {}

        public static void main(String[] arguments) throws InterruptedException {
            Thread ahead = Threads.daemon("ahead", () -> say("ahead " + SqliteAhead.load()));
            switch (Loaded.valueOf(arguments[0])) {
                case WITH_IT -> {}
                case AHEAD -> {
                    ahead.start();
                    ahead.join();
                }
                case MEANWHILE -> ahead.start();
            }
            try (ThreadLane desk = new ThreadLane("DESK")) {
                Failure why = Failure.of(Failure.Kind.RESOURCES, "not yet");
                for (String each : List.of(arguments).subList(1, arguments.length)) {
                    Path data = Path.of(each);
                    told(() -> ClientDatabase.open(data, desk, Clock.SYSTEM, trouble -> {}));
                    told(() -> ClientDatabase.untilThereIsRoom(data, desk, Clock.SYSTEM, trouble -> {}, why));
                }
            }
        }

        private static void told(Supplier<ClientDatabase> opening) {
            try (ClientDatabase open = opening.get()) {
                say("open " + open.preferences().load().size() + " "
                        + open.notice().map(Failure::textKey).orElse("well"));
            } catch (FailureException refused) {
                say(refused.failure().kind() + " " + refused.failure().textKey());
            }
        }

        private static void say(String line) {
            byte[] bytes = (SAID + line + "\n").getBytes(StandardCharsets.UTF_8);
            synchronized (Opening.class) {
                System.out.write(bytes, 0, bytes.length);
                System.out.flush();
            }
        }
    }

    private List<String> opening(Path unpackTo, Loaded when, Path... data) throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", "");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.sqlite.tmpdir=" + unpackTo,
                "-cp",
                System.getProperty("java.class.path"),
                Opening.class.getName(),
                when.name());
        Stream.of(data).map(Path::toString).forEach(builder.command()::add);
        Process process = builder.redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        // the log goes there, too
        return Files.readAllLines(said).stream()
                .filter(line -> line.startsWith(SAID))
                .map(line -> line.substring(SAID.length()))
                .toList();
    }

    @Test
    void whereNothingCanBeUnpackedTheOpeningSaysTheSameAsWithoutIt() throws Exception {
        Path nowhere = Files.writeString(folder.resolve("file"), "x").resolve("beneath");
        Path data = folder.resolve("data");
        List<String> without = opening(nowhere, Loaded.WITH_IT, data);
        assertThat(without).hasSize(2).allMatch(line -> line.equals("RESOURCES store.temporaryFull"));
        List<String> with = opening(nowhere, Loaded.AHEAD, data);
        assertThat(with.getFirst()).isEqualTo("ahead false");
        assertThat(with.subList(1, with.size())).isEqualTo(without);
    }

    /** Folders as a start may find them: one that is not there, one of a newer program, a damaged database, no folder at all. */
    private Path[] found(String name) throws IOException, SQLException {
        Path all = Files.createDirectories(folder.resolve(name));
        Path newer = Files.createDirectories(all.resolve("newer"));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + newer.resolve("client.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        Path damaged = Files.createDirectories(all.resolve("damaged"));
        Files.writeString(damaged.resolve("client.db"), "this is no database".repeat(200));
        Path file = Files.writeString(all.resolve("file"), "x");
        return new Path[] {all.resolve("none"), newer, damaged, file};
    }

    @ParameterizedTest
    @EnumSource
    void whateverLiesThereIsSaidTheSameWay(Loaded when) throws Exception {
        Path here = Files.createDirectories(folder.resolve("unpacked"));
        List<String> said = opening(here, when, found("found"));
        assertThat(said)
                .filteredOn(line -> !line.startsWith("ahead "))
                .containsExactly(
                        "open 0 well",
                        "open 0 failure.resources",
                        "UNSUPPORTED store.newer",
                        "open 0 failure.resources",
                        "open 0 store.damaged",
                        "open 0 failure.resources",
                        "RESOURCES store.cannotWrite",
                        "open 0 failure.resources");
        assertThat(said.contains("ahead true")).isEqualTo(when != Loaded.WITH_IT);
    }
}
