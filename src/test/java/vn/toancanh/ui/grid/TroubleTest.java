package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Language;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.ui.shell.WindowPicture;
import vn.toancanh.ui.testing.Contrast;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.LongWords;

/**
 * Every state a tile can be in, in both languages and sizes. The pictures are kept in {@code target/pictures/states}, to be
 * looked at by people.
 */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class TroubleTest {
    private static final Path PICTURES = Path.of("target/pictures/states");
    private static final int SIDE = 3;
    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1016;

    /** 256ths of a picture's brightness that are left of the last one of a lost camera: 30 %. */
    private static final int OLD = 77;

    /** What a translation may need more than ours. */
    private static final double LONGER = 0.3;

    private final List<Trouble> open = new ArrayList<>();

    @BeforeEach
    void display() throws Exception {
        Fx.needed();
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(() -> open.forEach(each -> each.rig.close()));
    }

    private Trouble show(Language language, int side, double width, double height, Trouble.Case first)
            throws Exception {
        Trouble trouble = Fx.on(() -> new Trouble(language, side, width, height, first));
        open.add(trouble);
        painted(trouble, () -> {});
        painted(trouble, trouble::befall);
        return trouble;
    }

    /** Does that and waits until it has been painted. */
    private static void painted(Trouble trouble, Runnable work) throws Exception {
        long before = Fx.on(() -> {
            work.run();
            trouble.rig.view.getScene().getRoot().applyCss();
            trouble.rig.view.getScene().getRoot().layout();
            return trouble.rig.view.pulses();
        });
        Fx.until("it is painted", () -> trouble.rig.view.pulses() > before);
    }

    private static WindowPicture picture(Trouble trouble) throws Exception {
        return Fx.on(() -> WindowPicture.of(trouble.rig.view.getScene()));
    }

    private static void keep(WindowPicture picture, String name) throws Exception {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        Files.createDirectories(PICTURES);
        ImageIO.write(image, "png", PICTURES.resolve(name + ".png").toFile());
    }

    @ParameterizedTest
    @CsvSource({
        "VI, 6, 1920, 1016",
        "EN, 6, 1920, 1016",
        "VI, 3, 1920, 1016",
        "EN, 3, 1920, 1016",
        "VI, 8, 1920, 1016",
        "EN, 8, 1920, 1016",
        "VI, 4, 1620, 1016",
        "VI, 6, 3840, 2096",
        "EN, 3, 3840, 2096"
    })
    void everyStateSaysWhatItIsInWordsThatCanBeRead(Language language, int side, double width, double height)
            throws Exception {
        for (int first = 0; first < Trouble.Case.values().length; first += side * side) {
            Trouble trouble = show(
                    language,
                    side,
                    width,
                    height,
                    List.of(Trouble.Case.values()).get(first));
            keep(picture(trouble), String.format("%s-%dx%d-%.0fx%.0f-%d", language, side, side, width, height, first));
            for (int tile = 0; tile < trouble.cases.size(); tile++) {
                int each = tile;
                Phase phase = Fx.on(() -> trouble.phase(each));
                assertThat(phase).as("tile " + tile).isEqualTo(trouble.cases.get(tile).phase);
                boolean silent = phase == Phase.LIVE;
                assertThat(Fx.on(() -> words(trouble, each).isVisible()))
                        .as("words of " + phase)
                        .isNotEqualTo(silent);
            }
            wordsCanBeRead(trouble);
        }
    }

    private static Node words(Trouble trouble, int tile) {
        return trouble.rig.view.lookupAll(".tile").stream()
                .skip(tile)
                .findFirst()
                .orElseThrow()
                .lookup(".tile-words");
    }

    /** No word is cut off, none leaves its tile, and each has its contrast against the brightest spot of its ground. */
    private static void wordsCanBeRead(Trouble trouble) throws Exception {
        List<Label> labels = Fx.on(() -> trouble.rig.view.lookupAll(".tile-words .label").stream()
                .map(each -> (Label) each)
                .filter(each -> each.isVisible() && each.getParent().isVisible())
                .filter(each -> each.getParent().getParent().isVisible())
                .toList());
        Fx.run(() -> labels.forEach(label -> label.setOpacity(0)));
        WindowPicture grounds = picture(trouble);
        int[] argb = grounds.argb();
        Fx.run(() -> {
            for (Label label : labels) {
                label.setOpacity(1);
                Node plate = label.getParent();
                Bounds tile = plate.getParent().getLayoutBounds();
                assertThat(tile.contains(plate.getBoundsInParent()))
                        .as(label.getText() + " lies in its tile")
                        .isTrue();
                assertThat(((Text) label.lookup(".text")).getText())
                        .as("is not cut off")
                        .isEqualTo(label.getText());
                Color ground = brightest(argb, grounds.width(), label.localToScene(label.getLayoutBounds()));
                boolean number = label.getText().matches("\\d+");
                assertThat(Contrast.of((Color) label.getTextFill(), ground))
                        .as(label.getText() + " on " + ground)
                        .isGreaterThanOrEqualTo(number ? 2 : Contrast.AA);
            }
        });
    }

    private static Color brightest(int[] argb, int width, Bounds bounds) {
        Color found = Color.BLACK;
        for (int y = (int) bounds.getMinY(); y < bounds.getMaxY(); y++) {
            for (int x = (int) bounds.getMinX(); x < bounds.getMaxX(); x++) {
                int pixel = argb[y * width + x];
                Color here = Color.rgb(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255);
                if (Contrast.of(here, Color.BLACK) > Contrast.of(found, Color.BLACK)) {
                    found = here;
                }
            }
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({"VI, 3, 1920, 1016", "EN, 3, 1920, 1016", "VI, 6, 1920, 1016", "EN, 6, 1920, 1016", "VI, 6, 3840, 2096"
    })
    void longerWordsHaveRoomInTheTilesToo(Language language, int side, double width, double height) throws Exception {
        for (int first = 0; first < Trouble.Case.values().length; first += side * side) {
            Trouble.Case from = List.of(Trouble.Case.values()).get(first);
            Trouble trouble = show(language, side, width, height, from);
            Fx.run(() -> {
                trouble.rig.view.lookupAll(".tile-words .label").stream()
                        .map(each -> (Label) each)
                        .filter(each -> each.isVisible() && !each.getText().matches("\\d+"))
                        .forEach(each -> each.setText(LongWords.longer(each.getText(), LONGER)));
                trouble.rig.view.applyCss();
                trouble.rig.view.layout();
            });
            wordsCanBeRead(trouble);
        }
    }

    @ParameterizedTest
    @EnumSource(Trouble.Case.class)
    void anEnlargedTileSaysItToo(Trouble.Case first) throws Exception {
        Trouble trouble = show(Language.VI, SIDE, WIDTH, HEIGHT, first);
        painted(trouble, () -> trouble.rig.desk.enlargeTile(0));
        keep(picture(trouble), "enlarged-" + first);
        boolean silent = first.phase == Phase.LIVE;
        assertThat(Fx.on(() -> words(trouble, 0).isVisible())).isNotEqualTo(silent);
        wordsCanBeRead(trouble);
    }

    @Test
    void aFrozenPictureIsGreyAndHatchedAtFortyFiveDegrees() throws Exception {
        WindowPicture picture = picture(show(Language.VI, SIDE, WIDTH, HEIGHT, Trouble.Case.FROZEN));
        int[] argb = picture.argb();
        int red = 0;
        int grey = 0;
        int y = HEIGHT / SIDE - 40;
        for (int x = 40; x < WIDTH / SIDE - 40; x++) {
            int pixel = argb[y * WIDTH + x];
            boolean hatched = isRed(pixel);
            red += hatched ? 1 : 0;
            grey += isGrey(pixel) ? 1 : 0;
            for (int step = 1; step < 30; step++) {
                assertThat(isRed(argb[(y - step) * WIDTH + x + step]))
                        .as("along " + x)
                        .isEqualTo(hatched);
            }
        }
        int all = WIDTH / SIDE - 80;
        assertThat(red).isBetween(all * 2 / 5, all * 3 / 5);
        assertThat(red + grey).as("nothing keeps its own colour").isEqualTo(all);
    }

    private static boolean isRed(int pixel) {
        return (pixel >> 16 & 255) > (pixel >> 8 & 255) + 20;
    }

    private static boolean isGrey(int pixel) {
        return (pixel >> 16 & 255) == (pixel >> 8 & 255) && (pixel >> 8 & 255) == (pixel & 255);
    }

    @Test
    void tilesWithoutAPictureAreToldApart() throws Exception {
        WindowPicture picture = picture(show(Language.VI, SIDE, WIDTH, HEIGHT, Trouble.Case.OPENING));
        int y = HEIGHT / SIDE - 40;
        int edge = WIDTH / SIDE;
        int[] argb = picture.argb();
        List<Integer> across = new ArrayList<>();
        for (int x = edge - 4; x < edge + 4; x++) {
            across.add(argb[y * WIDTH + x]);
        }
        assertThat(across)
                .as("black between what is opening and what may not be seen")
                .contains(0xff000000, 0xff0b0d10);
    }

    @Test
    void theOldPictureOfALostCameraIsShownAtThirtyPercentAndCalledOld() throws Exception {
        Trouble trouble = show(Language.EN, SIDE, WIDTH, HEIGHT, Trouble.Case.RECONNECTING);
        int mark = picture(trouble).argb()[(HEIGHT / SIDE - 3) * WIDTH + 100];
        assertThat(mark).isEqualTo(Pixels.dim(PaintedPictures.markOf(0), OLD));
        String said = Fx.on(() -> ((Label) words(trouble, 0).lookup(".tile-note")).getText());
        assertThat(said)
                .matches("attempt \\d+ · in \\d+ s · camera does not answer\nold picture of \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void anUnchangedPictureHasAnAmberFrameAndALateOneToo() throws Exception {
        Trouble trouble = show(Language.EN, SIDE, WIDTH, HEIGHT, Trouble.Case.LATE);
        int[] argb = picture(trouble).argb();
        int amber = 0xffe0a030;
        int late = WIDTH / SIDE;
        assertThat(argb[4 * WIDTH + late - 4]).as("behind the age").isEqualTo(amber);
        assertThat(argb[(HEIGHT / SIDE - 40) * WIDTH + late + 1])
                .as("at the left of the next")
                .isEqualTo(amber);
        for (int x : new int[] {1, late - 2}) {
            assertThat(argb[(HEIGHT / SIDE - 40) * WIDTH + x])
                    .as("at the sides of the late one, which no notice covers")
                    .isEqualTo(amber);
        }
        Label word = Fx.on(() -> (Label) words(trouble, 0).lookup(".tile-note"));
        assertThat(word.getText()).isEqualTo("Late");
        assertThat(Fx.on(() -> words(trouble, 0).getBoundsInParent().getMaxY()))
                .as("and at its foot")
                .isGreaterThan((double) HEIGHT / SIDE - 20);
        assertThat(argb[(HEIGHT / SIDE - 40) * WIDTH + late + 20]).isNotEqualTo(amber);
    }
}
