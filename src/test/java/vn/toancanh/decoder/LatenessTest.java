package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final long FRAME = 66_667;

    private final Lateness lateness = new Lateness();

    @Test
    void libVlcNeverSeesFiveSecondsOfPicturesThatAreAllLate() {
        long lastPunctual = 0;
        int late = 0;
        for (int i = 0; i < 600; i++) {
            long sent = 1_000_000 + i * FRAME;
            long pulled = sent + 3_000;
            if (lateness.due(sent, sent, pulled) > pulled + 20_000) {
                lastPunctual = pulled;
            } else {
                late++;
            }
            assertThat(pulled - lastPunctual).isLessThan(2_500_000);
        }
        assertThat(late).as("nearly all are shown at once").isGreaterThan(570);
    }

    @Test
    void aPictureToBeHeldBackIsLeftAsItIs() {
        assertThat(lateness.due(5_000_000, 4_900_000, 4_910_000)).isEqualTo(5_000_000);
    }

    @Test
    void picturesHeldBackCountAsPunctual() {
        lateness.due(5_000_000, 4_900_000, 4_910_000);
        assertThat(lateness.due(5_000_000, 5_000_000, 5_003_000)).isEqualTo(4_970_000);
    }

    @Test
    void onABusyMachineAPunctualPictureIsDatedFurtherAhead() {
        for (int i = 0; i < 16; i++) {
            lateness.drawn(i == 7 ? 150_000 : 400_000);
        }
        assertThat(lateness.due(5_000_000, 5_000_000, 5_003_000)).isEqualTo(5_003_000 + 40_000 + 300_000);
    }

    @Test
    void itIsNeverDatedMoreThanASecondAhead() {
        for (int i = 0; i < 16; i++) {
            lateness.drawn(30_000_000);
        }
        assertThat(lateness.due(5_000_000, 5_000_000, 5_003_000)).isEqualTo(6_003_000);
    }
}
