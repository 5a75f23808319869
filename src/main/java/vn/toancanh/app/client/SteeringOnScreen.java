package vn.toancanh.app.client;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.desk.LockDesk;
import vn.toancanh.desk.NoteHeads;
import vn.toancanh.desk.SetUpSticks;
import vn.toancanh.desk.SteerDesk;
import vn.toancanh.model.CameraId;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ptz.HeadService;
import vn.toancanh.ptz.OverheardHeads;
import vn.toancanh.ptz.Steering;
import vn.toancanh.shift.ShiftBook;

/** The heads that this desk steers, with the lane of their own. Made and closed on DESK; {@link #end} on MAIN. */
final class SteeringOnScreen implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(SteeringOnScreen.class);

    /** How long the end of the client waits for the server to say that it has the last stop. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final ThreadLane lane = new ThreadLane("PTZ");
    private final Lane desk;
    private final Clock clock;
    private final Supplier<CatalogueSnapshot> cameras;
    private final OverheardHeads overheard;
    private final Steering steering;
    private final SteerDesk hands;
    private final Handle locking;
    private final SticksOnScreen sticks;
    private Handle notes = Handle.NONE;

    /** @param walls of all windows, which come and go */
    SteeringOnScreen(
            HeadService heads,
            SessionService sessions,
            Supplier<CatalogueSnapshot> cameras,
            LockDesk lock,
            Preferences preferences,
            List<WallOnScreen> walls,
            Lane desk,
            Clock clock) {
        this.desk = desk;
        this.clock = clock;
        this.cameras = cameras;
        this.overheard = new OverheardHeads(heads);
        this.steering = new Steering(overheard, lane, desk, clock);
        this.hands = new SteerDesk(desk, steering, sessions, cameras);
        this.locking = lock.onChange(state -> {
            if (lock.locked()) {
                hands.off();
            }
        });
        this.sticks = new SticksOnScreen(hands, lock, preferences, walls, desk, clock);
    }

    /** From now on that shift has notes of the heads that are left away from their homes. Answers itself. */
    SteeringOnScreen noteIn(ShiftBook shift) {
        notes.close();
        NoteHeads made = new NoteHeads(
                desk, clock, shift, cameras, (camera, place) -> hands.places().called(new CameraId(camera), place));
        overheard.tell(made);
        notes = made;
        return this;
    }

    SteerDesk hands() {
        return hands;
    }

    /** The stick of whoever holds this client on a leash. */
    LeashStick leash() {
        return sticks.leash();
    }

    SetUpSticks sticks() {
        return sticks.setUp();
    }

    @Override
    public void close() {
        locking.close();
        sticks.close();
        hands.close();
        steering.close();
        notes.close();
    }

    /** Waits a moment for heads to be stopped, while the way to the server is still there. */
    void end() {
        sticks.end();
        CompletableFuture<Boolean> rest = new CompletableFuture<>();
        Handle looking = lane.every(
                LOOK,
                () -> steering.rests(now -> {
                    if (now) {
                        rest.complete(true);
                    }
                }));
        rest.completeOnTimeout(false, LAST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (!rest.join()) {
            LOG.warn(
                    "the client ends though a stop is not acknowledged; the server stops the head when it hears nothing more");
        }
        looking.close();
        lane.close();
    }
}
