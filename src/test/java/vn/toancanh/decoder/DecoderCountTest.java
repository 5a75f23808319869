package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A decoder that counts as libVLC 3 does: one for each unit it takes, one for each picture, told four times a second. */
class DecoderCountTest {
    private static final long FRAME = 66_667;
    private static final long TOLD = 250_000;

    private final DecoderCount count = new DecoderCount();
    private long now = 1_000_000;
    private long toldAt;
    private int told;
    private long fed;
    private long waiting;
    private long taken;
    private long made;

    /** A unit comes, and the decoder takes so many of those that wait, and makes pictures of them or not. */
    private void unit(int takes, boolean pictures) {
        now += FRAME;
        if (now - toldAt >= TOLD) {
            told = (int) (taken + made);
            toldAt = now;
        }
        count.look(told, fed, now);
        fed++;
        waiting++;
        long some = Math.min(takes, waiting);
        waiting -= some;
        taken += some;
        made += pictures ? some : 0;
        if (pictures && some > 0) {
            count.changed();
        }
    }

    /** So many units come at one go, of which the decoder has taken none when libVLC counts for the first time. */
    private void beginsWith(int heap) {
        for (int i = 0; i < heap; i++) {
            now += 2_000;
            count.look(-1, fed, now);
            fed++;
            waiting++;
        }
        toldAt = now;
    }

    private void units(int times, int takes, boolean pictures) {
        for (int i = 0; i < times; i++) {
            unit(takes, pictures);
        }
    }

    @Test
    void aDecoderThatKeepsUpMakesAPictureOfEachUnitAndNothingWaits() {
        for (int i = 0; i < 3000; i++) {
            unit(1, true);
            assertThat(count.backlog()).isZero();
        }
        assertThat(count.pictures()).isBetween(2990L, 3000L);
        assertThat(count.makesPictures(now)).isTrue();
    }

    @Test
    void oneThatTakesUnitsAndMakesNothingIsToldWithinASecond() {
        units(300, 1, true);
        long before = count.pictures();
        units(15, 1, false);
        assertThat(count.makesPictures(now)).isFalse();
        assertThat(count.pictures()).isLessThan(before + 6);
    }

    @Test
    void aCameraOfOnePictureInTwoSecondsIsNotTakenForOneWithoutPictures() {
        for (int i = 0; i < 200; i++) {
            for (int idle = 0; idle < 20; idle++) {
                now += 100_000;
                count.look((int) (taken + made), fed, now);
                assertThat(count.makesPictures(now)).isTrue();
            }
            fed++;
            taken++;
            made++;
        }
    }

    @Test
    void unitsOfWhichNoPictureCanComeDoNotWait() {
        units(30, 1, true);
        for (int i = 0; i < 60; i++) {
            unit(1, false);
            count.makesNone();
            assertThat(count.backlog()).isZero();
        }
        units(60, 1, true);
        assertThat(count.backlog()).isZero();
    }

    @Test
    void unitsThatWaitAreCounted() {
        units(600, 1, true);
        units(30, 0, true);
        assertThat(count.backlog()).isBetween(14L, 30L);
    }

    /** A wall of which all tiles begin at once: it was never less behind, and yet its pictures are seconds old. */
    @Test
    void ofOneThatHasTooMuchToDoFromItsFirstUnitOnTheyAreToo() {
        beginsWith(50);
        units(60, 1, true);
        assertThat(count.backlog()).isBetween(40L, 52L);
        units(60, 3, true);
        assertThat(count.backlog()).as("once it has caught up").isZero();
    }

    @Test
    void whatADecoderKeepsOfItsFirstUnitsDoesNotWait() {
        beginsWith(6);
        units(600, 1, true);
        assertThat(count.backlog()).isZero();
    }

    @Test
    void aDecoderThatIsStarvedALittleFallsBehindAndIsSeenTo() {
        units(600, 1, true);
        for (int i = 0; i < 300; i++) {
            unit(i % 10 == 0 ? 0 : 1, true);
        }
        assertThat(count.backlog()).as("of thirty that wait").isBetween(25L, 31L);
        units(60, 3, true);
        assertThat(count.backlog()).as("once it has caught up").isZero();
    }

    @Test
    void unitsThatWereLostDoNotWaitForEver() {
        units(600, 1, true);
        units(6, 1, false);
        units(30, 1, true);
        assertThat(count.backlog()).isLessThanOrEqualTo(3);
        units(920, 1, true);
        assertThat(count.backlog()).isZero();
        assertThat(count.makesPictures(now)).isTrue();
    }

    /** What libavcodec throws away when it cannot keep up is taken, and never becomes a picture. */
    @Test
    void whenNothingIsHandedOverAnyMoreWhatWasLostDoesNotWait() {
        units(600, 1, true);
        units(60, 1, false);
        assertThat(count.backlog()).isGreaterThan(20);
        for (int i = 0; i < 50; i++) {
            now += 40_000;
            count.look((int) (taken + made), fed, now);
        }
        assertThat(count.backlog()).isZero();
    }

    @Test
    void aCountThatKnowsNothingOfPicturesThatWereDrawnTellsNothing() {
        for (int i = 0; i < 100; i++) {
            unit(1, false);
            count.changed();
        }
        assertThat(count.tells()).isFalse();
        assertThat(count.makesPictures(now)).isTrue();
        assertThat(count.backlog()).isZero();
    }

    @Test
    void noCountTellsNothing() {
        for (int i = 0; i < 100; i++) {
            now += FRAME;
            count.look(-1, i, now);
        }
        assertThat(count.tells()).isFalse();
        assertThat(count.makesPictures(now)).isTrue();
        assertThat(count.made()).isNegative();
    }
}
