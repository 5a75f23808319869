package vn.toancanh.ui.grid;

import java.lang.foreign.MemorySegment;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * One picture for the whole grid, twice: while one is on show, and may still be read by the render thread, only the other
 * is written. Heap arrays in ARGB, because the software pipeline takes those without converting a pixel. FX thread.
 */
final class Composite {
    private final int width;
    private final int height;
    private final int[][] pixels = new int[2][];
    private final MemorySegment[] segments = new MemorySegment[2];
    private final PixelBuffer<?>[] buffers = new PixelBuffer<?>[2];
    private final Image[] images = new Image[2];
    private final boolean[] stale = new boolean[2];
    private final int ground;
    private int front;
    private int left;
    private int top;
    private int right;
    private int bottom;

    Composite(int width, int height, int ground) {
        this.width = width;
        this.height = height;
        this.ground = ground;
        for (int i = 0; i < 2; i++) {
            pixels[i] = new int[width * height];
            Arrays.fill(pixels[i], ground);
            segments[i] = MemorySegment.ofArray(pixels[i]);
            PixelBuffer<IntBuffer> buffer =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(pixels[i]), PixelFormat.getIntArgbPreInstance());
            buffers[i] = buffer;
            images[i] = new WritableImage(buffer);
        }
        clean();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Which of the two is on show, 0 or 1. */
    int front() {
        return front;
    }

    /** The pixels on show, to be read only. */
    int[] shown() {
        return pixels[front];
    }

    /** The pixels to write. */
    int[] hidden() {
        return pixels[1 - front];
    }

    /** The same as {@link #hidden()}, as pictures are copied to it. */
    MemorySegment hiddenSegment() {
        return segments[1 - front];
    }

    /** Both pictures are to be painted anew from the ground up. */
    void forget() {
        Arrays.fill(stale, true);
    }

    /** Makes the hidden picture ready to be written. */
    void prepare() {
        int hidden = 1 - front;
        if (stale[hidden]) {
            stale[hidden] = false;
            Arrays.fill(pixels[hidden], ground);
            wrote(new PixelRect(0, 0, width, height));
        }
    }

    /** Says that a rectangle of the hidden picture was written. */
    void wrote(PixelRect rect) {
        left = Math.min(left, rect.x());
        top = Math.min(top, rect.y());
        right = Math.max(right, rect.x() + rect.width());
        bottom = Math.max(bottom, rect.y() + rect.height());
    }

    /** Brings the hidden picture to the front and gives the image to show. */
    Image swap() {
        front = 1 - front;
        if (right > left) {
            Rectangle2D rect = new Rectangle2D(left, top, right - left, bottom - top);
            buffers[front].updateBuffer(buffer -> rect);
        }
        clean();
        return images[front];
    }

    private void clean() {
        left = width;
        top = height;
        right = 0;
        bottom = 0;
    }
}
