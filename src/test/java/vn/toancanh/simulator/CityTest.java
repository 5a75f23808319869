package vn.toancanh.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Codec;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamRole;

class CityTest {
    private final City city = new City(300);
    private final List<CameraEntry> entries = city.entries(
            5540, number -> URI.create("http://127.0.0.1:5541/onvif/" + number), "u", Secret.of("very-secret"));

    @Test
    void numbersNamesAndAddressesAreUnique() {
        Set<Object> seen = new HashSet<>();
        for (CameraEntry entry : entries) {
            assertThat(seen.add(entry.camera().id())).isTrue();
            assertThat(seen.add(entry.camera().number())).isTrue();
            assertThat(seen.add(entry.camera().name())).isTrue();
            entry.sources().forEach(source -> assertThat(seen.add(source.uri())).isTrue());
        }
        assertThat(entries.getFirst().camera().number()).isEqualTo(1201);
    }

    @Test
    void whateverCanBeSteeredSaysWhere() {
        assertThat(entries).allMatch(entry -> entry.camera().ptz() == (entry.head() != null));
        assertThat(entries.get(1).head()).isEqualTo(URI.create("http://127.0.0.1:5541/onvif/1202"));
    }

    @Test
    void everySiteHasItsParentBeforeItAndEveryCameraItsSite() {
        Set<SiteId> known = new HashSet<>();
        for (Site site : city.sites()) {
            SiteId parent = site.parent();
            assertThat(parent == null ? known.isEmpty() : known.contains(parent))
                    .isTrue();
            known.add(site.id());
        }
        assertThat(entries).allMatch(entry -> known.contains(entry.camera().site()));
    }

    @Test
    void camerasStandInHanoiAndLookSomewhere() {
        for (CameraEntry entry : entries) {
            var place = entry.camera().place();
            assertThat(place).isNotNull();
            assertThat(place.point().lat()).isBetween(20.9, 21.12);
            assertThat(place.point().lon()).isBetween(105.7, 105.95);
            assertThat(place.headingDeg()).isBetween(0.0, 359.9);
        }
    }

    @Test
    void everyFourthCameraIsH265AndEveryThirdCanBeSteered() {
        assertThat(entries.stream()
                        .filter(e ->
                                e.camera().stream(StreamRole.SUB).orElseThrow().codec() == Codec.H265))
                .hasSize(75);
        assertThat(entries.stream().filter(e -> e.camera().ptz())).hasSize(100);
    }

    @Test
    void secretsAreInNoAddressAndNoText() {
        assertThat(entries.toString()).doesNotContain("very-secret");
        assertThat(entries)
                .allMatch(e -> e.sources().stream().allMatch(s -> s.uri().getUserInfo() == null));
    }
}
