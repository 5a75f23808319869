package vn.toancanh.simulator.strip;

import vn.toancanh.model.StreamRole;

/**
 * Which picture of which camera is sent when. Picture k of a camera is due at {@code epoch + phase(camera) + k · loop /
 * frames}, and again every loop after. The monotonic clock is the same in all processes of a machine, so with the
 * standard epoch any of them can tell a picture's age. Phases spread the cameras' key frames over time. Any thread.
 *
 * @param epochNanos origin on {@link vn.toancanh.base.Clock#nanos()}
 */
public record Schedule(long epochNanos) {
    /** The schedule every simulator of this machine keeps. */
    public static final Schedule STANDARD = new Schedule(0);

    /** One loop, nanoseconds. */
    public static final long LOOP_NANOS = 12_000_000_000L;

    /** Seconds from key frame to key frame. */
    public static final int KEY_SECONDS = 2;

    private static final long LOOP_SECONDS = LOOP_NANOS / 1_000_000_000L;

    /** Share of the loop between the phases of neighbouring numbers; the golden section spreads any count evenly. */
    private static final double STEP = 0.6180339887498949;

    /** Pictures a second: 25 of the main stream, 15 of the sub stream. */
    public static int rate(StreamRole role) {
        return role == StreamRole.MAIN ? 25 : 15;
    }

    /** Pictures in one loop. */
    public static int frames(StreamRole role) {
        return (int) (rate(role) * LOOP_SECONDS);
    }

    /** Pictures from key frame to key frame. */
    public static int keyInterval(StreamRole role) {
        return rate(role) * KEY_SECONDS;
    }

    /** How far a camera's loop is shifted, 0 to one loop, nanoseconds. */
    public static long phaseNanos(int camera) {
        double share = camera * STEP;
        return (long) ((share - Math.floor(share)) * LOOP_NANOS);
    }

    /** The running count of the newest picture that is due, since the epoch. */
    public long countAt(int camera, StreamRole role, long nanos) {
        long since = nanos - epochNanos - phaseNanos(camera);
        long loops = Math.floorDiv(since, LOOP_NANOS);
        long within = Math.floorMod(since, LOOP_NANOS);
        int frames = frames(role);
        long frame = within * frames / LOOP_NANOS;
        if (frame + 1 < frames && (frame + 1) * LOOP_NANOS / frames <= within) {
            frame++;
        }
        return loops * frames + frame;
    }

    /** When the picture of that running count is due, {@link vn.toancanh.base.Clock#nanos()}. */
    public long dueNanos(int camera, StreamRole role, long count) {
        int frames = frames(role);
        long within = Math.floorMod(count, (long) frames) * LOOP_NANOS / frames;
        return epochNanos + phaseNanos(camera) + Math.floorDiv(count, (long) frames) * LOOP_NANOS + within;
    }

    /** The newest picture that is due. */
    public Mark due(int camera, StreamRole role, long nanos) {
        return new Mark(camera, role, Math.floorMod(countAt(camera, role, nanos), frames(role)));
    }

    /** How old a picture is: nanoseconds since it was last due, 0 to one loop. */
    public long ageNanos(Mark mark, long nanos) {
        return Math.floorMod(nanos - dueNanos(mark.camera(), mark.role(), mark.frame()), LOOP_NANOS);
    }
}
