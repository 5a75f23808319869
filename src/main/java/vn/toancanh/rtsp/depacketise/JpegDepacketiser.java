package vn.toancanh.rtsp.depacketise;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * JPEG over RTP, RFC 2435 with ONVIF's header extensions: whole images of the scan data that packets carry. A picture that
 * lost a packet is dropped. Of interlaced pictures the first field is handed over, in half the height.
 */
public final class JpegDepacketiser implements Depacketiser {
    private static final int USUAL_BYTES = 128 * 1024;
    /** Pictures that leave most of a large buffer empty, in a row, before it is given back. */
    private static final int MOST_SMALL = 100;

    private static final int MOST_HEADER = 80 * 1024;
    private static final int IN_BAND = 128;

    private final PictureSink sink;
    private final int announcedWidth;
    private final int announcedHeight;
    private final JpegExtension extension = new JpegExtension();
    private final @Nullable JpegTables[] remembered = new JpegTables[IN_BAND];
    private @Nullable JpegTables tablesBefore;
    private byte[] scan = new byte[USUAL_BYTES];
    private int size;
    private int fragments;
    private @Nullable JpegHeader first;
    private byte @Nullable [] pending;
    private int pendingProfile;

    private long time = Long.MIN_VALUE;
    private long lastArrival;
    private boolean broken;
    private boolean gapBefore;
    /** Nothing was taken of the picture that now comes. */
    private boolean fresh = true;

    private boolean joined;
    private int small;
    private long dropped;
    private final Oversize oversize = new Oversize();

    /**
     * @param width of the pictures as announced, 0 where it was not
     * @param height of the pictures as announced, 0 where it was not
     */
    public JpegDepacketiser(PictureSink sink, int width, int height) {
        this.sink = sink;
        this.announcedWidth = width;
        this.announcedHeight = height;
    }

    @Override
    public boolean extension(int profile, ByteBuffer data, int offset, int length) {
        if (profile != JpegExtension.FIRST && profile != JpegExtension.OTHER) {
            return false;
        }
        byte[] bytes = new byte[length];
        data.get(offset, bytes);
        pending = bytes;
        pendingProfile = profile;
        return true;
    }

    @Override
    public boolean payload(
            ByteBuffer data, int offset, int length, boolean marker, long rtpTime, long arrivalNanos, boolean gap) {
        if (rtpTime != time) {
            if (!fresh) {
                broken |= gap;
                finish();
            }
            time = rtpTime;
        }
        if (gap) {
            gapBefore = true;
            broken |= !fresh;
        }
        lastArrival = arrivalNanos;
        boolean extended = takePending(length);
        boolean good = (length == 0 || take(data, offset, length, gap)) && extended;
        broken |= !good;
        if (marker && !fresh) {
            finish();
        }
        return good;
    }

    private boolean takePending(int length) {
        byte[] bytes = pending;
        pending = null;
        if (bytes == null) {
            return length > 0;
        }
        boolean beginning = fresh && pendingProfile == JpegExtension.FIRST;
        if (beginning || (extension.present() && size == 0)) {
            fresh = false;
            return extension.add(ByteBuffer.wrap(bytes), 0, bytes.length);
        }
        if (fresh || broken) {
            return true;
        }
        // Behind the first scan data, an extension goes on with them.
        return append(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    private boolean take(ByteBuffer data, int offset, int length, boolean gap) {
        JpegHeader header = JpegHeader.read(data, offset, length);
        if (header == null) {
            fresh = false;
            return false;
        }
        if (first == null) {
            fresh = false;
            if (header.fragment() != 0) {
                // Joined in mid-picture, or its front was lost: no fault of the sender's.
                boolean excused = gap || !joined || broken;
                broken = true;
                return excused;
            }
            first = header;
            if (!withTables(header)) {
                return false;
            }
        } else if (header.fragment() != fragments) {
            return broken;
        }
        joined = true;
        if (broken) {
            return true;
        }
        int count = offset + length - header.payload();
        fragments += count;
        return append(data, header.payload(), count);
    }

    /** Finds what quantises this picture; false where nothing can. */
    private boolean withTables(JpegHeader header) {
        if (header.tablesLast()) {
            remembered[header.quality() - IN_BAND] = header.tables();
        }
        JpegTables tables = header.tables();
        if (tables == null) {
            tables = header.tablesInBand()
                    ? remembered[header.quality() - IN_BAND]
                    : header.quality() > 0 ? JpegTables.ofQuality(header.quality()) : tablesBefore;
        }
        tablesBefore = tables;
        return tables != null || (header.quality() == 0 && extension.present());
    }

    private boolean append(ByteBuffer data, int offset, int count) {
        if (size + count > scan.length) {
            if (size + count > MOST_BYTES - MOST_HEADER) {
                oversize.seen();
                return false;
            }
            scan = Arrays.copyOf(scan, Math.min(MOST_BYTES - MOST_HEADER, Math.max(size + count, 2 * scan.length)));
        }
        data.get(offset, scan, size, count);
        size += count;
        return true;
    }

    private void finish() {
        JpegHeader header = first;
        byte[] image = broken || header == null ? null : image(header);
        if (image != null) {
            boolean after = gapBefore;
            gapBefore = false;
            sink.picture(image, true, time, lastArrival, after);
        } else if (header == null || header.field() != 2 || broken) {
            gapBefore = true;
            dropped++;
        }
        oversize.over(image != null);
        giveBack();
        extension.begin();
        first = null;
        size = 0;
        fragments = 0;
        broken = false;
        fresh = true;
    }

    /** One large picture must not keep its memory for ever. */
    private void giveBack() {
        small = scan.length > USUAL_BYTES && size < scan.length / 4 ? small + 1 : 0;
        if (small > MOST_SMALL) {
            scan = new byte[Math.max(USUAL_BYTES, size * 2)];
            small = 0;
        }
    }

    /** The whole image; null for a second field, and where something is missing. */
    private byte @Nullable [] image(JpegHeader header) {
        byte[] more = extension.sort();
        if (header.field() == 2 || size == 0 || more == null) {
            return null;
        }
        return startsImage()
                ? Arrays.copyOf(scan, size)
                : new JpegImage(header, tablesBefore, extension)
                        .with(announcedWidth, announcedHeight, more, scan, size);
    }

    /** Some cameras send the file as it is. Scan data never begin so: behind 0xff they have 0 or a restart marker. */
    private boolean startsImage() {
        return size > 3 && scan[0] == (byte) 0xff && scan[1] == (byte) 0xd8 && scan[2] == (byte) 0xff;
    }

    @Override
    public long dropped() {
        return dropped;
    }

    @Override
    public boolean tooLarge() {
        return oversize.always();
    }

    @Override
    public long held() {
        long tables = 0;
        for (JpegTables each : remembered) {
            tables += each == null ? 0 : each.bytes().length;
        }
        byte[] waiting = pending;
        return scan.length + extension.held() + tables + (waiting == null ? 0 : waiting.length);
    }
}
