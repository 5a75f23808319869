package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TileRecordTest {
    private static final long SECOND = 1_000_000_000L;

    private final TileRecord tile = new TileRecord();

    /** Says the same every 100 ms from one second to another, the end left out. */
    private void says(String state, double from, double to) {
        for (int i = (int) Math.round(from * 10); i < Math.round(to * 10); i++) {
            tile.said(i * SECOND / 10, state);
        }
    }

    /** The same while its pixels move. */
    private void saysMoving(String state, double from, double to) {
        for (int i = (int) Math.round(from * 10); i < Math.round(to * 10); i++) {
            tile.moved(i * SECOND / 10, 60_000_000);
            tile.said(i * SECOND / 10, state);
        }
    }

    @Test
    void leavesLiveWhereItFirstSaysSomethingElseAfterTheFault() {
        tile.expectTrouble(TileRecord.LIE_AFTER);
        says("LATE", 0, 0.5);
        says("LIVE", 0.5, 4);
        says("LATE", 4, 5);
        says("FROZEN", 5, 8);
        assertThat(tile.leftLive(2 * SECOND)).isEqualTo(OptionalLong.of(4 * SECOND));
        assertThat(tile.leftLive(6 * SECOND)).isEqualTo(OptionalLong.of(6 * SECOND));
        assertThat(tile.stateAt(4 * SECOND)).isEqualTo("LATE");
        assertThat(tile.stateAt(6 * SECOND)).isEqualTo("FROZEN");
    }

    @Test
    void aTileThatStaysLiveHasNotLeft() {
        saysMoving("LIVE", 0, 9);
        assertThat(tile.leftLive(SECOND)).isEmpty();
    }

    @Test
    void isBackOnlyWhereItStaysLive() {
        tile.expectTrouble(TileRecord.LIE_AFTER);
        saysMoving("RECONNECTING", 0, 3);
        saysMoving("LIVE", 3, 3.5);
        saysMoving("LATE", 3.5, 5);
        assertThat(tile.backLive(SECOND, Duration.ofSeconds(1))).isEmpty();
        saysMoving("LIVE", 5, 5.8);
        assertThat(tile.backLive(SECOND, Duration.ofSeconds(1))).isEmpty();
        saysMoving("LIVE", 5.8, 7);
        assertThat(tile.backLive(SECOND, Duration.ofSeconds(1))).isEqualTo(OptionalLong.of(5 * SECOND));
        assertThat(tile.backLive(SECOND, Duration.ofMillis(400))).isEqualTo(OptionalLong.of(3 * SECOND));
    }

    @Test
    void liveOverPixelsThatStandStillForMoreThanThreeSecondsIsOneLieForAsLongAsItLasts() {
        saysMoving("LIVE", 0, 2);
        says("LIVE", 2, 4.9);
        assertThat(tile.lies()).isZero();
        says("LIVE", 4.9, 7);
        assertThat(tile.lies()).isEqualTo(1);
        assertThat(tile.lyingMillis()).isBetween(1700L, 2100L);
        saysMoving("LIVE", 7, 8);
        says("LIVE", 8, 12);
        assertThat(tile.lies()).isEqualTo(2);
    }

    @Test
    void whoSaysThatItIsNotLiveDoesNotLie() {
        saysMoving("LIVE", 0, 2);
        says("LATE", 2, 4);
        says("FROZEN", 4, 20);
        assertThat(tile.lies()).isZero();
    }

    @Test
    void whatCountsAsLiveOwesMovementToo() {
        saysMoving("LIVE", 0, 1);
        says("LATE", 1, 4.8);
        assertThat(tile.lies()).isZero();
        says("LATE", 4.8, 6);
        assertThat(tile.lies()).isEqualTo(1);
        saysMoving("QUARANTINED", 6, 7);
        says("QUARANTINED", 7, 12);
        assertThat(tile.lies()).isEqualTo(2);
        saysMoving("REDUCED", 12, 13);
        says("REDUCED", 13, 20);
        assertThat(tile.lies()).as("a key frame may take that long").isEqualTo(2);
        saysMoving("REDUCED", 20, 21);
        says("REDUCED", 21, 30);
        assertThat(tile.lies()).as("and no longer").isEqualTo(3);
        assertThat(tile.liveNanos()).isEqualTo(tile.heardNanos());
        says("FROZEN", 30, 60);
        assertThat(tile.liveNanos()).isBetween(29 * SECOND, 31 * SECOND);
    }

    @Test
    void aTileThatComesBackHasHalfASecondForItsFirstPicture() {
        saysMoving("LIVE", 0, 1);
        says("FROZEN", 1, 20);
        says("LIVE", 20, 20.5);
        saysMoving("LIVE", 20.5, 22);
        assertThat(tile.lies()).isZero();
        says("FROZEN", 22, 40);
        says("LIVE", 40, 41);
        assertThat(tile.lies()).isEqualTo(1);
    }

    @Test
    void flickeringBetweenLiveAndLateDoesNotHideALie() {
        saysMoving("LIVE", 0, 1);
        for (int i = 0; i < 4; i++) {
            says("LIVE", 1 + 2 * i, 2 + 2 * i);
            says("LATE", 2 + 2 * i, 3 + 2 * i);
        }
        assertThat(tile.lies()).as("two as LIVE, two as LATE").isEqualTo(4);
    }

    /** Says the same while its pixels move, each picture that old when it comes. */
    private void saysOld(String state, double from, double to, double ageSeconds) {
        for (int i = (int) Math.round(from * 10); i < Math.round(to * 10); i++) {
            tile.moved(i * SECOND / 10, (long) (ageSeconds * SECOND));
            tile.said(i * SECOND / 10, state);
        }
    }

    @Test
    void liveOverPicturesThatMoveButAreOldIsALie() {
        saysMoving("LIVE", 0, 1);
        saysOld("LIVE", 1, 5, 2.9);
        assertThat(tile.lies()).isZero();
        saysOld("LIVE", 5, 5.9, 3.1);
        saysMoving("LIVE", 5.9, 7);
        assertThat(tile.lies()).as("under a second").isZero();
        saysOld("LIVE", 7, 10, 3.1);
        assertThat(tile.lies()).isEqualTo(1);
        assertThat(tile.lyingMillis()).isBetween(1700L, 2100L);
        saysMoving("LIVE", 10, 11);
        saysOld("REDUCED", 11, 13, 4);
        assertThat(tile.lies()).as("fewer pictures, but none old").isEqualTo(2);
    }

    @Test
    void onePictureOfAnotherTimeThatStandsIsJudgedByHowLongItStands() {
        saysMoving("LIVE", 0, 1);
        tile.expectTrouble(Duration.ofSeconds(10));
        tile.moved(SECOND, 12 * SECOND);
        says("LIVE", 1, 10.9);
        assertThat(tile.lies()).isZero();
        tile.moved(11 * SECOND, 12 * SECOND);
        says("LIVE", 10.9, 12);
        assertThat(tile.lies())
                .as("the second in a row, and a second of patience not yet over")
                .isZero();
        says("LIVE", 12, 13);
        assertThat(tile.lies()).isEqualTo(1);
    }

    @Test
    void aSpoiltPictureIsNewWhereTheTileCountsAsLive() {
        saysMoving("LIVE", 0, 1);
        tile.spoilt(SECOND * 3);
        says("LIVE", 1, 5.9);
        assertThat(tile.lies()).isZero();
        says("LIVE", 5.9, 7);
        assertThat(tile.lies()).isEqualTo(1);
        says("FROZEN", 7, 20);
        tile.spoilt(SECOND * 19);
        says("LIVE", 20, 20.4);
        assertThat(tile.lies()).isEqualTo(1);
        says("LIVE", 20.4, 21);
        assertThat(tile.lies()).as("a frozen tile is drawn over").isEqualTo(2);
    }

    @Test
    void whoSaysThatItIsLateHidesNoAgeUnlessItFlickers() {
        saysMoving("LIVE", 0, 1);
        saysOld("LATE", 1, 20, 8);
        assertThat(tile.lies()).isZero();
        saysOld("LIVE", 20, 20.4, 8);
        saysOld("LATE", 20.4, 21, 8);
        assertThat(tile.lies()).isZero();
        saysOld("LIVE", 21, 21.9, 8);
        saysOld("LATE", 21.9, 23, 8);
        assertThat(tile.lies()).isEqualTo(1);
    }

    @Test
    void ageIsJudgedAsLenientlyAsStandingIs() {
        saysMoving("LIVE", 0, 1);
        tile.expectTrouble(Duration.ofSeconds(10));
        saysOld("LIVE", 1, 10, 9);
        assertThat(tile.lies()).isZero();
        tile.stopJudging();
        saysOld("LIVE", 10, 20, 11);
        assertThat(tile.lies()).isZero();
    }

    @Test
    void tellsWhenPicturesFirstCameLate() {
        saysOld("LIVE", 0, 1, 1.1);
        tile.expectTrouble(TileRecord.LIE_AFTER);
        saysOld("LIVE", 1, 2, 0.9);
        assertThat(tile.lateAtNanos()).isEmpty();
        saysOld("LIVE", 2, 3, 1.1);
        assertThat(tile.lateAtNanos()).isEqualTo(OptionalLong.of(2 * SECOND));
    }

    @Test
    void whatStandsStillByItsFaultHasLonger() {
        saysMoving("LIVE", 0, 1);
        tile.expectTrouble(Duration.ofSeconds(10));
        says("LIVE", 1, 10.9);
        assertThat(tile.lies()).isZero();
        says("LIVE", 10.9, 11.5);
        assertThat(tile.lies()).isEqualTo(1);
    }

    @Test
    void onlyAWholeCamerasTileGivesAFalseAlarmEachTimeItLeavesLive() {
        saysMoving("LIVE", 0, 1);
        saysMoving("LATE", 1, 2);
        saysMoving("FROZEN", 2, 3);
        saysMoving("LIVE", 3, 4);
        assertThat(tile.falseAlarms()).isEqualTo(Map.of("LATE", 1));
        tile.expectTrouble(TileRecord.LIE_AFTER);
        saysMoving("BLACK", 4, 5);
        saysMoving("LIVE", 5, 6);
        tile.expectNothing();
        saysMoving("UNCHANGED", 6, 7);
        assertThat(tile.falseAlarms()).isEqualTo(Map.of("LATE", 1, "UNCHANGED", 1));
    }

    @Test
    void isCalmOnlyWhenWholeAndLiveForAWhile() {
        saysMoving("LATE", 0, 1);
        saysMoving("LIVE", 1, 3);
        assertThat(tile.calm(3 * SECOND, Duration.ofSeconds(2))).isTrue();
        assertThat(tile.calm(2 * SECOND, Duration.ofSeconds(2))).isFalse();
        tile.expectTrouble(TileRecord.LIE_AFTER);
        assertThat(tile.calm(3 * SECOND, Duration.ofSeconds(2))).isFalse();
    }
}
