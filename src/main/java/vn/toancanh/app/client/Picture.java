package vn.toancanh.app.client;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import vn.toancanh.ui.shell.WindowPicture;

/**
 * A picture of one window, to be written as PNG.
 *
 * @param name file name without its ending, such as {@code wall-1}
 */
record Picture(String name, WindowPicture pixels) {
    /** Writes {@code name.png} into an existing folder, whole or not at all. Blocks. */
    void write(Path folder) throws IOException {
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, pixels.width(), pixels.height(), pixels.argb(), 0, pixels.width());
        Path part = folder.resolve(name + ".png.part");
        try {
            if (!ImageIO.write(image, "png", part.toFile())) {
                throw new IOException("this Java cannot write PNG");
            }
            Files.move(part, folder.resolve(name + ".png"), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
