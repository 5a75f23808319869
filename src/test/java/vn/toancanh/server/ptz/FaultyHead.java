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
    final List<HeadCommand.Kind> accepted = new ArrayList<>();

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
    public boolean offers(HeadCommand.Kind kind) {
        return true;
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
            accepted.add(command.kind());
            story.add(word + " taken");
        });
    }

    private void answer(long afterMs, Consumer<@Nullable ApiProblem> done, @Nullable ApiProblem problem, String word) {
        lane.after(Duration.ofMillis(afterMs), () -> {
            story.add(word);
            done.accept(problem);
        });
    }

    /** True where it stands, or never moved. */
    boolean stands() {
        for (HeadCommand.Kind kind : accepted.reversed()) {
            if (kind == HeadCommand.Kind.STOP) {
                return true;
            }
            if (kind.goesOn()) {
                return false;
            }
        }
        return true;
    }
}
