package vn.toancanh.simulator.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.toancanh.model.Codec;
import vn.toancanh.rtsp.packetise.NalPacketiser;
import vn.toancanh.rtsp.packetise.NalUnits;

/** Reads an encoded loop: finds its pictures, checks that they are all there, cuts them into RTP payloads. */
final class AnnexBClip {
    /** Bytes of RTP payload a packet, so that a packet stays below the usual 1500 of Ethernet. */
    private static final int PAYLOAD = 1400;

    private final ClipSpec spec;
    private final boolean h265;
    private final byte[] stream;
    private final NalPacketiser packetiser;
    private final List<Clip.Frame> frames = new ArrayList<>();
    private final Map<Integer, byte[]> parameterSets = new LinkedHashMap<>();
    private List<NalUnits.Range> picture = new ArrayList<>();
    private boolean coded;
    private boolean key;

    private AnnexBClip(ClipSpec spec, byte[] stream) {
        this.spec = spec;
        this.h265 = spec.codec() == Codec.H265;
        this.stream = stream;
        this.packetiser = h265 ? NalPacketiser.h265(PAYLOAD) : NalPacketiser.h264(PAYLOAD);
    }

    /**
     * The loop in {@code stream}.
     *
     * @throws IllegalArgumentException where pictures, key frames or parameter sets are not as the spec wants them
     */
    static Clip read(ClipSpec spec, byte[] stream) {
        AnnexBClip reader = new AnnexBClip(spec, stream);
        NalUnits.split(stream, 0, stream.length).forEach(reader::take);
        reader.finish();
        return reader.clip();
    }

    /**
     * One picture that an encoder gave out, with whatever came with it.
     *
     * @param unit one access unit of the loop's codec
     */
    static Clip.Frame picture(ClipSpec spec, byte[] unit) {
        AnnexBClip reader = new AnnexBClip(spec, unit);
        NalUnits.split(unit, 0, unit.length).forEach(reader::take);
        reader.finish();
        if (reader.frames.size() != 1) {
            throw new IllegalArgumentException(reader.frames.size() + " pictures instead of one");
        }
        return reader.frames.getFirst();
    }

    private void take(NalUnits.Range unit) {
        int type = h265 ? stream[unit.offset()] >> 1 & 0x3F : stream[unit.offset()] & 0x1F;
        boolean picturePart = h265 ? type < 32 : type >= 1 && type <= 5;
        // first_slice_segment_in_pic_flag, or first_mb_in_slice 0 as Exp-Golomb: the highest bit after the header
        int after = unit.offset() + (h265 ? 2 : 1);
        boolean first = picturePart && unit.length() > 2 && (stream[after] & 0x80) != 0;
        if (coded && (first || (!picturePart && !suffix(type)))) {
            finish();
        }
        picture.add(unit);
        if (picturePart) {
            coded = true;
            key |= h265 ? type >= 16 && type <= 21 : type == 5;
        }
        if (h265 ? type >= 32 && type <= 34 : type == 7 || type == 8) {
            parameterSets.putIfAbsent(type, Arrays.copyOfRange(stream, unit.offset(), unit.end()));
        }
    }

    private boolean suffix(int type) {
        return h265 && type == 40;
    }

    private void finish() {
        if (coded) {
            frames.add(new Clip.Frame(packetiser.packetise(stream, picture), key));
        }
        picture = new ArrayList<>();
        coded = false;
        key = false;
    }

    private Clip clip() {
        if (frames.size() != spec.frames()) {
            throw new IllegalArgumentException(frames.size() + " pictures instead of " + spec.frames());
        }
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).key() != (i % spec.keyInterval() == 0)) {
                throw new IllegalArgumentException("key frames out of place at picture " + i);
            }
        }
        if (parameterSets.size() != (h265 ? 3 : 2)) {
            throw new IllegalArgumentException("parameter sets are missing");
        }
        return new Clip(spec, frames, List.copyOf(parameterSets.values()));
    }
}
