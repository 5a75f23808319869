package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session whose packets come ever later is told from one whose packets come as they do. */
class BehindTest {
    private static final long MILLI = 1_000_000;
    private static final int FRAME_MILLIS = 40;

    private final Behind behind = new Behind(0);
    private boolean anew;
    private boolean renewed;

    private void comes(long takenMillis, long nowMillis) {
        comes((int) (takenMillis * 90), 1000, nowMillis);
    }

    private void comes(int time, int bytes, long nowMillis) {
        byte[] packet = new byte[12 + bytes];
        ByteBuffer data = ByteBuffer.wrap(packet);
        data.put(0, (byte) 0x80).putInt(4, time);
        behind.rtp(data, 0, packet.length, nowMillis * MILLI);
        anew |= behind.forANewViewer();
        renewed |= behind.forLong();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.7, 0.9})
    void aLinkNarrowerThanItsStreamIsBehind(double share) {
        int taken = 0;
        for (; taken / share - taken < 1000; taken += FRAME_MILLIS) {
            comes(taken, (long) (taken / share));
        }
        assertThat(anew).as("a second behind").isFalse();
        for (int until = taken + 9000; taken < until; taken += FRAME_MILLIS) {
            comes(taken, (long) (taken / share));
        }
        assertThat(anew).isTrue();
        for (int until = taken + 20_000; taken < until; taken += FRAME_MILLIS) {
            comes(taken, (long) (taken / share));
        }
        assertThat(renewed).isTrue();
    }

    @Test
    void oneThatCaughtUpIsNotBehindAnyMore() {
        int taken = 0;
        for (; taken < 20_000; taken += FRAME_MILLIS) {
            comes(taken, taken * 2L);
        }
        assertThat(behind.forLong()).isTrue();
        for (long now = taken * 2L; taken < now + 2000; taken += FRAME_MILLIS) {
            comes(taken, Math.max(taken, now));
        }
        assertThat(behind.forLong()).isFalse();
        assertThat(behind.forANewViewer()).isFalse();
    }

    @Test
    void jitterAndLongKeyFramesAreNoReason() {
        for (int unit = 0; unit < 15_000; unit++) {
            long taken = (long) unit * FRAME_MILLIS;
            // Every two seconds a key frame that takes 800 ms, behind which the rest waits, and some jitter.
            long into = taken % 2000;
            long late = Math.max(0, 800 - into / 2) + unit * 7L % 90;
            comes(taken, taken + late);
        }
        assertThat(anew).isFalse();
        assertThat(renewed).isFalse();
    }

    @Test
    void aRelayOrALinkThatStoodForSomeSecondsIsNoReason() {
        for (int unit = 0; unit < 15_000; unit++) {
            long taken = (long) unit * FRAME_MILLIS;
            boolean stood = taken % 60_000 > 45_000;
            comes(taken, stood ? taken - taken % 60_000 + 60_000 : taken);
        }
        assertThat(anew).isFalse();
        assertThat(renewed).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, 1000})
    void aClockThatDriftsIsNoReason(int partsInAMillion) {
        for (int unit = 0; unit < 90_000; unit++) {
            long taken = (long) unit * FRAME_MILLIS;
            comes(taken, taken + taken * partsInAMillion / 1_000_000);
        }
        assertThat(anew).isFalse();
        assertThat(renewed).isFalse();
    }

    @Test
    void aClockThatLeapsIsNoReason() {
        for (int unit = 0; unit < 3000; unit++) {
            long taken = (long) unit * FRAME_MILLIS;
            comes(taken - taken / 10_000 * 30_000, taken);
        }
        assertThat(anew).isFalse();
        assertThat(renewed).isFalse();
    }

    @Test
    void aSourceThatStampsAtARateOfItsOwnIsFoundOutFirst() {
        for (int unit = 0; unit < 3000; unit++) {
            long taken = (long) unit * FRAME_MILLIS;
            comes((int) (taken * 48), unit % 50 == 0 ? 9000 : 1000, taken);
            if (Duration.ofMillis(taken).compareTo(Behind.OLD_ENOUGH) > 0) {
                assertThat(behind.forANewViewer()).isFalse();
            }
        }
        assertThat(renewed).isFalse();
    }

    @Test
    void whatIsNoPacketIsPassedOver() {
        for (int length = 0; length < 12; length++) {
            behind.rtp(ByteBuffer.allocate(12), 0, length, length);
            behind.rtcp(ByteBuffer.allocate(12), 0, length, length);
        }
        assertThat(behind.forLong()).isFalse();
    }
}
