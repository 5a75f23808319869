package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.CellContent;

class SelectingTest {
    private final WallState wall = WallState.empty(GridShape.uniform(4, 3));

    @Test
    void tilesComeToTheSelectionAndLeaveItAndTheLastOneIsSpokenTo() {
        WallState many = Selecting.toggle(Selecting.toggle(Selecting.toggle(wall, 1), 6), 3);
        assertThat(many.selection()).containsExactly(1, 3, 6);
        assertThat(many.selected()).isEqualTo(3);
        WallState fewer = Selecting.toggle(many, 3);
        assertThat(fewer.selection()).containsExactly(1, 6);
        assertThat(fewer.selected()).isIn(1, 6);
        WallState none = Selecting.toggle(Selecting.toggle(fewer, 1), 6);
        assertThat(none).isEqualTo(wall);
    }

    @Test
    void aRectangleReachesFromTheTileThatIsSpokenTo() {
        WallState one = WallEdits.select(wall, 5);
        assertThat(Selecting.extend(one, 11).selection()).containsExactly(5, 6, 7, 9, 10, 11);
        WallState back = Selecting.extend(Selecting.extend(one, 11), 0);
        assertThat(back.selection()).as("to the other side").containsExactly(0, 1, 4, 5);
        assertThat(back.selected()).isEqualTo(5);
        assertThat(Selecting.extend(wall, 7).selection()).containsExactly(7);
    }

    @Test
    void aLargeTileIsInARectangleThatTouchesIt() {
        WallState shaped = WallState.empty(GridShape.of("1+5").orElseThrow());
        WallState two = Selecting.extend(WallEdits.select(shaped, 1), 5);
        assertThat(two.selection()).containsExactly(1, 2, 5);
        WallState lower = Selecting.extend(WallEdits.select(shaped, 2), 3);
        assertThat(lower.selection())
                .as("the rectangle reaches over all of them")
                .contains(0, 2, 3);
    }

    @Test
    void oneTileIsSelectedAgainByAClickByAnotherShapeAndWhileOneIsEnlarged() {
        WallState many = Selecting.exactly(wall, Set.of(2, 3, 4));
        assertThat(WallEdits.select(many, many.selected()).selection()).containsExactly(many.selected());
        assertThat(WallEdits.enlarge(many, 3).selection()).containsExactly(3);
        WallState large = WallEdits.enlarge(wall, 3);
        assertThat(Selecting.exactly(large, Set.of(1, 2)).selection()).hasSize(1);
        assertThat(WallEdits.reshape(many, GridShape.uniform(2, 2)).more()).isEmpty();
    }

    @Test
    void whatStandsInATileChangesWithoutTheSelection() {
        WallState many = Selecting.exactly(wall, Set.of(2, 3, 4));
        WallState filled = WallEdits.fill(
                many, 0, List.of(new CellContent.Unknown("a", "{}"), new CellContent.Unknown("b", "{}")));
        assertThat(filled.selection()).containsExactly(2, 3, 4);
    }

    @Test
    void whateverIsSelectedTheOneSpokenToIsAmongIt() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            WallState now = wall;
            for (int step = 0; step < 40; step++) {
                int tile = random.nextInt(now.tiles());
                now = switch (random.nextInt(7)) {
                    case 0, 1 -> Selecting.toggle(now, tile);
                    case 2 -> Selecting.extend(now, tile);
                    case 3 -> CellEdits.merge(now, now.selection());
                    case 4 -> CellEdits.splittable(now, tile) && now.tiles() < 60 ? CellEdits.split(now, tile) : now;
                    case 5 -> Selecting.exactly(now, new HashSet<>(List.of(tile, random.nextInt(now.tiles()))));
                    default -> WallEdits.reshape(now, GridShape.uniform(3, 3));
                };
                assertThat(now.selection().isEmpty()).as("seed %d", seed).isEqualTo(now.selected() == WallState.NONE);
                assertThat(now.selected() == WallState.NONE || now.selection().contains(now.selected()))
                        .as("seed %d", seed)
                        .isTrue();
            }
        }
    }
}
