package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.status.StatusReport.TileLine;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** What whoever started the program hears about an exit status of 1. */
class ShortfallTest {
    private static final String SERVER = "http://may:8080";

    private static String said(Language language, int asked, String user, List<TileLine> tiles) {
        int live = (int) tiles.stream().filter(TileLine::live).count();
        RunResult result = new RunResult(asked, live, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        return Shortfall.words(
                new Texts(language),
                result,
                new StatusReport(0, SERVER, user, "ONLINE", "", 1, 0, tiles, List.of(), List.of()),
                false,
                null);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whoGaveAPasswordIsNotAskedForOne(Language language) {
        RunResult result = new RunResult(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        StatusReport report = new StatusReport(0, SERVER, "", "SIGNED_OUT", "", 0, 0, List.of(), List.of(), List.of());
        assertThat(Shortfall.words(new Texts(language), result, report, true, null))
                .contains(SERVER)
                .doesNotContain("--password-file");
    }

    private static TileLine tile(int number, boolean live, String state, String cause) {
        return new TileLine(1, number, number, "a", state, live, cause, "", 0, 0, 0, 0, 0, null, List.of());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anEmptyWallIsTheServersFaultWhereItDoesNotAnswer(Language language) {
        for (String session : List.of("WAITING", "AWAY")) {
            RunResult result = new RunResult(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
            StatusReport report =
                    new StatusReport(0, SERVER, "ban1", session, "", 0, 0, List.of(), List.of(), List.of());
            assertThat(Shortfall.words(new Texts(language), result, report, false, null))
                    .contains(SERVER)
                    .doesNotContain("--layout");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aServerThatIsNotTrustedIsNotCalledAway(Language language) {
        RunResult result = new RunResult(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
        StatusReport report = new StatusReport(0, SERVER, "ban1", "WAITING", "", 0, 0, List.of(), List.of(), List.of());
        Texts texts = new Texts(language);
        Failure held = Failure.of(Failure.Kind.UNTRUSTED, "unknown certificate");
        assertThat(Shortfall.words(texts, result, report, true, held)).isEqualTo(texts.of(held));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachReasonHasItsWords(Language language) {
        Texts texts = new Texts(language);
        assertThat(said(language, 0, "", List.of())).contains(SERVER).contains("--password-file");
        assertThat(said(language, 0, "ban1", List.of())).contains("--layout");
        String some = said(
                language,
                5,
                "ban1",
                List.of(
                        tile(1, true, "LIVE", ""),
                        tile(2, false, "FAILED", "CAMERA_UNKNOWN"),
                        tile(3, false, "FAILED", "CAMERA_UNKNOWN"),
                        tile(4, false, "OPENING", "")));
        assertThat(some)
                .contains("2 × " + texts.get("tile.failed") + " (" + texts.get("cause.cameraUnknown") + ")")
                .contains("1 × " + texts.get("tile.opening"))
                .contains("1 × " + texts.get("tile.empty"));
    }
}
