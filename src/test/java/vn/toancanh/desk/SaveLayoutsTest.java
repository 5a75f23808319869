package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.LayoutArchive.Version;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.Unsent;
import vn.toancanh.wall.Unsent.State;

/** What is saved at a desk reaches the server once, and nothing is lost whoever was faster. */
class SaveLayoutsTest {
    private static final URI SERVER = URI.create("https://may.vn");
    private static final LayoutId L1 = new LayoutId("l-1");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final SharedServer server = new SharedServer(lane);
    private final UnsentShelfInMemory disk = new UnsentShelfInMemory(lane);
    private final Random ids = new Random(7);
    private final List<SaveLayouts.Renamed> renamed = new ArrayList<>();
    private SaveLayouts desk = desk();

    private SaveLayouts desk() {
        SaveLayouts made = new SaveLayouts(
                server,
                server,
                disk,
                sessions,
                lane,
                clock,
                () -> new UUID(ids.nextLong(), ids.nextLong()),
                new Random(1));
        made.onRenamed(renamed::add);
        return made;
    }

    @BeforeEach
    void signIn() {
        signIn("an");
    }

    private void signIn(String user) {
        sessions.signIn(SERVER, user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
        lane.runReady();
    }

    private void phase(Phase phase) {
        sessions.connection(new Connection(phase, clock.now(), null, clock.now().plusSeconds(3600)));
        lane.runReady();
    }

    private void away() {
        server.failing = Kind.UNREACHABLE;
        phase(Phase.AWAY);
    }

    private void back() {
        server.failing = null;
        phase(Phase.ONLINE);
    }

    /** As after kill -9: what was in memory is gone. */
    private void restart() {
        desk.close();
        desk = desk();
        lane.runReady();
    }

    private static Layout layout(@Nullable LayoutId id, String name, String camera, long version) {
        return new Layout(
                id,
                name,
                Scope.CITY,
                new Grid(1, 1),
                List.of(new Cell(0, 0, 1, 1, new CellContent.OfCamera(new CameraId(camera), StreamChoice.AUTO))),
                version);
    }

    private Layout save(Layout layout) {
        List<Outcome<Layout>> heard = new ArrayList<>();
        desk.save(layout, heard::add);
        lane.runReady();
        assertThat(heard).hasSize(1);
        return ((Outcome.Done<Layout>) heard.getFirst()).value();
    }

    private Unsent question() {
        assertThat(desk.questions()).hasSize(1);
        return desk.questions().getFirst();
    }

    @Test
    void whatIsSavedIsSentAndForgottenHere() {
        Layout saved = save(layout(null, "Ca sáng", "c-1", 0));
        LayoutId id = id(saved);
        assertThat(server.of(id)).containsExactly(layout(id, "Ca sáng", "c-1", 1));
        assertThat(desk.unsent(id)).isEmpty();
        assertThat(renamed).containsExactly(new SaveLayouts.Renamed(id, 0, layout(id, "Ca sáng", "c-1", 1)));
        save(layout(id, "Ca sáng", "c-2", 1));
        assertThat(server.of(id)).hasSize(2);
        assertThat(server.sent).hasSize(2);
    }

    @Test
    void whileTheServerIsAwayItIsListedFoundAndOpenedAndSentOnceItIsBack() {
        away();
        LayoutId id = id(save(layout(null, "Ca sáng", "c-1", 0)));
        List<Outcome<List<LayoutLibrary.Entry>>> lists = new ArrayList<>();
        desk.list(lists::add);
        List<Outcome<Layout>> opened = new ArrayList<>();
        desk.get(id, opened::add);
        lane.runReady();
        assertThat(lists).containsExactly(Outcome.done(List.of(new LayoutLibrary.Entry(id, "Ca sáng", Scope.CITY, 0))));
        assertThat(opened).containsExactly(Outcome.done(layout(id, "Ca sáng", "c-1", 0)));
        lane.advance(Duration.ofMinutes(30));
        assertThat(server.of(id)).isEmpty();
        back();
        assertThat(server.of(id)).hasSize(1);
        assertThat(desk.unsent(id)).isEmpty();
    }

    @Test
    void aKilledProgramSendsWhatItHadSaved() {
        away();
        LayoutId first = id(save(layout(null, "A", "c-1", 0)));
        LayoutId second = id(save(layout(null, "B", "c-2", 0)));
        restart();
        assertThat(desk.unsent(first)).isPresent();
        server.sent.clear();
        back();
        assertThat(server.sent).extracting(Layout::name).containsExactly("A", "B");
        assertThat(server.of(first)).hasSize(1);
        assertThat(server.of(second)).hasSize(1);
        restart();
        lane.advance(Duration.ofMinutes(5));
        assertThat(server.sent).as("once").hasSize(2);
    }

    @Test
    void anotherPersonsSavesWait() {
        away();
        LayoutId id = id(save(layout(null, "A", "c-1", 0)));
        sessions.signOut();
        server.failing = null;
        signIn("bình");
        assertThat(desk.unsent(id)).isEmpty();
        assertThat(server.of(id)).isEmpty();
        sessions.signOut();
        signIn("an");
        assertThat(server.of(id)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnswerThatWasLostMakesNoSecondVersionAndNoQuestion(boolean killed) {
        server.losesAnswers = true;
        LayoutId id = id(save(layout(null, "A", "c-1", 0)));
        server.losesAnswers = false;
        if (killed) {
            restart();
        }
        lane.advance(Duration.ofMinutes(5));
        assertThat(server.of(id)).hasSize(1);
        assertThat(desk.unsent(id)).isEmpty();

        server.losesAnswers = true;
        save(layout(id, "A", "c-2", 1));
        save(layout(id, "A", "c-3", 1));
        server.losesAnswers = false;
        if (killed) {
            restart();
        }
        lane.advance(Duration.ofMinutes(5));
        assertThat(desk.questions()).isEmpty();
        assertThat(desk.unsent(id)).isEmpty();
        assertThat(server.of(id)).extracting(Layout::version).containsExactly(3L, 2L, 1L);
        assertThat(server.of(id).getFirst().says(layout(id, "A", "c-3", 0))).isTrue();
    }

    @Test
    void twoDesksThatSaveAtOnceBecomeAQuestionAndNothingIsSentUntilItIsAnswered() {
        Layout base = server.by("Bình", layout(L1, "A", "c-1", 0));
        server.by("Bình", layout(L1, "A", "c-2", 1));
        save(layout(L1, "A", "c-3", base.version()));
        Unsent asked = question();
        assertThat(asked.state()).isEqualTo(State.OVERTAKEN);
        assertThat(theirs(asked).savedBy()).isEqualTo("Bình");
        assertThat(theirs(asked).layout().says(layout(L1, "A", "c-2", 0))).isTrue();
        restart();
        lane.advance(Duration.ofHours(1));
        assertThat(question()).isEqualTo(asked);
        assertThat(server.of(L1)).hasSize(2);
    }

    private void overtaken() {
        server.by("Bình", layout(L1, "A", "c-1", 0));
        server.by("Bình", layout(L1, "A", "c-2", 1));
        save(layout(L1, "A", "c-3", 1));
        renamed.clear();
    }

    @Test
    void mineIsAVersionOnTopOfTheirs() {
        overtaken();
        desk.keepMine(L1);
        lane.runReady();
        assertThat(server.of(L1).stream().map(SaveLayoutsTest::camera)).containsExactly("c-3", "c-2", "c-1");
        assertThat(desk.questions()).isEmpty();
        assertThat(renamed).extracting(each -> each.now().version()).containsExactly(2L, 3L);
    }

    @Test
    void whoeverIsOvertakenOnceMoreIsAskedOnceMore() {
        overtaken();
        server.by("Chi", layout(L1, "A", "c-9", 2));
        desk.keepMine(L1);
        lane.runReady();
        assertThat(theirs(question()).savedBy()).isEqualTo("Chi");
        assertThat(server.of(L1)).hasSize(3);
    }

    @Test
    void theirsStaysAndMineIsKeptHere() {
        overtaken();
        desk.keepTheirs(L1);
        lane.runReady();
        restart();
        assertThat(desk.questions()).isEmpty();
        assertThat(server.of(L1)).hasSize(2);
        assertThat(desk.aside(L1)).hasSize(1);
        assertThat(camera(desk.aside(L1).getFirst().layout())).isEqualTo("c-3");
        assertThat(renamed).isEmpty();
    }

    @Test
    void mineGoesBesideTheirsUnderAnotherName() {
        overtaken();
        desk.keepAs(L1, "A của tôi", Scope.PRIVATE);
        lane.runReady();
        assertThat(server.of(L1)).hasSize(2);
        LayoutId other = id(renamed.getFirst().now());
        assertThat(other).isNotEqualTo(L1);
        assertThat(server.of(other)).hasSize(1);
        assertThat(server.of(other).getFirst().name()).isEqualTo("A của tôi");
        assertThat(server.of(other).getFirst().scope()).isEqualTo(Scope.PRIVATE);
        assertThat(desk.unsent(L1)).isEmpty();
    }

    @Test
    void oneThatWasDeletedMeanwhileIsMadeAnewIfSomebodyWants() {
        server.by("Bình", layout(L1, "A", "c-1", 0));
        server.goes(L1);
        save(layout(L1, "A", "c-3", 1));
        assertThat(question().state()).isEqualTo(State.GONE);
        desk.keepMine(L1);
        lane.runReady();
        LayoutId other = id(renamed.getLast().now());
        assertThat(server.of(other)).hasSize(1);
    }

    @Test
    void oneThatIsLockedWaitsForAPerson() {
        server.by("Bình", layout(L1, "A", "c-1", 0));
        server.lockBy(L1, "Bình");
        save(layout(L1, "A", "c-3", 1));
        assertThat(question().state()).isEqualTo(State.LOCKED);
        server.lock(L1, false, any -> {});
        desk.keepMine(L1);
        lane.runReady();
        assertThat(server.of(L1)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"FORBIDDEN", "BAD_INPUT", "UNSUPPORTED"})
    void whatTheServerWillNotHaveIsSaidAndKept(Kind kind) {
        server.failing = kind;
        LayoutId id = id(save(layout(null, "A", "c-1", 0)));
        Unsent asked = question();
        assertThat(asked.state()).isEqualTo(State.REFUSED);
        assertThat(asked.why()).isEqualTo(kind.textKey());
        int tries = server.sent.size();
        lane.advance(Duration.ofHours(1));
        assertThat(server.sent).hasSize(tries);
        server.failing = null;
        desk.keepMine(id);
        lane.runReady();
        assertThat(server.of(id)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMEOUT", "BUSY", "PROTOCOL", "RESOURCES", "INTERNAL"})
    void whatPassesIsTriedAgain(Kind kind) {
        server.failing = kind;
        LayoutId id = id(save(layout(null, "A", "c-1", 0)));
        assertThat(desk.questions()).isEmpty();
        server.failing = null;
        lane.advance(Duration.ofMinutes(3));
        assertThat(server.of(id)).hasSize(1);
    }

    @Test
    void savingOnceMoreWhileAQuestionStandsPutsTheFormerAside() {
        overtaken();
        save(layout(L1, "A", "c-4", 2));
        assertThat(desk.questions()).isEmpty();
        assertThat(server.of(L1).stream().map(SaveLayoutsTest::camera)).containsExactly("c-4", "c-2", "c-1");
        assertThat(desk.aside(L1)).hasSize(1);
    }

    @Test
    void ofManyPutAsideTheLastAreKept() {
        server.by("Bình", layout(L1, "A", "c-1", 0));
        server.by("Bình", layout(L1, "A", "c-2", 1));
        for (int i = 0; i < UnsentShelf.MOST_ASIDE + 5; i++) {
            save(layout(L1, "A", "x-" + i, 1));
            desk.keepTheirs(L1);
        }
        restart();
        assertThat(desk.aside(L1)).hasSize(UnsentShelf.MOST_ASIDE);
        assertThat(camera(desk.aside(L1).getFirst().layout())).isEqualTo("x-24");
    }

    @Test
    void aFullDiskHoldsNothingUp() {
        disk.full = true;
        LayoutId id = id(save(layout(null, "A", "c-1", 0)));
        assertThat(server.of(id)).hasSize(1);
    }

    @Test
    void nobodySavesWhoIsNotSignedIn() {
        sessions.signOut();
        List<Outcome<Layout>> heard = new ArrayList<>();
        desk.save(layout(null, "A", "c-1", 0), heard::add);
        lane.runReady();
        assertThat(heard.getFirst()).isInstanceOf(Outcome.Failed.class);
    }

    private static LayoutId id(Layout layout) {
        return Objects.requireNonNull(layout.id());
    }

    private static Version theirs(Unsent unsent) {
        return Objects.requireNonNull(unsent.theirs());
    }

    private static String camera(Layout layout) {
        return layout.cells().getFirst().content().cameras().getFirst().value();
    }
}
