package vn.toancanh.rtsp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.rtp.Goodbye;
import vn.toancanh.rtsp.rtp.ReceiverReport;
import vn.toancanh.rtsp.rtp.Reception;
import vn.toancanh.rtsp.rtp.RtpPacket;
import vn.toancanh.rtsp.rtp.SenderReport;

/**
 * Hands packets on as they come, in the order they came, and keeps count of them for the reports that the source expects of a
 * receiver. Never throws at what it is given. The session's thread.
 */
final class PacketForwarder implements MediaInput {
    private final VideoTrack track;
    private final int ownSource;
    private final StreamCounters counters;
    private final PacketSink sink;
    private final RtpPacket packet = new RtpPacket();
    private Reception reception;
    private int source;
    private long highest;
    private boolean begun;
    private long lastArrivalNanos;
    private @Nullable SenderReport report;

    /** Tells the sink what is played, and hands on its packets. */
    static PacketForwarder begun(Presentation offered, int ownSource, StreamCounters counters, PacketSink sink) {
        sink.described(offered.described());
        return new PacketForwarder(offered.track(), ownSource, counters, sink);
    }

    private PacketForwarder(VideoTrack track, int ownSource, StreamCounters counters, PacketSink sink) {
        this.track = track;
        this.ownSource = ownSource;
        this.counters = counters;
        this.sink = sink;
        this.reception = new Reception(track.clockRate());
    }

    @Override
    public boolean heard() {
        return begun;
    }

    @Override
    public long lastArrivalNanos() {
        return lastArrivalNanos;
    }

    @Override
    public long held() {
        return 0;
    }

    @Override
    public @Nullable SenderClock senderClock() {
        return null;
    }

    @Override
    public void rtp(ByteBuffer data, int offset, int length, long arrivalNanos) {
        if (!packet.read(data, offset, length) || packet.payloadType() != track.payloadType()) {
            counters.malformedOne();
            return;
        }
        counters.packet(length);
        lastArrivalNanos = arrivalNanos;
        if (!begun || packet.source() != source) {
            begun = true;
            source = packet.source();
            highest = packet.sequence();
            reception = new Reception(track.clockRate());
        }
        long sequence = highest + (short) (packet.sequence() - (int) highest);
        highest = Math.max(highest, sequence);
        reception.packet(sequence, packet.timestamp(), arrivalNanos);
        counters.jitter(reception.jitterMillis());
        sink.rtp(data, offset, length);
    }

    @Override
    public boolean rtcp(ByteBuffer data, int offset, int length, long arrivalNanos) {
        if (!begun) {
            return false;
        }
        SenderReport.find(data, offset, length, arrivalNanos)
                .filter(found -> found.source() == source)
                .ifPresent(found -> report = found);
        boolean over = Goodbye.isOf(source, data, offset, length);
        if (!over) {
            sink.rtcp(data, offset, length);
        }
        return over;
    }

    @Override
    public void tick(long nowNanos) {
        // Nothing waits here.
    }

    @Override
    public byte @Nullable [] receiverReport(long nowNanos) {
        return begun ? ReceiverReport.write(ownSource, source, reception, report, nowNanos) : null;
    }
}
