package vn.toancanh.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.testing.Desk;

class CameraTreeModelTest {
    private final ManualLane lane = new ManualLane(new ManualClock());

    private CameraTreeModel city(int cameras) {
        Desk desk = new Desk(lane, lane, cameras, 2, Map.of(), false, () -> WallReading.NOTHING);
        CameraTreeModel model = new CameraTreeModel(desk.catalogue);
        desk.catalogue.open(new CatalogueOwner(URI.create("https://may.vn"), "ban1"));
        lane.runReady();
        return model;
    }

    private static List<String> sites(CameraTreeModel model) {
        return model.listing().get().rows().stream()
                .filter(row -> row instanceof TreeRow.OfSite)
                .map(row -> ((TreeRow.OfSite) row).site().name())
                .toList();
    }

    @Test
    void aLargeCityBeginsFoldedAndAllOfItIsCounted() {
        CameraTreeModel model = city(1400);
        assertThat(model.listing().get().rows()).hasSize(9).allMatch(row -> row instanceof TreeRow.OfSite);
        int sum = model.listing().get().rows().stream()
                .mapToInt(row -> ((TreeRow.OfSite) row).count())
                .sum();
        assertThat(sum).isEqualTo(1400);
    }

    @Test
    void aSmallOneBeginsOpen() {
        assertThat(city(40).listing().get().rows()).hasSize(40 + 9);
    }

    @Test
    void openingListsTheCamerasAndFoldingHidesThem() {
        CameraTreeModel model = city(1400);
        SiteId ward = new SiteId("ward-0");
        model.toggle(ward);
        int open = model.listing().get().rows().size();
        assertThat(open).isGreaterThan(100);
        model.toggle(ward);
        assertThat(model.listing().get().rows()).hasSize(9);
        model.toggle(ward);
        model.foldAll();
        assertThat(model.listing().get().rows()).hasSize(9);
    }

    @Test
    void searchIgnoresTonesAndCaseAndMarksWhatItFound() {
        CameraTreeModel model = city(1400);
        model.search("NGA tu so");
        lane.runReady();
        var listing = model.listing().get();
        assertThat(listing.found()).isPositive();
        assertThat(listing.rows())
                .filteredOn(row -> row instanceof TreeRow.OfCamera)
                .isNotEmpty()
                .allSatisfy(row -> {
                    TreeRow.OfCamera camera = (TreeRow.OfCamera) row;
                    assertThat(camera.camera().name()).isEqualTo("Ngã Tư Sở");
                    assertThat(camera.marks()).hasSize(3);
                });
        model.search("");
        assertThat(model.listing().get().found()).isEqualTo(-1);
        assertThat(model.listing().get().rows()).hasSize(9);
    }

    @Test
    void aNumberIsTheBestHit() {
        CameraTreeModel model = city(1400);
        model.search("1207");
        lane.runReady();
        var listing = model.listing().get();
        assertThat(model.bestHit()).contains(new CameraId("camera-7"));
        assertThat(listing.rows().get(listing.best()).key()).isEqualTo(new CameraId("camera-7"));
    }

    @Test
    void theAnswerToAnOlderSearchIsDropped() {
        CameraTreeModel model = city(1400);
        model.search("1207");
        model.search("khong co");
        lane.runReady();
        assertThat(model.listing().get().rows()).isEmpty();
        assertThat(model.listing().get().found()).isZero();
    }

    @Test
    void aWardInTheSearchIsMarkedAndCanBeFolded() {
        CameraTreeModel model = city(1400);
        model.search("cau giay");
        lane.runReady();
        assertThat(sites(model)).contains("Phường Cầu Giấy");
        assertThat(((TreeRow.OfSite) model.listing().get().rows().getFirst()).marks())
                .isNotEmpty();
        int before = model.listing().get().rows().size();
        model.toggle(new SiteId("ward-7"));
        assertThat(model.listing().get().rows().size()).isLessThan(before);
    }

    @Test
    void aSiteMeansItsCamerasUpToAStroke() {
        CameraTreeModel model = city(1400);
        assertThat(model.meant(model.listing().get().rows().getFirst())).hasSize(CameraTreeModel.MOST_AT_ONCE);
    }

    @Test
    void noCamerasIsAListWithoutLinesOrSitesWithoutCameras() {
        CameraTreeModel model = city(0);
        assertThat(model.listing().get().cameras()).isZero();
        assertThat(model.listing().get().state().fetching()).isFalse();
    }
}
