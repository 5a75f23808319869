package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.WallMemory;

/** The wall of the last time whose only camera is gone. */
class RememberingTest {
    private static final Layout GONE = new Layout(
            null,
            "",
            Layout.Scope.PRIVATE,
            new Grid(1, 1),
            List.of(new Cell(0, 0, 1, 1, new CellContent.OfCamera(new CameraId("gone"), StreamChoice.AUTO))),
            0);

    private final ManualLane lane = new ManualLane(new ManualClock());

    private Optional<Layout> back(boolean here) {
        WallMemory memory = new WallMemory() {
            @Override
            public void save(Layout wall) {}

            @Override
            public void load(Consumer<Optional<Layout>> answer) {
                answer.accept(Optional.of(GONE));
            }

            @Override
            public void loadHere(BiConsumer<Optional<Layout>, Boolean> answer) {
                answer.accept(Optional.of(GONE), here);
            }
        };
        List<Optional<Layout>> answers = new ArrayList<>();
        new Remembering(lane, memory, () -> GONE).load(camera -> false, answers::add);
        return answers.getFirst();
    }

    @Test
    void itComesBackWhereItStoodSoThatItsTileSaysWhichIsGone() {
        assertThat(back(true)).contains(GONE);
    }

    @Test
    void whereNobodyKnowsWhoseItIsItIsAnotherCitys() {
        assertThat(back(false)).isEmpty();
    }
}
