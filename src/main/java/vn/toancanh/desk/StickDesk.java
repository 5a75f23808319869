package vn.toancanh.desk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Lane;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickDeed;
import vn.toancanh.ptz.stick.StickListener;
import vn.toancanh.wall.WallState;

/**
 * What sticks do at this desk: they turn the head that is steered, move the selection, and do what their buttons are for. A deflection
 * takes hold by way of DESK, once; from then on it goes from the STICK lane straight to the one that steers, also while DESK hangs. A
 * grip that was broken is not taken anew before the stick was at rest. Told on STICK.
 */
public final class StickDesk implements StickListener {
    /** One stick that is deflected. On STICK, but for what is wanted. */
    private static final class Hold {
        volatile HeadSpeed wanted = HeadSpeed.ZERO;

        @Nullable
        Grip grip;

        boolean asked;
    }

    private final Lane stick;
    private final Lane desk;
    private final SteerDesk steer;
    private final Supplier<Optional<WallDesk>> atHand;
    private final Map<Integer, Hold> holds = new HashMap<>();

    /**
     * @param atHand the wall whose window has the keyboard, asked on DESK; empty where none has, a form has it, or hands are to be kept off:
     *     then a stick does nothing but stop
     */
    public StickDesk(Lane stick, Lane desk, SteerDesk steer, Supplier<Optional<WallDesk>> atHand) {
        this.stick = stick;
        this.desk = desk;
        this.steer = steer;
        this.atHand = atHand;
    }

    @Override
    public void deflected(Stick from, HeadSpeed speed, long nanos) {
        Hold hold = holds.computeIfAbsent(from.number(), any -> new Hold());
        hold.wanted = speed;
        Grip grip = hold.grip;
        if (speed.isZero()) {
            hold.asked = false;
            hold.grip = null;
            if (grip != null) {
                grip.release();
            }
        } else if (grip != null) {
            grip.move(speed);
        } else if (!hold.asked) {
            hold.asked = true;
            desk.execute(() -> take(hold));
        }
    }

    private void take(Hold hold) {
        HeadSpeed wanted = hold.wanted;
        if (wanted.isZero() || atHand.get().isEmpty()) {
            return;
        }
        steer.grip().ifPresent(grip -> {
            // From here, so that whatever DESK does next to the steered tile comes after it.
            grip.move(wanted);
            stick.execute(() -> took(hold, grip));
        });
    }

    private static void took(Hold hold, Grip grip) {
        if (hold.wanted.isZero()) {
            grip.release();
        } else {
            hold.grip = grip;
            grip.move(hold.wanted);
        }
    }

    @Override
    public void left(Stick gone, long nanos) {
        holds.remove(gone.number());
    }

    @Override
    public void stepped(Stick from, int columns, int rows, long nanos) {
        desk.execute(() -> atHand.get().ifPresent(wall -> {
            WallState now = wall.wall();
            choose(wall, now.has(now.selected()) ? now.beside(now.selected(), columns, rows) : 0);
        }));
    }

    /** Whoever goes to a tile by a stick goes there to steer it, where it has a head. */
    private void choose(WallDesk wall, int tile) {
        if (wall.wall().selected() != tile) {
            wall.selectTile(tile);
            if (steer.steerable(wall, tile).isPresent()) {
                steer.toggle(wall, tile);
            }
        }
    }

    @Override
    public void done(Stick from, StickDeed deed, long nanos) {
        if (deed.kind() == StickDeed.Kind.STOP) {
            // Whatever lies over the wall, what moves is to stand at once.
            desk.execute(steer::stop);
            return;
        }
        desk.execute(() -> atHand.get().ifPresent(wall -> {
            switch (deed.kind()) {
                case PRESET -> steer.preset(deed.number());
                case HOME -> steer.home();
                case STEER -> steer.toggle(wall, wall.wall().selected());
                case ENLARGE -> enlarge(wall);
                case PREVIOUS -> follow(wall, -1);
                case NEXT -> follow(wall, 1);
                case STOP, MODIFIER, NEARER, FARTHER -> {
                    // done, or the stick's own
                }
            }
        }));
    }

    private static void enlarge(WallDesk wall) {
        WallState now = wall.wall();
        if (now.enlarged() != WallState.NONE) {
            wall.backFromEnlarged();
        } else if (now.has(now.selected())) {
            wall.enlargeTile(now.selected());
        }
    }

    private void follow(WallDesk wall, int by) {
        WallState now = wall.wall();
        choose(wall, now.has(now.selected()) ? Math.floorMod(now.selected() + by, now.tiles()) : 0);
    }
}
