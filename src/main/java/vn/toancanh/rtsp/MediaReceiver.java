package vn.toancanh.rtsp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.depacketise.Depacketiser;
import vn.toancanh.rtsp.depacketise.H264Depacketiser;
import vn.toancanh.rtsp.depacketise.H265Depacketiser;
import vn.toancanh.rtsp.depacketise.PictureSink;
import vn.toancanh.rtsp.rtp.ReceiverReport;
import vn.toancanh.rtsp.rtp.Reception;
import vn.toancanh.rtsp.rtp.Resequencer;
import vn.toancanh.rtsp.rtp.RtpPacket;
import vn.toancanh.rtsp.rtp.SenderReport;

/** Makes access units of the RTP and RTCP packets of one track. Never throws at what it is given. The session's thread. */
final class MediaReceiver {
    /** How long and how deep packets wait for missing ones. */
    record Reordering(int depth, long patienceNanos) {
        /** Packets in a connection keep their order, but relays that mix paths were seen to swap neighbours. */
        static final Reordering CONNECTION = new Reordering(3, 40_000_000L);
        /** Single packets take their own ways. */
        static final Reordering DATAGRAMS = new Reordering(64, 60_000_000L);
    }

    /** What takes the results. */
    interface Listener {
        void unit(AccessUnit unit);

        /** The source said that it is over, or turned out to be none that we play. */
        void over(RtspFailure why);
    }

    /** The most that packets which wait for others may take, bytes. */
    static final long MOST_WAITING = (Reordering.DATAGRAMS.depth() + 1) * 65_535L;

    private final VideoTrack track;
    private final int ownSource;
    private final StreamCounters counters;
    private final RtpPacket packet = new RtpPacket();
    private final RtpPacket ordered = new RtpPacket();
    private final Resequencer resequencer;
    private final Depacketiser depacketiser;
    private Reception reception;
    private int source;
    private boolean begun;
    private boolean newSource;
    private long lastArrivalNanos;
    private long rtpTime = Long.MIN_VALUE;
    private @Nullable SenderReport report;
    private volatile @Nullable SenderClock senderClock;

    MediaReceiver(VideoTrack track, Reordering reordering, int ownSource, StreamCounters counters, Listener listener) {
        this.track = track;
        this.ownSource = ownSource;
        this.counters = counters;
        this.reception = new Reception(track.clockRate());
        this.resequencer = new Resequencer(reordering.depth(), reordering.patienceNanos(), this::inOrder);
        PictureSink pictures = (data, key, time, arrival, gap) -> {
            counters.unit();
            listener.unit(new AccessUnit(data, key, time, arrival, gap));
        };
        this.depacketiser = switch (track.encoding()) {
            case H264 -> new H264Depacketiser(pictures, track.parameterSets());
            case H265 -> new H265Depacketiser(pictures, track.parameterSets());
            case JPEG -> throw new IllegalArgumentException("no depacketiser of " + track.encoding());
        };
    }

    static boolean plays(VideoTrack.Encoding encoding) {
        return encoding != VideoTrack.Encoding.JPEG;
    }

    /** True once a packet of the track came. */
    boolean heard() {
        return begun;
    }

    /** When the last packet of the track came; of no meaning before the first. */
    long lastArrivalNanos() {
        return lastArrivalNanos;
    }

    /** Bytes of memory in use. */
    long held() {
        return resequencer.held() + depacketiser.held();
    }

    /** The newest sender report's clock; any thread. */
    @Nullable
    SenderClock senderClock() {
        return senderClock;
    }

    void rtp(ByteBuffer data, int offset, int length, long arrivalNanos) {
        if (!packet.read(data, offset, length) || packet.payloadType() != track.payloadType()) {
            counters.malformedOne();
            return;
        }
        counters.packet(length);
        lastArrivalNanos = arrivalNanos;
        if (!begun || packet.source() != source) {
            newSource = begun;
            begun = true;
            source = packet.source();
            reception = new Reception(track.clockRate());
        }
        if (resequencer.packet(packet.sequence(), data, offset, length, arrivalNanos) == Resequencer.Fate.DUPLICATE) {
            counters.duplicate();
            return;
        }
        counters.lostInAll(resequencer.lost());
        long next = resequencer.next();
        reception.packet(next + (short) (packet.sequence() - (int) next), packet.timestamp(), arrivalNanos);
        counters.jitter(reception.jitterMillis());
    }

    void rtcp(ByteBuffer data, int offset, int length, long arrivalNanos) {
        SenderReport.find(data, offset, length, arrivalNanos).ifPresent(found -> {
            if (begun && found.source() == source && rtpTime != Long.MIN_VALUE) {
                report = found;
                senderClock = SenderClock.of(found, rtpTime);
            }
        });
    }

    /** Gives up packets waited for too long; to be called several times a second. */
    void tick(long nowNanos) {
        resequencer.giveUp(nowNanos);
        counters.lostInAll(resequencer.lost());
    }

    /** The next receiver report, or null before the first packet. */
    byte @Nullable [] receiverReport(long nowNanos) {
        return begun ? ReceiverReport.write(ownSource, source, reception, report, nowNanos) : null;
    }

    private void inOrder(ByteBuffer data, int offset, int length, long sequence, long arrivalNanos, boolean gap) {
        if (!ordered.read(data, offset, length)) {
            return;
        }
        rtpTime = rtpTime == Long.MIN_VALUE
                ? ordered.timestamp() & 0xffff_ffffL
                : rtpTime + (ordered.timestamp() - (int) rtpTime);
        boolean missing = gap || newSource;
        newSource = false;
        // A payload of padding alone keeps a path open and says nothing.
        if (ordered.payloadLength() > 0
                && !depacketiser.payload(
                        data,
                        ordered.payloadOffset(),
                        ordered.payloadLength(),
                        ordered.marker(),
                        rtpTime,
                        arrivalNanos,
                        missing)) {
            counters.malformedOne();
        }
    }
}
