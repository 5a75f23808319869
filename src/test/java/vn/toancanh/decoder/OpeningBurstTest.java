package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import vn.toancanh.rtsp.AccessUnit;

class OpeningBurstTest {
    private static AccessUnit unit(long rtpTime) {
        return new AccessUnit(new byte[0], false, rtpTime, 0, false);
    }

    @Test
    void picturesAreDueOneBehindTheOtherInTheOrderTheyAreSeen() {
        List<AccessUnit> units = List.of(unit(0), unit(9000), unit(3000), unit(6000));
        assertThat(OpeningBurst.dueMicros(units, 50_000)).containsExactly(47_000, 50_000, 48_000, 49_000);
        assertThat(OpeningBurst.dueMicros(List.of(), 50_000)).isEmpty();
    }

    @Test
    void picturesOfOneTimeAreDueTogether() {
        assertThat(OpeningBurst.dueMicros(List.of(unit(5), unit(5), unit(7), unit(5)), 9000))
                .containsExactly(8000, 8000, 9000, 8000);
    }

    @Test
    void itIsWhatCountingTheLaterOnesOneByOneGives() {
        Random random = new Random(1);
        List<AccessUnit> units = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            units.add(unit(random.nextInt(200)));
        }
        long[] due = OpeningBurst.dueMicros(units, 1_000_000);
        for (int i = 0; i < units.size(); i++) {
            long time = units.get(i).rtpTime();
            long later = units.stream().filter(other -> other.rtpTime() > time).count();
            assertThat(due[i]).isEqualTo(1_000_000 - 1000 * later);
        }
    }

    /** Counted one by one these would be forty thousand million comparisons. */
    @Test
    void manyUnitsTakeNoLongTime() {
        List<AccessUnit> units =
                IntStream.range(0, 200_000).mapToObj(i -> unit(i * 3600L)).toList();
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(OpeningBurst.dueMicros(units, 0)).hasSize(200_000));
    }
}
