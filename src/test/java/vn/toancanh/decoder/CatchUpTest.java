package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final long MS = 1000L;

    private boolean beaten;

    private boolean holds(CatchUp catchUp, int likeness, long nowMicros) {
        if (catchUp.over()) {
            return false;
        }
        catchUp.drew(likeness, nowMicros);
        return catchUp.holds(beaten, nowMicros);
    }

    @Test
    void aPlayerThatBeginsWithAKeyFrameHoldsNothingBack() {
        CatchUp catchUp = new CatchUp(1);
        catchUp.fed(0);
        assertThat(holds(catchUp, 1, 5 * MS)).isFalse();
    }

    @Test
    void ofABurstOnlyTheLastPictureIsSeen() {
        CatchUp catchUp = new CatchUp(30);
        for (int unit = 0; unit < 30; unit++) {
            catchUp.fed(unit * MS);
        }
        for (int picture = 1; picture < 30; picture++) {
            assertThat(holds(catchUp, picture, 2L * picture * MS))
                    .as("picture %d", picture)
                    .isTrue();
        }
        assertThat(holds(catchUp, 30, 60 * MS)).isFalse();
        assertThat(holds(catchUp, 31, 67 * MS)).as("and all that follow").isFalse();
    }

    @Test
    void aPictureDrawnAgainIsNotTheNext() {
        CatchUp catchUp = new CatchUp(3);
        catchUp.fed(0);
        assertThat(holds(catchUp, 1, 0)).isTrue();
        assertThat(holds(catchUp, 1, 80 * MS)).isTrue();
        assertThat(holds(catchUp, 1, 160 * MS)).isTrue();
        catchUp.fed(170 * MS);
        catchUp.fed(170 * MS);
        assertThat(holds(catchUp, 2, 172 * MS)).isTrue();
        assertThat(holds(catchUp, 3, 174 * MS)).isFalse();
    }

    @Test
    void aDecoderThatKeepsPicturesBackIsNotWaitedFor() {
        CatchUp catchUp = new CatchUp(10);
        for (int unit = 0; unit < 10; unit++) {
            catchUp.fed(0);
        }
        for (int picture = 1; picture < 8; picture++) {
            assertThat(holds(catchUp, picture, picture * MS)).isTrue();
        }
        assertThat(holds(catchUp, 7, 260 * MS))
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
            assertThat(holds(catchUp, picture, (10 + picture) * MS))
                    .as("picture %d", picture)
                    .isTrue();
        }
        assertThat(holds(catchUp, 5, 20 * MS)).isFalse();
    }

    @Test
    void unitsThatAreStillToBeFedAreWaitedForButNotForEver() {
        CatchUp catchUp = new CatchUp(400);
        catchUp.fed(0);
        assertThat(holds(catchUp, 1, 10 * MS)).isTrue();
        assertThat(holds(catchUp, 2, 900 * MS)).isTrue();
        assertThat(holds(catchUp, 3, 1600 * MS)).isFalse();
    }

    @Test
    void aSlowDecoderThatComesNearerIsWaitedFor() {
        CatchUp catchUp = burstOf(45);
        for (int picture = 1; picture < 45; picture++) {
            assertThat(holds(catchUp, picture, 25L * picture * MS))
                    .as("picture %d", picture)
                    .isTrue();
        }
        assertThat(holds(catchUp, 45, 1125 * MS)).isFalse();
    }

    @Test
    void oneThatComesNoNearerThanItIsHasCaughtUp() {
        CatchUp catchUp = burstOf(10);
        for (int picture = 1; picture < 8; picture++) {
            assertThat(holds(catchUp, picture, picture * MS)).isTrue();
        }
        catchUp.fed(66 * MS);
        assertThat(holds(catchUp, 8, 70 * MS)).isTrue();
        catchUp.fed(132 * MS);
        assertThat(holds(catchUp, 9, 140 * MS)).isTrue();
        catchUp.fed(198 * MS);
        assertThat(holds(catchUp, 10, 205 * MS)).isTrue();
        catchUp.fed(264 * MS);
        assertThat(holds(catchUp, 11, 270 * MS)).as("three are kept back").isFalse();
    }

    @Test
    void whereAnotherShowsNewerOnesItTakesItsTimeButNotForEver() {
        beaten = true;
        CatchUp catchUp = burstOf(400);
        assertThat(holds(catchUp, 1, 10 * MS)).isTrue();
        assertThat(holds(catchUp, 2, 1600 * MS))
                .as("a decoder that is too busy")
                .isTrue();
        beaten = false;
        assertThat(holds(catchUp, 3, 1700 * MS)).as("the other one stands now").isFalse();

        beaten = true;
        CatchUp hopeless = burstOf(400);
        assertThat(holds(hopeless, 1, 10 * MS)).isTrue();
        assertThat(holds(hopeless, 2, 5000 * MS)).isTrue();
        assertThat(holds(hopeless, 3, 5011 * MS)).isFalse();
    }

    private static CatchUp burstOf(int units) {
        CatchUp catchUp = new CatchUp(units);
        for (int unit = 0; unit < units; unit++) {
            catchUp.fed(0);
        }
        return catchUp;
    }
}
