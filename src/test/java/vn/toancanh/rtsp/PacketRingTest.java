package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PacketRingTest {
    @Test
    void holdsWhatATileOpensFrom() {
        PacketRing ring = new PacketRing(10_000, Duration.ZERO);
        ring.add(unit(0, false, false, 10));
        assertThat(ring.fromLastKey()).isEmpty();
        AccessUnit key = unit(1, true, false, 10);
        AccessUnit next = unit(2, false, false, 10);
        ring.add(key);
        ring.add(next);
        assertThat(ring.fromLastKey()).containsExactly(key, next);
        AccessUnit newKey = unit(3, true, false, 10);
        ring.add(newKey);
        assertThat(ring.all()).containsExactly(newKey);
    }

    @Test
    void aGapEmptiesItUntilTheNextKeyFrame() {
        PacketRing ring = new PacketRing(10_000, Duration.ofSeconds(10));
        ring.add(unit(1, true, false, 10));
        ring.add(unit(2, false, true, 10));
        assertThat(ring.all()).isEmpty();
        ring.add(unit(3, true, true, 10));
        assertThat(ring.all()).hasSize(1);
    }

    @Test
    void aLowerLimitHoldsFromTheNextUnitOn() {
        PacketRing ring = new PacketRing(10_000, Duration.ofSeconds(10));
        ring.add(unit(1, true, false, 3000));
        ring.add(unit(2, true, false, 3000));
        ring.limit(4000);
        ring.add(unit(3, false, false, 500));
        assertThat(ring.bytes()).isEqualTo(3500);
        ring.limit(1000);
        ring.add(unit(4, false, false, 500));
        assertThat(ring.all()).isEmpty();
    }

    @Test
    void aKeyFrameThatIsLargerThanAllItMayHoldIsOpenedFromAllTheSame() {
        PacketRing ring = new PacketRing(1_000, Duration.ofSeconds(10));
        for (int picture = 0; picture < 5; picture++) {
            AccessUnit key = unit(picture, true, false, 5_000);
            ring.add(key);
            assertThat(ring.fromLastKey()).as("as each picture of JPEG").containsExactly(key);
            assertThat(ring.bytes()).isEqualTo(5_000);
        }
        ring.add(unit(5, false, false, 10));
        assertThat(ring.all()).as("what leans on it has no room").isEmpty();
    }

    @Test
    void capsHoldForAnyStreamButForOneKeyFrame() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            PacketRing ring = new PacketRing(5_000, Duration.ofSeconds(3));
            for (int i = 0; i < 500; i++) {
                ring.add(unit(
                        i,
                        random.nextInt(20) == 0,
                        random.nextInt(50) == 0,
                        random.nextInt(seed % 2 == 0 ? 600 : 8_000)));
                List<AccessUnit> all = ring.all();
                assertThat(ring.bytes())
                        .isEqualTo(all.stream().mapToLong(u -> u.data().length).sum());
                if (all.size() > 1) {
                    assertThat(ring.bytes()).isLessThanOrEqualTo(5_000);
                }
                if (!all.isEmpty()) {
                    assertThat(all.getFirst().key()).isTrue();
                    assertThat(all).endsWith(ring.fromLastKey().toArray(AccessUnit[]::new));
                }
            }
        }
    }

    @Test
    void theGateStaysShutFromAGapToAKeyFrame() {
        KeyFrameGate gate = new KeyFrameGate();
        assertThat(gate.admits(unit(0, false, false, 1))).isFalse();
        assertThat(gate.admits(unit(1, true, false, 1))).isTrue();
        assertThat(gate.admits(unit(2, false, false, 1))).isTrue();
        assertThat(gate.admits(unit(3, false, true, 1))).isFalse();
        assertThat(gate.admits(unit(4, false, false, 1))).isFalse();
        assertThat(gate.admits(unit(5, true, true, 1))).isTrue();
        assertThat(gate.dropped()).isEqualTo(3);
    }

    private static AccessUnit unit(int number, boolean key, boolean gap, int size) {
        return new AccessUnit(new byte[size], key, number * 6000L, number * 66_000_000L, gap);
    }
}
