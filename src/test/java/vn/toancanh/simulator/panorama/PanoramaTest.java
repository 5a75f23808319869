package vn.toancanh.simulator.panorama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.simulator.head.HeadPosition;

/** What is seen of a panorama from where a head looks. */
class PanoramaTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    private static final int FLAG = Landmark.FLAG.getRGB() & 0xFFFFFF;

    /** Where the flag is in a picture, in pixels, and how much of it there is. */
    private record Seen(double x, double y, int pixels) {}

    private static int[] picture(int index, double pan, double tilt, double zoom) {
        PanoramaRenderer renderer = new PanoramaRenderer(index, false, WIDTH, HEIGHT);
        renderer.paint(new HeadPosition(pan, tilt, zoom), 0.25);
        return renderer.pixels();
    }

    private static Seen flag(int[] picture) {
        double x = 0;
        double y = 0;
        int pixels = 0;
        for (int i = 0; i < picture.length; i++) {
            if ((picture[i] & 0xFFFFFF) == FLAG) {
                x += i % WIDTH;
                y += (double) i / WIDTH;
                pixels++;
            }
        }
        return new Seen(x / Math.max(1, pixels), y / Math.max(1, pixels), pixels);
    }

    /** Where a head has to look to have the flag before it; the flag hangs to the right of its pole. */
    private static double flagPan(int index) {
        double azimuth = new Panorama(index).azimuth(Landmark.FLAG_TOWER) + 2.3;
        return new Window(0, 0, 1).aside(azimuth) / 180;
    }

    @Test
    void panTiltAndZoomSayWhatPartIsSeen() {
        assertThat(Window.of(HeadPosition.AHEAD)).isEqualTo(new Window(0, -4, 62));
        assertThat(Window.of(new HeadPosition(1, 1, 1)).azimuth()).isEqualTo(180);
        assertThat(Window.of(new HeadPosition(-0.5, -1, 1)).azimuth()).isEqualTo(-90);
        assertThat(Window.of(new HeadPosition(0, -1, 1)).elevation()).isEqualTo(-36);
        assertThat(Window.of(new HeadPosition(0, 1, 1)).elevation()).isEqualTo(28);
        assertThat(Window.of(new HeadPosition(0, 0, 1)).fov()).isEqualTo(5, within(1e-9));
    }

    @Test
    void whatIsSeenGoesLeftAsTheHeadTurnsRightDownAsItLooksUpAndGrowsAsTheLensComesNearer() {
        double pan = flagPan(1);
        Seen before = flag(picture(1, pan, 0.5, 0));
        assertThat(before.pixels).isGreaterThan(300);
        assertThat(before.x).isCloseTo(WIDTH / 2.0, within(15.0));
        Seen right = flag(picture(1, pan + 0.05, 0.5, 0));
        assertThat(before.x - right.x).as("nine degrees").isCloseTo(9 * WIDTH / 62.0, within(8.0));
        Seen up = flag(picture(1, pan, 0.7, 0));
        assertThat(up.y - before.y).as("six degrees").isCloseTo(6.4 * WIDTH / 62.0, within(8.0));
        Seen near = flag(picture(1, pan, 0.62, 0.3));
        double larger = Math.pow(62 / 5.0, 0.3);
        assertThat(near.pixels / (before.pixels * larger * larger)).isCloseTo(1, within(0.15));
    }

    @Test
    void beyondTheOneEndTheOtherGoesOn() {
        for (int index = 0; index < 4; index++) {
            assertThat(picture(index, 1, 0, 0)).isEqualTo(picture(index, -1, 0, 0));
        }
        int turned = -1;
        for (int index = 0; index < 40 && turned < 0; index++) {
            turned = Math.abs(flagPan(index)) > 0.95 ? index : -1;
        }
        assertThat(turned).as("one whose flag stands near the seam").isNotNegative();
        double pan = flagPan(turned);
        double beyond = Math.copySign(0.97, -pan);
        Seen across = flag(picture(turned, beyond, 0.5, 0));
        assertThat(across.pixels).isGreaterThan(300);
        double way = new Window(180 * beyond, 0, 1).aside(180 * pan);
        assertThat(across.x).isCloseTo(WIDTH / 2.0 + way * WIDTH / 62, within(15.0));
    }

    @Test
    void whateverAHeadLooksAtThereIsSomethingToSee() {
        PanoramaRenderer renderer = new PanoramaRenderer(4, false, WIDTH, HEIGHT);
        for (double pan = -1; pan <= 1; pan += 0.25) {
            for (double tilt = -1; tilt <= 1; tilt += 0.5) {
                renderer.paint(new HeadPosition(pan, tilt, 0), 0);
                assertThat(java.util.Arrays.stream(renderer.pixels()).distinct().count())
                        .as("pan %s tilt %s", pan, tilt)
                        .isGreaterThan(12);
            }
        }
    }

    @Test
    void itMovesAndComesBackToWhereItBegan() {
        PanoramaRenderer renderer = new PanoramaRenderer(1, false, WIDTH, HEIGHT);
        for (double pan = -1; pan < 1; pan += 0.2) {
            HeadPosition at = new HeadPosition(pan, 0, 0);
            renderer.paint(at, 0);
            int[] begin = renderer.pixels().clone();
            renderer.paint(at, 0.4);
            assertThat(differing(begin, renderer.pixels())).isGreaterThan(500);
            renderer.paint(at, 1);
            assertThat(differing(begin, renderer.pixels())).isLessThan(100);
        }
    }

    @Test
    void camerasSeeDifferentCities() {
        List<int[]> pictures = new ArrayList<>();
        for (int index = 1; index < 40; index += 3) {
            pictures.add(picture(index, 0, 0, 0));
        }
        for (int a = 0; a < pictures.size(); a++) {
            for (int b = a + 1; b < pictures.size(); b++) {
                assertThat(differing(pictures.get(a), pictures.get(b))).isGreaterThan(WIDTH * HEIGHT / 20);
            }
        }
        assertThat(picture(7, 0.3, 0, 0)).isEqualTo(picture(7, 0.3, 0, 0));
    }

    private static int differing(int[] one, int[] other) {
        int differing = 0;
        for (int i = 0; i < one.length; i++) {
            differing += one[i] == other[i] ? 0 : 1;
        }
        return differing;
    }
}
