package vn.toancanh.simulator.panorama;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The letters that are written into simulated pictures; read once. Any thread. */
public final class Letters {
    private static final String FONT = "/vn/toancanh/fonts/BeVietnamPro-Medium.ttf";
    private static final Font READ = read();

    private Letters() {}

    /** The font at a size in pixels. */
    public static Font of(double size) {
        return READ.deriveFont((float) size);
    }

    private static Font read() {
        try (InputStream in = Letters.class.getResourceAsStream(FONT)) {
            if (in == null) {
                return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (FontFormatException wrong) {
            throw new IllegalStateException("the font that comes with the program cannot be read", wrong);
        }
    }
}
