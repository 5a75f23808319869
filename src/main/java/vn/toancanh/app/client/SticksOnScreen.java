package vn.toancanh.app.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.desk.SteerDesk;
import vn.toancanh.desk.StickDesk;
import vn.toancanh.desk.StickMappings;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.joystick.SdlSticks;
import vn.toancanh.joystick.StickProfiles;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ptz.stick.Sticks;

/** The sticks of this desk, with the lane of their own. Made and closed on DESK; {@link #end} on MAIN. */
final class SticksOnScreen implements Handle {
    /** Sticks are looked for when the first pictures have come, which have the processors until then. */
    private static final Duration FIRST_PICTURES = Duration.ofSeconds(5);

    private final ThreadLane lane = new ThreadLane("STICK");
    private final LockDesk lock;
    private final List<WallOnScreen> walls;
    private final Sticks sticks;
    private final LeashStick leash = new LeashStick(lane);
    private final Handle beginning;
    private final SetUpSticks setUp;

    /** @param walls of all windows, which come and go */
    SticksOnScreen(
            SteerDesk hands, LockDesk lock, Preferences preferences, List<WallOnScreen> walls, Lane desk, Clock clock) {
        this.lock = lock;
        this.walls = walls;
        StickMappings mappings = new StickMappings(preferences);
        StickProfiles profiles = StickProfiles.builtIn();
        this.sticks = new Sticks(
                SdlSticks::open,
                lane,
                clock,
                profiles::mapping,
                mappings.all(),
                new StickDesk(lane, desk, hands, this::atHand));
        this.setUp = new SetUpSticks(desk, sticks, mappings, profiles::known);
        this.beginning = desk.after(FIRST_PICTURES, sticks::begin);
    }

    /** The stick of whoever holds this client on a leash. */
    LeashStick leash() {
        return leash;
    }

    /** What they do, as whoever sits here has it. */
    SetUpSticks setUp() {
        return setUp;
    }

    private Optional<WallDesk> atHand() {
        return lock.locked()
                ? Optional.empty()
                : walls.stream().filter(WallOnScreen::atHand).findFirst().map(WallOnScreen::desk);
    }

    @Override
    public void close() {
        beginning.close();
        setUp.close();
        sticks.close();
    }

    /** Waits for the sticks to be given back, if need be two seconds. */
    void end() {
        lane.close();
    }
}
