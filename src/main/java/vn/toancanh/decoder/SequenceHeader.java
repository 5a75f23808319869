package vn.toancanh.decoder;

import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.VideoTrack;

/**
 * What a sequence parameter set, or an image of a stream of images, says of the pictures that follow.
 *
 * @param width shown width in samples, cropping done
 * @param height shown height in samples, cropping done
 * @param aspectWidth sample aspect ratio, 1 where unknown
 * @param aspectHeight sample aspect ratio, 1 where unknown
 * @param fps pictures a second as announced, 0 where unknown
 * @param reorder pictures that may come before others in coding order and after them on show; 0: none
 */
record SequenceHeader(int width, int height, int aspectWidth, int aspectHeight, double fps, int reorder) {
    private static final int MOST = 16_384;
    private static final double REDUCED = 0.55;

    SequenceHeader {
        if (!isSize(width, height)) {
            throw new IndexOutOfBoundsException("pictures of " + width + "x" + height);
        }
        if (aspectWidth < 1 || aspectHeight < 1) {
            aspectWidth = 1;
            aspectHeight = 1;
        }
    }

    /** True of a size that pictures may have. */
    static boolean isSize(int width, int height) {
        return width >= 1 && height >= 1 && width <= MOST && height <= MOST;
    }

    /** What an image says itself, or the first sequence parameter set in Annex B data, in front of the first picture; null where there is none that can be read. */
    static @Nullable SequenceHeader find(VideoTrack.Encoding encoding, byte[] data) {
        if (encoding == VideoTrack.Encoding.JPEG) {
            return JpegFrame.find(data);
        }
        boolean avc = encoding == VideoTrack.Encoding.H264;
        int at = AnnexB.next(data, 0);
        while (at < data.length) {
            int end = AnnexB.next(data, at);
            int type = AnnexB.type(encoding, data[at]);
            if (AnnexB.picture(encoding, type)) {
                return null;
            }
            if (type == (avc ? AnnexB.AVC_SPS : AnnexB.HEVC_SPS)) {
                try {
                    return avc
                            ? AvcSequence.read(new BitReader(data, at + 1, AnnexB.endOf(data, end)))
                            : HevcSequence.read(new BitReader(data, at + 2, AnnexB.endOf(data, end)));
                } catch (IndexOutOfBoundsException | ArithmeticException damaged) {
                    return null;
                }
            }
            at = end;
        }
        return null;
    }

    /** The size of these pictures inside a tile, see {@link #fit}. */
    long fittedIn(int tileWidth, int tileHeight) {
        return fit(tileWidth, tileHeight, width, height, aspectWidth, aspectHeight);
    }

    /** True where a tile shows these pictures at about half their size or less, so that four samples become one. */
    boolean reducedIn(int tileWidth, int tileHeight) {
        long fitted = fittedIn(tileWidth, tileHeight);
        return (fitted >> 32) <= REDUCED * width && (int) fitted <= REDUCED * height;
    }

    /**
     * The largest size inside a tile that keeps the aspect ratio and is not larger than the source, both sides even.
     *
     * @return width &lt;&lt; 32 | height
     */
    static long fit(int tileWidth, int tileHeight, int width, int height, int aspectWidth, int aspectHeight) {
        double shownWidth = (double) width * aspectWidth / aspectHeight;
        double shownHeight = height;
        if (shownWidth < width) {
            // Samples higher than wide: keep all columns and stretch rows instead, so that no detail is thrown away.
            shownHeight = (double) height * aspectHeight / aspectWidth;
            shownWidth = width;
        }
        double scale = Math.min(1, Math.min(tileWidth / shownWidth, tileHeight / shownHeight));
        return (long) even(shownWidth * scale, tileWidth) << 32 | even(shownHeight * scale, tileHeight);
    }

    private static int even(double side, int most) {
        int rounded = (int) Math.round(side / 2) * 2;
        return Math.max(1, Math.min(rounded < 2 ? 2 : rounded, most > 1 ? most & ~1 : most));
    }
}
