package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.PictureView.Fit;
import vn.toancanh.model.PixelSize;

class ViewingTest {
    private static final List<Fit> FITS = List.of(Fit.USUAL, Fit.WHOLE, Fit.FILL);
    private static final PixelRect TILE = new PixelRect(100, 50, 480, 300);

    private static Viewing view(Fit fit, int quarters) {
        return new Viewing(new PictureView(fit, quarters), Zoom.NONE);
    }

    @Test
    void wholeLeavesBarsAndFillCutsBothSidesAlike() {
        Viewing.Part whole = view(Fit.WHOLE, 0).of(TILE, 640, 360, 20, false);
        assertThat(whole.source()).isEqualTo(new PixelRect(0, 0, 640, 360));
        assertThat(whole.place()).isEqualTo(new PixelRect(100, 70, 480, 270));
        Viewing.Part fill = view(Fit.FILL, 0).of(TILE, 640, 360, 20, false);
        assertThat(fill.place()).isEqualTo(TILE);
        assertThat(fill.source()).isEqualTo(new PixelRect(32, 0, 576, 360));
    }

    @Test
    void onItsSideAPictureIsAsHighAsTheTile() {
        Viewing.Part part = view(Fit.USUAL, 1).of(TILE, 640, 360, 20, false);
        assertThat(part.source()).isEqualTo(new PixelRect(0, 0, 360, 640));
        assertThat(part.place()).isEqualTo(new PixelRect(255, 50, 169, 300));
    }

    @Test
    void turnedOverItIsCutWhereItsHeaderLiesAsEver() {
        PixelRect broad = new PixelRect(0, 0, 320, 172);
        Viewing.Part part = view(Fit.USUAL, 2).of(broad, 640, 360, 20, false);
        assertThat(part.source().y() + part.source().height()).isEqualTo(360);
        assertThat(part.source().y()).isPositive();
        assertThat(part.place()).isEqualTo(broad);
    }

    @Test
    void goingInKeepsThePointUnderThePointerAndGoingOutEndsWithAllOfIt() {
        Zoom in = Zoom.NONE.by(2, 0.25, 0.5, 1, 1);
        assertThat(in.factor()).isEqualTo(2);
        // The point a quarter from the left is still a quarter from the left of what is seen.
        assertThat(in.x() - 0.25 + 0.25 * 0.5).isCloseTo(0.25, within(1e-9));
        Viewing viewing = new Viewing(PictureView.USUAL, in);
        Viewing.Part part = viewing.of(TILE, 640, 360, 20, false);
        assertThat(part.source().width()).isEqualTo(320);
        assertThat(part.place().width()).as("bars are used, too").isEqualTo(480);
        assertThat(part.place().height()).isEqualTo(300);
        assertThat(in.by(0.5, 0.9, 0.1, 0.5, 0.5)).isEqualTo(Zoom.NONE);
    }

    @Test
    void nothingIsSeenBeyondTheEdgesHoweverOneMoves() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Zoom zoom = Zoom.NONE;
            PictureView view = new PictureView(FITS.get(random.nextInt(3)), random.nextInt(4));
            for (int step = 0; step < 40; step++) {
                Viewing now = new Viewing(view, zoom);
                Viewing.Part part = now.of(TILE, 640, 360, 20, false);
                int across = now.width(640, 360);
                int down = now.height(640, 360);
                assertThat(part.source().x()).isNotNegative();
                assertThat(part.source().y()).isNotNegative();
                assertThat(part.source().x() + part.source().width()).isLessThanOrEqualTo(across);
                assertThat(part.source().y() + part.source().height()).isLessThanOrEqualTo(down);
                assertThat(part.place().x()).isGreaterThanOrEqualTo(TILE.x());
                assertThat(part.place().y()).isGreaterThanOrEqualTo(TILE.y());
                assertThat(part.place().width()).isLessThanOrEqualTo(TILE.width());
                assertThat(part.place().height()).isLessThanOrEqualTo(TILE.height());
                double stretched = (double) part.place().width()
                        / part.source().width()
                        / ((double) part.place().height() / part.source().height());
                assertThat(stretched).as("seed %d", seed).isCloseTo(1, within(0.1));
                double wide = (double) part.source().width() / across;
                double high = (double) part.source().height() / down;
                zoom = random.nextBoolean()
                        ? zoom.by(random.nextDouble(0.5, 2), random.nextDouble(), random.nextDouble(), wide, high)
                        : zoom.moved(random.nextDouble(-1, 1), random.nextDouble(-1, 1), wide, high);
                assertThat(zoom.factor()).isBetween(1.0, Zoom.MOST);
            }
        }
    }

    @Test
    void aPlayerIsAskedForLargerPicturesInStepsOfTwoAndNeverForMoreThanTheCameraHas() {
        PixelRect room = new PixelRect(0, 0, 480, 270);
        PixelSize most = new PixelSize(1920, 1080);
        double aspect = 16 / 9.0;
        assertThat(Viewing.USUAL.wanted(room, aspect, false, most)).isEqualTo(new PixelSize(480, 270));
        assertThat(zoomed(1.3).wanted(room, aspect, false, most)).isEqualTo(new PixelSize(960, 540));
        assertThat(zoomed(2).wanted(room, aspect, false, most)).isEqualTo(new PixelSize(960, 540));
        assertThat(zoomed(2.1).wanted(room, aspect, false, most)).isEqualTo(most);
        assertThat(zoomed(8).wanted(room, aspect, false, most)).isEqualTo(most);
        PixelSize side = view(Fit.USUAL, 3).wanted(room, aspect, false, most);
        assertThat(side).as("as it comes, before it is turned").isEqualTo(new PixelSize(270, 152));
    }

    private static Viewing zoomed(double factor) {
        return new Viewing(PictureView.USUAL, new Zoom(factor, 0.5, 0.5));
    }

    @Test
    void aPartIsCutOutAndTurned() {
        // 3 wide, 2 high: 1 2 3 / 4 5 6
        int[] picture = {1, 2, 3, 4, 5, 6};
        Turning turning = new Turning();
        PixelRect lying = new PixelRect(0, 0, 3, 2);
        PixelRect standing = new PixelRect(0, 0, 2, 3);
        assertThat(turning.cut(picture, 3, 2, 0, lying)).startsWith(1, 2, 3, 4, 5, 6);
        assertThat(turning.cut(picture, 3, 2, 1, standing)).startsWith(4, 1, 5, 2, 6, 3);
        assertThat(turning.cut(picture, 3, 2, 2, lying)).startsWith(6, 5, 4, 3, 2, 1);
        assertThat(turning.cut(picture, 3, 2, 3, standing)).startsWith(3, 6, 2, 5, 1, 4);
        assertThat(turning.cut(picture, 3, 2, 1, new PixelRect(1, 1, 1, 2))).startsWith(2, 3);
        assertThat(turning.cut(picture, 3, 2, 3, new PixelRect(0, 2, 2, 1))).startsWith(1, 4);
        assertThat(turning.cut(picture, 3, 2, 0, new PixelRect(1, 1, 2, 1))).startsWith(5, 6);
    }
}
