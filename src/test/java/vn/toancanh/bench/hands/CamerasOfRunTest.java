package vn.toancanh.bench.hands;

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

    @Test
    void someOfEachKindComeByWayOfADetour() {
        List<Integer> detoured =
                of(36).all().stream().filter(CamerasOfRun::detoured).toList();
        assertThat(detoured).hasSize(14);
        assertThat(detoured.stream().filter(of(36).large()::contains)).hasSizeGreaterThanOrEqualTo(2);
        List<String> codecs = detoured.stream()
                .map(number -> (number - 1201) % 4 == 3 ? "H.265" : "H.264")
                .distinct()
                .toList();
        assertThat(codecs).hasSize(2);
    }
}
