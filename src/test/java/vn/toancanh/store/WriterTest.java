package vn.toancanh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamRole;

/** What waits to be written, and what becomes of an entry that cannot be. */
class WriterTest {
    private static final URI SERVER = URI.create("https://may.vn");
    private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

    private final ThreadLane desk = new ThreadLane("DESK");
    private final List<Failure> troubles = new CopyOnWriteArrayList<>();
    private Writer writer;
    private PreferenceTable preferences;

    @BeforeEach
    void open() throws SQLException {
        writer = new Writer(Place.inMemory(), desk, troubles::add);
        preferences = new PreferenceTable(writer);
    }

    @AfterEach
    void close() {
        writer.close();
        desk.close();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private void change(String sql) {
        writer.readNow("a change", connection -> {
            run(connection, sql);
            return Optional.empty();
        });
    }

    /** Until DESK has done what was given to it. */
    private void await() throws Exception {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        desk.execute(() -> done.complete(true));
        done.get(30, TimeUnit.SECONDS);
    }

    @Test
    void anEntryThatCannotBeWrittenHoldsNothingElseBackAndIsToldOnce() throws Exception {
        writer.keep("first", connection -> run(connection, "INSERT INTO nowhere VALUES (1)"));
        preferences.save("behind", "it");
        writer.keep("second", connection -> run(connection, "INSERT INTO preference VALUES ('x', NULL)"));
        preferences.save("and", "after");
        assertThat(preferences.load()).isEqualTo(Map.of("behind", "it", "and", "after"));
        await();
        assertThat(troubles).hasSize(1);
        assertThat(troubles.getFirst().textKey()).isEqualTo("store.fault");
        assertThat(writer.trouble()).as("as long as something waits").isPresent();
    }

    @Test
    void anEntryThatWasSetAsideIsTriedAgainAndGivesWayToALaterOne() throws Exception {
        writer.keep("one", connection -> run(connection, "INSERT INTO late VALUES ('one')"));
        writer.keep("two", connection -> run(connection, "INSERT INTO late VALUES ('old')"));
        preferences.save("a", "b");
        assertThat(preferences.load()).hasSize(1);
        change("CREATE TABLE late (word TEXT)");
        writer.keep("two", connection -> run(connection, "INSERT INTO late VALUES ('new')"));
        writer.tryAgainNow();
        List<String> words = writer.readNow("words", connection -> {
                    try (var statement = connection.createStatement();
                            var rows = statement.executeQuery("SELECT group_concat(word) FROM late ORDER BY word")) {
                        return Optional.of(List.of(rows.getString(1).split(",", -1)));
                    }
                })
                .orElseThrow();
        assertThat(words).containsExactlyInAnyOrder("one", "new");
        assertThat(writer.trouble()).isEmpty();
    }

    private static StreamGrant grant(String id, String camera) {
        return new StreamGrant(
                id,
                new CameraId(camera),
                StreamRole.SUB,
                URI.create("rtsps://relay:322/" + camera),
                null,
                null,
                List.of(),
                NOW.plusSeconds(300),
                NOW.plusSeconds(200),
                NOW.plusSeconds(3600));
    }

    private CompletableFuture<List<StreamGrant>> load(GrantTable grants) {
        CompletableFuture<List<StreamGrant>> answer = new CompletableFuture<>();
        grants.load(SERVER, "an", answer::complete);
        return answer.orTimeout(30, TimeUnit.SECONDS);
    }

    @Test
    void aRowThatCannotBeOpenedTakesNothingNewerWithIt() {
        GrantTable grants = new GrantTable(writer, new SealedRows(new Seal(), troubles::add));
        grants.keep(SERVER, "an", grant("old", "c-1"));
        grants.keep(SERVER, "an", grant("old", "c-2"));
        grants.keep(SERVER, "an", grant("old", "c-3"));
        change("UPDATE kept_grant SET sealed = x'01' WHERE camera IN ('c-2', 'c-3')");
        CompletableFuture<Boolean> goesOn = new CompletableFuture<>();
        writer.read(
                "something long",
                connection -> {
                    goesOn.orTimeout(30, TimeUnit.SECONDS).join();
                    return Optional.empty();
                },
                none -> {});
        CompletableFuture<List<StreamGrant>> meanwhile = load(grants);
        grants.keep(SERVER, "an", grant("new", "c-1"));
        grants.keep(SERVER, "an", grant("new", "c-2"));
        goesOn.complete(true);
        assertThat(meanwhile.join()).extracting(StreamGrant::id).containsExactly("old");
        assertThat(load(grants).join())
                .as("c-1 and c-2 as granted last, c-3 dropped")
                .containsExactlyInAnyOrder(grant("new", "c-1"), grant("new", "c-2"));
    }
}
