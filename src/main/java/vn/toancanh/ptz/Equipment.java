package vn.toancanh.ptz;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;

/**
 * What one head at a time has besides its axes, as this desk knows it. One thing is told at a time; whoever tells it holds the head:
 * the lease is taken first where this desk does not have it. Lane: DESK.
 */
public final class Equipment {
    private final Steering steering;
    private final EquipmentService service;
    private final Lane desk;
    private final Runnable listener;
    /** What each auxiliary was told last from here, by its name: heads do not say how it is. */
    private final Map<String, String> told = new HashMap<>();

    private @Nullable CameraId camera;
    private HeadEquipment known = HeadEquipment.NONE;
    private @Nullable Failure refused;
    private boolean telling;
    /** Grows with each other head: what was asked before says nothing any more. */
    private int followed;

    /** @param listener hears of everything that is to be said otherwise */
    public Equipment(Steering steering, Lane desk, Runnable listener) {
        this.steering = steering;
        this.service = steering.equipment();
        this.desk = desk;
        this.listener = listener;
    }

    /** From now on that of that head; of none where it is null. */
    public void follow(@Nullable CameraId now) {
        desk.assertHere();
        followed++;
        camera = now;
        known = HeadEquipment.NONE;
        refused = null;
        telling = false;
        told.clear();
        ask();
    }

    /** The focus was moved by hand, which ends auto focus: how it is now is asked. */
    public void focused() {
        if (Boolean.TRUE.equals(known.autoFocus())) {
            ask();
        }
    }

    private void ask() {
        @Nullable CameraId at = camera;
        int mine = followed;
        if (at != null && service.offered()) {
            service.tell(
                    at,
                    outcome -> desk.execute(() -> {
                        if (mine == followed && outcome instanceof Outcome.Done<HeadEquipment>(HeadEquipment now)) {
                            known = now;
                            listener.run();
                        }
                    }));
        }
    }

    /** What it has, as far as is known; nothing where it did not tell. */
    public HeadEquipment known() {
        desk.assertHere();
        return known;
    }

    /** What that auxiliary was told last from here, as the head is told it; empty where it was told nothing. */
    public String told(HeadEquipment.Auxiliary auxiliary) {
        return told.getOrDefault(auxiliary.name(), "");
    }

    /** True while something is told and not answered yet. */
    public boolean telling() {
        return telling;
    }

    /** Why the last was not done; null where it was. */
    public @Nullable Failure refused() {
        return refused;
    }

    /** Has an auxiliary be so. */
    public void set(HeadEquipment.Auxiliary auxiliary, HeadEquipment.Choice choice) {
        set(new HeadOrder.Auxiliary(choice.aux()), () -> told.put(auxiliary.name(), choice.aux()));
    }

    /** Has something of the lens be so. */
    public void set(HeadOrder.Aside order) {
        set(order, this::ask);
    }

    private void set(HeadOrder.Aside order, Runnable done) {
        @Nullable CameraId at = camera;
        if (at == null || telling) {
            return;
        }
        int mine = followed;
        telling = true;
        refused = null;
        listener.run();
        steering.tell(at, order, outcome -> {
            if (mine == followed) {
                telling = false;
                outcome.settle(any -> done.run(), why -> refused = why);
                listener.run();
            }
        });
    }
}
