package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnShowTest {
    private static final long MS = 1_000_000L;

    private final OnShow onShow = new OnShow();

    @Test
    void nothingOnShowBeatsNothing() {
        assertThat(onShow.beats(0, 10 * MS)).isFalse();
    }

    @Test
    void whatIsClearlyNewerBeats() {
        onShow.published(9_900 * MS, 10_000 * MS);
        assertThat(onShow.beats(7_000 * MS, 10_050 * MS)).isTrue();
        assertThat(onShow.beats(9_700 * MS, 10_050 * MS)).as("as new").isFalse();
        assertThat(onShow.beats(9_950 * MS, 10_050 * MS)).as("newer itself").isFalse();
    }

    @Test
    void whatStandsBeatsNothing() {
        onShow.published(9_900 * MS, 10_000 * MS);
        assertThat(onShow.beats(7_000 * MS, 11_000 * MS)).isFalse();
    }

    @Test
    void ofUnknownTimeItBeatsNothing() {
        onShow.published(0, 10_000 * MS);
        assertThat(onShow.beats(7_000 * MS, 10_050 * MS)).isFalse();
    }
}
