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
import java.util.Map;
import java.util.Objects;
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
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.LayoutMemory;

/** Layouts come back as they went in, to whom they were told. */
class KeptLayoutsTest {
    private static final URI SERVER = URI.create("https://may.vn");

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

    private static Layout layout(String id, long version) {
        return new Layout(
                new LayoutId(id),
                "Bố cục " + id,
                Layout.Scope.ROLE,
                new Grid(2, 1),
                List.of(
                        new Cell(0, 0, 1, 1, new CellContent.OfCamera(new CameraId("c-1"), StreamChoice.SUB)),
                        new Cell(1, 0, 1, 1, new CellContent.Unknown("map", "{\"type\":\"map\",\"zoom\":3}"))),
                version);
    }

    private static List<Layout> load(ClientDatabase database, String user) {
        return kept(database, user).layouts();
    }

    private static LayoutMemory.Kept kept(ClientDatabase database, String user) {
        CompletableFuture<LayoutMemory.Kept> answer = new CompletableFuture<>();
        database.layouts().load(SERVER, user, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Entry entry(Layout layout, LayoutFacts facts) {
        return new Entry(Objects.requireNonNull(layout.id()), layout.name(), layout.scope(), layout.version(), facts);
    }

    @Test
    void whatTheServerSaidOfThemComesBackForTheVersionsThatItWasSaidOf() {
        Instant at = Instant.parse("2026-11-21T06:00:00Z");
        LayoutFacts whole = new LayoutFacts("Chị Lan", at, true, false, new LayoutFacts.Lock("Anh Bình", at, true));
        LayoutFacts little = new LayoutFacts("", null, false, true, null);
        LayoutFacts lock = new LayoutFacts("An", at, false, true, new LayoutFacts.Lock("Anh Bình", null, false));
        try (ClientDatabase database = open()) {
            database.layouts().keepAll(SERVER, "an", List.of(layout("a", 1), layout("b", 1), layout("c", 1)));
            database.layouts()
                    .keepFacts(
                            SERVER,
                            "an",
                            List.of(
                                    entry(layout("a", 1), whole),
                                    entry(layout("b", 1), little),
                                    entry(layout("c", 1), lock)));
        }
        try (ClientDatabase database = open()) {
            assertThat(kept(database, "an").facts())
                    .isEqualTo(Map.of(new LayoutId("a"), whole, new LayoutId("b"), little, new LayoutId("c"), lock));
            assertThat(kept(database, "bình").facts()).isEmpty();
            database.layouts().keep(SERVER, "an", layout("a", 2));
            assertThat(kept(database, "an").facts())
                    .as("who saved the second is not known")
                    .containsOnlyKeys(new LayoutId("b"), new LayoutId("c"));
            database.layouts().keepFacts(SERVER, "an", List.of(entry(layout("a", 2), lock)));
            assertThat(kept(database, "an").facts()).isEqualTo(Map.of(new LayoutId("a"), lock));
            database.layouts().keepAll(SERVER, "an", List.of());
            assertThat(kept(database, "an").layouts()).isEmpty();
            database.layouts().keepAll(SERVER, "an", List.of(layout("a", 2)));
            assertThat(kept(database, "an").facts()).as("gone with the layouts").isEmpty();
        }
    }

    @Test
    void theyComeBackInTheirOrderAsTheyWere() {
        try (ClientDatabase database = open()) {
            database.layouts().keepAll(SERVER, "an", List.of(layout("z", 1), layout("a", 2)));
            database.layouts().keep(SERVER, "an", layout("m", 1));
            database.layouts().keep(SERVER, "an", layout("z", 7));
            database.layouts().keepAll(SERVER, "bình", List.of(layout("b", 1)));
        }
        try (ClientDatabase database = open()) {
            assertThat(load(database, "an")).containsExactly(layout("z", 7), layout("a", 2), layout("m", 1));
            database.layouts().forget(SERVER, "an", new LayoutId("a"));
            assertThat(load(database, "an")).containsExactly(layout("z", 7), layout("m", 1));
            database.layouts().keepAll(SERVER, "an", List.of());
            assertThat(load(database, "an")).isEmpty();
            assertThat(load(database, "bình")).containsExactly(layout("b", 1));
        }
    }

    @Test
    void thoseOfWhoeverWasNotHereForLongestGoFirst() {
        try (ClientDatabase database = open()) {
            for (int user = 1; user <= 6; user++) {
                database.layouts().keepAll(SERVER, "user " + user, List.of(layout("l", user)));
            }
            assertThat(load(database, "user 1")).isEmpty();
            for (int user = 2; user <= 6; user++) {
                assertThat(load(database, "user " + user)).containsExactly(layout("l", user));
            }
        }
    }

    @Test
    void oneThatIsDamagedTakesNoOtherAlong() throws SQLException {
        try (ClientDatabase database = open()) {
            database.layouts().keepAll(SERVER, "an", List.of(layout("a", 1), layout("b", 1)));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("client.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE kept_layout SET body = '{\"columns\": 0' WHERE id = 'a'");
        }
        try (ClientDatabase database = open()) {
            assertThat(load(database, "an")).containsExactly(layout("b", 1));
        }
    }
}
