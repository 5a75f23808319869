package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.model.Cell;

/** The shapes on offer are those that operators call by these names. */
class GridShapeTest {
    private static GridShape shape(String id) {
        return GridShape.of(id).orElseThrow(() -> new AssertionError("no shape " + id));
    }

    @Test
    void everySquareUpToTenByTenIsOnOffer() {
        IntStream.rangeClosed(1, 10)
                .forEach(side -> assertThat(shape(side + "x" + side).cells())
                        .as(side + "x" + side)
                        .hasSize(side * side)
                        .allMatch(cell -> cell.width() == 1 && cell.height() == 1));
    }

    /** So many large tiles, first in their order, and so many single ones around them. */
    @ParameterizedTest
    @CsvSource({"1+2, 3x2", "1+5, 3x3", "1+7, 4x4", "1+9, 5x5", "1+12, 4x4", "2+8, 4x4", "1+3, 3x4"})
    void aNameTellsHowManyLargeTilesThereAreAndHowManySmallOnes(String id, String raster) {
        int large = Integer.parseInt(id.substring(0, id.indexOf('+')));
        int small = Integer.parseInt(id.substring(id.indexOf('+') + 1));
        GridShape shape = shape(id);
        assertThat(shape.grid().columns() + "x" + shape.grid().rows()).isEqualTo(raster);
        assertThat(shape.cells()).hasSize(large + small);
        assertThat(shape.cells().subList(0, large)).allMatch(cell -> cell.width() > 1 && cell.width() == cell.height());
        assertThat(shape.cells().subList(large, large + small))
                .allMatch(cell -> cell.width() == 1 && cell.height() == 1);
    }

    @Test
    void theOneForAMonitorOnItsSideHasItsLargeTileAcrossAndThreeBelow() {
        List<Cell> cells = shape("1+3").cells();
        assertThat(cells.getFirst().width()).isEqualTo(shape("1+3").grid().columns());
        assertThat(cells.subList(1, 4)).allMatch(cell -> cell.y() == 3);
    }

    @Test
    void everyShapeCoversItsRasterOnce() {
        assertThat(GridShape.ALL).allSatisfy(shape -> {
            int[] covered = new int[shape.grid().columns() * shape.grid().rows()];
            for (Cell cell : shape.cells()) {
                for (int y = cell.y(); y < cell.y() + cell.height(); y++) {
                    for (int x = cell.x(); x < cell.x() + cell.width(); x++) {
                        covered[y * shape.grid().columns() + x]++;
                    }
                }
            }
            assertThat(covered).as(shape.id()).containsOnly(1);
        });
    }
}
