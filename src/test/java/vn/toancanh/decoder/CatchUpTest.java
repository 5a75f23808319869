package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final long MS = 1000L;

    private Arrears arrears = new Arrears();
    private boolean beaten;

    private void feed(CatchUp catchUp, long nowMicros) {
        arrears.fed();
        catchUp.fed(nowMicros);
    }

    private boolean holds(CatchUp catchUp, int likeness, long nowMicros) {
        arrears.drew(likeness, nowMicros);
        return !catchUp.over() && catchUp.holds(beaten, nowMicros);
    }

    @Test
    void aPlayerThatBeginsWithAKeyFrameHoldsNothingBack() {
        CatchUp catchUp = new CatchUp(1, arrears);
        feed(catchUp, 0);
        assertThat(holds(catchUp, 1, 5 * MS)).isFalse();
    }

    @Test
    void ofABurstOnlyTheLastPictureIsSeen() {
        CatchUp catchUp = new CatchUp(30, arrears);
        for (int unit = 0; unit < 30; unit++) {
            feed(catchUp, unit * MS);
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
        CatchUp catchUp = new CatchUp(3, arrears);
        feed(catchUp, 0);
        assertThat(holds(catchUp, 1, 0)).isTrue();
        assertThat(holds(catchUp, 1, 80 * MS)).isTrue();
        assertThat(holds(catchUp, 1, 160 * MS)).isTrue();
        feed(catchUp, 170 * MS);
        feed(catchUp, 170 * MS);
        assertThat(holds(catchUp, 2, 172 * MS)).isTrue();
        assertThat(holds(catchUp, 3, 174 * MS)).isFalse();
    }

    @Test
    void aDecoderThatKeepsPicturesBackIsNotWaitedFor() {
        CatchUp catchUp = new CatchUp(10, arrears);
        for (int unit = 0; unit < 10; unit++) {
            feed(catchUp, 0);
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
        CatchUp catchUp = new CatchUp(2, arrears);
        for (int unit = 0; unit < 6; unit++) {
            feed(catchUp, unit * MS);
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
        CatchUp catchUp = new CatchUp(400, arrears);
        feed(catchUp, 0);
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
        feed(catchUp, 66 * MS);
        assertThat(holds(catchUp, 8, 70 * MS)).isTrue();
        feed(catchUp, 132 * MS);
        assertThat(holds(catchUp, 9, 140 * MS)).isTrue();
        feed(catchUp, 198 * MS);
        assertThat(holds(catchUp, 10, 205 * MS)).isTrue();
        feed(catchUp, 264 * MS);
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

    private CatchUp burstOf(int units) {
        arrears = new Arrears();
        CatchUp catchUp = new CatchUp(units, arrears);
        for (int unit = 0; unit < units; unit++) {
            feed(catchUp, 0);
        }
        return catchUp;
    }
}
