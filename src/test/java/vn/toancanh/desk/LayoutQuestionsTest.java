package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.ui.testing.FakeSessions;

/** Whoever loses a save is told by whom and of what, once, led to the decision, and no longer told when it is taken. */
class LayoutQuestionsTest {
    private static final URI SERVER = URI.create("https://may.vn");
    private static final LayoutId L1 = new LayoutId("l-1");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final SharedServer server = new SharedServer(lane);
    private final Random ids = new Random(7);
    private final Notices notices = new Notices(lane);
    private final List<Notice> said = new ArrayList<>();
    private final List<LayoutId> led = new ArrayList<>();
    private final SaveLayouts saves = new SaveLayouts(
            server,
            server,
            new UnsentShelfInMemory(lane),
            sessions,
            lane,
            clock,
            () -> new UUID(ids.nextLong(), ids.nextLong()),
            new Random(1));

    @BeforeEach
    void signIn() {
        sessions.signIn(SERVER, "an", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        lane.runReady();
    }

    private LayoutQuestions questions() {
        return new LayoutQuestions(
                saves,
                notice -> {
                    said.add(notice);
                    notices.tell(notice);
                },
                notices::withdraw,
                led::add);
    }

    private static Layout layout(LayoutId id, String name, String camera, long version) {
        return new Layout(
                id,
                name,
                Scope.CITY,
                new Grid(1, 1),
                List.of(new Cell(0, 0, 1, 1, new CellContent.OfCamera(new CameraId(camera), StreamChoice.AUTO))),
                version);
    }

    private void save(Layout layout) {
        saves.save(layout, answer -> {});
        lane.runReady();
    }

    private void overtaken() {
        server.by("Bình", layout(L1, "Ca sáng", "c-1", 0));
        server.by("Bình", layout(L1, "Ca sáng", "c-2", 1));
        save(layout(L1, "Ca sáng", "c-3", 1));
    }

    @Test
    void whoWasFasterIsNamedAndTheWayLeadsToThatLayout() {
        LayoutQuestions told = questions();
        overtaken();
        Notice notice = notices.present().orElseThrow();
        assertThat(notice.textKey()).isEqualTo("desk.layoutOvertaken");
        assertThat(notice.args()).containsExactly("Bình", "Ca sáng");
        Objects.requireNonNull(notice.way()).there().run();
        assertThat(led).containsExactly(L1);
        told.close();
    }

    @Test
    void itIsToldOnceAndNoLongerWhenItIsSettledAnywhere() {
        questions();
        overtaken();
        // another save comes and goes meanwhile
        save(layout(new LayoutId("l-2"), "Ca đêm", "c-1", 0));
        assertThat(said).hasSize(1);
        saves.keepMine(L1);
        lane.runReady();
        assertThat(notices.present()).isEmpty();
        assertThat(server.of(L1)).hasSize(3);
    }

    @Test
    void whatWasReadIsNotSaidAgainButAnotherLossIs() {
        questions();
        overtaken();
        notices.dismiss();
        save(layout(new LayoutId("l-2"), "Ca đêm", "c-1", 0));
        assertThat(notices.present()).isEmpty();
        saves.keepTheirs(L1);
        save(layout(L1, "Ca sáng", "c-4", 1));
        assertThat(notices.present()).isPresent();
    }

    @Test
    void whatStillAsksIsToldAtTheNextSignInToo() {
        questions();
        overtaken();
        sessions.signOut();
        lane.runReady();
        assertThat(notices.present()).as("nobody is here to decide").isEmpty();
        signIn();
        assertThat(notices.present().orElseThrow().args()).containsExactly("Bình", "Ca sáng");
    }

    @Test
    void whatIsLockedGoneOrRefusedIsToldInItsOwnWords() {
        questions();
        server.by("Bình", layout(L1, "Ca sáng", "c-1", 0));
        server.lockBy(L1, "Bình");
        save(layout(L1, "Ca sáng", "c-3", 1));
        LayoutId second = new LayoutId("l-2");
        server.by("Bình", layout(second, "Ca chiều", "c-1", 0));
        server.goes(second);
        save(layout(second, "Ca chiều", "c-3", 1));
        server.failing = Kind.FORBIDDEN;
        save(layout(new LayoutId("l-3"), "Ca đêm", "c-1", 0));
        assertThat(said)
                .extracting(Notice::textKey)
                .containsExactly("desk.layoutHeldUp", "desk.layoutGone", "desk.layoutRefused");
        assertThat(said).extracting(each -> each.args().getFirst()).containsExactly("Ca sáng", "Ca chiều", "Ca đêm");
    }
}
