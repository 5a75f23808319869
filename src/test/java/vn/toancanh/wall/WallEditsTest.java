package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.StreamChoice;

class WallEditsTest {
    private static CellContent camera(int number) {
        return new CellContent.OfCamera(new CameraId("c" + number), StreamChoice.AUTO);
    }

    private static WallState wall(String shape, int... cameras) {
        WallState wall = WallState.empty(GridShape.of(shape).orElseThrow());
        for (int i = 0; i < cameras.length; i++) {
            if (cameras[i] > 0) {
                wall = WallEdits.place(wall, i, camera(cameras[i]));
            }
        }
        return wall;
    }

    private static List<CellContent> shown(WallState wall) {
        return wall.layout().cells().stream()
                .map(Cell::content)
                .filter(content -> !(content instanceof CellContent.Empty))
                .toList();
    }

    @Test
    void placesAndClears() {
        WallState wall = wall("2x2", 1, 2);
        assertThat(wall.content(1)).isEqualTo(camera(2));
        assertThat(WallEdits.clear(wall, 1).content(1)).isEqualTo(CellContent.EMPTY);
        assertThat(WallEdits.place(wall, 0, camera(1))).isSameAs(wall);
    }

    @Test
    void swappingTwiceGivesTheWallBackAndTheSelectionFollowsItsCamera() {
        WallState wall = WallEdits.select(wall("3x3", 1, 2, 3), 0);
        WallState swapped = WallEdits.swap(wall, 0, 8);
        assertThat(swapped.content(8)).isEqualTo(camera(1));
        assertThat(swapped.content(0)).isEqualTo(CellContent.EMPTY);
        assertThat(swapped.selected()).isEqualTo(8);
        assertThat(WallEdits.swap(swapped, 8, 0)).isEqualTo(wall);
    }

    @Test
    void aSmallerShapeClosesGapsBeforeItDropsCameras() {
        WallState small = WallEdits.reshape(wall("3x3", 1, 0, 2, 0, 3, 0, 4), GridShape.uniform(2, 2));
        assertThat(shown(small)).containsExactly(camera(1), camera(2), camera(3), camera(4));
        WallState smaller = WallEdits.reshape(wall("2x2", 1, 2, 3, 4), GridShape.uniform(1, 1));
        assertThat(shown(smaller)).containsExactly(camera(1));
    }

    @Test
    void aLargerShapeKeepsGapsAndOrder() {
        WallState large = WallEdits.reshape(wall("2x2", 1, 0, 2), GridShape.uniform(3, 3));
        assertThat(large.content(0)).isEqualTo(camera(1));
        assertThat(large.content(1)).isEqualTo(CellContent.EMPTY);
        assertThat(large.content(2)).isEqualTo(camera(2));
    }

    @Test
    void reshapingKeepsTheCamerasInOrderWhateverTheWall() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            GridShape from = GridShape.ALL.get(random.nextInt(GridShape.ALL.size()));
            GridShape to = GridShape.ALL.get(random.nextInt(GridShape.ALL.size()));
            WallState wall = WallState.empty(from);
            for (int tile = 0; tile < wall.tiles(); tile++) {
                if (random.nextBoolean()) {
                    wall = WallEdits.place(wall, tile, camera(1 + random.nextInt(200)));
                }
            }
            WallState after = WallEdits.reshape(wall, to);
            List<CellContent> expected = new ArrayList<>(shown(wall));
            while (expected.size() > to.cells().size()) {
                expected.removeLast();
            }
            assertThat(shown(after)).isEqualTo(expected);
            assertThat(GridShape.of(after.layout())).contains(to);
        }
    }

    @Test
    void fillsFromATileOnAndStopsAtTheLast() {
        WallState filled = WallEdits.fill(wall("2x2", 9), 2, List.of(camera(1), camera(2), camera(3)));
        assertThat(shown(filled)).containsExactly(camera(9), camera(1), camera(2));
        WallState gaps = WallEdits.fillEmpty(wall("2x2", 9, 0, 8), List.of(camera(1), camera(2), camera(3)));
        assertThat(shown(gaps)).containsExactly(camera(9), camera(1), camera(8), camera(2));
    }

    @Test
    void anEnlargedWallFollowsTheSelectionAndComesBack() {
        WallState large = WallEdits.enlarge(wall("2x2", 1, 2), 1);
        assertThat(large.enlarged()).isEqualTo(1);
        assertThat(large.selected()).isEqualTo(1);
        assertThat(WallEdits.select(large, 0).enlarged()).isZero();
        assertThat(WallEdits.back(large).enlarged()).isEqualTo(WallState.NONE);
        assertThat(WallEdits.reshape(large, GridShape.uniform(3, 3)).enlarged()).isEqualTo(WallState.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1x1",
        "2, 2x1",
        "3, 2x2",
        "4, 2x2",
        "5, 3x2",
        "6, 3x2",
        "7, 3x3",
        "9, 3x3",
        "10, 4x3",
        "12, 4x3",
        "13, 4x4",
        "16, 4x4",
        "20, 5x4",
        "25, 5x5",
        "30, 6x5",
        "36, 6x6",
        "42, 7x6",
        "49, 7x7",
        "56, 8x7",
        "64, 8x8",
        "100, 10x10",
        "1000, 10x10"
    })
    void aWideWindowIsFilledWithAsFewEmptyTilesAsLargePicturesAllow(int tiles, String shape) {
        assertThat(GridShape.fitting(tiles, 16 / 9.0).id()).isEqualTo(shape);
    }

    @Test
    void anotherWindowGetsAnotherShape() {
        assertThat(GridShape.fitting(6, 32 / 9.0).id()).isEqualTo("3x2");
        assertThat(GridShape.fitting(8, 32 / 9.0).id()).isEqualTo("4x2");
        assertThat(GridShape.fitting(3, 32 / 9.0).id())
                .as("of shapes alike the fullest")
                .isEqualTo("3x1");
        assertThat(GridShape.fitting(2, 9 / 16.0).id())
                .as("a screen on its side")
                .isEqualTo("1x2");
        assertThat(GridShape.fitting(12, 9 / 16.0).id()).isEqualTo("2x6");
    }

    @Test
    void noShapeShowsLargerPicturesThanTheFittingOne() {
        for (double aspect : new double[] {0.5, 9 / 16.0, 1, 1.25, 1.6, 16 / 9.0, 2.4, 32 / 9.0}) {
            for (int tiles = 1; tiles <= 64; tiles++) {
                GridShape fitting = GridShape.fitting(tiles, aspect);
                assertThat(fitting.cells()).hasSizeGreaterThanOrEqualTo(tiles);
                for (int columns = 1; columns <= 8; columns++) {
                    int rows = Math.ceilDiv(tiles, columns);
                    if (rows <= 8) {
                        assertThat(picture(columns, rows, aspect))
                                .as(columns + "x" + rows + " for " + tiles + " at " + aspect)
                                .isLessThanOrEqualTo(picture(
                                                fitting.grid().columns(),
                                                fitting.grid().rows(),
                                                aspect)
                                        + 1e-6);
                    }
                }
            }
        }
    }

    private static double picture(int columns, int rows, double aspect) {
        return Math.min(1.0 / columns, 16 / 9.0 / aspect / rows);
    }
}
