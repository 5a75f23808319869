package vn.toancanh.bench.hands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.Schedule;

class TakenTimesTest {
    private static final int CAMERA = 1204;
    private static final long SECOND = 1_000_000_000L;
    private static final long COUNT = 5000;

    private final TakenTimes times = new TakenTimes();
    private final long due = Schedule.STANDARD.dueNanos(CAMERA, StreamRole.SUB, COUNT);
    private final Mark mark = Schedule.STANDARD.due(CAMERA, StreamRole.SUB, due);

    @Test
    void aPictureWasTakenWhenItWasDueLast() {
        assertThat(times.of(mark, due + SECOND)).isEqualTo(due);
        assertThat(times.of(mark, due + 4 * SECOND)).isEqualTo(due);
    }

    @Test
    void onePictureThatGoesOnStandingGrowsOlderThanItsLoop() {
        for (int second = 1; second <= 30; second++) {
            assertThat(times.of(mark, due + second * SECOND)).isEqualTo(due);
        }
    }

    /** Of a camera of which key frames alone are shown every sixth number comes, and so the same ones in each loop. */
    @Test
    void theSameNumberThatNobodyLookedAtMeanwhileMayBeANewPicture() {
        long loop = Schedule.LOOP_NANOS;
        times.of(mark, due + SECOND);
        assertThat(times.of(mark, due + loop + SECOND)).isEqualTo(due + loop);
    }

    @Test
    void theSameNumberAfterOthersIsANewPicture() {
        times.of(mark, due + SECOND);
        long later = due + 2 * SECOND;
        times.of(Schedule.STANDARD.due(CAMERA, StreamRole.SUB, later), later);
        long loop = Schedule.LOOP_NANOS;
        assertThat(times.of(mark, due + loop + SECOND)).isEqualTo(due + loop);
    }

    @Test
    void theStreamsOfACameraAreToldApart() {
        times.of(mark, due + SECOND);
        Mark main = Schedule.STANDARD.due(CAMERA, StreamRole.MAIN, due);
        times.of(main, due + 2 * SECOND);
        assertThat(times.of(mark, due + 3 * SECOND)).isEqualTo(due);
    }
}
