package vn.toancanh.pool;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import vn.toancanh.control.Word;
import vn.toancanh.live.Delivery;
import vn.toancanh.live.PictureAge;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.model.Codec;

/** A worker's counters in the words of the wall. Lane: POOL. */
final class Figures {
    private Figures() {}

    /**
     * What there is to tell to players, on DESK; streams that have decoded long enough are cleared by that.
     *
     * @param streams by identity, null where it is no longer the worker's
     */
    static Runnable of(Word.Statistics statistics, IntFunction<@Nullable PooledStream> streams, Suspects suspects) {
        List<Runnable> news = new ArrayList<>();
        for (Word.Stream counters : statistics.streams()) {
            PooledStream stream = streams.apply(counters.id());
            if (stream != null) {
                StreamStatistics told = of(counters, numberOf(stream.seat()));
                news.add(() -> stream.player().tell(told));
                if (stream.hasDecoded(counters.decoded()) && suspects.decodes(stream.key())) {
                    news.add(() -> stream.player().tellQuarantined(false));
                }
            }
        }
        return () -> news.forEach(Runnable::run);
    }

    private static int numberOf(@Nullable WorkerSeat seat) {
        return seat == null ? 0 : seat.number();
    }

    private static StreamStatistics of(Word.Stream counters, int worker) {
        Codec codec = switch (counters.codec()) {
            case "H264" -> Codec.H264;
            case "H265" -> Codec.H265;
            case "JPEG" -> Codec.MJPEG;
            default -> Codec.UNKNOWN;
        };
        return new StreamStatistics(
                codec,
                counters.width(),
                counters.height(),
                counters.kbps(),
                counters.received(),
                counters.decoded(),
                counters.lost(),
                counters.jitterMs(),
                counters.jumps(),
                of(counters.delivery(), worker));
    }

    private static Delivery of(Word.Delivery told, int worker) {
        Long ageMs = told.ageMs();
        PictureAge age = ageMs == null ? null : new PictureAge(ageMs, told.ageTrusted());
        return new Delivery(
                told.transport(),
                worker,
                told.receivedFps(),
                told.decodedFps(),
                age,
                told.timeStands(),
                told.awaitsKey(),
                told.tickRate());
    }
}
