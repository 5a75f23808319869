package vn.toancanh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.Unsent;

/** What was saved here outlives the program, whole and in its order, for whoever saved it. */
class UnsentTableTest {
    private static final URI SERVER = URI.create("https://a");
    private static final Instant AT = Instant.parse("2026-11-21T07:00:00.123Z");

    private final ThreadLane desk = new ThreadLane("DESK");

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        desk.close();
    }

    private ClientDatabase open() {
        return ClientDatabase.open(folder, desk, Clock.SYSTEM, failure -> {});
    }

    private static Layout layout(String id, String camera, long version) {
        return new Layout(
                new LayoutId(id),
                "Ca \"sáng\"",
                Layout.Scope.ROLE,
                new Grid(2, 1),
                List.of(
                        new Cell(0, 0, 1, 1, new CellContent.OfCamera(new CameraId(camera), StreamChoice.SUB)),
                        new Cell(1, 0, 1, 1, new CellContent.Unknown("hologram", "{\"type\":\"hologram\",\"a\":[1]}"))),
                version);
    }

    private static List<Unsent> kept(ClientDatabase database, String user) {
        CompletableFuture<List<Unsent>> answer = new CompletableFuture<>();
        database.unsentLayouts().load(SERVER, user, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static boolean keep(ClientDatabase database, String user, Unsent unsent) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        database.unsentLayouts().keep(SERVER, user, unsent, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Unsent waiting(String id) {
        return Unsent.waiting(UUID.randomUUID(), layout(id, "c-1", 3), AT);
    }

    @Test
    void everyStateComesBackAsItWentIn() {
        Unsent waits = waiting("l-1");
        Unsent twice = waiting("l-2").again(layout("l-2", "c-2", 3), AT.plusSeconds(9));
        Unsent overtaken = waiting("l-3").overtakenBy(new LayoutArchive.Version(layout("l-3", "c-9", 4), "Bình", AT));
        Unsent unknownWhen = waiting("l-4").overtakenBy(new LayoutArchive.Version(layout("l-4", "c-9", 4), "", null));
        Unsent refused = waiting("l-5").refused("failure.forbidden");
        Unsent aside = waiting("l-6").with(Unsent.State.ASIDE);
        List<Unsent> all = List.of(waits, twice, overtaken, unknownWhen, refused, aside);
        try (ClientDatabase database = open()) {
            all.forEach(each -> assertThat(keep(database, "an", each)).isTrue());
        }
        try (ClientDatabase database = open()) {
            assertThat(kept(database, "an")).isEqualTo(all);
            assertThat(kept(database, "bình")).isEmpty();
        }
    }

    @Test
    void aLaterSaveTakesTheRowOfTheFormerAndWhatIsForgottenIsGone() {
        Unsent first = waiting("l-1");
        Unsent second = waiting("l-2");
        Unsent again = first.again(layout("l-1", "c-7", 3), AT);
        try (ClientDatabase database = open()) {
            keep(database, "an", first);
            keep(database, "an", second);
            assertThat(keep(database, "an", again)).isTrue();
            assertThat(kept(database, "an")).containsExactly(again, second);
            database.unsentLayouts().forget(again.save());
        }
        try (ClientDatabase database = open()) {
            assertThat(kept(database, "an")).containsExactly(second);
        }
    }

    @Test
    void whileTheDiskIsFullItIsSaidThatItWaitsAndItIsWrittenOnceThereIsRoom() {
        Unsent unsent = waiting("l-1");
        try (ClientDatabase database = open()) {
            database.limitPages(1);
            assertThat(keep(database, "an", large(unsent))).isFalse();
            database.limitPages(0);
        }
        try (ClientDatabase database = open()) {
            assertThat(kept(database, "an")).containsExactly(large(unsent));
        }
    }

    /** Larger than the pages that are there already. */
    private static Unsent large(Unsent unsent) {
        Unsent grown = unsent;
        for (int i = 0; i < 8; i++) {
            Layout layout = unsent.layout();
            grown = grown.again(layout.as(layout.id(), "x".repeat(20_000) + i, layout.scope(), layout.version()), AT);
        }
        return grown;
    }

    @Test
    void oneThatCannotBeReadHoldsTheOthersUpNotAtAllAndIsNotThrownAway() throws SQLException {
        Unsent first = waiting("l-1");
        Unsent second = waiting("l-2");
        try (ClientDatabase database = open()) {
            keep(database, "an", first);
            keep(database, "an", second);
        }
        change("UPDATE unsent_layout SET body = '{\"layout\":' WHERE save = '" + first.save() + "'");
        try (ClientDatabase database = open()) {
            assertThat(kept(database, "an")).containsExactly(second);
        }
        change("UPDATE unsent_layout SET body = replace(body, '\"WAITING\"', '\"LATER\"')");
        try (ClientDatabase database = open()) {
            assertThat(kept(database, "an"))
                    .as("a state of a later version is not sent unasked")
                    .extracting(Unsent::state)
                    .containsExactly(Unsent.State.REFUSED);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("client.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
