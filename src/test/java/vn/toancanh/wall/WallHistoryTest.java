package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;

class WallHistoryTest {
    private final WallHistory history = new WallHistory();

    private static CellContent camera(int number) {
        return new CellContent.OfCamera(new CameraId("c" + number), StreamChoice.AUTO);
    }

    private static Layout layout(int number) {
        return WallEdits.place(WallState.empty(GridShape.uniform(2, 2)), 0, camera(number))
                .layout();
    }

    @Test
    void goesBackAndForwardUntilSomethingElseIsDone() {
        history.changed(layout(1), layout(2));
        history.changed(layout(2), layout(3));
        assertThat(history.undo(layout(3))).contains(layout(2));
        assertThat(history.undo(layout(2))).contains(layout(1));
        assertThat(history.canUndo()).isFalse();
        assertThat(history.undo(layout(1))).isEmpty();
        assertThat(history.redo(layout(1))).contains(layout(2));
        history.changed(layout(2), layout(9));
        assertThat(history.canRedo()).isFalse();
        assertThat(history.undo(layout(9))).contains(layout(2));
    }

    @Test
    void whatChangesNothingIsNoStep() {
        history.changed(layout(1), layout(1));
        assertThat(history.canUndo()).isFalse();
    }

    @Test
    void fiftyStepsAreKept() {
        for (int i = 0; i < 80; i++) {
            history.changed(layout(i), layout(i + 1));
        }
        Layout now = layout(80);
        int steps = 0;
        while (history.canUndo()) {
            now = history.undo(now).orElseThrow();
            steps++;
        }
        assertThat(steps).isEqualTo(WallHistory.STEPS);
        assertThat(now).isEqualTo(layout(30));
    }

    @Test
    void takingAllBackAndDoingItAgainGivesTheSameWalls() {
        for (int seed = 0; seed < 100; seed++) {
            WallHistory each = new WallHistory();
            Random random = new Random(seed);
            WallState wall = WallState.empty(GridShape.uniform(3, 3));
            List<Layout> stood = new ArrayList<>(List.of(wall.layout()));
            for (int i = 0; i < 30; i++) {
                WallState next = edited(wall, random);
                each.changed(wall.layout(), next.layout());
                if (!next.layout().equals(wall.layout())) {
                    stood.add(next.layout());
                }
                wall = next;
            }
            Layout now = wall.layout();
            for (int i = stood.size() - 2; i >= 0; i--) {
                now = each.undo(now).orElseThrow();
                assertThat(now).as("seed %d", seed).isEqualTo(stood.get(i));
            }
            for (int i = 1; i < stood.size(); i++) {
                now = each.redo(now).orElseThrow();
                assertThat(now).as("seed %d", seed).isEqualTo(stood.get(i));
            }
        }
    }

    private static WallState edited(WallState wall, Random random) {
        int tile = random.nextInt(wall.tiles());
        return switch (random.nextInt(5)) {
            case 0 -> WallEdits.place(wall, tile, camera(random.nextInt(5)));
            case 1 -> WallEdits.clear(wall, tile);
            case 2 -> WallEdits.swap(wall, tile, random.nextInt(wall.tiles()));
            case 3 -> CellEdits.split(wall, tile);
            default -> WallEdits.reshape(wall, GridShape.ALL.get(random.nextInt(GridShape.ALL.size())));
        };
    }
}
