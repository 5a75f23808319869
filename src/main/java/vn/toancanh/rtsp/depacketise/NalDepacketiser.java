package vn.toancanh.rtsp.depacketise;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What the H.264 and H.265 payload formats share: NAL units are gathered into one picture, which ends at the marker bit or
 * where the RTP time changes. A picture that lost a packet is dropped whole, and the next one says so.
 */
abstract class NalDepacketiser implements Depacketiser {
    /** What a NAL unit means for the picture it is in. */
    enum Role {
        /** A coded slice. */
        SLICE,
        /** A coded slice of a picture where a decoder can begin. */
        KEY_SLICE,
        PARAMETER_SET,
        /** Delimiters, SEI and the like that may stand in front of a picture. */
        PREFIX,
        /** What may follow the slices. */
        OTHER
    }

    private static final int USUAL_BYTES = 64 * 1024;
    /** Pictures that leave most of a large buffer empty, in a row, before it is given back. */
    private static final int MOST_SMALL = 100;

    private final PictureSink sink;
    private final EntryPoint entry = new EntryPoint();
    private final ParameterSets sets = new ParameterSets();
    private final CodecWitness witness = new CodecWitness();
    private final Oversize oversize = new Oversize();
    private byte[] gathered = new byte[USUAL_BYTES];
    private int small;
    private long dropped;
    private int size;
    /** Where the NAL unit being gathered begins behind its start code, or -1. */
    private int nalAt = -1;

    private long time = Long.MIN_VALUE;
    private long handedOver = Long.MIN_VALUE;
    private long lastArrival;
    private long pictures;
    private long setTypes;
    private boolean slices;
    private boolean broken;
    private boolean gapBefore;
    /** The front of the picture may be missing; seen at its first NAL unit. True at first: we may join in mid-picture. */
    private boolean suspect = true;

    private boolean markerIsTrue = true;

    NalDepacketiser(PictureSink sink, byte[] parameterSets) {
        this.sink = sink;
        int start = -1;
        for (int i = 0; i + 3 <= parameterSets.length; i++) {
            if (parameterSets[i] == 0 && parameterSets[i + 1] == 0 && parameterSets[i + 2] == 1) {
                remember(parameterSets, start, i > 0 && parameterSets[i - 1] == 0 ? i - 1 : i);
                start = i + 3;
            }
        }
        remember(parameterSets, start, parameterSets.length);
    }

    /** Takes the payload apart by calling {@link #whole}, {@link #begin}, {@link #more} and {@link #end}. */
    abstract boolean unpack(ByteBuffer data, int offset, int length);

    /** The meaning of a NAL unit by its first bytes. */
    abstract Role role(int type);

    abstract int type(byte firstHeaderByte);

    /** Types of the parameter sets that a decoder needs, a bit each. */
    abstract long neededSets();

    /** True for H.265. */
    abstract boolean h265();

    /** True where the NAL unit at {@code at} begins a picture, so that nothing of the picture can be missing in front. */
    abstract boolean startsPicture(int type, byte[] nal, int at, int end);

    /**
     * After how many pictures more those of a decoder that begins at the picture behind a unit of role PREFIX are whole;
     * {@link RecoveryPoint#NONE} where it says nothing of it.
     */
    abstract int recovery(int type, byte[] nal, int at, int end);

    @Override
    public final boolean payload(
            ByteBuffer data, int offset, int length, boolean marker, long rtpTime, long arrivalNanos, boolean gap) {
        if (rtpTime != time) {
            if (gap && size > 0) {
                broken = true;
            }
            finish();
            time = rtpTime;
        }
        lastArrival = arrivalNanos;
        if (gap) {
            gapBefore = true;
            nalAt = -1;
            suspect = size == 0;
            broken |= size > 0;
        }
        if (length > 1) {
            witness.see(data.get(offset) & 0xff, data.get(offset + 1) & 0xff);
        }
        boolean good = unpack(data, offset, length);
        if (!good) {
            broken = true;
        }
        if (marker && markerIsTrue && (slices || broken)) {
            finish();
        }
        return good;
    }

    @Override
    public final long dropped() {
        return dropped;
    }

    @Override
    public final String insteadOf() {
        return witness.contradicts(h265()) ? (h265() ? "H264" : "H265") : "";
    }

    @Override
    public final boolean tooLarge() {
        return oversize.always();
    }

    @Override
    public final long held() {
        return gathered.length + sets.held();
    }

    /** A NAL unit that lies whole in the payload. */
    final boolean whole(ByteBuffer data, int offset, int length) {
        return begin() && more(data, offset, length) && end();
    }

    /** Begins a NAL unit; one that was not ended is cut off, and its picture with it. */
    final boolean begin() {
        if (nalAt >= 0) {
            size = nalAt - 4;
            broken = true;
        }
        if (!room(4)) {
            return false;
        }
        gathered[size] = 0;
        gathered[size + 1] = 0;
        gathered[size + 2] = 0;
        gathered[size + 3] = 1;
        size += 4;
        nalAt = size;
        return true;
    }

    final boolean beginWith(int... header) {
        if (!begin() || !room(header.length)) {
            return false;
        }
        for (int value : header) {
            gathered[size++] = (byte) value;
        }
        return true;
    }

    /** True while a NAL unit is being gathered from fragments. */
    final boolean open() {
        return nalAt >= 0;
    }

    /** A fragment whose beginning was not seen: no fault of the sender's where packets are missing. */
    final boolean skipFragment() {
        boolean expected = broken || suspect;
        broken = true;
        return expected;
    }

    final boolean more(ByteBuffer data, int offset, int length) {
        if (!room(length)) {
            return false;
        }
        data.get(offset, gathered, size, length);
        size += length;
        return true;
    }

    final boolean end() {
        int at = nalAt;
        nalAt = -1;
        if (at < 0 || size <= at) {
            return false;
        }
        int type = type(gathered[at]);
        if (suspect) {
            suspect = false;
            broken |= !startsPicture(type, gathered, at, size);
        }
        switch (role(type)) {
            case SLICE -> slice(type, at);
            case KEY_SLICE -> {
                slice(type, at);
                entry.keySlice();
            }
            case PARAMETER_SET -> {
                setTypes |= 1L << type;
                sets.put(type, pictures, gathered, at, size - at);
            }
            case PREFIX -> entry.announced(recovery(type, gathered, at, size));
            case OTHER -> {}
        }
        return true;
    }

    private void slice(int type, int at) {
        if (!slices && time == handedOver && !startsPicture(type, gathered, at, size)) {
            // More of a picture already handed over: this encoder marks every NAL unit, not every picture.
            markerIsTrue = false;
            broken = true;
        }
        slices = true;
    }

    private boolean room(int more) {
        if (broken && size > MOST_BYTES - more) {
            return false;
        }
        if (size + more > gathered.length) {
            if (size + more > MOST_BYTES) {
                oversize.seen();
                broken = true;
                size = 0;
                nalAt = -1;
                return false;
            }
            gathered = Arrays.copyOf(gathered, Math.min(MOST_BYTES, Math.max(size + more, gathered.length * 2)));
        }
        return true;
    }

    private void finish() {
        if (nalAt >= 0) {
            broken = true;
        }
        if (slices && !broken) {
            entry.settle((sets.types() & neededSets()) == neededSets(), lastArrival);
            int missing = entry.key() ? sets.bytesMissing(setTypes) : 0;
            byte[] picture = new byte[missing + size];
            if (missing > 0) {
                sets.writeMissing(setTypes, picture);
            }
            System.arraycopy(gathered, 0, picture, missing, size);
            boolean after = gapBefore;
            gapBefore = false;
            handedOver = time;
            oversize.over(true);
            sink.picture(picture, entry.key(), time, lastArrival, after);
        } else if (broken) {
            oversize.over(false);
            gapBefore = true;
            dropped++;
        }
        giveBack();
        size = 0;
        nalAt = -1;
        setTypes = 0;
        slices = false;
        entry.next();
        broken = false;
        suspect = false;
        pictures++;
    }

    @Override
    public final int heals() {
        return entry.heals();
    }

    /** One large picture must not keep its memory for ever. */
    private void giveBack() {
        small = gathered.length > USUAL_BYTES && size < gathered.length / 4 ? small + 1 : 0;
        if (small > MOST_SMALL) {
            gathered = new byte[Math.max(USUAL_BYTES, size * 2)];
            small = 0;
        }
    }

    private void remember(byte[] from, int start, int end) {
        if (start >= 0 && end > start) {
            int type = type(from[start]);
            if (role(type) == Role.PARAMETER_SET) {
                sets.put(type, -1, from, start, end - start);
            }
        }
    }
}
