package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.Shift;

/** Hours of layouts through a day: the nearer ones and those that they cover, and the people who come and go. */
class HoursOfADayTest extends HoursAtServer {
    @Test
    void whoeverComesForTheShiftIsOfferedItThoughItWasOfferedToWhoeverWent() {
        signIn("an");
        desk(false);
        server.by("Bình", Scope.ROLE, DAY, false, in(Duration.ofMinutes(5), DAY));
        pass(Duration.ofMinutes(7));
        assertThat(said()).containsExactly("desk.shiftBegins");
        sessions.signOut();
        assertThat(notices).as("the offer goes with him").isEmpty();
        pass(Duration.ofMinutes(2));
        assertThat(notices).as("nobody is there").isEmpty();
        sessions.signIn(SERVER, "bình", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        pass(SharedShifts.SPREAD.plus(ShiftLayouts.LOOK));
        assertThat(said()).containsExactly("desk.shiftBegins");
        takeOffer();
        assertThat(camera()).isEqualTo("c-9");
        sessions.signOut();
        sessions.signIn(SERVER, "cúc", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        pass(SharedShifts.SPREAD.plus(ShiftLayouts.LOOK));
        assertThat(notices).as("it stands there").isEmpty();
    }

    @Test
    void aWallThatNobodySitsAtIsLeftAsItIsWhenItSignsInAgain() {
        signIn("wall");
        desk(true);
        server.by("Bình", Scope.ROLE, DAY, false, in(Duration.ofMinutes(5), DAY));
        pass(Duration.ofMinutes(7));
        assertThat(camera()).isEqualTo("c-9");
        layouts.open(NIGHT, wall);
        lane.runReady();
        sessions.signOut();
        sessions.signIn(SERVER, "wall", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        pass(Duration.ofMinutes(2));
        assertThat(camera()).as("brought by hand meanwhile").isEqualTo("c-8");
    }

    @Test
    void whatANearerOneCoveredComesAgainWhenThatIsOver() {
        preferences.set(PreferenceKey.SHIFTS_OFFERED, true);
        for (boolean unattended : List.of(true, false)) {
            sessions.signOut();
            signIn(unattended ? "wall" : "an");
            ShiftLayouts shifts = desk(unattended);
            server.by("Bình", Scope.ROLE, DAY, false, in(Duration.ofMinutes(10), DAY));
            Shift rush = lasting(Duration.ofMinutes(60), Duration.ofHours(2), NIGHT);
            shifts.add(rush);
            List<String> seen = new ArrayList<>();
            for (Duration until : List.of(Duration.ofMinutes(12), Duration.ofMinutes(50), Duration.ofHours(2))) {
                pass(until);
                takeOffer();
                seen.add(camera());
            }
            assertThat(seen).as("attended: " + !unattended).containsExactly("c-9", "c-8", "c-9");
            shifts.remove(rush);
            shifts.close();
            server.by("Bình", Scope.ROLE, DAY, false);
        }
    }

    @Test
    void onOneWindowTheNearerOnesHold() {
        signIn("an");
        ShiftLayouts shifts = desk(false);
        server.by("Bình", Scope.CITY, DAY, false, in(Duration.ofMinutes(30), DAY));
        shifts.add(in(Duration.ofMinutes(30), NIGHT));
        pass(Duration.ofMinutes(32));
        List<Object> said = notices.stream()
                .filter(notice -> notice.textKey().equals("desk.shiftBegins"))
                .map(notice -> notice.args().getFirst())
                .toList();
        assertThat(said).containsExactly("Ca đêm");
        shifts.remove(shifts.here().getFirst());
        pass(ShiftLayouts.LOOK);
        assertThat(notices.getLast().args())
                .as("once the nearer one is gone")
                .first()
                .isEqualTo("Ca ngày");
    }
}
