package vn.toancanh.simulator.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.StreamRole;

class ScheduleTest {
    private final Schedule schedule = Schedule.STANDARD;

    @Test
    void aPictureIsNewAtItsDueTimeAndAgesUntilTheLoopComesRound() {
        for (StreamRole role : new StreamRole[] {StreamRole.MAIN, StreamRole.SUB}) {
            long count = schedule.countAt(1203, role, 987_654_321_000L);
            long due = schedule.dueNanos(1203, role, count);
            Mark mark = schedule.due(1203, role, due);
            assertThat(schedule.ageNanos(mark, due)).isZero();
            assertThat(schedule.ageNanos(mark, due + 51_000_000)).isEqualTo(51_000_000);
            assertThat(schedule.ageNanos(mark, due - 1)).isEqualTo(Schedule.LOOP_NANOS - 1);
        }
    }

    @Test
    void theNewestDuePictureIsTheLastOneWhoseTimeHasCome() {
        Random random = new Random(4);
        for (int i = 0; i < 20_000; i++) {
            int camera = 1 + random.nextInt(60_000);
            StreamRole role = random.nextBoolean() ? StreamRole.MAIN : StreamRole.SUB;
            long now = random.nextLong(1L << 50);
            long count = schedule.countAt(camera, role, now);
            assertThat(schedule.dueNanos(camera, role, count)).isLessThanOrEqualTo(now);
            assertThat(schedule.dueNanos(camera, role, count + 1)).isGreaterThan(now);
        }
    }

    @Test
    void keyFramesOfNeighbouringCamerasDoNotCoincide() {
        long keyNanos = Schedule.KEY_SECONDS * 1_000_000_000L;
        for (int camera = 1201; camera < 1240; camera++) {
            long apart = Math.abs(Schedule.phaseNanos(camera) - Schedule.phaseNanos(camera + 1)) % keyNanos;
            assertThat(apart).isGreaterThan(50_000_000L);
        }
    }
}
