package vn.toancanh.rtsp.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TickRateTest {
    private static final long FRAME = 40_000_000;

    @ParameterizedTest
    @CsvSource({
        "90000, 90000",
        "0, 90000",
        "-5, 90000",
        "1000, 90000",
        "1000, 1000",
        "1, 90000",
        "25, 25",
        "999999999, 90000"
    })
    void timeComesOutInNinetyKilohertzWhateverIsAnnounced(int announced, int real) {
        TickRate rate = new TickRate(announced);
        long before = 0;
        for (int picture = 0; picture < 200; picture++) {
            long rtp = 1_000_000 + (long) picture * real / 25;
            rate.see(rtp, picture * FRAME, 1000);
            long now = rate.standard(rtp);
            if (picture > 50) {
                assertThat(now - before).isBetween(3599L, 3601L);
            }
            before = now;
        }
    }

    @Test
    void aClockThatStandsStillDecidesNothing() {
        TickRate rate = new TickRate(1000);
        for (int picture = 0; picture < 200; picture++) {
            rate.see(7, picture * FRAME, 1000);
            assertThat(rate.standard(7)).isEqualTo(7);
        }
    }
}
