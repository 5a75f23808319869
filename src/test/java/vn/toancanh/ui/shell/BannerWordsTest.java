package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Session;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueState;
import vn.toancanh.desk.DeskState;
import vn.toancanh.desk.LoadReading;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ui.kit.Moments;
import vn.toancanh.ui.kit.Weight;

class BannerWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T07:02:31Z");
    private static final Instant BEFORE = Instant.parse("2026-11-21T06:58:07Z");
    private static final Instant YESTERDAY = Instant.parse("2026-11-20T06:58:07Z");

    private final Texts texts = new Texts(Language.VI);
    private final Moments moments = new Moments(Language.VI, ZoneId.of("Asia/Ho_Chi_Minh"));

    private static DeskState state(Connection.Phase phase, @Nullable Instant asOf, @Nullable Failure failure) {
        return state(phase, asOf, failure, Optional.empty());
    }

    private static DeskState state(
            Connection.Phase phase, @Nullable Instant asOf, @Nullable Failure failure, Optional<Failure> keeping) {
        Session session = new Session(URI.create("https://may.vn"), "ban1", "Bàn 1", List.of(), List.of(), false);
        return new DeskState(
                new SessionState(session, new Connection(phase, BEFORE)),
                new CatalogueState(false, false, asOf, failure),
                40,
                WallReading.NOTHING,
                LoadReading.UNKNOWN,
                keeping);
    }

    @Test
    void nothingIsSaidWhileAllIsWell() {
        assertThat(BannerWords.of(state(Connection.Phase.ONLINE, BEFORE, null), texts, moments, NOW))
                .isEmpty();
    }

    @Test
    void aServerThatIsAwayIsSaidWithTheAgeOfWhatIsKnown() {
        var said = BannerWords.of(state(Connection.Phase.AWAY, YESTERDAY, null), texts, moments, NOW)
                .orElseThrow();
        assertThat(said.weight()).isEqualTo(Weight.LOOK);
        assertThat(said.sentence()).contains("13:58:07").contains("13:58 20/11/2026");
        assertThat(said.way()).isEqualTo(BannerWords.Way.ASK_AGAIN);
    }

    @Test
    void whereGoingOnHasAnEndThatIsSaidToo() {
        for (Connection.Phase phase : List.of(Connection.Phase.AWAY, Connection.Phase.WAITING)) {
            DeskState without = state(phase, YESTERDAY, null);
            DeskState ends = new DeskState(
                    new SessionState(
                            without.session().session(),
                            new Connection(phase, BEFORE, null, Instant.parse("2026-11-21T10:30:00Z"))),
                    without.catalogue(),
                    40,
                    without.wall(),
                    without.load(),
                    Optional.empty());
            assertThat(BannerWords.of(ends, texts, moments, NOW).orElseThrow().sentence())
                    .contains("đến 17:30:00");
            assertThat(BannerWords.of(without, texts, moments, NOW)
                            .orElseThrow()
                            .sentence())
                    .doesNotContain("dùng tiếp");
        }
    }

    @Test
    void rightsThatHaveRunOutAreSaid() {
        var said = BannerWords.of(state(Connection.Phase.LAPSED, YESTERDAY, null), texts, moments, NOW)
                .orElseThrow();
        assertThat(said.weight()).isEqualTo(Weight.ACT);
        assertThat(said.sentence()).contains("13:58:07").contains("Hình đã dừng");
        assertThat(said.way()).isEqualTo(BannerWords.Way.SIGN_IN);
    }

    @Test
    void aServerThatDidNotAnswerASignInIsSaidWithTheAgeOfWhatIsKept() {
        var kept = BannerWords.of(state(Connection.Phase.WAITING, YESTERDAY, null), texts, moments, NOW)
                .orElseThrow();
        assertThat(kept.sentence())
                .contains("13:58:07")
                .contains("13:58 20/11/2026")
                .doesNotContain("vẫn chạy");
        assertThat(kept.way()).isEqualTo(BannerWords.Way.ASK_OR_LEAVE);
        var nothing = BannerWords.of(state(Connection.Phase.WAITING, null, null), texts, moments, NOW)
                .orElseThrow();
        assertThat(nothing.sentence()).contains("13:58:07").doesNotContain("{");
    }

    @Test
    void anEndedSessionAsksForSigningIn() {
        var said = BannerWords.of(state(Connection.Phase.EXPIRED, BEFORE, null), texts, moments, NOW)
                .orElseThrow();
        assertThat(said.weight()).isEqualTo(Weight.ACT);
        assertThat(said.way()).isEqualTo(BannerWords.Way.SIGN_IN);
    }

    @Test
    void anOldListIsSaidEvenWhileTheServerAnswers() {
        Failure failure = Failure.of(Failure.Kind.TIMEOUT, "slow");
        var said = BannerWords.of(state(Connection.Phase.ONLINE, BEFORE, failure), texts, moments, NOW)
                .orElseThrow();
        assertThat(said.weight()).isEqualTo(Weight.INFORMATION);
        assertThat(said.sentence()).contains("13:58:07");
    }

    @Test
    void whatCannotBeKeptIsSaidUnlessTheServerMattersMore() {
        Failure full = Failure.of(Failure.Kind.RESOURCES, "disk").withText("store.full");
        var said = BannerWords.of(state(Connection.Phase.ONLINE, BEFORE, null, Optional.of(full)), texts, moments, NOW)
                .orElseThrow();
        assertThat(said.weight()).isEqualTo(Weight.LOOK);
        assertThat(said.sentence()).isEqualTo(texts.get("store.full"));
        assertThat(said.way()).isEqualTo(BannerWords.Way.NONE);
        assertThat(BannerWords.of(state(Connection.Phase.EXPIRED, BEFORE, null, Optional.of(full)), texts, moments, NOW)
                        .orElseThrow()
                        .sentence())
                .isEqualTo(texts.get("shell.expired"));
    }
}
