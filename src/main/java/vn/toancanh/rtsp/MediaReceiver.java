package vn.toancanh.rtsp;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.depacketise.Depacketiser;
import vn.toancanh.rtsp.depacketise.H264Depacketiser;
import vn.toancanh.rtsp.depacketise.H265Depacketiser;
import vn.toancanh.rtsp.depacketise.JpegDepacketiser;
import vn.toancanh.rtsp.depacketise.PictureSink;
import vn.toancanh.rtsp.rtp.Goodbye;
import vn.toancanh.rtsp.rtp.ReceiverReport;
import vn.toancanh.rtsp.rtp.Reception;
import vn.toancanh.rtsp.rtp.Resequencer;
import vn.toancanh.rtsp.rtp.RtpPacket;
import vn.toancanh.rtsp.rtp.SenderReport;
import vn.toancanh.rtsp.rtp.TickRate;

/** Makes access units of the RTP and RTCP packets of one track. Never throws at what it is given. The session's thread. */
final class MediaReceiver implements MediaInput {
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
    private final Listener listener;
    private final TickRate ticks;
    private final Resequencer resequencer;
    private final Depacketiser depacketiser;
    private Reception reception;
    private int source;
    private boolean begun;
    private long lastArrivalNanos;
    private long rtpTime = Long.MIN_VALUE;
    private @Nullable SenderReport report;
    private volatile @Nullable SenderClock senderClock;

    MediaReceiver(
            Presentation offered, Reordering reordering, int ownSource, StreamCounters counters, Listener listener) {
        this.track = offered.track();
        this.ticks = new TickRate(offered.announcedRate());
        this.ownSource = ownSource;
        this.counters = counters;
        this.listener = listener;
        this.reception = new Reception(track.clockRate());
        this.resequencer = new Resequencer(reordering.depth(), reordering.patienceNanos(), this::inOrder);
        PictureSink pictures = (data, key, time, arrival, gap) -> {
            counters.unit();
            listener.unit(new AccessUnit(data, key, time, arrival, gap, heals()));
        };
        this.depacketiser = switch (track.encoding()) {
            case H264 -> new H264Depacketiser(pictures, track.parameterSets());
            case H265 -> new H265Depacketiser(pictures, track.parameterSets());
            case JPEG -> new JpegDepacketiser(pictures, track.width(), track.height());
        };
    }

    private int heals() {
        return depacketiser.heals();
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
        return resequencer.held() + depacketiser.held();
    }

    @Override
    public @Nullable SenderClock senderClock() {
        return senderClock;
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
            resequencer.beginAnew();
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

    @Override
    public boolean rtcp(ByteBuffer data, int offset, int length, long arrivalNanos) {
        if (!begun || rtpTime == Long.MIN_VALUE) {
            return false;
        }
        SenderReport.find(data, offset, length, arrivalNanos)
                .filter(found -> found.source() == source)
                .ifPresent(found -> {
                    report = found;
                    long near = rtpTime + (found.rtpTime() - (int) rtpTime);
                    senderClock = new SenderClock(ticks.standard(near), found.unixMillis(), found.arrivalNanos());
                });
        return Goodbye.isOf(source, data, offset, length);
    }

    @Override
    public void tick(long nowNanos) {
        resequencer.giveUp(nowNanos);
        counters.lostInAll(resequencer.lost());
    }

    @Override
    public byte @Nullable [] receiverReport(long nowNanos) {
        return begun ? ReceiverReport.write(ownSource, source, reception, report, nowNanos) : null;
    }

    private void inOrder(ByteBuffer data, int offset, int length, long sequence, long arrivalNanos, boolean gap) {
        if (!ordered.read(data, offset, length)) {
            return;
        }
        rtpTime = rtpTime == Long.MIN_VALUE
                ? ordered.timestamp() & 0xffff_ffffL
                : rtpTime + (ordered.timestamp() - (int) rtpTime);
        ticks.see(rtpTime, arrivalNanos, length);
        counters.tickRate(ticks.found());
        boolean extended = ordered.extensionProfile() != RtpPacket.NO_EXTENSION
                && depacketiser.extension(
                        ordered.extensionProfile(), data, ordered.extensionOffset(), ordered.extensionLength());
        // A payload of padding alone keeps a path open and says nothing.
        if ((ordered.payloadLength() > 0 || extended)
                && !depacketiser.payload(
                        data,
                        ordered.payloadOffset(),
                        ordered.payloadLength(),
                        ordered.marker(),
                        ticks.standard(rtpTime),
                        arrivalNanos,
                        gap)) {
            counters.malformedOne();
        }
        judge();
        counters.droppedInAll(depacketiser.dropped());
    }

    /** Payloads may turn out to be of an encoding that was not announced, or to make pictures that are larger than any we take. */
    private void judge() {
        String instead = depacketiser.insteadOf();
        if (!instead.isEmpty()) {
            String detail = "announced as " + track.encoding() + ", sent as " + instead;
            listener.over(new RtspFailure(RtspFailure.Kind.UNSUPPORTED, detail, null));
        } else if (depacketiser.tooLarge()) {
            String detail = "pictures of more than " + Depacketiser.MOST_BYTES / 1024 / 1024 + " MiB";
            listener.over(new RtspFailure(RtspFailure.Kind.UNSUPPORTED, detail, null));
        }
    }
}
