package vn.toancanh.rtsp.depacketise;

import java.nio.ByteBuffer;

/** Puts pictures together from the payloads of one stream, given in order. One thread at a time. */
public interface Depacketiser {
    /** Bytes of the largest picture taken; what is larger is dropped. */
    int MOST_BYTES = 8 * 1024 * 1024;

    /** The most memory that one holds, bytes: a picture under way and what is remembered from earlier ones. */
    long MOST_HELD = MOST_BYTES + 256 * 1024;

    /**
     * Takes one payload: {@code length} bytes of {@code data} from index {@code offset}, not kept.
     *
     * @param marker the packet's marker bit
     * @param rtpTime extended RTP time
     * @param gap packets are missing just before this one
     * @return false where the payload was malformed or of a form we do not take, and was skipped
     */
    boolean payload(
            ByteBuffer data, int offset, int length, boolean marker, long rtpTime, long arrivalNanos, boolean gap);

    /**
     * Takes the header extension of the packet whose payload, which may be empty then, is handed over next.
     *
     * @return false where it means nothing here
     */
    default boolean extension(int profile, ByteBuffer data, int offset, int length) {
        return false;
    }

    /**
     * While the sink takes a key frame: how many pictures a decoder that begins there has to make after it before all are whole; 0 where that
     * one is.
     */
    default int heals() {
        return 0;
    }

    /** Pictures dropped so far: with a part lost or malformed, or above {@link #MOST_BYTES}. */
    long dropped();

    /** What the payloads are instead, where they contradict what was announced; empty where they do not. */
    default String insteadOf() {
        return "";
    }

    /** True where several pictures were above {@link #MOST_BYTES} and none between them was not, so that none is to be expected. */
    default boolean tooLarge() {
        return false;
    }

    /** Bytes of memory in use. */
    long held();
}
