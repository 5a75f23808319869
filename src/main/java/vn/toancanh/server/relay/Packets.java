package vn.toancanh.server.relay;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.VideoTrack;

/**
 * The packets of one session with a camera on their way to its viewers. What came in one turn of the loop goes out in one
 * write a viewer. Kept is what a new viewer begins with, and what those who are a little behind have still to take; who is
 * further behind, in bytes or in time, leaves out what is between, up to the newest key frame. The relay's thread.
 */
final class Packets {
    /** How far behind one may be although a key frame has come since, bytes: streams of key frames alone would skip at once. */
    private static final int LEEWAY = 512 * 1024;

    /** How far behind one may be in time: 512 KiB of a small stream are a quarter of a minute, and nothing of that is now. */
    private static final long MOST_BEHIND = Duration.ofSeconds(2).toNanos();

    private final Relay relay;
    private final List<Viewer> viewers;
    private final PacketLog log;
    private final Beginnings beginnings;
    private final Arrivals arrivals = new Arrivals();
    private final Silence silence = new Silence();
    private final Behind behind;
    private byte @Nullable [] report;
    private boolean moved;
    private boolean closed;

    /**
     * @param viewers those who play, as they are now and will be
     * @param behind how late they come, which is kept account of here
     */
    Packets(Relay relay, List<Viewer> viewers, VideoTrack.Encoding encoding, Behind behind) {
        this.relay = relay;
        this.viewers = viewers;
        this.log = new PacketLog(relay.slabs());
        this.behind = behind;
        this.beginnings = new Beginnings(encoding);
    }

    void rtp(ByteBuffer data, int offset, int length) {
        long now = relay.clock().nanos();
        silence.rtp(data, offset, length, now);
        behind.rtp(data, offset, length, now);
        long place = append(0, data, offset, length);
        if (place == PacketLog.NONE || !beginnings.packet(data, offset, length, place)) {
            return;
        }
        // After the relay or the camera's link stood still what has piled up comes first, at one go, and would look
        // new to whoever begins with it.
        boolean old = behind.late(now);
        for (Viewer viewer : List.copyOf(viewers)) {
            Cursor cursor = viewer.outlet().cursor();
            if (cursor != null && cursor.waits() && (!old || cursor.takesLate(now))) {
                beginnings.missingSets(log).forEach(viewer::say);
                cursor.to(beginnings.key());
                // Of the time in which it waited it has no report.
                viewer.outlet().play(cursor, report);
            }
        }
    }

    void rtcp(ByteBuffer data, int offset, int length) {
        behind.rtcp(data, offset, length, relay.clock().nanos());
        append(1, data, offset, length);
        byte[] frame = new byte[PacketLog.FRAME_HEAD + length];
        ByteBuffer.wrap(frame)
                .put((byte) '$')
                .put((byte) 1)
                .putShort((short) length)
                .put(4, data, offset, length);
        report = frame;
    }

    private long append(int channel, ByteBuffer data, int offset, int length) {
        if (log.needsSlab(length) && log.bytes() + Slabs.SIZE > relay.settings().streamBytes()) {
            giveUpTo(log.end());
        }
        long place = log.append(channel, data, offset, length);
        if (place == PacketLog.NONE && log.bytes() > 0) {
            // No memory for more: this stream lives on what it has.
            giveUpTo(log.end());
            viewers.forEach(viewer -> viewer.outlet().skip(PacketLog.NONE));
            log.forgetAll();
            place = log.append(channel, data, offset, length);
        }
        if (place != PacketLog.NONE) {
            arrivals.came(log.end(), relay.clock().nanos());
        }
        if (!moved && !closed) {
            moved = true;
            relay.execute(this::flush);
        }
        return place;
    }

    /**
     * Lets a viewer begin at the newest key frame, its parameter sets in front. Where there is none it begins at the next, and likewise
     * where the camera has fallen silent or its packets come late: pictures that have just come are taken for live ones.
     */
    void join(Viewer viewer) {
        long now = relay.clock().nanos();
        Cursor cursor = new Cursor(log, now, viewer.outlet().begun());
        if (!silence.lasts(now) && !behind.late()) {
            cursor.to(beginnings.key());
            beginnings.missingSets(log).forEach(viewer::say);
        }
        viewer.outlet().play(cursor, report);
        viewer.push();
    }

    /** True where somebody has been given nothing yet. */
    boolean awaited() {
        return viewers.stream()
                .map(viewer -> viewer.outlet().cursor())
                .anyMatch(cursor -> cursor != null && !cursor.begun());
    }

    /** Sends what came to everybody, and forgets what nobody needs. */
    private void flush() {
        moved = false;
        if (closed) {
            return;
        }
        long needed = log.end();
        long key = beginnings.key();
        long old = Math.min(arrivals.before(relay.clock().nanos() - MOST_BEHIND), key);
        // Backwards: who turns out to be gone is taken out of the list.
        for (int i = viewers.size() - 1; i >= 0; i--) {
            Viewer viewer = viewers.get(i);
            viewer.push();
            skipWhereNeeds(viewer, old, key);
            Cursor cursor = viewer.outlet().cursor();
            if (cursor != null && !cursor.waits()) {
                needed = Math.min(needed, cursor.needs());
            }
        }
        if (key != PacketLog.NONE) {
            long behind = beginnings.before() == PacketLog.NONE ? key : beginnings.before();
            long oldest = Math.min(behind, log.end() - LEEWAY);
            keepFrom(Math.clamp(needed, Math.min(oldest, key), key), key);
        } else {
            keepFrom(Math.max(needed, log.end() - LEEWAY), PacketLog.NONE);
        }
    }

    /** A group of pictures without end, or no more memory: all is let go, and who is behind waits for a key frame. */
    private void giveUpTo(long place) {
        for (int i = viewers.size() - 1; i >= 0; i--) {
            viewers.get(i).push();
        }
        keepFrom(place, PacketLog.NONE);
        beginnings.lostBefore(place);
    }

    private void keepFrom(long place, long skipTo) {
        viewers.forEach(viewer -> skipWhereNeeds(viewer, place, skipTo));
        log.forgetBefore(place);
        beginnings.lostBefore(log.start());
    }

    private static void skipWhereNeeds(Viewer viewer, long before, long skipTo) {
        Cursor cursor = viewer.outlet().cursor();
        if (cursor != null && !cursor.waits() && cursor.needs() < before && cursor.more()) {
            viewer.outlet().skip(skipTo);
        }
    }

    void close() {
        closed = true;
        log.forgetAll();
    }

    /** Bytes kept. */
    long bytes() {
        return log.bytes();
    }
}
