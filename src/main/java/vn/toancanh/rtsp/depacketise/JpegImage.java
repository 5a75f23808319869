package vn.toancanh.rtsp.depacketise;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the image that packets carried only the scan data of (RFC 2435 appendix B); what an extension said goes before what
 * is derived.
 */
final class JpegImage {
    private static final int MOST_SIDE = 65_500;
    private static final byte[] START = {(byte) 0xff, (byte) 0xd8};
    private static final byte[] END = {(byte) 0xff, (byte) 0xd9};
    private static final byte[] SCAN = {3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0};

    private final JpegHeader header;
    private final @Nullable JpegTables tables;
    private final JpegExtension extension;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);

    JpegImage(JpegHeader header, @Nullable JpegTables tables, JpegExtension extension) {
        this.header = header;
        this.tables = tables;
        this.extension = extension;
    }

    /**
     * The whole image; null where its size is nowhere said.
     *
     * @param width as announced, 0 where it was not
     * @param height as announced, 0 where it was not
     * @param more scan data that stood in the extension
     * @param size bytes of {@code scan} that count
     */
    byte @Nullable [] with(int width, int height, byte[] more, byte[] scan, int size) {
        out.writeBytes(START);
        out.writeBytes(extension.others());
        if (tables != null) {
            tables.write(out);
        }
        write(extension.quantisers());
        if (!writeFrame(width, height)) {
            return null;
        }
        segment(0xc4, JpegTables.huffman());
        write(extension.huffman());
        byte[] restart = extension.restart();
        if (restart != null) {
            out.writeBytes(restart);
        } else if (header.restart() > 0) {
            segment(0xdd, new byte[] {(byte) (header.restart() >> 8), (byte) header.restart()});
        }
        byte[] scanHeader = extension.scan();
        if (scanHeader == null) {
            segment(0xda, SCAN);
        } else {
            out.writeBytes(scanHeader);
        }
        out.writeBytes(more);
        out.write(scan, 0, size);
        if (size < 2 || scan[size - 2] != END[0] || scan[size - 1] != END[1]) {
            out.writeBytes(END);
        }
        return out.toByteArray();
    }

    private boolean writeFrame(int announcedWidth, int announcedHeight) {
        byte[] given = extension.frame();
        if (given == null && header.width() == 0 && header.height() == 0) {
            given = extension.frameBefore();
        }
        if (given != null) {
            out.writeBytes(given);
            return true;
        }
        int width = side(header.width(), announcedWidth);
        int height = side(header.height(), announcedHeight);
        if (width == 0 || height == 0) {
            return false;
        }
        int count = tables == null ? 2 : tables.count();
        // Tables of 16 bits are for extended images only, T.81 B.2.4.1.
        segment(tables != null && tables.wide() ? 0xc1 : 0xc0, new byte[] {
            8,
            (byte) (height >> 8),
            (byte) height,
            (byte) (width >> 8),
            (byte) width,
            3,
            1,
            (byte) (header.halved() == 0 ? 0x21 : 0x22),
            0,
            2,
            0x11,
            (byte) Math.min(1, count - 1),
            3,
            0x11,
            (byte) Math.min(2, count - 1)
        });
        return true;
    }

    /** What is announced, where the packet's eighths are what is left of it in eight bits; else what the packet says. */
    private static int side(int eighths, int announced) {
        boolean sensible = announced > 0 && announced < MOST_SIDE;
        boolean agrees = eighths == 0 || ((announced + 7) / 8 & 0xff) == eighths;
        return sensible && agrees ? announced : eighths * 8;
    }

    private void write(byte @Nullable [] segments) {
        if (segments != null) {
            out.writeBytes(segments);
        }
    }

    private void segment(int marker, byte[] content) {
        int length = content.length + 2;
        out.write(0xff);
        out.write(marker);
        out.write(length >> 8);
        out.write(length);
        out.writeBytes(content);
    }
}
