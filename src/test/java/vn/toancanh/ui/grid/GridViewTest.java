package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.live.Cause;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CellContent;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;

/** The grid on a real, if virtual, screen. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class GridViewTest {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private @Nullable GridRig shown;

    @BeforeAll
    static void startToolkit() throws InterruptedException {
        Fx.needed();
    }

    @AfterEach
    void close() {
        GridRig open = shown;
        if (open != null) {
            onFx(() -> {
                open.close();
                return true;
            });
        }
    }

    private GridRig show(int cameras) {
        GridRig rig = onFx(() -> new GridRig(Language.VI, GridShape.uniform(2, 2), 15, cameras, WIDTH, HEIGHT));
        shown = rig;
        return rig;
    }

    private static <T> T onFx(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, Platform::runLater)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    /** Waits until it is so on the FX thread. */
    private static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        boolean is = onFx(so::getAsBoolean);
        while (!is && System.nanoTime() < end) {
            pause();
            is = onFx(so::getAsBoolean);
        }
        assertThat(is).as(what).isTrue();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static Phase phase(GridRig rig, int tile) {
        return rig.live.tiles().get(tile).state().phase();
    }

    private static int pixel(GridRig rig, int x, int y) {
        WritableImage image = rig.view.snapshot(null, null);
        PixelReader reader = image.getPixelReader();
        return reader.getArgb(x, y);
    }

    @Test
    void everyTileShowsItsOwnCameraDownToTheLastRow() {
        GridRig rig = show(3);
        until(
                "three tiles are live",
                () -> phase(rig, 0) == Phase.LIVE && phase(rig, 1) == Phase.LIVE && phase(rig, 2) == Phase.LIVE);
        int bottom = HEIGHT / 2 - 3;
        until("first", () -> pixel(rig, 100, bottom) == PaintedPictures.markOf(0));
        until("second", () -> pixel(rig, WIDTH / 2 + 100, bottom) == PaintedPictures.markOf(1));
        until("third", () -> pixel(rig, 100, HEIGHT - 3) == PaintedPictures.markOf(2));
    }

    @Test
    void aFrozenPictureLosesItsColourAndSaysSo() {
        GridRig rig = show(1);
        until("live", () -> phase(rig, 0) == Phase.LIVE);
        until("in colour", () -> pixel(rig, 100, HEIGHT / 2 - 3) == PaintedPictures.markOf(0));
        onFx(() -> {
            rig.player(0).pictures.stop();
            return true;
        });
        until("frozen", () -> phase(rig, 0) == Phase.FROZEN);
        until("without its colour", () -> pixel(rig, 100, HEIGHT / 2 - 3) != PaintedPictures.markOf(0));
    }

    @Test
    void aPictureThatCannotBePaintedCostsItsOwnTileAlone() {
        GridRig rig = show(3);
        until("live", () -> phase(rig, 0) == Phase.LIVE && phase(rig, 1) == Phase.LIVE && phase(rig, 2) == Phase.LIVE);
        onFx(() -> {
            rig.player(1).pictures.spoil();
            return true;
        });
        until("its tile is dark", () -> phase(rig, 1) == Phase.FAILED);
        long before = onFx(() -> rig.view.presented(2));
        until("those after it are painted on", () -> rig.view.presented(2) > before + 10);
        until(
                "no colour of it is left",
                () -> pixel(rig, WIDTH / 2 + 100, HEIGHT / 2 - 3) != PaintedPictures.markOf(1));
        assertThat(onFx(() -> phase(rig, 0))).isEqualTo(Phase.LIVE);
        onFx(() -> {
            rig.player(2).pictures.stop();
            return true;
        });
        until("whoever stops is told all the same", () -> phase(rig, 2) == Phase.FROZEN);
    }

    @Test
    void whatDoesNotComeToTheScreenIsNotLiveThoughItIsPublished() {
        GridRig rig = show(2);
        until("live", () -> phase(rig, 0) == Phase.LIVE && phase(rig, 1) == Phase.LIVE);
        onFx(() -> {
            rig.player(0).pictures.withhold(true);
            return true;
        });
        until("late", () -> phase(rig, 0) == Phase.LATE);
        until("frozen", () -> phase(rig, 0) == Phase.FROZEN);
        assertThat(onFx(() -> rig.live.tiles().get(0).state().cause())).isEqualTo(Cause.NOT_PAINTED);
        assertThat(onFx(() -> phase(rig, 1))).isEqualTo(Phase.LIVE);
        onFx(() -> {
            rig.player(0).pictures.withhold(false);
            return true;
        });
        until("live again", () -> phase(rig, 0) == Phase.LIVE);
    }

    @Test
    void nothingIsExpectedOfAWindowThatNobodyCanSee() throws InterruptedException {
        GridRig rig = show(1);
        until("live", () -> phase(rig, 0) == Phase.LIVE);
        onFx(() -> {
            rig.hide();
            rig.player(0).pictures.withhold(true);
            return true;
        });
        for (int look = 0; look < 20; look++) {
            Thread.sleep(200);
            assertThat(onFx(() -> phase(rig, 0))).isEqualTo(Phase.LIVE);
        }
    }

    @Test
    void theLastPictureOfALostCameraStaysDimmed() {
        GridRig rig = show(1);
        until("live", () -> phase(rig, 0) == Phase.LIVE);
        until("in colour", () -> pixel(rig, 100, HEIGHT / 2 - 3) == PaintedPictures.markOf(0));
        onFx(() -> {
            rig.refused.put(GridRig.id(0), Failure.Kind.UNREACHABLE);
            rig.player(0).fail(Failure.Kind.UNREACHABLE);
            return true;
        });
        int dimmed = Pixels.dim(PaintedPictures.markOf(0), 77);
        until("reconnecting", () -> phase(rig, 0) == Phase.RECONNECTING);
        until("dimmed", () -> pixel(rig, 100, HEIGHT / 2 - 3) == dimmed);
        assertThat(onFx(() -> words(rig))).as("and says how old it is").anyMatch(each -> each.contains("hình cũ lúc"));
    }

    private static List<String> words(GridRig rig) {
        return rig.view.lookupAll(".tile-note").stream()
                .map(each -> ((Label) each).getText())
                .toList();
    }

    @Test
    void aCameraThatIsLostBehindAnEnlargedOneShowsNothingOfIt() {
        GridRig rig = show(4);
        until("live", () -> phase(rig, 0) == Phase.LIVE && phase(rig, 3) == Phase.LIVE);
        int column = WIDTH / 2 + 100;
        until("its own", () -> pixel(rig, column, HEIGHT - 3) == PaintedPictures.markOf(3));
        onFx(() -> {
            rig.desk.enlargeTile(0);
            return true;
        });
        until("fills the window", () -> pixel(rig, column, HEIGHT - 3) == PaintedPictures.markOf(0));
        onFx(() -> {
            rig.refused.put(GridRig.id(3), Failure.Kind.UNREACHABLE);
            rig.player(3).fail(Failure.Kind.UNREACHABLE);
            return true;
        });
        until("lost", () -> phase(rig, 3) == Phase.RECONNECTING);
        long painted = onFx(rig.view::pulses);
        until("painted meanwhile", () -> rig.view.pulses() > painted + 3);
        onFx(() -> {
            press(rig, KeyCode.ESCAPE);
            return true;
        });
        until("back", () -> pixel(rig, 100, HEIGHT / 2 - 3) == PaintedPictures.markOf(0));
        PixelReader seen = onFx(() -> rig.view.snapshot(null, null).getPixelReader());
        int foreign = PaintedPictures.markOf(0);
        for (int y = HEIGHT / 2 + 4; y < HEIGHT; y++) {
            for (int x = WIDTH / 2 + 4; x < WIDTH; x++) {
                assertThat(seen.getArgb(x, y)).isNotIn(foreign, Pixels.dim(foreign, 77));
            }
        }
        assertThat(onFx(() -> rig.view.picture(3).getWidth())).isZero();
        assertThat(onFx(() -> words(rig))).anyMatch(each -> each.contains("lần 1"));
        assertThat(onFx(() -> words(rig))).as("there is none").noneMatch(each -> each.contains("hình cũ"));
    }

    @Test
    void swappedTilesBringTheirPicturesAlong() {
        GridRig rig = show(2);
        until("live", () -> phase(rig, 0) == Phase.LIVE && phase(rig, 1) == Phase.LIVE);
        onFx(() -> {
            rig.desk.swapTiles(0, 3);
            return true;
        });
        until("moved", () -> pixel(rig, WIDTH / 2 + 100, HEIGHT - 3) == PaintedPictures.markOf(0));
        assertThat(onFx(() -> rig.players.size())).isEqualTo(2);
    }

    @Test
    void keysSelectEnlargeGoBackAndClear() {
        GridRig rig = show(4);
        until("live", () -> phase(rig, 3) == Phase.LIVE);
        onFx(() -> {
            rig.view.requestFocus();
            press(rig, KeyCode.RIGHT);
            press(rig, KeyCode.DOWN);
            assertThat(rig.desk.wall().selected()).isEqualTo(2);
            press(rig, KeyCode.ENTER);
            assertThat(rig.desk.wall().enlarged()).isEqualTo(2);
            return true;
        });
        until("fills the window", () -> pixel(rig, WIDTH - 20, HEIGHT - 3) == PaintedPictures.markOf(2));
        onFx(() -> {
            press(rig, KeyCode.ESCAPE);
            assertThat(rig.desk.wall().enlarged()).isEqualTo(WallState.NONE);
            press(rig, KeyCode.DELETE);
            assertThat(rig.desk.wall().content(2)).isEqualTo(CellContent.EMPTY);
            press(rig, KeyCode.ESCAPE);
            assertThat(rig.desk.wall().selected()).isEqualTo(WallState.NONE);
            return true;
        });
    }

    private static void press(GridRig rig, KeyCode code) {
        Fx.press(rig.view, code, false);
    }

    @Test
    void aWallWhereNothingChangesIsNotPaintedAgain() {
        GridRig rig = show(0);
        until("shown", () -> rig.view.pulses() > 0);
        pause();
        long before = onFx(() -> rig.view.pulses());
        for (int i = 0; i < 20; i++) {
            pause();
        }
        assertThat(onFx(() -> rig.view.pulses()) - before).isLessThanOrEqualTo(1);
    }
}
