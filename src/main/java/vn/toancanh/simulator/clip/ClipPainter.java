package vn.toancanh.simulator.clip;

import java.awt.image.BufferedImage;
import vn.toancanh.simulator.scene.SceneRenderer;
import vn.toancanh.simulator.scene.Scenes;
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
        this.renderer = Scenes.renderer(spec.scene(), LOOP_SECONDS, spec.width(), spec.height());
        this.caption = new Caption(spec.caption(), spec.height());
    }

    /** Pixels 0xRRGGBB of the picture at place {@code i} of the loop; the same array every time. */
    public int[] paint(int i) {
        if (spec.showing() == ClipSpec.Showing.BLACK) {
            return new int[spec.width() * spec.height()];
        }
        int frame = spec.shown(i);
        BufferedImage picture = renderer.paint(frame * LOOP_SECONDS / Schedule.frames(spec.role()));
        caption.paint(picture);
        int[] pixels = renderer.pixels();
        StripCode.paint(pixels, spec.width(), spec.height(), new Mark(spec.camera(), spec.role(), frame));
        return pixels;
    }
}
