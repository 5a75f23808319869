package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnCountTest {
    private final TurnCount count = new TurnCount(List.of(List.of(1, 9, 10), List.of(2, 11)));

    /** What is shown, a camera a tile; a negative number is one that is not live. */
    private void shows(int... cameras) {
        List<ClientStatus.Tile> tiles = new ArrayList<>();
        for (int camera : cameras) {
            int number = Math.abs(camera);
            tiles.add(new ClientStatus.Tile(
                    tiles.size() + 1,
                    number,
                    camera > 0 ? ClientStatus.LIVE : "OPENING",
                    camera > 0,
                    new WallProbe.Spot(number, 0, 0, 320, 180),
                    List.of()));
        }
        count.look(new ClientStatus(0, 0, tiles, List.of()));
    }

    @Test
    void aTurnCountsOnceItsCameraIsLive() {
        shows(1, 2, 3);
        assertThat(count.all()).as("the first camera is nobody's turn").isZero();
        shows(-9, 2, 3);
        assertThat(count.all()).as("has no picture yet").isZero();
        shows(9, 2, 3);
        shows(9, 2, 3);
        assertThat(count.all()).isEqualTo(1);
        assertThat(count.least()).as("the other did not turn").isZero();
        shows(10, 11, 3);
        shows(1, 2, 3);
        assertThat(count.all()).isEqualTo(5);
        assertThat(count.least()).isEqualTo(2);
    }

    @Test
    void aCameraThatDropsOutAndComesBackTookNoTurn() {
        shows(1, 2);
        shows(-1, -2);
        shows(1, 2);
        assertThat(count.all()).isZero();
    }

    @Test
    void whatStandsInOtherTilesDoesNotCount() {
        shows(3, 4);
        shows(5, 6);
        assertThat(count.all()).isZero();
        assertThat(new TurnCount(List.of()).least()).isZero();
    }
}
