package vn.toancanh.ui.grid;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.base.Language;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.StripReader;
import vn.toancanh.ui.shell.WindowPicture;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.wall.GridShape;

/** A program still reads each picture's strip off the window, wherever a picture was fitted, cut or made larger. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class StripOnWallTest {
    @ParameterizedTest
    @CsvSource({
        "6, 1920, 1080",
        "6, 1920, 1016",
        "6, 1920, 997",
        "7, 1920, 997",
        "4, 1628, 997",
        "3, 1628, 997",
        "2, 1340, 997",
        "1, 1920, 997",
        "5, 1900, 600"
    })
    void everyTilesStripIsReadAtThePlaceTheStatusNames(int side, double width, double height) throws Exception {
        int tiles = side * side;
        GridRig rig = Fx.on(() -> new GridRig(Language.VI, GridShape.uniform(side, side), 15, tiles, width, height));
        try {
            Fx.until(
                    "all are live",
                    () -> rig.live.tiles().stream()
                            .allMatch(tile -> tile.state().phase() == Phase.LIVE));
            Fx.run(() -> {
                for (int tile = 0; tile < tiles; tile++) {
                    rig.player(tile).pictures.stripe();
                }
            });
            Set<Integer> read = new TreeSet<>();
            Fx.until("every camera is read in its own tile", () -> {
                WindowPicture window = WindowPicture.of(rig.view.getScene());
                for (int tile = 0; tile < tiles; tile++) {
                    int camera = tile + 1;
                    read(window, rig.view.picture(tile))
                            .filter(mark -> mark.camera() == camera)
                            .ifPresent(mark -> read.add(camera));
                }
                return read.size() == tiles;
            });
        } finally {
            Fx.run(rig::close);
        }
    }

    private static Optional<Mark> read(WindowPicture window, Rectangle2D place) {
        return StripReader.read(
                window.argb(),
                window.width(),
                (int) place.getMinX(),
                (int) place.getMinY(),
                (int) place.getWidth(),
                (int) place.getHeight());
    }
}
