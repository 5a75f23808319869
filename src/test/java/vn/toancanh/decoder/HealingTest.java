package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toancanh.rtsp.VideoTrack.Encoding;

/** Which pictures are held back until a decoder that begins amid a stream makes whole ones. */
class HealingTest {
    private static final int FRAME = 40_000;
    private static final byte[] LEANT_ON = {0, 0, 0, 1, 0x41, (byte) 0x88, (byte) 0x80};
    private static final byte[] NOT_LEANT_ON = {0, 0, 0, 1, 0x01, (byte) 0x88, (byte) 0x80};

    /** Of a slice whose type is none (H.264, 7.4.3). */
    private static final byte[] NO_SLICE = {0, 0, 0, 1, 0x41, (byte) 0x80, 0x1F, (byte) 0xFF};

    private static final byte[] NO_SLICE_NOT_LEANT_ON = {0, 0, 0, 1, 0x01, (byte) 0x80, 0x1F, (byte) 0xFF};

    private final Healing healing = new Healing(Encoding.H264);
    private long now;

    private void feed(int heals, boolean begins, byte[] data) {
        healing.fed(new UnitQueue.Unit(data, heals >= 0, 0, 0, () -> 0, 0, Math.max(0, heals), begins), now);
        now += FRAME;
    }

    private void feed(int units) {
        for (int i = 0; i < units; i++) {
            feed(-1, false, LEANT_ON);
        }
    }

    @Test
    void nothingIsHeldBackBehindAWholeKeyFrame() {
        feed(0, true, LEANT_ON);
        assertThat(healing.holds(0, now)).isFalse();
        feed(3);
        assertThat(healing.holds(5, now)).isFalse();
    }

    @Test
    void whatIsNotWholeIsHeldBackUntilTheLastOfItHasBeenDrawn() {
        feed(10, true, LEANT_ON);
        assertThat(healing.holds(0, now)).isTrue();
        feed(10);
        long broken = now - 2 * FRAME;
        assertThat(healing.holds(0, broken + 250_000)).isTrue();
        feed(8);
        assertThat(healing.holds(0, broken + 251_000)).isFalse();
    }

    @Test
    void onlyPicturesThatOthersLeanOnCount() {
        feed(5, true, LEANT_ON);
        for (int i = 0; i < 5; i++) {
            feed(-1, false, NOT_LEANT_ON);
            feed(-1, false, LEANT_ON);
        }
        long broken = now - 2 * FRAME;
        assertThat(healing.holds(0, broken + 249_000)).isTrue();
        assertThat(healing.holds(0, broken + 251_000)).isFalse();
    }

    @Test
    void aWholeKeyFrameEndsItAndAnotherRecoveryPointDoesNotBeginItAnew() {
        feed(100, true, LEANT_ON);
        feed(50);
        feed(100, false, LEANT_ON);
        feed(49);
        now += 300_000;
        assertThat(healing.holds(0, now)).isFalse();
        feed(100, true, LEANT_ON);
        assertThat(healing.holds(0, now)).as("after a loss").isTrue();
        feed(0, false, LEANT_ON);
        feed(6);
        assertThat(healing.holds(0, now)).isFalse();
    }

    @Test
    void aDecoderThatIsBehindIsWaitedForButNotForEver() {
        feed(1, true, LEANT_ON);
        feed(20);
        assertThat(healing.holds(0, now)).isFalse();
        assertThat(healing.holds(4, now)).isTrue();
        assertThat(healing.holds(4, now + 3_000_000)).isFalse();
    }

    @Test
    void whatLeansOnAKeyFrameThatNoDecoderCanBeginIsHeldBackUntilTheNextOne() {
        feed(0, true, NO_SLICE);
        feed(60);
        assertThat(healing.holds(0, now)).as("a decoder began with it").isTrue();
        feed(0, false, LEANT_ON);
        feed(7);
        assertThat(healing.holds(0, now)).isFalse();
        feed(0, false, NO_SLICE);
        feed(60);
        assertThat(healing.holds(0, now)).as("it came amid the stream").isTrue();
        feed(0, false, LEANT_ON);
        feed(7);
        assertThat(healing.holds(0, now)).isFalse();
    }

    @Test
    void aUnitThatNoDecoderCanBeginIsAsGoodAsLostUnlessNothingLeansOnIt() {
        feed(0, true, LEANT_ON);
        feed(-1, false, NO_SLICE_NOT_LEANT_ON);
        feed(2);
        assertThat(healing.holds(0, now)).isFalse();
        feed(-1, false, NO_SLICE);
        feed(20);
        assertThat(healing.holds(0, now)).isTrue();
        feed(10, false, LEANT_ON);
        feed(8);
        assertThat(healing.holds(0, now))
                .as("a recovery point heals as after a loss")
                .isTrue();
        feed(9);
        assertThat(healing.holds(0, now)).isFalse();
    }
}
