package vn.toancanh.rtsp.rtp;

import java.nio.ByteBuffer;

/** The header of one RTP packet, RFC 3550 section 5.1, read in place: one object is read into again and again. */
public final class RtpPacket {
    /** What {@link #extensionProfile()} is where there is no extension. */
    public static final int NO_EXTENSION = -1;

    private int sequence;
    private int timestamp;
    private int source;
    private int payloadType;
    private boolean marker;
    private int extensionProfile;
    private int extensionOffset;
    private int extensionLength;
    private int payloadOffset;
    private int payloadLength;

    /** Reads {@code length} bytes from index {@code offset}; false where they are no RTP packet. */
    public boolean read(ByteBuffer data, int offset, int length) {
        if (length < 12 || (data.get(offset) & 0xc0) != 0x80) {
            return false;
        }
        int first = data.get(offset);
        int second = data.get(offset + 1);
        int end = offset + length;
        int at = offset + 12 + 4 * (first & 0x0f);
        extensionProfile = NO_EXTENSION;
        extensionLength = 0;
        if ((first & 0x10) != 0) {
            if (at + 4 > end) {
                return false;
            }
            extensionProfile = data.getShort(at) & 0xffff;
            extensionOffset = at + 4;
            extensionLength = 4 * (data.getShort(at + 2) & 0xffff);
            at += 4 + extensionLength;
        }
        if ((first & 0x20) != 0) {
            end -= data.get(end - 1) & 0xff;
        }
        if (at > end) {
            return false;
        }
        payloadType = second & 0x7f;
        marker = (second & 0x80) != 0;
        sequence = data.getShort(offset + 2) & 0xffff;
        timestamp = data.getInt(offset + 4);
        source = data.getInt(offset + 8);
        payloadOffset = at;
        payloadLength = end - at;
        return true;
    }

    /** 0 to 65535. */
    public int sequence() {
        return sequence;
    }

    /** As it stands in the packet, 32 bits. */
    public int timestamp() {
        return timestamp;
    }

    /** SSRC. */
    public int source() {
        return source;
    }

    public int payloadType() {
        return payloadType;
    }

    public boolean marker() {
        return marker;
    }

    /** The 16 bits that say what the header extension is, or {@link #NO_EXTENSION}. */
    public int extensionProfile() {
        return extensionProfile;
    }

    /** Index of the extension's first byte behind its own header. */
    public int extensionOffset() {
        return extensionOffset;
    }

    /** Bytes of the extension, 0 to 262140 by its own word, never beyond the packet. */
    public int extensionLength() {
        return extensionLength;
    }

    /** Index of the payload's first byte in the buffer that was read. */
    public int payloadOffset() {
        return payloadOffset;
    }

    /** May be 0. */
    public int payloadLength() {
        return payloadLength;
    }
}
