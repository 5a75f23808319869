package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.model.PixelSize;

class PictureFitTest {
    private static final double WIDE = 16 / 9.0;
    private static final int HEADER = 20;

    @Test
    void aTileALittleTooWideIsFilledByCuttingTheUpperEdgeAlone() {
        PixelRect tile = new PixelRect(100, 200, 320, 169);
        assertThat(PictureFit.wanted(tile, WIDE, false)).isEqualTo(new PixelSize(320, 180));
        PictureFit fit = PictureFit.of(tile, 320, 180, HEADER, false);
        assertThat(fit.place()).isEqualTo(tile);
        assertThat(fit.cut()).isEqualTo(11);
    }

    @Test
    void nothingIsCutOffAnEnlargedTile() {
        PixelRect tile = new PixelRect(0, 0, 1920, 1016);
        assertThat(PictureFit.wanted(tile, WIDE, true)).isEqualTo(new PixelSize(1920, 1016));
        PictureFit fit = PictureFit.of(tile, 1920, 1080, HEADER, true);
        assertThat(fit.cut()).isZero();
        assertThat(fit.place()).isEqualTo(new PixelRect(57, 0, 1806, 1016));
    }

    @Test
    void moreThanASixteenthIsNeverCutAndBarsStayForTheRest() {
        PixelRect tile = new PixelRect(0, 0, 320, 164);
        PictureFit fit = PictureFit.of(tile, 320, 180, HEADER, false);
        assertThat(fit.cut()).isEqualTo(11);
        assertThat(fit.height()).isEqualTo(175);
        assertThat(fit.place()).isEqualTo(new PixelRect(4, 0, 311, 164));
    }

    @Test
    void aPictureOfAnotherShapeAltogetherIsShownWhole() {
        PixelRect tile = new PixelRect(0, 0, 320, 169);
        assertThat(PictureFit.wanted(tile, 4 / 3.0, false)).isEqualTo(new PixelSize(320, 169));
        assertThat(PictureFit.of(tile, 640, 480, HEADER, false))
                .isEqualTo(new PictureFit(new PixelRect(47, 0, 225, 169), 169));
        assertThat(PictureFit.of(tile, 360, 640, HEADER, false).cut()).isZero();
    }

    @Test
    void aPictureThatLeavesRoomAboveMakesRoomForTheHeaderFirst() {
        PixelRect tile = new PixelRect(0, 300, 406, 254);
        assertThat(PictureFit.of(tile, 640, 360, HEADER, false).place()).isEqualTo(new PixelRect(0, 320, 406, 228));
        assertThat(PictureFit.of(new PixelRect(0, 300, 406, 240), 640, 360, HEADER, false)
                        .place())
                .as("as far as there is room")
                .isEqualTo(new PixelRect(0, 312, 406, 228));
        assertThat(PictureFit.of(new PixelRect(0, 300, 406, 428), 640, 360, HEADER, false)
                        .place())
                .as("in the middle where there is plenty")
                .isEqualTo(new PixelRect(0, 400, 406, 228));
    }

    @ParameterizedTest
    @CsvSource({
        "320,169,16,9",
        "319,166,16,9",
        "479,253,16,9",
        "239,126,16,9",
        "639,346,16,9",
        "406,254,16,9",
        "320,169,4,3",
        "320,169,9,16",
        "1919,997,16,9",
        "320,169,11,9",
        "640,338,32,9",
        "1,1,16,9",
        "7,400,16,9"
    })
    void noPictureIsEverStretchedOrLeavesItsTile(int width, int height, int across, int down) {
        PixelRect tile = new PixelRect(5, 7, width, height);
        PictureFit fit = PictureFit.of(tile, across * 100, down * 100, HEADER, false);
        PixelRect place = fit.place();
        assertThat((double) place.width() * down / across)
                .isCloseTo(fit.height(), within(1.0 + down / (double) across));
        assertThat(place.x()).isGreaterThanOrEqualTo(tile.x());
        assertThat(place.y()).isGreaterThanOrEqualTo(tile.y());
        assertThat(place.x() + place.width()).isLessThanOrEqualTo(tile.x() + width);
        assertThat(place.y() + place.height()).isLessThanOrEqualTo(tile.y() + height);
        assertThat(fit.cut()).isBetween(0, (int) Math.ceil(fit.height() / 16.0));
        if (fit.cut() > 0) {
            assertThat(place.y() + place.height())
                    .as("the lower edge is always seen")
                    .isEqualTo(tile.y() + height);
        }
    }
}
