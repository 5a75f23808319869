package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;

/** What the server keeps of when layouts are to stand holds at every desk of whoever sees them, without the server too. */
class SharedShiftsTest extends HoursAtServer {
    private Failure refused(Consumer<Consumer<Outcome<Timetable>>> asked) {
        List<Outcome<Timetable>> heard = new ArrayList<>();
        asked.accept(heard::add);
        lane.runReady();
        assertThat(heard).hasSize(1);
        return switch (heard.getFirst()) {
            case Outcome.Failed<Timetable>(Failure failure) -> failure;
            case Outcome.Done<Timetable>(Timetable set) -> throw new AssertionError("taken: " + set);
        };
    }

    @Test
    void whatSomebodySetElsewhereIsOfferedHere() {
        signIn("an");
        desk(false);
        server.by("Bình", Scope.CITY, DAY, false, in(Duration.ofMinutes(30), DAY));
        pass(Duration.ofMinutes(29));
        assertThat(notices).isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(said()).containsExactly("desk.shiftBegins");
        assertThat(camera()).isEqualTo("c-1");
        Objects.requireNonNull(notices.getFirst().way()).there().run();
        lane.runReady();
        assertThat(camera()).isEqualTo("c-9");
    }

    @Test
    void whereNobodyToldOfItItIsThereBeforeLong() {
        signIn("an");
        server.silent = true;
        server.by("Bình", Scope.CITY, DAY, false, in(Duration.ZERO, DAY));
        assertThat(shared.all()).isEmpty();
        pass(SharedShifts.ANEW.plus(SharedShifts.SPREAD));
        assertThat(shared.of(DAY).orElseThrow().setBy()).isEqualTo("Bình");
    }

    @Test
    void theyHoldAfterARestartWithoutTheServerForWhomTheyWereToldAndWhoMayGoOn() {
        signIn("an");
        server.by("Bình", Scope.CITY, DAY, true, in(Duration.ofHours(1), DAY));
        pass(SharedShifts.SPREAD);
        for (String user : List.of("an", "bình")) {
            for (boolean goesOn : List.of(true, false)) {
                sessions.signOut();
                shared.close();
                server.failing = Kind.UNREACHABLE;
                server.there = false;
                shared = new SharedShifts(server, memory, sessions, lane, new Random(1));
                sessions.signInWhenBack(SERVER, user, Secret.of(FakeSessions.PASSWORD), outcome -> {});
                sessions.connection(new Connection(
                        Phase.WAITING, clock.now(), null, goesOn ? clock.now().plusSeconds(3600) : null));
                lane.runReady();
                boolean there = user.equals("an") && goesOn;
                assertThat(shared.all()).as(user + " " + goesOn).hasSize(there ? 1 : 0);
                assertThat(shared.offered()).isEqualTo(there);
            }
        }
        sessions.signOut();
        assertThat(shared.all()).isEmpty();
    }

    @Test
    void aServerThatKeepsNoneAnyMoreHasNone() {
        signIn("an");
        server.by("Bình", Scope.CITY, DAY, true, in(Duration.ofHours(1), DAY));
        pass(SharedShifts.SPREAD);
        assertThat(shared.all()).hasSize(1);
        server.there = false;
        pass(SharedShifts.ANEW.plus(SharedShifts.SPREAD));
        assertThat(shared.all()).isEmpty();
        assertThat(shared.offered()).isFalse();
    }

    @Test
    void whatIsSetHereIsThereForOthersAndGoneWhereItIsTakenOut() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        Shift one = in(Duration.ofHours(1), DAY);
        shifts.share(one, answer -> {});
        shifts.share(one, answer -> {});
        lane.runReady();
        assertThat(server.of(DAY)).as("once").containsExactly(one);
        assertThat(shifts.shared(DAY).orElseThrow().setBy()).isEqualTo("An · Bàn 1");
        shifts.unshare(one, answer -> {});
        lane.runReady();
        assertThat(server.of(DAY)).isEmpty();
        shifts.share(one, answer -> {});
        lane.runReady();
        assertThat(server.of(DAY)).as("its version went on").containsExactly(one);
        assertThat(shifts.here()).as("this desk keeps none of them").isEmpty();
    }

    @Test
    void whoWasOvertakenIsToldAndSeesTheOthers() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        server.silent = true;
        server.by("Bình", Scope.CITY, DAY, true, in(Duration.ofHours(1), DAY));
        Failure failure = refused(answer -> shifts.share(in(Duration.ofHours(2), DAY), answer));
        assertThat(failure.textKey()).isEqualTo("desk.shiftsOvertaken");
        assertThat(shifts.shared(DAY).orElseThrow().setBy()).isEqualTo("Bình");
        shifts.share(in(Duration.ofHours(2), DAY), answer -> {});
        lane.runReady();
        assertThat(server.of(DAY)).hasSize(2);
    }

    @Test
    void moreThanTheServerTakesOfOneLayoutIsSaidAndNotSent() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        for (int i = 0; i < Timetable.MOST; i++) {
            shifts.share(in(Duration.ofMinutes(10L * i), DAY), answer -> {});
            lane.runReady();
        }
        assertThat(server.of(DAY)).hasSize(Timetable.MOST);
        Failure failure = refused(answer -> shifts.share(in(Duration.ofMinutes(5), DAY), answer));
        assertThat(failure.textKey()).isEqualTo("desk.shiftsMost");
        assertThat(failure.args()).containsExactly(48);
        assertThat(server.of(DAY)).hasSize(Timetable.MOST);
    }

    @Test
    void whileTheServerIsAwayNothingIsSetAndThatIsSaid() {
        signIn("an");
        server.failing = Kind.UNREACHABLE;
        ShiftLayouts shifts = desk(false);
        assertThat(refused(answer -> shifts.share(in(Duration.ofHours(1), DAY), answer))
                        .kind())
                .isEqualTo(Kind.UNREACHABLE);
        assertThat(shifts.here()).isEmpty();
    }

    @Test
    void aWallThatNobodySitsAtFollowsItsOwnAndItsRolesButNotTheCitys() {
        signIn("wall");
        desk(true);
        server.by("Bình", Scope.CITY, DAY, false, in(Duration.ofMinutes(10), DAY));
        pass(Duration.ofMinutes(12));
        assertThat(camera()).as("of the city").isEqualTo("c-1");
        server.by("Bình", Scope.ROLE, NIGHT, false, in(Duration.ofMinutes(10), NIGHT));
        pass(Duration.ofMinutes(12));
        assertThat(camera()).as("of its role").isEqualTo("c-8");
        assertThat(notices).isEmpty();
    }

    @Test
    void whatOnlyThisDeskHasIsOfferedOnceToBeMoved() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        Shift day = in(Duration.ofHours(2), DAY);
        Shift later = in(Duration.ofHours(3), DAY);
        Shift night = in(Duration.ofHours(2), NIGHT);
        List.of(day, later, night).forEach(shifts::add);
        server.refusing.add(NIGHT);
        pass(ShiftLayouts.LOOK);
        assertThat(said()).containsExactly("desk.shiftsHere");
        Objects.requireNonNull(notices.getFirst().way()).there().run();
        lane.runReady();
        assertThat(server.of(DAY)).containsExactly(day, later);
        assertThat(shifts.here()).as("what the server does not take stays").containsExactly(night);
        assertThat(said()).containsExactly("desk.shiftsHere", "desk.shiftsStay");
        assertThat(notices.getLast().args()).containsExactly("“Ca đêm”");
        pass(Duration.ofMinutes(30));
        assertThat(notices).as("once").hasSize(2);
        server.refusing.clear();
        shifts.move(night, answer -> {});
        lane.runReady();
        assertThat(shifts.here()).isEmpty();
        assertThat(server.of(NIGHT)).containsExactly(night);
    }

    @Test
    void whereTheServerKeepsNoneOrNobodySitsNothingIsOfferedToBeMoved() {
        server.there = false;
        signIn("an");
        ShiftLayouts attended = desk(false);
        attended.add(in(Duration.ofHours(5), DAY));
        pass(Duration.ofMinutes(30));
        attended.close();
        assertThat(notices).isEmpty();
        server.there = true;
        sessions.signOut();
        signIn("wall");
        assertThat(shared.heard()).isTrue();
        desk(true);
        pass(Duration.ofMinutes(30));
        assertThat(notices).isEmpty();
    }

    @Test
    void theyAreSetByWhoMayChangeTheLayout() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        LayoutFacts others = new LayoutFacts("Bình", null, false, false, null);
        assertThat(shifts.settable(new Entry(DAY, "Ca ngày", Scope.CITY, 1, LayoutFacts.UNKNOWN)))
                .isTrue();
        assertThat(shifts.settable(new Entry(DAY, "Ca ngày", Scope.CITY, 1, others)))
                .isFalse();
        assertThat(shifts.settable(new Entry(DAY, "Ca ngày", Scope.CITY, 0, LayoutFacts.UNKNOWN)))
                .as("the server does not have it")
                .isFalse();
        server.by("Bình", Scope.CITY, DAY, false, in(Duration.ofHours(1), DAY));
        pass(SharedShifts.SPREAD);
        assertThat(shifts.settable(new Entry(DAY, "Ca ngày", Scope.CITY, 1, LayoutFacts.UNKNOWN)))
                .as("by what the server says of its shifts")
                .isFalse();
    }
}
