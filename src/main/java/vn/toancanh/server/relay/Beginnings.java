package vn.toancanh.server.relay;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vn.toancanh.rtsp.VideoTrack;
import vn.toancanh.rtsp.depacketise.PacketContents;
import vn.toancanh.rtsp.rtp.RtpPacket;

/** Where in a stream's packets a viewer can begin: the newest key frame, with its parameter sets. The relay's thread. */
final class Beginnings {
    private static final int MOST_SETS = 8;
    private static final int MOST_SET_BYTES = 4096;
    /** While key pictures come so often, nobody begins at one that only leads to whole ones; pictures. */
    private static final int PATIENCE = 150;

    private final VideoTrack.Encoding encoding;
    private final RtpPacket packet = new RtpPacket();
    private final List<byte[]> sets = new ArrayList<>();
    private long unit = PacketLog.NONE;
    private int time;
    private boolean unitSets;
    private boolean unitSlices;
    private boolean unitKey;
    private int sinceKey = PATIENCE;
    private long key = PacketLog.NONE;
    private long before = PacketLog.NONE;
    private boolean keySets;

    Beginnings(VideoTrack.Encoding encoding) {
        this.encoding = encoding;
    }

    /** Takes note of an RTP packet that was laid at a place; true where the newest key frame begins with it or just before. */
    boolean packet(ByteBuffer data, int offset, int length, long place) {
        if (!packet.read(data, offset, length)) {
            return false;
        }
        PacketContents holds = PacketContents.of(encoding, data, packet.payloadOffset(), packet.payloadLength());
        if (unit == PacketLog.NONE || packet.timestamp() != time) {
            // Some cameras send parameter sets at a time of their own, just in front of their picture.
            if (unitSlices || !unitSets) {
                unit = place;
                unitSets = false;
            }
            time = packet.timestamp();
            sinceKey = Math.min(PATIENCE, sinceKey + 1);
            unitSlices = false;
            unitKey = false;
        }
        if (holds.setsOnly()) {
            remember(data, offset, length);
        }
        unitSets |= holds.sets();
        unitSlices |= holds.slice();
        boolean begins = holds.key() || (holds.heals() && sinceKey == PATIENCE);
        sinceKey = holds.key() ? 0 : sinceKey;
        if (!begins || unitKey) {
            keySets |= unitKey && holds.sets();
            return false;
        }
        unitKey = true;
        before = key;
        key = unit;
        keySets = unitSets;
        return true;
    }

    private void remember(ByteBuffer data, int offset, int length) {
        if (!unitSets) {
            sets.clear();
        }
        if (sets.size() < MOST_SETS && length <= MOST_SET_BYTES) {
            byte[] copy = new byte[length];
            data.get(offset, copy);
            sets.add(copy);
        }
    }

    /** Place of the newest key frame's first packet; NONE where there is none. */
    long key() {
        return key;
    }

    /** Place of the key frame before it. */
    long before() {
        return before;
    }

    /** The packets at these places are not kept any more. */
    void lostBefore(long place) {
        key = key < place ? PacketLog.NONE : key;
        before = before < place ? PacketLog.NONE : before;
        unit = unit < place ? PacketLog.NONE : unit;
    }

    /**
     * The newest parameter sets as frames to stand in front of the newest key frame, numbered and timed as if they came just
     * before it; none where it brings its own.
     */
    List<ByteBuffer> missingSets(PacketLog log) {
        if (keySets || key == PacketLog.NONE || sets.isEmpty()) {
            return List.of();
        }
        long place = log.settled(key);
        int sequence = log.packetInt(place, 0) & 0xffff;
        int timestamp = log.packetInt(place, 4);
        List<ByteBuffer> frames = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            byte[] set = sets.get(i);
            ByteBuffer frame = ByteBuffer.allocate(PacketLog.FRAME_HEAD + set.length);
            frame.put((byte) '$').put((byte) 0).putShort((short) set.length).put(set);
            frame.putShort(PacketLog.FRAME_HEAD + 2, (short) (sequence - sets.size() + i));
            frame.putInt(PacketLog.FRAME_HEAD + 4, timestamp);
            // Not the end of a picture, whatever it was where it came from.
            frame.put(PacketLog.FRAME_HEAD + 1, (byte) (frame.get(PacketLog.FRAME_HEAD + 1) & 0x7f));
            frames.add(frame.flip());
        }
        return frames;
    }
}
