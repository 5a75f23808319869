package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualLane;
import vn.toancanh.catalogue.Catalogue;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.testing.City;
import vn.toancanh.ui.testing.CitySource;
import vn.toancanh.ui.testing.Kept;
import vn.toancanh.ui.testing.NoLayouts;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;

class PaletteDeskTest {
    private final DeskRig rig = new DeskRig(2, 2);
    private final ManualLane lane = rig.lane;
    private final WallDesk wall = rig.desk;
    private final Catalogue catalogue = new Catalogue(new CitySource(City.of(40)), new Kept(), lane, lane);
    private final NoLayouts layouts = new NoLayouts();
    private final SalvoDesk salvos = new SalvoDesk(FreshPreferences.on(lane));
    private final CallUpDesk callUp =
            new CallUpDesk(lane, catalogue::snapshot, () -> List.of(wall), any -> true, salvos);
    private final PaletteDesk palette =
            new PaletteDesk(catalogue, layouts, callUp, new RecentChoices(FreshPreferences.on(lane)));
    private final List<String> done = new ArrayList<>();
    private PaletteDesk.Listing listing = new PaletteDesk.Listing("", List.of(), 0);

    @BeforeEach
    void open() {
        catalogue.open(new CatalogueOwner(URI.create("https://may.vn"), "ban1"));
        lane.advance(Duration.ofSeconds(1));
        Layout night = WallState.empty(GridShape.uniform(1, 1)).layout();
        layouts.kept.add(new Layout(new LayoutId("l1"), "Ca đêm", Layout.Scope.CITY, night.grid(), night.cells(), 1));
        salvos.keep(4, List.of(new CameraId("camera-1"), new CameraId("camera-2")));
        List<PaletteAction> actions = List.of(
                new PaletteAction("undo", "Hoàn tác", "Ctrl+Z", () -> done.add("undo")),
                new PaletteAction("full", "Toàn màn hình", "F11", () -> done.add("full")));
        palette.open(actions, number -> "Nhóm " + number, () -> {});
    }

    private List<String> search(String typed) {
        palette.search(typed, now -> listing = now);
        lane.advance(Duration.ofMillis(1));
        return listing.entries().stream().map(PaletteEntry::name).toList();
    }

    private PaletteEntry named(String name) {
        return listing.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyKindIsFoundByAFewLettersWithoutToneMarks() {
        assertThat(search("ca dem")).startsWith("layout l1");
        assertThat(search("nhom 4")).containsExactly("salvo 4");
        assertThat(search("hoan t")).contains("action undo");
        assertThat(search("hoanf tac")).as("as Telex keys come").containsExactly("action undo");
        assertThat(search("hoan kiem")).contains("site ward-0");
        assertThat(search("nga tu so")).startsWith("camera camera-5");
        assertThat(listing.cameras()).isEqualTo(3);
        assertThat(search("zzz")).isEmpty();
    }

    @Test
    void aNumberIsItsCameraBeforeAllElse() {
        assertThat(search("1204")).startsWith("camera camera-4");
    }

    @Test
    void whatWasChosenLastComesFirst() {
        assertThat(search("")).as("nothing was chosen yet").containsExactly("action undo", "action full");
        search("ca dem");
        palette.choose(named("layout l1"), wall);
        search("nga tu so");
        palette.choose(listing.entries().get(2), wall);
        String last = listing.entries().get(2).name();
        assertThat(search("")).startsWith(last, "layout l1", "action undo");
        assertThat(search("nga tu so")).startsWith(last);
        search("toan man");
        palette.choose(named("action full"), wall);
        assertThat(done).containsExactly("full");
        assertThat(search("")).startsWith("action full", last).hasSize(4);
    }

    @Test
    void choosingDoesItOnTheWall() {
        search("1204");
        palette.choose(listing.entries().getFirst(), wall);
        assertThat(wall.wall().content(0).cameras()).containsExactly(new CameraId("camera-4"));
        search("nhom 4");
        palette.choose(listing.entries().getFirst(), wall);
        assertThat(wall.wall().content(1).cameras()).containsExactly(new CameraId("camera-2"));
        search("ca dem");
        palette.choose(listing.entries().getFirst(), wall);
        assertThat(wall.wall().layout().name()).isEqualTo("Ca đêm");
        search("hoan kiem");
        palette.choose(named("site ward-0"), wall);
        int there = catalogue.snapshot().camerasUnder(new SiteId("ward-0")).size();
        assertThat(wall.wall().tiles()).isGreaterThanOrEqualTo(there);
        assertThat(wall.changes().undo()).isTrue();
        assertThat(wall.wall().layout().name()).isEqualTo("Ca đêm");
    }

    @Test
    void camerasTakenTogetherGetTheShapeThatFits() {
        List<Camera> three = catalogue.snapshot().cameras().subList(0, 3);
        palette.chooseAll(three, wall);
        assertThat(wall.wall().tiles()).isEqualTo(4);
        assertThat(wall.wall().content(2).cameras())
                .containsExactly(three.get(2).id());
        assertThat(search("")).startsWith("camera " + three.getFirst().id().value());
    }

    @Test
    void onlyTheLastThatWasTypedIsAnswered() {
        List<String> answered = new ArrayList<>();
        palette.search("ca", now -> answered.add(now.typed()));
        palette.search("ca d", now -> answered.add(now.typed()));
        lane.advance(Duration.ofMillis(1));
        assertThat(answered).containsExactly("ca d");
    }

    @Test
    void aLayoutIsOpenedByWhoeverSaysWhyItCannotBeHad() {
        List<String> opened = new ArrayList<>();
        palette.opensBy((id, where) -> opened.add(id.value() + " " + where.equals(wall)));
        search("ca dem");
        palette.choose(named("layout l1"), wall);
        assertThat(opened).containsExactly("l1 true");
    }

    @Test
    void theNextPersonIsShownNoNamesOfTheLast() {
        assertThat(search("ca dem")).startsWith("layout l1");
        palette.choose(named("layout l1"), wall);
        palette.forget();
        layouts.kept.clear();
        assertThat(search("ca dem")).doesNotContain("layout l1");
        palette.open(List.of(), number -> "Nhóm " + number, () -> {});
        assertThat(search("")).doesNotContain("layout l1");
        assertThat(search("ca dem")).doesNotContain("layout l1");
    }

    @Test
    void severalAreShownAlsoWhileLayoutsAreNotToBeChanged() {
        EditMode editing = new EditMode(FreshPreferences.on(lane), false, () -> done.add("held back"));
        wall.changes().only(editing);
        editing.toggle();
        List<Camera> three = catalogue.snapshot().cameras().subList(0, 3);
        palette.chooseAll(three, wall);
        assertThat(rig.kept())
                .containsAll(three.stream().map(camera -> camera.id().value()).toList());
        assertThat(done).isEmpty();
    }
}
