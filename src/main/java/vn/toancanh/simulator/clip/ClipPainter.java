package vn.toancanh.simulator.clip;

import java.awt.image.BufferedImage;
import vn.toancanh.simulator.scene.SceneRenderer;
import vn.toancanh.simulator.scene.Scenes;
import vn.toancanh.simulator.scene.SensorNoise;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.Schedule;
import vn.toancanh.simulator.strip.StripCode;

/** Paints the pictures of one loop: scene, caption, strip. One thread. */
public final class ClipPainter {
    private static final double LOOP_SECONDS = Schedule.LOOP_NANOS / 1e9;

    private final ClipSpec spec;
    private final SceneRenderer renderer;
    private final Caption caption;

    public ClipPainter(ClipSpec spec) {
        this.spec = spec;
        boolean night =
                spec.showing() == ClipSpec.Showing.NOISY_NIGHT || spec.showing() == ClipSpec.Showing.STILL_NIGHT;
        this.renderer = night
                ? Scenes.night(spec.scene(), LOOP_SECONDS, spec.width(), spec.height())
                : Scenes.renderer(spec.scene(), LOOP_SECONDS, spec.width(), spec.height());
        this.caption = new Caption(spec.caption(), spec.height());
    }

    /** Pixels 0xRRGGBB of the picture at place {@code i} of the loop; the same array every time. */
    public int[] paint(int i) {
        if (spec.showing() == ClipSpec.Showing.BLACK) {
            return new int[spec.width() * spec.height()];
        }
        int frame = spec.shown(i);
        BufferedImage picture = renderer.paint(frame * LOOP_SECONDS / Schedule.frames(spec.role()));
        int[] pixels = renderer.pixels();
        if (spec.showing() == ClipSpec.Showing.NOISY_NIGHT) {
            SensorNoise.over(pixels, spec.camera() * 1000L + i);
        }
        caption.paint(picture);
        StripCode.paint(pixels, spec.width(), spec.height(), new Mark(spec.camera(), spec.role(), frame));
        return pixels;
    }
}
