package vn.toancanh.bench.ptz;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.simulator.head.HeadFault;

/**
 * One movement and everything that goes wrong with it, by a number: the same number gives the same again.
 *
 * @param steps from the first pressing on
 * @param faults of the head
 * @param faultyFrom before which step the head goes wrong; beyond the last one: as the hand lets go
 * @param lingersMillis how long after the last step the hand lets go
 */
record Sequence(List<Step> steps, Set<HeadFault> faults, int faultyFrom, LettingGo lettingGo, int lingersMillis) {
    /**
     * A hand moves, and holds.
     *
     * @param flaps the head's cable is pulled that long after it has begun; 0: it is not
     */
    record Step(HeadSpeed speed, int holdsMillis, int flaps) {}

    /** What may be wrong with a head that moves at all and says the truth; the worst of it is drawn twice. */
    private static final List<HeadFault> FAULTS = List.of(
            HeadFault.RUNAWAY,
            HeadFault.RUNAWAY,
            HeadFault.NO_STOP,
            HeadFault.SLOW,
            HeadFault.MUTE,
            HeadFault.BARE_STOP,
            HeadFault.STATUS_UNKNOWN);

    /** Of a hundred draws so many fall. */
    private static final int SHARE = 20;

    private static final int MOST_STEPS = 4;
    private static final int LONGEST_HOLD = 1200;
    private static final int LONGEST_FLAP = 300;
    private static final int LONGEST_LINGER = 300;

    Sequence {
        steps = List.copyOf(steps);
        faults = Set.copyOf(faults);
    }

    /**
     * The sequence of that number.
     *
     * @param together how all heads of a client are let go of at once; null where each has its own way
     */
    static Sequence of(long seed, int number, @Nullable LettingGo together) {
        Random random = new Random(seed * 1_000_003L + number);
        EnumSet<HeadFault> faults = EnumSet.noneOf(HeadFault.class);
        FAULTS.stream().filter(each -> random.nextInt(100) < SHARE).forEach(faults::add);
        LettingGo way = together == null ? own(random) : together;
        if (way.cutsHeadOff()) {
            // What a slow head has still to do when it is cut off nobody can take back.
            faults.remove(HeadFault.SLOW);
        }
        List<Step> steps = new ArrayList<>();
        for (int left = 1 + random.nextInt(MOST_STEPS); left > 0; left--) {
            boolean flaps = !steps.isEmpty() && random.nextInt(100) < SHARE;
            steps.add(new Step(
                    speed(random), 50 + random.nextInt(LONGEST_HOLD), flaps ? 30 + random.nextInt(LONGEST_FLAP) : 0));
        }
        return new Sequence(steps, faults, random.nextInt(steps.size() + 2), way, random.nextInt(LONGEST_LINGER));
    }

    private static LettingGo own(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> LettingGo.HEAD_CABLE;
            case 1 -> LettingGo.DEAF;
            default -> LettingGo.RELEASED;
        };
    }

    private static HeadSpeed speed(Random random) {
        double pan = (random.nextBoolean() ? 1 : -1) * (0.1 + 0.9 * random.nextDouble());
        return new HeadSpeed(
                pan, random.nextInt(3) == 0 ? random.nextDouble() * 2 - 1 : 0, random.nextInt(5) == 0 ? 1 : 0);
    }

    /** True where nothing can end the movement: nothing reaches the head, and it heeds no time. */
    boolean cannotBeEnded() {
        return lettingGo.cutsHeadOff() && faults.contains(HeadFault.RUNAWAY);
    }
}
