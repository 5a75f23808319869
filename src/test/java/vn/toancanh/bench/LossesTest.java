package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When tiles left pictures out, and whether it was the wall's doing. */
class LossesTest {
    private static final long MS = 1_000_000L;

    private final Losses losses = new Losses();

    private void lost(int camera, long millis, int pictures) {
        losses.add(new Losses.Loss(camera, millis * MS, pictures));
    }

    @Test
    void whatIsLostInOneLookAtTheScreenIsOneMoment() {
        lost(9, 500, 1);
        for (int camera = 1; camera <= 5; camera++) {
            lost(camera, 1300 + camera, 1);
        }
        lost(6, 2000, 3);
        List<Losses.Moment> moments = losses.since(1000 * MS, Set.of(1, 2, 3, 4, 6, 9));
        assertThat(moments)
                .as("neither what was before, nor what is not asked for")
                .containsExactly(new Losses.Moment(301, 4, 4), new Losses.Moment(1000, 1, 3));
        assertThat(moments.getFirst().ofTheWall()).isTrue();
        assertThat(moments.getLast().ofTheWall()).isFalse();
        assertThat(moments).hasToString("[4 in 4 tiles at 0.3 s, 3 in 1 tile at 1.0 s]");
    }

    @Test
    void nothingLostIsNoMoment() {
        assertThat(losses.since(0, Set.of(1))).isEmpty();
    }
}
