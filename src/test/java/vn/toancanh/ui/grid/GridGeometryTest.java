package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;

class GridGeometryTest {
    /** Shapes whose tiles are all alike. */
    private static final List<GridShape> PLAIN =
            GridShape.ALL.stream().filter(GridShape::isUniform).toList();

    @Test
    void tilesNeitherOverlapNorLeaveTheWindowNorDifferByMoreThanAPixel() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            GridShape shape = PLAIN.get(random.nextInt(PLAIN.size()));
            int width = 200 + random.nextInt(4000);
            int height = 200 + random.nextInt(2200);
            List<PixelRect> rects = GridGeometry.place(WallState.empty(shape), width, height, 2);
            for (int i = 0; i < rects.size(); i++) {
                PixelRect rect = rects.get(i);
                assertThat(rect.x() + rect.width()).isLessThanOrEqualTo(width);
                assertThat(rect.y() + rect.height()).isLessThanOrEqualTo(height);
                assertThat(Math.abs(rect.width() - rects.getFirst().width())).isLessThanOrEqualTo(1);
                for (int j = 0; j < i; j++) {
                    PixelRect other = rects.get(j);
                    boolean apart = rect.x() >= other.x() + other.width() + 2
                            || other.x() >= rect.x() + rect.width() + 2
                            || rect.y() >= other.y() + other.height() + 2
                            || other.y() >= rect.y() + rect.height() + 2;
                    assertThat(apart).isTrue();
                }
            }
        }
    }

    @Test
    void tilesOfOneKindHaveRoomForThePictureOfAnyOther() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            WallState wall = WallState.empty(PLAIN.get(random.nextInt(PLAIN.size())));
            int width = 200 + random.nextInt(4000);
            int height = 200 + random.nextInt(2200);
            int gap = 1 + random.nextInt(3);
            List<PixelRect> rects = GridGeometry.place(wall, width, height, gap);
            PixelRect first = GridGeometry.room(wall, 0, width, height, gap);
            for (int tile = 0; tile < rects.size(); tile++) {
                assertThat(GridGeometry.room(wall, tile, width, height, gap)).isEqualTo(first);
                assertThat(first.width() - rects.get(tile).width()).isBetween(0, 1);
                assertThat(first.height() - rects.get(tile).height()).isBetween(0, 1);
            }
        }
        WallState large = WallEdits.enlarge(WallState.empty(GridShape.uniform(2, 2)), 3);
        assertThat(GridGeometry.room(large, 3, 1001, 500, 1)).isEqualTo(new PixelRect(0, 0, 1001, 500));
    }

    /** Of those with large tiles too: nothing overlaps, and the large ones end where the small ones beside them do. */
    @Test
    void tilesOfEveryShapeLieApartAndEndOnTheSameLines() {
        for (GridShape shape : GridShape.ALL) {
            for (int width : new int[] {640, 1279, 1920, 3840}) {
                int height = width * 9 / 16;
                List<PixelRect> rects = GridGeometry.place(WallState.empty(shape), width, height, 1);
                for (int i = 0; i < rects.size(); i++) {
                    PixelRect rect = rects.get(i);
                    assertThat(rect.x() + rect.width()).isLessThanOrEqualTo(width);
                    assertThat(rect.y() + rect.height()).isLessThanOrEqualTo(height);
                    for (int j = 0; j < i; j++) {
                        PixelRect other = rects.get(j);
                        boolean apart = rect.x() > other.x() + other.width()
                                || other.x() > rect.x() + rect.width()
                                || rect.y() > other.y() + other.height()
                                || other.y() > rect.y() + rect.height();
                        assertThat(apart).as(shape.id() + " " + width).isTrue();
                        boolean sameEnd =
                                shape.cells().get(i).x() + shape.cells().get(i).width()
                                        == shape.cells().get(j).x()
                                                + shape.cells().get(j).width();
                        assertThat(rect.x() + rect.width() == other.x() + other.width())
                                .as(shape.id() + " " + width)
                                .isEqualTo(sameEnd);
                    }
                }
            }
        }
    }

    @Test
    void thirtySixTilesTakeNearlyTheWholeWindow() {
        List<PixelRect> rects = GridGeometry.place(WallState.empty(GridShape.uniform(6, 6)), 1920, 1080, 1);
        long area = rects.stream().mapToLong(r -> (long) r.width() * r.height()).sum();
        assertThat(area / (1920.0 * 1080)).isGreaterThan(0.98);
    }

    @Test
    void anEnlargedTileHidesTheOthers() {
        WallState wall = WallEdits.enlarge(WallState.empty(GridShape.uniform(2, 2)), 3);
        List<PixelRect> rects = GridGeometry.place(wall, 1000, 500, 1);
        assertThat(rects.get(3)).isEqualTo(new PixelRect(0, 0, 1000, 500));
        assertThat(rects.subList(0, 3)).allMatch(PixelRect::isEmpty);
    }

    @Test
    void picturesKeepTheirAspectInTheMiddleOfTheirTile() {
        PixelRect tile = new PixelRect(10, 20, 400, 400);
        assertThat(tile.fit(1280, 720)).isEqualTo(new PixelRect(10, 107, 400, 225));
        assertThat(tile.fit(300, 600)).isEqualTo(new PixelRect(110, 20, 200, 400));
    }

    @Test
    void arrowsGoToTheTileBesideAndStopAtTheBorder() {
        WallState wall = WallState.empty(GridShape.uniform(3, 3));
        assertThat(wall.beside(4, 1, 0)).isEqualTo(5);
        assertThat(wall.beside(4, -1, 0)).isEqualTo(3);
        assertThat(wall.beside(4, 0, 1)).isEqualTo(7);
        assertThat(wall.beside(4, 0, -1)).isEqualTo(1);
        assertThat(wall.beside(8, 1, 0)).isEqualTo(8);
    }
}
