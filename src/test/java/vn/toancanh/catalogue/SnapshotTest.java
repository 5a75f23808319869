package vn.toancanh.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

class SnapshotTest {
    @Test
    void countsCamerasOfWholeSubtrees() {
        CatalogueSnapshot snapshot = CatalogueSnapshot.of(Cities.contents(
                List.of(
                        Cities.site("hn", null, "Hà Nội"),
                        Cities.site("hk", "hn", "Hoàn Kiếm"),
                        Cities.site("p", "hk", "Phố")),
                Cities.camera("a", 1, "A", "hn"),
                Cities.camera("b", 2, "B", "p"),
                Cities.camera("c", 3, "C", "hk")));
        assertThat(snapshot.count(new SiteId("hn"))).isEqualTo(3);
        assertThat(snapshot.count(new SiteId("hk"))).isEqualTo(2);
        assertThat(snapshot.count(new SiteId("?"))).isZero();
        assertThat(snapshot.camerasUnder(new SiteId("hk")))
                .extracting(Camera::name)
                .containsExactly("C", "B");
        assertThat(snapshot.path(new SiteId("p"))).extracting(Site::name).containsExactly("Hà Nội", "Hoàn Kiếm", "Phố");
        assertThat(snapshot.number(2).orElseThrow().id()).isEqualTo(new CameraId("b"));
        assertThat(snapshot.roots()).hasSize(1);
    }

    @Test
    void camerasOfUnknownSitesStandNowhereAndAreStillFound() {
        CatalogueSnapshot snapshot = CatalogueSnapshot.of(Cities.contents(
                List.of(Cities.site("hn", null, "Hà Nội")),
                Cities.camera("a", 1, "Lạc", "gone"),
                Cities.camera("b", 2, "B", "hn")));
        assertThat(snapshot.camerasAt(CatalogueSnapshot.NOWHERE)).hasSize(1);
        assertThat(snapshot.count(CatalogueSnapshot.NOWHERE)).isEqualTo(1);
        assertThat(snapshot.roots()).extracting(Site::id).contains(CatalogueSnapshot.NOWHERE);
        assertThat(snapshot.search().search("lac", 5).total()).isEqualTo(1);
        assertThat(snapshot.path(new SiteId("gone"))).extracting(Site::id).containsExactly(CatalogueSnapshot.NOWHERE);
    }

    @Test
    void ringsOfSitesAreOpenedAndUnknownParentsLeftOut() {
        CatalogueSnapshot snapshot = CatalogueSnapshot.of(Cities.contents(
                List.of(
                        Cities.site("a", "b", "A"),
                        Cities.site("b", "a", "B"),
                        Cities.site("c", "b", "C"),
                        Cities.site("d", "nobody", "D"),
                        Cities.site("e", "e", "E")),
                Cities.camera("x", 1, "X", "c")));
        assertThat(snapshot.roots()).extracting(Site::name).containsExactly("A", "D", "E");
        assertThat(snapshot.count(new SiteId("b"))).isEqualTo(1);
        assertThat(snapshot.path(new SiteId("c"))).extracting(Site::name).containsExactly("A", "B", "C");
    }

    @Test
    void ofTwoCamerasWithOneIdTheLastCountsAndOfOneNumberTheFirst() {
        CatalogueSnapshot snapshot = CatalogueSnapshot.of(Cities.contents(
                List.of(),
                Cities.camera("a", 1, "alt", "s"),
                Cities.camera("a", 1, "neu", "s"),
                Cities.camera("b", 1, "B", "s")));
        assertThat(snapshot.size()).isEqualTo(2);
        assertThat(snapshot.camera(new CameraId("a")).orElseThrow().name()).isEqualTo("neu");
        assertThat(snapshot.number(1).orElseThrow().name()).isEqualTo("neu");
        assertThat(snapshot.search().search("1", 9).total()).isEqualTo(2);
    }

    @Test
    void namesAreOrderedAsAVietnameseDictionaryHasThemAndNumbersByValue() {
        List<String> names = List.of(
                "Cầu 10",
                "Cầu 2",
                "Đống Đa",
                "Dương Nội",
                "Ăn Dương",
                "An Dương",
                "Âu Cơ",
                "Cau 3",
                "ba đình",
                "Ô Chợ Dừa",
                "Ông Ích Khiêm",
                "Cầu 2 Bắc",
                "Cầu");
        assertThat(new NameOrder().sorted(names, name -> name))
                .containsExactly(
                        "An Dương",
                        "Ăn Dương",
                        "Âu Cơ",
                        "ba đình",
                        "Cau 3",
                        "Cầu",
                        "Cầu 2",
                        "Cầu 2 Bắc",
                        "Cầu 10",
                        "Dương Nội",
                        "Đống Đa",
                        "Ô Chợ Dừa",
                        "Ông Ích Khiêm");
        assertThat(new NameOrder().sorted(List.of("b 99999999999999999999999", "a"), name -> name))
                .startsWith("a");
    }

    @Test
    void anEmptyCityHasNothing() {
        assertThat(CatalogueSnapshot.EMPTY.size()).isZero();
        assertThat(CatalogueSnapshot.EMPTY.roots()).isEmpty();
        assertThat(CatalogueSnapshot.EMPTY.search().search("a", 5).hits()).isEmpty();
    }
}
