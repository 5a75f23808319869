package vn.toancanh.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.catalogue.Cities;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;

/** Catalogue and wall come back as they went in. */
class KeptThingsTest {
    private static final CatalogueOwner ANNA = new CatalogueOwner(URI.create("https://a"), "anna");
    private static final CatalogueOwner BINH = new CatalogueOwner(URI.create("https://a"), "bình");

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

    private static Optional<CatalogueContents> load(ClientDatabase database, CatalogueOwner owner) {
        CompletableFuture<Optional<CatalogueContents>> answer = new CompletableFuture<>();
        database.catalogue().load(owner, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Optional<Instant> keptAsOf(ClientDatabase database, CatalogueOwner owner) {
        CompletableFuture<Optional<Instant>> answer = new CompletableFuture<>();
        database.catalogue().keptAsOf(owner, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Optional<Layout> wall(ClientDatabase database) {
        CompletableFuture<Optional<Layout>> answer = new CompletableFuture<>();
        database.walls(1).load(answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static CatalogueUpdate.Delta delta(String token, List<Camera> changed, List<CameraId> removed) {
        return new CatalogueUpdate.Delta(null, changed, removed, Instant.parse("2026-11-21T07:00:00Z"), token);
    }

    private static Optional<String> hash(ClientDatabase database, String user) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        database.passwords().kept(ANNA.server(), user, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void theHashOfAPasswordIsKeptAUserAndTheLatestCounts() {
        try (ClientDatabase database = open()) {
            database.passwords().keep(ANNA.server(), "anna", "one");
            database.passwords().keep(ANNA.server(), "bình", "two");
            database.passwords().keep(ANNA.server(), "anna", "three");
        }
        try (ClientDatabase database = open()) {
            assertThat(hash(database, "anna")).contains("three");
            assertThat(hash(database, "bình")).contains("two");
            assertThat(hash(database, "chi")).isEmpty();
        }
    }

    @Test
    void aCityComesBackAsItWas() {
        CatalogueContents city = Cities.city(3_000, 5);
        try (ClientDatabase database = open()) {
            database.catalogue().save(ANNA, city);
        }
        try (ClientDatabase database = open()) {
            assertThat(load(database, ANNA)).contains(city);
            assertThat(keptAsOf(database, ANNA)).contains(city.asOf());
            assertThat(keptAsOf(database, BINH)).isEmpty();
            assertThat(load(database, BINH))
                    .as("nobody sees what another may see")
                    .isEmpty();
        }
    }

    @Test
    void changesAreKeptOnTopAndOnlyOnTopOfWhatTheyWereMadeFrom() {
        CatalogueContents first = Cities.city(50, 5);
        Camera changed = Cities.camera("c-7", 8, "Tên mới", "w1", "mới");
        CatalogueUpdate.Delta delta = delta("8 i tag", List.of(changed), List.of(new CameraId("c-3")));
        CatalogueContents second = delta.applyTo(first);
        CatalogueUpdate.Delta lost = delta("9 i tag", List.of(Cities.camera("z", 9_999, "Lạc", "w1")), List.of());
        CatalogueContents third = lost.applyTo(second);
        CatalogueUpdate.Delta last = delta("10 i tag", List.of(), List.of(new CameraId("c-1")));
        CatalogueContents fourth = last.applyTo(third);
        try (ClientDatabase database = open()) {
            database.catalogue().save(ANNA, first);
            assertThat(load(database, ANNA)).contains(first);
            database.catalogue().save(ANNA, first, delta, second);
            assertThat(load(database, ANNA)).contains(second);
            database.catalogue().save(ANNA, third, last, fourth);
            assertThat(load(database, ANNA))
                    .as("the delta between was never kept")
                    .contains(fourth);
            database.catalogue().confirm(ANNA, Instant.parse("2026-11-22T00:00:00Z"));
            assertThat(load(database, ANNA).orElseThrow().asOf()).isEqualTo("2026-11-22T00:00:00Z");
        }
    }

    @Test
    void theCataloguesOfOldGuestsAreDropped() {
        try (ClientDatabase database = open()) {
            for (int i = 0; i < 8; i++) {
                database.catalogue().save(new CatalogueOwner(URI.create("https://a"), "u" + i), Cities.city(5, i));
            }
            assertThat(load(database, new CatalogueOwner(URI.create("https://a"), "u7")))
                    .isPresent();
            assertThat(load(database, new CatalogueOwner(URI.create("https://a"), "u3")))
                    .isPresent();
            assertThat(load(database, new CatalogueOwner(URI.create("https://a"), "u2")))
                    .isEmpty();
        }
    }

    @Test
    void aCameraThatCannotBeReadMeansNoCatalogueAndTheNextOneIsKept() throws SQLException {
        try (ClientDatabase database = open()) {
            database.catalogue().save(ANNA, Cities.city(5, 1));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("client.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE camera SET body = x'0100000001FFFFFF' WHERE id = 'c-2'");
        }
        try (ClientDatabase database = open()) {
            assertThat(load(database, ANNA)).isEmpty();
            database.catalogue().save(ANNA, Cities.city(5, 1));
            assertThat(load(database, ANNA)).contains(Cities.city(5, 1));
        }
    }

    @Test
    void theWallComesBackWithWhatThisVersionDoesNotKnow() {
        Layout layout = new Layout(
                new LayoutId("l-1"),
                "Ca \"đêm\"",
                Layout.Scope.ROLE,
                new Grid(3, 3),
                List.of(
                        new Cell(
                                0,
                                0,
                                2,
                                2,
                                new CellContent.OfCamera(
                                        new CameraId("c-1"),
                                        StreamChoice.MAIN,
                                        new PictureView(PictureView.Fit.FILL, 3))),
                        new Cell(
                                2,
                                0,
                                1,
                                1,
                                new CellContent.Unknown("hologram", "{\"type\":\"hologram\",\"cm\":[3,4.5]}")),
                        new Cell(2, 1, 1, 1, CellContent.EMPTY),
                        new Cell(
                                0,
                                2,
                                2,
                                1,
                                new CellContent.Carousel(List.of(
                                        new CellContent.Carousel.Stop(new CameraId("c-2"), 7),
                                        new CellContent.Carousel.Stop(new CameraId("c-3"), 3600)))),
                        new Cell(2, 2, 1, 1, CellContent.HOTSPOT)),
                12);
        try (ClientDatabase database = open()) {
            assertThat(wall(database)).isEmpty();
            for (int i = 0; i < 200; i++) {
                database.walls(1)
                        .save(new Layout(null, "wall " + i, Layout.Scope.PRIVATE, new Grid(1, 1), List.of(), 0));
            }
            database.walls(1).save(layout);
        }
        try (ClientDatabase database = open()) {
            assertThat(wall(database)).contains(layout);
        }
    }

    @Test
    void everyWindowHasAWallOfItsOwn() throws Exception {
        Layout main = new Layout(null, "main", Layout.Scope.PRIVATE, new Grid(1, 1), List.of(), 0);
        Layout second = new Layout(null, "second", Layout.Scope.PRIVATE, new Grid(2, 1), List.of(), 0);
        try (ClientDatabase database = open()) {
            database.walls(1).save(main);
            database.walls(2).save(second);
        }
        try (ClientDatabase database = open()) {
            assertThat(wall(database)).contains(main);
            CompletableFuture<Optional<Layout>> answer = new CompletableFuture<>();
            database.walls(2).load(answer::complete);
            assertThat(answer.get(10, TimeUnit.SECONDS)).contains(second);
        }
    }

    @Test
    void wallsThatAreReadAheadAnswerAtOnceAndOnlyTheFirstTime() {
        Layout main = new Layout(null, "main", Layout.Scope.PRIVATE, new Grid(1, 1), List.of(), 0);
        Layout other = new Layout(null, "other", Layout.Scope.PRIVATE, new Grid(2, 1), List.of(), 0);
        try (ClientDatabase database = open()) {
            database.walls(1).save(main);
            database.walls(2).save(main);
            database.walls(3).save(main);
        }
        try (ClientDatabase database = open()) {
            database.walls(3).save(other);
            database.readWallsAhead();
            database.settle();
            List<Optional<Layout>> heard = new ArrayList<>();
            database.walls(1).load(heard::add);
            assertThat(heard).containsExactly(Optional.of(main));
            database.walls(2).save(other);
            for (int window : new int[] {2, 3}) {
                CompletableFuture<Optional<Layout>> answer = new CompletableFuture<>();
                database.walls(window).load(answer::complete);
                assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join())
                        .as("what was kept since")
                        .contains(other);
            }
            database.walls(1).save(other);
            assertThat(wall(database)).contains(other);
        }
    }

    @Test
    void aWallThatCannotBeReadIsNoneAndIsSetAsideAndSaid() throws SQLException {
        for (String body : new ArrayList<>(
                List.of("not json", "[]", "{\"columns\":0}", "{\"columns\":1,\"rows\":1,\"cells\":[{\"x\":4}]}"))) {
            try (ClientDatabase database = open()) {
                database.walls(1).save(new Layout(null, "w", Layout.Scope.PRIVATE, new Grid(1, 1), List.of(), 0));
            }
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("client.db"));
                    var statement = connection.prepareStatement("UPDATE wall SET body = ?")) {
                statement.setString(1, body);
                statement.executeUpdate();
            }
            try (ClientDatabase database = open()) {
                database.readWallsAhead();
                assertThat(wall(database)).as(body).isEmpty();
                assertThat(database.trouble().orElseThrow().textKey()).isEqualTo("store.wallUnreadable");
                assertThat(database.trouble().orElseThrow().args())
                        .singleElement()
                        .asString()
                        .startsWith("last-unreadable-");
                database.walls(1).save(new Layout(null, "new", Layout.Scope.PRIVATE, new Grid(1, 1), List.of(), 0));
            }
            try (ClientDatabase database = open()) {
                assertThat(wall(database).orElseThrow().name()).isEqualTo("new");
                assertThat(database.trouble()).as("once").isEmpty();
            }
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("client.db"));
                    var statement = connection.prepareStatement(
                            "DELETE FROM wall WHERE body = ? AND name LIKE 'last-unreadable-%'")) {
                statement.setString(1, body);
                assertThat(statement.executeUpdate())
                        .as("nothing is lost: " + body)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void contentsOfANewerFormatAreKept() {
        LayoutJson json = new LayoutJson();
        Layout read = json.read(
                "{\"name\":\"n\",\"columns\":1,\"rows\":1,\"later\":1,\"cells\":[{\"x\":0,\"y\":0,\"width\":1,\"height\":1,\"content\":{\"type\":\"map\",\"zoom\":7}}]}");
        assertThat(read.cells().getFirst().content())
                .isEqualTo(new CellContent.Unknown("map", "{\"type\":\"map\",\"zoom\":7}"));
        assertThat(json.read(json.write(read))).isEqualTo(read);
    }

    private static List<Deed> deeds(ClientDatabase database, DeedOwner owner, int most) {
        return deeds(database, owner, true, most);
    }

    private static List<Deed> deeds(ClientDatabase database, DeedOwner owner, boolean notes, int most) {
        CompletableFuture<List<Deed>> answer = new CompletableFuture<>();
        database.deeds().oldest(owner, notes, most, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static int count(ClientDatabase database, DeedOwner owner) {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        database.deeds().count(owner, answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }

    private static Deed deed(int number) {
        return new Deed(
                new UUID(7, number),
                Instant.parse("2026-11-26T01:00:00.123Z").plusSeconds(number),
                "camera.shown",
                "camera/c-" + number,
                Map.of("tile", "1", "tên", "Đường Láng"));
    }

    @Test
    void whatWasDoneComesBackInItsOrderForWhoeverDidItUntilTheServerKnowsIt() {
        DeedOwner anna = new DeedOwner(URI.create("https://a"), "anna");
        DeedOwner binh = new DeedOwner(URI.create("https://a"), "bình");
        try (ClientDatabase database = open()) {
            for (int i = 9; i > 0; i--) {
                database.deeds().append(i == 5 ? binh : anna, deed(i));
            }
        }
        try (ClientDatabase database = open()) {
            assertThat(count(database, anna)).isEqualTo(8);
            assertThat(deeds(database, anna, 3)).containsExactly(deed(9), deed(8), deed(7));
            assertThat(deeds(database, binh, 3)).containsExactly(deed(5));
            database.deeds().remove(Set.of(deed(9).id(), deed(7).id()));
            database.deeds().setAside(Set.of(deed(8).id()));
            assertThat(deeds(database, anna, 2)).containsExactly(deed(6), deed(4));
            assertThat(count(database, anna)).isEqualTo(5);
            Deed note = new Deed(new UUID(8, 1), Instant.EPOCH, "desk.shown", "camera/c-1", Map.of());
            Deed none = new Deed(new UUID(8, 2), Instant.EPOCH, "alarm.desk.x", "alarm/a-1", Map.of());
            database.deeds().append(binh, note);
            database.deeds().append(binh, none);
            assertThat(deeds(database, binh, 9)).containsExactly(deed(5), note, none);
            assertThat(deeds(database, binh, false, 9)).containsExactly(deed(5), none);
        }
    }
}
