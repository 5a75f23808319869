package vn.toancanh.simulator.rtsp;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Codec;
import vn.toancanh.simulator.Fault;

/** What happens to coded pictures on their way; their packets stay well formed. */
enum Damage {
    NONE,
    /** Wrong bytes here and there: a decoder makes spoilt pictures. */
    BYTES,
    /** No slice can be begun: a decoder makes no pictures at all, though all packets come. */
    SLICES;

    /** Headers of a payload that stay whole, bytes. */
    private static final int HEADERS = 12;

    private static final int STEP = 40;
    private static final int MORE = 200;

    /**
     * Where a slice's header begins: no coded number starts with so many zero bits that it still names a slice type (H.264
     * 7.4.3: 9 at most) or a picture parameter set (H.265 7.4.7.1: 63 at most).
     */
    private static final byte[] NO_SLICE = {(byte) 0x80, 0x1F, (byte) 0xFF};

    static Damage of(@Nullable Fault fault) {
        return switch (fault) {
            case CORRUPT -> BYTES;
            case UNDECODABLE -> SLICES;
            case null, default -> NONE;
        };
    }

    /** Does it to the payload of one RTP packet. */
    void spoil(ByteBuffer packet, int at, int length, Codec codec, SplittableRandom random) {
        switch (this) {
            case BYTES -> {
                for (int i = HEADERS; i < length; i += STEP + random.nextInt(MORE)) {
                    packet.put(at + i, (byte) random.nextInt());
                }
            }
            case SLICES -> {
                int slice = slice(packet, at, codec);
                if (slice > 0 && slice + NO_SLICE.length <= length) {
                    packet.put(at + slice, NO_SLICE);
                }
            }
            case NONE -> {}
        }
    }

    /** Where in the payload a slice's header begins; 0 where none begins in it. RFC 6184 5.6 and 5.8, RFC 7798 4.4. */
    private static int slice(ByteBuffer packet, int at, Codec codec) {
        if (codec == Codec.H265) {
            int type = packet.get(at) >> 1 & 0x3F;
            int fragment = packet.get(at + 2);
            boolean begins = type == 49 && fragment < 0 && (fragment & 0x3F) < 32;
            return begins ? 3 : type < 32 ? 2 : 0;
        }
        int type = packet.get(at) & 0x1F;
        int fragment = packet.get(at + 1);
        boolean begins = type == 28 && fragment < 0 && (fragment & 0x1F) <= 5;
        return begins ? 2 : type <= 5 ? 1 : 0;
    }
}
