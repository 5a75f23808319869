package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrearsTest {
    private static final long MS = 1000L;

    private final Arrears arrears = new Arrears();
    private final DecoderCount count = new DecoderCount();

    private void fed(int units) {
        for (int unit = 0; unit < units; unit++) {
            arrears.fed();
        }
    }

    private void drew(int first, int pictures, long atMicros) {
        for (int picture = first; picture < first + pictures; picture++) {
            arrears.drew(picture, atMicros);
        }
    }

    @Test
    void beforeAnyPictureAllWaits() {
        fed(60);
        assertThat(arrears.waiting(count)).isEqualTo(56);
    }

    @Test
    void picturesThatAreDrawnTellWhatWaits() {
        fed(60);
        drew(1, 20, 100 * MS);
        assertThat(arrears.waiting(count)).isEqualTo(36);
        assertThat(arrears.level()).isFalse();
        drew(21, 36, 900 * MS);
        assertThat(arrears.waiting(count)).isZero();
        assertThat(arrears.level()).isTrue();
    }

    @Test
    void ofASceneThatStandsTheDecoderItselfTells() {
        fed(60);
        arrears.drew(1, 100 * MS);
        count.look(80, 60, 200 * MS);
        assertThat(arrears.waiting(count)).isEqualTo(16);
        count.look(118, 60, 460 * MS);
        assertThat(arrears.waiting(count)).isZero();
        assertThat(arrears.level()).isTrue();
    }

    @Test
    void whoeverNeverGetsLevelIsJudgedByTheCountAfterAWhile() {
        fed(60);
        drew(1, 10, 100 * MS);
        assertThat(arrears.waiting(count)).isEqualTo(46);
        drew(10, 1, 10_200 * MS);
        assertThat(arrears.waiting(count)).isZero();
    }

    @Test
    void whoBeginsWithOneIsLevelAtOnce() {
        fed(1);
        drew(1, 1, 50 * MS);
        assertThat(arrears.level()).isTrue();
    }

    @Test
    void whatMakesNoPictureIsNotWaitedFor() {
        for (int unit = 0; unit < 60; unit++) {
            arrears.fed();
            if (unit % 2 == 1) {
                arrears.makesNone();
            }
        }
        drew(1, 20, 100 * MS);
        assertThat(arrears.undrawn()).isEqualTo(10);
        assertThat(arrears.waiting(count)).isEqualTo(6);
    }
}
