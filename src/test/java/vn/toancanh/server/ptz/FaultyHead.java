package vn.toancanh.server.ptz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Lane;
import vn.toancanh.server.http.ApiProblem;

/** A head at the end of a bad network, by chance: what it takes, when it takes it, and what of that its owner ever learns. */
final class FaultyHead implements Heads {
    private static final Duration MOST_LATE = Duration.ofMillis(2500);

    private final Lane lane;
    private final SplittableRandom random;

    /** In the order in which the head took them. */
    final List<HeadCommand> accepted = new ArrayList<>();

    /** What happened, for whoever looks at a seed. */
    final List<String> story = new ArrayList<>();

    /** Commands that may still go wrong; after them the network is well. */
    int faults;

    FaultyHead(Lane lane, SplittableRandom random, int faults) {
        this.lane = lane;
        this.random = random;
        this.faults = faults;
    }

    @Override
    public Duration lasting(String cameraId) {
        return USUAL_LASTING;
    }

    @Override
    public void prepare(String cameraId) {}

    @Override
    public void send(String cameraId, HeadCommand command, Consumer<@Nullable ApiProblem> done) {
        int fate = faults-- > 0 ? random.nextInt(6) : 0;
        long taken = random.nextLong(400);
        long answered = taken + random.nextLong(400);
        String word = command.kind() + " by fate " + fate;
        switch (fate) {
            case 1 -> answer(answered, done, Heads.noAnswer(), word + " lost");
            case 2 -> {
                take(taken, command, word);
                answer(answered, done, Heads.noAnswer(), word + " answer lost");
            }
            case 3 -> {
                answer(answered, done, Heads.noAnswer(), word + " given up");
                // A stop may be late, too, but one that is late after everything else does no harm.
                take(answered + random.nextLong(MOST_LATE.toMillis()), command, word + " late");
            }
            case 4 -> answer(answered, done, ApiProblem.of(502, "ptz.refused", "no"), word + " refused");
            default -> {
                take(taken, command, word);
                answer(answered, done, null, word + " done");
            }
        }
    }

    private void take(long afterMs, HeadCommand command, String word) {
        lane.after(Duration.ofMillis(afterMs), () -> {
            accepted.add(command);
            story.add(word + " taken");
        });
    }

    private void answer(long afterMs, Consumer<@Nullable ApiProblem> done, @Nullable ApiProblem problem, String word) {
        lane.after(Duration.ofMillis(afterMs), () -> {
            story.add(word);
            done.accept(problem);
        });
    }

    boolean took(HeadCommand.Kind kind) {
        return accepted.stream().anyMatch(each -> each.kind() == kind);
    }

    /** True where its axes and its focus stand, or never moved. */
    boolean stands() {
        return stands(HeadCommand.Kind.CONTINUOUS) && stands(HeadCommand.Kind.FOCUS);
    }

    private boolean stands(HeadCommand.Kind moves) {
        for (HeadCommand each : accepted.reversed()) {
            boolean heeds = moves != HeadCommand.Kind.FOCUS || each.lens() != 0;
            if (each.kind() == HeadCommand.Kind.STOP && heeds) {
                return true;
            }
            if (each.kind() == moves) {
                return false;
            }
        }
        return true;
    }
}
