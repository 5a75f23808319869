package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A camera that has fallen silent is told from one that sends slowly. */
class SilenceTest {
    private static final long MILLI = 1_000_000;

    private final Silence silence = new Silence();
    private int time;
    private long now = -50_000;

    private void picture(long afterMillis) {
        now += afterMillis;
        time += 90;
        packet();
    }

    private void packet() {
        silence.rtp(ByteBuffer.allocate(112).put(0, (byte) 0x80).putInt(4, time), 0, 112, now * MILLI);
    }

    private boolean lastsAfter(long millis) {
        return silence.lasts((now + millis) * MILLI);
    }

    @ParameterizedTest
    @CsvSource({"40, 1000", "200, 1000", "333, 1000", "1000, 3000", "5000, 15000"})
    void itIsSilentAfterASecondAndThreeOfItsIntervals(long interval, long until) {
        for (int i = 0; i < 20; i++) {
            picture(interval);
        }
        assertThat(lastsAfter(until)).isFalse();
        assertThat(lastsAfter(until + 1)).isTrue();
    }

    @Test
    void thePacketsOfALongPictureAreNoSilence() {
        for (int i = 0; i < 5; i++) {
            picture(40);
        }
        for (int i = 0; i < 4; i++) {
            now += 900;
            packet();
        }
        assertThat(lastsAfter(900)).isFalse();
        assertThat(lastsAfter(1001)).isTrue();
    }

    @Test
    void onePauseMakesNoSlowCamera() {
        for (int i = 0; i < 10; i++) {
            picture(i == 8 ? 4000 : 40);
        }
        assertThat(lastsAfter(1001)).isTrue();
    }

    @Test
    void parameterSetsAtATimeOfTheirOwnMakeNoFastOne() {
        for (int i = 0; i < 10; i++) {
            picture(1000);
            picture(0);
        }
        assertThat(lastsAfter(2900)).isFalse();
        assertThat(lastsAfter(3001)).isTrue();
    }

    @Test
    void nothingIsSaidOfAPaceThatNobodyKnows() {
        assertThat(lastsAfter(60_000)).isFalse();
        picture(0);
        picture(40);
        assertThat(lastsAfter(60_000)).isFalse();
        picture(40);
        assertThat(lastsAfter(60_000)).isTrue();
    }

    @Test
    void whatIsNoPacketIsPassedOver() {
        for (int i = 0; i < 3; i++) {
            picture(40);
        }
        for (int length = 0; length < 8; length++) {
            silence.rtp(ByteBuffer.allocate(length), 0, length, (now + 2000) * MILLI);
        }
        assertThat(lastsAfter(2000)).isTrue();
    }
}
