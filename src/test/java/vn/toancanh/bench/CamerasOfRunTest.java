package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CamerasOfRunTest {
    private static CamerasOfRun of(int tiles) {
        List<Integer> numbers = IntStream.range(0, CamerasOfRun.needed(tiles))
                .mapToObj(i -> 1201 + i)
                .toList();
        return CamerasOfRun.of(numbers.reversed(), tiles);
    }

    @Test
    void thereAreMoreThanTilesSoThatThereArePages() {
        assertThat(of(36).spare()).isEqualTo(6);
        assertThat(of(36).all()).hasSize(42).isSorted();
    }

    @Test
    void thoseThatAreEnlargedStandOnBothPages() {
        for (int tiles : List.of(9, 16, 36)) {
            CamerasOfRun cameras = of(tiles);
            List<Integer> first = cameras.all().subList(0, tiles);
            List<Integer> second = cameras.all().subList(cameras.spare(), cameras.spare() + tiles);
            List<Integer> both = first.stream().filter(second::contains).toList();
            assertThat(both).hasSizeGreaterThanOrEqualTo(3);
            assertThat(cameras.large()).hasSize(6).containsAnyElementsOf(both);
        }
    }
}
