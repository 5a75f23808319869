package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryReadingTest {
    private long share = 100_000;
    private long own = 60_000;
    private int walks;
    private final MemoryReading reading = new MemoryReading(
            () -> {
                walks++;
                return share;
            },
            () -> own);

    @Test
    void growthIsSeenAtTheNextReadingWithoutWalkingAllPages() {
        assertThat(reading.kb()).isEqualTo(100_000);
        own += 250_000;
        assertThat(reading.kb()).isEqualTo(350_000);
        own -= 200_000;
        assertThat(reading.kb()).isEqualTo(150_000);
        assertThat(walks).isEqualTo(1);
    }

    @Test
    void theShareIsReadAnewEveryFifthTime() {
        for (int i = 0; i < 5; i++) {
            reading.kb();
        }
        share = 90_000;
        own = 10_000;
        assertThat(reading.kb()).isEqualTo(90_000);
        assertThat(walks).isEqualTo(2);
    }

    @Test
    void aSystemThatDoesNotTellIsNotGuessedFor() {
        share = 0;
        assertThat(reading.kb()).isZero();
        own += 500_000;
        assertThat(reading.kb()).isZero();
    }
}
