package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadPlaces;
import vn.toancanh.ptz.HeadReading;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.PlaceChange;
import vn.toancanh.ptz.PlaceReading;
import vn.toancanh.ptz.Places;
import vn.toancanh.ptz.Steering;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.simulator.head.SimulatedHead;

/** A desk without a screen that steers one head at a real server. */
final class SteeringSeat implements AutoCloseable {
    static final CameraId CAMERA = new CameraId("c-3");

    final Desk desk;
    final ThreadLane ptz = new ThreadLane("PTZ");
    final Steering steering;
    final Places places;
    final Handle beating;

    /** One at a desk where somebody signs in or has; heads are watched from then on by {@link #watch}. */
    SteeringSeat(Desk desk) {
        this.desk = desk;
        steering = desk.here(() -> new Steering(desk.client.heads(), ptz, desk.lane, Clock.SYSTEM));
        places = desk.here(() -> new Places(steering, desk.lane, () -> {}));
        beating = desk.lane.every(Steering.BEAT, steering::beat);
    }

    SteeringSeat(URI server, String user) {
        this(new Desk());
        assertThat(desk.signIn(server, user, ServerFixture.PASSWORD)).isInstanceOf(SignInOutcome.SignedIn.class);
        watch();
    }

    void watch() {
        steering.watch(CAMERA);
    }

    /** Fails where that does not hold in time. */
    static void within(Duration most, String what, BooleanSupplier holds) throws InterruptedException {
        long end = Clock.SYSTEM.nanos() + most.toNanos();
        while (!holds.getAsBoolean() && Clock.SYSTEM.nanos() - end < 0) {
            Thread.sleep(10);
        }
        assertThat(holds.getAsBoolean()).as(what).isTrue();
    }

    /** Presses until it moves: a machine that is held up for a quarter of a second lets go, as it should. */
    Grip moves(SimulatedHead head, HeadSpeed speed) throws InterruptedException {
        Grip[] grip = {steering.grip(CAMERA)};
        grip[0].move(speed);
        within(Duration.ofSeconds(20), "the head moves", () -> {
            if (grip[0].isLoose()) {
                grip[0] = steering.grip(CAMERA);
                grip[0].move(speed);
            }
            return head.isMoving();
        });
        return grip[0];
    }

    /** As a client that is killed: no stop, no word, no hand. */
    void vanish() {
        ptz.close();
        beating.close();
        desk.client.close();
    }

    /** From now on the places that the head knows are followed. */
    void follow() {
        desk.lane.execute(() -> places.follow(CAMERA));
    }

    void change(PlaceChange change) {
        desk.lane.execute(() -> places.change(change));
    }

    void untilPlaces(Predicate<HeadPlaces> holds) {
        desk.until(() -> places.reading().phase() == PlaceReading.Phase.KNOWN
                && holds.test(places.reading().known()));
    }

    /** Until the last change was refused so. */
    void untilRefused(Predicate<Failure> holds) {
        desk.until(() -> {
            Failure why = places.reading().refused();
            return why != null && holds.test(why);
        });
    }

    HeadReading reading() {
        return desk.here(() -> steering.reading(CAMERA));
    }

    void until(Predicate<HeadReading> holds) {
        desk.until(() -> holds.test(steering.reading(CAMERA)));
    }

    /** The name of whoever holds the head, as this desk has heard; empty where nobody does. */
    static String holder(HeadReading reading) {
        var lease = reading.standing().lease();
        return lease == null ? "" : lease.holder();
    }

    /** Why it was refused; empty where nothing is said. */
    static String cause(HeadReading reading) {
        var cause = reading.cause();
        return cause == null ? "" : cause.textKey() + cause.args();
    }

    @Override
    public void close() {
        beating.close();
        steering.close();
        desk.close();
        ptz.close();
    }
}
