package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final long MS = 1000L;

    @Test
    void aPlayerThatBeginsWithAKeyFrameHoldsNothingBack() {
        CatchUp catchUp = new CatchUp(1);
        catchUp.fed(0);
        assertThat(catchUp.holds(1, 5 * MS)).isFalse();
    }

    @Test
    void ofABurstOnlyTheLastPictureIsSeen() {
        CatchUp catchUp = new CatchUp(30);
        for (int unit = 0; unit < 30; unit++) {
            catchUp.fed(unit * MS);
        }
        for (int picture = 1; picture < 30; picture++) {
            assertThat(catchUp.holds(picture, 2L * picture * MS))
                    .as("picture %d", picture)
                    .isTrue();
        }
        assertThat(catchUp.holds(30, 60 * MS)).isFalse();
        assertThat(catchUp.holds(31, 67 * MS)).as("and all that follow").isFalse();
    }

    @Test
    void aPictureDrawnAgainIsNotTheNext() {
        CatchUp catchUp = new CatchUp(3);
        catchUp.fed(0);
        assertThat(catchUp.holds(1, 0)).isTrue();
        assertThat(catchUp.holds(1, 80 * MS)).isTrue();
        assertThat(catchUp.holds(1, 160 * MS)).isTrue();
        catchUp.fed(170 * MS);
        catchUp.fed(170 * MS);
        assertThat(catchUp.holds(2, 172 * MS)).isTrue();
        assertThat(catchUp.holds(3, 174 * MS)).isFalse();
    }

    @Test
    void aDecoderThatKeepsPicturesBackIsNotWaitedFor() {
        CatchUp catchUp = new CatchUp(10);
        for (int unit = 0; unit < 10; unit++) {
            catchUp.fed(0);
        }
        for (int picture = 1; picture < 8; picture++) {
            assertThat(catchUp.holds(picture, picture * MS)).isTrue();
        }
        assertThat(catchUp.holds(7, 260 * MS))
                .as("drawn again for want of a new one")
                .isFalse();
    }

    @Test
    void whatComesWhileLibVlcStartsIsCaughtUpWithToo() {
        CatchUp catchUp = new CatchUp(2);
        for (int unit = 0; unit < 6; unit++) {
            catchUp.fed(unit * MS);
        }
        for (int picture = 1; picture < 5; picture++) {
            assertThat(catchUp.holds(picture, (10 + picture) * MS))
                    .as("picture %d", picture)
                    .isTrue();
        }
        assertThat(catchUp.holds(5, 20 * MS)).isFalse();
    }

    @Test
    void unitsThatAreStillToBeFedAreWaitedForButNotForEver() {
        CatchUp catchUp = new CatchUp(400);
        catchUp.fed(0);
        assertThat(catchUp.holds(1, 10 * MS)).isTrue();
        assertThat(catchUp.holds(2, 900 * MS)).isTrue();
        assertThat(catchUp.holds(3, 1600 * MS)).isFalse();
    }
}
