package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.function.Predicate;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.model.CameraId;
import vn.toancanh.ptz.HeadPlaces;
import vn.toancanh.ptz.HeadReading;
import vn.toancanh.ptz.PlaceChange;
import vn.toancanh.ptz.PlaceReading;
import vn.toancanh.ptz.Places;
import vn.toancanh.ptz.Steering;
import vn.toancanh.server.ServerFixture;

/** A desk without a screen that steers one head at a real server. */
final class SteeringSeat implements AutoCloseable {
    static final CameraId CAMERA = new CameraId("c-3");

    final Desk desk = new Desk();
    final ThreadLane ptz = new ThreadLane("PTZ");
    final Steering steering = desk.here(() -> new Steering(desk.client.heads(), ptz, desk.lane, Clock.SYSTEM));
    final Places places = desk.here(() -> new Places(steering, desk.lane, () -> {}));
    final Handle beating = desk.lane.every(Steering.BEAT, steering::beat);

    SteeringSeat(URI server, String user) {
        assertThat(desk.signIn(server, user, ServerFixture.PASSWORD)).isInstanceOf(SignInOutcome.SignedIn.class);
        steering.watch(CAMERA);
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
