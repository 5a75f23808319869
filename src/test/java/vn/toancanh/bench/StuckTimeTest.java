package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StuckTimeTest {
    private static final long MILLI = 1_000_000;

    private final StuckTime stuck = new StuckTime(150 * MILLI);

    private void pictures(long ageMillis, long fromMillis, long toMillis) {
        for (long at = fromMillis; at < toMillis; at += 50) {
            stuck.shown(ageMillis * MILLI, at * MILLI);
        }
    }

    private long longest(long nowMillis) {
        return stuck.longestNanos(nowMillis * MILLI) / MILLI;
    }

    @Test
    void picturesThatAreNewEnoughAreNeverStuck() {
        pictures(90, 0, 10_000);
        assertThat(longest(10_000)).isZero();
    }

    @Test
    void nothingIsStuckBeforeTheFirstPicture() {
        assertThat(longest(60_000)).isZero();
    }

    @Test
    void theTimeRunsFromTheFirstOldPictureToTheNextNewOne() {
        pictures(90, 0, 1_000);
        pictures(151, 1_000, 4_000);
        pictures(150, 4_000, 5_000);
        assertThat(longest(5_000)).isBetween(2_950L, 3_000L);
    }

    @Test
    void theLongestOfSeveralCounts() {
        pictures(300, 0, 2_000);
        pictures(20, 2_000, 3_000);
        pictures(300, 3_000, 8_000);
        pictures(20, 8_000, 9_000);
        pictures(300, 9_000, 10_000);
        assertThat(longest(10_000)).isEqualTo(5_000);
    }

    @Test
    void oneThatHasNotEndedCountsUpToNow() {
        pictures(90, 0, 1_000);
        pictures(400, 1_000, 2_000);
        assertThat(longest(13_000)).isBetween(11_950L, 12_000L);
    }

    @Test
    void aPictureGrowsOldOnTheScreen() {
        pictures(50, 0, 1_000);
        assertThat(longest(950 + 100)).isZero();
        assertThat(longest(950 + 2_100)).isEqualTo(2_000);
        stuck.shown(50 * MILLI, 3_050 * MILLI);
        assertThat(longest(3_060)).isEqualTo(2_000);
    }

    @Test
    void anOldPictureAfterOneThatGrewOldGoesOnFromThere() {
        stuck.shown(50 * MILLI, 0);
        stuck.shown(400 * MILLI, 1_100 * MILLI);
        stuck.shown(50 * MILLI, 2_100 * MILLI);
        assertThat(longest(2_100)).isEqualTo(2_000);
    }
}
