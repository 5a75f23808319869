package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a camera's own picture is seen at a place of a tile. */
class PictureSpotTest {
    private static final PixelRect PLACE = new PixelRect(100, 50, 320, 180);

    private static PictureSpot turned(int quarters) {
        boolean aside = quarters % 2 == 1;
        int width = aside ? 180 : 320;
        int height = aside ? 320 : 180;
        return new PictureSpot(PLACE, new PixelRect(0, 0, width, height), width, height, quarters);
    }

    /** A picture turned to the right has its own upper edge at the right. */
    @ParameterizedTest
    @CsvSource({"0, 1, 0", "1, 0, 1", "2, -1, 0", "3, 0, -1"})
    void whatIsAtTheRightIsWhereTheCameraHasIt(int quarters, double right, double up) {
        Point2D at = turned(quarters).at(420, 140).orElseThrow();
        assertThat(at.getX()).isCloseTo(right, within(1e-9));
        assertThat(at.getY()).isCloseTo(up, within(1e-9));
    }

    @Test
    void whatIsCutOffAndGoneIntoCounts() {
        PictureSpot spot = new PictureSpot(PLACE, new PixelRect(160, 90, 80, 45), 320, 180, 0);
        assertThat(spot.at(100, 50)).contains(new Point2D(0, 0));
        assertThat(spot.at(420, 230)).contains(new Point2D(0.5, -0.5));
    }

    @Test
    void besideThePictureThereIsNone() {
        assertThat(turned(0).at(99, 60)).isEmpty();
        assertThat(turned(0).at(200, 231)).isEmpty();
        assertThat(turned(0).at(Double.NaN, 60)).isEmpty();
    }
}
