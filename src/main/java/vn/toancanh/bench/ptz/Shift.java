package vn.toancanh.bench.ptz;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;
import vn.toancanh.bench.Ground;
import vn.toancanh.simulator.head.HeadFault;

/**
 * One desk through all its rounds: in each as many heads as it has hands go through a sequence, side by side. A desk that was killed is
 * followed by another; until the lease of the killed one has run out it works with other heads. On a thread of its own.
 */
final class Shift implements Handle {
    /** How many heads a desk has in its hands at once. */
    static final int HANDS = 8;

    /** Each round has other heads than the two before it. */
    static final int SETS = 3;

    private final Ground ground;
    private final Path logs;
    private final DrilledCity city;
    private final int number;
    private final Set<HeadFault> planted;
    private final Verdicts verdicts;
    private final Cable cable;
    private @Nullable DeskProcess desk;

    /** @param number of the desk, from 0 */
    Shift(Ground ground, Path logs, DrilledCity city, int number, Set<HeadFault> planted, Verdicts verdicts)
            throws IOException {
        this.ground = ground;
        this.logs = logs;
        this.city = city;
        this.number = number;
        this.planted = planted;
        this.verdicts = verdicts;
        this.cable = Cable.from("127.0.0.1", city.serverPort());
    }

    /** How all heads of a desk are let go of in a round; null where each has its own way. */
    private static @Nullable LettingGo together(int turn) {
        return switch (turn % 4) {
            case 1 -> LettingGo.KILLED;
            case 3 -> LettingGo.DESK_CABLE;
            default -> null;
        };
    }

    /**
     * One round.
     *
     * @param round from 0
     * @param first number of its first sequence
     * @param most of its sequences; no more than there are hands
     */
    void go(int round, long seed, int first, int most) throws IOException, InterruptedException {
        @Nullable LettingGo together = together(round + number);
        DeskProcess now = ready();
        List<Hand> hands = new ArrayList<>();
        int from = (number * SETS + round % SETS) * HANDS;
        for (int i = 0; i < Math.min(HANDS, most); i++) {
            Sequence sequence = Sequence.of(seed, first + i, together);
            hands.add(new Hand(ground.clock(), now, city.heads().get(from + i), sequence, planted));
        }
        all(hands, Hand::play);
        long thrownOff = ground.clock().nanos();
        if (together == LettingGo.KILLED) {
            now.kill();
        } else if (together == LettingGo.DESK_CABLE) {
            cable.pull();
        }
        all(hands, hand -> hand.letGo(thrownOff));
        all(hands, Hand::look);
        cable.plug();
        all(hands, hand -> {
            Verdict verdict = hand.judge();
            verdicts.add(verdict);
            if (!verdict.isGood()) {
                ground.err().println("drill: " + verdict + "; " + hand.diary());
            }
        });
    }

    private DeskProcess ready() throws IOException, InterruptedException {
        DeskProcess before = desk;
        if (before != null && before.runs()) {
            return before;
        }
        URI server = URI.create("http://127.0.0.1:" + cable.port());
        DeskProcess next = DeskProcess.start(server, DrilledCity.user(number), city.password(), logs);
        desk = next;
        return next;
    }

    /** What one hand does. */
    private interface Deed {
        void by(Hand hand) throws IOException, InterruptedException;
    }

    /** All hands at once. */
    private static void all(List<Hand> hands, Deed deed) throws IOException, InterruptedException {
        List<IOException> failed = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Hand hand : hands) {
            Thread thread = Threads.virtual("hand", () -> {
                try {
                    deed.by(hand);
                } catch (IOException gone) {
                    synchronized (failed) {
                        failed.add(gone);
                    }
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!failed.isEmpty()) {
            throw failed.getFirst();
        }
    }

    @Override
    public void close() {
        DeskProcess last = desk;
        if (last != null) {
            last.close();
        }
        cable.close();
    }
}
