package vn.toancanh.simulator.scene;

import java.util.SplittableRandom;

/** What a sensor at high gain adds to a dark picture: every pixel a little off, otherwise in every picture. Any thread. */
public final class SensorNoise {
    /** Standard deviation, steps of 255; what a street camera's gain leaves at night after its own mild filter. */
    private static final double STRENGTH = 4;

    private static final int SAMPLES = 4096;

    private SensorNoise() {}

    /**
     * Adds noise to a picture.
     *
     * @param pixels 0xRRGGBB
     * @param seed the same seed makes the same noise
     */
    public static void over(int[] pixels, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] samples = new int[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = (int) Math.round(random.nextGaussian() * STRENGTH);
        }
        for (int i = 0; i < pixels.length; i++) {
            int by = samples[random.nextInt(SAMPLES)];
            int p = pixels[i];
            pixels[i] = shifted(p >> 16, by) << 16 | shifted(p >> 8, by) << 8 | shifted(p, by);
        }
    }

    private static int shifted(int channel, int by) {
        return Math.clamp((channel & 0xFF) + by, 0, 255);
    }
}
