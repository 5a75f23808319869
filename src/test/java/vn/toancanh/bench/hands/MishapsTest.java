package vn.toancanh.bench.hands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.bench.ClientStatus;
import vn.toancanh.simulator.Fault;

/** What a run of ten minutes has in it, by a clock that is turned by hand. */
class MishapsTest {
    private static final long RELAY = 77;
    private static final long WORKER = 99;
    private static final ClientStatus SEEN =
            new ClientStatus(0, 0, List.of(), List.of(new ClientStatus.Worker(WORKER, 9)));

    private record Sent(String signal, long pid, long millis) {}

    private record Late(int camera, Delay delay, boolean cut, long nanos) {}

    private final ManualClock clock = new ManualClock();
    private final long begun = clock.nanos();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Late> paths = new ArrayList<>();
    private final CamerasOfRun cameras = CamerasOfRun.of(
            IntStream.range(1201, 1201 + CamerasOfRun.needed(36)).boxed().toList(), 36);
    private int mostLate;
    private int fellTenths;

    private Mishaps run(OptionalLong relay, long seed) throws Exception {
        Random random = new Random(seed);
        Diary diary = new Diary();
        BrokenCameras broken = new BrokenCameras(
                new BrokenCameras.Hammer() {
                    @Override
                    public void hit(int camera, Fault fault) {}

                    @Override
                    public void heal(int camera) {}
                },
                clock,
                diary);
        List<Integer> detoured =
                cameras.all().stream().filter(CamerasOfRun::detoured).toList();
        LatePaths late = new LatePaths(
                detoured,
                cameras,
                (camera, delay, cut) -> paths.add(new Late(camera, delay, cut, clock.nanos())),
                broken,
                diary,
                clock,
                random);
        Mishaps mishaps = new Mishaps(
                cameras,
                broken,
                late,
                (signal, pid) -> sent.add(new Sent(signal, pid, (clock.nanos() - begun) / 1_000_000)),
                diary,
                clock,
                random);
        for (int tenth = 0; tenth < 6000; tenth++) {
            mishaps.step(SEEN, relay);
            fellTenths += mishaps.fellsNow() ? 1 : 0;
            mostLate = Math.max(mostLate, broken.hurt().size() - broken.now().size());
            clock.advance(Duration.ofMillis(100));
        }
        mishaps.end();
        assertThat(broken.hurt()).isEmpty();
        return mishaps;
    }

    @Test
    void aWorkerFallsASecondAfterTheRelayWasStoppedWhichGoesOnSecondsLater() throws Exception {
        Mishaps mishaps = run(OptionalLong.of(RELAY), 1);
        assertThat(mishaps.both()).isBetween(4, 9);
        assertThat(mishaps.blows()).isBetween(2 * mishaps.both() - 1, 2 * mishaps.both() + 1);
        int found = 0;
        for (int i = 1; i + 1 < sent.size(); i++) {
            Sent stop = sent.get(i - 1);
            Sent fall = sent.get(i);
            Sent on = sent.get(i + 1);
            if (stop.pid == RELAY && stop.signal.equals("STOP") && fall.pid == WORKER) {
                found++;
                assertThat(fall.signal).isIn("SEGV", "KILL");
                assertThat(fall.millis - stop.millis).isBetween(700L, 1600L);
                assertThat(on.signal + on.pid).isEqualTo("CONT" + RELAY);
                assertThat(on.millis - stop.millis).isBetween(6000L, 9100L);
            }
        }
        assertThat(found).isEqualTo(mishaps.both());
        assertThat(fellTenths).as("hands know").isGreaterThanOrEqualTo(60 * found);
    }

    @Test
    void theRelayIsNeverStoppedTwiceAndGoesOnEachTime() throws Exception {
        run(OptionalLong.of(RELAY), 2);
        List<String> ofRelay = sent.stream()
                .filter(each -> each.pid == RELAY)
                .map(Sent::signal)
                .toList();
        for (int i = 0; i < ofRelay.size(); i++) {
            assertThat(ofRelay.get(i)).isEqualTo(i % 2 == 0 ? "STOP" : "CONT");
        }
        assertThat(ofRelay.size() % 2).isZero();
    }

    @Test
    void withoutARelayWorkersFallAlone() throws Exception {
        Mishaps mishaps = run(OptionalLong.empty(), 3);
        assertThat(mishaps.both()).isZero();
        assertThat(mishaps.blows()).isPositive();
        assertThat(sent).allMatch(each -> each.pid == WORKER);
    }

    @Test
    void pathsAreLaterThanAnyPictureMayBeCutOrGrowingAndEndEitherWay() throws Exception {
        run(OptionalLong.of(RELAY), 4);
        List<Late> begun =
                paths.stream().filter(each -> !each.delay.equals(Delay.NONE)).toList();
        List<Late> ended =
                paths.stream().filter(each -> each.delay.equals(Delay.NONE)).toList();
        assertThat(begun).hasSizeGreaterThan(20).hasSameSizeAs(ended);
        assertThat(begun).allMatch(each -> CamerasOfRun.detoured(each.camera));
        assertThat(begun)
                .allMatch(each -> each.delay.full().toMillis() >= 3400
                        && each.delay.full().toMillis() <= 6000);
        assertThat(begun).allMatch(each -> each.cut == each.delay.grows().isZero());
        assertThat(begun).anyMatch(each -> each.cut).anyMatch(each -> !each.cut);
        assertThat(ended).anyMatch(each -> each.cut).anyMatch(each -> !each.cut);
        assertThat(begun).anyMatch(each -> cameras.large().contains(each.camera));
        assertThat(mostLate).isBetween(2, 4);
    }

    @Test
    void aStreamThatIsOpenedAnewOverALatePathIsSeenForSeconds() throws Exception {
        run(OptionalLong.of(RELAY), 5);
        List<Late> cut = paths.stream()
                .filter(each -> each.cut && !each.delay.equals(Delay.NONE))
                .toList();
        for (Late each : cut) {
            long over = paths.stream()
                    .filter(other -> other.camera == each.camera && other.nanos > each.nanos)
                    .mapToLong(Late::nanos)
                    .min()
                    .orElseThrow();
            Duration answers = each.delay.full().multipliedBy(7);
            // The end of the run ends all.
            if (over < clock.nanos()) {
                assertThat(over - each.nanos)
                        .isGreaterThan(answers.plusSeconds(6).toNanos());
            }
        }
    }
}
