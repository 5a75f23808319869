package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.desk.FreshPreferences;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.desk.TileMarks;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.ui.testing.City;
import vn.toancanh.ui.testing.CitySource;
import vn.toancanh.ui.testing.Kept;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.WallMemory;

/** Which contents the walls get first. */
class FirstContentsTest {
    private static final Layout LAST = layout("", 2, "camera-1");
    private static final Layout NIGHT = layout("Ca đêm", 3, "camera-2", "camera-3");

    /** A library of one layout, or a server that fails. */
    private static final class Library implements LayoutLibrary {
        Failure.@Nullable Kind failing;
        int asked;

        private <T> Outcome<T> answer(T value) {
            Failure.Kind kind = failing;
            return kind == null ? Outcome.done(value) : Outcome.failed(Failure.of(kind, "as the test wants"));
        }

        @Override
        public void list(Consumer<Outcome<List<Entry>>> answer) {
            answer.accept(answer(List.of(new Entry(new LayoutId("l-1"), NIGHT.name(), Layout.Scope.PRIVATE, 1))));
        }

        @Override
        public void find(String name, Consumer<Outcome<Optional<Layout>>> answer) {
            asked++;
            answer.accept(answer(name.equalsIgnoreCase(NIGHT.name()) ? Optional.of(NIGHT) : Optional.empty()));
        }

        @Override
        public void get(LayoutId id, Consumer<Outcome<Layout>> answer) {
            throw new IllegalStateException("nobody asks");
        }

        @Override
        public void save(Layout layout, Consumer<Outcome<Layout>> answer) {
            throw new IllegalStateException("nobody saves");
        }

        @Override
        public void delete(LayoutId id, long version, Consumer<Outcome<LayoutId>> answer) {
            throw new IllegalStateException("nobody deletes");
        }
    }

    private static Layout layout(String name, int side, String... cameras) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < cameras.length; i++) {
            cells.add(new Cell(
                    i % side, i / side, 1, 1, new CellContent.OfCamera(new CameraId(cameras[i]), StreamChoice.AUTO)));
        }
        return new Layout(null, name, Layout.Scope.PRIVATE, new Grid(side, side), cells, 1);
    }

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final Library library = new Library();
    private Catalogue catalogue = new Catalogue(new CitySource(City.of(40)), new Kept(), lane, lane);
    private final List<Notice> told = new ArrayList<>();
    private final List<WallOnScreen> walls = new ArrayList<>();

    private FirstContents first(@Nullable String layout, int tiles, int windows) {
        FirstContents first = fresh(layout, tiles, windows);
        catalogue.open(new CatalogueOwner(URI.create("https://may.vn"), "ban1"));
        lane.runReady();
        assertThat(first.camerasChanged()).isTrue();
        assertThat(first.camerasChanged()).isFalse();
        return first;
    }

    private FirstContents fresh(@Nullable String layout, int tiles, int windows) {
        for (int i = 0; i < windows; i++) {
            walls.add(wall(i == 0 ? Optional.of(LAST) : Optional.empty()));
        }
        ClientOptions options = new ClientOptions(
                URI.create("https://may.vn"),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(layout),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                tiles,
                windows,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
        return new FirstContents(options, catalogue, library, walls, told::add);
    }

    private WallOnScreen wall(Optional<Layout> kept) {
        LiveWall live = new LiveWall(new LiveParts(
                lane,
                clock,
                (wishes, answers) -> {},
                (request, listener) -> {
                    throw new IllegalStateException("nothing is granted, so nothing plays");
                },
                id -> catalogue.snapshot().camera(id),
                new Random(1),
                true));
        WallMemory memory = new WallMemory() {
            @Override
            public void save(Layout wall) {}

            @Override
            public void load(Consumer<Optional<Layout>> answer) {
                answer.accept(kept);
            }
        };
        return new WallOnScreen(
                live,
                memory,
                new CallingUp(lane, catalogue, library, FreshPreferences.on(lane), List::of, wall -> true),
                lane,
                clock,
                new DeskDeeds(lane, clock, NoDeeds.INSTANCE, NoDeeds.INSTANCE, any -> {}).log(),
                wall -> TileMarks.NONE);
    }

    private List<String> shown(int window) {
        return walls.get(window).desk().wall().layout().cells().stream()
                .flatMap(cell -> cell.content() instanceof CellContent.OfCamera of
                        ? java.util.stream.Stream.of(of.camera().value())
                        : java.util.stream.Stream.empty())
                .toList();
    }

    @Test
    void theWallOfLastTimeComesBackWhereNothingElseWasAskedFor() {
        first(null, 0, 1);
        assertThat(shown(0)).containsExactly("camera-1");
        assertThat(told).isEmpty();
    }

    @Test
    void tilesAreSpreadEvenlyOverTheWindows() {
        first(null, 7, 3);
        assertThat(shown(0)).containsExactly("camera-0", "camera-1", "camera-2");
        assertThat(shown(1)).containsExactly("camera-3", "camera-4", "camera-5");
        assertThat(shown(2)).containsExactly("camera-6");
    }

    @Test
    void everyWindowGetsItsOwnWallOfLastTimeAndOneThatOpensLaterToo() {
        walls.add(wall(Optional.of(LAST)));
        walls.add(wall(Optional.of(NIGHT)));
        FirstContents first = first(null, 0, 0);
        assertThat(shown(0)).containsExactly("camera-1");
        assertThat(shown(1)).containsExactly("camera-2", "camera-3");
        walls.add(wall(Optional.of(NIGHT)));
        first.opened(walls.get(2));
        assertThat(shown(2)).containsExactly("camera-2", "camera-3");
    }

    @Test
    void itIsToldWhenEveryWindowHasItsWallAndNotBefore() {
        walls.add(wall(Optional.of(LAST)));
        walls.add(wall(Optional.of(NIGHT)));
        FirstContents first = fresh(null, 0, 0);
        List<String> placed = new ArrayList<>();
        first.onPlaced(() -> placed.add(String.join(" ", shown(0)) + " | " + String.join(" ", shown(1))));
        catalogue.open(new CatalogueOwner(URI.create("https://may.vn"), "ban1"));
        lane.runReady();
        assertThat(placed).isEmpty();
        first.camerasChanged();
        assertThat(placed).containsExactly("camera-1 | camera-2 camera-3");
    }

    @Test
    void aWindowThatNobodyCanSeeGetsNoShareOfTheTiles() {
        walls.add(wall(Optional.empty()));
        walls.add(wall(Optional.empty()));
        walls.add(wall(Optional.empty()));
        walls.get(1).see(false);
        first(null, 4, 0);
        assertThat(shown(0)).containsExactly("camera-0", "camera-1");
        assertThat(shown(1)).isEmpty();
        assertThat(shown(2)).containsExactly("camera-2", "camera-3");
    }

    @Test
    void theLayoutAskedForIsShown() {
        FirstContents first = first("ca ĐÊM", 0, 1);
        assertThat(shown(0)).containsExactly("camera-2", "camera-3");
        assertThat(first.layoutMissed()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void aLayoutThatIsNotThereLeavesTheLastWallAndNamesThoseThereAre() {
        FirstContents first = first("Ca ngày", 0, 1);
        assertThat(shown(0)).containsExactly("camera-1");
        assertThat(first.layoutMissed()).isTrue();
        for (Language language : Language.values()) {
            assertThat(new Texts(language)
                            .get(
                                    told.getFirst().textKey(),
                                    told.getFirst().args().toArray()))
                    .contains("\"Ca ngày\"")
                    .contains("Ca đêm.")
                    .contains(language == Language.VI ? "tường hình lần trước" : "wall of last time");
        }
    }

    @Test
    void aLayoutThatIsNotThereLeavesAsManyTilesAsWereAskedForAndSpeaksOfNoLastWall() {
        FirstContents first = first("Ca ngày", 3, 1);
        assertThat(shown(0)).containsExactly("camera-0", "camera-1", "camera-2");
        assertThat(first.layoutMissed()).isTrue();
        Notice notice = told.getFirst();
        assertThat(new Texts(Language.EN).get(notice.textKey(), notice.args().toArray()))
                .doesNotContain("last time");
    }

    @Test
    void aLayoutThatTheServerCannotGiveYetComesWhenItIsBack() {
        library.failing = Failure.Kind.UNREACHABLE;
        FirstContents first = first("Ca đêm", 0, 1);
        assertThat(shown(0)).containsExactly("camera-1");
        assertThat(told).isEmpty();
        library.failing = null;
        first.serverIsBack();
        assertThat(shown(0)).containsExactly("camera-2", "camera-3");
        first.serverIsBack();
        assertThat(library.asked).isEqualTo(2);
    }

    @Test
    void aLayoutThatComesLateDoesNotTakeAwayWhatAPersonPutUpMeanwhile() {
        library.failing = Failure.Kind.TIMEOUT;
        FirstContents first = first("Ca đêm", 0, 1);
        walls.getFirst().desk().showCamera(0, new CameraId("camera-9"));
        library.failing = null;
        first.serverIsBack();
        assertThat(shown(0)).containsExactly("camera-9");
    }

    @Test
    void aLayoutThatIsRefusedIsSaidAndNotAskedForAgain() {
        library.failing = Failure.Kind.FORBIDDEN;
        FirstContents first = first("Ca đêm", 0, 1);
        assertThat(told).singleElement().extracting(Notice::textKey).isEqualTo("client.layoutRefused");
        assertThat(shown(0)).containsExactly("camera-1");
        library.failing = null;
        first.serverIsBack();
        assertThat(library.asked).isEqualTo(1);
    }

    @Test
    void whoSeesNoCameraHasAllThatThereIsAsSoonAsTheServerHasSaidSo() {
        CitySource source = new CitySource(City.of(0));
        catalogue = new Catalogue(source, new Kept(), lane, lane);
        FirstContents first = fresh(null, 0, 1);
        assertThat(first.settled()).as("nobody is signed in").isFalse();
        source.fail(Failure.Kind.UNREACHABLE);
        catalogue.open(new CatalogueOwner(URI.create("https://may.vn"), "nut"));
        lane.runReady();
        assertThat(first.settled()).as("the server has not said it").isFalse();
        source.fail(null);
        catalogue.refresh();
        lane.runReady();
        assertThat(first.camerasChanged()).isFalse();
        assertThat(first.settled()).isTrue();
        assertThat(shown(0)).as("the wall of last time waits for its cameras").isEmpty();
    }

    private FirstContents withoutACamera(CitySource source) {
        catalogue = new Catalogue(source, new Kept(), lane, lane);
        FirstContents first = fresh("Ca đêm", 0, 1);
        catalogue.onChange(any -> first.camerasChanged());
        catalogue.open(new CatalogueOwner(URI.create("https://may.vn"), "nut"));
        lane.runReady();
        assertThat(first.settled()).isTrue();
        assertThat(library.asked).isZero();
        return first;
    }

    @Test
    void whoSeesNoCameraAtFirstGetsTheLayoutAskedForWithTheFirstOfThem() {
        CitySource source = new CitySource(City.of(0));
        FirstContents first = withoutACamera(source);
        source.becomes(City.of(40));
        catalogue.refresh();
        lane.runReady();
        assertThat(shown(0)).containsExactly("camera-2", "camera-3");
        assertThat(first.layoutMissed()).isFalse();
    }

    @Test
    void aLayoutThatIsHadWhileSomebodyElsewhereHasTheWallComesWhenThatEnds() {
        CitySource source = new CitySource(City.of(0));
        FirstContents first = withoutACamera(source);
        List<Layout> beneath = new ArrayList<>();
        first.under(new FirstContents.Beneath() {
            @Override
            public boolean covered() {
                return true;
            }

            @Override
            public void keep(Layout layout) {
                beneath.add(layout);
            }
        });
        walls.getFirst().desk().showLayout(layout("Cầu", 2, "camera-7"));
        source.becomes(City.of(40));
        catalogue.refresh();
        lane.runReady();
        assertThat(shown(0)).as("the scene stands").containsExactly("camera-7");
        assertThat(beneath).containsExactly(NIGHT);
        assertThat(first.layoutMissed()).isFalse();
    }

    @Test
    void whoeverSignsInNextGetsFirstContentsAgain() {
        FirstContents first = first(null, 4, 1);
        walls.getFirst().desk().clearTile(0);
        first.forget();
        assertThat(first.camerasChanged()).isTrue();
        assertThat(shown(0)).containsExactly("camera-0", "camera-1", "camera-2", "camera-3");
    }
}
