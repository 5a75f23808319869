package vn.toancanh.ptz;

import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/**
 * The places of one head at a time, as this desk knows them, and their changes. Whoever changes one holds the head for it: the lease is
 * taken first where this desk does not have it. Lane: DESK.
 */
public final class Places implements Handle {
    private final Steering steering;
    private final PlaceService service;
    private final Lane desk;
    private final Runnable listener;
    private final Handle news;
    private PlaceReading reading = PlaceReading.NONE;
    private @Nullable CameraId camera;
    /** Grows with each question and each other head: what was asked before says nothing any more. */
    private int asked;

    private int followed;

    /** @param listener hears of everything that is to be said otherwise */
    public Places(Steering steering, Lane desk, Runnable listener) {
        this.steering = steering;
        this.service = steering.places();
        this.desk = desk;
        this.listener = listener;
        this.news = service.onChange(changed -> desk.execute(() -> {
            if (changed.equals(camera)) {
                ask();
            }
        }));
    }

    /** From now on those of that head; of none where it is null. */
    public void follow(@Nullable CameraId now) {
        desk.assertHere();
        camera = now;
        followed++;
        asked++;
        reading = PlaceReading.NONE;
        if (now != null && service.offered()) {
            ask();
        }
    }

    /** Asks the head anew. */
    public void ask() {
        @Nullable CameraId at = camera;
        if (at == null || !service.offered()) {
            return;
        }
        int mine = ++asked;
        say(reading.asked());
        service.list(
                at,
                outcome -> desk.execute(() -> {
                    if (mine == asked) {
                        outcome.settle(told -> say(reading.told(told)), why -> say(reading.untold(why)));
                    }
                }));
    }

    /** What is known of them. */
    public PlaceReading reading() {
        desk.assertHere();
        return reading;
    }

    /** Has something be otherwise; nothing where a change is under way already. */
    public void change(PlaceChange change) {
        @Nullable CameraId at = camera;
        if (at == null || reading.changing() || reading.phase() == PlaceReading.Phase.NONE) {
            return;
        }
        int mine = followed;
        say(reading.changing(true, null));
        steering.hold(at, held -> {
            if (mine != followed) {
                return;
            }
            switch (held) {
                case Outcome.Done<Boolean> done ->
                    service.change(at, change, outcome -> desk.execute(() -> changed(mine, outcome)));
                case Outcome.Failed<Boolean>(Failure why) -> say(reading.changing(false, why));
            }
        });
    }

    private void changed(int mine, Outcome<Boolean> outcome) {
        if (mine == followed) {
            say(reading.changing(false, outcome instanceof Outcome.Failed<Boolean>(Failure why) ? why : null));
            ask();
        }
    }

    /** The last refusal was read. */
    public void forgetRefusal() {
        if (reading.refused() != null) {
            say(reading.changing(reading.changing(), null));
        }
    }

    private void say(PlaceReading now) {
        reading = now;
        listener.run();
    }

    @Override
    public void close() {
        follow(null);
        news.close();
    }
}
