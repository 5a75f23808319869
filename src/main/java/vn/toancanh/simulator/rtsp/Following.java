package vn.toancanh.simulator.rtsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.simulator.clip.Clip;
import vn.toancanh.simulator.clip.LiveCoder;
import vn.toancanh.simulator.clip.LiveCoders;
import vn.toancanh.simulator.head.HeadPosition;
import vn.toancanh.simulator.strip.Schedule;

/**
 * What a stream shows whose camera has a head. At rest a loop is sent again and again, which costs what any loop costs. From when the head has left what
 * the loop shows a coder makes the pictures one at a time, until a whole loop of the new view has passed by: that is then repeated. On the
 * server's thread.
 */
final class Following {
    /** What becomes of pictures that are coded. */
    interface Sink {
        /** A picture whose time has come before it was coded. */
        void late(long count, Clip.Frame frame);

        /** What is sent next does not go on from what was sent last. */
        void broken();

        /** The running count of the picture that is sent next. */
        long next();
    }

    /** Pictures that are waited for at a coder at most; beyond that some are left out. */
    static final int MOST_WAITING = 8;

    /** A coder that has been silent for so long is given up. */
    static final int GIVE_UP_SECONDS = 3;

    /** After one that failed none is begun for so long. */
    static final int RETRY_SECONDS = 10;

    /** A loop of which more than this part is missing is coded once more, a few times. */
    private static final double MOST_MISSING = 0.1;

    private static final int ROUNDS = 3;

    private record Coded(long count, Clip.Frame frame) {}

    private final Clip home;
    private final Supplier<HeadPosition> head;
    private final LiveCoders coders;
    private final Executor loop;
    private final Sink sink;
    private final int rate;
    private final int whole;

    private HeadPosition shown = HeadPosition.AHEAD;
    private List<Optional<Clip.Frame>> rest;
    private long restFrom;

    private @Nullable LiveCoder coder;
    private final Deque<Coded> ready = new ArrayDeque<>();
    private long first;
    private long ordered;
    private int waiting;
    private long heard;
    private long retry = Long.MIN_VALUE;
    private boolean withheld;
    private long withheldUntil;

    private final List<Optional<Clip.Frame>> passed = new ArrayList<>();
    private HeadPosition passedAt = HeadPosition.AHEAD;
    private long passedFrom;
    private int missing;
    private int rounds;

    /**
     * At rest, straight ahead.
     *
     * @param home the loop of what is seen straight ahead
     * @param loop the server's thread
     */
    Following(Clip home, Supplier<HeadPosition> head, LiveCoders coders, Executor loop, Sink sink) {
        this.home = home;
        this.head = head;
        this.coders = coders;
        this.loop = loop;
        this.sink = sink;
        this.rate = Schedule.rate(home.spec().role());
        this.whole = Schedule.frames(home.spec().role());
        this.rest = home.frames().stream().map(Optional::of).toList();
    }

    /** Somebody watches who was not there before: he is shown nothing of where the head looks no more. */
    void begin(long next) {
        withheld = true;
        withheldUntil = next + rate * 3L / 2;
    }

    /** True while the loop shows what the head sees. */
    boolean isAtRest() {
        return coder == null && head.get().equals(shown);
    }

    /**
     * Has it follow the head; once a picture, when it is due.
     *
     * @param seen false: whatever it shows is not sent
     */
    void turn(long count, boolean seen) {
        HeadPosition at = head.get();
        if (!seen) {
            end();
            begin(count + 1);
        } else if (coder == null) {
            if (!at.equals(shown) && count >= retry) {
                start(count, at);
            }
        } else if (waiting > 0 && count - heard > (long) GIVE_UP_SECONDS * rate) {
            failed(coder);
        } else if (count >= ordered && waiting < MOST_WAITING) {
            order(count + 1, at);
        }
        withheld = withheld && count < withheldUntil && !at.equals(shown);
    }

    /** A fifth of a second ahead: until then the loop goes on, and most encoders have begun. */
    private void start(long count, HeadPosition at) {
        LiveCoder[] own = new LiveCoder[1];
        var begun = coders.begin(home.spec(), new LiveCoder.Listener() {
            @Override
            public void coded(long coded, HeadPosition from, Clip.Frame frame) {
                loop.execute(() -> take(own[0], coded, from, frame));
            }

            @Override
            public void ended() {
                loop.execute(() -> failed(own[0]));
            }
        });
        if (begun.isPresent()) {
            own[0] = begun.get();
            coder = own[0];
            waiting = 0;
            first = count + rate / 5;
            heard = first;
            order(first, at);
        }
    }

    private void order(long count, HeadPosition at) {
        if (coder != null) {
            ordered = count;
            waiting++;
            coder.code(count, at);
        }
    }

    private void take(@Nullable LiveCoder from, long count, HeadPosition at, Clip.Frame frame) {
        if (coder == null || !coder.equals(from)) {
            return;
        }
        waiting--;
        heard = Math.max(heard, sink.next());
        if (count < sink.next()) {
            sink.late(count, frame);
        } else {
            ready.add(new Coded(count, frame));
        }
        pass(count, at, frame);
    }

    /** Keeps what passes by once the head stands, from a key frame; a picture that was left out stays so in each round. */
    private void pass(long count, HeadPosition at, Clip.Frame frame) {
        if (!at.equals(passedAt)) {
            passed.clear();
            passedAt = at;
            rounds = 0;
        }
        if (passed.isEmpty()) {
            if (!frame.key()) {
                return;
            }
            passedFrom = count;
            missing = 0;
        }
        while (passed.size() < whole && passedFrom + passed.size() < count) {
            passed.add(Optional.empty());
            missing++;
        }
        if (passed.size() < whole) {
            passed.add(Optional.of(frame));
        }
        if (passed.size() == whole) {
            if (missing > whole * MOST_MISSING && ++rounds < ROUNDS) {
                passed.clear();
            } else {
                rest = List.copyOf(passed);
                restFrom = passedFrom;
                shown = at;
                end();
            }
        }
    }

    private void failed(@Nullable LiveCoder from) {
        if (coder != null && coder.equals(from)) {
            end();
            retry = sink.next() + (long) RETRY_SECONDS * rate;
            withheld = false;
            sink.broken();
        }
    }

    /** Ends the coder, where there is one: nobody watches, or the loop goes on. */
    void end() {
        if (coder != null) {
            coder.close();
            coder = null;
        }
        ready.clear();
        passed.clear();
        waiting = 0;
    }

    /** The picture that is due; null where it is not coded yet, and then comes late, or where there is none. */
    Clip.@Nullable Frame frame(long count) {
        if (coder == null || count < first) {
            return withheld ? null : loopFrame(count).orElse(null);
        }
        while (!ready.isEmpty() && ready.element().count < count) {
            ready.remove();
        }
        Coded next = ready.peek();
        return next != null && next.count == count ? ready.remove().frame : null;
    }

    /** That picture of the loop; empty where it was left out. */
    Optional<Clip.Frame> loopFrame(long count) {
        return rest.get((int) Math.floorMod(count - restFrom, (long) rest.size()));
    }
}
