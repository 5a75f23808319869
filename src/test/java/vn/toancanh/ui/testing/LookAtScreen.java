package vn.toancanh.ui.testing;

import java.awt.image.BufferedImage;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;
import javafx.stage.Screen;

/** The screen as people see it, with what pops up over windows. */
public final class LookAtScreen {
    private LookAtScreen() {}

    /** A picture of it, as soon as what has just been asked for can be seen. */
    public static BufferedImage now() throws Exception {
        Thread.sleep(900);
        return Fx.on(() -> {
            WritableImage shot =
                    new Robot().getScreenCapture(null, Screen.getPrimary().getBounds());
            int width = (int) shot.getWidth();
            int height = (int) shot.getHeight();
            int[] argb = new int[width * height];
            shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
            BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            made.setRGB(0, 0, width, height, argb, 0, width);
            return made;
        });
    }
}
