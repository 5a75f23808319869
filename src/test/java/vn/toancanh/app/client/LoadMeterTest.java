package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.pool.WorkerFacts;

class LoadMeterTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private List<WorkerFacts> processes = List.of();
    private final LoadMeter meter = new LoadMeter(() -> processes, lane, clock, 2);

    private static WorkerFacts process(long pid, long cpuMillis, long memoryKb) {
        return new WorkerFacts(1, WorkerFacts.State.READY, pid, 0, cpuMillis, memoryKb, 0);
    }

    private double decodePercentOver(WorkerFacts... now) {
        processes = List.of(now);
        lane.advance(SECOND);
        return meter.reading().decodePercent();
    }

    @Test
    void eachProcessCountsFromItsOwnBeginning() {
        decodePercentOver(process(1, 50_000, 0), process(2, 10_000, 0));
        assertThat(decodePercentOver(process(1, 50_500, 0), process(2, 10_100, 0)))
                .as("0.6 of two processors' seconds")
                .isEqualTo(30);
        assertThat(decodePercentOver(process(3, 200, 0), process(2, 10_200, 0)))
                .as("the first was replaced, what its successor spent counts")
                .isEqualTo(15);
        assertThat(decodePercentOver(process(3, 300, 0)))
                .as("another has left, which is no saving")
                .isEqualTo(5);
        assertThat(decodePercentOver(process(3, 300, 0), process(0, 0, 0))).isZero();
    }

    @Test
    void memoryIsThatOfEachProcessWithTheClientsOwn() {
        var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double machineKb = machine.getTotalMemorySize() / 1024.0;
        decodePercentOver();
        double own = meter.use().memory();
        long eighth = Math.round(machineKb / 8);
        decodePercentOver(process(1, 0, eighth), process(2, 0, eighth));
        assertThat(own).isPositive();
        assertThat(meter.use().memory() - own).isCloseTo(0.25, within(0.02));
    }
}
