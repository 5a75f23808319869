package vn.toancanh.ui.testing;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import vn.toancanh.ui.shell.WindowPicture;

/** Pictures of windows, for people to look at. */
public final class Pictures {
    private Pictures() {}

    /** Writes what a window shows now as PNG. */
    public static void save(Scene scene, Path file) throws Exception {
        Fx.settle(scene);
        WindowPicture picture = Fx.on(() -> WindowPicture.of(scene));
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ImageIO.write(image, "png", file.toFile());
    }
}
