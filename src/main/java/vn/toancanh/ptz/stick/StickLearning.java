package vn.toancanh.ptz.stick;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.toancanh.ptz.stick.StickDeed.Kind;

/**
 * Teaches what a stick's axes are by moving it: first it is left alone, then moved to the right, upwards, and as for nearer; then the
 * button is pressed that is to be the modifier. Each but the first can be passed over. Whoever asks the person shows {@link #step} and
 * {@link #trouble}. One thread.
 */
public final class StickLearning {
    /** What is to be done next. */
    public enum Step {
        /** Nobody touches it, for {@link #STILL}: where it rests and how it trembles is measured. */
        REST,
        RIGHT,
        UP,
        NEARER,
        MODIFIER,
        DONE;

        /** What follows; the last step follows itself. */
        Step next() {
            return switch (this) {
                case REST -> RIGHT;
                case RIGHT -> UP;
                case UP -> NEARER;
                case NEARER -> MODIFIER;
                case MODIFIER, DONE -> DONE;
            };
        }
    }

    /** Why it does not go on. */
    public enum Trouble {
        NONE,
        /** It does not come to rest. */
        RESTLESS,
        /** Two axes are moved at once. */
        TWO_AT_ONCE,
        /** It was moved well and is to be let go now. */
        LET_GO
    }

    /** So long it must be left alone. */
    public static final Duration STILL = Duration.ofSeconds(1);

    /** So long it must be held for each axis. */
    static final Duration HELD = Duration.ofMillis(150);

    private static final double FAR = 0.6;
    private static final double NEAR = 0.2;

    /** Where an axis trembles by more to either side, no dead zone keeps it quiet. */
    private static final double MOST_NOISE = 0.12;

    private static final double USUAL_CURVE = 2;
    private static final double LEAST_DEAD = 0.08;

    private final int count;
    private final boolean buttons;
    private final double[] least;
    private final double[] most;
    private final Map<Step, StickAxis> found = new EnumMap<>(Step.class);
    private final Set<Step> passed = EnumSet.noneOf(Step.class);
    private StickMapping mapping;
    private Step step = Step.REST;
    private Trouble trouble = Trouble.NONE;
    private long sinceNanos = Long.MIN_VALUE;
    private int candidate = StickAxis.ABSENT;
    private boolean letGo;
    private long down;

    /** @param before what the stick does now; buttons keep what they do, but for the one that becomes the modifier */
    public StickLearning(Stick stick, StickMapping before) {
        this.count = stick.axes();
        this.buttons = stick.buttons() > 0;
        this.least = new double[count];
        this.most = new double[count];
        this.mapping = before.withAxes(StickAxis.NONE, StickAxis.NONE, StickAxis.NONE);
    }

    /** What is to be done now. */
    public Step step() {
        return step;
    }

    /** Why nothing goes on, as far as is known. */
    public Trouble trouble() {
        return trouble;
    }

    /** Which axis was heard for that; empty before, and where it was passed over. */
    public Optional<StickAxis> heard(Step of) {
        return Optional.ofNullable(found.get(of));
    }

    /** True where that was passed over before anything was heard for it. */
    public boolean isPassedOver(Step of) {
        return passed.contains(of) && !found.containsKey(of);
    }

    /** What was learned; empty before the end. */
    public Optional<StickMapping> learned() {
        return step == Step.DONE ? Optional.of(mapping) : Optional.empty();
    }

    /** Passes over this step: nothing will steer that, or no button is the modifier. Not the first, which measures. */
    public void skip() {
        if (step != Step.REST) {
            passed.add(step);
            goOn();
        }
    }

    /**
     * How the stick stands.
     *
     * @param nanos of {@code Clock.nanos()}, growing
     */
    public void take(StickState state, long nanos) {
        long fresh = state.buttons() & ~down;
        down = state.buttons();
        switch (step) {
            case REST -> rest(state, nanos);
            case RIGHT, UP, NEARER -> move(state, nanos);
            case MODIFIER -> press(fresh);
            case DONE -> {
                // what was learned stays
            }
        }
    }

    private void rest(StickState state, long nanos) {
        boolean restless = false;
        for (int i = 0; i < count; i++) {
            least[i] = Math.min(least[i], state.axis(i));
            most[i] = Math.max(most[i], state.axis(i));
            restless |= most[i] - least[i] > 2 * MOST_NOISE;
        }
        if (sinceNanos == Long.MIN_VALUE || restless) {
            trouble = restless && sinceNanos != Long.MIN_VALUE ? Trouble.RESTLESS : Trouble.NONE;
            sinceNanos = nanos;
            for (int i = 0; i < count; i++) {
                least[i] = state.axis(i);
                most[i] = state.axis(i);
            }
        } else if (nanos - sinceNanos >= STILL.toNanos()) {
            goOn();
        }
    }

    private double centre(int axis) {
        return (least[axis] + most[axis]) / 2;
    }

    /** Levers that stay where they are put are no axes to steer by. */
    private boolean comesBack(int axis) {
        return Math.abs(centre(axis)) <= StickAxis.MOST_DEAD;
    }

    private boolean isFree(int axis) {
        return comesBack(axis) && found.values().stream().noneMatch(each -> each.index() == axis);
    }

    private void move(StickState state, long nanos) {
        int far = StickAxis.ABSENT;
        int many = 0;
        boolean rests = true;
        for (int i = 0; i < count; i++) {
            double way = Math.abs(state.axis(i) - centre(i));
            rests &= !comesBack(i) || way < NEAR;
            if (isFree(i) && way >= FAR) {
                far = i;
                many++;
            }
        }
        if (letGo) {
            if (rests) {
                goOn();
            }
            return;
        }
        trouble = many > 1 ? Trouble.TWO_AT_ONCE : Trouble.NONE;
        if (many != 1 || far != candidate) {
            candidate = many == 1 ? far : StickAxis.ABSENT;
            sinceNanos = nanos;
        } else if (nanos - sinceNanos >= HELD.toNanos()) {
            found.put(step, axis(far, state.axis(far) < centre(far)));
            letGo = true;
            trouble = Trouble.LET_GO;
        }
    }

    private StickAxis axis(int index, boolean inverted) {
        double noise = most[index] - least[index];
        double dead = Math.clamp(noise + LEAST_DEAD, LEAST_DEAD, StickAxis.MOST_DEAD);
        return new StickAxis(index, inverted, centre(index), dead, USUAL_CURVE);
    }

    private void press(long fresh) {
        if (fresh != 0) {
            int button = Long.numberOfTrailingZeros(fresh);
            if (button < StickMapping.BUTTONS) {
                mapping = mapping.withPressed(button, StickDeed.of(Kind.MODIFIER));
                goOn();
            }
        }
    }

    private void goOn() {
        step = step.next();
        trouble = Trouble.NONE;
        candidate = StickAxis.ABSENT;
        letGo = false;
        mapping = mapping.withAxes(
                found.getOrDefault(Step.RIGHT, StickAxis.NONE),
                found.getOrDefault(Step.UP, StickAxis.NONE),
                found.getOrDefault(Step.NEARER, StickAxis.NONE));
        if (count == 0 && step == Step.RIGHT) {
            step = Step.MODIFIER;
        }
        if (!buttons && step == Step.MODIFIER) {
            step = Step.DONE;
        }
    }
}
