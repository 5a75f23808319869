package vn.toancanh.simulator.clip;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import vn.toancanh.simulator.head.HeadPosition;
import vn.toancanh.simulator.panorama.PanoramaRenderer;
import vn.toancanh.simulator.scene.SceneRenderer;
import vn.toancanh.simulator.scene.Scenes;
import vn.toancanh.simulator.scene.SensorNoise;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.Schedule;
import vn.toancanh.simulator.strip.StripCode;

/** Paints the pictures of one camera: scene, or what its head sees of its panorama, caption, strip. One thread. */
public final class ClipPainter {
    private static final double LOOP_SECONDS = Schedule.LOOP_NANOS / 1e9;

    private final ClipSpec spec;
    private final @Nullable SceneRenderer street;
    private final @Nullable PanoramaRenderer panorama;
    private final Caption caption;

    public ClipPainter(ClipSpec spec) {
        this.spec = spec;
        boolean night =
                spec.showing() == ClipSpec.Showing.NOISY_NIGHT || spec.showing() == ClipSpec.Showing.STILL_NIGHT;
        this.panorama =
                spec.view() == null ? null : new PanoramaRenderer(spec.scene(), night, spec.width(), spec.height());
        this.street = spec.view() == null ? street(spec, night) : null;
        this.caption = new Caption(spec.caption(), spec.height());
    }

    private static SceneRenderer street(ClipSpec spec, boolean night) {
        return night
                ? Scenes.night(spec.scene(), LOOP_SECONDS, spec.width(), spec.height())
                : Scenes.renderer(spec.scene(), LOOP_SECONDS, spec.width(), spec.height());
    }

    /** Pixels 0xRRGGBB of the picture at place {@code i} of the loop; the same array every time. */
    public int[] paint(int i) {
        if (spec.showing() == ClipSpec.Showing.BLACK) {
            return new int[spec.width() * spec.height()];
        }
        return paint(spec.shown(i), i, spec.view());
    }

    /**
     * Pixels 0xRRGGBB of the picture of that number as it is seen from where a head looks; the same array every time.
     *
     * @param frame number in the live loop
     */
    int[] paint(int frame, HeadPosition view) {
        return paint(frame, frame, view);
    }

    private int[] paint(int frame, int noise, @Nullable HeadPosition view) {
        double part = (double) frame / Schedule.frames(spec.role());
        BufferedImage picture;
        int[] pixels;
        if (panorama != null && view != null) {
            picture = panorama.paint(view, part);
            pixels = panorama.pixels();
        } else if (street != null) {
            picture = street.paint(part * LOOP_SECONDS);
            pixels = street.pixels();
        } else {
            throw new IllegalStateException("a head that looks nowhere");
        }
        if (spec.showing() == ClipSpec.Showing.NOISY_NIGHT) {
            SensorNoise.over(pixels, spec.camera() * 1000L + noise);
        }
        caption.paint(picture);
        StripCode.paint(pixels, spec.width(), spec.height(), new Mark(spec.camera(), spec.role(), frame));
        return pixels;
    }
}
