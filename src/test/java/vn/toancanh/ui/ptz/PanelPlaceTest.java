package vn.toancanh.ui.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The presets never lie outside of the wall, nor over the strip of their tile. */
class PanelPlaceTest {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1040;

    /** Every tile of a square wall of so many columns. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 6, 8, 16})
    void theyLieOnTheWallBesideTheStrip(int columns) {
        double width = WIDTH / columns;
        double height = HEIGHT / columns;
        for (int tile = 0; tile < columns * columns; tile++) {
            int row = tile / columns;
            Bounds at = new BoundingBox((tile - row * columns) * width, row * height, width, height);
            Bounds strip = StripPlace.of(at, WIDTH, HEIGHT, 64);
            Bounds panel = PanelPlace.of(at, strip, WIDTH, HEIGHT, 1000);
            assertThat(panel.getMinX()).as("tile %d", tile).isBetween(0.0, WIDTH - PanelPlace.WIDTH);
            assertThat(panel.getMinY()).as("tile %d", tile).isBetween(0.0, HEIGHT - panel.getHeight());
            assertThat(panel.getHeight()).isBetween(PanelPlace.LEAST_ROOM, PanelPlace.HEIGHT);
            boolean apart = panel.getMaxX() <= strip.getMinX()
                    || panel.getMinX() >= strip.getMaxX()
                    || panel.getMaxY() <= strip.getMinY()
                    || panel.getMinY() >= strip.getMaxY();
            assertThat(apart).as("tile %d: %s over %s", tile, panel, strip).isTrue();
        }
    }
}
