package vn.toancanh.desk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickAxis;
import vn.toancanh.ptz.stick.StickLearning;
import vn.toancanh.ptz.stick.StickLook;
import vn.toancanh.ptz.stick.StickMapping;
import vn.toancanh.ptz.stick.StickReading;
import vn.toancanh.ptz.stick.StickState;

/** One stick that is taught by moving it, and tried afterwards. It ends where the stick goes, whatever was learned. Lane: DESK. */
public final class StickLesson {
    /** How far it is. */
    public enum Phase {
        /** It is moved as it is asked for. */
        LEARNING,
        /** All was asked for: it is tried, and kept or not. */
        TRYING,
        /** It was pulled, or the system gives no answer; nothing can be kept. */
        GONE
    }

    private final Stick stick;
    private final StickLearning learning;
    private @Nullable StickState now;
    private boolean gone;

    StickLesson(Stick stick, StickMapping before) {
        this.stick = stick;
        this.learning = new StickLearning(stick, before);
    }

    void take(StickLook look) {
        Optional<StickState> there = look.readings().stream()
                .filter(each -> each.stick().number() == stick.number())
                .findFirst()
                .map(StickReading::state);
        gone |= there.isEmpty();
        if (!gone) {
            now = there.orElseThrow();
            learning.take(now, look.nanos());
        }
    }

    void skip() {
        learning.skip();
    }

    /** The stick that is taught. */
    public Stick stick() {
        return stick;
    }

    /** How far it is. */
    public Phase phase() {
        if (gone) {
            return Phase.GONE;
        }
        return learning.step() == StickLearning.Step.DONE ? Phase.TRYING : Phase.LEARNING;
    }

    /** What is to be done now. */
    public StickLearning.Step step() {
        return learning.step();
    }

    /** Why nothing goes on, as far as is known. */
    public StickLearning.Trouble trouble() {
        return learning.trouble();
    }

    /** Which axis was heard for that; empty before, and where it was passed over. */
    public Optional<StickAxis> heard(StickLearning.Step of) {
        return learning.heard(of);
    }

    /** True where that was passed over before anything was heard for it. */
    public boolean isPassedOver(StickLearning.Step of) {
        return learning.isPassedOver(of);
    }

    /** What was learned; empty before the end, and where the stick is gone. */
    public Optional<StickMapping> learned() {
        return gone ? Optional.empty() : learning.learned();
    }

    /** What comes of how the stick stands now, by what was learned; zero before the end. */
    public HeadSpeed speed() {
        StickState state = now;
        return state == null
                ? HeadSpeed.ZERO
                : learned()
                        .map(mapping -> new HeadSpeed(
                                speed(mapping.pan(), state),
                                speed(mapping.tilt(), state),
                                speed(mapping.zoom(), state)))
                        .orElse(HeadSpeed.ZERO);
    }

    private static double speed(StickAxis axis, StickState state) {
        return axis.speed(state.axis(axis.index()));
    }
}
