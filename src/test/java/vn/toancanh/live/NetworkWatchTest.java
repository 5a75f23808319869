package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.live.TileState.Phase;

/** This machine's own network is back: whoever waits is tried at once, also where no other camera can tell. */
class NetworkWatchTest {
    private final LiveRig rig = new LiveRig();
    private Set<String> up = Set.of("eth0 10.1.2.3");
    private int tried;

    private NetworkWatch watch(Runnable back) {
        return new NetworkWatch(rig.desk, rig.desk, () -> up, back);
    }

    private void networkIs(String... plugs) {
        up = Set.of(plugs);
        rig.advance(NetworkWatch.PERIOD);
    }

    /** Until its next try is half a minute away. */
    private void awayForLong() {
        while (rig.tile(0).state().dueNanos() - rig.clock.nanos()
                < Duration.ofSeconds(31).toNanos()) {
            rig.advance(Duration.ofMillis(500));
            rig.players.open().forEach(one -> one.fail(Failure.Kind.UNREACHABLE));
        }
    }

    @Test
    void theOnlyCameraOfAWallIsTriedAsSoonAsTheNetworkIsBack() {
        try (NetworkWatch _ = watch(rig.wall.commons().comeback()::everywhere)) {
            rig.show("c1");
            rig.play(Duration.ofSeconds(3));
            rig.players.last().fail(Failure.Kind.UNREACHABLE);
            networkIs();
            awayForLong();
            int opened = rig.players.opened.size();
            networkIs("eth0 10.1.2.3");
            rig.advance(Comeback.SPREAD.plusMillis(100));
            assertThat(rig.players.opened).hasSize(opened + 1);
            rig.play(Duration.ofMillis(500));
            assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        }
    }

    @Test
    void whereTheSwitchStillStartsItIsTriedAgainSoon() {
        try (NetworkWatch _ = watch(rig.wall.commons().comeback()::everywhere)) {
            rig.show("c1");
            rig.players.last().fail(Failure.Kind.UNREACHABLE);
            networkIs();
            awayForLong();
            int opened = rig.players.opened.size();
            networkIs("eth0 10.1.2.3");
            for (int second = 0; second < 12; second++) {
                rig.players.open().forEach(one -> one.fail(Failure.Kind.UNREACHABLE));
                rig.advance(Duration.ofSeconds(1));
            }
            rig.players.open().forEach(one -> one.fail(Failure.Kind.UNREACHABLE));
            assertThat(rig.players.opened.size() - opened)
                    .as("at once and after 5 s")
                    .isEqualTo(2);
            rig.advance(Duration.ofSeconds(4));
            rig.play(Duration.ofMillis(500));
            assertThat(rig.phase(0)).as("after 15 s").isEqualTo(Phase.LIVE);
        }
    }

    @Test
    void whatStaysAndWhatGoesBringsNothingBack() {
        try (NetworkWatch _ = watch(() -> tried++)) {
            rig.advance(Duration.ofMinutes(1));
            networkIs("eth0 10.1.2.3");
            networkIs();
            rig.advance(Duration.ofMinutes(1));
            assertThat(tried).isZero();
            networkIs("wlan0 10.9.2.3");
            assertThat(tried).isEqualTo(1);
            rig.advance(Duration.ofMinutes(1));
            assertThat(tried).isEqualTo(NetworkWatch.TRIES.size());
            networkIs("wlan0 10.9.2.4");
            assertThat(tried).as("another address is another way").isEqualTo(NetworkWatch.TRIES.size() + 1);
        }
        rig.advance(Duration.ofMinutes(1));
        assertThat(tried).as("closed").isEqualTo(NetworkWatch.TRIES.size() + 1);
    }

    @Test
    void aPlugThatComesAndGoesHasEverythingTriedNoMoreOftenThanSeldom() {
        try (NetworkWatch _ = watch(() -> tried++)) {
            for (int i = 0; i < 30; i++) {
                networkIs();
                networkIs("eth0 10.1.2.3");
            }
            assertThat(tried).as("in two minutes").isBetween(8, 14);
        }
    }
}
