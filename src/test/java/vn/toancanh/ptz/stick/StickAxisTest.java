package vn.toancanh.ptz.stick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import vn.toancanh.ptz.Deflection;

/** How far a stick is deflected, and how fast that is. */
class StickAxisTest {
    private static StickAxis axis(double centre, double dead, double curve) {
        return new StickAxis(0, false, centre, dead, curve);
    }

    @Test
    void nothingMovesInTheDeadZoneAndAtItsEdgeItMovesSlowly() {
        StickAxis axis = axis(0, 0.30, 2);
        assertThat(axis.speed(0)).isZero();
        assertThat(axis.speed(0.30)).isZero();
        assertThat(axis.speed(-0.30)).isZero();
        assertThat(axis.speed(0.301)).isCloseTo(Deflection.LEAST, within(0.001));
        assertThat(axis.speed(-0.301)).isCloseTo(-Deflection.LEAST, within(0.001));
    }

    @Test
    void eitherEndIsTheFastestAlsoWhereTheCentreIsNotInTheMiddle() {
        for (double centre : new double[] {-0.3, 0, 0.12, 0.3}) {
            StickAxis axis = axis(centre, 0.1, 2);
            assertThat(axis.speed(1)).isEqualTo(1);
            assertThat(axis.speed(-1)).isEqualTo(-1);
            assertThat(axis.speed(1.5)).isEqualTo(1);
            assertThat(axis.speed(centre)).isZero();
        }
    }

    @Test
    void theCurveIsSlowAtFirstAndTheDeadZoneIsNoStep() {
        assertThat(axis(0, 0, 1).speed(0.5)).isCloseTo(0.5, within(0.03));
        assertThat(axis(0, 0, 2).speed(0.5)).isCloseTo(0.2875, within(1e-9));
        assertThat(axis(0, 0, 3).speed(0.5)).isCloseTo(0.16875, within(1e-9));
        assertThat(axis(0, 0.2, 1).speed(0.6)).isCloseTo(0.525, within(1e-9));
    }

    @Test
    void theOtherWayRoundIsTheOtherWayRound() {
        StickAxis axis = new StickAxis(0, true, 0.1, 0.1, 2);
        assertThat(axis.speed(1)).isEqualTo(-1);
        assertThat(axis.speed(-1)).isEqualTo(1);
        assertThat(axis.speed(0.1)).isZero();
    }

    @Test
    void whatIsNoNumberAndWhatIsNoAxisMoveNothing() {
        assertThat(axis(0, 0.1, 2).speed(Double.NaN)).isZero();
        assertThat(StickAxis.NONE.speed(1)).isZero();
    }

    @Test
    void fartherIsNeverSlowerAndNeverBeyondTheFastest() {
        RandomGenerator random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            StickAxis axis = axis(random.nextDouble(-0.3, 0.3), random.nextDouble(0, 0.3), random.nextDouble(1, 3));
            double one = random.nextDouble(-1.1, 1.1);
            double other = random.nextDouble(-1.1, 1.1);
            assertThat(axis.speed(Math.max(one, other)))
                    .as(axis + " at " + one + " and " + other)
                    .isGreaterThanOrEqualTo(axis.speed(Math.min(one, other)))
                    .isBetween(-1.0, 1.0);
        }
    }

    @Test
    void numbersOutOfTheirRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> axis(0, 0.31, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> axis(0, -0.01, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> axis(0.31, 0.1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> axis(Double.NaN, 0.1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> axis(0, 0.1, 0.9));
        assertThatIllegalArgumentException().isThrownBy(() -> axis(0, 0.1, 3.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StickAxis(32, false, 0, 0.1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new StickAxis(-2, false, 0, 0.1, 2));
    }
}
