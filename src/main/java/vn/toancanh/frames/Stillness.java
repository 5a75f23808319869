package vn.toancanh.frames;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.lang.foreign.MemorySegment;

/**
 * Tells since when a stream's pictures have shown one and the same. A camera whose sensor hangs goes on coding: each key
 * frame draws the still picture a little differently, the ones after it mend that, and hardly two are equal to the bit. So
 * pictures count as one where all stay within what coding does to a still picture, and where they come to rest: a coder that has
 * mended a picture leaves it alone until the next key frame, while noise that was coded moves points in every picture, also in a
 * dark scene. Where key frames come so soon that it is never done, the same pictures come back to the bit, group after group, which nothing
 * that a sensor sees does. That is looked for in single points, every eighth each way. What coding does grows with the size of the picture while
 * what moves grows with it too; that is looked for in the means of small squares that are as large in every size as two by two in a
 * picture 320 wide. One thread.
 */
final class Stillness {
    /** Pictures rest that are quiet for so long; of noise they never were for more than half of it (decision 0055). */
    private static final long REST_NANOS = 250_000_000L;

    private static final int REST_PICTURES = 2;

    /** Until a coder has mended what a key frame did, with some room. */
    private static final long MENDED_NANOS = 1_500_000_000L;

    /** What has not rested for so long is noise: one rest among key frames two seconds apart may be missed. */
    private static final long RESTLESS_NANOS = 4_200_000_000L;

    /** Of a slow stream it takes so many pictures to know that. */
    private static final int RESTLESS_PICTURES = 6;

    /** All of the pictures of so long must have come back; of noise single ones may. */
    private static final long BACK_NANOS = 1_000_000_000L;

    private static final int BACK_PICTURES = 6;

    /** So far back is looked for one, and among so many: two seconds of thirty a second. */
    private static final long REMEMBERED_NANOS = 2_200_000_000L;

    private static final int REMEMBERED = 64;

    /** In so few points two pictures may be equal by chance. */
    private static final int LEAST_POINTS = 200;

    private static final int STEP = 8;

    /** A point that moved by more, of 0 to 255, was not moved by a coder that mends a still picture. */
    private static final int MENDING = 2;

    /** A picture is quiet with one moved point in so many: edges are hard to code. Noise moves far more in all but single pictures. */
    private static final int QUIET_FEW = 120;

    /** The width at which a square's side is two pixels. */
    private static final double SQUARE_WIDTH = 320;

    /** What a new key frame may do to a square of a still picture. */
    private static final int CODING = 10;

    /** One square in so many may differ by more than that. */
    private static final int FEW = 200;

    private int[] reference = new int[0];
    private int[] squares = new int[0];
    private int[] last = new int[0];
    private int[] fresh = new int[0];
    private long firstAt;
    private long lastAt;
    private long movedAt;
    private long noisyAt;
    private long restedAt;
    private long quietFrom;
    private final long[] remembered = new long[REMEMBERED];
    private final long[] rememberedAt = new long[REMEMBERED];
    private int remember;
    private long backFrom;
    private int backPictures;
    private int quietPictures;
    private int restless;
    private boolean compared;
    private boolean rested;

    /**
     * Takes the next picture.
     *
     * @param same it is equal to the one before, to the bit
     * @param memory BGRA rows from {@code at} on
     * @param nowNanos {@code Clock.nanos()}
     * @return since when it is the same picture, {@code Clock.nanos()}; earlier than before where what seemed to be noise was not
     */
    long since(boolean same, MemorySegment memory, long at, int width, int height, int stride, long nowNanos) {
        boolean first = firstAt == 0;
        if (!same || first) {
            look(memory, at, width, height, stride);
            backPictures = comesBack(nowNanos) ? backPictures + 1 : 0;
            backFrom = backPictures == 0 ? nowNanos : backFrom;
        }
        if (first) {
            firstAt = nowNanos;
            restedAt = nowNanos;
        } else {
            rest(same || (fresh.length > 0 && moved(last, fresh, MENDING) <= fresh.length / QUIET_FEW), nowNanos);
            if (!same || !compared) {
                lookAtSquares(memory, at, width, height, stride);
                compare(nowNanos);
            }
        }
        lastAt = nowNanos;
        return Math.max(firstAt, Math.max(movedAt, noisyAt));
    }

    /** True where pictures have rested since the first one. */
    boolean rested() {
        return rested;
    }

    /** Takes note of a picture that is quiet beside the one before, or not. */
    private void rest(boolean quiet, long nowNanos) {
        quietFrom = !quiet ? nowNanos : quietPictures == 0 ? lastAt : quietFrom;
        quietPictures = quiet ? quietPictures + 1 : 0;
        restless++;
        boolean rests = quietPictures >= REST_PICTURES && nowNanos - quietFrom >= REST_NANOS;
        if (rests || (backPictures >= BACK_PICTURES && nowNanos - backFrom >= BACK_NANOS)) {
            // It has come to rest, or goes round and round, so that what came before was a coder at work.
            noisyAt = Math.min(noisyAt, rests ? quietFrom - MENDED_NANOS : backFrom);
            restedAt = nowNanos;
            restless = 0;
            rested = true;
        } else if (restless >= RESTLESS_PICTURES && nowNanos - restedAt >= RESTLESS_NANOS) {
            noisyAt = nowNanos;
        }
    }

    /** True where it has, in each point looked at, what one of the last pictures had; takes note of it. */
    private boolean comesBack(long nowNanos) {
        long sum = 17;
        for (int light : fresh) {
            sum = sum * 31 + light;
        }
        boolean known = false;
        for (int i = 0; i < REMEMBERED; i++) {
            known |= remembered[i] == sum && nowNanos - rememberedAt[i] <= REMEMBERED_NANOS;
        }
        remembered[remember] = sum;
        rememberedAt[remember] = nowNanos;
        remember = (remember + 1) % REMEMBERED;
        return known && fresh.length >= LEAST_POINTS;
    }

    /** Compares a picture with the one that it may go on showing. */
    private void compare(long nowNanos) {
        if (!compared || moved(reference, squares, CODING) > squares.length / FEW) {
            movedAt = compared ? nowNanos : movedAt;
            compared = true;
            int[] before = reference;
            reference = squares;
            squares = before;
        }
    }

    /** Reads the points of a picture; what was read before is the last one's. */
    private void look(MemorySegment memory, long at, int width, int height, int stride) {
        int[] read = last;
        last = fresh;
        int count =
                Math.ceilDiv(Math.max(0, width - STEP / 2), STEP) * Math.ceilDiv(Math.max(0, height - STEP / 2), STEP);
        fresh = read.length == count ? read : new int[count];
        int point = 0;
        for (int y = STEP / 2; y < height; y += STEP) {
            for (int x = STEP / 2; x < width; x += STEP) {
                fresh[point++] = light(memory.get(JAVA_INT_UNALIGNED, at + (long) y * stride + 4L * x));
            }
        }
    }

    /** Takes the means of squares, as many as there are points in a picture 320 wide. */
    private void lookAtSquares(MemorySegment memory, long at, int width, int height, int stride) {
        int scale = (int) Math.max(1, Math.round(width / SQUARE_WIDTH));
        int side = 2 * scale;
        int step = STEP * scale;
        int from = step / 2;
        int across = Math.max(0, (width - side - from) / step + 1);
        int down = Math.max(0, (height - side - from) / step + 1);
        int count = width < from + side || height < from + side ? 0 : across * down;
        squares = squares.length == count ? squares : new int[count];
        for (int square = 0; square < count; square++) {
            long corner = at + (long) (from + square / across * step) * stride + 4L * (from + square % across * step);
            int sum = 0;
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    sum += light(memory.get(JAVA_INT_UNALIGNED, corner + (long) y * stride + 4L * x));
                }
            }
            squares[square] = sum / (side * side);
        }
    }

    /** Points that differ by more; all of them where the picture is of another size. */
    private static int moved(int[] from, int[] to, int more) {
        if (from.length != to.length) {
            return Integer.MAX_VALUE;
        }
        int count = 0;
        for (int i = 0; i < from.length; i++) {
            count += Math.abs(to[i] - from[i]) > more ? 1 : 0;
        }
        return count;
    }

    /** By the luma weights of BT.601. */
    private static int light(int pixel) {
        return ((pixel >> 16 & 255) * 77 + (pixel >> 8 & 255) * 150 + (pixel & 255) * 29) >> 8;
    }
}
