package vn.toancanh.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;

/** Walls such as people make them, and such as nobody would. */
public final class RandomWalls {
    private static final List<String> NAMES = List.of(
            "Ca đêm",
            "a",
            "true",
            "no",
            "12",
            "-",
            "{",
            "# đây",
            "a: b",
            "\"",
            "\\",
            " x ",
            "x\ty",
            "dòng\nmới",
            "🚦 nút",
            "null",
            "1e5",
            "Ngã tư Sở (1+7)",
            "é".repeat(100),
            "a\u2028b",
            "\uFEFFx",
            "'",
            "*a",
            "&a",
            "!a",
            "@",
            "%YAML",
            "---",
            "...",
            "? x");

    private final RandomGenerator random;

    public RandomWalls(RandomGenerator random) {
        this.random = random;
    }

    /** For one screen or several. */
    public WallText any() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        Layout.Scope scope = pick(Layout.Scope.values());
        List<WallText.Screen> screens = new ArrayList<>();
        int number = random.nextInt(4) == 0 ? 2 : 1;
        for (int left = random.nextInt(4) + 1; left > 0; left--) {
            Layout layout = layout();
            screens.add(new WallText.Screen(number, new Layout(null, name, scope, layout.grid(), layout.cells(), 0)));
            number += 1 + random.nextInt(3);
        }
        return new WallText(name, scope, screens);
    }

    /** Of a shape on offer, of equal cells, or of cells that lie anywhere. */
    public Layout layout() {
        int kind = random.nextInt(4);
        if (kind == 0) {
            return placed();
        }
        GridShape shape = kind == 1
                ? GridShape.uniform(1 + random.nextInt(8), 1 + random.nextInt(8))
                : GridShape.ALL.get(random.nextInt(GridShape.ALL.size()));
        return new Layout(
                null,
                "",
                Layout.Scope.PRIVATE,
                shape.grid(),
                shape.cells().stream().map(cell -> cell.with(content())).toList(),
                0);
    }

    private Layout placed() {
        Grid grid = new Grid(1 + random.nextInt(12), 1 + random.nextInt(12));
        boolean[][] taken = new boolean[grid.columns()][grid.rows()];
        List<Cell> cells = new ArrayList<>();
        for (int tries = random.nextInt(40); tries > 0; tries--) {
            int x = random.nextInt(grid.columns());
            int y = random.nextInt(grid.rows());
            Cell cell = new Cell(
                    x, y, 1 + random.nextInt(grid.columns() - x), 1 + random.nextInt(grid.rows() - y), content());
            if (take(taken, cell)) {
                cells.add(cell);
            }
        }
        return new Layout(null, "", Layout.Scope.PRIVATE, grid, cells, 0);
    }

    private static boolean take(boolean[][] taken, Cell cell) {
        for (int x = cell.x(); x < cell.x() + cell.width(); x++) {
            for (int y = cell.y(); y < cell.y() + cell.height(); y++) {
                if (taken[x][y]) {
                    return false;
                }
            }
        }
        for (int x = cell.x(); x < cell.x() + cell.width(); x++) {
            for (int y = cell.y(); y < cell.y() + cell.height(); y++) {
                taken[x][y] = true;
            }
        }
        return true;
    }

    /** What may stand in a tile. */
    public CellContent content() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> CellContent.EMPTY;
            case 2 ->
                new Carousel(IntStream.rangeClosed(0, random.nextInt(6))
                        .mapToObj(each -> new Carousel.Stop(
                                camera(), random.nextInt(3) == 0 ? 1 + random.nextInt(3600) : Carousel.USUAL_SECONDS))
                        .toList());
            case 3 ->
                new CellContent.OfCamera(
                        camera(),
                        pick(StreamChoice.values()),
                        new PictureView(pick(PictureView.Fit.values()), random.nextInt(4)));
            case 4 ->
                switch (random.nextInt(4)) {
                    case 0 ->
                        new CellContent.Unknown(
                                "map", "{\"type\": \"map\", \"zoom\": 3.5, \"on\": [true, null, \"é\\\"\"]}");
                    case 1 -> new CellContent.Unknown("withheld", "{\"type\": \"withheld\", \"from\": \"l-1/2/3\"}");
                    default -> CellContent.HOTSPOT;
                };
            default -> new CellContent.OfCamera(camera(), StreamChoice.AUTO);
        };
    }

    private <E> E pick(E[] all) {
        return List.of(all).get(random.nextInt(all.length));
    }

    private CameraId camera() {
        return switch (random.nextInt(6)) {
            case 0 -> new CameraId("c-" + random.nextInt(1, 60));
            case 1 ->
                new CameraId(
                        List.of("1204", "null", "a b", "# x", "é: 1", "yes").get(random.nextInt(6)));
            default -> CameraNumbers.id(1200 + random.nextInt(1, 60));
        };
    }
}
