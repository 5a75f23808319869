package vn.toancanh.server.ptz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.onvif.HeadAbilities;
import vn.toancanh.onvif.HeadPreset;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.ptz.PresetBodies.Change;
import vn.toancanh.server.ptz.PresetBodies.Draft;
import vn.toancanh.server.ptz.PresetBodies.Preset;
import vn.toancanh.server.ptz.PresetBodies.Presets;
import vn.toancanh.server.ptz.PresetNotes.Note;

/** What is said of the places that a head knows: numbers, names and locks. */
class PresetBodiesTest {
    private static final HeadAbilities ALL = new HeadAbilities(8, true, false, List.of());

    private static Presets told(Map<String, Note> notes, HeadPreset... presets) {
        return Presets.of("c-1", List.of(presets), notes, ALL);
    }

    private static HeadPreset preset(String id) {
        return new HeadPreset(id, null);
    }

    @Test
    void theNumberIsTheIdOrTheOneAtItsEndWhereNoOtherPlaceHasIt() {
        Presets all = told(
                Map.of(),
                preset("3"),
                preset("Preset_12"),
                preset("a7"),
                preset("b7"),
                preset("x3"),
                preset("007"),
                preset("cong"),
                preset("123456"));
        assertThat(all.items())
                .extracting(Preset::id, Preset::number)
                .containsExactly(
                        tuple("3", 3),
                        tuple("Preset_12", 12),
                        tuple("a7", null),
                        tuple("b7", null),
                        tuple("x3", null),
                        tuple("007", null),
                        tuple("cong", null),
                        tuple("123456", null));
    }

    @Test
    void aNameThatWasGivenHereStandsUntilThePlaceIsNamedAtTheHead() {
        Map<String, Note> notes = Map.of(
                "1", new Note("Ngã tư Tràng Tiền", "nga_tu_trang_tien", true),
                "2", new Note("Cổng", "cong", false),
                "3", new Note("Sân", null, false));
        Presets all = told(
                notes,
                new HeadPreset("1", "nga_tu_trang_tien"),
                new HeadPreset("2", "Parking"),
                new HeadPreset("3", null),
                new HeadPreset("4", "Lobby"));
        assertThat(all.items())
                .extracting(Preset::name, Preset::locked)
                .containsExactly(
                        tuple("Ngã tư Tràng Tiền", true),
                        tuple("Parking", false),
                        tuple("Sân", false),
                        tuple("Lobby", false));
        assertThat(all.most()).isEqualTo(8);
        assertThatThrownBy(() -> all.preset("9"))
                .isInstanceOfSatisfying(
                        ApiProblem.class, problem -> assertThat(problem.code()).isEqualTo("ptz.notThere"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "12345678901234567890123456789012345678901234567890123456789012345"})
    void aNameIsOneLineOfSomeLength(String name) {
        assertThatThrownBy(() -> new Draft(name).check()).isInstanceOf(ApiProblem.class);
        assertThatThrownBy(() -> new Change(name, null, null).check()).isInstanceOf(ApiProblem.class);
    }

    @Test
    void aChangeChangesSomething() {
        assertThat(new Draft("  Cổng ").check()).isEqualTo("Cổng");
        assertThatThrownBy(() -> new Draft(null).check()).isInstanceOf(ApiProblem.class);
        assertThatThrownBy(() -> new Change(null, null, null).check()).isInstanceOf(ApiProblem.class);
        Change lock = new Change(null, null, true).check();
        Preset before = new Preset("1", 1, "Cổng", false);
        assertThat(lock.locks(before)).isTrue();
        assertThat(lock.renames(before)).isFalse();
        assertThat(lock.moves()).isFalse();
        assertThat(new Change("Cổng", null, null).check().renames(before)).isFalse();
        assertThat(new Change("Sân", true, null).check().renames(before)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Ngã tư Tràng Tiền, nga_tu_trang_tien",
        "Đường Láng (2), duong_lang_2",
        "Cổng, cong",
        "Bệnh viện Hữu nghị Việt Đức, benh_vien_huu_nghi_v",
        "北京, ''",
    })
    void aPlainNameIsOneThatEveryHeadTakes(String name, String plain) {
        assertThat(OnvifPlaces.plain(name)).isEqualTo(plain);
    }
}
