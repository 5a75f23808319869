package vn.toancanh.simulator.panorama;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jspecify.annotations.Nullable;
import vn.toancanh.simulator.head.HeadPosition;

/**
 * Paints what a head sees. What stands still is painted anew only when the head has moved. One thread.
 */
public final class PanoramaRenderer {
    /** Grows whenever a panorama comes to look different, so that loops kept on disk are made anew. */
    public static final int VERSION = 1;

    private final Panorama panorama;
    private final boolean night;
    private final BufferedImage still;
    private final BufferedImage picture;
    private @Nullable HeadPosition stands;

    /**
     * A renderer of one panorama.
     *
     * @param index 0 and up
     * @param night true: as it looks in the dark
     */
    public PanoramaRenderer(int index, boolean night, int width, int height) {
        this.panorama = new Panorama(index);
        this.night = night;
        this.still = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    /**
     * Paints the picture of a time in the loop.
     *
     * @param part of the loop, 0 to 1
     * @return the picture, 0xRRGGBB a pixel; the same image every time
     */
    public BufferedImage paint(HeadPosition at, double part) {
        Window window = Window.of(at);
        if (!at.equals(stands)) {
            Pen pen = new Pen(still, window);
            panorama.still(pen);
            pen.close();
            stands = at;
        }
        System.arraycopy(of(still), 0, pixels(), 0, of(still).length);
        Pen pen = new Pen(picture, window);
        panorama.moving(pen, part);
        pen.close();
        if (night) {
            darken(pixels());
        }
        Readout.paint(picture, window);
        return picture;
    }

    /** The pixels of the picture last painted, 0xRRGGBB. */
    public int[] pixels() {
        return of(picture);
    }

    private static int[] of(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    private static void darken(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            int red = (pixels[i] >> 16 & 0xFF) * 5 / 16;
            int green = (pixels[i] >> 8 & 0xFF) * 5 / 16;
            int blue = (pixels[i] & 0xFF) * 7 / 16;
            pixels[i] = red << 16 | green << 8 | blue;
        }
    }
}
