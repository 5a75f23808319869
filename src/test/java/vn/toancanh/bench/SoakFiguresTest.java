package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class SoakFiguresTest {
    private static final double EXACT = 1e-9;

    @Test
    void aLineThroughPointsOnALineIsThatLine() {
        Trend trend = new Trend();
        for (int i = 0; i < 20; i++) {
            trend.add(1_000_000 + i * 0.1, 500 + 3 * i * 0.1);
        }
        assertThat(trend.slopePerHour()).isCloseTo(3, within(1e-6));
        assertThat(trend.growth()).isCloseTo(3 * 1.9, within(1e-6));
    }

    @Test
    void leastSquaresWeighEveryPoint() {
        Trend trend = new Trend();
        trend.add(0, 0);
        trend.add(1, 0);
        trend.add(2, 3);
        assertThat(trend.slopePerHour()).isCloseTo(1.5, within(EXACT));
        assertThat(trend.growth()).isCloseTo(3, within(EXACT));
    }

    @Test
    void nothingAndOneValueDoNotGrow() {
        Trend trend = new Trend();
        assertThat(trend.growth()).isZero();
        trend.add(1, 7);
        assertThat(trend.growth()).isZero();
        trend.add(1, 9);
        assertThat(trend.slopePerHour()).isZero();
    }

    @Test
    void whatGrowsWhileWarmingUpDoesNotCount() {
        SoakFigures figures = new SoakFigures(1);
        figures.add(0, new Footprint(100, 10, 10));
        figures.add(0.2, new Footprint(900, 90, 90));
        for (int i = 0; i <= 7; i++) {
            figures.add(0.25 + i * 0.1, new Footprint(1000, 100, 100));
        }
        assertThat(figures.memorySlopeMbPerHour()).isCloseTo(0, within(EXACT));
        assertThat(figures.threadsGrowth()).isCloseTo(0, within(EXACT));
        assertThat(figures.all()).containsEntry("samples", 10).containsEntry("warmSamples", 8);
        assertThat(SoakDrill.missed(figures, 1, 9, 0, 36)).isEmpty();
    }

    @Test
    void whatLeaksIsMissed() {
        SoakFigures figures = new SoakFigures(1);
        for (int i = 0; i <= 10; i++) {
            figures.add(i * 0.1, new Footprint(1000 + i * 10, 100 + i * 2, 100 + i * 4));
        }
        assertThat(figures.memorySlopeMbPerHour()).isCloseTo(100, within(1e-6));
        assertThat(SoakDrill.missed(figures, 1, 9, 0, 36))
                .containsExactly("memorySlopeMbPerHour", "threadsGrowth", "handlesGrowth");
        assertThat(SoakDrill.missed(figures, 0.1, 9, 0, 36))
                .as("a few minutes tell no slope")
                .doesNotContain("memorySlopeMbPerHour");
    }

    @Test
    void carouselsThatDidNotTurnAreMissed() {
        SoakFigures level = new SoakFigures(1);
        assertThat(SoakDrill.missed(level, 1, 0, 0, 0)).containsExactly("carouselTurns");
        assertThat(SoakDrill.missed(level, 1, 9, 0, 8)).containsExactly("carouselTurns");
        assertThat(SoakDrill.missed(level, 1, 9, 0, 9)).isEmpty();
        assertThat(SoakDrill.missed(level, 1, 9, 1, 9)).containsExactly("roundsNotLive");
    }

    @Test
    void eachCarouselHasATileOfItsOwnAndCamerasThatHaveNone() {
        assertThat(SoakDrill.carousels(List.of(3, 1, 2, 4, 5, 6, 7), 4))
                .containsExactly(List.of(1, 5, 7), List.of(2, 6));
        assertThat(SoakDrill.carousels(List.of(1, 2, 3, 4, 5), 4)).containsExactly(List.of(1, 5));
    }

    @Test
    void aFractionOfAnHourIsAnArgument() throws Exception {
        Option hours = Option.of("--hours", 1, 0.01, 1000);
        assertThat(Arguments.parse(List.of("--hours", "0.05"), List.of(hours)).number("--hours"))
                .isEqualTo(0.05);
        for (String wrong : List.of("0", "-1", "NaN", "many", "1e9")) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> Arguments.parse(List.of("--hours", wrong), List.of(hours)))
                    .as(wrong)
                    .isInstanceOf(Arguments.Wrong.class)
                    .hasMessageContaining("--hours");
        }
    }

    @Test
    void aMillionIsAWholeNumber() throws Exception {
        Option cases = Option.whole("--cases", 1_000_000, 0, 1_000_000_000);
        assertThat(Arguments.parse(List.of(), List.of(cases)).number("--cases")).isEqualTo(1_000_000);
        assertThat(Arguments.parse(List.of("--cases", "5000000"), List.of(cases))
                        .get("--cases"))
                .isEqualTo(5_000_000);
    }

    @Test
    void threadsAreReadFromTheStatusOfAProcess() {
        assertThat(Footprint.threads("Name:\tjava\nThreads:\t37\nSigQ:\t0/5\n")).isEqualTo(37);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void thisProcessHasAFootprint() throws Exception {
        Footprint own = Footprint.of(List.of(ProcessHandle.current()));
        assertThat(own.memoryMb()).isGreaterThan(10);
        assertThat(own.threads()).isGreaterThan(3);
        assertThat(own.handles()).isGreaterThan(3);
    }
}
