package vn.toancanh.ui.layouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.layouts.RandomWalls;
import vn.toancanh.layouts.TextDiff;
import vn.toancanh.layouts.WallText;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.CellContent.OfCamera;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.PictureView.Fit;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamChoice;

/** What a person chooses between is told apart in words. */
class LayoutWordsTest {
    private static final CameraId A = new CameraId("c-1");
    private static final CameraId B = new CameraId("c-2");

    private static LayoutWords words(Language language) {
        return new LayoutWords(new Texts(language), String::valueOf, LayoutWordsTest::known);
    }

    /** All are called the same, as those of one street may be. */
    private static Optional<Camera> known(CameraId id) {
        return id.value().hashCode() % 5 == 0
                ? Optional.empty()
                : Optional.of(new Camera(
                        id,
                        null,
                        "Tràng Tiền",
                        new SiteId("s"),
                        List.of(),
                        null,
                        CameraState.ONLINE,
                        false,
                        List.of(),
                        1));
    }

    private static Layout of(CellContent content) {
        return new Layout(null, "A", Scope.PRIVATE, new Grid(1, 1), List.of(new Cell(0, 0, 1, 1, content)), 0);
    }

    private static LayoutWords.Line line(CellContent before, CellContent after) {
        List<LayoutWords.Line> lines = words(Language.EN).between(of(before), of(after));
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    @Test
    void streamFitAndTurnsAreSaid() {
        OfCamera usual = new OfCamera(A, StreamChoice.AUTO);
        assertThat(line(usual, new OfCamera(A, StreamChoice.MAIN)).after())
                .isEqualTo("Tràng Tiền · always the main stream");
        assertThat(line(usual, usual.with(new PictureView(Fit.FILL, 3))).after())
                .isEqualTo("Tràng Tiền · fills the tile · 270°");
        Carousel five = Carousel.of(List.of(A, B), 5);
        Carousel slower = new Carousel(List.of(new Carousel.Stop(A, 5), new Carousel.Stop(B, 20)));
        assertThat(line(five, slower).before()).isEqualTo("2 cameras take turns: no. 2 Tràng Tiền, 5 s");
        assertThat(line(five, slower).after()).isEqualTo("2 cameras take turns: no. 2 Tràng Tiền, 20 s");
    }

    /** Two cameras of one name: then the file's own word for them is shown. */
    @Test
    void whatIsCalledTheSameIsToldApartAllTheSame() {
        LayoutWords.Line line = line(new OfCamera(A, StreamChoice.AUTO), new OfCamera(B, StreamChoice.AUTO));
        assertThat(line.before()).isEqualTo("c-1");
        assertThat(line.after()).isEqualTo("c-2");
        CellContent.Unknown near = new CellContent.Unknown("map", "{\"type\":\"map\",\"zoom\":1}");
        CellContent.Unknown far = new CellContent.Unknown("map", "{\"type\":\"map\",\"zoom\":2}");
        assertThat(line(near, far).before()).isNotEqualTo(line(near, far).after());
    }

    @Test
    void whatIsWithheldIsSaidToBeThatAndNeverToldApart() {
        CellContent one = new CellContent.Unknown("withheld", "{\"type\":\"withheld\",\"from\":\"l/1/0\"}");
        CellContent two = new CellContent.Unknown("withheld", "{\"type\":\"withheld\",\"from\":\"l/2/0\"}");
        for (Language language : Language.values()) {
            assertThat(words(language).between(of(one), of(two))).isEmpty();
            LayoutWords.Line line = words(language)
                    .between(of(one), of(new OfCamera(A, StreamChoice.AUTO)))
                    .getFirst();
            assertThat(line.before()).isEqualTo(new Texts(language).get("layouts.withheld"));
            assertThat(line.after()).isEqualTo("Tràng Tiền");
        }
    }

    @Test
    void noLineReadsTheSameOnBothSides() {
        for (long seed = 1; seed <= 400; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomWalls walls = new RandomWalls(random);
            Layout before = walls.layout().as(null, "A", Scope.CITY, 0);
            Layout after =
                    random.nextInt(3) == 0 ? walls.layout().as(null, "A", Scope.CITY, 0) : changed(before, random);
            boolean differ =
                    !TextDiff.between(WallText.of(before), WallText.of(after)).isEmpty();
            for (Language language : Language.values()) {
                List<LayoutWords.Line> lines = words(language).between(before, after);
                assertThat(lines.isEmpty()).as("seed %d", seed).isEqualTo(!differ);
                assertThat(lines)
                        .as("seed %d", seed)
                        .allSatisfy(line -> assertThat(line.before()).isNotEqualTo(line.after()));
            }
        }
    }

    /** One thing is otherwise in one tile. */
    private static Layout changed(Layout layout, SplittableRandom random) {
        if (layout.cells().isEmpty()) {
            return layout;
        }
        List<Cell> cells = new ArrayList<>(layout.cells());
        int at = random.nextInt(cells.size());
        CellContent next = switch (cells.get(at).content()) {
            case OfCamera of ->
                random.nextBoolean()
                        ? of.with(
                                random.nextBoolean()
                                        ? of.view().turned()
                                        : of.view().refitted())
                        : new OfCamera(
                                of.camera(),
                                of.choice() == StreamChoice.MAIN ? StreamChoice.SUB : StreamChoice.MAIN,
                                of.view());
            case Carousel turns -> {
                List<Carousel.Stop> stops = new ArrayList<>(turns.stops());
                Carousel.Stop last = stops.removeLast();
                stops.add(
                        random.nextBoolean()
                                ? new Carousel.Stop(last.camera(), last.seconds() % 3600 + 1)
                                : new Carousel.Stop(new CameraId("c-99"), last.seconds()));
                yield new Carousel(stops);
            }
            default -> new OfCamera(new CameraId("c-77"), StreamChoice.AUTO);
        };
        cells.set(at, cells.get(at).with(next));
        return new Layout(null, layout.name(), layout.scope(), layout.grid(), cells, 0);
    }
}
