package vn.toancanh.bench.hands;

import java.util.HashMap;
import java.util.Map;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.Schedule;

/**
 * When pictures were taken, by the numbers in them. Numbers come again after twelve seconds, so that of a picture which goes on standing, in
 * whichever tile, is remembered when it was taken; of an older one that nobody saw meanwhile it is told up to twelve seconds too late.
 * One thread.
 */
final class TakenTimes {
    private record Stream(int camera, StreamRole role) {}

    /** What nobody has looked at for so long may be another one with the same number. */
    private static final long UNSEEN = Schedule.LOOP_NANOS / 2;

    private record Known(int frame, long takenNanos, long seenNanos) {}

    private final Map<Stream, Known> last = new HashMap<>();

    /** When the picture with that mark was taken, seen at that time; both {@code Clock.nanos()}. */
    long of(Mark mark, long nanos) {
        Stream stream = new Stream(mark.camera(), mark.role());
        Known known = last.get(stream);
        long taken = known != null && known.frame == mark.frame() && nanos - known.seenNanos < UNSEEN
                ? known.takenNanos
                : nanos - Schedule.STANDARD.ageNanos(mark, nanos);
        last.put(stream, new Known(mark.frame(), taken, nanos));
        return taken;
    }
}
