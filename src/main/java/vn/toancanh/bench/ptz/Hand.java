package vn.toancanh.bench.ptz;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import vn.toancanh.base.Clock;
import vn.toancanh.ptz.HeadReading.Phase;
import vn.toancanh.simulator.head.HeadFault;

/** Whoever has one head move through one sequence, lets go, mends what was broken, and judges. On one thread at a time. */
final class Hand {
    /** So long after the letting go it is looked whether the head stands; then what was broken is mended. */
    static final long LOOK_MS = Verdicts.STANDS_MS;

    /** So long after the mending the head stands for good: longer than any stop is repeated after a move that was never answered. */
    static final long REST_MS = 4500;

    private static final long FIRST_MOVE_MS = 1500;
    private static final long STEP_MS = 5;

    private final Clock clock;
    private final DeskProcess desk;
    private final DrilledHead head;
    private final Sequence sequence;
    private final Set<HeadFault> planted;
    private long begunNanos;
    private long letGoNanos;
    private boolean excused;
    private boolean said;
    private boolean stood;
    private long stoodMillis;
    private long mendedNanos;

    /** @param planted goes wrong with the head from the beginning, whatever the sequence says */
    Hand(Clock clock, DeskProcess desk, DrilledHead head, Sequence sequence, Set<HeadFault> planted) {
        this.clock = clock;
        this.desk = desk;
        this.head = head;
        this.sequence = sequence;
        this.planted = planted;
    }

    /** Presses and holds, step by step. */
    void play() throws IOException, InterruptedException {
        begunNanos = clock.nanos();
        head.forget();
        head.goWrong(planted);
        for (int i = 0; i < sequence.steps().size(); i++) {
            Sequence.Step step = sequence.steps().get(i);
            if (i == sequence.faultyFrom()) {
                head.goWrong(faults());
            }
            desk.move(head.camera(), step.speed());
            if (i == 0) {
                await(begunNanos + millis(FIRST_MOVE_MS), head::moves);
            }
            if (step.flaps() > 0) {
                head.cable().pull();
                TimeUnit.MILLISECONDS.sleep(step.flaps());
                head.cable().plug();
            }
            TimeUnit.MILLISECONDS.sleep(step.holdsMillis());
        }
    }

    private EnumSet<HeadFault> faults() {
        EnumSet<HeadFault> all = EnumSet.noneOf(HeadFault.class);
        all.addAll(planted);
        all.addAll(sequence.faults());
        return all;
    }

    /**
     * Lets go, or is thrown off together with all others.
     *
     * @param thrownOffNanos when that was
     */
    void letGo(long thrownOffNanos) throws IOException, InterruptedException {
        EnumSet<HeadFault> faults = faults();
        boolean own = sequence.lettingGo().isOfOneHead();
        if (own) {
            TimeUnit.MILLISECONDS.sleep(sequence.lingersMillis());
        }
        letGoNanos = own ? clock.nanos() : thrownOffNanos;
        if (sequence.lettingGo() == LettingGo.DEAF) {
            faults.add(HeadFault.DEAF);
        }
        head.goWrong(faults);
        if (sequence.lettingGo() == LettingGo.HEAD_CABLE) {
            head.cable().pull();
        }
        if (own) {
            desk.release(head.camera());
        }
    }

    /** Waits, looks whether the head stands, and mends what was broken. */
    void look() throws InterruptedException {
        await(letGoNanos + millis(LOOK_MS), () -> false);
        excused = sequence.cannotBeEnded() && head.moves();
        Phase phase = desk.phase(head.camera());
        said = !excused || phase == Phase.STOPPING || phase == Phase.REFUSED;
        stood = !head.moves();
        stoodMillis = head.stoodAfter(letGoNanos);
        mendedNanos = clock.nanos();
        head.cable().plug();
        head.goWrong(faults());
    }

    /** Waits again, and says what became of it. */
    Verdict judge() throws InterruptedException {
        await(letGoNanos + millis(LOOK_MS + REST_MS), () -> false);
        boolean endedMoving = head.moves() || head.lastWasNoStop(begunNanos);
        return new Verdict(
                sequence,
                head.everMoved(),
                stood ? stoodMillis : head.stoodAfter(letGoNanos),
                stood ? head.stoodAfter(mendedNanos) : 0,
                excused,
                said,
                endedMoving);
    }

    /** What the head has heard last, for people. */
    String diary() {
        return head.camera() + ": " + head.diary();
    }

    private void await(long untilNanos, BooleanSupplier soon) throws InterruptedException {
        while (clock.nanos() - untilNanos < 0 && !soon.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(STEP_MS);
        }
    }

    private static long millis(long count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }
}
