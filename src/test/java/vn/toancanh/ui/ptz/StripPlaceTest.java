package vn.toancanh.ui.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;

/** The strip of a steered tile is whole on its wall and leaves the picture free. */
class StripPlaceTest {
    private static final double WIDE = 1280;
    private static final double HIGH = 640;
    private static final double STRIP = 90;

    private static Bounds of(Bounds tile) {
        return StripPlace.of(tile, WIDE, HIGH, STRIP);
    }

    @Test
    void aLargeTileHasItAtItsFootWithinItsFrame() {
        Bounds tile = new BoundingBox(400, 200, 400, 200);
        Bounds strip = of(tile);
        assertThat(tile.contains(strip)).isTrue();
        assertThat(strip.getMinX()).isGreaterThan(400);
        assertThat(strip.getMaxY()).isBetween(390.0, 399.0);
        assertThat(strip.getHeight()).isEqualTo(STRIP);
    }

    @Test
    void aSmallTileIsLeftFreeAndStillHasAllOfIt() {
        Bounds whole = new BoundingBox(0, 0, WIDE, HIGH);
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 6; column++) {
                Bounds tile = new BoundingBox(column * WIDE / 6, row * HIGH / 6, WIDE / 6, HIGH / 6);
                Bounds strip = of(tile);
                assertThat(whole.contains(strip)).as("%s of %s", strip, tile).isTrue();
                assertThat(strip.getMinY() >= tile.getMaxY() || strip.getMaxY() <= tile.getMinY())
                        .as("%s of %s", strip, tile)
                        .isTrue();
                assertThat(strip.getMinX() < tile.getMaxX() && strip.getMaxX() > tile.getMinX())
                        .isTrue();
                assertThat(strip.getWidth()).isEqualTo(StripPlace.ROOM_WIDTH);
                assertThat(strip.getHeight()).isEqualTo(STRIP);
            }
        }
    }

    @Test
    void aWallNarrowerThanItHasItAsWideAsItIs() {
        Bounds strip = StripPlace.of(new BoundingBox(0, 0, 100, 100), 300, HIGH, STRIP);
        assertThat(strip.getWidth()).isEqualTo(300);
        assertThat(strip.getMinX()).isZero();
    }
}
