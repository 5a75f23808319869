package vn.toancanh.simulator.scene;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A faint, fixed grain over what stands still, so that large areas do not look poured. */
final class Grain {
    private Grain() {}

    static void lay(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        long state = 0x9E3779B97F4A7C15L;
        for (int i = 0; i < pixels.length; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            int by = (int) (state >>> 33) % 5 - 2;
            int p = pixels[i];
            pixels[i] = shifted(p >> 16, by) << 16 | shifted(p >> 8, by) << 8 | shifted(p, by);
        }
    }

    private static int shifted(int channel, int by) {
        return Math.clamp((channel & 0xFF) + by, 0, 255);
    }
}
