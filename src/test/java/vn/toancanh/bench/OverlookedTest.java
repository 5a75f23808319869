package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OverlookedTest {
    private static final long MILLI = 1_000_000;

    private final Overlooked overlooked = new Overlooked();

    @Test
    void whoLooksOftenEnoughOverlooksNothing() {
        for (int i = 0; i < 1000; i++) {
            overlooked.looked(31 * MILLI);
        }
        assertThat(overlooked.of(3)).isZero();
    }

    @Test
    void oneMayHaveComeAndGoneForEachPulseInWhichNobodyLooked() {
        overlooked.looked(81 * MILLI);
        assertThat(overlooked.of(5)).isEqualTo(2);
    }

    @Test
    void noMoreAreOverlookedThanAreMissing() {
        overlooked.looked(500 * MILLI);
        assertThat(overlooked.of(1)).isEqualTo(1);
        assertThat(overlooked.of(4)).as("a picture was seen since").isZero();
    }
}
