package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.rtsp.SenderClock;

/** A camera whose clock may be wrong, a network of 80 ms, and a desk that shows a picture 40 ms after it came. */
class PictureAgeTest {
    private static final int RATE = 90_000;
    private static final long SHOWN_AFTER = 40_000_000;
    private static final long NETWORK_MILLIS = 80;
    private static final long BEGIN = Instant.parse("2026-11-25T10:00:00Z").toEpochMilli();

    private final PictureAge age = new PictureAge();
    private @Nullable SenderClock reported;
    /** Milliseconds since the beginning, at the camera and here. */
    private long passed = 1_000;

    private long cameraIsWrongBy;
    private long leaps;
    private long rtpBase = 5_000_000;

    private long rtpOf(long cameraMillis) {
        return rtpBase + cameraMillis * RATE / 1000;
    }

    private void report() {
        reported = new SenderClock(
                rtpOf(passed - NETWORK_MILLIS), BEGIN + passed - NETWORK_MILLIS + cameraIsWrongBy, passed * 1_000_000);
    }

    private void pass(long millis) {
        for (long end = passed + millis; passed < end; passed += 100) {
            age.unit(rtpOf(passed - NETWORK_MILLIS), passed * 1_000_000, passed * 1_000_000, leaps);
        }
    }

    private PictureAge.@Nullable Reading read() {
        return age.read(reported, RATE, SHOWN_AFTER, passed * 1_000_000, Instant.ofEpochMilli(BEGIN + passed));
    }

    private void reportsAndPass(int reports) {
        for (int i = 0; i < reports; i++) {
            report();
            pass(5_000);
            read();
        }
    }

    @Test
    void isTheWayFromTheCamerasClockToTheScreen() {
        report();
        pass(3_000);
        assertThat(read()).isEqualTo(new PictureAge.Reading(NETWORK_MILLIS + 40, true));
    }

    @Test
    void growsWhereTheNetworkHoldsPicturesBackThoughReportsCameInTime() {
        report();
        pass(1_000);
        long late = 2_000;
        age.unit(rtpOf(passed - NETWORK_MILLIS - late), passed * 1_000_000, passed * 1_000_000, leaps);
        assertThat(read()).isEqualTo(new PictureAge.Reading(NETWORK_MILLIS + late + 40, true));
    }

    @Test
    void isNotKnownWithoutAReportOrAUnitOrAPicture() {
        pass(1_000);
        assertThat(read()).isNull();
        report();
        assertThat(read()).isNotNull();
        assertThat(age.read(reported, RATE, -1, passed * 1_000_000, Instant.ofEpochMilli(BEGIN + passed)))
                .isNull();
        assertThat(new PictureAge().read(reported, RATE, SHOWN_AFTER, passed, Instant.ofEpochMilli(BEGIN + passed)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1970-01-01T00:00:10Z", "2000-01-01T00:00:00Z", "2026-11-25T09:00:00Z", "2026-11-25T17:00:00Z"})
    void aClockThatNobodySetIsNotBelieved(String camera) {
        cameraIsWrongBy = Instant.parse(camera).toEpochMilli() - BEGIN;
        report();
        pass(1_000);
        assertThat(trusted()).isFalse();
    }

    @Test
    void aClockAheadOfUsIsNotBelievedButForWhatClocksAlwaysDiffer() {
        cameraIsWrongBy = 500;
        report();
        pass(1_000);
        assertThat(trusted()).isFalse();
        PictureAge other = new PictureAge();
        cameraIsWrongBy = NETWORK_MILLIS + 30;
        report();
        other.unit(rtpOf(passed - NETWORK_MILLIS), passed * 1_000_000, passed * 1_000_000, leaps);
        assertThat(other.read(reported, RATE, SHOWN_AFTER, passed * 1_000_000, Instant.ofEpochMilli(BEGIN + passed)))
                .isEqualTo(new PictureAge.Reading(40, true));
    }

    @Test
    void aClockThatWasBelievedStaysSoHoweverLongTheWayGrows() {
        report();
        pass(1_000);
        assertThat(trusted()).isTrue();
        for (long late = 700; late < 60_000; late += 700) {
            passed += 1_000;
            reported = new SenderClock(
                    rtpOf(passed - NETWORK_MILLIS - late), BEGIN + passed - NETWORK_MILLIS - late, passed * 1_000_000);
            age.unit(rtpOf(passed - NETWORK_MILLIS - late), passed * 1_000_000, passed * 1_000_000, leaps);
            assertThat(read()).isEqualTo(new PictureAge.Reading(NETWORK_MILLIS + late + 40, true));
        }
    }

    @Test
    void aWayThatGrowsFasterThanTimePassesIsAClocksDoing() {
        report();
        pass(1_000);
        assertThat(trusted()).isTrue();
        passed += 1_000;
        age.unit(rtpOf(passed - 32_000), passed * 1_000_000, passed * 1_000_000, leaps);
        assertThat(trusted()).isFalse();
    }

    @Test
    void aClockThatJumpsIsBelievedAgainOnceItRunsSteadily() {
        reportsAndPass(2);
        assertThat(trusted()).isTrue();
        cameraIsWrongBy = -2_000;
        reportsAndPass(1);
        assertThat(trusted()).isFalse();
        reportsAndPass(PictureAge.STEADY_REPORTS - 1);
        assertThat(trusted()).isFalse();
        reportsAndPass(1);
        assertThat(read()).isEqualTo(new PictureAge.Reading(NETWORK_MILLIS + 40 + 2_000, true));
    }

    @Test
    void aReportThatIsLongPastSaysNothingOfAClockThatDrifts() {
        report();
        pass(55_000);
        assertThat(trusted()).isTrue();
        pass(10_000);
        assertThat(trusted()).isFalse();
    }

    @Test
    void aStreamWhoseTimeLeapsIsNotMeasuredByTheOldReport() {
        report();
        pass(2_000);
        assertThat(trusted()).isTrue();
        rtpBase -= 5L * RATE;
        leaps++;
        pass(1_000);
        assertThat(trusted()).isFalse();
        report();
        pass(1_000);
        assertThat(read()).as("the camera's clock did not leap").isEqualTo(new PictureAge.Reading(120, true));
        report();
        pass(1_000);
        assertThat(trusted()).isTrue();
    }

    @Test
    void aReportThatCameBeforeALeapIsOldThoughItIsReadAfterIt() {
        report();
        rtpBase -= 5L * RATE;
        pass(100);
        leaps++;
        pass(1_000);
        assertThat(trusted()).isFalse();
    }

    private boolean trusted() {
        PictureAge.Reading reading = read();
        assertThat(reading).isNotNull();
        return reading != null && reading.trusted();
    }
}
