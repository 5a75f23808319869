package vn.toancanh.simulator.rtsp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.Fault;
import vn.toancanh.simulator.clip.Clip;
import vn.toancanh.simulator.clip.ClipSpec;
import vn.toancanh.simulator.clip.LiveCoders;
import vn.toancanh.simulator.head.HeadPosition;
import vn.toancanh.simulator.strip.Schedule;

/** One stream of one camera and who watches it: sends each picture when it is due. On the server's thread. */
final class Feed {
    /** What a thin link passes of its stream. */
    private static final double THIN_SHARE = 0.7;

    private static final int LEAP_SECONDS = 30;
    private static final int LEAP_EVERY_SECONDS = 5;

    final ServedCamera camera;
    final StreamRole role;
    private final Schedule schedule;
    private final Clip live;
    private final long thin;
    private final List<Watcher> watchers = new ArrayList<>();
    private @Nullable Following following;
    private @Nullable Clip instead;
    private @Nullable Fault insteadOf;
    private long insteadFrom;
    private long next;
    private long sent;
    private long left;
    private boolean scheduled;

    Feed(ServedCamera camera, Clip live, Schedule schedule) {
        this.camera = camera;
        this.role = live.spec().role();
        this.live = live;
        this.thin = Math.max(
                1, (long) (THIN_SHARE * RtpWriter.bytes(live) / live.frames().size()));
        this.schedule = schedule;
    }

    /** Has it show what its camera's head sees, where it has one. */
    void follow(LiveCoders coders, Executor loop, RtpWriter writer) {
        Supplier<HeadPosition> head = camera.head();
        following = head == null
                ? null
                : new Following(live, head, coders, loop, new Following.Sink() {
                    @Override
                    public void late(long count, Clip.Frame frame) {
                        if (camera.fault() != Fault.SILENCE && !showsInstead(count)) {
                            pass(writer, count, frame);
                        }
                    }

                    @Override
                    public void broken() {
                        watchers.forEach(Watcher::waitForKey);
                    }

                    @Override
                    public long next() {
                        return next;
                    }
                });
    }

    Codec codec() {
        return live.spec().codec();
    }

    List<Watcher> watchers() {
        return watchers;
    }

    /** Pictures sent, over all watchers. */
    long sent() {
        return sent;
    }

    /** Pictures left out for watchers that were too slow or waited for a key frame. */
    long left() {
        return left;
    }

    /** True while a timer stands for the next picture. */
    boolean scheduled() {
        return scheduled;
    }

    void scheduled(boolean now) {
        scheduled = now;
    }

    /** Adds a watcher; {@code burst} sends it the newest key frame and what followed at once. */
    void join(Watcher watcher, long now, boolean burst, RtpWriter writer) {
        long newest = schedule.countAt(camera.number(), role, now);
        if (watchers.isEmpty()) {
            next = newest + 1;
            if (following != null) {
                following.begin(next);
            }
        }
        watchers.add(watcher);
        watcher.playing(true);
        if (burst && camera.fault() == null && (following == null || following.isAtRest())) {
            long key = newest;
            while (!loopFrame(key).filter(Clip.Frame::key).isPresent()) {
                key--;
            }
            for (long count = key; count < next; count++) {
                int time = ticks(count);
                loopFrame(count).ifPresent(frame -> watcher.send(writer, frame, time, Damage.NONE));
            }
        }
    }

    void leave(Watcher watcher) {
        watchers.remove(watcher);
        watcher.playing(false);
        if (watchers.isEmpty() && following != null) {
            following.end();
        }
    }

    /** When the next picture is due. */
    long due() {
        return schedule.dueNanos(camera.number(), role, next);
    }

    /** Sends the picture that is due. */
    void send(RtpWriter writer) {
        long count = next++;
        long room = camera.fault() == Fault.THIN ? thin : Connection.ALL;
        watchers.forEach(watcher -> watcher.connection.pass(room));
        boolean silent = camera.fault() == Fault.SILENCE;
        if (following != null) {
            following.turn(count, !silent && !showsInstead(count));
        }
        if (silent) {
            watchers.forEach(Watcher::waitForKey);
            return;
        }
        Clip.Frame frame = frame(count);
        if (frame != null) {
            pass(writer, count, frame);
        }
    }

    private void pass(RtpWriter writer, long count, Clip.Frame frame) {
        Damage damage = Damage.of(camera.fault());
        for (Watcher watcher : List.copyOf(watchers)) {
            if (watcher.send(writer, frame, ticks(count), damage)) {
                sent++;
            } else {
                left++;
            }
        }
    }

    /** Tells every watcher which RTP time it is. */
    void report(RtpWriter writer, long now, Instant wall) {
        if (camera.fault() == Fault.SILENCE) {
            return;
        }
        long since = (now - schedule.dueNanos(camera.number(), role, next)) * RtpWriter.CLOCK_RATE / 1_000_000_000L;
        int time = ticks(next) + (int) since;
        for (Watcher watcher : watchers) {
            if (!watcher.connection.congested()) {
                watcher.connection.write(writer.report(watcher.sequence, watcher.sequence.timeBase + time, wall));
            }
        }
    }

    /** The loop to be encoded for a fault that shows another picture; null for any other. */
    @Nullable
    ClipSpec specOf(@Nullable Fault fault, long now) {
        ClipSpec of = live.spec();
        ClipSpec.Showing showing = showing(fault);
        if (showing == ClipSpec.Showing.LIVE) {
            return null;
        }
        // a second ahead: by the time it is encoded the scene has come to that very picture
        long ahead = schedule.countAt(camera.number(), role, now) + Schedule.rate(role);
        int frame = showing == ClipSpec.Showing.FROZEN ? (int) Math.floorMod(ahead, (long) Schedule.frames(role)) : 0;
        Supplier<HeadPosition> head = camera.head();
        return new ClipSpec(of.camera(), of.scene(), of.caption(), role, of.codec(), showing, frame)
                .seenFrom(head == null ? null : head.get());
    }

    private static ClipSpec.Showing showing(@Nullable Fault fault) {
        return switch (fault) {
            case FREEZE, STUCK -> ClipSpec.Showing.FROZEN;
            case BLACK -> ClipSpec.Showing.BLACK;
            case SLOW -> ClipSpec.Showing.SLOW;
            case NOISY_NIGHT -> ClipSpec.Showing.NOISY_NIGHT;
            case STILL_NIGHT -> ClipSpec.Showing.STILL_NIGHT;
            case null, default -> ClipSpec.Showing.LIVE;
        };
    }

    /** True while it shows what its camera's fault wants: what hangs goes on hanging while nobody watches. */
    boolean showsFault() {
        return instead != null && insteadOf == camera.fault();
    }

    /** When the loop shown instead of the live one began, {@code Clock.nanos()}. */
    long insteadSince() {
        return schedule.dueNanos(camera.number(), role, insteadFrom);
    }

    /** Notes which camera each watcher watches, by the port it watches from. */
    void watchers(Map<Integer, Integer> cameras) {
        watchers.forEach(watcher -> cameras.put(watcher.connection.remotePort(), camera.number()));
    }

    /** Shows another loop from now on, or the live one again. */
    void show(@Nullable Clip other) {
        if (other == null && instead == null) {
            return;
        }
        instead = other;
        insteadOf = other == null ? null : camera.fault();
        insteadFrom = next;
        if (other != null && other.spec().showing() == ClipSpec.Showing.FROZEN) {
            int frames = Schedule.frames(role);
            long ahead = Math.floorMod(other.spec().frame() - next, (long) frames);
            insteadFrom = ahead <= 2L * Schedule.rate(role) ? next + ahead : next;
        }
        if (other == null || other.spec().showing() == ClipSpec.Showing.SLOW) {
            watchers.forEach(Watcher::waitForKey);
        }
    }

    private boolean showsInstead(long count) {
        return instead != null && count >= insteadFrom;
    }

    private Optional<Clip.Frame> loopFrame(long count) {
        if (following != null) {
            return following.loopFrame(count);
        }
        int at = (int) Math.floorMod(count, (long) live.frames().size());
        return Optional.of(live.frames().get(at));
    }

    private Clip.@Nullable Frame frame(long count) {
        Clip other = instead;
        if (other == null || count < insteadFrom) {
            return following == null ? loopFrame(count).orElse(null) : following.frame(count);
        }
        int size = other.frames().size();
        if (other.spec().showing() != ClipSpec.Showing.SLOW) {
            return other.frames().get((int) ((count - insteadFrom) % size));
        }
        long step = Schedule.rate(role);
        return Math.floorMod(count, step) != 0
                ? null
                : other.frames().get((int) Math.floorMod(Math.floorDiv(count, step), (long) size));
    }

    /** RTP time of a picture, without the watcher's base. */
    int ticks(long count) {
        int rate = Schedule.rate(role);
        long shown = camera.fault() == Fault.STUCK && instead != null ? Math.min(count, insteadFrom) : count;
        long ticks = shown * (RtpWriter.CLOCK_RATE / rate);
        if (camera.fault() == Fault.TIME_JUMP && Math.floorDiv(count, (long) rate * LEAP_EVERY_SECONDS) % 2 != 0) {
            ticks += (long) LEAP_SECONDS * RtpWriter.CLOCK_RATE;
        }
        return (int) ticks;
    }

    /** The running count of the picture sent next. */
    long next() {
        return next;
    }
}
