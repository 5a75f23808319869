package vn.toancanh.rtsp;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.rtsp.rtp.ReceiverReport;

/** The media of a session whose transport stands: packets in, reports out, and a watch over silence. The session's thread. */
final class MediaFlow {
    /** How long a stream is believed that the server denied. */
    private static final long DOUBT_NANOS = 2_000_000_000L;

    private final Way way;
    private final MediaInput receiver;
    private final StreamCounters counters;
    private final int ownSource;
    private final int payloadType;
    private long since;
    private long denied;
    private String denial = "";
    private boolean inDoubt;

    /** @param packets takes packets as they come; null: pictures are made of them, for {@code pictures} */
    MediaFlow(
            Way way,
            Presentation offered,
            int ownSource,
            StreamCounters counters,
            @Nullable PacketSink packets,
            MediaReceiver.Listener pictures) {
        this.way = way;
        this.receiver = packets == null
                ? new MediaReceiver(offered, way.reordering(), ownSource, counters, pictures)
                : PacketForwarder.begun(offered, ownSource, counters, packets);
        this.counters = counters;
        this.ownSource = ownSource;
        this.payloadType = offered.track().payloadType();
    }

    @Nullable
    SenderClock senderClock() {
        return receiver.senderClock();
    }

    MediaTransport transport(boolean encrypted) {
        return byDatagrams() ? MediaTransport.UDP : encrypted ? MediaTransport.TLS : MediaTransport.TCP;
    }

    void interleaved(int channel, ByteBuffer data, int offset, int length, long now) {
        if (way instanceof Way.Interleaved frames && channel == frames.rtp()) {
            receiver.rtp(data, offset, length, now);
        } else if (way instanceof Way.Interleaved frames && channel == frames.rtcp()) {
            control(data, offset, length, now);
        } else {
            counters.malformedOne();
        }
    }

    void datagram(boolean rtcp, ByteBuffer data, int offset, int length, long now) {
        if (rtcp) {
            control(data, offset, length, now);
        } else {
            receiver.rtp(data, offset, length, now);
        }
    }

    private void control(ByteBuffer data, int offset, int length, long now) {
        if (receiver.rtcp(data, offset, length, now)) {
            deny("the source said goodbye", now);
        }
    }

    /** PLAY was answered. */
    void begin(long now) {
        since = now;
    }

    /** For how long it has played, once PLAY was answered. */
    long playedNanos(long now) {
        return now - since;
    }

    boolean byDatagrams() {
        return way instanceof Way.Datagrams;
    }

    /** True where not one packet has come since PLAY was answered, and that was long ago. */
    boolean unheard(long now, RtspTimings timings) {
        // Over the connection there is no hurry: so nearly every camera plays, and a slow one must not be left for
        // nothing.
        Duration patience = byDatagrams() ? timings.firstDatagram() : timings.silence();
        return !receiver.heard() && now - since > patience.toNanos();
    }

    /** The other side says that there is no such stream any more, which is true where no packet comes either. */
    void deny(String how, long now) {
        denial = how;
        denied = now;
        inDoubt = true;
    }

    /** Gives up packets waited for too long; why the stream is over, where it is. */
    Optional<RtspFailure> tick(long now, long silenceNanos) {
        receiver.tick(now);
        long last = receiver.heard() && receiver.lastArrivalNanos() - since > 0 ? receiver.lastArrivalNanos() : since;
        inDoubt &= last - denied <= 0;
        if (inDoubt && now - denied > DOUBT_NANOS) {
            return Optional.of(new RtspFailure(RtspFailure.Kind.ENDED, denial + ", and no packet came since", null));
        }
        if (now - last > silenceNanos) {
            String detail = "no packet for " + (now - last) / 1_000_000 + " ms" + (byDatagrams() ? " by UDP" : "");
            return Optional.of(new RtspFailure(RtspFailure.Kind.SILENT, detail, null));
        }
        return Optional.empty();
    }

    void report(long now) {
        byte[] report = receiver.receiverReport(now);
        if (report != null) {
            way.report(report);
        }
    }

    /** Sends an RTP packet without payload and a report of nothing. */
    void punch() {
        byte[] rtp = ByteBuffer.allocate(12)
                .put((byte) 0x80)
                .put((byte) payloadType)
                .putInt(8, ownSource)
                .array();
        way.punch(rtp, ReceiverReport.ofNothing(ownSource));
    }

    /** Bytes of memory in use. */
    long held() {
        return receiver.held();
    }
}
