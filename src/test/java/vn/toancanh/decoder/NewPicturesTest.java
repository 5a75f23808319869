package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NewPicturesTest {
    private static final long FRAME = 66_667;
    private static final long REDISPLAY = 80_000;

    private final NewPictures pictures = new NewPictures();

    private void fed(long dueMicros, long takenNanos) {
        pictures.fed(dueMicros, 0, () -> takenNanos);
    }

    @Test
    void aPictureThatDiffersIsNew() {
        fed(1000, 7);
        assertThat(pictures.drawn(false, true, 1010)).isTrue();
        assertThat(pictures.takenNanos(0)).isEqualTo(7);
    }

    /** Where the key frame of a stream with one a minute is lost, what leans on it is held back until the next. */
    @Test
    void howOldAPictureIsCanBeAskedHoweverLongNoneWasCounted() {
        fed(1000, 1);
        assertThat(pictures.drawn(false, true, 1010)).isTrue();
        for (int i = 2; i <= 900; i++) {
            fed(i * FRAME, i);
        }
        assertThat(pictures.takenNanos(8)).isEqualTo(645);
        assertThat(pictures.takenNanos(800)).as("the oldest that is remembered").isEqualTo(645);
    }

    @Test
    void aFirstPictureThatIsDrawnBeforeItIsDueIsAsOldAsWhatWasFed() {
        assertThat(pictures.takenNanos(0)).as("nothing was fed").isZero();
        pictures.begins(() -> 7);
        assertThat(pictures.takenNanos(0))
                .as("its decoder is given it to begin with")
                .isEqualTo(7);
        fed(400_000, 7);
        assertThat(pictures.drawn(false, true, 20_000)).isTrue();
        assertThat(pictures.takenNanos(0)).isEqualTo(7);
    }

    @Test
    void aStreamThatStopsIsDrawnAgainAndCountsNoMore() {
        long now = 0;
        for (int i = 0; i < 30; i++) {
            now += FRAME;
            fed(now, i);
            assertThat(pictures.drawn(false, true, now + 10_000)).isTrue();
        }
        for (int i = 0; i < 100; i++) {
            now += REDISPLAY;
            assertThat(pictures.drawn(true, true, now)).isFalse();
        }
        assertThat(pictures.redisplayed()).isEqualTo(100);
    }

    @Test
    void aStillSceneCountsOnePictureForEachUnit() {
        int fresh = 0;
        for (int i = 1; i <= 150; i++) {
            fed(i * FRAME, i);
            fresh += pictures.drawn(i > 1, true, i * FRAME + 10_000) ? 1 : 0;
        }
        assertThat(fresh).isBetween(148, 150);
    }

    @Test
    void aStillSceneAtOneFrameASecondCountsOneASecondThoughItIsDrawnTwelveTimes() {
        int fresh = 0;
        long next = 1_000_000;
        for (long now = REDISPLAY; now < 60_000_000; now += REDISPLAY) {
            if (now >= next) {
                fed(next, 1);
                next += 1_000_000;
            }
            fresh += pictures.drawn(now > REDISPLAY, true, now) ? 1 : 0;
        }
        assertThat(fresh).isBetween(58, 61);
    }

    @Test
    void aRedisplayJustBeforeANewPictureDoesNotUseItsUnitUp() {
        fed(0, 1);
        assertThat(pictures.drawn(false, true, 0)).isTrue();
        fed(100_000, 2);
        assertThat(pictures.drawn(true, true, 101_000))
                .as("drawn again while the new one is a little late")
                .isFalse();
        assertThat(pictures.drawn(false, true, 105_000)).isTrue();
        assertThat(pictures.drawn(true, true, 185_000)).isFalse();
    }

    @Test
    void whatIsDrawnAgainWhileTheDecoderMakesNothingIsNotNewThoughUnitsGoOnComing() {
        fed(FRAME, 1);
        assertThat(pictures.drawn(false, true, FRAME)).isTrue();
        for (int i = 2; i <= 100; i++) {
            fed(i * FRAME, i);
            assertThat(pictures.drawn(true, false, i * FRAME + 60_000)).isFalse();
        }
    }

    @Test
    void aPictureIsAsOldAsTheUnitsThatStillWaitAllow() {
        for (int i = 1; i <= 600; i++) {
            fed(i * FRAME, i);
        }
        assertThat(pictures.drawn(false, true, 600 * FRAME)).isTrue();
        assertThat(pictures.takenNanos(0)).isEqualTo(600);
        assertThat(pictures.takenNanos(45)).isEqualTo(555);
        assertThat(pictures.takenNanos(100_000)).as("as old as is remembered").isEqualTo(345);
    }
}
