package vn.toancanh.decoder;

import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.frames.StripWriter;
import vn.toancanh.rtsp.AccessUnit;
import vn.toancanh.rtsp.VideoTrack;

/**
 * One libVLC player's two ends: the blocks it pulls and the pictures it draws into a strip. Fed by the stream's thread,
 * pulled by libVLC's input thread, drawn by its output thread, of which there is one each at a time.
 */
final class Playback implements NativeCalls.Player {
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(40);

    /** A decoder that so many units wait for, the oldest for so long, gets no more of them. */
    private static final int LEAST_WAITING = 8;

    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(1);

    private final VideoTrack.Encoding encoding;
    private final StripWriter strip;
    private final VlcClock clock;
    private final OnShow onShow;
    private final Runnable firstPicture;
    private final UnitQueue queue = new UnitQueue();
    private final NewPictures pictures = new NewPictures();
    private final DecoderCount count = new DecoderCount();
    private volatile IntSupplier counted = () -> -1;
    private final UnitTimes times;
    private final Arrears arrears = new Arrears();
    private final CatchUp catchUp;
    private final Healing healing;
    private final Lateness lateness = new Lateness();
    private volatile @Nullable SequenceHeader header;
    private final long publishedBefore;
    private volatile boolean unsmoothed;
    private volatile boolean everySecond;
    private boolean leftOut;
    private volatile long decoded;
    private volatile long fed;
    private volatile long changedAt;
    private UnitQueue.@Nullable Unit ahead;
    private final UnitMemory memory = new UnitMemory();
    private boolean primed;
    private long units;

    /**
     * @param header of the stream; null where it has none
     * @param reordered the stream's pictures come in another order than they are shown
     * @param burst units that are fed at once when it opens
     * @param onShow what the stream's players have shown
     * @param firstPicture called once, on a thread of libVLC's
     */
    Playback(
            VideoTrack.Encoding encoding,
            @Nullable SequenceHeader header,
            boolean reordered,
            int burst,
            StripWriter strip,
            VlcClock clock,
            OnShow onShow,
            Runnable firstPicture) {
        this.encoding = encoding;
        this.header = header;
        this.strip = strip;
        this.clock = clock;
        this.onShow = onShow;
        this.firstPicture = firstPicture;
        this.times = new UnitTimes(reordered, burst);
        this.catchUp = new CatchUp(burst, arrears);
        this.healing = new Healing(encoding);
        this.publishedBefore = strip.published();
    }

    StripWriter strip() {
        return strip;
    }

    /** So many bytes may wait for its decoder beyond what it opens with. */
    void limit(long bytes) {
        queue.limit(bytes);
    }

    /** Chooses, before it begins, whether the edges of blocks stay as they are. */
    void unsmoothed(boolean is) {
        unsmoothed = is;
    }

    /** Shows every second picture only, or all again. */
    void showEverySecond(boolean is) {
        everySecond = is;
    }

    /** True where block edges stay as they are: it was asked for so, or nobody would see the difference. */
    boolean reduced() {
        return unsmoothed || small();
    }

    /** True where another player would have to begin for block edges to stay as they are, or to be smoothed again. */
    boolean mustBeginAnew(boolean unsmoothedNow) {
        return unsmoothed != unsmoothedNow && !small();
    }

    /** True where its pictures are drawn at half their size or less. */
    private boolean small() {
        SequenceHeader known = header;
        return known != null && known.reducedIn(strip.mostWidth(), strip.mostHeight());
    }

    /** The stream's pictures changed their size. */
    void announce(SequenceHeader changed) {
        header = changed;
    }

    /** Feeds a unit, see {@link UnitQueue.Unit}. */
    void put(AccessUnit unit, boolean begins, long dueMicros, long sentNanos, LongSupplier taken) {
        long now = clock.micros();
        UnitQueue.Unit queued =
                new UnitQueue.Unit(unit.data(), unit.key(), dueMicros, sentNanos, taken, now, unit.heals(), begins);
        queue.put(queued, now);
    }

    /** True where libVLC would throw away what it is fed now, since nothing came for so long: another player has to begin. */
    boolean spoilt() {
        return lateness.spoilt(clock.micros());
    }

    /** Says, before it begins, where libVLC's count of its decoder is read. */
    void count(IntSupplier source) {
        counted = source;
    }

    /** Pictures that came out of the decoder, by its own count; where that does not tell, those drawn. */
    long decoded() {
        return count.tells() ? count.pictures() : decoded;
    }

    /** libVLC's count, see {@link DecodingWatch}. */
    int made() {
        return count.made();
    }

    /** Units handed to libVLC. */
    long fed() {
        return fed;
    }

    /** When a picture was last other than the one before, {@code Clock.nanos()}; 0: none yet. */
    long changedAtNanos() {
        return changedAt;
    }

    /** Pictures that libVLC drew again for want of a new one. */
    long redisplayed() {
        return pictures.redisplayed();
    }

    /** Has libVLC told that the stream ended, at once. */
    void endOfStream() {
        queue.close();
    }

    /** Gives memory back; after libVLC has released the player. */
    void free() {
        memory.free();
    }

    @Override
    public boolean next(NativeCalls.Block block) {
        count.look(counted.getAsInt(), units, clock.micros());
        times.asked(clock.micros());
        UnitQueue.Unit unit = ahead;
        ahead = null;
        if (unit == null) {
            try {
                if (tooMuchWaits()) {
                    queue.pause(MOMENT);
                } else {
                    unit = queue.take(PATIENCE);
                }
            } catch (InterruptedException stopped) {
                return false;
            }
        }
        if (queue.closed()) {
            return false;
        }
        if (unit == null) {
            long idle = times.idle(clock.micros());
            block.answer(idle, idle, 0, 0);
            return true;
        }
        byte[] data = unit.data();
        if (!primed) {
            // libVLC fills its buffer up to 310 ms before it starts; the parameter sets alone, dated back, fill it at
            // once.
            primed = true;
            ahead = unit;
            pictures.begins(unit.taken());
            byte[] parameters = encoding == VideoTrack.Encoding.JPEG ? data : AnnexB.beforePicture(encoding, data);
            data = parameters.length > 0 ? parameters : data;
        } else {
            pictures.fed(unit.dueMicros(), unit.sentNanos(), unit.taken());
            arrears.fed();
            catchUp.fed(clock.micros());
            if (!healing.fed(unit, clock.micros())) {
                count.makesNone();
                arrears.makesNone();
            }
        }
        units++;
        fed = units;
        long address = memory.copied(data);
        long pulled = clock.micros();
        long due = lateness.due(unit.dueMicros(), clock.microsOf(unit.sentNanos()), unit.queuedMicros(), pulled);
        times.stamp(due, pulled);
        block.answer(times.decoding(), times.presentation(), data.length, address);
        times.handedOver(clock.micros());
        return true;
    }

    /**
     * libVLC takes whatever it is given, and keeps it until its decoder comes to it. What cannot be decoded in time waits
     * here instead, where it is dropped up to a key frame once it is old: few pictures of now are worth more than all those of
     * a while ago. How late they came here is nothing that dropping would mend.
     */
    private boolean tooMuchWaits() {
        long waiting = count.backlog();
        return waiting >= LEAST_WAITING && clock.nanos() - pictures.sentNanos(waiting) > LONGEST_WAIT;
    }

    @Override
    public boolean format(int sourceWidth, int sourceHeight, NativeCalls.Format format) {
        SequenceHeader known = header;
        // libVLC names the coded size, with the rows that are cropped; the stream's own header knows better.
        long fitted = known == null
                ? SequenceHeader.fit(strip.mostWidth(), strip.mostHeight(), sourceWidth, sourceHeight, 1, 1)
                : known.fittedIn(strip.mostWidth(), strip.mostHeight());
        int width = (int) (fitted >> 32);
        int height = (int) fitted;
        strip.format(width, height);
        format.answer(width, height, strip.stride());
        return true;
    }

    @Override
    public long lock() {
        return strip.begin();
    }

    @Override
    public void display() {
        long now = clock.nanos();
        if (!arrears.level() || !catchUp.over()) {
            arrears.drew(strip.likeness(), clock.microsOf(now));
        }
        leftOut = everySecond && !leftOut && strip.published() > 0 && !strip.sameAsNewest();
        if (leftOut) {
            return;
        }
        if (!catchUp.over() && catchUp.holds(beaten(now), clock.microsOf(now))) {
            return;
        }
        if (healing.holds(count.backlog(), clock.microsOf(now))) {
            return;
        }
        boolean same = strip.sameAsNewest();
        if (!same) {
            count.changed();
        }
        long micros = clock.microsOf(now);
        if (pictures.drawn(same, count.makesPictures(micros), micros)) {
            long taken = pictures.takenNanos(arrears.waiting(count));
            strip.publish(taken, now, same);
            onShow.published(taken, now);
            changedAt = same ? changedAt : now;
            decoded = strip.published() - publishedBefore;
            if (strip.published() == publishedBefore + 1) {
                firstPicture.run();
            }
        }
    }

    /** True where another player shows newer pictures in its place. */
    private boolean beaten(long now) {
        return onShow.beats(pictures.drawnTakenNanos(arrears.waiting(count)), now);
    }
}
