package vn.toancanh.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/** A picture of a window as it looked at one moment, in memory. */
public final class WindowPicture {
    private final int width;
    private final int height;
    private final int[] argb;

    private WindowPicture(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /** Takes the picture, in the window's own pixels. FX thread; what is done with it, such as writing it to a file, belongs on another. */
    public static WindowPicture of(Scene scene) {
        double scale = scene.getWindow() == null ? 1 : scene.getWindow().getOutputScaleX();
        int width = Math.max(1, (int) Math.round(scene.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(scene.getHeight() * scale));
        SnapshotParameters as = new SnapshotParameters();
        as.setFill(scene.getFill());
        as.setTransform(Transform.scale(scale, scale));
        as.setViewport(new Rectangle2D(0, 0, width, height));
        WritableImage image = scene.getRoot().snapshot(as, new WritableImage(width, height));
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new WindowPicture(width, height, argb);
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    /** One int a pixel, alpha first, not premultiplied, row by row from the top, without gaps; a copy. Any thread. */
    public int[] argb() {
        return argb.clone();
    }
}
