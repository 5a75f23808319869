package vn.toancanh.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toancanh.administration.TrailEntry;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueSnapshot;

/** Every deed that the contract lists is said in words, and what nobody knows in its own. */
class TrailWordsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static List<String> deedsOfTheContract() throws IOException {
        try (InputStream in = TrailWordsTest.class.getResourceAsStream("/vn/toancanh/server/openapi.yaml")) {
            String words = new YAMLMapper()
                    .readTree(in)
                    .at("/components/schemas/AuditEntry/properties/action/description")
                    .asString();
            return List.of(words.replaceFirst(";[\\s\\S]*", "").strip().split("[,\\s]+"));
        }
    }

    private static TrailEntry entry(String action, String subject) {
        return new TrailEntry(1, Instant.EPOCH, null, "", "", "", action, subject, "done", List.of(), "");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyDeedOfTheContractHasWordsOfItsOwn(Language language) throws IOException {
        TrailWords words = new TrailWords(new Texts(language), () -> CatalogueSnapshot.EMPTY);
        List<String> said = new ArrayList<>();
        for (String action : deedsOfTheContract()) {
            assertThat(TrailWords.knows(action)).as(action).isTrue();
            said.add(words.deed(entry(action, "x/1")));
        }
        assertThat(said).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        for (String action : List.of("desk.shown", "desk.left", "desk.report.saved", "desk.report.printed")) {
            assertThat(words.deed(entry(action, "x/1"))).isNotEqualTo(action);
        }
    }

    @Test
    void whatIsOfferedToChooseFromFindsEveryDeed() throws IOException {
        for (String action : deedsOfTheContract()) {
            if (!action.startsWith("server.") && !action.startsWith("alarms.")) {
                assertThat(TrailWords.KINDS.stream()
                                .filter(kind -> !kind.action().isEmpty() && action.startsWith(kind.action()))
                                .count())
                        .as(action)
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void whatNobodyKnowsIsSaidAsItIs() {
        TrailWords words = new TrailWords(new Texts(Language.EN), () -> CatalogueSnapshot.EMPTY);
        TrailEntry strange = entry("doors.opened", "door/12");
        assertThat(words.line(strange)).isEqualTo("doors.opened · door/12");
        assertThat(words.line(entry("audit.exported", "audit"))).isEqualTo("Exported the audit trail");
        assertThat(words.about(entry("scene.made", "wall/w-1/scene/sc-2"))).isEqualTo("Scene sc-2");
        assertThat(words.about(entry("camera.removed", "camera/" + "x".repeat(150))))
                .as("no id of the contract")
                .contains("xxx");
    }

    @ParameterizedTest
    @CsvSource({
        "31/12/2026, 2026-12-30T17:00:00Z, 2026-12-31T17:00:00Z",
        "1/2/2026 6:05, 2026-01-31T23:05:00Z, 2026-01-31T23:06:00Z",
        "01/02/2026   06:05, 2026-01-31T23:05:00Z, 2026-01-31T23:06:00Z"
    })
    void timesAreReadAsTheyAreTyped(String typed, String from, String to) {
        assertThat(TypedTimes.read(typed, ZONE, false)).isEqualTo(Optional.of(Instant.parse(from)));
        assertThat(TypedTimes.read(typed, ZONE, true)).isEqualTo(Optional.of(Instant.parse(to)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hôm qua", "31/2/2026", "2026-12-31", "31/12/2026 25:00", "12:00"})
    void whatIsNoTimeIsNone(String typed) {
        assertThat(TypedTimes.read(typed, ZONE, false)).isEmpty();
    }
}
