package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingWatchTest {
    private static final long HALF_SECOND = 500_000_000L;
    private static final long STILL = 60_000_000_000L;

    private final DecodingWatch watch = new DecodingWatch();
    private long now;
    private long fed;
    private long made;

    /** Half a second in which so many units went in and the decoder's count grew by so much. */
    private boolean next(int units, int count, long sameNanos) {
        now += HALF_SECOND;
        fed += units;
        made += count;
        return watch.stopped(fed, made, sameNanos, now);
    }

    private void healthy(int looks, int countAUnit) {
        for (int i = 0; i < looks; i++) {
            assertThat(next(8, 8 * countAUnit, STILL)).as("look %d", i).isFalse();
        }
    }

    @Test
    void aStillSceneThatIsDecodedIsNeverTakenForAStop() {
        healthy(200, 2);
    }

    @Test
    void unitsThatNoPictureIsMadeOfAreAStopWithinTwoAndAHalfSeconds() {
        healthy(20, 2);
        boolean stopped = false;
        for (int i = 0; i < 5; i++) {
            stopped |= next(8, 8, STILL);
        }
        assertThat(stopped).isTrue();
    }

    /** It is fed until a few units wait, and then only as it takes them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void aStarvedDecoderOfAStillSceneHasNotStopped(int decodedALook) {
        healthy(20, 2);
        int waiting = 0;
        for (int i = 0; i < 120; i++) {
            int taken = Math.min(8, decodedALook + 9 - waiting);
            waiting += taken - decodedALook;
            assertThat(next(taken, 2 * decodedALook, STILL)).as("look %d", i).isFalse();
        }
    }

    @Test
    void oneThatIsStarvedAndThenStopsIsToldAsWell() {
        healthy(20, 2);
        for (int i = 0; i < 20; i++) {
            next(i == 0 ? 8 : 3, i == 0 ? 0 : 6, STILL);
        }
        boolean stopped = false;
        for (int i = 0; i < 12; i++) {
            stopped |= next(3, 3, STILL);
        }
        assertThat(stopped).isTrue();
    }

    @Test
    void aLibVlcThatCountsPicturesAloneIsUnderstoodAsWell() {
        healthy(20, 1);
        boolean stopped = false;
        for (int i = 0; i < 5; i++) {
            stopped |= next(8, 0, STILL);
        }
        assertThat(stopped).isTrue();
    }

    @Test
    void aDecoderThatHangsHasStopped() {
        healthy(20, 2);
        boolean stopped = false;
        for (int i = 0; i < 5; i++) {
            stopped |= next(8, 0, STILL);
        }
        assertThat(stopped).isTrue();
    }

    @Test
    void picturesThatChangeAreProofEnoughHoweverFarBehindTheCountIs() {
        healthy(20, 2);
        for (int i = 0; i < 20; i++) {
            assertThat(next(8, 4, HALF_SECOND)).isFalse();
        }
    }

    @Test
    void aCameraThatStoppedSendingIsNotTheDecodersFault() {
        healthy(20, 2);
        for (int i = 0; i < 100; i++) {
            assertThat(next(0, 0, STILL)).isFalse();
        }
    }

    @Test
    void whatIsNotKnownIsNoStop() {
        for (int i = 0; i < 100; i++) {
            now += HALF_SECOND;
            assertThat(watch.stopped(i * 8L, -1, STILL, now)).isFalse();
        }
    }

    @Test
    void onePictureASecondIsNoStop() {
        for (int i = 0; i < 100; i++) {
            assertThat(next(i % 2, 2 * (i % 2), STILL)).isFalse();
        }
    }
}
