package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;

/** What holds cameras that take turns, as the grid sees it: an alarm at their tile, and a pointer that is over it. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class CarouselHoldTest {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int TURN = 2;
    private static final CameraId FIRST = GridRig.id(1);
    private static final CameraId SECOND = GridRig.id(2);

    private @Nullable GridRig shown;

    @BeforeEach
    void show() throws Exception {
        Fx.needed();
        // Somewhere beside the tile before its window is there.
        new Hand().moveTo(new Point2D(WIDTH + 200, HEIGHT + 200));
        GridRig rig = Fx.on(() -> new GridRig(Language.VI, GridShape.uniform(2, 2), 15, 0, WIDTH, HEIGHT));
        shown = rig;
        Fx.until("it is on the screen", () -> rig.isShowing() && rig.view.getWidth() == WIDTH);
        Fx.settle(rig.view.getScene());
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(rig()::close);
    }

    private GridRig rig() {
        return Objects.requireNonNull(shown);
    }

    private void begin() throws Exception {
        Carousel turns = Carousel.of(List.of(FIRST, SECOND), TURN);
        Fx.run(() -> rig().desk
                .showLayout(WallEdits.place(rig().desk.wall(), 0, turns).layout()));
        assertThat(camera()).isEqualTo(FIRST);
    }

    private CameraId camera() throws Exception {
        return Fx.on(() -> rig().desk.content(0) instanceof CellContent.OfCamera of ? of.camera() : GridRig.id(0));
    }

    private void staysForMoreThanATurn() throws Exception {
        Thread.sleep(Duration.ofSeconds(TURN + 2));
        assertThat(camera()).isEqualTo(FIRST);
        assertThat(Fx.on(() -> rig().desk.carousels().at(0).orElseThrow().waits()))
                .isTrue();
    }

    private void goesOn() throws Exception {
        Fx.until(
                "the next one has its turn",
                () -> rig().desk.content(0).cameras().equals(List.of(SECOND)));
    }

    @Test
    void anAlarmAtTheTileHoldsThem() throws Exception {
        Fx.run(() -> rig().marks
                .put(
                        0,
                        FakeMarks.mark(
                                "Có khói",
                                AlarmStep.NEW,
                                "",
                                0,
                                false,
                                false,
                                -1,
                                rig().clock.now())));
        begin();
        staysForMoreThanATurn();
        Fx.run(() -> rig().marks.put(0, null));
        goesOn();
    }

    @Test
    void aPointerOverTheTileHoldsThem() throws Exception {
        Hand hand = new Hand();
        hand.moveTo(Hand.at(rig().view.getScene(), WIDTH / 4.0, HEIGHT / 4.0));
        begin();
        staysForMoreThanATurn();
        hand.moveTo(Hand.at(rig().view.getScene(), WIDTH * 0.75, HEIGHT * 0.75));
        goesOn();
    }
}
